using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The global functions on numbers, and <c>queueMicrotask</c>. See <see href="https://tc39.es/ecma262/#sec-function-properties-of-the-global-object"/>.</summary>
internal static class GlobalFunctions
{
    public static JsObject CreateParseInt(Realm realm) => realm.NewFunction("parseInt", 2, ParseInt);

    public static JsObject CreateParseFloat(Realm realm) => realm.NewFunction("parseFloat", 1, ParseFloat);

    public static Value CreateIsNaN(Realm realm) =>
        realm.NewFunction("isNaN", 1, static (in NativeCall call) => double.IsNaN(call.Agent.ToNumber(call[0])));

    public static Value CreateIsFinite(Realm realm) =>
        realm.NewFunction("isFinite", 1, static (in NativeCall call) => double.IsFinite(call.Agent.ToNumber(call[0])));

    public static Value CreateQueueMicrotask(Realm realm) => realm.NewFunction("queueMicrotask", 1, QueueMicrotask);

    private static Value ParseInt(in NativeCall call)
    {
        // An integer becomes its own digits and the same integer again.
        if (call[0].TryGetIndex(out int integer) && call[1].IsUndefined)
        {
            return integer;
        }

        JsString text = call.Agent.ToJsString(call[0]);
        int radix = call.Agent.ToInt32(call[1]);
        call.Agent.Meter.Work(1 + (text.Length / 4));
        return NumberParsing.ParseInt(text.Span, radix);
    }

    /// <summary>What the callback throws is treated as a promise that nobody looks after, as everything else that fails in a job.</summary>
    private static Value QueueMicrotask(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsFunction callback = call[0].Reference as JsFunction
            ?? throw agent.TypeError($"The \"callback\" argument must be of type function. Received {Agent.Describe(call[0])}");
        JsPromise now = agent.NewPromise();
        agent.ResolvePromise(now, Value.Undefined);
        agent.PerformThen(now, callback, onRejected: null, new PromiseCapability(agent.NewPromise(), Resolve: null, Reject: null));
        return Value.Undefined;
    }

    private static Value ParseFloat(in NativeCall call)
    {
        JsString text = call.Agent.ToJsString(call[0]);
        call.Agent.Meter.Work(1 + (text.Length / 4));
        return NumberParsing.ParseFloat(text.Span);
    }
}
