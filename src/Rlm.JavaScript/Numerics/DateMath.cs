namespace Rlm.JavaScript.Numerics;

/// <summary>
/// The arithmetic of time values, in UTC only: milliseconds since 1970 as doubles, NaN for an invalid date.
/// See <see href="https://tc39.es/ecma262/#sec-overview-of-date-objects-and-definitions-of-abstract-operations"/>.
/// </summary>
internal static class DateMath
{
    public const double MsPerDay = 86_400_000;
    public const double MsPerHour = 3_600_000;
    public const double MsPerMinute = 60_000;
    public const double MsPerSecond = 1_000;

    /// <summary>The time value farthest from 1970, in either direction.</summary>
    public const double MaxTime = 8.64e15;

    // Far beyond the 275,760 years of a time value, and near enough for exact arithmetic: what no day can bring back into range is NaN.
    private const double MaxYear = 1_000_000;
    private const double MaxMonth = 10_000_000;

    private const int DaysPer400Years = 146_097;
    private const int DaysPer100Years = 36_524;
    private const int DaysPer4Years = 1_461;

    // From March 1 of year 0 to 1970: a year that starts in March has its leap day last.
    private const int DaysFromMarchOfYearZero = 719_468;

    public static double Day(double t) => Math.Floor(t / MsPerDay);

    public static double TimeWithinDay(double t) => t - (Day(t) * MsPerDay);

    public static int DaysInYear(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;

    /// <summary>The day number of January 1 of the year.</summary>
    public static long DayFromYear(long year) => DayFromCivil(year, 0);

    public static double YearFromTime(double t) => double.IsNaN(t) ? t : Fields(t).Year;

    /// <summary>0, January, to 11.</summary>
    public static double MonthFromTime(double t) => double.IsNaN(t) ? t : Fields(t).Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public static double DateFromTime(double t) => double.IsNaN(t) ? t : Fields(t).Date;

    /// <summary>0, Sunday, to 6.</summary>
    public static double WeekDay(double t)
    {
        var day = (Day(t) + 4) % 7;
        return day < 0 ? day + 7 : day + 0.0;
    }

    public static double HourFromTime(double t) => Math.Floor(TimeWithinDay(t) / MsPerHour);

    public static double MinFromTime(double t) => Math.Floor(TimeWithinDay(t) % MsPerHour / MsPerMinute);

    public static double SecFromTime(double t) => Math.Floor(TimeWithinDay(t) % MsPerMinute / MsPerSecond);

    public static double MsFromTime(double t) => TimeWithinDay(t) % MsPerSecond;

    /// <summary>MakeTime. See <see href="https://tc39.es/ecma262/#sec-maketime"/>.</summary>
    public static double MakeTime(double hour, double min, double sec, double ms)
    {
        if (!double.IsFinite(hour) || !double.IsFinite(min) || !double.IsFinite(sec) || !double.IsFinite(ms))
            return double.NaN;
        return (Math.Truncate(hour) * MsPerHour) + (Math.Truncate(min) * MsPerMinute) + (Math.Truncate(sec) * MsPerSecond) + Math.Truncate(ms);
    }

    /// <summary>MakeDay; the month counts from 0 and may be any number. See <see href="https://tc39.es/ecma262/#sec-makeday"/>.</summary>
    public static double MakeDay(double year, double month, double date)
    {
        if (!(Math.Abs(year) <= MaxYear) || !(Math.Abs(month) <= MaxMonth) || !double.IsFinite(date))
            return double.NaN;

        var m = (long)month;
        var years = m >= 0 ? m / 12 : (m - 11) / 12;
        return DayFromCivil((long)year + years, (int)(m - (years * 12))) + Math.Truncate(date) - 1;
    }

    /// <summary>MakeDate. See <see href="https://tc39.es/ecma262/#sec-makedate"/>.</summary>
    public static double MakeDate(double day, double time)
    {
        var t = (day * MsPerDay) + time;
        return double.IsFinite(t) ? t : double.NaN;
    }

    /// <summary>MakeFullYear: 0 to 99 are in the twentieth century. See <see href="https://tc39.es/ecma262/#sec-makefullyear"/>.</summary>
    public static double MakeFullYear(double year)
    {
        if (double.IsNaN(year))
            return year;
        var truncated = Math.Truncate(year);
        return truncated is >= 0 and <= 99 ? 1900 + truncated : truncated;
    }

    /// <summary>TimeClip. See <see href="https://tc39.es/ecma262/#sec-timeclip"/>.</summary>
    public static double TimeClip(double t) => Math.Abs(t) <= MaxTime ? Math.Truncate(t) + 0.0 : double.NaN;

    /// <summary>All fields of a time value that is not NaN.</summary>
    public static DateFields Fields(double t)
    {
        var day = (long)Day(t);
        var time = (int)TimeWithinDay(t);

        // Count from March 1 of year 0 in cycles of 400 years; see DaysFromMarchOfYearZero.
        var shifted = day + DaysFromMarchOfYearZero;
        var cycle = shifted >= 0 ? shifted / DaysPer400Years : (shifted - DaysPer400Years + 1) / DaysPer400Years;
        var dayOfCycle = (int)(shifted - (cycle * DaysPer400Years));
        var yearOfCycle = (dayOfCycle - (dayOfCycle / (DaysPer4Years - 1)) + (dayOfCycle / DaysPer100Years) - (dayOfCycle / (DaysPer400Years - 1))) / 365;
        var dayOfYear = dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100));

        // The months from March on are 31, 30, 31, 30, 31 days long, again and again: 153 days for five.
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var date = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 2 : monthFromMarch - 10;
        var year = (int)((cycle * 400) + yearOfCycle + (month < 2 ? 1 : 0));

        return new DateFields(
            year,
            month,
            date,
            (int)WeekDay(t),
            time / (int)MsPerHour,
            time / (int)MsPerMinute % 60,
            time / (int)MsPerSecond % 60,
            time % (int)MsPerSecond);
    }

    /// <summary>The day number of the first of a month, 0 to 11.</summary>
    private static long DayFromCivil(long year, int month)
    {
        if (month < 2)
            year--;
        var cycle = year >= 0 ? year / 400 : (year - 399) / 400;
        var yearOfCycle = year - (cycle * 400);
        var monthFromMarch = month < 2 ? month + 10 : month - 2;
        var dayOfYear = ((153 * monthFromMarch) + 2) / 5;
        return (cycle * DaysPer400Years) + (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear - DaysFromMarchOfYearZero;
    }
}

/// <summary>A time value taken apart.</summary>
/// <param name="Year">The astronomical year: 0 is the year before 1.</param>
/// <param name="Month">0 to 11.</param>
/// <param name="Date">1 to 31.</param>
/// <param name="WeekDay">0, Sunday, to 6.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second">0 to 59.</param>
/// <param name="Millisecond">0 to 999.</param>
internal readonly record struct DateFields(int Year, int Month, int Date, int WeekDay, int Hour, int Minute, int Second, int Millisecond);
