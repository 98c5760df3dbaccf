namespace Rlm.JavaScript.RegularExpressions;

/// <summary>The flags of a regular expression, one bit for each letter.</summary>
[Flags]
internal enum RegExpFlags
{
    None = 0,

    /// <summary><c>d</c>. Concerns the caller only: positions are always there.</summary>
    HasIndices = 1,

    /// <summary><c>g</c>. Concerns the caller only.</summary>
    Global = 2,

    /// <summary><c>i</c></summary>
    IgnoreCase = 4,

    /// <summary><c>m</c></summary>
    Multiline = 8,

    /// <summary><c>s</c></summary>
    DotAll = 16,

    /// <summary><c>u</c></summary>
    Unicode = 32,

    /// <summary><c>v</c></summary>
    UnicodeSets = 64,

    /// <summary><c>y</c>. Concerns the caller only, who asks for a match at one index.</summary>
    Sticky = 128,
}

/// <summary>The letters of <see cref="RegExpFlags"/>.</summary>
internal static class RegExpFlagLetters
{
    // In the order in which RegExp.prototype.flags lists them.
    private const string Letters = "dgimsuvy";

    /// <summary>Reads flag letters; false if a letter is unknown or repeated, or if <c>u</c> and <c>v</c> are both there.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RegExpFlags flags)
    {
        flags = RegExpFlags.None;
        foreach (var letter in text)
        {
            var index = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (index < 0 || (flags & (RegExpFlags)(1 << index)) != RegExpFlags.None)
            {
                return false;
            }

            flags |= (RegExpFlags)(1 << index);
        }

        return (flags & (RegExpFlags.Unicode | RegExpFlags.UnicodeSets)) != (RegExpFlags.Unicode | RegExpFlags.UnicodeSets);
    }

    /// <summary>Whether a pattern matches code points and not code units.</summary>
    public static bool ReadsCodePoints(this RegExpFlags flags) => (flags & (RegExpFlags.Unicode | RegExpFlags.UnicodeSets)) != RegExpFlags.None;

    /// <summary>The letters in the order of <c>RegExp.prototype.flags</c>.</summary>
    public static string Format(RegExpFlags flags)
    {
        Span<char> text = stackalloc char[Letters.Length];
        var length = 0;
        for (var i = 0; i < Letters.Length; i++)
        {
            if ((flags & (RegExpFlags)(1 << i)) != RegExpFlags.None)
            {
                text[length++] = Letters[i];
            }
        }

        return text[..length].ToString();
    }
}
