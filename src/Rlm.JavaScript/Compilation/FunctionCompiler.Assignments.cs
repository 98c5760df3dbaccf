using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Assignments, updates and destructuring.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>Compiles an assignment; a target of -1 means that its value is not needed.</summary>
    private void Assignment(AssignmentExpression assignment, int target)
    {
        switch (assignment.Target)
        {
            case Pattern pattern:
                int source = Operand(assignment.Value);
                At(assignment.Start);
                Destructure(pattern, source, isDeclaration: false);
                Finish(target, source);
                break;
            case Identifier name:
                AssignName(assignment, name, target);
                break;
            case ChainExpression chain:
                AssignMember(assignment, chain, target);
                break;
        }
    }

    private void Finish(int target, int value)
    {
        if (target >= 0)
        {
            Move(target, value);
        }
    }

    private void AssignName(AssignmentExpression assignment, Identifier name, int target)
    {
        Binding? binding = Lookup(name.Name);
        int register = binding is { IsCaptured: false, IsConstant: false } && Owns(binding.Scope) && !NeedsCheck(binding, name.Start) ? binding.Register : -1;
        if (assignment.Operator == AssignmentOperator.Assign)
        {
            string? hint = name.IsParenthesized ? null : name.Name;
            if (register >= 0)
            {
                if (IsWrittenLast(assignment.Value))
                {
                    Evaluate(assignment.Value, register, hint);
                }
                else
                {
                    int assigned = Temp();
                    Evaluate(assignment.Value, assigned, hint);
                    Move(register, assigned);
                }

                Finish(target, register);
                return;
            }

            int value = target >= 0 ? target : Temp();
            Evaluate(assignment.Value, value, hint);
            StoreName(name.Name, name.Start, value);
            return;
        }

        if (assignment.Operator >= AssignmentOperator.And)
        {
            LogicalAssignName(assignment, name, target);
            return;
        }

        if (register >= 0)
        {
            int left = LeftOperand(name, assignment.Value);
            int right = OperandOrConstant(assignment.Value);
            At(assignment.Start);
            Emit(CodeOf(assignment.Operator), register, left, right);
            Finish(target, register);
            return;
        }

        int result = target >= 0 ? target : Temp();
        int old = Temp();
        LoadName(name.Name, name.Start, old);
        int operand = OperandOrConstant(assignment.Value);
        At(assignment.Start);
        Emit(CodeOf(assignment.Operator), result, old, operand);
        StoreName(name.Name, name.Start, result);
    }

    private static OpCode CodeOf(AssignmentOperator @operator) => OpCode.Add + (@operator - AssignmentOperator.Add);

    private static OpCode SkipJump(AssignmentOperator @operator) => @operator switch
    {
        AssignmentOperator.And => OpCode.JumpIfFalse,
        AssignmentOperator.Or => OpCode.JumpIfTrue,
        _ => OpCode.JumpIfNotNullish,
    };

    private void LogicalAssignName(AssignmentExpression assignment, Identifier name, int target)
    {
        var end = new Label();
        int value = target >= 0 ? target : Temp();
        LoadName(name.Name, name.Start, value);
        EmitJump(SkipJump(assignment.Operator), end, value);
        Evaluate(assignment.Value, value, name.Name);
        StoreName(name.Name, name.Start, value);
        Mark(end);
    }

    private void AssignMember(AssignmentExpression assignment, ChainExpression chain, int target)
    {
        MemberReference member = Reference(chain, assignment.Value);
        int value;
        if (assignment.Operator == AssignmentOperator.Assign)
        {
            value = target >= 0 ? target : Operand(assignment.Value);
            if (target >= 0)
            {
                Evaluate(assignment.Value, target);
            }
        }
        else if (assignment.Operator >= AssignmentOperator.And)
        {
            var end = new Label();
            value = target >= 0 ? target : Temp();
            LoadMember(ref member, value);
            EmitJump(SkipJump(assignment.Operator), end, value);
            Evaluate(assignment.Value, value);
            StoreMember(member, value);
            Mark(end);
            return;
        }
        else
        {
            value = target >= 0 ? target : Temp();
            int old = Temp();
            LoadMember(ref member, old);
            int operand = OperandOrConstant(assignment.Value);
            At(assignment.Start);
            Emit(CodeOf(assignment.Operator), value, old, operand);
        }

        StoreMember(member, value);
    }

    private void Update(UpdateExpression update, int target)
    {
        OpCode op = update.IsIncrement ? OpCode.Increment : OpCode.Decrement;
        if (update.Target is Identifier name)
        {
            int value = Temp();
            LoadName(name.Name, name.Start, value);
            At(update.Start);
            if (!update.IsPrefix)
            {
                Emit(OpCode.ToNumeric, value, value);
                int next = Temp();
                Emit(op, next, value);
                StoreName(name.Name, name.Start, next);
                Move(target, value);
                return;
            }

            Emit(op, value, value);
            StoreName(name.Name, name.Start, value);
            Move(target, value);
            return;
        }

        MemberReference member = Reference((ChainExpression)update.Target, value: null);
        int old = Temp();
        LoadMember(ref member, old);
        At(update.Start);
        if (!update.IsPrefix)
        {
            Emit(OpCode.ToNumeric, old, old);
        }

        int result = Temp();
        Emit(op, result, old);
        StoreMember(member, result);
        Move(target, update.IsPrefix ? result : old);
    }

    /// <summary>A member that is read and written: the object and the key have been evaluated.</summary>
    private readonly record struct MemberReference(ChainLink Link, int Instance, int Key, bool IsSuper);

    /// <summary>Evaluates the object and the key of a member; <paramref name="value"/> is what will be evaluated before they are used.</summary>
    private MemberReference Reference(ChainExpression chain, Expression? value)
    {
        ChainLink last = chain.Links[^1];
        int instance;
        bool isSuper = chain.Base is SuperExpression && chain.Links.Count == 1;
        if (isSuper)
        {
            instance = Temp();
            int home = Temp();
            This(chain.Start, instance);
            int superKey = KeyInRegister(((last as IndexLink)?.Index, (last as MemberLink)?.Name));
            Emit(OpCode.LoadSuperBase, home);
            return new MemberReference(last, instance, superKey, IsSuper: true);
        }

        if (chain.Links.Count == 1)
        {
            instance = LeftOperand(chain.Base, value, (last as IndexLink)?.Index);
        }
        else
        {
            instance = Temp();
            ChainLinks(chain, chain.Links.Count - 1, instance, new Label());
        }

        int key = last switch
        {
            IndexLink { Index: NumberLiteral or StringLiteral } constant => OperandOrConstant(constant.Index),
            IndexLink index => LeftOperand(index.Index, value),
            PrivateLink name => PrivateName(name.Name, name.Start),
            _ => 0,
        };
        return new MemberReference(last, instance, key, IsSuper: false);
    }

    private int KeyInRegister((Expression? Index, string? Name) key)
    {
        int register = Temp();
        if (key.Index is not null)
        {
            Evaluate(key.Index, register);
        }
        else
        {
            Emit(OpCode.LoadConstant, register, 0, Constant(key.Name!));
        }

        return register;
    }

    /// <summary>Reads a member that will be written as well: its key is made a property key once, and kept.</summary>
    private void LoadMember(ref MemberReference member, int target)
    {
        At(member.Link.Start);
        switch (member.Link)
        {
            case var _ when member.IsSuper:
                Emit(OpCode.ToPropertyKey, member.Key, member.Key);
                Emit(OpCode.GetSuper, target, member.Instance, member.Key);
                break;
            case MemberLink named:
                Emit(OpCode.GetProperty, target, member.Instance, _script.PropertySite(named.Name));
                break;
            case PrivateLink:
                Emit(OpCode.GetPrivate, target, member.Instance, member.Key);
                break;
            case var _ when member.Key < 0:
                Emit(OpCode.GetElement, target, member.Instance, member.Key);
                break;
            default:
                if (RegisterOf(((IndexLink)member.Link).Index) == member.Key)
                {
                    int key = Temp();
                    Move(key, member.Key);
                    member = member with { Key = key };
                }

                Emit(OpCode.GetElementForUpdate, target, member.Instance, member.Key);
                break;
        }
    }

    private void StoreMember(MemberReference member, int value)
    {
        At(member.Link.Start);
        switch (member.Link)
        {
            case var _ when member.IsSuper:
                Emit(OpCode.SetSuper, member.Key, member.Instance, value);
                break;
            case MemberLink named:
                Emit(OpCode.SetProperty, member.Instance, value, _script.PropertySite(named.Name));
                break;
            case PrivateLink:
                Emit(OpCode.SetPrivate, member.Instance, member.Key, value);
                break;
            default:
                Emit(OpCode.SetElement, member.Instance, member.Key, value);
                break;
        }
    }

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
