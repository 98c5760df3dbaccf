using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>String.prototype</c>. See <see href="https://tc39.es/ecma262/#sec-properties-of-the-string-prototype-object"/>.</summary>
internal static partial class StringPrototype
{
    public static JsObject Create(Realm realm)
    {
        var prototype = new JsPrimitiveObject(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype], capacity: 64), JsString.Empty);
        ObjectBuilder builder = ObjectBuilder.On(realm, prototype)
            .Method("at", 1, At)
            .Method("charAt", 1, CharAt)
            .Method("charCodeAt", 1, CharCodeAt)
            .Method("codePointAt", 1, CodePointAt)
            .Method("concat", 1, Concat)
            .Method("endsWith", 1, EndsWith)
            .Method("includes", 1, Includes)
            .Method("indexOf", 1, IndexOf)
            .Method("isWellFormed", 0, IsWellFormed)
            .Method("lastIndexOf", 1, LastIndexOf)
            .Method("localeCompare", 1, LocaleCompare)
            .Method("match", 1, Match)
            .Method("matchAll", 1, MatchAll)
            .Method("normalize", 0, Normalize)
            .Method("padEnd", 1, PadEnd)
            .Method("padStart", 1, PadStart)
            .Method("repeat", 1, Repeat)
            .Method("replace", 2, Replace)
            .Method("replaceAll", 2, ReplaceAll)
            .Method("search", 1, Search)
            .Method("slice", 2, Slice)
            .Method("split", 2, Split)
            .Method("startsWith", 1, StartsWith)
            .Method("substr", 2, Substr)
            .Method("substring", 2, Substring)
            .Method("toLocaleLowerCase", 0, ToLocaleLowerCase)
            .Method("toLocaleUpperCase", 0, ToLocaleUpperCase)
            .Method("toLowerCase", 0, ToLowerCase)
            .Method("toString", 0, ToStringMethod)
            .Method("toUpperCase", 0, ToUpperCase)
            .Method("toWellFormed", 0, ToWellFormed)
            .Method("trim", 0, Trim)
            .Method("valueOf", 0, ValueOf)
            .Method(WellKnownSymbols.Iterator, "[Symbol.iterator]", 0, Iterate);

        // Annex B.2.2: the old names are the same function objects.
        NativeFunction trimStart = realm.NewFunction("trimStart", 0, TrimStart);
        NativeFunction trimEnd = realm.NewFunction("trimEnd", 0, TrimEnd);
        return builder
            .Value("trimStart", trimStart)
            .Value("trimLeft", trimStart)
            .Value("trimEnd", trimEnd)
            .Value("trimRight", trimEnd)
            .Object;
    }

    private static Value ToStringMethod(in NativeCall call) => ThisStringValue(call, "toString");

    private static Value ValueOf(in NativeCall call) => ThisStringValue(call, "valueOf");

    private static Value Iterate(in NativeCall call) =>
        StringIterator.Create(call.Realm, ThisText(call, "[Symbol.iterator]"));

    /// <summary>What nearly every method begins with: RequireObjectCoercible and ToString of the this value.</summary>
    private static JsString ThisText(in NativeCall call, string method) =>
        call.This.Reference as JsString ?? call.Agent.ToJsString(RequireThis(call, method));

    private static Value RequireThis(in NativeCall call, string method) =>
        call.This.IsNullish ? throw call.Agent.TypeError($"String.prototype.{method} called on null or undefined") : call.This;

    private static Value ThisStringValue(in NativeCall call, string method) => call.This.Reference switch
    {
        JsString text => text,
        JsPrimitiveObject { Primitive: { IsString: true } text } => text,
        _ => throw call.Agent.TypeError($"String.prototype.{method} requires that 'this' be a String"),
    };

    /// <summary>Calls a function as the last act of a built-in one: what it returns is the result, now or later.</summary>
    private static Value CallLast(Agent agent, JsFunction function, Value thisValue, ReadOnlySpan<Value> arguments) =>
        agent.TryCall(function, thisValue, arguments, out Value result) ? result : Agent.Pending;
}
