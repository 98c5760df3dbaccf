namespace Rlm.JavaScript.Syntax;

/// <summary>What the parser accepts beyond a plain strict script, and how much of it.</summary>
internal sealed record ParserOptions
{
    public bool AllowTopLevelAwait { get; init; } = true;
    public bool AllowTopLevelReturn { get; init; } = true;

    /// <summary>Accepts TypeScript type annotations, interfaces, type aliases, <c>as</c> and non-null assertions, and ignores them.</summary>
    public bool AllowTypeAnnotations { get; init; } = true;

    /// <summary>How deep statements, expressions and functions may nest. Recorded programs of language models reach 27.</summary>
    public int MaxDepth { get; init; } = 300;
}
