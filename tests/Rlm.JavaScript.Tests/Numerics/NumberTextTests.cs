using System.Globalization;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("fixed")]
    [InlineData("precision")]
    [InlineData("exponential")]
    [InlineData("radix")]
    [InlineData("locale")]
    public void Formatting_SamplesOfNode_AreTheSame(string operation)
    {
        var checkedLines = 0;
        foreach (var line in NumberSamples.Lines.Split('\n'))
        {
            var parts = line.Split(' ', 4);
            if (parts[0] != operation)
                continue;

            var x = BitConverter.UInt64BitsToDouble(ulong.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            var argument = int.Parse(parts[2], CultureInfo.InvariantCulture);
            var text = operation switch
            {
                "text" => NumberText.ToText(x),
                "fixed" => NumberText.ToFixed(x, argument),
                "precision" => NumberText.ToPrecision(x, argument),
                "exponential" => NumberText.ToExponential(x, argument),
                "radix" => NumberText.ToRadix(x, argument),
                _ => NumberText.ToLocaleText(x, new NumberFormatOptions()),
            };
            Assert.Equal(parts[3].TrimEnd('\r'), text);
            checkedLines++;
        }

        Assert.True(checkedLines > 50, $"only {checkedLines} samples");
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(255, "255")]
    [InlineData(256, "256")]
    [InlineData(-1, "-1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(9007199254740993, "9007199254740992")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-1.2345678901234567e-7, "-1.2345678901234566e-7")]
    [InlineData(0.000001, "0.000001")]
    public void ToText_EdgesOfTheNotation_FollowTheSpecification(double x, string expected) =>
        Assert.Equal(expected, NumberText.ToText(x));

    [Fact]
    public void ToText_EveryPowerOfTwo_ReadsBack()
    {
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            var x = Math.ScaleB(1, exponent);
            Assert.Equal(x, NumberParsing.StringToNumber(NumberText.ToText(x)));
        }
    }

    [Fact]
    public void ToText_ForeignCulture_IsIgnored()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NegativeSign = "minus" } };
            Assert.Equal("-1234.5", NumberText.ToText(-1234.5));
            Assert.Equal("-7", NumberText.ToText(-7));
            Assert.Equal("-1,234.5", NumberText.ToLocaleText(-1234.5, new NumberFormatOptions()));
            Assert.Equal(-1234.5, NumberParsing.StringToNumber("-1234.5"));
            Assert.Equal(1.5e-300, NumberParsing.StringToNumber("1.5e-300"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TryFormat_BufferOfAnyLength_WritesWholeTextOrNothing()
    {
        foreach (var x in new[] { 5, -123456, 0.1 + 0.2, double.NaN, -1.2345678901234567e-308, -0.0000012345678901234567 })
        {
            var expected = NumberText.ToText(x);
            for (var length = 0; length <= NumberText.MaxLength; length++)
            {
                var buffer = new char[length];
                var fits = NumberText.TryFormat(x, buffer, out var written);
                Assert.Equal(expected.Length <= length, fits);
                Assert.Equal(fits ? expected : "", new string(buffer, 0, written));
            }
        }
    }

    [Theory]
    [InlineData(-0.0000001, 2, "-0.00")]
    [InlineData(-0.0, 2, "0.00")]
    [InlineData(0, 0, "0")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(1e21, 2, "1e+21")]
    [InlineData(double.NaN, 2, "NaN")]
    [InlineData(double.NegativeInfinity, 2, "-Infinity")]
    [InlineData(1.1, 100, "1.1000000000000000888178419700125232338905334472656250000000000000000000000000000000000000000000000000")]
    public void ToFixed_EdgeCases_FollowTheSpecification(double x, int digits, string expected) =>
        Assert.Equal(expected, NumberText.ToFixed(x, digits));

    [Fact]
    public void ToPrecision_GreatestNumberAndMostDigits_IsExact() =>
        Assert.Equal(
            "1.797693134862315708145274237317043567980705675258449965989174768031572607800285387605895586327668782e+308",
            NumberText.ToPrecision(double.MaxValue, 100));

    [Theory]
    [InlineData(0, null, "0e+0")]
    [InlineData(-0.0, 2, "0.00e+0")]
    [InlineData(12345, null, "1.2345e+4")]
    [InlineData(9.5, 0, "1e+1")]
    [InlineData(25, 0, "3e+1")]
    [InlineData(5e-324, null, "5e-324")]
    public void ToExponential_EdgeCases_FollowTheSpecification(double x, int? digits, string expected) =>
        Assert.Equal(expected, NumberText.ToExponential(x, digits));

    [Fact]
    public void ToRadix_NumbersAtTheEndsOfTheRange_FitTheirBuffer()
    {
        Assert.Equal("1" + new string('0', 1023), NumberText.ToRadix(Math.ScaleB(1, 1023), 2));
        Assert.Equal("-0." + new string('0', 1073) + "1", NumberText.ToRadix(-double.Epsilon, 2));
        Assert.Equal("1.000110011001100110011001100110011001100110011001101", NumberText.ToRadix(1.1, 2));
        Assert.Equal("NaN", NumberText.ToRadix(double.NaN, 7));
        Assert.Equal("-ff.8", NumberText.ToRadix(-255.5, 16));
    }
}
