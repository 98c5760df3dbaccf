using System.Globalization;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Which differences count; the names are those of the option of <c>Intl.Collator</c>.</summary>
internal enum CollationSensitivity
{
    Variant,
    Accent,
    Case,
    Base,
}

/// <summary>
/// The order of the root locale of CLDR, which English has too: first by letters, then by accents, then by case, small before capital;
/// punctuation counts, and stands before digits, digits before letters. Compares ASCII itself, all else with the invariant culture.
/// </summary>
internal readonly record struct TextCollation(CollationSensitivity Sensitivity, bool IsNumeric)
{
    public static readonly TextCollation Default;

    /// <summary>How much is compared at once: what is longer is compared in pieces of the same length, which texts that write an accent in two ways may get out of step.</summary>
    private const int WindowLength = 1 << 19;

    /// <summary>The ASCII characters that count, in their order, without the capital letters. The control characters do not count.</summary>
    private const string AsciiOrder = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly int WeightOfZero = AsciiOrder.IndexOf('0', StringComparison.Ordinal) + 1;
    private static readonly byte[] AsciiWeights = MakeAsciiWeights();

    /// <summary>Reads the options of <c>localeCompare</c>. See <see href="https://tc39.es/ecma402/#sup-String.prototype.localeCompare"/>.</summary>
    public static TextCollation FromOptions(Agent agent, Value options)
    {
        if (options.IsUndefined)
        {
            return Default;
        }

        var reader = new LocaleOptions(agent, "String.prototype.localeCompare", options);
        reader.GetText("usage", "sort", "sort", "search");
        bool isNumeric = reader.GetBoolean("numeric") ?? false;
        if (reader.GetText("caseFirst", "false", "false", "lower", "upper") == "upper")
        {
            throw agent.RangeError("localeCompare does not support caseFirst \"upper\" here");
        }

        CollationSensitivity sensitivity = reader.GetText("sensitivity", "variant", "base", "accent", "case", "variant") switch
        {
            "base" => CollationSensitivity.Base,
            "accent" => CollationSensitivity.Accent,
            "case" => CollationSensitivity.Case,
            _ => CollationSensitivity.Variant,
        };
        if (reader.GetBoolean("ignorePunctuation") == true)
        {
            throw agent.RangeError("localeCompare does not support ignorePunctuation here; remove the punctuation with replace first");
        }

        return new TextCollation(sensitivity, isNumeric);
    }

    /// <summary>-1, 0 or 1.</summary>
    public int Compare(JsString left, JsString right, Meter meter)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        ReadOnlySpan<char> leftText = left.Span;
        ReadOnlySpan<char> rightText = right.Span;
        if (TryCompareAscii(leftText, rightText, meter, out int order))
        {
            return order;
        }

        // What both begin with decides nothing.
        int common = MeteredText.CommonPrefixLength(leftText, rightText, meter);
        if (common == leftText.Length && common == rightText.Length)
        {
            return 0;
        }

        common = StartOfWord(leftText, common);
        leftText = leftText[common..];
        rightText = rightText[common..];
        if (Math.Max(leftText.Length, rightText.Length) <= WindowLength)
        {
            return CompareWindow(leftText, rightText, Options(Sensitivity), meter);
        }

        return CompareLong(leftText, rightText, meter);
    }

    /// <summary>Whether there are marks in a text, which could stand in another order and mean the same.</summary>
    public static bool MayBeUnordered(JsString text, Meter meter)
    {
        const int StepsPerReport = 1 << 14;
        ReadOnlySpan<char> span = text.Span;
        for (int from = 0; from < span.Length; from += StepsPerReport)
        {
            ReadOnlySpan<char> slice = span.Slice(from, Math.Min(StepsPerReport, span.Length - from));
            meter.Work(1 + (slice.Length / MeteredText.CharactersPerUnit));
            foreach (char character in slice)
            {
                if (character >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The beginning of the word that goes up to an index: before it nothing interacts with what comes after.</summary>
    private static int StartOfWord(ReadOnlySpan<char> text, int index)
    {
        const int MostSteps = 256;
        int start = index;
        while (start > 0 && index - start < MostSteps && text[start - 1] is not (' ' or '\n' or '\t'))
        {
            start--;
        }

        return start;
    }

    private static int CompareWindow(ReadOnlySpan<char> left, ReadOnlySpan<char> right, CompareOptions options, Meter meter)
    {
        meter.Work(16 + left.Length + right.Length);
        return Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, options));
    }

    /// <summary>Differences of letters in any window come before differences of accents in all, and those before case.</summary>
    private int CompareLong(ReadOnlySpan<char> left, ReadOnlySpan<char> right, Meter meter)
    {
        ReadOnlySpan<CollationSensitivity> levels = Sensitivity switch
        {
            CollationSensitivity.Base => [CollationSensitivity.Base],
            CollationSensitivity.Accent => [CollationSensitivity.Base, CollationSensitivity.Accent],
            CollationSensitivity.Case => [CollationSensitivity.Base, CollationSensitivity.Case],
            _ => [CollationSensitivity.Base, CollationSensitivity.Accent, CollationSensitivity.Variant],
        };
        foreach (CollationSensitivity level in levels)
        {
            for (int from = 0; from < left.Length || from < right.Length; from += WindowLength)
            {
                int order = CompareWindow(Window(left, from), Window(right, from), Options(level), meter);
                if (order != 0)
                {
                    return order;
                }
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int from) =>
        from >= text.Length ? [] : text.Slice(from, Math.Min(WindowLength, text.Length - from));

    private CompareOptions Options(CollationSensitivity sensitivity)
    {
        CompareOptions options = sensitivity switch
        {
            CollationSensitivity.Base => CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace,
            CollationSensitivity.Accent => CompareOptions.IgnoreCase,
            CollationSensitivity.Case => CompareOptions.IgnoreNonSpace,
            _ => CompareOptions.None,
        };
        return IsNumeric ? options | CompareOptions.NumericOrdering : options;
    }

    private bool TryCompareAscii(ReadOnlySpan<char> left, ReadOnlySpan<char> right, Meter meter, out int order)
    {
        const int StepsPerReport = 1 << 14;
        bool countsCase = Sensitivity is CollationSensitivity.Variant or CollationSensitivity.Case;
        int byCase = 0;
        int i = 0;
        int j = 0;
        int reported = 0;
        while (true)
        {
            int leftWeight = NextWeight(left, ref i);
            int rightWeight = NextWeight(right, ref j);
            if (leftWeight < 0 || rightWeight < 0)
            {
                meter.Work(1 + ((i - reported) / 4));
                order = 0;
                return false;
            }

            if (IsNumeric && IsDigit(leftWeight) && IsDigit(rightWeight))
            {
                order = CompareNumbers(left, ref i, right, ref j);
                if (order != 0)
                {
                    break;
                }

                continue;
            }

            if (leftWeight != rightWeight)
            {
                order = leftWeight < rightWeight ? -1 : 1;
                break;
            }

            if (leftWeight == 0)
            {
                order = countsCase ? byCase : 0;
                break;
            }

            if (byCase == 0 && left[i - 1] != right[j - 1])
            {
                byCase = left[i - 1] > right[j - 1] ? -1 : 1;
            }

            if (i - reported >= StepsPerReport)
            {
                meter.Work(StepsPerReport / 4);
                reported = i;
            }
        }

        // A difference of letters holds only if no accent or the like follows where it would belong to them.
        meter.Work(1 + ((i - reported) / 4));
        return (i >= left.Length || left[i] < 0x80) && (j >= right.Length || right[j] < 0x80);
    }

    private static bool IsDigit(int weight) => weight >= WeightOfZero && weight < WeightOfZero + 10;

    /// <summary>The weight of the next character that counts; 0 at the end, negative for one that is not ASCII.</summary>
    private static int NextWeight(ReadOnlySpan<char> text, ref int index)
    {
        while (index < text.Length)
        {
            char character = text[index++];
            if (character >= 0x80)
            {
                return -1;
            }

            int weight = AsciiWeights[character];
            if (weight != 0)
            {
                return weight;
            }
        }

        return 0;
    }

    /// <summary>Compares the numbers whose first digits have just been read.</summary>
    private static int CompareNumbers(ReadOnlySpan<char> left, ref int i, ReadOnlySpan<char> right, ref int j)
    {
        ReadOnlySpan<char> leftDigits = TakeDigits(left, ref i);
        ReadOnlySpan<char> rightDigits = TakeDigits(right, ref j);
        return leftDigits.Length != rightDigits.Length
            ? leftDigits.Length.CompareTo(rightDigits.Length)
            : Math.Sign(leftDigits.SequenceCompareTo(rightDigits));
    }

    private static ReadOnlySpan<char> TakeDigits(ReadOnlySpan<char> text, ref int index)
    {
        int start = index - 1;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return text[start..index].TrimStart('0');
    }

    private static byte[] MakeAsciiWeights()
    {
        var weights = new byte[128];
        for (int i = 0; i < AsciiOrder.Length; i++)
        {
            char character = AsciiOrder[i];
            weights[character] = (byte)(i + 1);
            if (char.IsAsciiLetterLower(character))
            {
                weights[character - 'a' + 'A'] = (byte)(i + 1);
            }
        }

        return weights;
    }
}
