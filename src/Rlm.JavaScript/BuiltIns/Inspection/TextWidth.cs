using System.Globalization;
using System.Text;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <summary>How many columns a text takes where every character has the same width.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += IsWide(rune.Value) ? 2 : IsZeroWidth(rune) ? 0 : 1;
        }

        return width;
    }

    private static bool IsWide(int code) => code >= 0x1100 && (
        code <= 0x115F
        || code is 0x2329 or 0x232A
        || (code is >= 0x2E80 and <= 0x3247 && code != 0x303F)
        || code is >= 0x3250 and <= 0x4DBF
        || code is >= 0x4E00 and <= 0xA4C6
        || code is >= 0xA960 and <= 0xA97C
        || code is >= 0xAC00 and <= 0xD7A3
        || code is >= 0xF900 and <= 0xFAFF
        || code is >= 0xFE10 and <= 0xFE19
        || code is >= 0xFE30 and <= 0xFE6B
        || code is >= 0xFF01 and <= 0xFF60
        || code is >= 0xFFE0 and <= 0xFFE6
        || code is >= 0x1B000 and <= 0x1B001
        || code is >= 0x1F200 and <= 0x1F251
        || code is >= 0x1F300 and <= 0x1F64F
        || code is >= 0x1F680 and <= 0x1F6FF
        || code is >= 0x1F900 and <= 0x1F9FF
        || code is >= 0x20000 and <= 0x3FFFD);

    private static bool IsZeroWidth(Rune rune) =>
        rune.Value <= 0x1F
        || rune.Value is >= 0x7F and <= 0x9F
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
