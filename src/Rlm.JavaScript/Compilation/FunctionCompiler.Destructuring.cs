using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Binding targets: declared names and destructuring patterns.</content>
internal sealed partial class FunctionCompiler
{
    private static string? NameOf(Node target) => (target as Identifier)?.Name;

    /// <summary>Initialises the names of a declaration's target.</summary>
    private void InitializeTarget(Node target, int value, bool isVar = false)
    {
        if (target is Identifier name)
        {
            if (isVar && Lookup(name.Name) is { })
            {
                StoreName(name.Name, name.Start, value);
            }
            else
            {
                InitializeName(name.Name, value);
            }
        }
        else
        {
            Destructure((Pattern)target, value, isDeclaration: !isVar);
        }
    }

    private void AssignTarget(Node target, int value)
    {
        switch (target)
        {
            case Identifier name:
                StoreName(name.Name, name.Start, value);
                break;
            case ChainExpression chain:
                StoreMember(Reference(chain, value: null), value);
                break;
            case Pattern pattern:
                Destructure(pattern, value, isDeclaration: false);
                break;
        }
    }

    private void Bind(Node target, int value, bool isDeclaration)
    {
        if (isDeclaration)
        {
            InitializeTarget(target, value);
        }
        else
        {
            AssignTarget(target, value);
        }
    }

    private void Destructure(Pattern pattern, int value, bool isDeclaration)
    {
        EnsureStack(pattern);
        int mark = _next;
        At(pattern.Start);
        if (pattern is ObjectPattern fields)
        {
            DestructureObject(fields, value, isDeclaration);
        }
        else
        {
            DestructureArray((ArrayPattern)pattern, value, isDeclaration);
        }

        _next = mark;
    }

    private void DestructureObject(ObjectPattern pattern, int value, bool isDeclaration)
    {
        string? firstKey = pattern.Properties.Count > 0 ? pattern.Properties[0].Key.Name : null;
        Emit(OpCode.CheckDestructurable, value, 0, firstKey is null ? -1 : Constant(firstKey));

        // The keys taken out stand behind the source, where the copy of the rest finds them.
        int source = value;
        if (pattern.Rest is not null)
        {
            source = Temp();
            Move(source, value);
        }

        int keys = _next;
        foreach (PatternProperty property in pattern.Properties)
        {
            int key = -1;
            if (pattern.Rest is not null || property.Key.Computed is not null)
            {
                key = Temp();
                if (property.Key.Computed is { } computed)
                {
                    Evaluate(computed, key);
                    Emit(OpCode.ToPropertyKey, key, key);
                }
                else
                {
                    Emit(OpCode.LoadConstant, key, 0, Constant(property.Key.Name!));
                }
            }

            int mark = _next;
            MemberReference? reference = IsMemberTarget(property.Value.Target, isDeclaration) ? Reference((ChainExpression)property.Value.Target, value: null) : null;
            int field = Temp();
            At(property.Start);
            if (key >= 0)
            {
                Emit(OpCode.GetElement, field, source, key);
            }
            else if (Objects.AtomTable.TryParseIndex(property.Key.Name!, out uint index))
            {
                Emit(OpCode.GetElement, field, source, ~Constant((double)index));
            }
            else
            {
                Emit(OpCode.GetProperty, field, source, _script.PropertySite(property.Key.Name!));
            }

            BindElement(property.Value, field, reference, isDeclaration);
            _next = pattern.Rest is not null ? mark : keys;
        }

        if (pattern.Rest is { } rest)
        {
            int copy = Temp();
            Emit(OpCode.CreateObject, copy);
            Emit(OpCode.CopyProperties, copy, source, pattern.Properties.Count);
            Bind(rest, copy, isDeclaration);
        }
    }

    private static bool IsMemberTarget(Node target, bool isDeclaration) => !isDeclaration && target is ChainExpression;

    /// <summary>Takes the default where the value is undefined, and binds it.</summary>
    private void BindElement(PatternElement element, int value, MemberReference? reference, bool isDeclaration)
    {
        if (element.DefaultValue is { } defaultValue)
        {
            var given = new Label();
            EmitJump(OpCode.JumpIfNotUndefined, given, value);
            Evaluate(defaultValue, value, NameOf(element.Target));
            Mark(given);
        }

        At(element.Start);
        if (reference is { } member)
        {
            StoreMember(member, value);
        }
        else
        {
            Bind(element.Target, value, isDeclaration);
        }
    }

