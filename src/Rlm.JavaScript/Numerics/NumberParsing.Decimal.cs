using System.Globalization;

namespace Rlm.JavaScript.Numerics;

internal static partial class NumberParsing
{
    // A double and the point half-way to the next have at most 768 significant digits: digits beyond these
    // matter only in whether one of them is not zero.
    private const int DecisiveDigits = 780;

    // Exact in a double, as are integers to 2^53: one multiplication or division of two such is rounded once.
    private const int LargestExactPower = 22;
    private const ulong LargestExactInteger = 1UL << 53;

    // A decimal point this far from the first significant digit makes any number infinite or zero.
    private const long LargestPoint = 310;
    private const long SmallestPoint = -330;
    private const long ExponentLimit = 1_000_000_000_000;

    private static readonly double[] ExactPowersOfTen = MakeExactPowersOfTen();

    /// <summary>Reads the longest prefix that is a StrDecimalLiteral, or with <paramref name="literal"/> a decimal literal with separators.</summary>
    /// <returns>The length of the prefix; 0 where there is none.</returns>
    private static int ReadDecimal(ReadOnlySpan<char> text, bool literal, out double value)
    {
        var i = 0;
        var negative = false;
        if (!literal && text.Length > 0 && text[0] is '+' or '-')
        {
            negative = text[0] == '-';
            i = 1;
        }

        var unsigned = text[i..];
        if (!literal && unsigned.StartsWith("Infinity", StringComparison.Ordinal))
        {
            value = negative ? double.NegativeInfinity : double.PositiveInfinity;
            return i + "Infinity".Length;
        }

        var number = new DecimalScan(unsigned, literal);
        if (number.Length == 0)
        {
            value = double.NaN;
            return 0;
        }

        value = number.ToDouble();
        if (negative)
            value = -value;
        return i + number.Length;
    }

    /// <summary>The parts of a decimal numeral: its significant digits, where the point belongs, how long it is.</summary>
    private readonly ref struct DecimalScan
    {
        /// <summary>From the first digit that is not zero to the last digit; a point and separators may be among them.</summary>
        private readonly ReadOnlySpan<char> _digits;
        private readonly int _significantDigits;
        private readonly ulong _firstDigits;
        private readonly long _exponent;

        public readonly int Length;

        private const int DigitsInUInt64 = 19;

        public DecimalScan(ReadOnlySpan<char> text, bool separators)
        {
            var i = 0;
            var firstSignificant = -1;
            var anyDigit = false;
            var pointSeen = false;
            var fractionDigits = 0;
            for (; i < text.Length; i++)
            {
                var c = text[i];
                var digit = (uint)(c - '0');
                if (digit <= 9)
                {
                    anyDigit = true;
                    if (pointSeen)
                        fractionDigits++;
                    if (digit != 0 && firstSignificant < 0)
                        firstSignificant = i;
                    if (firstSignificant >= 0 && ++_significantDigits <= DigitsInUInt64)
                        _firstDigits = (_firstDigits * 10) + digit;
                }
                else if (c == '.' && !pointSeen)
                {
                    pointSeen = true;
                }
                else if (c != '_' || !separators)
                {
                    break;
                }
            }

            if (!anyDigit)
                return;

            _digits = firstSignificant < 0 ? default : text[firstSignificant..i];
            Length = i + ReadExponent(text[i..], separators, out var exponent);
            _exponent = exponent - fractionDigits;
        }

        public double ToDouble()
        {
            if (_significantDigits == 0)
                return 0;
            if (_significantDigits <= DigitsInUInt64 && _firstDigits <= LargestExactInteger && Math.Abs(_exponent) <= LargestExactPower)
            {
                return _exponent < 0
                    ? _firstDigits / ExactPowersOfTen[-_exponent]
                    : _firstDigits * ExactPowersOfTen[_exponent];
            }

            var point = _significantDigits + _exponent;
            if (point > LargestPoint)
                return double.PositiveInfinity;
            return point < SmallestPoint ? 0 : ConvertDigits();
        }

        private double ConvertDigits()
        {
            var writer = new CharWriter(stackalloc char[DecisiveDigits + 16]);
            var i = 0;
            for (; i < _digits.Length && writer.Length < DecisiveDigits; i++)
            {
                if (char.IsAsciiDigit(_digits[i]))
                    writer.Append(_digits[i]);
            }

            var exponent = _exponent + _significantDigits - writer.Length;
            if (i < _digits.Length && _digits[i..].ContainsAnyInRange('1', '9'))
            {
                writer.Append('1');
                exponent--;
            }

            writer.Append(exponent < 0 ? "E-" : "E+");
            writer.AppendPadded(Math.Abs(exponent), 1);
            return double.Parse(writer.Written, NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        }

        /// <summary>Reads an ExponentPart; without digits there is none, and its letter is not part of the number.</summary>
        private static int ReadExponent(ReadOnlySpan<char> text, bool separators, out long exponent)
        {
            exponent = 0;
            if (text.Length < 2 || (text[0] | 0x20) != 'e')
                return 0;

            var i = text[1] is '+' or '-' ? 2 : 1;
            if (i == text.Length || !char.IsAsciiDigit(text[i]))
                return 0;
            for (; i < text.Length; i++)
            {
                if (char.IsAsciiDigit(text[i]))
                    exponent = Math.Min(ExponentLimit, (exponent * 10) + (text[i] - '0'));
                else if (text[i] != '_' || !separators)
                    break;
            }

            if (text[1] == '-')
                exponent = -exponent;
            return i;
        }
    }

    private static double[] MakeExactPowersOfTen()
    {
        var powers = new double[LargestExactPower + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
