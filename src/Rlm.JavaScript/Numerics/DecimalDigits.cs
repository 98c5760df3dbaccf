using System.Globalization;
using System.Numerics;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Decimal digits of positive finite doubles: the shortest that read back as the same double, or exactly rounded ones.
/// All results are independent of the host's culture.
/// </summary>
internal static class DecimalDigits
{
    /// <summary>The most digits the shortest form of a double has.</summary>
    public const int MaxShortest = 17;

    private const int SignificandBits = 52;
    private const int LargestPowerIn128Bits = 38;

    /// <summary>
    /// Writes the shortest digits d₁d₂…dₖ, without zeros at either end, such that 0.d₁d₂…dₖ × 10^<paramref name="point"/>
    /// reads back as <paramref name="value"/>.
    /// </summary>
    /// <returns>k. <paramref name="point"/> is what the specification calls n in Number::toString.</returns>
    public static int Shortest(double value, Span<char> digits, out int point)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        var count = ReadDigits(text[..length], digits, out point);

        // .NET overlooks that a power of two has its lower neighbour half as far away as its upper one: of all of them 2^-25 and
        // 2^-958 come out a digit too short and read back as the lower neighbour. E16 rounds correctly, a tie to the even digit.
        if (count == MaxShortest - 1 && IsPowerOfTwo(value) && double.Parse(text[..length], CultureInfo.InvariantCulture) != value)
        {
            value.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
            count = ReadDigits(text[..length], digits, out point);
        }

        return count;
    }

    private static int ReadDigits(ReadOnlySpan<char> text, Span<char> digits, out int point)
    {
        var count = 0;
        var fraction = false;
        point = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.')
            {
                fraction = true;
            }
            else if (c == 'E')
            {
                point += int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else if (c == '0' && count == 0)
            {
                if (fraction)
                    point--;
            }
            else
            {
                digits[count++] = c;
                if (!fraction)
                    point++;
            }
        }

        while (count > 1 && digits[count - 1] == '0')
            count--;
        return count;
    }

    /// <summary>
    /// Writes the integer n for which n / 10^<paramref name="fractionDigits"/> is closest to <paramref name="value"/>,
    /// the larger of two that are equally close.
    /// </summary>
    /// <returns>The number of digits; <c>0</c> is one digit.</returns>
    public static int RoundToFraction(double value, int fractionDigits, Span<char> digits)
    {
        var count = ScaleByPowerOfTen(value, fractionDigits, digits, out var up);
        return up ? Increment(digits, count) : count;
    }

    /// <summary>
    /// Writes <paramref name="precision"/> digits d₁d₂…, d₁ not zero, such that d₁.d₂… × 10^<paramref name="exponent"/> is closest to
    /// <paramref name="value"/>, the larger of two that are equally close.
    /// </summary>
    public static void RoundToPrecision(double value, int precision, Span<char> digits, out int exponent)
    {
        exponent = (int)Math.Floor(Math.Log10(value));
        while (true)
        {
            // The digits before rounding tell whether the exponent, an estimate that can be off by one, was right.
            var count = ScaleByPowerOfTen(value, precision - 1 - exponent, digits, out var up);
            if (count > precision)
            {
                exponent++;
            }
            else if (count < precision || digits[0] == '0')
            {
                exponent--;
            }
            else
            {
                if (up && Increment(digits, precision) > precision)
                    exponent++;
                return;
            }
        }
    }

    /// <summary>Adds one to the integer that the digits are. The result can be one digit longer; there must be room for it.</summary>
    public static int Increment(Span<char> digits, int count)
    {
        var i = count - 1;
        while (i >= 0 && digits[i] == '9')
            digits[i--] = '0';
        if (i >= 0)
        {
            digits[i]++;
            return count;
        }

        digits[0] = '1';
        digits[1..(count + 1)].Fill('0');
        return count + 1;
    }

    /// <summary>Splits a positive finite double into an integer and a power of two: value = significand × 2^exponent.</summary>
    public static ulong Decompose(double value, out int exponent)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> SignificandBits) & 0x7FF;
        var significand = bits & ((1UL << SignificandBits) - 1);
        if (biased == 0)
        {
            exponent = -1074;
            return significand;
        }

        exponent = biased - 1075;
        return significand | (1UL << SignificandBits);
    }

    private static bool IsPowerOfTwo(double value) => (BitConverter.DoubleToUInt64Bits(value) & ((1UL << SignificandBits) - 1)) == 0;

    /// <summary>Writes floor(value × 10^power) and tells whether what was cut off is a half or more.</summary>
    private static int ScaleByPowerOfTen(double value, int power, Span<char> digits, out bool up)
    {
        var significand = Decompose(value, out var exponent);
        var zeros = BitOperations.TrailingZeroCount(significand);
        significand >>= zeros;
        exponent += zeros;
        var significandBits = 64 - BitOperations.LeadingZeroCount(significand);

        int written;
        if (Math.Abs(power) <= LargestPowerIn128Bits)
        {
            var scale = PowersOfTen[Math.Abs(power)];
            var scaleBits = 128 - (int)UInt128.LeadingZeroCount(scale);
            if (power >= 0 && significandBits + scaleBits + Math.Max(exponent, 0) <= 127)
            {
                // (significand × 10^power) × 2^exponent
                var product = scale * significand;
                var floor = exponent >= 0 ? product << exponent : exponent > -128 ? product >> -exponent : UInt128.Zero;
                up = exponent is < 0 and > -128 && ((product >> (-exponent - 1)) & 1) != 0;
                return Write(floor, digits);
            }

            if (power < 0 && significandBits + Math.Max(exponent, 0) <= 127 && scaleBits + Math.Max(-exponent, 0) <= 126)
            {
                var dividend = (UInt128)significand << Math.Max(exponent, 0);
                var divisor = scale << Math.Max(-exponent, 0);
                var (quotient, remainder) = UInt128.DivRem(dividend, divisor);
                up = remainder << 1 >= divisor;
                return Write(quotient, digits);
            }
        }

        BigInteger integer = significand;
        if (power >= 0)
        {
            integer *= BigInteger.Pow(10, power);
            up = exponent < 0 && !((integer >> (-exponent - 1)) & 1).IsZero;
            integer = exponent >= 0 ? integer << exponent : integer >> -exponent;
        }
        else
        {
            var divisor = BigInteger.Pow(10, -power) << Math.Max(-exponent, 0);
            integer = BigInteger.DivRem(integer << Math.Max(exponent, 0), divisor, out var remainder);
            up = remainder << 1 >= divisor;
        }

        integer.TryFormat(digits, out written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static int Write(UInt128 value, Span<char> digits)
    {
        int written;
        if (value <= ulong.MaxValue)
            ((ulong)value).TryFormat(digits, out written, default, CultureInfo.InvariantCulture);
        else
            value.TryFormat(digits, out written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static readonly UInt128[] PowersOfTen = MakePowersOfTen();

    private static UInt128[] MakePowersOfTen()
    {
        var powers = new UInt128[LargestPowerIn128Bits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
