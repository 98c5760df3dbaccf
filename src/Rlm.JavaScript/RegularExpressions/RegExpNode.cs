namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// A piece of a parsed pattern. Non-capturing groups leave no node. Case-insensitivity is resolved by the parser: sets are
/// closed over case, and a character that has case variants becomes a set.
/// </summary>
internal abstract class RegExpNode(int minLength, bool isZeroWidth)
{
    /// <summary>No match is shorter than this many characters (an under-estimate where back-references are concerned).</summary>
    public int MinLength { get; } = minLength;

    /// <summary>Every match is empty.</summary>
    public bool IsZeroWidth { get; } = isZeroWidth;

    public bool IsNullable => MinLength == 0;
}

internal sealed class EmptyNode() : RegExpNode(0, isZeroWidth: true)
{
    public static readonly EmptyNode Instance = new();
}

/// <summary>One character: a code unit, or a code point with the u flag.</summary>
internal sealed class CharacterNode(int character) : RegExpNode(1, isZeroWidth: false)
{
    public int Character { get; } = character;
}

/// <summary>One character out of a set.</summary>
internal sealed class SetNode(CharacterSet set) : RegExpNode(1, isZeroWidth: false)
{
    public CharacterSet Set { get; } = set;
}

internal sealed class SequenceNode(RegExpNode[] items, int minLength, bool isZeroWidth) : RegExpNode(minLength, isZeroWidth)
{
    public RegExpNode[] Items { get; } = items;
}

internal sealed class AlternationNode(RegExpNode[] alternatives, int minLength, bool isZeroWidth) : RegExpNode(minLength, isZeroWidth)
{
    public RegExpNode[] Alternatives { get; } = alternatives;
}

internal sealed class CaptureNode(int index, RegExpNode body) : RegExpNode(body.MinLength, body.IsZeroWidth)
{
    public int Index { get; } = index;

    public RegExpNode Body { get; } = body;
}

/// <summary>Look-ahead or look-behind; it holds the groups from <see cref="FirstGroup"/> up to, not including, <see cref="EndGroup"/>.</summary>
internal sealed class LookNode(RegExpNode body, bool behind, bool negative, int firstGroup, int endGroup) : RegExpNode(0, isZeroWidth: true)
{
    public RegExpNode Body { get; } = body;

    public bool Behind { get; } = behind;

    public bool Negative { get; } = negative;

    public int FirstGroup { get; } = firstGroup;

    public int EndGroup { get; } = endGroup;
}

/// <summary>A quantified piece; it holds the groups from <see cref="FirstGroup"/> up to, not including, <see cref="EndGroup"/>.</summary>
internal sealed class RepeatNode(RegExpNode body, int min, int max, bool greedy, int firstGroup, int endGroup)
    : RegExpNode((int)Math.Min((long)body.MinLength * min, int.MaxValue), body.IsZeroWidth || max == 0)
{
    /// <summary>The maximum of a quantifier that has none.</summary>
    public const int Unbounded = int.MaxValue;

    public RegExpNode Body { get; } = body;

    public int Min { get; } = min;

    public int Max { get; } = max;

    public bool Greedy { get; } = greedy;

    public int FirstGroup { get; } = firstGroup;

    public int EndGroup { get; } = endGroup;
}

internal sealed class BackReferenceNode(int index) : RegExpNode(0, isZeroWidth: false)
{
    /// <summary>The group; for a name that is not known yet, it is set when the pattern has been read.</summary>
    public int Index { get; set; } = index;

    public bool IgnoresCase { get; init; }
}

internal enum AssertionKind
{
    Start,
    End,
    LineStart,
    LineEnd,
    WordBoundary,
    NotWordBoundary,
}

internal sealed class AssertionNode(AssertionKind kind) : RegExpNode(0, isZeroWidth: true)
{
    public AssertionKind Kind { get; } = kind;

    /// <summary>Whether the characters of words are those of <see cref="CharacterSet.FoldedWordCharacters"/>.</summary>
    public bool FoldsCase { get; init; }

    public CharacterSet WordCharacters => FoldsCase ? CharacterSet.FoldedWordCharacters : CharacterSet.WordCharacters;
}