    /// <summary>Array patterns take values from an iterator, and close it if it was not exhausted, also when something throws on the way.</summary>
    private void DestructureArray(ArrayPattern pattern, int value, bool isDeclaration)
    {
        int iterator = Temp();
        Temp();
        int done = Temp();
        int element = Temp();
        int error = Temp();
        Emit(OpCode.GetIterator, iterator, value);
        Emit(OpCode.LoadFalse, done);
        var entry = new IteratorEntry(iterator, isAsync: false) { Region = new Region() };
        _control.Add(entry);
        entry.Region.Open(Pc);
        foreach (PatternElement? item in pattern.Elements)
        {
            int mark = _next;
            MemberReference? reference = item is not null && IsMemberTarget(item.Target, isDeclaration) ? Reference((ChainExpression)item.Target, value: null) : null;
            NextElement(entry, done, element);
            if (item is not null)
            {
                BindElement(item, element, reference, isDeclaration);
            }

            _next = mark;
        }

        if (pattern.Rest is { } rest)
        {
            int mark = _next;
            MemberReference? reference = IsMemberTarget(rest, isDeclaration) ? Reference((ChainExpression)rest, value: null) : null;
            RestElements(entry, done, element, reference, rest, isDeclaration);
            _next = mark;
        }

        entry.Region.Close(Pc);
        _control.RemoveAt(_control.Count - 1);
        var end = new Label();
        EmitJump(OpCode.JumpIfTrue, end, done);
        CloseIterator(entry);
        EmitJump(OpCode.Jump, end);
        CloseUnlessDone(entry, error, done);
        Mark(end);
    }

    /// <summary>The next value of the iterator, or undefined once it is done. What the iterator throws does not close it.</summary>
    private void NextElement(IteratorEntry entry, int done, int element)
    {
        var end = new Label();
        var exhausted = new Label();
        Emit(OpCode.LoadUndefined, element);
        EmitJump(OpCode.JumpIfTrue, end, done);
        Emit(OpCode.LoadTrue, done);
        EmitNext(entry.IteratorRegister, element, exhausted);
        Emit(OpCode.LoadFalse, done);
        EmitJump(OpCode.Jump, end);
        Mark(exhausted);
        Emit(OpCode.LoadUndefined, element);
        Mark(end);
    }

    private void RestElements(IteratorEntry entry, int done, int element, MemberReference? reference, Node rest, bool isDeclaration)
    {
        int array = Temp();
        var end = new Label();
        var next = new Label();
        Emit(OpCode.CreateArray, array, 0, 0);
        EmitJump(OpCode.JumpIfTrue, end, done);
        Emit(OpCode.LoadTrue, done);
        Mark(next);
        EmitNext(entry.IteratorRegister, element, end);
        Emit(OpCode.AppendElement, array, element);
        Emit(OpCode.Loop, 0, 0, next.Target);
        Mark(end);
        if (reference is { } member)
        {
            StoreMember(member, array);
        }
        else
        {
            Bind(rest, array, isDeclaration);
        }
    }

    private void CloseUnlessDone(IteratorEntry entry, int error, int done)
    {
        int completion = Temp();
        AddHandlers(entry.Region!, Pc, error, completion);
        var isReturn = new Label();
        var rethrow = new Label();
        EmitCompareJump(OpCode.JumpIfStrictEqual, isReturn, completion, ~Constant((double)Handler.ReturnCompletion));
        EmitJump(OpCode.JumpIfTrue, rethrow, done);
        var closing = new Region();
        int result = Temp();
        closing.Open(Pc);
        EmitJump(OpCode.IteratorClose, rethrow, entry.IteratorRegister, result);
        closing.Close(Pc);
        AddHandlers(closing, Pc, result);
        Mark(rethrow);
        Emit(OpCode.Throw, error);
        Mark(isReturn);
        if (IsGenerator)
        {
            var closed = new Label();
            EmitJump(OpCode.JumpIfTrue, closed, done);
            CloseIterator(entry);
            Mark(closed);
            LeaveForReturn(error, _control.Count);
        }

        _next -= 2;
    }
}
