namespace Rlm.JavaScript.Numerics;

/// <summary>How one part of a date is written; months allow all, weekdays the three in letters, the rest the two in digits.</summary>
internal enum DatePartStyle
{
    None,
    Numeric,
    TwoDigit,
    Long,
    Short,
    Narrow,
}

/// <summary>The value of dateStyle and of timeStyle.</summary>
internal enum DateLength
{
    None,
    Full,
    Long,
    Medium,
    Short,
}

/// <summary>The value of hourCycle. What hour12 says is H12 for true and, as Node.js has it for American English, H24 for false.</summary>
internal enum HourCycle
{
    H12,
    H11,
    H23,
    H24,
}

/// <summary>Which parts a method writes where the options name none.</summary>
internal enum DateDefaults
{
    /// <summary>toLocaleString.</summary>
    All,

    /// <summary>toLocaleDateString.</summary>
    Date,

    /// <summary>toLocaleTimeString.</summary>
    Time,
}

/// <summary>
/// The options of toLocaleString, toLocaleDateString and toLocaleTimeString. The caller reads and checks them: each value, that the time
/// zone is UTC, and that a length (<see cref="DateLength"/>) comes without single parts and fits the method.
/// </summary>
internal readonly record struct DateFormatOptions
{
    public DatePartStyle Weekday { get; init; }

    public DatePartStyle Year { get; init; }

    public DatePartStyle Month { get; init; }

    public DatePartStyle Day { get; init; }

    public DatePartStyle Hour { get; init; }

    public DatePartStyle Minute { get; init; }

    public DatePartStyle Second { get; init; }

    /// <summary>None, Short (<c>UTC</c>) or Long (<c>Coordinated Universal Time</c>).</summary>
    public DatePartStyle TimeZoneName { get; init; }

    public HourCycle HourCycle { get; init; }

    public DateLength DateStyle { get; init; }

    public DateLength TimeStyle { get; init; }

    /// <summary>Adds the parts that the method writes by default, and those that a length stands for.</summary>
    public DateFormatOptions Resolve(DateDefaults defaults)
    {
        if (DateStyle != DateLength.None || TimeStyle != DateLength.None)
            return ResolveLengths();

        var date = Weekday != DatePartStyle.None || Year != DatePartStyle.None || Month != DatePartStyle.None || Day != DatePartStyle.None;
        var time = Hour != DatePartStyle.None || Minute != DatePartStyle.None || Second != DatePartStyle.None;
        var addDate = defaults == DateDefaults.All ? !date && !time : defaults == DateDefaults.Date && !date;
        var addTime = defaults == DateDefaults.All ? !date && !time : defaults == DateDefaults.Time && !time;
        var result = this;
        if (addDate)
            result = result with { Year = DatePartStyle.Numeric, Month = DatePartStyle.Numeric, Day = DatePartStyle.Numeric };
        if (addTime)
            result = result with { Hour = DatePartStyle.Numeric, Minute = DatePartStyle.Numeric, Second = DatePartStyle.Numeric };
        return result;
    }

    private DateFormatOptions ResolveLengths()
    {
        var result = this;
        if (DateStyle != DateLength.None)
        {
            result = result with
            {
                Weekday = DateStyle == DateLength.Full ? DatePartStyle.Long : DatePartStyle.None,
                Year = DateStyle == DateLength.Short ? DatePartStyle.TwoDigit : DatePartStyle.Numeric,
                Month = DateStyle switch
                {
                    DateLength.Short => DatePartStyle.Numeric,
                    DateLength.Medium => DatePartStyle.Short,
                    _ => DatePartStyle.Long,
                },
                Day = DatePartStyle.Numeric,
            };
        }

        if (TimeStyle != DateLength.None)
        {
            result = result with
            {
                Hour = DatePartStyle.Numeric,
                Minute = DatePartStyle.Numeric,
                Second = TimeStyle == DateLength.Short ? DatePartStyle.None : DatePartStyle.Numeric,
                TimeZoneName = TimeStyle switch
                {
                    DateLength.Full => DatePartStyle.Long,
                    DateLength.Long => DatePartStyle.Short,
                    _ => DatePartStyle.None,
                },
            };
        }

        return result;
    }
}
