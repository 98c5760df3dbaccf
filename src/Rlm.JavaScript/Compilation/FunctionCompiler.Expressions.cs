using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Expressions: for their value in a given register, as an operand wherever it is, as a condition, or for their effect.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>The register that holds the value: that of the variable itself, or a new temporary.</summary>
    private int Operand(Expression expression)
    {
        int register = RegisterOf(expression);
        if (register >= 0)
        {
            return register;
        }

        register = Temp();
        Evaluate(expression, register);
        return register;
    }

    /// <summary>As <see cref="Operand"/>, but a literal stays a constant, which an operand C can be.</summary>
    private int OperandOrConstant(Expression expression) => expression switch
    {
        NumberLiteral number => ~Constant(number.Value),
        StringLiteral text => ~Constant(text.Value),
        UnaryExpression { Operator: UnaryOperator.Minus, Operand: NumberLiteral negated } => ~Constant(-negated.Value),
        _ => Operand(expression),
    };

    /// <summary>The left operand of something whose right side is evaluated before it is used: a variable is copied if the right side may change it.</summary>
    private int LeftOperand(Expression left, params ReadOnlySpan<Expression?> later)
    {
        int register = RegisterOf(left);
        if (register >= 0)
        {
            bool mayChange = false;
            foreach (Expression? expression in later)
            {
                mayChange |= Assignments.MayOccurIn(expression);
            }

            if (!mayChange)
            {
                return register;
            }
        }

        register = Temp();
        Evaluate(left, register);
        return register;
    }

    /// <summary>Whether the code for an expression writes its target register only at the very end, after all else was read.</summary>
    private static bool IsWrittenLast(Expression expression) =>
        expression is BinaryExpression or ChainExpression { Links.Count: > 0 } or NumberLiteral or StringLiteral or BooleanLiteral or NullLiteral
            or UnaryExpression or FunctionExpression or Identifier or NewExpression or AwaitExpression
        && !(expression is ChainExpression chain && chain.Links.Any(link => link.IsOptional));

    /// <summary>Evaluates into a register. The register may be written before the whole value is known: it must not be a live variable (see <see cref="IsWrittenLast"/>).</summary>
    private void Evaluate(Expression expression, int target, string? name = null)
    {
        EnsureStack(expression);
        int mark = _next;

        // In three parts, for small frames: how deeply code may nest depends on them, above all before the methods are optimised.
        if (!EvaluateLeaf(expression, target) && !EvaluateOperator(expression, target, name))
        {
            EvaluatePrimary(expression, target, name);
        }

        _next = mark;
    }

    /// <summary>What has no expression inside. False for all else.</summary>
    private bool EvaluateLeaf(Expression expression, int target)
    {
        switch (expression)
        {
            case NumberLiteral number:
                Emit(OpCode.LoadConstant, target, 0, Constant(number.Value));
                return true;
            case StringLiteral text:
                Emit(OpCode.LoadConstant, target, 0, Constant(text.Value));
                return true;
            case BooleanLiteral boolean:
                Emit(boolean.Value ? OpCode.LoadTrue : OpCode.LoadFalse, target);
                return true;
            case NullLiteral:
                Emit(OpCode.LoadNull, target);
                return true;
            case BigIntLiteral big:
                Emit(OpCode.LoadConstant, target, 0, Constant(new Value(new JsBigInt(big.Value))));
                return true;
            case RegExpLiteral regExp:
                At(regExp.Start);
                _regExps.Add(new RegExpTemplate(regExp.Pattern, regExp.Flags));
                Emit(OpCode.CreateRegExp, target, 0, _regExps.Count - 1);
                return true;
            case Identifier identifier:
                LoadName(identifier.Name, identifier.Start, target);
                return true;
            case ThisExpression:
                This(expression.Start, target);
                return true;
            case NewTargetExpression:
                Emit(OpCode.LoadNewTarget, target);
                return true;
            default:
                return false;
        }
    }

    private bool EvaluateOperator(Expression expression, int target, string? name)
    {
        switch (expression)
        {
            case ChainExpression chain:
                Chain(chain, target);
                return true;
            case BinaryExpression binary:
                Binary(binary, target);
                return true;
            case UnaryExpression unary:
                Unary(unary, target);
                return true;
            case UpdateExpression update:
                Update(update, target);
                return true;
            case LogicalExpression logical:
                Logical(logical, target, name);
                return true;
            case ConditionalExpression conditional:
                Conditional(conditional, target, name);
                return true;
            case AssignmentExpression assignment:
                Assignment(assignment, target);
                return true;
            case AwaitExpression await:
                Await(await, target);
                return true;
            case YieldExpression yield:
                Yield(yield, target);
                return true;
            case SequenceExpression sequence:
                Sequence(sequence, target);
                return true;
            default:
                return false;
        }
    }

    private void EvaluatePrimary(Expression expression, int target, string? name)
    {
        switch (expression)
        {
            case ArrayLiteral array:
                ArrayOf(array.Elements, target);
                break;
            case ObjectLiteral literal:
                Object(literal, target);
                break;
            case TemplateLiteral template:
                Template(template, target);
                break;
            case FunctionExpression function:
                Closure(function.Function, function.Function.Name ?? name ?? string.Empty, target);
                break;
            case ClassExpression @class:
                Class(@class.Class, @class.Class.Name ?? name ?? string.Empty, target);
                break;
            case NewExpression @new:
                New(@new, target);
                break;
            default:
                throw new InvalidOperationException($"No code for {expression.GetType().Name}.");
        }
    }

    private void Await(AwaitExpression await, int target)
    {
        int awaited = Operand(await.Argument);
        At(await.Start);
        Emit(OpCode.Await, target, awaited);
    }

    private void Sequence(SequenceExpression sequence, int target)
    {
        for (int i = 0; i < sequence.Expressions.Count - 1; i++)
        {
            Effect(sequence.Expressions[i]);
        }

        Evaluate(sequence.Expressions[^1], target);
    }

    /// <summary>Evaluates for the effect alone.</summary>
    private void Effect(Expression expression)
    {
        int mark = _next;
        switch (expression)
        {
            case UpdateExpression { Target: Identifier name } update when RegisterOf(name) is >= 0 and var register && !Lookup(name.Name)!.IsConstant:
                At(update.Start);
                Emit(update.IsIncrement ? OpCode.Increment : OpCode.Decrement, register, register);
                break;
            case UpdateExpression update:
                Update(new UpdateExpression(update.Start, update.IsIncrement, isPrefix: true, update.Target), Temp());
                break;
            case AssignmentExpression assignment:
                Assignment(assignment, target: -1);
                break;
            default:
                Evaluate(expression, Temp());
                break;
        }

        _next = mark;
    }

    private void This(int position, int target)
    {
        if (Lookup("this") is { Kind: BindingKind.This } && _rootScope.Function.ThisFunction.Node is { Kind: FunctionKind.DerivedConstructor })
        {
            LoadName("this", position, target);
        }
        else
        {
            Emit(OpCode.LoadThis, target);
        }
    }

    private void Template(TemplateLiteral template, int target)
    {
        int first = _next;
        int count = 0;
        for (int i = 0; i < template.Strings.Count; i++)
        {
            if (template.Strings[i].Length > 0)
            {
                Emit(OpCode.LoadConstant, Temp(), 0, Constant(template.Strings[i]));
                count++;
            }

            if (i < template.Expressions.Count)
            {
                Evaluate(template.Expressions[i], Temp());
                count++;
            }
        }

        At(template.Start);
        Emit(OpCode.JoinTemplate, target, first, count);
    }

    private void Unary(UnaryExpression unary, int target)
    {
        switch (unary.Operator)
        {
            case UnaryOperator.Delete:
                Delete(unary.Operand, target);
                return;
            case UnaryOperator.TypeOf when unary.Operand is Identifier name && Lookup(name.Name) is null:
                int global = Temp();
                Emit(OpCode.LoadGlobalOrUndefined, global, 0, _script.Global(name.Name));
                Emit(OpCode.TypeOf, target, global);
                return;
            case UnaryOperator.Void:
                Effect(unary.Operand);
                Emit(OpCode.LoadUndefined, target);
                return;
            case UnaryOperator.Minus when unary.Operand is NumberLiteral number:
                Emit(OpCode.LoadConstant, target, 0, Constant(-number.Value));
                return;
        }

        int operand = Operand(unary.Operand);
        At(unary.Start);
        Emit(
            unary.Operator switch
            {
                UnaryOperator.Minus => OpCode.Negate,
                UnaryOperator.Plus => OpCode.ToNumber,
                UnaryOperator.Not => OpCode.Not,
                UnaryOperator.BitwiseNot => OpCode.BitwiseNot,
                _ => OpCode.TypeOf,
            },
            target,
            operand);
    }

    private void Binary(BinaryExpression binary, int target) => Binary(binary, target, binary.Operations.Count);

    /// <summary>Compiles the first <paramref name="count"/> operations, which are at least one.</summary>
    private void Binary(BinaryExpression binary, int target, int count)
    {
        IReadOnlyList<BinaryOperation> operations = binary.Operations;
        if (binary.First is PrivateNameExpression privateName)
        {
            HasPrivate(privateName, operations[0].Operand, target);
            return;
        }

        int left = operations.Count == 1 ? LeftOperand(binary.First, operations[0].Operand) : LeftOperand(binary.First, [.. operations.Select(operation => operation.Operand)]);
        int intermediate = -1;
        for (int i = 0; i < count; i++)
        {
            int mark = _next;
            int right = OperandOrConstant(operations[i].Operand);
            At(operations[i].Position);
            bool isLast = i == count - 1;
            if (!isLast && intermediate < 0)
            {
                // Not the target: a later operand may still read it.
                _next = mark;
                intermediate = Temp();
                mark = _next;
            }

            int result = isLast ? target : intermediate;
            Emit(CodeOf(operations[i].Operator), result, left, right);
            left = result;
            _next = mark;
        }
    }

    private static OpCode CodeOf(BinaryOperator @operator) => OpCode.Add + (int)@operator;

    private void Logical(LogicalExpression logical, int target, string? name)
    {
        var end = new Label();
        for (int i = 0; i < logical.Operands.Count; i++)
        {
            Evaluate(logical.Operands[i], target, name);
            if (i < logical.Operands.Count - 1)
            {
                EmitJump(
                    logical.Operator switch
                    {
                        LogicalOperator.And => OpCode.JumpIfFalse,
                        LogicalOperator.Or => OpCode.JumpIfTrue,
                        _ => OpCode.JumpIfNotNullish,
                    },
                    end,
                    target);
            }
        }

        Mark(end);
    }

    private void Conditional(ConditionalExpression conditional, int target, string? name)
    {
        var end = new Label();
        foreach (ConditionalArm arm in conditional.Arms)
        {
            var otherwise = new Label();
            JumpIf(arm.Test, jumpWhen: false, otherwise);
            Evaluate(arm.Consequent, target, name);
            EmitJump(OpCode.Jump, end);
            Mark(otherwise);
        }

        Evaluate(conditional.Alternate, target, name);
        Mark(end);
    }

    private void Yield(YieldExpression yield, int target)
    {
        if (yield.IsDelegate)
        {
            YieldDelegate(yield, target);
            return;
        }

        int value = Temp();
        if (yield.Argument is null)
        {
            Emit(OpCode.LoadUndefined, value);
        }
        else
        {
            Evaluate(yield.Argument, value);
        }

        if (IsAsync)
        {
            Emit(OpCode.Await, value, value);
        }

        At(yield.Start);
        Emit(OpCode.Yield, target, value);
    }

    /// <summary>The loop of <c>yield*</c>: what the consumer sends goes to the inner iterator, what that gives goes out as it is.</summary>
    private void YieldDelegate(YieldExpression yield, int target)
    {
        int iterator = Temp();
        Temp();
        int received = Temp();
        Temp();
        int source = Operand(yield.Argument!);
        At(yield.Start);
        Emit(IsAsync ? OpCode.GetAsyncIterator : OpCode.GetIterator, iterator, source, 1);
        Emit(OpCode.LoadUndefined, received);
        LoadNumber(received + 1, DelegateMode.Next);
        var done = new Label();
        var next = new Label();
        Mark(next);
        EmitJump(OpCode.DelegateCall, done, received, iterator);
        if (IsAsync)
        {
            Emit(OpCode.Await, received, received);
        }

        EmitJump(OpCode.DelegateResult, done, received, iterator);
        Emit(OpCode.DelegateYield, received);
        Emit(OpCode.Loop, 0, 0, next.Target);
        Mark(done);
        var returns = new Label();
        var returnsPlain = new Label();
        var cannotThrow = new Label();
        var end = new Label();
        EmitCompareJump(OpCode.JumpIfStrictEqual, returns, received + 1, ~Constant((double)DelegateMode.Return));
        EmitCompareJump(OpCode.JumpIfStrictEqual, returnsPlain, received + 1, ~Constant((double)DelegateMode.ReturnMissing));
        EmitCompareJump(OpCode.JumpIfStrictEqual, cannotThrow, received + 1, ~Constant((double)DelegateMode.ThrowMissing));
        Move(target, received);
        EmitJump(OpCode.Jump, end);
        Mark(cannotThrow);
        CloseIterator(new IteratorEntry(iterator, IsAsync));
        Emit(OpCode.ThrowError, 0, (int)ThrowKind.DelegateThrowMissing, Constant(string.Empty));
        Mark(returnsPlain);
        if (IsAsync)
        {
            Emit(OpCode.Await, received, received);
        }

        Mark(returns);
        LeaveForReturn(received, _control.Count);
        Mark(end);
    }
}
