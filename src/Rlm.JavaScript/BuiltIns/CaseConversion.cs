using System.Buffers;
using System.Text;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Unicode's default case conversion of whole texts with its special casing, from own tables: the same on every host, whatever its culture.
/// See <see href="https://tc39.es/ecma262/#sec-string.prototype.tolowercase"/>.
/// </summary>
internal static partial class CaseConversion
{
    private const int RunLength = 4;
    private const char CapitalSigma = 'Σ';
    private const char SmallSigma = 'σ';
    private const char FinalSigma = 'ς';
    private const char CapitalIWithDot = 'İ';

    /// <summary>"i" and the combining dot above.</summary>
    private const string SmallIWithDot = "i\u0307";

    private static readonly SearchValues<char> StaysLower = AsciiExcept('A', 'Z');
    private static readonly SearchValues<char> StaysUpper = AsciiExcept('a', 'z');
    private static readonly Lazy<CharacterSet> Cased = new(() => PropertyOf("Cased"));
    private static readonly Lazy<CharacterSet> CaseIgnorable = new(() => PropertyOf("Case_Ignorable"));

    public static JsString ToLower(Agent agent, JsString text) => Convert(agent, text, toUpper: false);

    public static JsString ToUpper(Agent agent, JsString text) => Convert(agent, text, toUpper: true);

    private static JsString Convert(Agent agent, JsString text, bool toUpper)
    {
        ReadOnlySpan<char> span = text.Span;
        int position = IndexOfChange(agent, span, toUpper ? StaysUpper : StaysLower);
        if (position < 0)
        {
            return text;
        }

        var result = new TextBuilder(agent, span.Length);
        result.Append(span[..position]);
        while (position < span.Length)
        {
            if (span[position] < 0x80)
            {
                position += ConvertAscii(agent, span[position..], toUpper, result);
            }
            else
            {
                agent.Meter.Work(1);
                position += toUpper ? AppendUpper(span, position, result) : AppendLower(agent, span, position, result);
            }
        }

        return result.ToJsString();
    }

    private static int IndexOfChange(Agent agent, ReadOnlySpan<char> text, SearchValues<char> unchanged)
    {
        for (int from = 0; from < text.Length; from += MeteredText.SliceLength)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(MeteredText.SliceLength, text.Length - from));
            int found = slice.IndexOfAnyExcept(unchanged);
            agent.Meter.Work(1 + ((found < 0 ? slice.Length : found) / MeteredText.CharactersPerUnit));
            if (found >= 0)
            {
                return from + found;
            }
        }

        return -1;
    }

    private static int ConvertAscii(Agent agent, ReadOnlySpan<char> text, bool toUpper, TextBuilder result)
    {
        ReadOnlySpan<char> slice = text[..Math.Min(text.Length, MeteredText.SliceLength)];
        Span<char> target = result.Reserve(slice.Length);
        _ = toUpper ? Ascii.ToUpper(slice, target, out int written) : Ascii.ToLower(slice, target, out written);
        agent.Meter.Work(1 + (written / MeteredText.CharactersPerUnit));
        result.Advance(written);
        return written;
    }

    /// <summary>Appends one converted character and returns how many units of the text it took.</summary>
    private static int AppendUpper(ReadOnlySpan<char> text, int position, TextBuilder result)
    {
        int length = Decode(text, position, out int character);
        int upper = Map(UpperRuns, character);
        if (upper == character && length == 1 && SequenceOf((char)character) is { } sequence)
        {
            result.Append(sequence.AsSpan(1));
        }
        else
        {
            AppendCodePoint(result, upper);
        }

        return length;
    }

    private static int AppendLower(Agent agent, ReadOnlySpan<char> text, int position, TextBuilder result)
    {
        int length = Decode(text, position, out int character);
        switch (character)
        {
            case CapitalSigma:
                result.Append(IsFinal(agent, text, position) ? FinalSigma : SmallSigma);
                break;
            case CapitalIWithDot:
                result.Append(SmallIWithDot);
                break;
            default:
                AppendCodePoint(result, Map(LowerRuns, character));
                break;
        }

        return length;
    }

    /// <summary>Final_Sigma of SpecialCasing.txt: a cased letter before, none after, whatever case-ignorable characters stand between.</summary>
    private static bool IsFinal(Agent agent, ReadOnlySpan<char> text, int position)
    {
        int before = position;
        int character;
        do
        {
            if (before == 0)
            {
                return false;
            }

            agent.Meter.Work(1);
            before -= before > 1 && char.IsSurrogatePair(text[before - 2], text[before - 1]) ? 2 : 1;
            Decode(text, before, out character);
        }
        while (CaseIgnorable.Value.Contains(character));

        if (!Cased.Value.Contains(character))
        {
            return false;
        }

        for (int after = position + 1; after < text.Length;)
        {
            agent.Meter.Work(1);
            after += Decode(text, after, out character);
            if (!CaseIgnorable.Value.Contains(character))
            {
                return !Cased.Value.Contains(character);
            }
        }

        return true;
    }

    private static int Decode(ReadOnlySpan<char> text, int position, out int character)
    {
        character = text[position];
        if (position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]))
        {
            character = char.ConvertToUtf32(text[position], text[position + 1]);
            return 2;
        }

        return 1;
    }

    private static void AppendCodePoint(TextBuilder result, int character)
    {
        if (character <= char.MaxValue)
        {
            result.Append((char)character);
            return;
        }

        Span<char> target = result.Reserve(2);
        result.Advance(new Rune(character).EncodeToUtf16(target));
    }

    private static int Map(ReadOnlySpan<int> runs, int character)
    {
        int low = 0;
        int high = (runs.Length / RunLength) - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            ReadOnlySpan<int> run = runs.Slice(middle * RunLength, RunLength);
            if (character < run[0])
            {
                high = middle - 1;
            }
            else if (character > run[1])
            {
                low = middle + 1;
            }
            else
            {
                return (character - run[0]) % run[2] == 0 ? character + run[3] : character;
            }
        }

        return character;
    }

    private static string? SequenceOf(char character)
    {
        int low = 0;
        int high = UpperSequences.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int order = UpperSequences[middle][0] - character;
            if (order == 0)
            {
                return UpperSequences[middle];
            }

            if (order > 0)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return null;
    }

    private static SearchValues<char> AsciiExcept(char first, char last)
    {
        Span<char> characters = stackalloc char[128];
        int count = 0;
        for (char character = '\0'; character < 128; character++)
        {
            if (character < first || character > last)
            {
                characters[count++] = character;
            }
        }

        return SearchValues.Create(characters[..count]);
    }

    private static CharacterSet PropertyOf(string name) =>
        UnicodeProperties.TryGetSet(name, out CharacterSet set) ? set : CharacterSet.Empty;
}
