using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class DateMathTests
{
    [Fact]
    public void Fields_EveryDayOfTenThousandYears_FollowsTheCalendar()
    {
        var expected = new DateTime(1, 1, 1);
        for (double day = -719162; expected < new DateTime(9999, 12, 31); day++, expected = expected.AddDays(1))
        {
            var fields = DateMath.Fields(day * DateMath.MsPerDay);
            if ((fields.Year, fields.Month + 1, fields.Date, fields.WeekDay) != (expected.Year, expected.Month, expected.Day, (int)expected.DayOfWeek)
                || DateMath.MakeDay(fields.Year, fields.Month, fields.Date) != day)
            {
                Assert.Fail($"day {day}: {fields}");
            }
        }
    }

    [Fact]
    public void Fields_FirstAndLastTimeValue_AreTheEdgesOfTheLanguage()
    {
        Assert.Equal(new DateFields(275760, 8, 13, 6, 0, 0, 0, 0), DateMath.Fields(DateMath.MaxTime));
        Assert.Equal(new DateFields(-271821, 3, 20, 2, 0, 0, 0, 0), DateMath.Fields(-DateMath.MaxTime));
        Assert.Equal(new DateFields(1969, 11, 31, 3, 23, 59, 59, 999), DateMath.Fields(-1));
    }

    [Theory]
    [InlineData(2024, 0, 1, 19723)]
    [InlineData(2024, 12, 1, 20089)]
    [InlineData(2024, -1, 1, 19692)]
    [InlineData(2024, -13, 1, 19327)]
    [InlineData(2024, 1, 30, 19783)]
    [InlineData(2024, 0, -0.9, 19722)]
    [InlineData(0, 0, 1, -719528)]
    [InlineData(2024, 1e308, 1, double.NaN)]
    [InlineData(1e308, 0, 1, double.NaN)]
    [InlineData(double.NaN, 0, 1, double.NaN)]
    [InlineData(2024, double.PositiveInfinity, 1, double.NaN)]
    [InlineData(2024, 0, double.NegativeInfinity, double.NaN)]
    public void MakeDay_MonthsAndDatesOutOfRange_CarryOver(double year, double month, double date, double expected) =>
        Assert.Equal(expected, DateMath.MakeDay(year, month, date));

    [Fact]
    public void TimeClip_EdgesOfTheRange_AreKeptAndNothingBeyond()
    {
        Assert.Equal(8.64e15, DateMath.TimeClip(8.64e15));
        Assert.True(double.IsNaN(DateMath.TimeClip(8.64e15 + 1)));
        Assert.True(double.IsNaN(DateMath.TimeClip(double.NegativeInfinity)));
        Assert.False(double.IsNegative(DateMath.TimeClip(-0.5)));
        Assert.Equal(-1, DateMath.TimeClip(-1.9));
    }

    [Fact]
    public void FieldsFromTime_NaN_StaysNaN()
    {
        Assert.True(double.IsNaN(DateMath.YearFromTime(double.NaN)));
        Assert.True(double.IsNaN(DateMath.MonthFromTime(double.NaN)));
        Assert.True(double.IsNaN(DateMath.DateFromTime(double.NaN)));
        Assert.True(double.IsNaN(DateMath.WeekDay(double.NaN)));
        Assert.True(double.IsNaN(DateMath.HourFromTime(double.NaN)));
        Assert.True(double.IsNaN(DateMath.MakeTime(1, double.NaN, 0, 0)));
        Assert.True(double.IsNaN(DateMath.MakeDate(1e308, 1e308)));
    }

    [Theory]
    [InlineData(0, 1900)]
    [InlineData(99.9, 1999)]
    [InlineData(100, 100)]
    [InlineData(-1, -1)]
    [InlineData(-0.5, 1900)]
    public void MakeFullYear_TwoDigits_AreInTheTwentiethCentury(double year, double expected) => Assert.Equal(expected, DateMath.MakeFullYear(year));

    [Fact]
    public void DaysInYear_Centuries_FollowTheGregorianRule()
    {
        Assert.Equal(366, DateMath.DaysInYear(2000));
        Assert.Equal(365, DateMath.DaysInYear(1900));
        Assert.Equal(366, DateMath.DaysInYear(-4));
        Assert.Equal(19723, DateMath.DayFromYear(2024));
    }
}
