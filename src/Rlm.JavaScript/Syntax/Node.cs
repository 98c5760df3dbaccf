namespace Rlm.JavaScript.Syntax;

/// <summary>A node of the syntax tree. Positions are UTF-16 offsets into the source text.</summary>
/// <remarks>
/// The depth of a tree is bounded by the parser (see <see cref="ParserOptions.MaxDepth"/>), so that later stages may walk it recursively.
/// Left-associative and right-leaning chains, which can be as long as the source, are flat lists and not nested nodes.
/// </remarks>
internal abstract class Node(int start)
{
    public readonly int Start = start;

    /// <summary>The offset after the last character of the node.</summary>
    public int End;
}

internal abstract class Expression(int start) : Node(start)
{
    public bool IsParenthesized;
}

internal abstract class Statement(int start) : Node(start);

/// <summary>A whole script: the text of one turn.</summary>
internal sealed class Script(IReadOnlyList<Statement> body) : Node(0)
{
    public readonly IReadOnlyList<Statement> Body = body;

    /// <summary>Whether an <c>await</c> stands at top level, outside any function.</summary>
    public bool HasTopLevelAwait;
}
