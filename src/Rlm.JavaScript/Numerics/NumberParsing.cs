using System.Runtime.CompilerServices;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Text as numbers, correctly rounded whatever the number of digits. Every method takes time in proportion to the length of
/// its input, 10,000,000 digits included, and allocates nothing for decimals: callers report the length of the input
/// to the meter before they call.
/// </summary>
internal static partial class NumberParsing
{
    /// <summary>StringToNumber. See <see href="https://tc39.es/ecma262/#sec-stringtonumber"/>.</summary>
    public static double StringToNumber(ReadOnlySpan<char> text)
    {
        if (TryShortInteger(text, out var integer))
            return integer;

        text = TrimEnd(TrimStart(text));
        if (text.IsEmpty)
            return 0;
        if (text.Length > 2 && text[0] == '0' && RadixOfPrefix(text[1]) is var radix and not 0)
            return AllDigits(text[2..], radix) ? PowerOfTwoRadix(text[2..], radix) : double.NaN;

        var length = ReadDecimal(text, false, out var value);
        return length == text.Length ? value : double.NaN;
    }

    /// <summary>parseFloat, after its argument became a string. See <see href="https://tc39.es/ecma262/#sec-parsefloat-string"/>.</summary>
    public static double ParseFloat(ReadOnlySpan<char> text) =>
        ReadDecimal(TrimStart(text), false, out var value) == 0 ? double.NaN : value;

    /// <summary>parseInt, after its arguments became a string and an int32. See <see href="https://tc39.es/ecma262/#sec-parseint-string-radix"/>.</summary>
    /// <remarks>The specification allows approximations for most radices; here every result is the double closest to the exact integer.</remarks>
    public static double ParseInt(ReadOnlySpan<char> text, int radix)
    {
        if (radix is 0 or 10 && TryShortInteger(text, out var integer))
            return integer;

        text = TrimStart(text);
        var negative = text.Length > 0 && text[0] == '-';
        if (negative || (text.Length > 0 && text[0] == '+'))
            text = text[1..];

        if (radix is 0 or 16 && text.Length >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x')
        {
            text = text[2..];
            radix = 16;
        }

        if (radix == 0)
            radix = 10;
        if (radix is < 2 or > 36)
            return double.NaN;

        var length = 0;
        while (length < text.Length && DigitValue(text[length]) < radix)
            length++;
        if (length == 0)
            return double.NaN;

        var magnitude = RadixDigits(text[..length], radix);
        return negative ? -magnitude : magnitude;
    }

    /// <summary>
    /// The value of a decimal literal of the source text: what StrUnsignedDecimalLiteral allows but Infinity, with numeric
    /// separators anywhere between the digits (that they stand in allowed places is for the scanner to check).
    /// </summary>
    public static double DecimalLiteral(ReadOnlySpan<char> text) =>
        ReadDecimal(text, true, out var value) == text.Length ? value : double.NaN;

    /// <summary>
    /// The integer that at least one digit of <paramref name="radix"/> 2 to 36 stand for; numeric separators among them are
    /// passed over. For the digits of <c>0x</c>, <c>0o</c> and <c>0b</c> literals too, without their prefix.
    /// </summary>
    public static double RadixDigits(ReadOnlySpan<char> digits, int radix)
    {
        if (radix == 10)
        {
            ReadDecimal(digits, true, out var value);
            return value;
        }

        return (radix & (radix - 1)) == 0 ? PowerOfTwoRadix(digits, radix) : OtherRadix(digits, radix);
    }

    /// <summary>The value of 0-9, a-z, A-Z as a digit; a large number for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DigitValue(char c)
    {
        if ((uint)(c - '0') <= 9)
            return c - '0';
        var letter = (uint)((c | 0x20) - 'a');
        return letter < 26 ? (int)letter + 10 : int.MaxValue;
    }

    /// <summary>Whether the character is in WhiteSpace or LineTerminator. See <see href="https://tc39.es/ecma262/#sec-white-space"/>.</summary>
    public static bool IsWhiteSpace(char c) => c switch
    {
        ' ' or (>= '\t' and <= '\r') => true,
        < '\u00A0' => false,
        '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF' => true,
        _ => false,
    };

    /// <summary>The text without the white space at its start.</summary>
    public static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsWhiteSpace(text[start]))
            start++;
        return text[start..];
    }

    /// <summary>The text without the white space at its end.</summary>
    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsWhiteSpace(text[end - 1]))
            end--;
        return text[..end];
    }

    /// <summary>One to nine decimal digits and nothing else: most of what is ever converted.</summary>
    private static bool TryShortInteger(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 9)
            return false;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
                return false;
            value = (value * 10) + (int)digit;
        }

        return true;
    }

    private static int RadixOfPrefix(char letter) => (letter | 0x20) switch
    {
        'x' => 16,
        'o' => 8,
        'b' => 2,
        _ => 0,
    };

    private static bool AllDigits(ReadOnlySpan<char> text, int radix)
    {
        foreach (var c in text)
        {
            if (DigitValue(c) >= radix)
                return false;
        }

        return true;
    }
}
