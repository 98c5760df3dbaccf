namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <summary>How values are shown; the defaults are those of Node.js.</summary>
internal sealed record InspectOptions
{
    public static readonly InspectOptions Default = new();

    /// <summary>How many levels of objects are opened below the first.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Objects of at most this many inner levels are put on one line where they fit.</summary>
    public int Compact { get; init; } = 3;

    public int BreakLength { get; init; } = 80;

    /// <summary>How many elements of an array, Map or Set are shown.</summary>
    public int MaxArrayLength { get; init; } = 100;

    /// <summary>How many characters of a string are shown.</summary>
    public int MaxStringLength { get; init; } = 10_000;

    /// <summary>Once so many characters have been made, what is left is not looked at: the caller keeps no more of the text anyway.</summary>
    public long MaxLength { get; init; } = int.MaxValue;
}
