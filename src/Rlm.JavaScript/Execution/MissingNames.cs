namespace Rlm.JavaScript.Execution;

/// <summary>What to write instead of names that exist elsewhere: in browsers, in Node.js, in Python.</summary>
internal static class MissingNames
{
    public static string? Explain(string name) => name switch
    {
        "require" or "module" or "exports" or "define" => "there are no modules here; what is available is global",
        "util" => "there are no modules here; console.log shows any value, and JSON.stringify(value) gives a text",
        "_" or "lodash" or "moment" or "dayjs" or "axios" or "d3" or "jQuery" or "$" or "np" or "pd" or "numpy" or "pandas" => "there are no libraries here; write it in plain JavaScript",
        "fetch" or "XMLHttpRequest" or "WebSocket" or "EventSource" => "there is no network here; use the data and functions that are given",
        "setTimeout" or "setInterval" or "setImmediate" or "clearTimeout" or "clearInterval" or "clearImmediate" or "requestAnimationFrame" =>
            "there are no timers here; call the function itself, await its result, and leave delays out",
        "window" or "document" or "self" or "global" or "navigator" or "location" or "localStorage" or "sessionStorage" or "DOMParser" =>
            "there is no browser here; the global object is globalThis, and variables stay from turn to turn",
        "Deno" or "Bun" => "there is no process here; use print(...) for output",
        "Worker" or "SharedArrayBuffer" or "Atomics" => "there is one thread here; use async functions and ArrayBuffer",
        "AbortController" or "AbortSignal" or "EventTarget" or "Event" or "EventEmitter" => "there are no events here; call functions directly",
        "Buffer" or "Blob" => "texts are plain strings here; btoa(text) and atob(text) are for base64, Uint8Array is for bytes",
        "TextDecoder" or "TextEncoder" => "texts are plain strings here; encodeURIComponent(text).replace(/%../g, \"x\").length counts the bytes of UTF-8",
        "URL" or "URLSearchParams" => "take the address apart with a regular expression; encodeURIComponent and decodeURIComponent are there",
        "crypto" => "there is no cryptography here; Math.random() gives numbers, and a counter gives names",
        "fs" or "path" or "os" or "__dirname" or "__filename" => "there are no files here; the data is in the variables that are given",
        "alert" => "use print(...) for output",
        "prompt" or "confirm" or "readline" or "readLine" => "there is nobody to ask; the data is in the variables that are given",
        "Intl" => "use toLocaleString() or format by hand",
        "Temporal" => "use Date, which is in UTC here",
        "WeakRef" or "FinalizationRegistry" => "garbage collection cannot be observed here; keep the object itself, or use a WeakMap",
        "Float16Array" => "use Float32Array",
        "escape" => "use encodeURIComponent(text)",
        "unescape" => "use decodeURIComponent(text)",
        "assert" => "write if (!condition) throw new Error(message)",
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
