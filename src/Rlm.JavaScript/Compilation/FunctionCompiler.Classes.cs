using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Classes (ECMA-262 §15.7.14).</content>
internal sealed partial class FunctionCompiler
{
    private void Class(ClassNode @class, string name, int target)
    {
        int mark = _next;
        LexicalScope scope = _script.Analysis.ScopeOf(@class)!;
        EnterScope(scope);
        CreatePrivateNames(@class, scope);
        int constructor = Temp();
        int prototype = Temp();
        int parent = -1;
        if (@class.SuperClass is { } superClass)
        {
            parent = Temp();
            Evaluate(superClass, parent);
        }

        At(@class.Start);
        _classes.Add(new ClassTemplate(ConstructorOf(@class, name), name, @class.Start, @class.End));
        if (ScopeRegister(scope) is >= 0 and var scopeRegister)
        {
            Move(prototype, scopeRegister);
        }
        else
        {
            Emit(OpCode.LoadUndefined, prototype);
        }

        Emit(OpCode.CreateClass, constructor, parent, _classes.Count - 1);
        DefineMethods(@class, constructor, prototype);
        if (@class.Name is { } inner)
        {
            Initialize(scope.Bindings[inner], constructor);
        }

        DefineFields(@class, constructor, prototype);
        LeaveScope(scope);
        Move(target, constructor);
        _next = mark;
    }

    private void CreatePrivateNames(ClassNode @class, LexicalScope scope)
    {
        int value = Temp();
        foreach (Binding binding in scope.Bindings.Values)
        {
            if (binding.Name[0] == '#')
            {
                Emit(OpCode.CreatePrivateName, value, 0, Constant(binding.Name[1..]));
                Initialize(binding, value);
            }
        }

        _next--;
    }

    /// <summary>The written constructor, or the one that passes its arguments on.</summary>
    private CodeBlock ConstructorOf(ClassNode @class, string name)
    {
        if (@class.Constructor is { } written)
        {
            return CompileFunction(written, name, extent: @class);
        }

        bool isDerived = @class.SuperClass is not null;
        var node = new FunctionNode(@class.Start, isDerived ? FunctionKind.DerivedConstructor : FunctionKind.ClassConstructor) { End = @class.End };
        var function = new FunctionScope(_rootScope.Function, node);
        var scope = new LexicalScope(_scope, function);
        var compiler = new FunctionCompiler(_script, this, node, scope, _constants);
        compiler.DefaultConstructor(isDerived);
        return compiler.Finish(name, @class.Start, @class.End, parameterCount: 0, length: 0);
    }

    private void DefaultConstructor(bool isDerived)
    {
        if (!isDerived)
        {
            Emit(OpCode.ReturnUndefined);
            return;
        }

        int callee = Temp();
        Temp();
        _needsArguments = true;
        Emit(OpCode.CreateRest, Temp(), 0, 0);
        Emit(OpCode.SuperCallSpread, callee, callee, 1);
        Emit(OpCode.InitializeFields, callee);
        Emit(OpCode.Return, callee);
    }

    private void DefineMethods(ClassNode @class, int constructor, int prototype)
    {
        for (int i = 0; i < @class.Elements.Count; i++)
        {
            ClassElement element = @class.Elements[i];
            int mark = _next;
            At(element.Start);
            int home = element.IsStatic ? constructor : prototype;
            switch (element.Kind)
            {
                case ClassElementKind.Field when element.Key!.Computed is not null:
                    Initialize(Lookup(ClassNames.ComputedKey(i))!, Key(element.Key));
                    break;
                case ClassElementKind.Method or ClassElementKind.Getter or ClassElementKind.Setter:
                    DefineMethod(element, home);
                    break;
            }

            _next = mark;
        }
    }

    private void DefineMethod(ClassElement element, int home)
    {
        PropertyName name = element.Key!;
        int key = name.PrivateName is null ? Key(name) : -1;
        int method = Temp();
        string? prefix = element.Kind switch
        {
            ClassElementKind.Getter => "get",
            ClassElementKind.Setter => "set",
            _ => null,
        };
        Method(element.Function!, name, key, home, method, prefix);
        if (name.PrivateName is { } privateName)
        {
            // Private methods are kept aside and put on each object when its fields are made.
            string hidden = element.Kind == ClassElementKind.Method ? ClassNames.PrivateMethod(privateName) : ClassNames.PrivateAccessor(privateName, element.Kind);
            Initialize(Lookup(hidden)!, method);
            return;
        }

        Emit(
            element.Kind switch
            {
                ClassElementKind.Getter => OpCode.DefineHiddenGetter,
                ClassElementKind.Setter => OpCode.DefineHiddenSetter,
                _ => OpCode.DefineHidden,
            },
            home,
            key,
            method);
    }

