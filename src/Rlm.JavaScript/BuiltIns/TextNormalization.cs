using System.Globalization;
using System.Text;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Unicode normalisation of texts of any length, piece by piece.</summary>
internal static class TextNormalization
{
    /// <summary>How long a piece is at least, if the text goes on.</summary>
    private const int PieceLength = 8192;

    /// <summary>
    /// A sequence of characters that cannot be cut is refused from this length on: reordering its marks takes time with the square of the length.
    /// Text in any language has at most a handful of marks in a row.
    /// </summary>
    private const int MaximumPiece = 1 << 14;

    public static JsString Normalize(Agent agent, JsString text, NormalizationForm form)
    {
        ReadOnlySpan<char> span = text.Span;
        int position = IndexOfChange(agent, span, form);
        if (position < 0)
        {
            return text;
        }

        position = StartOfPiece(span, position);
        var result = new TextBuilder(agent, span.Length);
        result.Append(span[..position]);
        while (position < span.Length)
        {
            if (!IsValid(span, position, out int length))
            {
                result.Append(span[position++]);
                continue;
            }

            int end = EndOfPiece(agent, span, position + length);
            Append(agent, span[position..end], form, result);
            position = end;
        }

        return result.ToJsString();
    }

    /// <summary>The first character that may not be in its normal form already: up to there nothing needs to be done.</summary>
    private static int IndexOfChange(Agent agent, ReadOnlySpan<char> text, NormalizationForm form)
    {
        // Everything below the combining marks is composed, everything in ASCII is in any form.
        char last = form == NormalizationForm.FormC ? '\u02FF' : '\u007F';
        for (int from = 0; from < text.Length; from += MeteredText.SliceLength)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(MeteredText.SliceLength, text.Length - from));
            int found = slice.IndexOfAnyExceptInRange('\0', last);
            agent.Meter.Work(1 + ((found < 0 ? slice.Length : found) / MeteredText.CharactersPerUnit));
            if (found >= 0)
            {
                return from + found;
            }
        }

        return -1;
    }

    private static void Append(Agent agent, ReadOnlySpan<char> piece, NormalizationForm form, TextBuilder result)
    {
        agent.Meter.Work(piece.Length);
        Span<char> target = result.Reserve(piece.Length);
        if (!piece.TryNormalize(target, out int written, form))
        {
            target = result.Reserve(piece.GetNormalizedLength(form));
            piece.TryNormalize(target, out written, form);
        }

        result.Advance(written);
    }

    private static int StartOfPiece(ReadOnlySpan<char> text, int position)
    {
        while (position > 0 && !IsBoundary(text, position))
        {
            position--;
        }

        return position;
    }

    /// <summary>Where the piece that goes up to <paramref name="position"/> at least may end: before a character that has nothing to do with the one before.</summary>
    private static int EndOfPiece(Agent agent, ReadOnlySpan<char> text, int position)
    {
        int start = position;
        while (position < text.Length && IsValid(text, position, out int length))
        {
            if (position - start >= PieceLength && IsBoundary(text, position))
            {
                return position;
            }

            position += length;
            if (position - start > MaximumPiece)
            {
                throw agent.RangeError("Cannot normalize: too many combining characters in a row");
            }
        }

        return position;
    }

    /// <summary>Whether a whole character stands here; the run-time library refuses halves of surrogate pairs, and U+FFFE.</summary>
    private static bool IsValid(ReadOnlySpan<char> text, int position, out int length)
    {
        char character = text[position];
        length = 1;
        if (!char.IsSurrogate(character))
        {
            return character != '\uFFFE';
        }

        length = 2;
        return position + 1 < text.Length && char.IsSurrogatePair(character, text[position + 1]);
    }

    /// <summary>Whether a character never combines with, and is never reordered before, what stands before it; false when in doubt.</summary>
    private static bool IsBoundary(ReadOnlySpan<char> text, int position)
    {
        int character = text[position];
        if (character < 0x80)
        {
            return true;
        }

        if (char.IsHighSurrogate((char)character) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]))
        {
            character = char.ConvertToUtf32(text[position], text[position + 1]);
        }

        // The vowels and final consonants of Hangul and the vowels of Kirat Rai are letters, but compose.
        if (character is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF) or (>= 0x16D40 and <= 0x16D7F))
        {
            return false;
        }

        return CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned);
    }
}
