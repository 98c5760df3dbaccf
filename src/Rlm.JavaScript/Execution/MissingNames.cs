namespace Rlm.JavaScript.Execution;

/// <summary>What to write instead of names that exist elsewhere: in browsers, in Node.js, in Python.</summary>
internal static class MissingNames
{
    public static string? Explain(string name) => name switch
    {
        "require" or "module" or "exports" => "there are no modules here; what is available is global",
        "process" => "there is no process here; use print(...) for output",
        "fetch" or "XMLHttpRequest" or "WebSocket" => "there is no network here; use the data and functions that are given",
        "setTimeout" or "setInterval" or "setImmediate" or "clearTimeout" => "there are no timers here; await the call itself",
        "window" or "document" or "self" or "global" => "there is no browser here; the global object is globalThis",
        "Buffer" or "TextDecoder" or "TextEncoder" => "texts are plain strings here",
        "fs" or "path" or "os" => "there are no files here; the data is in the variables that are given",
        "alert" or "prompt" => "use print(...) for output",
        "Intl" => "use toLocaleString() or format by hand",
        "eval" => "code in text cannot be run here; write the code itself",
        "None" => "in JavaScript it is null",
        "True" => "in JavaScript it is true",
        "False" => "in JavaScript it is false",
        "len" => "in JavaScript it is value.length",
        "str" => "in JavaScript it is String(value)",
        "int" => "in JavaScript it is parseInt(text, 10) or Math.trunc(number)",
        "float" => "in JavaScript it is Number(value)",
        "dict" => "in JavaScript it is an object {} or new Map()",
        "list" => "in JavaScript it is Array.from(value)",
        "set" => "in JavaScript it is new Set(values)",
        "range" => "in JavaScript it is a for loop, or Array.from({ length: n }, (_, i) => i)",
        "enumerate" => "in JavaScript it is values.entries() or values.forEach((value, index) => ...)",
        "sorted" => "in JavaScript it is [...values].sort(compare)",
        "sum" => "in JavaScript it is values.reduce((a, b) => a + b, 0)",
        "min" or "max" or "abs" or "round" => $"in JavaScript it is Math.{name}(...)",
        "re" => "regular expressions are literals, as in text.match(/pattern/g)",
        "json" => "in JavaScript it is JSON.parse(text) and JSON.stringify(value)",
        "math" => "in JavaScript it is Math",
        "isinstance" => "in JavaScript it is typeof value or value instanceof Type",
        "input" => "there is nobody to ask; the data is in the variables that are given",
        "collections" or "Counter" or "defaultdict" => "use an object or a Map",
        _ => null,
    };
}
