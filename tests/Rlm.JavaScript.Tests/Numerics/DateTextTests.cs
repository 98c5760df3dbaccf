using System.Diagnostics;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class DateTextTests
{
    /// <summary>2024-01-05T15:04:09.007Z, a Friday.</summary>
    private const double Time = 1704467049007;

    [Fact]
    public void Printing_SamplesOfNode_AreTheSame()
    {
        foreach (var sample in DateSamples.Printed)
        {
            Assert.Equal(sample.Iso, DateText.ToIsoText(sample.Time));
            Assert.Equal(sample.Text, DateText.ToText(sample.Time));
            Assert.Equal(sample.Utc, DateText.ToUtcText(sample.Time));
            Assert.Equal(sample.Locale, DateText.ToLocaleText(sample.Time, default, DateDefaults.All));
            Assert.Equal(sample.WeekDay, DateMath.WeekDay(sample.Time));
            Assert.Equal(sample.Date, DateMath.DateFromTime(sample.Time));
        }
    }

    [Fact]
    public void Printing_NaN_IsInvalidDate()
    {
        Assert.Equal("Invalid Date", DateText.ToText(double.NaN));
        Assert.Equal("Invalid Date", DateText.ToUtcText(double.NaN));
        Assert.Equal("Invalid Date", DateText.ToLocaleText(double.NaN, default, DateDefaults.All));
    }

    [Fact]
    public void ToDateTextAndToTimeText_AreTheHalvesOfToText()
    {
        Assert.Equal("Fri Jan 05 2024", DateText.ToDateText(Time));
        Assert.Equal("15:04:09 GMT+0000 (Coordinated Universal Time)", DateText.ToTimeText(Time));
    }

    [Theory]
    [InlineData("month=Long day=Numeric year=Numeric", "January 5, 2024")]
    [InlineData("weekday=Long month=Long day=Numeric year=Numeric", "Friday, January 5, 2024")]
    [InlineData("weekday=Short month=Short day=Numeric", "Fri, Jan 5")]
    [InlineData("year=Numeric month=TwoDigit day=TwoDigit", "01/05/2024")]
    [InlineData("year=TwoDigit month=Numeric day=Numeric", "1/5/24")]
    [InlineData("month=Long year=Numeric", "January 2024")]
    [InlineData("year=Numeric month=TwoDigit", "01/2024")]
    [InlineData("weekday=Long", "Friday")]
    [InlineData("month=Narrow", "J")]
    [InlineData("day=TwoDigit", "05")]
    [InlineData("weekday=Short year=Numeric month=Short", "Jan 2024 Fri")]
    [InlineData("year=Numeric day=Numeric", "2024 (day: 5)")]
    [InlineData("month=Long day=Numeric year=Numeric hour=Numeric minute=TwoDigit", "January 5, 2024 at 3:04 PM")]
    [InlineData("month=Short day=Numeric hour=Numeric", "Jan 5, 3 PM")]
    [InlineData("weekday=Short hour=Numeric minute=Numeric", "Fri 3:04 PM")]
    [InlineData("hour=TwoDigit minute=TwoDigit", "03:04 PM")]
    [InlineData("hour=TwoDigit minute=TwoDigit cycle=H23", "15:04")]
    [InlineData("minute=Numeric second=Numeric", "04:09")]
    [InlineData("minute=TwoDigit", "4")]
    [InlineData("hour=Numeric zone=Short", "3 PM UTC")]
    [InlineData("hour=Numeric zone=Short cycle=H24", "15h UTC")]
    [InlineData("zone=Long", "1/5/2024, 3:04:09 PM Coordinated Universal Time")]
    [InlineData("cycle=H24", "1/5/2024, 15:04:09")]
    [InlineData("date=Full", "Friday, January 5, 2024")]
    [InlineData("date=Medium time=Short", "Jan 5, 2024, 3:04 PM")]
    [InlineData("date=Long time=Long", "January 5, 2024 at 3:04:09 PM UTC")]
    [InlineData("date=Short time=Medium cycle=H23", "1/5/24, 15:04:09")]
    [InlineData("time=Full", "3:04:09 PM Coordinated Universal Time")]
    public void ToLocaleText_Options_AsNodeWritesThem(string options, string expected) =>
        Assert.Equal(expected, DateText.ToLocaleText(Time, Options(options), DateDefaults.All));

    [Theory]
    [InlineData("", "Date", "1/5/2024")]
    [InlineData("", "Time", "3:04:09 PM")]
    [InlineData("hour=Numeric", "Date", "1/5/2024, 3 PM")]
    [InlineData("weekday=Long", "Time", "Friday 3:04:09 PM")]
    [InlineData("zone=Short", "Date", "1/5/2024, UTC")]
    public void ToLocaleText_PartsNotAskedFor_DependOnTheMethod(string options, string defaults, string expected) =>
        Assert.Equal(expected, DateText.ToLocaleText(Time, Options(options), Enum.Parse<DateDefaults>(defaults)));

    [Theory]
    [InlineData("cycle=H11", "0:04:00 AM")]
    [InlineData("cycle=H12", "12:04:00 AM")]
    [InlineData("cycle=H23", "00:04:00")]
    [InlineData("cycle=H24", "24:04:00")]
    public void ToLocaleText_Midnight_DependsOnTheCycle(string options, string expected) =>
        Assert.Equal(expected, DateText.ToLocaleText(4 * 60_000, Options(options), DateDefaults.Time));

    [Fact]
    public void Parse_SamplesOfNode_AreTheSame()
    {
        foreach (var (text, time) in DateSamples.Parsed)
            Assert.True(time.Equals(DateParsing.Parse(text)), $"{text}: {time} expected, {DateParsing.Parse(text)} got");
    }

    [Fact]
    public void Parse_EveryTextThatIsPrinted_ReadsBack()
    {
        foreach (var sample in DateSamples.Printed)
        {
            var seconds = Math.Floor(sample.Time / 1000) * 1000;
            Assert.Equal(sample.Time, DateParsing.Parse(sample.Iso));
            if (DateMath.YearFromTime(sample.Time) is < 100)
                continue;
            Assert.Equal(seconds, DateParsing.Parse(sample.Text));
            Assert.Equal(seconds, DateParsing.Parse(sample.Utc));
            Assert.Equal(seconds, DateParsing.Parse(sample.Locale));
        }
    }

    [Theory]
    [InlineData("-000000-01-01")]
    [InlineData("-000000-01-01T00:00:00Z")]
    public void Parse_YearMinusZero_IsNaN(string text) => Assert.True(double.IsNaN(DateParsing.Parse(text)));

    [Fact]
    public void Parse_TenMillionCharacters_AreRefusedAtOnce()
    {
        var texts = new[] { new string('(', 10_000_000), new string('1', 10_000_000), new string(' ', 10_000_000) + "2024", "2024-01-05T10:00:00." + new string('1', 10_000_000) + "Z" };
        var before = Stopwatch.GetTimestamp();
        foreach (var text in texts)
            Assert.True(double.IsNaN(DateParsing.Parse(text)));
        Assert.InRange(Stopwatch.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Parse_AnyThreeHundredCharactersOfNoise_NeverThrows()
    {
        const string alphabet = "0123456789::--++..//,() TZtzJanFebGMTPMam\u00A0\u4E00";
        var random = new Rlm.JavaScript.Numerics.Random(50);
        var text = new char[300];
        for (var round = 0; round < 20_000; round++)
        {
            var length = (int)(random.NextDouble() * text.Length);
            for (var i = 0; i < length; i++)
                text[i] = alphabet[(int)(random.NextDouble() * alphabet.Length)];
            var time = DateParsing.Parse(text.AsSpan(0, length));
            Assert.True(double.IsNaN(time) || Math.Abs(time) <= DateMath.MaxTime);
        }
    }

    private static DateFormatOptions Options(string text)
    {
        var options = default(DateFormatOptions);
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (pair.Split('=')[0], pair.Split('=')[1]);
            DatePartStyle Part() => Enum.Parse<DatePartStyle>(value);
            options = name switch
            {
                "weekday" => options with { Weekday = Part() },
                "year" => options with { Year = Part() },
                "month" => options with { Month = Part() },
                "day" => options with { Day = Part() },
                "hour" => options with { Hour = Part() },
                "minute" => options with { Minute = Part() },
                "second" => options with { Second = Part() },
                "zone" => options with { TimeZoneName = Part() },
                "cycle" => options with { HourCycle = Enum.Parse<HourCycle>(value) },
                "date" => options with { DateStyle = Enum.Parse<DateLength>(value) },
                _ => options with { TimeStyle = Enum.Parse<DateLength>(value) },
            };
        }

        return options;
    }
}
