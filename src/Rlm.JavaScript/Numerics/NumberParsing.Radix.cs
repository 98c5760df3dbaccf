using System.Numerics;

namespace Rlm.JavaScript.Numerics;

internal static partial class NumberParsing
{
    // Leaves room for one more digit of radix 32, and holds more bits than a double.
    private const ulong SignificandLimit = 1UL << 58;

    // Radix 3 needs 647 digits to pass the greatest double, every other radix that is not a power of two fewer.
    private const int InfiniteDigits = 650;

    private static double PowerOfTwoRadix(ReadOnlySpan<char> digits, int radix)
    {
        var bitsPerDigit = BitOperations.Log2((uint)radix);
        ulong significand = 0;
        long exponent = 0;
        var lostBits = false;
        foreach (var c in digits)
        {
            if (c == '_')
                continue;
            var digit = (uint)DigitValue(c);
            if (significand < SignificandLimit)
            {
                significand = (significand << bitsPerDigit) | digit;
            }
            else
            {
                exponent += bitsPerDigit;
                lostBits |= digit != 0;
            }
        }

        // The last of these bits is far below what a double keeps: set, it only breaks a tie.
        if (lostBits)
            significand |= 1;
        return Math.ScaleB((double)(long)significand, (int)Math.Min(exponent, 4096));
    }

    private static double OtherRadix(ReadOnlySpan<char> digits, int radix)
    {
        var i = 0;
        ulong first = 0;
        for (; i < digits.Length && first < LargestExactInteger; i++)
        {
            if (digits[i] != '_')
                first = (first * (uint)radix) + (uint)DigitValue(digits[i]);
        }

        if (i == digits.Length)
            return (double)(long)first;
        if (digits.Length - i - digits[i..].Count('_') > InfiniteDigits)
            return double.PositiveInfinity;

        BigInteger value = first;
        for (; i < digits.Length; i++)
        {
            if (digits[i] != '_')
                value = (value * radix) + DigitValue(digits[i]);
        }

        return NumberConversions.ToNumber(value);
    }
}
