using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Rlm.Conformance;

/// <summary>The scripts that run before a test.</summary>
internal sealed partial class Harness(string root)
{
    /// <summary>What the engine has of the object that test262 asks hosts for.</summary>
    private const string HostObject = "var $262 = { global: globalThis, detachArrayBuffer(buffer) { if (!buffer.detached) buffer.transfer(); } };";

    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The scripts for a test, in order.</summary>
    public IEnumerable<string> For(Metadata metadata)
    {
        if (metadata.IsRaw)
        {
            return [];
        }

        IEnumerable<string> names = ["assert.js", "sta.js"];
        if (metadata.IsAsync)
        {
            names = names.Append("doneprintHandle.js");
        }

        return names.Concat(metadata.Includes).Distinct(StringComparer.Ordinal).Select(Read).Prepend(HostObject);
    }

    private string Read(string name) => _files.GetOrAdd(name, file => WithoutCodeInText(File.ReadAllText(Path.Combine(root, "harness", file))));

    /// <summary>One harness file makes classes out of text, which the engine refuses; the same classes are written out instead.</summary>
    private static string WithoutCodeInText(string source) =>
        SubClass().Replace(source, match => $"const My{match.Groups["type"]} = class My{match.Groups["type"]} extends {match.Groups["type"]} {{}};");

    [GeneratedRegex(@"const My\w+ = subClass\('(?<type>\w+)'\);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SubClass();
}
