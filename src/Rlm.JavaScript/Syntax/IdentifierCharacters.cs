using System.Globalization;

namespace Rlm.JavaScript.Syntax;

/// <summary>Which code points may start and continue an identifier.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-names-and-keywords"/>
internal static class IdentifierCharacters
{
    private const byte StartBit = 1;
    private const byte PartBit = 2;

    private static readonly byte[] Ascii = BuildAscii();

    public static bool IsAsciiStart(char c) => c < 128 && (Ascii[c] & StartBit) != 0;

    public static bool IsAsciiPart(char c) => c < 128 && (Ascii[c] & PartBit) != 0;

    public static bool IsStart(int codePoint) => codePoint < 128 ? (Ascii[codePoint] & StartBit) != 0 : IsUnicodeStart(codePoint);

    public static bool IsPart(int codePoint) => codePoint < 128 ? (Ascii[codePoint] & PartBit) != 0 : IsUnicodePart(codePoint);

    /// <summary>Reads the code point at <paramref name="position"/>; a lone surrogate stands for itself.</summary>
    public static int CodePointAt(string text, int position) =>
        char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1])
            ? char.ConvertToUtf32(text[position], text[position + 1])
            : text[position];

    public static int Length(int codePoint) => codePoint >= 0x10000 ? 2 : 1;

    private static bool IsUnicodeStart(int codePoint) => Category(codePoint) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        // U+2E2F VERTICAL TILDE is a letter but Pattern_Syntax.
        UnicodeCategory.ModifierLetter => codePoint != 0x2E2F,
        // Other_ID_Start
        _ => codePoint is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C,
    };

    private static bool IsUnicodePart(int codePoint) => IsUnicodeStart(codePoint) || Category(codePoint) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => true,
        // ZWNJ, ZWJ and Other_ID_Continue
        _ => codePoint is 0x200C or 0x200D or 0x00B7 or 0x0387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x30FB or 0xFF65,
    };

    private static UnicodeCategory Category(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    private static byte[] BuildAscii()
    {
        byte[] table = new byte[128];
        for (int c = 0; c < 128; c++)
        {
            bool isStart = char.IsAsciiLetter((char)c) || c is '$' or '_';
            table[c] = (byte)((isStart ? StartBit : 0) | (isStart || char.IsAsciiDigit((char)c) ? PartBit : 0));
        }

        return table;
    }
}
