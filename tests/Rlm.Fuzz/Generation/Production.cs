namespace Rlm.Fuzz.Generation;

/// <summary>One way to expand a symbol.</summary>
/// <param name="Weight">How often it is chosen, beside its siblings.</param>
/// <param name="IsComparable">Whether another engine must give the same.</param>
/// <param name="NeedsAsync">Whether it has an <c>await</c> of the function around it.</param>
/// <param name="Parts">Literal texts and holes, in order.</param>
internal sealed record Production(int Weight, bool IsComparable, bool NeedsAsync, IReadOnlyList<Part> Parts)
{
    /// <summary>Gets or sets how many levels the shortest expansion has.</summary>
    public int Height { get; set; } = int.MaxValue;
}

/// <summary>A piece of a production: a literal text, or a hole to fill.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, the symbol, or the name of a kind of literal.</param>
/// <param name="Context">The kind of function that a hole is in, if it is another than that around it.</param>
/// <param name="IsDelimited">Whether an expression of any precedence may stand here.</param>
internal sealed record Part(PartKind Kind, string Text, FunctionKind? Context = null, bool IsDelimited = true);

internal enum PartKind
{
    Literal,
    Symbol,
    Quote,
    Parameter,
    Variable,
    Constant,
    Assignable,
    Last,
    Body,
    Block,
    Loop,
    Statements,
    Code,
}

internal enum FunctionKind
{
    Plain,
    Async,
    Generator,
}
