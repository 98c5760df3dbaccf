namespace Rlm.JavaScript.Objects;

/// <summary>
/// The names of the properties of built-in objects, and of the globals. They are interned once for the process, so that sessions can share the layouts of
/// these objects; one that is missing here makes its object cost more, and fails a test.
/// </summary>
internal static class BuiltInNames
{
    public static readonly string[] All =
    [
        "AggregateError", "Array", "ArrayBuffer", "BYTES_PER_ELEMENT", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean", "DataView", "Date",
        "EPSILON", "Error", "EvalError", "Float32Array", "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Iterator",
        "JSON", "LN10", "LN2", "LOG10E", "LOG2E", "MAX_SAFE_INTEGER", "MAX_VALUE", "MIN_SAFE_INTEGER", "MIN_VALUE", "Map", "Math",
        "NEGATIVE_INFINITY", "NaN", "Number", "Object", "PI", "POSITIVE_INFINITY", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect",
        "RegExp", "SQRT1_2", "SQRT2", "Set", "String", "Symbol", "SyntaxError", "TypeError", "TypedArray", "URIError", "UTC", "Uint16Array",
        "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakSet", "__defineGetter__", "__defineSetter__", "__lookupGetter__",
        "__lookupSetter__", "abs", "acos", "acosh", "all", "allSettled", "any", "apply", "arguments", "asIntN", "asUintN", "asin", "asinh", "assert",
        "assign", "asyncIterator", "at", "atan", "atan2", "atanh", "atob", "bind", "btoa", "buffer", "byteLength", "byteOffset", "call", "caller",
        "captureStackTrace", "catch", "cbrt", "ceil", "charAt", "charCodeAt", "clear", "clz32", "code", "codePointAt", "concat", "console",
        "construct", "copyWithin", "cos", "cosh", "count", "countReset", "create", "debug", "decodeURI", "decodeURIComponent", "defineProperties",
        "defineProperty", "delete", "deleteProperty", "description", "detached", "difference", "dir", "dirxml", "dotAll", "drop", "encodeURI",
        "encodeURIComponent", "endsWith", "entries", "error", "escape", "every", "exec", "exp", "expm1", "fill", "filter", "finally", "find",
        "findIndex", "findLast", "findLastIndex", "flags", "flat", "flatMap", "floor", "for", "forEach", "freeze", "from", "fromCharCode",
        "fromCodePoint", "fromEntries", "fround", "getBigInt64", "getBigUint64", "getDate", "getDay", "getFloat32", "getFloat64", "getFullYear",
        "getHours", "getInt16", "getInt32", "getInt8", "getMilliseconds", "getMinutes", "getMonth", "getOwnPropertyDescriptor",
        "getOwnPropertyDescriptors", "getOwnPropertyNames", "getOwnPropertySymbols", "getPrototypeOf", "getSeconds", "getTime", "getTimezoneOffset",
        "getUTCDate", "getUTCDay", "getUTCFullYear", "getUTCHours", "getUTCMilliseconds", "getUTCMinutes", "getUTCMonth", "getUTCSeconds",
        "getUint16", "getUint32", "getUint8", "getYear", "global", "group", "groupBy", "groupCollapsed", "groupEnd", "hasIndices", "hasInstance",
        "hasOwn", "hasOwnProperty", "hypot", "ignoreCase", "imul", "includes", "indexOf", "info", "intersection", "is", "isArray",
        "isConcatSpreadable", "isDisjointFrom", "isError", "isExtensible", "isFinite", "isFrozen", "isInteger", "isNaN", "isPrototypeOf",
        "isSafeInteger", "isSealed", "isSubsetOf", "isSupersetOf", "isView", "isWellFormed", "iterator", "join", "keyFor", "keys", "lastIndexOf",
        "localeCompare", "log", "log10", "log1p", "log2", "map", "match", "matchAll", "max", "maxByteLength", "min", "multiline", "normalize", "now",
        "of", "ownKeys", "padEnd", "padStart", "parse", "parseFloat", "parseInt", "performance", "pop", "pow", "preventExtensions", "print",
        "process", "promise", "propertyIsEnumerable", "proxy", "push", "queueMicrotask", "race", "random", "reason", "reduce", "reduceRight",
        "reject", "repeat", "replace", "replaceAll", "resizable", "resize", "reverse", "revocable", "revoke", "round", "seal", "search",
        "setBigInt64", "setBigUint64", "setDate", "setFloat32", "setFloat64", "setFullYear", "setHours", "setInt16", "setInt32", "setInt8",
        "setMilliseconds", "setMinutes", "setMonth", "setPrototypeOf", "setSeconds", "setTime", "setUTCDate", "setUTCFullYear", "setUTCHours",
        "setUTCMilliseconds", "setUTCMinutes", "setUTCMonth", "setUTCSeconds", "setUint16", "setUint32", "setUint8", "setYear", "shift", "sign",
        "sin", "sinh", "size", "slice", "some", "sort", "source", "species", "splice", "split", "sqrt", "stackTraceLimit", "startsWith", "status",
        "sticky", "stringify", "structuredClone", "subarray", "substr", "substring", "symmetricDifference", "table", "take", "tan", "tanh", "test",
        "time", "timeEnd", "timeLog", "toArray", "toDateString", "toExponential", "toFixed", "toGMTString", "toISOString", "toLocaleDateString",
        "toLocaleLowerCase", "toLocaleString", "toLocaleTimeString", "toLocaleUpperCase", "toLowerCase", "toPrecision", "toPrimitive", "toReversed",
        "toSorted", "toSpliced", "toStringTag", "toTimeString", "toUTCString", "toUpperCase", "toWellFormed", "trace", "transfer",
        "transferToFixedLength", "trim", "trimEnd", "trimLeft", "trimRight", "trimStart", "trunc", "try", "unicode", "unicodeSets", "union",
        "unscopables", "unshift", "values", "warn", "with", "withResolvers",
    ];
}
