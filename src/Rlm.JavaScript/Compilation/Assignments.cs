using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>Tells whether evaluating an expression may assign to a variable that lives in a register of the same function.</summary>
internal static class Assignments
{
    /// <summary>
    /// False only for expressions that clearly do not. Inner functions cannot: what they use is not in registers. The look is shallow, so that it costs little where expressions nest.
    /// </summary>
    public static bool MayOccurIn(Expression? expression) => expression switch
    {
        null or NumberLiteral or StringLiteral or BooleanLiteral or NullLiteral or BigIntLiteral or RegExpLiteral or Identifier or ThisExpression or FunctionExpression => false,
        ChainExpression { Base: Identifier or ThisExpression or StringLiteral } chain => chain.Links.Any(MayOccurIn),
        BinaryExpression { First: var first } binary => IsNotSimple(first) || binary.Operations.Any(operation => IsNotSimple(operation.Operand)),
        UnaryExpression unary => IsNotSimple(unary.Operand),
        AwaitExpression await => MayOccurIn(await.Argument),
        _ => true,
    };

    private static bool MayOccurIn(ChainLink link) => link switch
    {
        MemberLink or PrivateLink => false,
        IndexLink index => IsNotSimple(index.Index),
        CallLink call => call.Arguments.Any(IsNotSimple),
        _ => true,
    };

    private static bool IsNotSimple(Expression expression) => expression switch
    {
        NumberLiteral or StringLiteral or BooleanLiteral or NullLiteral or Identifier or ThisExpression or FunctionExpression or RegExpLiteral => false,
        ChainExpression { Base: Identifier or ThisExpression } chain => !chain.Links.All(link => link is MemberLink or IndexLink { Index: Identifier or NumberLiteral or StringLiteral } or CallLink { Arguments.Count: 0 }),
        BinaryExpression { First: NumberLiteral or Identifier } binary => !binary.Operations.All(operation => operation.Operand is NumberLiteral or StringLiteral or Identifier),
        _ => true,
    };
}
