using System.Globalization;
using System.Numerics;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class NumberParsingTests
{
    private const int Huge = 10_000_000;

    [Fact]
    public void StringToNumber_SamplesOfNode_AreTheSame()
    {
        var checkedLines = 0;
        foreach (var line in NumberSamples.Lines.Split('\n'))
        {
            var parts = line.TrimEnd('\r').Split(' ', 4);
            if (parts[0] != "parse")
                continue;

            var expected = BitConverter.UInt64BitsToDouble(ulong.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            Assert.Equal(expected, NumberParsing.StringToNumber(parts[3]));
            Assert.Equal(expected, NumberParsing.ParseFloat(parts[3] + "e"));
            checkedLines++;
        }

        Assert.True(checkedLines > 50, $"only {checkedLines} samples");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \t\n\u00A0\uFEFF\u2028\u2029\u3000", 0)]
    [InlineData("\uFEFF 12 \u2029", 12)]
    [InlineData("-0", -0.0)]
    [InlineData("+5", 5)]
    [InlineData(".5", .5)]
    [InlineData("5.", 5)]
    [InlineData("0x1F", 31)]
    [InlineData("0XfF", 255)]
    [InlineData("0b101", 5)]
    [InlineData("0O17", 15)]
    [InlineData("0x1fffffffffffff8", 144115188075855864)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("1e1000", double.PositiveInfinity)]
    [InlineData("-1e-1000", -0.0)]
    [InlineData("0e99999999999999999999999", 0)]
    [InlineData("1e-99999999999999999999999", 0)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("9007199254740993.0000000000000000000000000000000001", 9007199254740994)]
    [InlineData("2.4703282292062327e-324", 0)]
    [InlineData("2.4703282292062328e-324", 5e-324)]
    public void StringToNumber_Numerals_GiveTheirValue(string text, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(NumberParsing.StringToNumber(text)));

    [Theory]
    [InlineData("1_000")]
    [InlineData("1 2")]
    [InlineData("-0x10")]
    [InlineData("+0b1")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("0b2")]
    [InlineData("infinity")]
    [InlineData("INFINITY")]
    [InlineData("Infinityx")]
    [InlineData("NaN")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("-.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1.2.3")]
    [InlineData("1n")]
    [InlineData("\u180E1")]
    [InlineData("\u0661")]
    [InlineData("1\0")]
    [InlineData("1,000")]
    [InlineData("$5")]
    public void StringToNumber_AnythingElse_IsNaN(string text) => Assert.True(double.IsNaN(NumberParsing.StringToNumber(text)));

    [Theory]
    [InlineData("3.14abc", 3.14)]
    [InlineData("  -5e", -5)]
    [InlineData("1e+x", 1)]
    [InlineData("1.5.5", 1.5)]
    [InlineData("0x10", 0)]
    [InlineData("-Infinityx", double.NegativeInfinity)]
    [InlineData("1_000", 1)]
    [InlineData("", double.NaN)]
    [InlineData("-", double.NaN)]
    [InlineData("abc", double.NaN)]
    [InlineData("Infinit", double.NaN)]
    [InlineData("12,345", 12)]
    public void ParseFloat_Prefixes_AreRead(string text, double expected) => Assert.Equal(expected, NumberParsing.ParseFloat(text));

    [Theory]
    [InlineData("42px", 0, 42)]
    [InlineData("  -0x1A", 0, -26)]
    [InlineData("0x1A", 16, 26)]
    [InlineData("0x1A", 10, 0)]
    [InlineData("0x", 0, double.NaN)]
    [InlineData("zz", 36, 1295)]
    [InlineData("12", 2, 1)]
    [InlineData("2", 2, double.NaN)]
    [InlineData("10", 1, double.NaN)]
    [InlineData("10", 37, double.NaN)]
    [InlineData("10", -2, double.NaN)]
    [InlineData("1e3", 0, 1)]
    [InlineData("1_0", 10, 1)]
    [InlineData("", 0, double.NaN)]
    [InlineData("-", 10, double.NaN)]
    [InlineData("-0", 0, -0.0)]
    [InlineData("900719925474099267", 10, 900719925474099300)]
    [InlineData("100000000000000000000000000000000000000000000000000001", 2, 9007199254740992)]
    [InlineData("100000000000000000000000000000000000000000000000000011", 2, 9007199254740996)]
    public void ParseInt_Prefixes_AreRead(string text, int radix, double expected)
    {
        var value = NumberParsing.ParseInt(text, radix);
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Fact]
    public void ParseInt_TieBrokenByAFarDigit_RoundsUp()
    {
        foreach (var radix in new[] { 2, 4, 8, 16, 32 })
        {
            // 2^53 + 1 in the leading digits is a tie, which the last digit breaks.
            var text = BigIntDigits((BigInteger.One << 53) + 1, radix) + new string('0', 200);
            var even = NumberParsing.ParseInt(text, radix);
            var above = NumberParsing.ParseInt(text[..^1] + "1", radix);
            Assert.Equal(Math.BitIncrement(even), above);
        }
    }

    [Fact]
    public void ParseInt_ManyDigitsOfAnyRadix_IsTheClosestDouble()
    {
        for (var radix = 2; radix <= 36; radix++)
        {
            var value = (BigInteger.One << 200) + (BigInteger.One << 147) + 1;
            Assert.Equal(Math.BitIncrement(Math.ScaleB(1, 200)), NumberParsing.ParseInt(BigIntDigits(value, radix), radix));
            value -= 2;
            Assert.Equal(Math.ScaleB(1, 200), NumberParsing.ParseInt(BigIntDigits(value, radix), radix));
        }
    }

    [Fact]
    public void Parsing_TenMillionDigits_IsQuickAndRight()
    {
        var ones = new string('1', Huge);
        Assert.Equal(double.PositiveInfinity, NumberParsing.StringToNumber(ones));
        Assert.Equal(1.0 / 9, NumberParsing.StringToNumber("." + ones));
        Assert.Equal(1.0 / 9, NumberParsing.ParseFloat("0." + ones + "x"));
        Assert.Equal(1.0 / 9, NumberParsing.StringToNumber(ones + "e-10000000"));
        Assert.Equal(double.PositiveInfinity, NumberParsing.ParseInt(ones, 3));
        Assert.Equal(double.PositiveInfinity, NumberParsing.ParseInt(ones, 10));
        Assert.Equal(double.PositiveInfinity, NumberParsing.ParseInt(ones, 32));
        Assert.Equal(1, NumberParsing.ParseInt(new string('0', Huge) + "1", 7));
        Assert.Equal(1, NumberParsing.StringToNumber("1e" + new string('0', Huge)));
        Assert.Equal(double.PositiveInfinity, NumberParsing.StringToNumber("1e" + ones));
        Assert.Equal(9007199254740994, NumberParsing.StringToNumber("9007199254740993." + new string('0', Huge) + "1"));
        Assert.Equal(9007199254740992, NumberParsing.StringToNumber("9007199254740993." + new string('0', Huge)));
        Assert.Equal(0, NumberParsing.StringToNumber(new string(' ', Huge)));
        Assert.True(double.IsNaN(NumberParsing.StringToNumber(ones + "x")));
    }

    [Theory]
    [InlineData("1_000.5_0e1_0", 1000.5e10)]
    [InlineData("9_007_199_254_740_993", 9007199254740992)]
    [InlineData("0.000_000_000_000_000_000_000_000_1", 1e-25)]
    [InlineData("1_2345678901234567890123", 12345678901234567890123d)]
    [InlineData(".5", .5)]
    [InlineData("5.", 5)]
    public void DecimalLiteral_Separators_ArePassedOver(string text, double expected) => Assert.Equal(expected, NumberParsing.DecimalLiteral(text));

    [Theory]
    [InlineData("ff_ff", 16, 65535)]
    [InlineData("1_0", 2, 2)]
    [InlineData("7_7", 8, 63)]
    [InlineData("2_1_0", 3, 21)]
    public void RadixDigits_Separators_ArePassedOver(string text, int radix, double expected) => Assert.Equal(expected, NumberParsing.RadixDigits(text, radix));

    [Fact]
    public void StringToNumber_CommonNumerals_AllocatesNothing()
    {
        var texts = new[] { "12", " 3.25 ", "-1e10", "0x10", "123456.789", "1.7976931348623157e308", "abc" };
        ConvertAll(100);

        // The run-time library may still set up something of its own: a few bytes in thousands of conversions are not ours.
        var before = GC.GetAllocatedBytesForCurrentThread();
        ConvertAll(1000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 999);

        void ConvertAll(int times)
        {
            for (var i = 0; i < times; i++)
            {
                foreach (var text in texts)
                    _ = NumberParsing.StringToNumber(text);
            }
        }
    }

    private static string BigIntDigits(BigInteger value, int radix)
    {
        var digits = "";
        for (; !value.IsZero; value /= radix)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(value % radix)] + digits;
        return digits;
    }
}
