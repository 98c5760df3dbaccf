using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Conditions: comparisons jump by themselves, and logical operators need no value.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>Goes to a label when the test is true, or when it is false.</summary>
    /// <param name="test">The test.</param>
    /// <param name="jumpWhen">What the test has to give.</param>
    /// <param name="label">Where to go.</param>
    /// <param name="isLoop">Whether the jump, which then is the only one, goes back and has to report work.</param>
    private void JumpIf(Expression test, bool jumpWhen, Label label, bool isLoop = false)
    {
        int mark = _next;
        switch (test)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                JumpIf(not.Operand, !jumpWhen, label);
                break;
            case BooleanLiteral literal:
                if (literal.Value == jumpWhen)
                {
                    EmitJump(OpCode.Jump, label);
                }

                break;
            case LogicalExpression { Operator: not LogicalOperator.Coalesce } logical:
                JumpIfLogical(logical, jumpWhen, label);
                break;
            case BinaryExpression binary when CompareJump(binary.Operations[^1].Operator, jumpWhen) is { } op && binary.First is not PrivateNameExpression:
                BinaryOperation last = binary.Operations[^1];
                int left;
                if (binary.Operations.Count == 1)
                {
                    left = LeftOperand(binary.First, last.Operand);
                }
                else
                {
                    left = Temp();
                    Binary(binary, left, binary.Operations.Count - 1);
                }

                int right = OperandOrConstant(last.Operand);
                At(last.Position);
                EmitCompareJump(isLoop ? OpCode.LoopIfLess : op, label, left, right);
                break;
            default:
                EmitJump(jumpWhen ? OpCode.JumpIfTrue : OpCode.JumpIfFalse, label, Operand(test));
                break;
        }

        _next = mark;
    }

    private void JumpIfLogical(LogicalExpression logical, bool jumpWhen, Label label)
    {
        // Of "a && b", one false operand decides for false; of "a || b", one true operand for true.
        bool decisive = logical.Operator == LogicalOperator.Or;
        int last = logical.Operands.Count - 1;
        if (jumpWhen == decisive)
        {
            foreach (Expression operand in logical.Operands)
            {
                JumpIf(operand, jumpWhen, label);
            }

            return;
        }

        var stay = new Label();
        for (int i = 0; i < last; i++)
        {
            JumpIf(logical.Operands[i], decisive, stay);
        }

        JumpIf(logical.Operands[last], jumpWhen, label);
        Mark(stay);
    }

    /// <summary>Whether a test is a single jump that has a way to report work.</summary>
    private static bool IsLoopTest(Expression test) =>
        test is BinaryExpression { First: not PrivateNameExpression } binary && binary.Operations[^1].Operator == BinaryOperator.Less;

    private static OpCode? CompareJump(BinaryOperator @operator, bool jumpWhen) => @operator switch
    {
        BinaryOperator.Less => jumpWhen ? OpCode.JumpIfLess : OpCode.JumpIfNotLess,
        BinaryOperator.LessOrEqual => jumpWhen ? OpCode.JumpIfLessOrEqual : OpCode.JumpIfNotLessOrEqual,
        BinaryOperator.Greater => jumpWhen ? OpCode.JumpIfGreater : OpCode.JumpIfNotGreater,
        BinaryOperator.GreaterOrEqual => jumpWhen ? OpCode.JumpIfGreaterOrEqual : OpCode.JumpIfNotGreaterOrEqual,
        BinaryOperator.Equal => jumpWhen ? OpCode.JumpIfEqual : OpCode.JumpIfNotEqual,
        BinaryOperator.NotEqual => jumpWhen ? OpCode.JumpIfNotEqual : OpCode.JumpIfEqual,
        BinaryOperator.StrictEqual => jumpWhen ? OpCode.JumpIfStrictEqual : OpCode.JumpIfStrictNotEqual,
        BinaryOperator.StrictNotEqual => jumpWhen ? OpCode.JumpIfStrictNotEqual : OpCode.JumpIfStrictEqual,
        _ => null,
    };
}
