using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>What to write instead of methods that exist elsewhere: mostly in Python, in Node.js, or on another kind of value.</summary>
internal static class MissingMethods
{
    private const string IsPromise = "this is a promise; await it first";

    public static string? Explain(string callee, in Value receiver)
    {
        string name = callee[(callee.LastIndexOf('.') + 1)..];
        return receiver.Reference switch
        {
            JsString => OfString(name),
            JsArray => OfArray(name),
            JsPromise => name is "then" ? null : IsPromise,
            JsMap or JsSet => OfCollection(name, (JsObject)receiver.Reference),
            JsFunction => OfFunction(callee, name),
            JsGenerator { ClassName: "Generator" } => OfIterator(name),
            JsObject instance when instance.ClassName.EndsWith(" Iterator", StringComparison.Ordinal) => OfIterator(name),
            JsObject => OfNamedObject(callee) ?? OfObject(name),
            _ => null,
        };
    }

    private static string? OfString(string name) => name switch
    {
        "lower" => "in JavaScript it is text.toLowerCase()",
        "upper" => "in JavaScript it is text.toUpperCase()",
        "strip" => "in JavaScript it is text.trim()",
        "lstrip" => "in JavaScript it is text.trimStart()",
        "rstrip" => "in JavaScript it is text.trimEnd()",
        "startswith" => "in JavaScript it is text.startsWith(...)",
        "endswith" => "in JavaScript it is text.endsWith(...)",
        "contains" => "in JavaScript it is text.includes(...)",
        "find" => "in JavaScript it is text.indexOf(...)",
        "splitlines" => "in JavaScript it is text.split(\"\\n\")",
        "format" => "in JavaScript it is a template: `${value}`",
        "count" => "in JavaScript it is text.split(part).length - 1",
        "isdigit" => "in JavaScript it is /^\\d+$/.test(text)",
        "join" => "in JavaScript the array joins: items.join(separator)",
        "push" or "append" => "strings cannot be changed; write text += more",
        "reverse" => "in JavaScript it is [...text].reverse().join(\"\")",
        "map" or "filter" or "forEach" or "reduce" => "this is a string, not an array; split it first",
        _ => OfSequence(name),
    };

    private static string? OfArray(string name) => name switch
    {
        "append" or "add" => "in JavaScript it is array.push(value)",
        "extend" => "in JavaScript it is array.push(...values)",
        "insert" => "in JavaScript it is array.splice(index, 0, value)",
        "remove" => "in JavaScript it is array.splice(array.indexOf(value), 1)",
        "index" => "in JavaScript it is array.indexOf(value)",
        "contains" or "has" => "in JavaScript it is array.includes(value)",
        "count" => "in JavaScript it is array.filter(x => x === value).length",
        "copy" or "clone" => "in JavaScript it is [...array]",
        "sorted" => "in JavaScript it is array.toSorted(compare)",
        "sum" => "in JavaScript it is array.reduce((a, b) => a + b, 0)",
        "first" => "in JavaScript it is array[0]",
        "last" => "in JavaScript it is array.at(-1)",
        "split" or "match" or "replace" or "toLowerCase" or "trim" => "this is an array, not a string",
        _ => OfSequence(name),
    };

    private static string? OfSequence(string name) => name is "len" or "length" or "size" ? "the length is a property: value.length" : null;

    private static string? OfCollection(string name, JsObject collection) => name switch
    {
        "map" or "filter" or "reduce" or "find" or "some" or "every" or "sort" or "join" or "slice" =>
            $"this is a {collection.ClassName}, not an array; take [...{(collection is JsMap ? "map" : "set")}] first",
        "push" or "append" => collection is JsMap ? "in JavaScript it is map.set(key, value)" : "in JavaScript it is set.add(value)",
        "contains" or "includes" => $"in JavaScript it is {(collection is JsMap ? "map" : "set")}.has(value)",
        "size" or "length" or "len" => "the size is a property: value.size",
        "remove" => "in JavaScript it is delete(value)",
        "items" => "in JavaScript it is map.entries()",
        _ => null,
    };

    private static string? OfIterator(string name) => name is "sort" or "join" or "slice" or "reverse" or "includes" or "indexOf" or "push" or "at" or "concat"
        ? "this is an iterator, not an array; take [...iterator] first"
        : null;

    private static string? OfFunction(string callee, string name) => callee switch
    {
        "Array.fromAsync" => "write for await (const x of values) items.push(x)",
        _ when name is "then" or "catch" or "finally" => "this is a function, and its result may be a promise; call it first",
        _ => null,
    };

    private static string? OfNamedObject(string callee) => callee switch
    {
        "process.exit" => "there is no process here; return ends the code",
        "process.nextTick" => "use queueMicrotask(callback)",
        "Math.sum" or "Math.sumPrecise" => "in JavaScript it is values.reduce((a, b) => a + b, 0)",
        "Math.mean" or "Math.average" => "in JavaScript it is values.reduce((a, b) => a + b, 0) / values.length",
        _ when callee.StartsWith("process.", StringComparison.Ordinal) => "there is no process here, but for process.stdout.write",
        _ when callee.StartsWith("performance.", StringComparison.Ordinal) => "there is performance.now() only",
        _ => null,
    };

    private static string? OfObject(string name) => name switch
    {
        "items" => "in JavaScript it is Object.entries(object)",
        "keys" => "in JavaScript it is Object.keys(object)",
        "values" => "in JavaScript it is Object.values(object)",
        "get" => "in JavaScript it is object[key] ?? fallback",
        "has" => "in JavaScript it is Object.hasOwn(object, key)",
        "map" or "filter" or "forEach" => "this is an object, not an array; use Object.entries(object)",
        _ => null,
    };
}
