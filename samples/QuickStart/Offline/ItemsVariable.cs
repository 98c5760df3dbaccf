namespace QuickStart.Offline;

/// <summary>The variable that holds the files.</summary>
/// <param name="Name">The name of the variable.</param>
/// <param name="PathKey">The key of the path in an item.</param>
/// <param name="TextKey">The key of the text in an item.</param>
internal sealed record ItemsVariable(string Name, string PathKey, string TextKey)
{
    /// <summary>A destructuring pattern that gives <c>path</c> and <c>text</c>.</summary>
    public string Pattern => $"{{ {Bind(PathKey, "path")}, {Bind(TextKey, "text")} }}";

    private static string Bind(string key, string name) => key == name ? name : $"{key}: {name}";
}
