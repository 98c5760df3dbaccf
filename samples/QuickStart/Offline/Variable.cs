using System.Text.RegularExpressions;

namespace QuickStart.Offline;

/// <summary>A variable as the first message of a run describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">The lines about its type, its size and its keys.</param>
/// <param name="Content">What is shown of its value.</param>
internal sealed partial record Variable(string Name, string Description, string Content)
{
    private static readonly string[] PathKeys = ["path", "file", "name"];
    private static readonly string[] TextKeys = ["text", "content", "body"];

    public bool IsText => Description.StartsWith("string", StringComparison.Ordinal);

    public static List<Variable> ReadAll(string message)
    {
        var variables = new List<Variable>();
        foreach (var (isBlock, text) in FencedText.Split(message))
        {
            if (!isBlock && Heading().Match(text) is { Success: true } heading)
            {
                variables.Add(new Variable(heading.Groups["name"].Value, "", ""));
            }
            else if (variables.Count > 0)
            {
                var variable = variables[^1];
                variables[^1] = isBlock ? variable with { Content = variable.Content + text } : variable with { Description = $"{variable.Description}\n{text}".Trim() };
            }
        }

        return variables;
    }

    /// <summary>Returns the variable as a list of files, or null where its items have no path and no text.</summary>
    public ItemsVariable? AsItems()
    {
        var keys = Keys().Match(Description) is { Success: true } match
            ? match.Groups["keys"].Value.Split(", ").Where(key => key.EndsWith(": string", StringComparison.Ordinal)).Select(key => key.Split(':')[0]).ToList()
            : [];
        var path = PathKeys.FirstOrDefault(keys.Contains);
        var text = TextKeys.FirstOrDefault(keys.Contains);
        return path is null || text is null ? null : new ItemsVariable(Name, path, text);
    }

    [GeneratedRegex("^## `(?<name>[^`]+)`$")]
    private static partial Regex Heading();

    [GeneratedRegex("^Keys of the items: (?<keys>.*)$", RegexOptions.Multiline)]
    private static partial Regex Keys();
}
