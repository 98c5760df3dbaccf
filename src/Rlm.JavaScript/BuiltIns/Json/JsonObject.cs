using Rlm.JavaScript.BuiltIns.Json;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>JSON</c> object, ECMA-262 §25.5.</summary>
internal static class JsonObject
{
    /// <summary>The longest indentation of one level.</summary>
    private const int MaxGap = 10;

    private const string CircularMessage = "Converting circular structure";

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], 4)
            .Method("parse", 2, Parse)
            .Method("stringify", 3, Stringify)
            .Tag("JSON")
            .Object;

    /// <summary>The JSON text of a value for <c>%j</c>.</summary>
    public static JsString StringifyForConsole(Agent agent, Value value)
    {
        try
        {
            Value result = agent.Call(agent.Realm.NewFunction("stringify", 3, Stringify), Value.Undefined, [value]);
            return agent.ToJsString(result);
        }
        catch (GuestException exception) when (IsCircular(exception))
        {
            return JsString.Create("[Circular]");
        }
    }

    private static bool IsCircular(GuestException exception) =>
        exception.Error.Reference is JsError error
        && error.GetOwnProperty(Atoms.Message, out Property property)
        && property.Value.Reference is JsString message
        && message.Span.StartsWith(CircularMessage);

    private static Value Parse(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsString text = agent.ToJsString(call[0]);
        Value result = new JsonParser(agent, text).Parse();
        if (call[1].Reference is not JsFunction reviver)
        {
            return result;
        }

        JsObject root = call.Realm.NewObject();
        root.Put(Atoms.Empty, result);
        return agent.Start(new JsonReviver(reviver, root));
    }

    private static Value Stringify(in NativeCall call)
    {
        Agent agent = call.Agent;
        var replacer = call[1].Reference as JsFunction;
        List<PropertyKey>? propertyList = replacer is null && call[1].Reference is JsObject list && agent.IsArray(call[1]) ? PropertyList(agent, list) : null;
        return agent.Start(new JsonStringifier(agent, call[0], replacer, propertyList, Gap(agent, call[2])));
    }

    /// <summary>The names that a replacer array lists, each once.</summary>
    private static List<PropertyKey> PropertyList(Agent agent, JsObject list)
    {
        var keys = new List<PropertyKey>();
        var known = new HashSet<PropertyKey>();
        double length = agent.LengthOf(list);
        for (double i = 0; i < length; i++)
        {
            agent.Meter.Work(1);
            Value item = ArrayLike.Get(agent, list, i);
            if (item.IsString || item.IsNumber || item.Reference is JsPrimitiveObject { ClassName: "String" or "Number" })
            {
                PropertyKey key = agent.ToPropertyKey(agent.ToJsString(item));
                if (known.Add(key))
                {
                    agent.Meter.Allocate(64);
                    keys.Add(key);
                }
            }
        }

        return keys;
    }

    private static string Gap(Agent agent, Value space)
    {
        space = space.Reference is JsPrimitiveObject boxed
            ? boxed.ClassName switch
            {
                "Number" => agent.ToNumber(space),
                "String" => agent.ToJsString(space),
                _ => space,
            }
            : space;
        return space.Reference switch
        {
            null => new string(' ', (int)Math.Clamp(agent.ToIntegerOrInfinity(space), 0, MaxGap)),
            JsString text => text.Span[..Math.Min(text.Length, MaxGap)].ToString(),
            _ => string.Empty,
        };
    }
}
