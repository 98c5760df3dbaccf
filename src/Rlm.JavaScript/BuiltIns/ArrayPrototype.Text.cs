using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Arrays as text.</content>
internal static partial class ArrayPrototype
{
    /// <summary>Whether <c>String(array)</c> does what <see cref="ArrayJoin"/> does, so that nested arrays need no calls.</summary>
    public static bool HasOriginalText(Agent agent, JsArray array, bool isLocale)
    {
        if (isLocale)
        {
            return IsOriginal(agent, array, agent.Realm.Key("toLocaleString"), ToLocaleStringMethod);
        }

        return !agent.HasProperty(array, WellKnownSymbols.ToPrimitive)
            && IsOriginal(agent, array, Atoms.ToStringName, ToStringMethod)
            && IsOriginal(agent, array, agent.Realm.Key("join"), JoinMethod);
    }

    private static Value Join(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "join");
        double length = agent.LengthOf(target);
        JsString separator = call[0].IsUndefined ? Comma : agent.ToJsString(call[0]);
        return new ArrayJoin(agent, separator).Run(target, length);
    }

    private static Value ToStringOf(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "toString");
        Value join = agent.Get(target, agent.Realm.Key("join"));
        if (join.Reference is NativeFunction native && ReferenceEquals(native.Method, JoinMethod))
        {
            return new ArrayJoin(agent, Comma).Run(target, agent.LengthOf(target));
        }

        return join.Reference is JsFunction function ? agent.Call(function, target, []) : ObjectPrototype.ToStringOf(agent, target);
    }

    /// <summary>As ECMA-402 has it: the arguments are handed on to the elements' methods.</summary>
    private static Value ToLocaleString(in NativeCall call)
    {
        JsObject target = Target(call, "toLocaleString");
        return new ArrayJoin(call.Agent, Comma, [call[0], call[1]]).Run(target, call.Agent.LengthOf(target));
    }

    private static bool IsOriginal(Agent agent, JsObject target, PropertyKey key, NativeMethod method) =>
        agent.FindProperty(target, key, out Property property)
        && property.Value.Reference is NativeFunction function
        && ReferenceEquals(function.Method, method);

    private static readonly JsString Comma = JsString.FromChar(',');
}
