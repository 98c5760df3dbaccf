using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Dates as text, and as other primitive values.</content>
internal static partial class DatePrototype
{
    private static void AddTexts(ObjectBuilder builder, Realm realm)
    {
        NativeFunction toUtcString = realm.NewFunction("toUTCString", 0, static (in NativeCall call) => Text(call, DateText.ToUtcText(ThisTime(call))));
        builder
            .Method("toString", 0, static (in NativeCall call) => Text(call, DateText.ToText(ThisTime(call))))
            .Method("toDateString", 0, static (in NativeCall call) => Text(call, DateText.ToDateText(ThisTime(call))))
            .Method("toTimeString", 0, static (in NativeCall call) => Text(call, DateText.ToTimeText(ThisTime(call))))
            .Method("toISOString", 0, ToIsoString)
            .Value("toUTCString", toUtcString)
            .Value("toGMTString", toUtcString)
            .Method("getYear", 0, static (in NativeCall call) => DateMath.YearFromTime(ThisTime(call)) - 1900)
            .Method("setYear", 1, SetYear)
            .Method("toJSON", 1, ToJson)
            .Method("toLocaleString", 0, static (in NativeCall call) => ToLocaleText(call, "toLocaleString", DateDefaults.All))
            .Method("toLocaleDateString", 0, static (in NativeCall call) => ToLocaleText(call, "toLocaleDateString", DateDefaults.Date))
            .Method("toLocaleTimeString", 0, static (in NativeCall call) => ToLocaleText(call, "toLocaleTimeString", DateDefaults.Time))
            .Method(WellKnownSymbols.ToPrimitive, "[Symbol.toPrimitive]", 1, ToPrimitive, PropertyAttributes.Configurable);
    }

    private static Value Text(in NativeCall call, string text) => call.Realm.NewString(text);

    private static Value ToIsoString(in NativeCall call)
    {
        double t = ThisTime(call);
        return double.IsNaN(t) ? throw call.Agent.RangeError("Invalid time value") : Text(call, DateText.ToIsoText(t));
    }

    /// <summary>ECMA-262 §21.4.4.37. It is generic: any object with a <c>toISOString</c> will do.</summary>
    private static Value ToJson(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject instance = agent.ToObject(call.This);
        Value primitive = agent.ToPrimitive(instance, PrimitiveHint.Number);
        if (primitive.IsNumber && !double.IsFinite(primitive.Number))
        {
            return Value.Null;
        }

        JsFunction method = agent.Get(instance, call.Realm.Key("toISOString")).Reference as JsFunction ?? throw agent.TypeError("toISOString is not a function");
        return agent.TryCall(method, instance, [], out Value result) ? result : Agent.Pending;
    }

    private static Value ToLocaleText(in NativeCall call, string method, DateDefaults defaults)
    {
        double t = ThisTime(call);
        DateFormatOptions options = call[1].IsUndefined || double.IsNaN(t) ? default : DateLocale.ReadOptions(call.Agent, method, call[1], defaults);
        return Text(call, DateText.ToLocaleText(t, options, defaults));
    }

    /// <summary>ECMA-262 §21.4.4.45.</summary>
    private static Value ToPrimitive(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is not JsObject instance)
        {
            throw agent.TypeError($"Method Date.prototype [ @@toPrimitive ] called on incompatible receiver {Agent.Describe(call.This)}");
        }

        string hint = call[0].Reference is JsString text ? Agent.Quote(text) : Agent.Describe(call[0]);
        return call[0].IsString && hint is ("string" or "default" or "number")
            ? agent.OrdinaryToPrimitive(instance, hint == "number" ? PrimitiveHint.Number : PrimitiveHint.String)
            : throw agent.TypeError($"Invalid hint: {hint}");
    }
}
