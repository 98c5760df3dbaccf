namespace Rlm.JavaScript.Numerics;

internal static partial class DateText
{
    /// <summary>toLocaleString and its kin for American English in UTC, in the order and with the signs that Node.js writes.</summary>
    public static string ToLocaleText(double t, in DateFormatOptions options, DateDefaults defaults)
    {
        if (double.IsNaN(t))
            return InvalidDate;

        var fields = DateMath.Fields(t);
        var parts = options.Resolve(defaults);
        var writer = new CharWriter(stackalloc char[MaxLength]);
        AppendLocaleDate(ref writer, fields, parts);

        var hasTime = parts.Hour != DatePartStyle.None || parts.Minute != DatePartStyle.None || parts.Second != DatePartStyle.None;
        if (hasTime || parts.TimeZoneName != DatePartStyle.None)
        {
            var date = writer.Length > 0;
            if (date)
                writer.Append(TimeSeparator(parts));
            AppendLocaleTime(ref writer, fields, parts, date);
        }

        return writer.ToString();
    }

    private static string TimeSeparator(in DateFormatOptions parts)
    {
        if (parts.Month == DatePartStyle.Long)
            return " at ";

        // The locale has patterns for a weekday with a time of hours, hours and minutes, or all three.
        var weekdayOnly = parts.Month == DatePartStyle.None && parts.Day == DatePartStyle.None && parts.Year == DatePartStyle.None;
        var commonTime = parts.Hour != DatePartStyle.None && (parts.Minute != DatePartStyle.None || parts.Second == DatePartStyle.None);
        return weekdayOnly && commonTime && parts.TimeZoneName == DatePartStyle.None ? " " : ", ";
    }

    private static void AppendLocaleDate(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        if (parts.Month == DatePartStyle.None)
        {
            AppendWithoutMonth(ref writer, fields, parts);
            return;
        }

        var apart = (parts.Weekday, parts.Month) is (DatePartStyle.Short, DatePartStyle.TwoDigit or DatePartStyle.Long or DatePartStyle.Narrow) or (DatePartStyle.Long, DatePartStyle.Narrow);
        if (apart && parts.Day == DatePartStyle.None && parts.Year == DatePartStyle.None)
        {
            AppendWeekday(ref writer, fields, parts);
            writer.Append(" (month: ");
            AppendMonth(ref writer, fields, parts);
            writer.Append(')');
            return;
        }

        if (parts.Weekday != DatePartStyle.None && parts.Day != DatePartStyle.None)
        {
            AppendWeekday(ref writer, fields, parts);
            writer.Append(", ");
        }

        var letters = parts.Month >= DatePartStyle.Long;
        AppendMonth(ref writer, fields, parts);
        if (parts.Day != DatePartStyle.None)
        {
            writer.Append(letters ? ' ' : '/');
            AppendDigits(ref writer, fields.Date, parts.Day);
        }

        if (parts.Year != DatePartStyle.None)
        {
            writer.Append(!letters ? "/" : parts.Day != DatePartStyle.None ? ", " : " ");
            AppendLocaleYear(ref writer, fields, parts);
        }

        if (parts.Weekday != DatePartStyle.None && parts.Day == DatePartStyle.None)
        {
            writer.Append(' ');
            AppendWeekday(ref writer, fields, parts);
        }
    }

    /// <summary>Combinations that the locale has no pattern for; what is missing is put in as Node.js does.</summary>
    private static void AppendWithoutMonth(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        var weekday = parts.Weekday != DatePartStyle.None;
        var year = parts.Year != DatePartStyle.None;
        if (parts.Day != DatePartStyle.None && year && !weekday && (parts.Year == DatePartStyle.Numeric || parts.Day == DatePartStyle.TwoDigit))
        {
            AppendLocaleYear(ref writer, fields, parts);
            writer.Append(" (day: ");
            AppendDigits(ref writer, fields.Date, parts.Day);
            writer.Append(')');
            return;
        }

        var yearFirst = year && weekday && parts.Day == DatePartStyle.None && (parts.Year == DatePartStyle.Numeric || parts.Weekday != DatePartStyle.Short);
        if (yearFirst)
            AppendLocaleYear(ref writer, fields, parts);
        if (parts.Day != DatePartStyle.None)
            AppendDigits(ref writer, fields.Date, parts.Day);
        if (weekday)
        {
            AppendSpace(ref writer);
            AppendWeekday(ref writer, fields, parts);
        }

        if (year && !yearFirst)
        {
            AppendSpace(ref writer);
            AppendLocaleYear(ref writer, fields, parts);
        }
    }

