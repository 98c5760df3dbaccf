using System.Buffers;
using System.Numerics;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// BigInts as text and back, by divide and conquer, so that the time grows like that of a multiplication and not with the square
/// of the length. Nothing in here can be interrupted: callers keep BigInts to a length they can wait for, and report the
/// cost to the meter before they call.
/// </summary>
internal static class BigIntText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // Below this many words of digits the plain quadratic way is quicker.
    private const int PlainWords = 24;

    /// <summary>Units of work that formatting a BigInt of that many bits is worth, whatever the radix.</summary>
    public static long CostOfFormatting(long bits)
    {
        // Multiplying and dividing n words takes n^1.5 or so steps, each of some units.
        var words = Math.Min(bits / 64, 1L << 32) + 1;
        return words * (8 + (4 * (long)Math.Sqrt(words)));
    }

    /// <summary>Units of work that parsing that many digits is worth, whatever the radix.</summary>
    public static long CostOfParsing(long digits) => CostOfFormatting(digits * 4);

    /// <summary>BigInt::toString(x, radix), radix 2 to 36. See <see href="https://tc39.es/ecma262/#sec-numeric-types-bigint-tostring"/>.</summary>
    public static string Format(BigInteger value, int radix)
    {
        if (value.IsZero)
            return "0";

        var magnitude = BigInteger.Abs(value);
        var powers = new List<BigInteger>();
        var length = GreatestLength(magnitude, radix);
        var rented = ArrayPool<char>.Shared.Rent(length + 1);
        try
        {
            var text = rented.AsSpan(1, length);
            if (BitOperations.IsPow2(radix))
                WritePowerOfTwo(magnitude, BitOperations.Log2((uint)radix), text);
            else
                Write(magnitude, radix, powers, text);

            var start = 1 + text.IndexOfAnyExcept('0');
            if (value.Sign < 0)
                rented[--start] = '-';
            return rented.AsSpan(start, length + 1 - start).ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Parses one or more digits of the radix 2 to 36, without sign or prefix.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, int radix, out BigInteger value)
    {
        value = default;
        foreach (var c in digits)
        {
            if (NumberParsing.DigitValue(c) >= radix)
                return false;
        }

        if (digits.IsEmpty)
            return false;
        digits = digits.TrimStart('0');
        value = BitOperations.IsPow2(radix)
            ? ReadPowerOfTwo(digits, BitOperations.Log2((uint)radix))
            : Read(digits, radix, []);
        return true;
    }

    /// <summary>StringToBigInt: white space around is passed over, the empty text is 0. See <see href="https://tc39.es/ecma262/#sec-stringtobigint"/>.</summary>
    /// <returns>False where the specification says undefined; the caller throws the SyntaxError or compares as unequal.</returns>
    public static bool TryStringToBigInt(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = BigInteger.Zero;
        text = NumberParsing.TrimEnd(NumberParsing.TrimStart(text));
        if (text.IsEmpty)
            return true;

        if (text.Length > 2 && text[0] == '0')
        {
            var radix = (text[1] | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
            if (radix != 0)
                return TryParse(text[2..], radix, out value);
        }

        var negative = text[0] == '-';
        if (negative || text[0] == '+')
            text = text[1..];
        if (!TryParse(text, 10, out value))
            return false;
        if (negative)
            value = -value;
        return true;
    }

    private static int GreatestLength(BigInteger magnitude, int radix) =>
        checked((int)(magnitude.GetBitLength() / Math.Log2(radix)) + 2);

    /// <summary>How many digits a 64-bit word holds, and the power of the radix that is one more than they can be.</summary>
    private static (int Digits, ulong Power) Word(int radix)
    {
        var count = 0;
        ulong power = 1;
        while (power <= ulong.MaxValue / (uint)radix)
        {
            power *= (uint)radix;
            count++;
        }

        return (count, power);
    }

    /// <summary>radix ^ (digits of PlainWords words × 2^level), each the square of the one before.</summary>
    private static BigInteger Power(List<BigInteger> powers, int radix, int level)
    {
        while (powers.Count <= level)
            powers.Add(powers.Count == 0 ? BigInteger.Pow(Word(radix).Power, PlainWords) : BigInteger.Pow(powers[^1], 2));
        return powers[level];
    }

    /// <summary>Which power splits that many digits about in the middle; negative where they are few enough for the plain way.</summary>
    private static int SplitLevel(int digits, int wordDigits) =>
        digits <= wordDigits * PlainWords ? -1 : BitOperations.Log2((uint)((digits - 1) / (wordDigits * PlainWords)));

    /// <summary>Fills all of <paramref name="text"/> with the digits of a number, zeros before them. Recurs as deep as the logarithm of the length.</summary>
    private static void Write(BigInteger value, int radix, List<BigInteger> powers, Span<char> text)
    {
        var (wordDigits, wordPower) = Word(radix);
        var level = SplitLevel(text.Length, wordDigits);
        if (level < 0)
        {
            WritePlain(value, radix, wordDigits, wordPower, text);
            return;
        }

        var low = wordDigits * PlainWords << level;
        var quotient = BigInteger.DivRem(value, Power(powers, radix, level), out var remainder);
        Write(quotient, radix, powers, text[..^low]);
        Write(remainder, radix, powers, text[^low..]);
    }

    private static void WritePlain(BigInteger value, int radix, int wordDigits, ulong wordPower, Span<char> text)
    {
        var end = text.Length;
        while (end > 0)
        {
            value = BigInteger.DivRem(value, wordPower, out var remainder);
            var word = (ulong)remainder;
            for (var i = 0; i < wordDigits && end > 0; i++)
            {
                (word, var digit) = Math.DivRem(word, (uint)radix);
                text[--end] = Digits[(int)digit];
            }
        }
    }

    private static BigInteger Read(ReadOnlySpan<char> digits, int radix, List<BigInteger> powers)
    {
        var (wordDigits, _) = Word(radix);
        var level = SplitLevel(digits.Length, wordDigits);
        if (level < 0)
            return ReadPlain(digits, radix, wordDigits);

        var low = wordDigits * PlainWords << level;
        return (Read(digits[..^low], radix, powers) * Power(powers, radix, level)) + Read(digits[^low..], radix, powers);
    }

    private static BigInteger ReadPlain(ReadOnlySpan<char> digits, int radix, int wordDigits)
    {
        var value = BigInteger.Zero;
        while (!digits.IsEmpty)
        {
            var count = Math.Min(wordDigits, digits.Length);
            ulong word = 0;
            ulong power = 1;
            foreach (var c in digits[..count])
            {
                word = (word * (uint)radix) + (uint)NumberParsing.DigitValue(c);
                power *= (uint)radix;
            }

            value = (value * power) + word;
            digits = digits[count..];
        }

        return value;
    }

    private static void WritePowerOfTwo(BigInteger value, int bitsPerDigit, Span<char> text)
    {
        var bytes = value.ToByteArray(isUnsigned: true);
        uint bits = 0;
        var count = 0;
        var end = text.Length;
        foreach (var b in bytes)
        {
            bits |= (uint)b << count;
            count += 8;
            for (; count >= bitsPerDigit; count -= bitsPerDigit)
            {
                if (end > 0)
                    text[--end] = Digits[(int)(bits & ((1u << bitsPerDigit) - 1))];
                bits >>= bitsPerDigit;
            }
        }

        if (end > 0)
            text[--end] = Digits[(int)bits];
        text[..end].Fill('0');
    }

    private static BigInteger ReadPowerOfTwo(ReadOnlySpan<char> digits, int bitsPerDigit)
    {
        var length = checked((int)((((long)digits.Length * bitsPerDigit) + 7) / 8));
        var rented = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            var written = 0;
            uint bits = 0;
            var count = 0;
            for (var i = digits.Length - 1; i >= 0; i--)
            {
                bits |= (uint)NumberParsing.DigitValue(digits[i]) << count;
                count += bitsPerDigit;
                if (count >= 8)
                {
                    rented[written++] = (byte)bits;
                    bits >>= 8;
                    count -= 8;
                }
            }

            rented[written++] = (byte)bits;
            return new BigInteger(rented.AsSpan(0, written), isUnsigned: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
