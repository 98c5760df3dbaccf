using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>The identifiers that a binding target declares (ECMA-262 §8.2.1).</summary>
internal static class BoundNames
{
    public static IEnumerable<Identifier> Of(Node target) => target switch
    {
        Identifier identifier => [identifier],
        ArrayPattern array => array.Elements.Where(element => element is not null).SelectMany(element => Of(element!.Target)).Concat(OfRest(array.Rest)),
        ObjectPattern pattern => pattern.Properties.SelectMany(property => Of(property.Value.Target)).Concat(OfRest(pattern.Rest)),
        _ => [],
    };

    private static IEnumerable<Identifier> OfRest(Node? rest) => rest is null ? [] : Of(rest);
}

/// <summary>The names declared by var in statements, outside inner functions (ECMA-262 §8.2.7).</summary>
internal static class VarNames
{
    public static IEnumerable<Identifier> In(IReadOnlyList<Statement> statements) => statements.SelectMany(In);

    private static IEnumerable<Identifier> In(Statement? statement) => statement switch
    {
        VariableDeclaration { Kind: VariableKind.Var } declaration => OfDeclaration(declaration),
        BlockStatement block => In(block.Body),
        IfStatement @if => @if.Clauses.SelectMany(clause => In(clause.Consequent)).Concat(In(@if.Alternate)),
        ForStatement @for => InNode(@for.Initializer).Concat(In(@for.Body)),
        ForEachStatement forEach => InNode(forEach.Left).Concat(In(forEach.Body)),
        WhileStatement @while => In(@while.Body),
        DoWhileStatement doWhile => In(doWhile.Body),
        TryStatement @try => In(@try.Block.Body).Concat(In(@try.Handler)).Concat(In(@try.Finalizer)),
        SwitchStatement @switch => @switch.Cases.SelectMany(@case => In(@case.Body)),
        LabeledStatement labeled => In(labeled.Body),
        _ => [],
    };

    private static IEnumerable<Identifier> InNode(Node? node) => node is Statement statement ? In(statement) : [];

    private static IEnumerable<Identifier> OfDeclaration(VariableDeclaration declaration) =>
        declaration.Declarators.SelectMany(declarator => BoundNames.Of(declarator.Target));
}
