using System.Text.RegularExpressions;

namespace Rlm.Conformance;

/// <summary>Which tests the engine means to pass: strict scripts of ECMAScript 2024, without what it leaves out on purpose.</summary>
internal static partial class Scope
{
    private static readonly string[] OutsideFolders =
    [
        "annexB/", "intl402/", "staging/", "harness/",
        "language/module-code/", "language/import/", "language/export/", "language/eval-code/", "language/expressions/dynamic-import/",
        "language/expressions/import.meta/", "language/statements/with/", "language/statements/using/", "language/statements/await-using/",
        "built-ins/AbstractModuleSource/", "built-ins/AsyncDisposableStack/", "built-ins/Atomics/",
        "built-ins/DisposableStack/", "built-ins/FinalizationRegistry/", "built-ins/Proxy/", "built-ins/Reflect/", "built-ins/ShadowRealm/",
        "built-ins/SharedArrayBuffer/", "built-ins/SuppressedError/", "built-ins/Temporal/",
        "built-ins/Uint8Array/", "built-ins/WeakRef/", "built-ins/eval/",
        "built-ins/AsyncFunction/", "built-ins/AsyncGeneratorFunction/", "built-ins/GeneratorFunction/",
    ];

    private static readonly HashSet<string> OutsideFeatures = new(StringComparer.Ordinal)
    {
        // Left out of the engine.
        "Atomics", "Atomics.pause", "Atomics.waitAsync", "FinalizationRegistry",
        "IsHTMLDDA", "Proxy", "Reflect", "Reflect.construct", "Reflect.set", "Reflect.setPrototypeOf", "ShadowRealm",
        "SharedArrayBuffer", "Temporal", "WeakRef",
        "caller", "cross-realm", "dynamic-import", "host-gc-required",
        "import.meta", "proxy-missing-checks", "tail-call-optimization", "top-level-await",

        // Later than ECMAScript 2024, or never.
        "Array.fromAsync", "await-dictionary", "decorators", "error-stack-accessor", "Error.isError", "explicit-resource-management", "export-defer", "Float16Array",
        "immutable-arraybuffer", "import-attributes", "import-bytes", "import-defer", "import-text", "iterator-chunking", "iterator-helpers", "iterator-includes",
        "iterator-sequencing", "Iterator.prototype.join", "joint-iteration", "json-modules", "json-parse-with-source", "legacy-regexp", "Math.sumPrecise",
        "nonextensible-applies-to-private", "promise-try", "regexp-duplicate-named-groups", "RegExp.escape", "set-methods",
        "source-phase-imports", "source-phase-imports-module-source", "uint8array-base64", "upsert",
    };

    /// <summary>Whether a test is a strict script at all.</summary>
    public static bool IsStrictScript(TestCase test) =>
        !test.Metadata.Flags.Any(flag => flag is "module" or "noStrict" or "CanBlockIsTrue") && !IsIn(test, "annexB/", "intl402/", "staging/");

    /// <summary>Whether the engine means to pass a test.</summary>
    public static bool IsCore(TestCase test) =>
        IsStrictScript(test)
        && !IsIn(test, OutsideFolders)
        && !test.Metadata.Features.Any(OutsideFeatures.Contains)
        && !UsesWhatIsLeftOut().IsMatch(test.Source);

    private static bool IsIn(TestCase test, params ReadOnlySpan<string> folders)
    {
        foreach (string folder in folders)
        {
            if (test.Path.StartsWith(folder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Not every test declares as a feature what it needs.
    [GeneratedRegex(
        @"\beval\s*(?:\(|\)|;|,|\?\.)|\b(?:Async)?(?:Generator)?Function\(|\b(?:new|extends)\s+(?:(?:Async)?(?:Generator)?Function|Proxy)\b"
        + @"|\bReflect\.|\$262\.(?:createRealm|evalScript)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsesWhatIsLeftOut();
}
