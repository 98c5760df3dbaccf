using System.Globalization;
using System.Numerics;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class BigIntTextTests
{
    [Fact]
    public void Format_EveryRadixAndManyLengths_ReadsBack()
    {
        for (var radix = 2; radix <= 36; radix++)
        {
            foreach (var bits in new[] { 1, 2, 31, 32, 63, 64, 65, 1000, 1535, 1536, 1537, 20_000 })
            {
                var power = BigInteger.One << bits;
                foreach (var value in new[] { power - 1, power, power + 1, -power, BigInteger.Pow(radix, bits / 6), BigInteger.Pow(radix, bits / 6) - 1 })
                {
                    var text = BigIntText.Format(value, radix);
                    Assert.False(text.TrimStart('-').StartsWith('0') && !value.IsZero, text);
                    Assert.True(BigIntText.TryParse(text.TrimStart('-'), radix, out var magnitude));
                    Assert.Equal(BigInteger.Abs(value), magnitude);
                    Assert.Equal(value.Sign < 0, text[0] == '-');
                }
            }
        }
    }

    [Fact]
    public void Format_RadixTen_IsWhatTheRunTimeLibraryWrites()
    {
        var value = BigInteger.One;
        for (var i = 0; i < 300; i++)
        {
            value = (value * 1_000_003) + i;
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), BigIntText.Format(value, 10));
        }
    }

    [Theory]
    [InlineData(0, 10, "0")]
    [InlineData(-255, 16, "-ff")]
    [InlineData(255, 2, "11111111")]
    [InlineData(-1, 36, "-1")]
    [InlineData(35, 36, "z")]
    [InlineData(long.MinValue, 32, "-8000000000000")]
    public void Format_SmallNumbers_AreRight(long value, int radix, string expected) => Assert.Equal(expected, BigIntText.Format(value, radix));

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\uFEFF", 0)]
    [InlineData(" 12 ", 12)]
    [InlineData("-12", -12)]
    [InlineData("+12", 12)]
    [InlineData("-0", 0)]
    [InlineData("00012", 12)]
    [InlineData("0xFF", 255)]
    [InlineData("0b11", 3)]
    [InlineData("0O17", 15)]
    public void TryStringToBigInt_Integers_AreRead(string text, long expected)
    {
        Assert.True(BigIntText.TryStringToBigInt(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("1n")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("-0x10")]
    [InlineData("0x")]
    [InlineData("0b2")]
    [InlineData("-")]
    [InlineData("+ 1")]
    [InlineData("1_000")]
    [InlineData("Infinity")]
    [InlineData("\u0661")]
    public void TryStringToBigInt_AnythingElse_IsRefused(string text) => Assert.False(BigIntText.TryStringToBigInt(text, out _));

    [Fact]
    public void Costs_Lengths_GrowFasterThanTheLengthAndNeverOverflow()
    {
        Assert.True(BigIntText.CostOfFormatting(0) > 0);
        Assert.True(BigIntText.CostOfFormatting(1_000_000) > 20 * BigIntText.CostOfFormatting(100_000));
        Assert.True(BigIntText.CostOfFormatting(long.MaxValue) > 0);
        Assert.True(BigIntText.CostOfParsing(10_000_000) >= BigIntText.CostOfFormatting(33_000_000));
    }
}
