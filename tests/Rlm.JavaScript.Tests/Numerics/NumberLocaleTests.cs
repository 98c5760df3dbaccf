using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class NumberLocaleTests
{
    [Theory]
    [InlineData(1234567.891, 2, null, "1,234,567.891")]
    [InlineData(1234567.891, null, 0, "1,234,568")]
    [InlineData(999.999, null, 2, "1,000")]
    [InlineData(0.004, null, 2, "0")]
    [InlineData(0.005, null, 2, "0.01")]
    [InlineData(1.005, null, 2, "1.01")]
    [InlineData(0.9999, null, 3, "1")]
    [InlineData(0.0006, null, 3, "0.001")]
    [InlineData(-0.0001, null, null, "-0")]
    [InlineData(-0.0, null, null, "-0")]
    [InlineData(1.5, 20, 20, "1.50000000000000000000")]
    [InlineData(123, null, null, "123")]
    [InlineData(1000, null, null, "1,000")]
    [InlineData(double.NaN, null, null, "NaN")]
    [InlineData(double.NegativeInfinity, null, null, "-∞")]
    public void ToLocaleText_FractionDigits_RoundsAndPads(double x, int? minimum, int? maximum, string expected) =>
        Assert.Equal(expected, NumberText.ToLocaleText(x, new NumberFormatOptions { MinimumFractionDigits = minimum, MaximumFractionDigits = maximum }));

    [Theory]
    [InlineData(0.256, null, "26%")]
    [InlineData(0.2567, 1, "25.7%")]
    [InlineData(0, 2, "0.00%")]
    [InlineData(1e21, null, "100,000,000,000,000,000,000,000%")]
    [InlineData(double.NaN, null, "NaN%")]
    public void ToLocaleText_Percent_IsAHundredTimes(double x, int? minimum, string expected) =>
        Assert.Equal(expected, NumberText.ToLocaleText(x, new NumberFormatOptions { Style = NumberStyle.Percent, MinimumFractionDigits = minimum }));

    [Theory]
    [InlineData(-5.555, "USD", null, "-$5.56")]
    [InlineData(1234.5, "JPY", null, "¥1,235")]
    [InlineData(1234.5, "USD", 0, "$1,235")]
    [InlineData(0, "GBP", null, "£0.00")]
    [InlineData(double.NegativeInfinity, "EUR", null, "-€∞")]
    [InlineData(-1234.5, "CHF", null, "-CHF\u00A01,234.50")]
    [InlineData(1234.5, "KWD", null, "KWD\u00A01,234.500")]
    public void ToLocaleText_Currency_HasSignAndItsDigits(double x, string currency, int? maximum, string expected) =>
        Assert.Equal(expected, NumberText.ToLocaleText(x, new NumberFormatOptions { Style = NumberStyle.Currency, Currency = currency, MaximumFractionDigits = maximum }));

    [Theory]
    [InlineData(123456, null, 3, "123,000")]
    [InlineData(0.00012345, null, 2, "0.00012")]
    [InlineData(5, 3, null, "5.00")]
    [InlineData(0, 3, null, "0.00")]
    [InlineData(0.05, 3, null, "0.0500")]
    [InlineData(99999, null, 2, "100,000")]
    public void ToLocaleText_SignificantDigits_RoundsAndPads(double x, int? minimum, int? maximum, string expected) =>
        Assert.Equal(expected, NumberText.ToLocaleText(x, new NumberFormatOptions { MinimumSignificantDigits = minimum, MaximumSignificantDigits = maximum }));

    [Fact]
    public void ToLocaleText_IntegerDigitsAndGrouping_AreAsAsked()
    {
        Assert.Equal("00,012,345", NumberText.ToLocaleText(12345, new NumberFormatOptions { MinimumIntegerDigits = 8 }));
        Assert.Equal("1234.5", NumberText.ToLocaleText(1234.5, new NumberFormatOptions { UseGrouping = false }));
    }

    [Fact]
    public void ToLocaleText_GreatestNumberInEveryStyle_FitsItsBuffer()
    {
        foreach (var style in new[] { NumberStyle.Decimal, NumberStyle.Percent, NumberStyle.Currency })
        {
            var options = new NumberFormatOptions { Style = style, Currency = "XOF", MinimumFractionDigits = 20 };
            Assert.StartsWith("17", NumberText.ToLocaleText(double.MaxValue, options).TrimStart('F', '\u202F', 'C', 'A', '\u00A0').Replace(",", "", StringComparison.Ordinal));
            Assert.Contains("0.00000000000000000000", NumberText.ToLocaleText(double.Epsilon, options));
        }
    }

    [Fact]
    public void TryResolveDigits_LeastAboveGreatest_IsRefused()
    {
        Assert.False(new NumberFormatOptions { MinimumFractionDigits = 3, MaximumFractionDigits = 2 }.TryResolveDigits(out _, out _, out _));
        Assert.True(new NumberFormatOptions { MinimumFractionDigits = 5 }.TryResolveDigits(out _, out var maximum, out _));
        Assert.Equal(5, maximum);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-123", "-123")]
    [InlineData("1234567", "1,234,567")]
    [InlineData("-123456", "-123,456")]
    public void GroupDigits_Integers_GetSeparators(string digits, string expected) => Assert.Equal(expected, NumberText.GroupDigits(digits));
}
