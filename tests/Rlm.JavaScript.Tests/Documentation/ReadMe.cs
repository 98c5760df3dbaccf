namespace Rlm.JavaScript.Tests.Documentation;

/// <summary>The README of the package.</summary>
internal static class ReadMe
{
    /// <summary>What stands from a text on.</summary>
    public static string From(string start)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rlm.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var text = File.ReadAllText(Path.Combine(folder, "src", "Rlm.JavaScript", "README.md")).ReplaceLineEndings("\n");
        return text[text.IndexOf(start, StringComparison.Ordinal)..];
    }
}
