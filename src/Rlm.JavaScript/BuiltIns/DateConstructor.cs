using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>Date</c> constructor, ECMA-262 §21.4.2 and §21.4.3. The time zone is UTC, and the clock is the session's.</summary>
internal static class DateConstructor
{
    /// <summary>Year, month, date, hours, minutes, seconds, milliseconds.</summary>
    private const int PartCount = 7;

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Date", PartCount, Construct))
            .Constructs(realm[Intrinsic.DatePrototype])
            .Method("now", 0, static (in NativeCall call) => Now(call.Agent))
            .Method("parse", 1, static (in NativeCall call) => Parse(call.Agent, call.Agent.ToJsString(call[0])))
            .Method("UTC", PartCount, static (in NativeCall call) => FromParts(call.Agent, call.Arguments))
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            return call.Realm.NewString(DateText.ToText(Now(agent)));
        }

        double time = call.Count switch
        {
            0 => Now(agent),
            1 => FromValue(agent, call[0]),
            _ => FromParts(agent, call.Arguments),
        };
        Shape shape = agent.ShapeFor(call.NewTarget, Intrinsic.DatePrototype);
        agent.Meter.Allocate(ModelBytes.Object + 8);
        return new JsDate(shape, time);
    }

    private static double Now(Agent agent) => DateMath.TimeClip(agent.Options.Time.GetUtcNow().ToUnixTimeMilliseconds());

    private static double FromValue(Agent agent, Value value)
    {
        if (value.Reference is JsDate other)
        {
            return other.Time;
        }

        Value primitive = agent.ToPrimitive(value);
        return primitive.Reference is JsString text ? Parse(agent, text) : DateMath.TimeClip(agent.ToNumber(primitive));
    }

    private static double Parse(Agent agent, JsString text)
    {
        // What is too long for a date is not even made flat.
        if (text.Length > DateParsing.MaxLength)
        {
            return double.NaN;
        }

        agent.Meter.Work(text.Length / 8);
        return DateParsing.Parse(text.Span);
    }

    private static double FromParts(Agent agent, ReadOnlySpan<Value> arguments)
    {
        Span<double> parts = [double.NaN, 0, 1, 0, 0, 0, 0];
        for (int i = 0; i < PartCount && i < arguments.Length; i++)
        {
            parts[i] = agent.ToNumber(arguments[i]);
        }

        double day = DateMath.MakeDay(DateMath.MakeFullYear(parts[0]), parts[1], parts[2]);
        return DateMath.TimeClip(DateMath.MakeDate(day, DateMath.MakeTime(parts[3], parts[4], parts[5], parts[6])));
    }
}
