using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Chains of members and calls.</content>
internal sealed partial class FunctionCompiler
{
    private void Chain(ChainExpression chain, int target)
    {
        var absent = new Label();
        bool isOptional = ChainLinks(chain, chain.Links.Count, target, absent);
        if (isOptional)
        {
            var end = new Label();
            EmitJump(OpCode.Jump, end);
            Mark(absent);
            Emit(OpCode.LoadUndefined, target);
            Mark(end);
        }
    }

    /// <summary>
    /// Evaluates the first <paramref name="count"/> links into a register; returns whether some of them is optional and may have gone to
    /// <paramref name="absent"/>. Links before a call leave the function and its this in two registers.
    /// </summary>
    private bool ChainLinks(ChainExpression chain, int count, int target, Label absent)
    {
        bool isOptional = false;
        int mark = _next;
        int start = 0;
        int current;
        if (chain.Base is SuperExpression)
        {
            current = SuperLinks(chain, count, out start);
        }
        else
        {
            current = count > 0 && IsDirectCall(chain, 0) ? DirectCallee(chain.Base, TakesNoThis(chain, 0)) : Operand(chain.Base);
        }

        for (int i = start; i < count; i++)
        {
            ChainLink link = chain.Links[i];
            if (link.IsOptional)
            {
                isOptional = true;
                EmitJump(OpCode.JumpIfNullish, absent, current);
            }

            bool isCallee = i + 1 < chain.Links.Count && chain.Links[i + 1] is CallLink or TemplateLink && i + 1 < count;
            int result;
            if (i == count - 1)
            {
                result = target;
            }
            else if (isCallee)
            {
                // The function, its this, and behind them the arguments.
                result = Temp();
                Temp();
            }
            else
            {
                result = Temp();
            }

            Link(chain, i, link, current, result, isCallee);
            current = result;
        }

        if (count == start && current != target)
        {
            Move(target, current);
        }

        _next = mark;
        return isOptional;
    }

    private static bool IsDirectCall(ChainExpression chain, int link) => chain.Links[link] is CallLink or TemplateLink;

    /// <summary>Whether a link calls what is no member, by the instruction that needs no register for an undefined this.</summary>
    private static bool TakesNoThis(ChainExpression chain, int index) =>
        chain.Links[index] is CallLink call
        && !call.Arguments.Any(argument => argument is SpreadElement)
        && (index == 0 ? chain.Base is not ChainExpression { IsParenthesized: true, IsMember: true } : chain.Links[index - 1] is CallLink or TemplateLink);

    /// <summary>Evaluates a function that is called without a receiver; its this is undefined. A parenthesised member keeps its receiver.</summary>
    private int DirectCallee(Expression callee, bool takesNoThis)
    {
        int register = Temp();
        int thisRegister = Temp();
        if (callee is ChainExpression { IsParenthesized: true, IsMember: true } member)
        {
            var absent = new Label();
            MemberCallee(member, register, thisRegister, absent);
            return register;
        }

        Evaluate(callee, register);
        if (!takesNoThis)
        {
            Emit(OpCode.LoadUndefined, thisRegister);
        }

        return register;
    }

    private void MemberCallee(ChainExpression member, int register, int thisRegister, Label absent)
    {
        int instance = Temp();
        bool isOptional = ChainLinks(member, member.Links.Count - 1, instance, absent);
        ChainLink last = member.Links[^1];
        if (last.IsOptional)
        {
            isOptional = true;
            EmitJump(OpCode.JumpIfNullish, absent, instance);
        }

        Link(member, member.Links.Count - 1, last, instance, register, isCallee: false);
        Move(thisRegister, instance);
        if (isOptional)
        {
            var end = new Label();
            EmitJump(OpCode.Jump, end);
            Mark(absent);
            Emit(OpCode.LoadUndefined, register);
            Emit(OpCode.LoadUndefined, thisRegister);
            Mark(end);
        }

        _next = instance;
    }

    private void Link(ChainExpression chain, int index, ChainLink link, int current, int result, bool isCallee)
    {
        switch (link)
        {
            case MemberLink member:
                At(member.Start);
                OpCode op = isCallee ? OpCode.GetMethod : member.Name == "length" ? OpCode.GetLength : OpCode.GetProperty;
                Emit(op, result, current, _script.PropertySite(member.Name));
                break;
            case IndexLink element:
                int instance = current;
                if (RegisterOf(chain.Base) == current && Assignments.MayOccurIn(element.Index))
                {
                    instance = Temp();
                    Move(instance, current);
                }

                int key = OperandOrConstant(element.Index);
                At(link.Start);
                Emit(isCallee ? OpCode.GetElementMethod : OpCode.GetElement, result, instance, key);
                break;
            case PrivateLink name:
                int privateName = PrivateName(name.Name, name.Start);
                At(link.Start);
                Emit(OpCode.GetPrivate, result, current, privateName);
                if (isCallee)
                {
                    Move(result + 1, current);
                }

                break;
            case CallLink call:
                Call(call, PreparedCallee(chain, index, current), result, chain.Links[Math.Max(index - 1, 0)].Start, TakesNoThis(chain, index));
                break;
            case TemplateLink template:
                TaggedTemplate(template, PreparedCallee(chain, index, current), result);
                break;
        }
    }

