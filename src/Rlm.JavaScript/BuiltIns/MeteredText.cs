using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Copying and searching text of any length, in slices between which the meter is asked: an evaluation can be stopped in the middle.
/// Searching takes time in proportion to the text, whatever is searched for.
/// </summary>
internal static partial class MeteredText
{
    /// <summary>The most characters that are worked on without asking the meter.</summary>
    public const int SliceLength = 1 << 19;

    /// <summary>How many characters make one unit of work.</summary>
    public const int CharactersPerUnit = 16;

    /// <summary>The length up to which what is searched for is left to the vectorised search, whose time may grow with it.</summary>
    private const int MaximumVectorised = 32;

    public static void Copy(scoped ReadOnlySpan<char> source, scoped Span<char> target, Meter meter)
    {
        while (source.Length > SliceLength)
        {
            source[..SliceLength].CopyTo(target);
            meter.Work(SliceLength / CharactersPerUnit);
            source = source[SliceLength..];
            target = target[SliceLength..];
        }

        source.CopyTo(target);
        meter.Work(1 + (source.Length / CharactersPerUnit));
    }

    /// <summary>The first index at or after <paramref name="from"/> of a character, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, char character, int from, Meter meter)
    {
        while (true)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(SliceLength, text.Length - from));
            int found = slice.IndexOf(character);
            meter.Work(1 + ((found < 0 ? slice.Length : found) / CharactersPerUnit));
            if (found >= 0)
            {
                return from + found;
            }

            from += slice.Length;
            if (from == text.Length)
            {
                return -1;
            }
        }
    }

    /// <summary>How often a character occurs.</summary>
    public static int Count(ReadOnlySpan<char> text, char character, Meter meter)
    {
        int count = 0;
        for (int from = 0; from < text.Length; from += SliceLength)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(SliceLength, text.Length - from));
            count += slice.Count(character);
            meter.Work(1 + (slice.Length / CharactersPerUnit));
        }

        return count;
    }

    /// <summary>The first index at or after <paramref name="from"/> where <paramref name="pattern"/> stands, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter) => pattern.Length switch
    {
        0 => from <= text.Length ? from : -1,
        1 => from < text.Length ? IndexOf(text, pattern[0], from, meter) : -1,
        <= MaximumVectorised => IndexOfShort(text, pattern, from, meter),
        _ => IndexOfLong(text, pattern, from, meter),
    };

    /// <summary>The last index up to <paramref name="from"/> where <paramref name="pattern"/> stands, or -1.</summary>
    public static int LastIndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter)
    {
        from = Math.Min(from, text.Length - pattern.Length);
        if (from < 0)
        {
            return -1;
        }

        if (pattern.Length == 0)
        {
            return from;
        }

        return pattern.Length <= MaximumVectorised
            ? LastIndexOfShort(text, pattern, from, meter)
            : LastIndexOfLong(text, pattern, from, meter);
    }

    /// <summary>The length of what two texts begin with in common.</summary>
    public static int CommonPrefixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right, Meter meter)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int from = 0; from < length; from += SliceLength)
        {
            int count = Math.Min(SliceLength, length - from);
            int common = left.Slice(from, count).CommonPrefixLength(right.Slice(from, count));
            meter.Work(1 + (common / CharactersPerUnit));
            if (common < count)
            {
                return from + common;
            }
        }

        return length;
    }

    private static int IndexOfShort(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter)
    {
        while (text.Length - from >= pattern.Length)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(SliceLength, text.Length - from));
            int found = slice.IndexOf(pattern);
            meter.Work(1 + ((found < 0 ? slice.Length : found) / CharactersPerUnit));
            if (found >= 0)
            {
                return from + found;
            }

            // The pattern may begin at the end of this slice.
            from += slice.Length - pattern.Length + 1;
        }

        return -1;
    }

    private static int LastIndexOfShort(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter)
    {
        int end = from + pattern.Length;
        while (end >= pattern.Length)
        {
            int start = Math.Max(0, end - SliceLength);
            int found = text[start..end].LastIndexOf(pattern);
            meter.Work(1 + ((end - start - Math.Max(found, 0)) / CharactersPerUnit));
            if (found >= 0)
            {
                return start + found;
            }

            end = start + pattern.Length - 1;
            if (start == 0)
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>Looks for the beginning of a long pattern, and goes over to <see cref="TwoWaySearch"/> when that is found in vain too often.</summary>
    private static int IndexOfLong(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter)
    {
        ReadOnlySpan<char> beginning = pattern[..MaximumVectorised];
        int last = text.Length - pattern.Length;
        long wasted = 0;
        for (int start = from; from <= last; from++)
        {
            from = IndexOfShort(text[..(last + MaximumVectorised)], beginning, from, meter);
            if (from < 0)
            {
                return -1;
            }

            int common = CommonPrefixLength(text.Slice(from, pattern.Length), pattern, meter);
            if (common == pattern.Length)
            {
                return from;
            }

            wasted += common;
            if (wasted > SliceLength + (4L * (from - start)))
            {
                int found = new TwoWaySearch(text[(from + 1)..], pattern, reversed: false).Find(meter);
                return found < 0 ? -1 : from + 1 + found;
            }
        }

        return -1;
    }

    private static int LastIndexOfLong(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, int from, Meter meter)
    {
        ReadOnlySpan<char> beginning = pattern[..MaximumVectorised];
        long wasted = 0;
        for (int start = from; from >= 0; from--)
        {
            from = LastIndexOfShort(text, beginning, from, meter);
            if (from < 0)
            {
                return -1;
            }

            int common = CommonPrefixLength(text.Slice(from, pattern.Length), pattern, meter);
            if (common == pattern.Length)
            {
                return from;
            }

            wasted += common;
            if (wasted > SliceLength + (4L * (start - from)))
            {
                // Read backwards the last occurrence is the first.
                ReadOnlySpan<char> rest = text[..(from + pattern.Length - 1)];
                int found = new TwoWaySearch(rest, pattern, reversed: true).Find(meter);
                return found < 0 ? -1 : rest.Length - found - pattern.Length;
            }
        }

        return -1;
    }
}
