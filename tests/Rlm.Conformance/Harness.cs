using System.Collections.Concurrent;

namespace Rlm.Conformance;

/// <summary>The scripts that run before a test.</summary>
internal sealed class Harness(string root)
{
    /// <summary>What the engine has of the object that test262 asks hosts for.</summary>
    private const string HostObject = "var $262 = { global: globalThis };";

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

    private string Read(string name) => _files.GetOrAdd(name, file => File.ReadAllText(Path.Combine(root, "harness", file)));
}
