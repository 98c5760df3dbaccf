namespace Rlm.JavaScript.Syntax;

internal enum VariableKind
{
    Var,
    Let,
    Const,
}

internal sealed class VariableDeclaration(int start, VariableKind kind, IReadOnlyList<VariableDeclarator> declarators) : Statement(start)
{
    public readonly VariableKind Kind = kind;
    public readonly IReadOnlyList<VariableDeclarator> Declarators = declarators;
}

internal sealed class VariableDeclarator(int start, Node target, Expression? initializer) : Node(start)
{
    /// <summary>An <see cref="Identifier"/> or a <see cref="Pattern"/>.</summary>
    public readonly Node Target = target;
    public readonly Expression? Initializer = initializer;
}

internal sealed class FunctionDeclaration(int start, FunctionNode function) : Statement(start)
{
    public readonly FunctionNode Function = function;
}

internal sealed class ClassDeclaration(int start, ClassNode @class) : Statement(start)
{
    public readonly ClassNode Class = @class;
}

internal sealed class ExpressionStatement(int start, Expression expression) : Statement(start)
{
    public readonly Expression Expression = expression;
}

internal sealed class BlockStatement(int start, IReadOnlyList<Statement> body) : Statement(start)
{
    public readonly IReadOnlyList<Statement> Body = body;
}

/// <summary><c>;</c> and <c>debugger;</c>.</summary>
internal sealed class EmptyStatement(int start) : Statement(start);

/// <summary><c>if … else if … else …</c> as a list of clauses and the last alternate.</summary>
internal sealed class IfStatement(int start, IReadOnlyList<IfClause> clauses, Statement? alternate) : Statement(start)
{
    public readonly IReadOnlyList<IfClause> Clauses = clauses;
    public readonly Statement? Alternate = alternate;
}

internal readonly record struct IfClause(Expression Test, Statement Consequent);

internal sealed class ForStatement(int start, Node? initializer, Expression? test, Expression? update, Statement body) : Statement(start)
{
    /// <summary>A <see cref="VariableDeclaration"/> or an <see cref="Expression"/>.</summary>
    public readonly Node? Initializer = initializer;
    public readonly Expression? Test = test;
    public readonly Expression? Update = update;
    public readonly Statement Body = body;
}

internal enum ForEachKind
{
    In,
    Of,
    AwaitOf,
}

/// <summary><c>for (left in right)</c>, <c>for (left of right)</c>, <c>for await (left of right)</c>.</summary>
internal sealed class ForEachStatement(int start, ForEachKind kind, Node left, Expression right, Statement body) : Statement(start)
{
    public readonly ForEachKind Kind = kind;

    /// <summary>
    /// A <see cref="VariableDeclaration"/> with one declarator without an initialiser, or an assignment target:
    /// <see cref="Identifier"/>, member <see cref="ChainExpression"/>, <see cref="Pattern"/>.
    /// </summary>
    public readonly Node Left = left;
    public readonly Expression Right = right;
    public readonly Statement Body = body;
}

internal sealed class WhileStatement(int start, Expression test, Statement body) : Statement(start)
{
    public readonly Expression Test = test;
    public readonly Statement Body = body;
}

internal sealed class DoWhileStatement(int start, Statement body, Expression test) : Statement(start)
{
    public readonly Statement Body = body;
    public readonly Expression Test = test;
}

internal sealed class BreakStatement(int start, string? label) : Statement(start)
{
    public readonly string? Label = label;
}

internal sealed class ContinueStatement(int start, string? label) : Statement(start)
{
    public readonly string? Label = label;
}

internal sealed class ReturnStatement(int start, Expression? argument) : Statement(start)
{
    public readonly Expression? Argument = argument;
}

internal sealed class ThrowStatement(int start, Expression argument) : Statement(start)
{
    public readonly Expression Argument = argument;
}

internal sealed class TryStatement(int start, BlockStatement block, Node? parameter, BlockStatement? handler, BlockStatement? finalizer) : Statement(start)
{
    public readonly BlockStatement Block = block;

    /// <summary>The catch parameter: an <see cref="Identifier"/>, a <see cref="Pattern"/>, or null.</summary>
    public readonly Node? Parameter = parameter;
    public readonly BlockStatement? Handler = handler;
    public readonly BlockStatement? Finalizer = finalizer;
}

internal sealed class SwitchStatement(int start, Expression discriminant, IReadOnlyList<SwitchCase> cases) : Statement(start)
{
    public readonly Expression Discriminant = discriminant;
    public readonly IReadOnlyList<SwitchCase> Cases = cases;
}

internal sealed class SwitchCase(int start, Expression? test, IReadOnlyList<Statement> body) : Node(start)
{
    /// <summary>Null for <c>default</c>.</summary>
    public readonly Expression? Test = test;
    public readonly IReadOnlyList<Statement> Body = body;
}

/// <summary>A statement with all the labels that stand directly before it.</summary>
internal sealed class LabeledStatement(int start, IReadOnlyList<string> labels, Statement body) : Statement(start)
{
    public readonly IReadOnlyList<string> Labels = labels;
    public readonly Statement Body = body;
}
