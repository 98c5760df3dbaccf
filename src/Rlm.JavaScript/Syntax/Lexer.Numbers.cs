using System.Globalization;
using System.Numerics;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-literals-numeric-literals"/>
internal sealed partial class Lexer
{
    private const int MaxFastDigits = 15;
    private const int MaxBigIntDigits = 100_000;

    private void ScanNumber()
    {
        int position = Start;
        if (source[position] == '0')
        {
            char kind = At(position + 1);
            int radixBits = (char)(kind | 0x20) switch { 'x' => 4, 'o' => 3, 'b' => 1, _ => 0 };
            if (radixBits != 0)
            {
                ScanRadixNumber(radixBits);
                return;
            }

            if (char.IsAsciiDigit(kind) || kind == '_')
                throw Error("A number must not begin with 0; leave the 0 out, or write 0o… for an octal number", Start);
        }

        bool hasSeparator = false;
        bool isInteger = true;
        ulong value = 0;
        int digits = ScanDigits(ref position, ref hasSeparator, ref value);
        if (digits > 0 && At(position) == 'n')
        {
            End = position + 1;
            FinishBigInt(WithoutSeparators(Start, position, hasSeparator));
            return;
        }

        ulong ignored = 0;
        if (At(position) == '.')
        {
            isInteger = false;
            position++;
            if (At(position) == '_')
                throw Misplaced(position);
            ScanDigits(ref position, ref hasSeparator, ref ignored);
        }

        if (At(position) is 'e' or 'E')
        {
            isInteger = false;
            position++;
            if (At(position) is '+' or '-')
                position++;
            if (ScanDigits(ref position, ref hasSeparator, ref ignored) == 0)
                throw Error("The exponent of this number has no digits", Start);
        }

        End = position;
        Type = TokenType.Number;
        Number = isInteger && digits <= MaxFastDigits ? value : NumberParsing.DecimalLiteral(WithoutSeparators(Start, End, hasSeparator));
        CheckEndOfNumber();
    }

    private int ScanDigits(ref int position, ref bool hasSeparator, ref ulong value)
    {
        int first = position;
        while (true)
        {
            char c = At(position);
            if (char.IsAsciiDigit(c))
            {
                value = unchecked(value * 10 + (ulong)(c - '0'));
            }
            else if (c == '_')
            {
                if (position == first || !char.IsAsciiDigit(At(position + 1)) || source[position - 1] == '_')
                    throw Misplaced(position);
                hasSeparator = true;
            }
            else
            {
                return position - first;
            }

            position++;
        }
    }

    private ReadOnlySpan<char> WithoutSeparators(int start, int end, bool hasSeparator)
    {
        ReadOnlySpan<char> text = source.AsSpan(start, end - start);
        if (!hasSeparator)
            return text;

        _buffer.Clear();
        foreach (char c in text)
        {
            if (c != '_')
                _buffer.Append(c);
        }

        return _buffer.Span;
    }

    private void ScanRadixNumber(int radixBits)
    {
        int first = Start + 2;
        int position = first;
        bool hasSeparator = false;
        for (char c = At(position); c == '_' || DigitValue(c) < 1 << radixBits; c = At(++position))
        {
            if (c != '_')
                continue;
            if (position == first || source[position - 1] == '_' || DigitValue(At(position + 1)) >= 1 << radixBits)
                throw Misplaced(position);
            hasSeparator = true;
        }

        if (position == first)
            throw Error($"Digits are missing after '{source.AsSpan(Start, 2)}'", Start);

        ReadOnlySpan<char> digits = WithoutSeparators(first, position, hasSeparator);
        End = position;
        if (At(position) == 'n')
        {
            End++;
            FinishRadixBigInt(digits, radixBits);
            return;
        }

        Type = TokenType.Number;
        Number = NumberParsing.RadixDigits(digits, 1 << radixBits);
        CheckEndOfNumber();
    }

    private void FinishBigInt(ReadOnlySpan<char> digits)
    {
        CheckBigIntLength(digits.Length);
        BigInteger = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        Type = TokenType.BigInt;
        CheckEndOfNumber();
    }

    private void FinishRadixBigInt(ReadOnlySpan<char> digits, int radixBits)
    {
        CheckBigIntLength(digits.Length);
        byte[] bytes = new byte[digits.Length * radixBits / 8 + 2];
        for (int index = 0; index < digits.Length; index++)
        {
            int bit = (digits.Length - 1 - index) * radixBits;
            int shifted = DigitValue(digits[index]) << (bit % 8);
            bytes[bit / 8] |= (byte)shifted;
            bytes[bit / 8 + 1] |= (byte)(shifted >> 8);
        }

        BigInteger = new BigInteger(bytes, isUnsigned: true);
        Type = TokenType.BigInt;
        CheckEndOfNumber();
    }

    private void CheckBigIntLength(int digits)
    {
        if (digits > MaxBigIntDigits)
            throw Error(string.Create(CultureInfo.InvariantCulture, $"This BigInt literal has {digits} digits; at most {MaxBigIntDigits} are allowed"), Start);
        // Conversion from decimal grows faster than the number of digits.
        meter.Work((long)digits * digits / 4096);
        meter.Allocate(32 + digits);
    }

    private void CheckEndOfNumber()
    {
        char c = At(End);
        if (c == 'n' && Type == TokenType.Number)
            throw Error("A BigInt has no fraction and no exponent", Start);
        if (End < source.Length && (c == '\\' || IdentifierCharacters.IsPart(IdentifierCharacters.CodePointAt(source, End))))
            throw Error($"'{Quote(Start, End + 1)}' is not a number; a name or digit must not follow a number directly", Start);
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static SyntaxErrorException Misplaced(int position) => Error("'_' in a number must stand between two digits", position);
}
