using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>RegExp.prototype</c>. See <see href="https://tc39.es/ecma262/#sec-properties-of-the-regexp-prototype-object"/>.</summary>
internal static partial class RegExpPrototype
{
    public static JsObject Create(Realm realm)
    {
        var prototype = new RegExpPrototypeObject(realm);
        ObjectBuilder.On(realm, prototype)
            .Method("exec", 1, Exec)
            .Getter("dotAll", static (in NativeCall call) => Flag(call, "dotAll", RegExpFlags.DotAll))
            .Getter("flags", Flags)
            .Getter("global", static (in NativeCall call) => Flag(call, "global", RegExpFlags.Global))
            .Getter("hasIndices", static (in NativeCall call) => Flag(call, "hasIndices", RegExpFlags.HasIndices))
            .Getter("ignoreCase", static (in NativeCall call) => Flag(call, "ignoreCase", RegExpFlags.IgnoreCase))
            .Getter("multiline", static (in NativeCall call) => Flag(call, "multiline", RegExpFlags.Multiline))
            .Getter("source", Source)
            .Getter("sticky", static (in NativeCall call) => Flag(call, "sticky", RegExpFlags.Sticky))
            .Getter("unicode", static (in NativeCall call) => Flag(call, "unicode", RegExpFlags.Unicode))
            .Getter("unicodeSets", static (in NativeCall call) => Flag(call, "unicodeSets", RegExpFlags.UnicodeSets))
            .Method("toString", 0, ToStringMethod)
            .Method("test", 1, Test)
            .Method(WellKnownSymbols.Match, "[Symbol.match]", 1, Match)
            .Method(WellKnownSymbols.MatchAll, "[Symbol.matchAll]", 1, MatchAll)
            .Method(WellKnownSymbols.Replace, "[Symbol.replace]", 2, Replace)
            .Method(WellKnownSymbols.Search, "[Symbol.search]", 1, Search)
            .Method(WellKnownSymbols.Split, "[Symbol.split]", 2, Split);
        prototype.MarkOriginal("exec", "dotAll", "flags", "global", "hasIndices", "ignoreCase", "multiline", "sticky", "unicode", "unicodeSets");
        return prototype;
    }

    /// <summary>ECMAScript IsRegExp: what <c>Symbol.match</c> says, or else whether it is a RegExp instance.</summary>
    public static bool IsRegExp(Agent agent, Value value)
    {
        if (value.Reference is not JsObject instance)
        {
            return false;
        }

        Value matcher = agent.Get(instance, WellKnownSymbols.Match);
        return matcher.IsUndefined ? instance is JsRegExp : matcher.ToBoolean();
    }

    private static Value Flags(in NativeCall call)
    {
        JsObject expression = call.This.Reference as JsObject
            ?? throw call.Agent.TypeError($"RegExp.prototype.flags getter called on non-object {Agent.Describe(call.This)}");
        return FlagsOf(call.Agent, expression);
    }

    /// <summary>The flags as the getters tell them. See <see href="https://tc39.es/ecma262/#sec-get-regexp.prototype.flags"/>.</summary>
    private static JsString FlagsOf(Agent agent, JsObject expression)
    {
        if (expression is JsRegExp regExp && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            return JsString.Create(RegExpFlagLetters.Format(regExp.Pattern.Flags));
        }

        RegExpFlags flags = RegExpFlags.None;
        foreach ((string name, RegExpFlags flag) in FlagNames)
        {
            if (agent.Get(expression, agent.Realm.Key(name)).ToBoolean())
            {
                flags |= flag;
            }
        }

        return JsString.Create(RegExpFlagLetters.Format(flags));
    }

    private static readonly (string Name, RegExpFlags Flag)[] FlagNames =
    [
        ("hasIndices", RegExpFlags.HasIndices),
        ("global", RegExpFlags.Global),
        ("ignoreCase", RegExpFlags.IgnoreCase),
        ("multiline", RegExpFlags.Multiline),
        ("dotAll", RegExpFlags.DotAll),
        ("unicode", RegExpFlags.Unicode),
        ("unicodeSets", RegExpFlags.UnicodeSets),
        ("sticky", RegExpFlags.Sticky),
    ];

    private static Value Flag(in NativeCall call, string name, RegExpFlags flag) => call.This.Reference switch
    {
        JsRegExp expression => (expression.Pattern.Flags & flag) != 0,
        RegExpPrototypeObject => Value.Undefined,
        _ => throw call.Agent.TypeError($"RegExp.prototype.{name} getter called on non-RegExp object"),
    };

    private static Value Source(in NativeCall call)
    {
        switch (call.This.Reference)
        {
            case JsRegExp expression:
                call.Agent.Meter.Copy(expression.Pattern.Source.Length);
                return Value.FromString(expression.Pattern.EscapedSource);
            case RegExpPrototypeObject:
                return Value.FromString("(?:)");
            default:
                throw call.Agent.TypeError("RegExp.prototype.source getter called on non-RegExp object");
        }
    }

    private static Value ToStringMethod(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "toString");
        JsString source = agent.ToJsString(agent.Get(expression, agent.Realm.Key("source")));
        JsString flags = agent.ToJsString(agent.Get(expression, agent.Realm.Key("flags")));
        var text = new TextBuilder(agent, Math.Min(source.Length, 1024) + 16);
        text.Append('/');
        text.Append(source);
        text.Append('/');
        text.Append(flags);
        return text.ToJsString();
    }

    private static JsObject RequireObject(in NativeCall call, string method) =>
        call.This.Reference as JsObject
        ?? throw call.Agent.TypeError($"Method RegExp.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");
}
