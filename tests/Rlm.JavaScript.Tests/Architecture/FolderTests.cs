using System.Text.RegularExpressions;

namespace Rlm.JavaScript.Tests.Architecture;

/// <summary>Which folder of the engine may know which: the stages of the pipeline, from the source text to the public API.</summary>
public sealed partial class FolderTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Limits"] = [],
        ["Numerics"] = [],
        ["RegularExpressions"] = ["Limits"],
        ["Syntax"] = ["Limits", "Numerics"],
        ["Objects"] = ["Limits", "Numerics"],
        ["Compilation"] = ["Limits", "Syntax", "Objects"],
        ["Execution"] = ["Syntax", "Compilation", "Objects", "Limits", "Numerics"],
        ["BuiltIns"] = ["Execution", "Objects", "Limits", "Numerics", "RegularExpressions"],
        ["Hosting"] = ["BuiltIns", "Execution", "Compilation", "Syntax", "Objects", "Limits", "Numerics"],
    };

    [Fact]
    public void Folders_KnowOnlyThoseBelow_SoThatThereIsNoCircle()
    {
        string source = Path.Combine(Root(), "src", "Rlm.JavaScript");
        var violations = new List<string>();
        foreach ((string folder, string[] allowed) in Allowed)
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(source, folder), "*.cs", SearchOption.AllDirectories))
            {
                violations.AddRange(Usings().Matches(File.ReadAllText(file))
                    .Select(match => match.Groups["folder"].Value)
                    .Where(used => used != folder && !allowed.Contains(used))
                    .Select(used => $"{Path.GetRelativePath(source, file)} uses {used}"));
            }
        }

        Assert.Empty(violations);
    }

    [Fact]
    public void EveryFolder_HasItsPlace()
    {
        string[] folders = [.. Directory.GetDirectories(Path.Combine(Root(), "src", "Rlm.JavaScript")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal)!];

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), folders);
    }

    [GeneratedRegex(@"^using Rlm\.JavaScript\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Usings();

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rlm.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
