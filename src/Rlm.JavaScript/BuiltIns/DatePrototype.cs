using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Date.prototype</c>, ECMA-262 §21.4.4: what reads a date. Since local time is UTC, each method and its UTC twin do the same.</summary>
internal static partial class DatePrototype
{
    public static JsObject Create(Realm realm)
    {
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 52);
        AddTexts(builder, realm);
        builder
            .Method("valueOf", 0, static (in NativeCall call) => ThisTime(call))
            .Method("getTime", 0, static (in NativeCall call) => ThisTime(call))
            .Method("setTime", 1, SetTime)
            .Method("getTimezoneOffset", 0, static (in NativeCall call) => double.IsNaN(ThisTime(call)) ? double.NaN : 0);
        AddGetter(builder, "Date", static (in NativeCall call) => DateMath.DateFromTime(ThisTime(call)));
        AddSetter(builder, "Date", 1, SetDate);
        AddGetter(builder, "Day", static (in NativeCall call) => DateMath.WeekDay(ThisTime(call)));
        AddGetter(builder, "FullYear", static (in NativeCall call) => DateMath.YearFromTime(ThisTime(call)));
        AddSetter(builder, "FullYear", 3, SetFullYear);
        AddGetter(builder, "Hours", static (in NativeCall call) => DateMath.HourFromTime(ThisTime(call)));
        AddSetter(builder, "Hours", 4, SetHours);
        AddGetter(builder, "Milliseconds", static (in NativeCall call) => DateMath.MsFromTime(ThisTime(call)));
        AddSetter(builder, "Milliseconds", 1, SetMilliseconds);
        AddGetter(builder, "Minutes", static (in NativeCall call) => DateMath.MinFromTime(ThisTime(call)));
        AddSetter(builder, "Minutes", 3, SetMinutes);
        AddGetter(builder, "Month", static (in NativeCall call) => DateMath.MonthFromTime(ThisTime(call)));
        AddSetter(builder, "Month", 2, SetMonth);
        AddGetter(builder, "Seconds", static (in NativeCall call) => DateMath.SecFromTime(ThisTime(call)));
        AddSetter(builder, "Seconds", 2, SetSeconds);
        return builder.Object;
    }

    private static void AddGetter(ObjectBuilder builder, string part, NativeMethod method) =>
        builder.Method($"get{part}", 0, method).Method($"getUTC{part}", 0, method);

    private static void AddSetter(ObjectBuilder builder, string part, int length, NativeMethod method) =>
        builder.Method($"set{part}", length, method).Method($"setUTC{part}", length, method);

    private static JsDate ThisDate(in NativeCall call) =>
        call.This.Reference as JsDate ?? throw call.Agent.TypeError("this is not a Date object.");

    private static double ThisTime(in NativeCall call) => ThisDate(call).Time;
}
