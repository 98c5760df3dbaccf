using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Reads the options of <c>toLocaleString</c> and its kin of dates (<see href="https://tc39.es/ecma402/#sec-createdatetimeformat"/>). As with numbers, the
/// format is that of American English, and what it cannot do is refused with a RangeError.
/// </summary>
internal static class DateLocale
{
    public static DateFormatOptions ReadOptions(Agent agent, string method, Value value, DateDefaults defaults)
    {
        var reader = new LocaleOptions(agent, $"Date.prototype.{method}", value);
        Refuse(agent, method, reader, "calendar", "gregory", "gregorian");
        Refuse(agent, method, reader, "numberingSystem", "latn");
        HourCycle cycle = ReadHourCycle(reader);
        ReadTimeZone(agent, method, reader);
        DatePartStyle weekday = ReadName(reader, "weekday");
        Refuse(agent, method, reader, "era");
        var options = new DateFormatOptions
        {
            Weekday = weekday,
            Year = ReadDigits(reader, "year"),
            Month = ReadMonth(reader),
            Day = ReadDigits(reader, "day"),
            HourCycle = cycle,
        };
        Refuse(agent, method, reader, "dayPeriod");
        options = options with { Hour = ReadDigits(reader, "hour"), Minute = ReadDigits(reader, "minute"), Second = ReadDigits(reader, "second") };
        Refuse(agent, method, reader, "fractionalSecondDigits");
        options = options with { TimeZoneName = ReadTimeZoneName(agent, method, reader) };
        return options with
        {
            DateStyle = ReadLength(agent, reader, "dateStyle", options, isAllowed: defaults != DateDefaults.Time),
            TimeStyle = ReadLength(agent, reader, "timeStyle", options, isAllowed: defaults != DateDefaults.Date),
        };
    }

    private static HourCycle ReadHourCycle(LocaleOptions reader)
    {
        bool? isHalfDay = reader.GetBoolean("hour12");
        string cycle = reader.GetText("hourCycle", string.Empty, "h11", "h12", "h23", "h24");
        return isHalfDay switch
        {
            true => HourCycle.H12,
            false => HourCycle.H24,
            _ => cycle switch { "h11" => HourCycle.H11, "h23" => HourCycle.H23, "h24" => HourCycle.H24, _ => HourCycle.H12 },
        };
    }

    private static void ReadTimeZone(Agent agent, string method, LocaleOptions reader)
    {
        Value value = reader.Get("timeZone");
        if (value.IsUndefined)
        {
            return;
        }

        string zone = Agent.Quote(agent.ToJsString(value));
        string name = zone.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase) ? zone[4..] : zone;
        if (!IsOneOf(name, "UTC", "GMT", "UCT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "Universal", "Zulu"))
        {
            throw agent.RangeError($"{method} does not support timeZone \"{zone}\" here: all dates are in UTC. Add the offset to the time value and leave timeZone out");
        }
    }

    private static DatePartStyle ReadDigits(LocaleOptions reader, string name) =>
        StyleOf(reader.GetText(name, string.Empty, "2-digit", "numeric"));

    private static DatePartStyle ReadName(LocaleOptions reader, string name) =>
        StyleOf(reader.GetText(name, string.Empty, "narrow", "short", "long"));

    private static DatePartStyle ReadMonth(LocaleOptions reader) =>
        StyleOf(reader.GetText("month", string.Empty, "2-digit", "numeric", "narrow", "short", "long"));

    private static DatePartStyle ReadTimeZoneName(Agent agent, string method, LocaleOptions reader)
    {
        string name = reader.GetText("timeZoneName", string.Empty, "short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric");
        return name.Length <= "short".Length ? StyleOf(name) : throw NotSupported(agent, method, "timeZoneName", name);
    }

    private static DateLength ReadLength(Agent agent, LocaleOptions reader, string name, in DateFormatOptions parts, bool isAllowed)
    {
        DateLength length = reader.GetText(name, string.Empty, "full", "long", "medium", "short") switch
        {
            "full" => DateLength.Full,
            "long" => DateLength.Long,
            "medium" => DateLength.Medium,
            "short" => DateLength.Short,
            _ => DateLength.None,
        };
        if (length != DateLength.None && FirstPart(parts) is { } part)
        {
            throw agent.TypeError($"Can't set option {part} when {name} is used");
        }

        return length == DateLength.None || isAllowed ? length : throw agent.TypeError($"Invalid option : {name}");
    }

    private static string? FirstPart(in DateFormatOptions parts) =>
        parts.Weekday != DatePartStyle.None ? "weekday"
        : parts.Year != DatePartStyle.None ? "year"
        : parts.Month != DatePartStyle.None ? "month"
        : parts.Day != DatePartStyle.None ? "day"
        : parts.Hour != DatePartStyle.None ? "hour"
        : parts.Minute != DatePartStyle.None ? "minute"
        : parts.Second != DatePartStyle.None ? "second"
        : parts.TimeZoneName != DatePartStyle.None ? "timeZoneName"
        : null;

    private static DatePartStyle StyleOf(string text) => text switch
    {
        "numeric" => DatePartStyle.Numeric,
        "2-digit" => DatePartStyle.TwoDigit,
        "long" => DatePartStyle.Long,
        "short" => DatePartStyle.Short,
        "narrow" => DatePartStyle.Narrow,
        _ => DatePartStyle.None,
    };

    /// <summary>An option of which only some values, or none at all, can be followed.</summary>
    private static void Refuse(Agent agent, string method, LocaleOptions reader, string name, params ReadOnlySpan<string> allowed)
    {
        Value value = reader.Get(name);
        if (!value.IsUndefined && Agent.Quote(agent.ToJsString(value)) is var text && !IsOneOf(text, allowed))
        {
            throw NotSupported(agent, method, name, text);
        }
    }

    private static bool IsOneOf(string text, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static GuestException NotSupported(Agent agent, string method, string name, string value) =>
        agent.RangeError($"{method} does not support {name} \"{value}\" here; build the text from getFullYear(), getMonth() and their kin");
}