    /// <summary>
    /// The registers of a function, its this and the arguments must follow each other at the top. The result of a call that is called again,
    /// as in f()(), has to be put there first.
    /// </summary>
    private int PreparedCallee(ChainExpression chain, int index, int current)
    {
        bool isPrepared = index == 0 || chain.Links[index - 1] is not (CallLink or TemplateLink);
        if (isPrepared && _next == current + 2)
        {
            return current;
        }

        int callee = Temp();
        int thisRegister = Temp();
        Move(callee, current);
        if (TakesNoThis(chain, index))
        {
            return callee;
        }

        if (isPrepared)
        {
            Move(thisRegister, current + 1);
        }
        else
        {
            Emit(OpCode.LoadUndefined, thisRegister);
        }

        return callee;
    }

    private void Call(CallLink call, int callee, int result, int position, bool takesNoThis)
    {
        bool isSpread = Arguments(call.Arguments);
        At(position);
        Emit(isSpread ? OpCode.CallSpread : takesNoThis ? OpCode.CallFunction : OpCode.Call, result, callee, call.Arguments.Count);
    }

    /// <summary>Evaluates arguments into the registers from the next on, or into one array if some are spread.</summary>
    private bool Arguments(IReadOnlyList<Expression> arguments)
    {
        if (arguments.Any(argument => argument is SpreadElement))
        {
            ArrayOf(arguments, Temp());
            return true;
        }

        foreach (Expression argument in arguments)
        {
            Evaluate(argument, Temp());
        }

        return false;
    }

    private void TaggedTemplate(TemplateLink template, int callee, int result)
    {
        Emit(OpCode.GetTemplateObject, Temp(), 0, _script.TemplateSite(template));
        foreach (Expression expression in template.Expressions)
        {
            Evaluate(expression, Temp());
        }

        At(template.Start);
        Emit(OpCode.Call, result, callee, template.Expressions.Count + 1);
    }

    private void New(NewExpression @new, int target)
    {
        int callee = Temp();
        Temp();
        Evaluate(@new.Callee, callee);
        bool isSpread = Arguments(@new.Arguments);
        At(@new.Start);
        Emit(isSpread ? OpCode.NewSpread : OpCode.New, target, callee, @new.Arguments.Count);
    }

    /// <summary>The first links of a chain on <c>super</c>: a call of the parent constructor, or a member of the home object's prototype.</summary>
    private int SuperLinks(ChainExpression chain, int count, out int links)
    {
        links = 1;
        if (chain.Links[0] is CallLink call)
        {
            int callee = Temp();
            Temp();
            bool isSpread = Arguments(call.Arguments);
            At(chain.Start);
            Emit(isSpread ? OpCode.SuperCallSpread : OpCode.SuperCall, callee, callee, call.Arguments.Count);
            BindThis(callee);
            _next = callee + 1;
            return callee;
        }

        bool isCallee = count > 1 && IsDirectCall(chain, 1);
        int result = Temp();
        int thisRegister = Temp();
        This(chain.Start, thisRegister);
        int mark = _next;
        int home = Temp();
        int key = SuperKey(chain.Links[0]);
        At(chain.Links[0].Start);
        Emit(OpCode.LoadSuperBase, home);
        Emit(OpCode.GetSuper, result, thisRegister, key);
        _next = isCallee ? mark : result + 1;
        return result;
    }

    private int SuperKey(ChainLink link) => link is MemberLink member ? ~Constant(member.Name) : OperandOrConstant(((IndexLink)link).Index);

    /// <summary>Gives this its value in the constructor of a derived class, once, and defines the fields.</summary>
    private void BindThis(int value)
    {
        Binding binding = Lookup("this")!;
        var isFirst = new Label();
        int old = Temp();
        LoadUnchecked(binding, old);
        EmitJump(OpCode.JumpIfUninitialized, isFirst, old);
        Emit(OpCode.ThrowError, 0, (int)ThrowKind.SuperCalledTwice, Constant("this"));
        Mark(isFirst);
        Initialize(binding, value);
        Emit(OpCode.InitializeFields, value);
        _next--;
    }

    private void LoadUnchecked(Binding binding, int target)
    {
        if (!binding.IsCaptured)
        {
            Move(target, binding.Register);
        }
        else if (Owns(binding.Scope))
        {
            Emit(OpCode.LoadSlot, target, binding.Scope.Register, binding.Slot);
        }
        else
        {
            Emit(OpCode.LoadOuter, target, HopsTo(binding.Scope), binding.Slot);
        }
    }

    private void Delete(Expression operand, int target)
    {
        if (operand is not ChainExpression { IsMember: true } chain)
        {
            Effect(operand);
            Emit(OpCode.LoadTrue, target);
            return;
        }

        if (chain.Base is SuperExpression && chain.Links.Count == 1)
        {
            Emit(OpCode.ThrowError, 0, (int)ThrowKind.SuperDeletion, Constant("super"));
            return;
        }

        var absent = new Label();
        int instance = Temp();
        bool isOptional = ChainLinks(chain, chain.Links.Count - 1, instance, absent);
        ChainLink last = chain.Links[^1];
        if (last.IsOptional)
        {
            isOptional = true;
            EmitJump(OpCode.JumpIfNullish, absent, instance);
        }

        int key = last is MemberLink member ? ~Constant(member.Name) : OperandOrConstant(((IndexLink)last).Index);
        At(last.Start);
        Emit(OpCode.DeleteElement, target, instance, key);
        if (isOptional)
        {
            var end = new Label();
            EmitJump(OpCode.Jump, end);
            Mark(absent);
            Emit(OpCode.LoadTrue, target);
            Mark(end);
        }
    }
}
