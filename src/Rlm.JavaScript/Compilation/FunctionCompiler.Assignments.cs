using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Assignments and updates of names and members.</content>
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
}