    private static void AppendLocaleTime(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts, bool date)
    {
        var half = parts.HourCycle is HourCycle.H11 or HourCycle.H12;
        var minute = parts.Minute != DatePartStyle.None;
        var second = parts.Second != DatePartStyle.None;
        if (parts.Hour == DatePartStyle.None)
        {
            AppendMinuteAndSecond(ref writer, fields, parts);
            AppendTimeZone(ref writer, parts, minute || second);
            return;
        }

        if (second && !minute && !half && !date && parts.TimeZoneName == DatePartStyle.None)
        {
            writer.AppendPadded(fields.Second, 1);
            writer.Append(" (hour: ");
            AppendHour(ref writer, fields, parts);
            writer.Append(')');
            return;
        }

        AppendHour(ref writer, fields, parts);
        if (minute)
        {
            writer.Append(':');
            writer.AppendPadded(fields.Minute, 2);
            if (second)
            {
                writer.Append(':');
                writer.AppendPadded(fields.Second, 2);
            }
        }

        if (half)
            writer.Append(fields.Hour < 12 ? " AM" : " PM");
        else if (!minute && parts.TimeZoneName != DatePartStyle.None)
            writer.Append('h');
        AppendTimeZone(ref writer, parts, true);
        if (second && !minute)
        {
            writer.Append(" (second: ");
            writer.AppendPadded(fields.Second, 1);
            writer.Append(')');
        }
    }

    private static void AppendTimeZone(ref CharWriter writer, in DateFormatOptions parts, bool afterTime)
    {
        if (parts.TimeZoneName == DatePartStyle.None)
            return;
        if (afterTime)
            writer.Append(' ');
        writer.Append(parts.TimeZoneName == DatePartStyle.Long ? "Coordinated Universal Time" : "UTC");
    }

    private static void AppendMinuteAndSecond(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        var both = parts.Minute != DatePartStyle.None && parts.Second != DatePartStyle.None;
        if (parts.Minute != DatePartStyle.None)
            writer.AppendPadded(fields.Minute, both ? 2 : 1);
        if (both)
            writer.Append(':');
        if (parts.Second != DatePartStyle.None)
            writer.AppendPadded(fields.Second, both ? 2 : 1);
    }

    private static void AppendHour(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        var hour = parts.HourCycle switch
        {
            HourCycle.H11 => fields.Hour % 12,
            HourCycle.H12 => fields.Hour % 12 == 0 ? 12 : fields.Hour % 12,
            HourCycle.H24 when fields.Hour == 0 => 24,
            _ => fields.Hour,
        };
        var half = parts.HourCycle is HourCycle.H11 or HourCycle.H12;
        writer.AppendPadded(hour, half && parts.Hour != DatePartStyle.TwoDigit ? 1 : 2);
    }

    private static void AppendWeekday(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts) =>
        AppendName(ref writer, WeekDays[fields.WeekDay], parts.Weekday);

    private static void AppendMonth(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        if (parts.Month >= DatePartStyle.Long)
            AppendName(ref writer, Months[fields.Month], parts.Month);
        else
            AppendDigits(ref writer, fields.Month + 1, parts.Month);
    }

    private static void AppendLocaleYear(ref CharWriter writer, in DateFields fields, in DateFormatOptions parts)
    {
        // People's calendar has no year 0: the year before 1 is 1 again, of the other era, which is not written.
        var year = fields.Year > 0 ? fields.Year : 1 - fields.Year;
        if (parts.Year == DatePartStyle.TwoDigit)
            writer.AppendPadded(year % 100, 2);
        else
            writer.AppendPadded(year, 1);
    }

    private static void AppendDigits(ref CharWriter writer, int value, DatePartStyle style) =>
        writer.AppendPadded(value, style == DatePartStyle.TwoDigit ? 2 : 1);

    private static void AppendName(ref CharWriter writer, string name, DatePartStyle style) => writer.Append(style switch
    {
        DatePartStyle.Long => name,
        DatePartStyle.Narrow => name.AsSpan(0, 1),
        _ => Short(name),
    });

    private static void AppendSpace(ref CharWriter writer)
    {
        if (writer.Length > 0)
            writer.Append(' ');
    }
}
