namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Time values as text, always in UTC and English. Every result is short: one call is one unit of work.
/// See <see href="https://tc39.es/ecma262/#sec-todatestring"/>.
/// </summary>
internal static partial class DateText
{
    public const string InvalidDate = "Invalid Date";

    private const int MaxLength = 128;
    private const string TimeZoneSuffix = " GMT+0000 (Coordinated Universal Time)";

    private static readonly string[] WeekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>Date.prototype.toISOString for a time value that is not NaN; the caller throws the RangeError for NaN.</summary>
    public static string ToIsoText(double t)
    {
        var fields = DateMath.Fields(t);
        var writer = new CharWriter(stackalloc char[MaxLength]);
        if (fields.Year is >= 0 and <= 9999)
        {
            writer.AppendPadded(fields.Year, 4);
        }
        else
        {
            writer.Append(fields.Year < 0 ? '-' : '+');
            writer.AppendPadded(Math.Abs(fields.Year), 6);
        }

        writer.Append('-');
        writer.AppendPadded(fields.Month + 1, 2);
        writer.Append('-');
        writer.AppendPadded(fields.Date, 2);
        writer.Append('T');
        AppendTime(ref writer, fields);
        writer.Append('.');
        writer.AppendPadded(fields.Millisecond, 3);
        writer.Append('Z');
        return writer.ToString();
    }

    /// <summary>Date.prototype.toString.</summary>
    public static string ToText(double t) => Format(t, true, true);

    /// <summary>Date.prototype.toDateString.</summary>
    public static string ToDateText(double t) => Format(t, true, false);

    /// <summary>Date.prototype.toTimeString.</summary>
    public static string ToTimeText(double t) => Format(t, false, true);

    /// <summary>Date.prototype.toUTCString.</summary>
    public static string ToUtcText(double t)
    {
        if (double.IsNaN(t))
            return InvalidDate;

        var fields = DateMath.Fields(t);
        var writer = new CharWriter(stackalloc char[MaxLength]);
        writer.Append(Short(WeekDays[fields.WeekDay]));
        writer.Append(", ");
        writer.AppendPadded(fields.Date, 2);
        writer.Append(' ');
        writer.Append(Short(Months[fields.Month]));
        writer.Append(' ');
        AppendYear(ref writer, fields.Year);
        writer.Append(' ');
        AppendTime(ref writer, fields);
        writer.Append(" GMT");
        return writer.ToString();
    }

    private static string Format(double t, bool date, bool time)
    {
        if (double.IsNaN(t))
            return InvalidDate;

        var fields = DateMath.Fields(t);
        var writer = new CharWriter(stackalloc char[MaxLength]);
        if (date)
        {
            writer.Append(Short(WeekDays[fields.WeekDay]));
            writer.Append(' ');
            writer.Append(Short(Months[fields.Month]));
            writer.Append(' ');
            writer.AppendPadded(fields.Date, 2);
            writer.Append(' ');
            AppendYear(ref writer, fields.Year);
        }

        if (date && time)
            writer.Append(' ');
        if (time)
        {
            AppendTime(ref writer, fields);
            writer.Append(TimeZoneSuffix);
        }

        return writer.ToString();
    }

    private static void AppendYear(ref CharWriter writer, int year)
    {
        if (year < 0)
            writer.Append('-');
        writer.AppendPadded(Math.Abs(year), 4);
    }

    private static void AppendTime(ref CharWriter writer, in DateFields fields)
    {
        writer.AppendPadded(fields.Hour, 2);
        writer.Append(':');
        writer.AppendPadded(fields.Minute, 2);
        writer.Append(':');
        writer.AppendPadded(fields.Second, 2);
    }

    private static ReadOnlySpan<char> Short(string name) => name.AsSpan(0, 3);
}
