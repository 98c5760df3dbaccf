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

    /// <summary>
    /// Whether top-level names of earlier turns may be declared again. The parser sees one turn, in which a duplicate is
    /// always an error; what earlier turns declared is known, and this option read, by the compiler.
    /// </summary>
    public bool AllowRedeclaration { get; init; }

    /// <summary>Checks a regular-expression literal, pattern and flags; returns what is wrong with it, or null.</summary>
    public Func<string, string, string?>? ValidateRegExp { get; init; }
}
