namespace Rlm.JavaScript.Numerics;

internal static partial class NumberText
{
    // Radix 2: 1024 digits before the point; after it at most 1074, where the shortest double ends.
    private const int MaxIntegerDigits = 1030;
    private const int MaxFractionDigits = 1080;

    private const string RadixDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Number::toString(x, radix). See <see href="https://tc39.es/ecma262/#sec-numeric-types-number-tostring"/>.</summary>
    /// <remarks>
    /// The specification leaves the digits of a fraction open. These are the ones V8 prints: digits are produced until they
    /// tell the number from its neighbours, the distance to which grows with every digit.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <param name="radix">2 to 36; the caller throws the RangeError for anything else.</param>
    public static string ToRadix(double x, int radix)
    {
        if (radix == 10 || !double.IsFinite(x))
            return ToText(x);

        var negative = x < 0;
        x = Math.Abs(x);
        var integer = Math.Floor(x);
        Span<char> fraction = stackalloc char[MaxFractionDigits];
        var fractionLength = integer == x ? 0 : WriteFraction(x, radix, fraction, ref integer);

        Span<char> buffer = stackalloc char[1 + MaxIntegerDigits + 1 + MaxFractionDigits];
        var start = 1 + MaxIntegerDigits;
        var end = start;
        WriteInteger(integer, radix, buffer, ref start);
        if (negative)
            buffer[--start] = '-';

        if (fractionLength > 0)
        {
            buffer[end++] = '.';
            fraction[..fractionLength].CopyTo(buffer[end..]);
            end += fractionLength;
        }

        return buffer[start..end].ToString();
    }

    private static int WriteFraction(double x, int radix, Span<char> digits, ref double integer)
    {
        var fraction = x - integer;
        var tolerance = Math.Max(double.Epsilon, 0.5 * (Math.BitIncrement(x) - x));
        var length = 0;
        while (fraction >= tolerance)
        {
            fraction *= radix;
            tolerance *= radix;
            var digit = (int)fraction;
            fraction -= digit;
            digits[length++] = RadixDigits[digit];

            var aboveHalf = fraction > 0.5 || (fraction == 0.5 && (digit & 1) != 0);
            if (aboveHalf && fraction + tolerance > 1)
            {
                // The next digit up is as close: round there, and drop the digits that become zero.
                length = CarryInto(digits, length, radix);
                if (length == 0)
                    integer += 1;
                break;
            }
        }

        return length;
    }

    private static int CarryInto(Span<char> digits, int length, int radix)
    {
        while (length > 0)
        {
            var digit = RadixDigits.IndexOf(digits[length - 1]);
            if (digit + 1 < radix)
            {
                digits[length - 1] = RadixDigits[digit + 1];
                break;
            }

            length--;
        }

        return length;
    }

    private static void WriteInteger(double integer, int radix, Span<char> buffer, ref int start)
    {
        // Digits far beyond the 53 bits of the significand say nothing, and are zeros.
        while (integer / radix >= IntegerLimit)
        {
            integer /= radix;
            buffer[--start] = '0';
        }

        do
        {
            var digit = integer % radix;
            buffer[--start] = RadixDigits[(int)digit];
            integer = (integer - digit) / radix;
        }
        while (integer > 0);
    }
}
