using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>
/// What changes a date. Arguments are converted before the result is computed, but the time value is read before them: they may change the date themselves.
/// </content>
internal static partial class DatePrototype
{
    private static Value SetTime(in NativeCall call)
    {
        JsDate date = ThisDate(call);
        return date.Time = DateMath.TimeClip(call.Agent.ToNumber(call[0]));
    }

    private static Value SetMilliseconds(in NativeCall call) => SetTimeOfDay(call, hour: -1, minute: -1, second: -1, millisecond: 0);

    private static Value SetSeconds(in NativeCall call) => SetTimeOfDay(call, hour: -1, minute: -1, second: 0, millisecond: 1);

    private static Value SetMinutes(in NativeCall call) => SetTimeOfDay(call, hour: -1, minute: 0, second: 1, millisecond: 2);

    private static Value SetHours(in NativeCall call) => SetTimeOfDay(call, hour: 0, minute: 1, second: 2, millisecond: 3);

    /// <summary>Sets the parts of the time from the arguments with these indices; a negative index stands for a part that stays.</summary>
    private static Value SetTimeOfDay(in NativeCall call, int hour, int minute, int second, int millisecond)
    {
        JsDate date = ThisDate(call);
        double t = date.Time;
        double h = Part(call, hour, DateMath.HourFromTime(t));
        double m = Part(call, minute, DateMath.MinFromTime(t));
        double s = Part(call, second, DateMath.SecFromTime(t));
        double ms = Part(call, millisecond, DateMath.MsFromTime(t));
        return double.IsNaN(t) ? t : date.Time = DateMath.TimeClip(DateMath.MakeDate(DateMath.Day(t), DateMath.MakeTime(h, m, s, ms)));
    }

    private static Value SetDate(in NativeCall call) => SetDay(call, year: -1, month: -1, day: 0);

    private static Value SetMonth(in NativeCall call) => SetDay(call, year: -1, month: 0, day: 1);

    private static Value SetFullYear(in NativeCall call) => SetDay(call, year: 0, month: 1, day: 2);

    /// <summary>As <see cref="SetTimeOfDay"/>, for the parts of the day. A year makes even an invalid date valid.</summary>
    private static Value SetDay(in NativeCall call, int year, int month, int day)
    {
        JsDate date = ThisDate(call);
        double t = year >= 0 && double.IsNaN(date.Time) ? 0 : date.Time;
        double y = Part(call, year, DateMath.YearFromTime(t));
        double m = Part(call, month, DateMath.MonthFromTime(t));
        double d = Part(call, day, DateMath.DateFromTime(t));
        return double.IsNaN(t) ? t : date.Time = DateMath.TimeClip(DateMath.MakeDate(DateMath.MakeDay(y, m, d), DateMath.TimeWithinDay(t)));
    }

    /// <summary>The argument that sets a part. The first one counts even where it is missing, and is undefined then.</summary>
    private static double Part(in NativeCall call, int index, double current) =>
        index < 0 || (index > 0 && index >= call.Count) ? current : call.Agent.ToNumber(call[index]);

    /// <summary>ECMA-262 §B.2.3.2.</summary>
    private static Value SetYear(in NativeCall call)
    {
        JsDate date = ThisDate(call);
        double t = double.IsNaN(date.Time) ? 0 : date.Time;
        double year = DateMath.MakeFullYear(call.Agent.ToNumber(call[0]));
        double day = DateMath.MakeDay(year, DateMath.MonthFromTime(t), DateMath.DateFromTime(t));
        return date.Time = DateMath.TimeClip(DateMath.MakeDate(day, DateMath.TimeWithinDay(t)));
    }
}
