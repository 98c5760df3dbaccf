using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Array and object literals, and closures.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>More elements than this are appended one after another instead of being evaluated side by side.</summary>
    private const int MaxElementsAtOnce = 64;

    private void ArrayOf(IReadOnlyList<Expression?> elements, int target)
    {
        int first = _next;
        int count = 0;
        while (count < elements.Count && count < MaxElementsAtOnce && elements[count] is not (null or SpreadElement))
        {
            Evaluate(elements[count]!, Temp());
            count++;
        }

        if (count == elements.Count)
        {
            Emit(OpCode.CreateArray, target, first, count);
            return;
        }

        // Not the target: an element may still read it.
        _next = first;
        int array = count > 0 ? first : Temp();
        Emit(OpCode.CreateArray, array, first, count);
        _next = array + 1;
        for (; count < elements.Count; count++)
        {
            int mark = _next;
            switch (elements[count])
            {
                case null:
                    Emit(OpCode.AppendHole, array);
                    break;
                case SpreadElement spread:
                    Spread(spread, array);
                    break;
                case var element:
                    Emit(OpCode.AppendElement, array, Operand(element));
                    break;
            }

            _next = mark;
        }

        Move(target, array);
    }

    private void Spread(SpreadElement spread, int array)
    {
        int source = Operand(spread.Argument);
        var end = new Label();
        At(spread.Start);
        EmitJump(OpCode.AppendArray, end, array, source);
        int iterator = Temp();
        Temp();
        int value = Temp();
        var next = new Label();
        Emit(OpCode.GetIterator, iterator, source);
        Mark(next);
        EmitNext(iterator, value, end);
        Emit(OpCode.AppendElement, array, value);
        Emit(OpCode.Loop, 0, 0, next.Target);
        Mark(end);
    }

    private void Object(ObjectLiteral literal, int target)
    {
        int first = _next;
        int simple = 0;
        var names = new List<string>();
        while (simple < literal.Properties.Count && simple < MaxElementsAtOnce && IsSimple(literal.Properties[simple], names))
        {
            ObjectProperty property = literal.Properties[simple++];
            names.Add(property.Key!.Name!);
            Evaluate(property.Value, Temp(), property.Key.Name);
        }

        if (simple == literal.Properties.Count)
        {
            EmitObject(target, first, names);
            return;
        }

        _next = first;
        int instance = simple > 0 ? first : Temp();
        EmitObject(instance, first, names);
        _next = instance + 1;
        for (; simple < literal.Properties.Count; simple++)
        {
            int mark = _next;
            Property(literal.Properties[simple], instance);
            _next = mark;
        }

        Move(target, instance);
    }

    private void EmitObject(int target, int first, List<string> names)
    {
        if (names.Count == 0)
        {
            Emit(OpCode.CreateObject, target);
        }
        else
        {
            Emit(OpCode.CreateObjectFrom, target, first, _script.LiteralSite([.. names]));
        }
    }

    private static bool IsSimple(ObjectProperty property, List<string> names) =>
        property is { Kind: PropertyKind.Value, Key.Name: { } name, Value: not ClassExpression }
        && !names.Contains(name)
        && !Objects.AtomTable.TryParseIndex(name, out _);

    private void Property(ObjectProperty property, int instance)
    {
        At(property.Start);
        if (property.Kind == PropertyKind.Spread)
        {
            Emit(OpCode.CopyProperties, instance, Operand(property.Value), 0);
            return;
        }

        if (property.Kind == PropertyKind.Prototype)
        {
            Emit(OpCode.SetPrototype, instance, Operand(property.Value));
            return;
        }

        PropertyName name = property.Key!;
        int key = Key(name);
        if (property.Kind == PropertyKind.Value)
        {
            int value = Temp();
            Evaluate(property.Value, value, name.Name);
            if (name.Computed is not null && IsAnonymousFunction(property.Value))
            {
                Emit(OpCode.SetFunctionName, value, key, -1);
            }

            Emit(OpCode.DefineProperty, instance, key, value);
            return;
        }

        int method = Temp();
        Method(((FunctionExpression)property.Value).Function, name, key, instance, method, KindPrefix(property.Kind));
        Emit(
            property.Kind switch
            {
                PropertyKind.Getter => OpCode.DefineGetter,
                PropertyKind.Setter => OpCode.DefineSetter,
                _ => OpCode.DefineProperty,
            },
            instance,
            key,
            method);
    }

    private static string? KindPrefix(PropertyKind kind) => kind switch
    {
        PropertyKind.Getter => "get",
        PropertyKind.Setter => "set",
        _ => null,
    };

    /// <summary>Evaluates a property name into a register or constant.</summary>
    private int Key(PropertyName name)
    {
        if (name.Name is { } text)
        {
            return ~Constant(text);
        }

        int key = Temp();
        if (name.PrivateName is { } privateName)
        {
            LoadName("#" + privateName, name.Start, key);
        }
        else
        {
            Evaluate(name.Computed!, key);
            At(name.Start);
            Emit(OpCode.ToPropertyKey, key, key);
        }

        return key;
    }

    /// <summary>Creates a method: a closure with a home object and the name of its key.</summary>
    private void Method(FunctionNode function, PropertyName name, int key, int home, int target, string? prefix)
    {
        string text = name.Name ?? (name.PrivateName is { } privateName ? "#" + privateName : string.Empty);
        Closure(function, prefix is null ? text : $"{prefix} {text}", target);
        Emit(OpCode.SetHomeObject, target, home);
        if (name.Computed is not null)
        {
            Emit(OpCode.SetFunctionName, target, key, prefix is null ? -1 : Constant(prefix));
        }
    }

    private static bool IsAnonymousFunction(Expression expression) => expression switch
    {
        FunctionExpression { Function.Name: null } => true,
        ClassExpression { Class.Name: null } => true,
        _ => false,
    };

    private void Closure(FunctionNode function, string name, int target)
    {
        int mark = _next;
        LexicalScope? nameScope = null;
        if (function is { Kind: FunctionKind.Normal, Name: { } own } && _script.Analysis.NameScopeOf(function) is { } scope)
        {
            // A named function expression sees its own name.
            nameScope = scope;
            EnterScope(scope);
            _functions.Add(CompileFunction(function, name));
            Emit(OpCode.CreateClosure, target, ScopeRegister(_scope), _functions.Count - 1);
            Initialize(scope.Bindings[own], target);
            LeaveScope(nameScope);
        }
        else
        {
            _functions.Add(CompileFunction(function, name));
            Emit(OpCode.CreateClosure, target, ScopeRegister(_scope), _functions.Count - 1);
        }

        _next = mark;
    }
}
