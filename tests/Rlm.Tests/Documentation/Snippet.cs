namespace Rlm.Tests.Documentation;

/// <summary>
/// Code of the documentation. It stands in files that are compiled with the tests, between lines <c>// &lt;snippet name&gt;</c> and
/// <c>// &lt;/snippet&gt;</c>; parts of the same name make one snippet.
/// </summary>
internal sealed record Snippet(string Name, string Code)
{
    private const string Start = "// <snippet ";
    private const string End = "// </snippet>";

    public static List<Snippet> ReadAll() =>
        [.. Repository.Files("tests/Rlm.Tests/Documentation/Snippets", "*.cs").SelectMany(ReadFile)];

    private static IEnumerable<Snippet> ReadFile(string path)
    {
        var parts = new List<(string Name, List<string> Lines)>();
        var isInside = false;
        foreach (var line in File.ReadAllLines(path))
        {
            var text = line.Trim();
            if (text.StartsWith(Start, StringComparison.Ordinal))
            {
                parts.Add((text[Start.Length..^1], []));
                isInside = true;
            }
            else if (text == End)
            {
                isInside = false;
            }
            else if (isInside)
            {
                parts[^1].Lines.Add(line);
            }
        }

        return parts.GroupBy(part => part.Name).Select(group => new Snippet(group.Key, string.Join("\n\n", group.Select(part => Outdented(part.Lines)))));
    }

    private static string Outdented(List<string> lines)
    {
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }
}