    /// <summary>Makes the function that defines the fields of each new object, and defines the static ones at once.</summary>
    private void DefineFields(ClassNode @class, int constructor, int prototype)
    {
        int function = Temp();
        if (@class.Elements.Any(element => !element.IsStatic && IsFieldLike(element)))
        {
            FieldFunction(@class, isStatic: false, function);
            Emit(OpCode.SetHomeObject, function, prototype);
            Emit(OpCode.SetFieldInitializer, constructor, function);
        }

        if (@class.Elements.Any(element => element.IsStatic && IsFieldLike(element)))
        {
            int callee = Temp();
            int thisRegister = Temp();
            FieldFunction(@class, isStatic: true, callee);
            Emit(OpCode.SetHomeObject, callee, constructor);
            Move(thisRegister, constructor);
            Emit(OpCode.Call, callee, callee, 0);
        }
    }

    private static bool IsFieldLike(ClassElement element) =>
        element.Kind is ClassElementKind.Field or ClassElementKind.StaticBlock || element.Key?.PrivateName is not null;

    private void FieldFunction(ClassNode @class, bool isStatic, int target)
    {
        var node = new FunctionNode(@class.Start, FunctionKind.Method) { End = @class.End };
        var function = new FunctionScope(_rootScope.Function, node);
        var scope = new LexicalScope(_scope, function);
        var compiler = new FunctionCompiler(_script, this, node, scope, _constants);
        compiler.FieldBody(@class, isStatic);
        _functions.Add(compiler.Finish("<instance_members_initializer>", @class.Start, @class.End, parameterCount: 0, length: 0));
        Emit(OpCode.CreateClosure, target, ScopeRegister(_scope), _functions.Count - 1);
    }

    private void FieldBody(ClassNode @class, bool isStatic)
    {
        int instance = Temp();
        Emit(OpCode.LoadThis, instance);
        foreach (ClassElement element in @class.Elements.Where(element => element.IsStatic == isStatic && element.Key?.PrivateName is not null && element.Kind != ClassElementKind.Field))
        {
            InstallPrivateMethod(element, instance);
        }

        for (int i = 0; i < @class.Elements.Count; i++)
        {
            ClassElement element = @class.Elements[i];
            if (element.IsStatic == isStatic && (element.Kind is ClassElementKind.Field or ClassElementKind.StaticBlock))
            {
                int mark = _next;
                At(element.Start);
                Field(element, i, instance);
                _next = mark;
            }
        }

        Emit(OpCode.ReturnUndefined);
    }

    private void InstallPrivateMethod(ClassElement element, int instance)
    {
        string privateName = element.Key!.PrivateName!;
        int name = PrivateName(privateName, element.Start);
        int method = Temp();
        string hidden = element.Kind == ClassElementKind.Method ? ClassNames.PrivateMethod(privateName) : ClassNames.PrivateAccessor(privateName, element.Kind);
        LoadName(hidden, element.Start, method);
        Emit(
            element.Kind switch
            {
                ClassElementKind.Getter => OpCode.DefineHiddenGetter,
                ClassElementKind.Setter => OpCode.DefineHiddenSetter,
                _ => OpCode.DefinePrivateMethod,
            },
            instance,
            name,
            method);
        _next = name;
    }

    private void Field(ClassElement element, int index, int instance)
    {
        if (element.Kind == ClassElementKind.StaticBlock)
        {
            int callee = Temp();
            int thisRegister = Temp();
            Closure(element.Function!, string.Empty, callee);
            Emit(OpCode.SetHomeObject, callee, instance);
            Move(thisRegister, instance);
            Emit(OpCode.Call, callee, callee, 0);
            return;
        }

        PropertyName name = element.Key!;
        int key;
        if (name.Computed is not null)
        {
            key = Temp();
            LoadName(ClassNames.ComputedKey(index), element.Start, key);
        }
        else
        {
            key = name.PrivateName is { } privateName ? PrivateName(privateName, element.Start) : Key(name);
        }

        int value = Temp();
        FieldValue(element, name, key, value);
        Emit(name.PrivateName is null ? OpCode.DefineProperty : OpCode.DefinePrivate, instance, key, value);
    }

    /// <summary>The initialiser is compiled in place; its own scope lies between, for what arrow functions in it use.</summary>
    private void FieldValue(ClassElement element, PropertyName name, int key, int value)
    {
        if (element.Initializer is not { } initializer)
        {
            Emit(OpCode.LoadUndefined, value);
            return;
        }

        LexicalScope outer = _scope;
        LexicalScope scope = _script.Analysis.ScopeOf(initializer)!;
        _inlined.Add(scope.Function);
        _scope = scope;
        if (scope.SlotCount > 0)
        {
            scope.Register = Temp();
            Emit(OpCode.CreateScope, scope.Register, ScopeRegister(outer), scope.SlotCount);
        }

        Expression expression = initializer.ExpressionBody!;
        string? hint = name.Name ?? (name.PrivateName is { } privateName ? "#" + privateName : null);
        Evaluate(expression, value, hint);
        if (name.Computed is not null && IsAnonymousFunction(expression))
        {
            Emit(OpCode.SetFunctionName, value, key, -1);
        }

        _scope = outer;
    }

    private int PrivateName(string name, int position)
    {
        int register = Temp();
        LoadName("#" + name, position, register);
        return register;
    }

    private void HasPrivate(PrivateNameExpression name, Expression instance, int target)
    {
        int key = PrivateName(name.Name, name.Start);
        int value = Operand(instance);
        At(name.Start);
        Emit(OpCode.HasPrivate, target, value, key);
    }
}
