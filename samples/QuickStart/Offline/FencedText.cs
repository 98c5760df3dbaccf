namespace QuickStart.Offline;

/// <summary>Text split into lines of prose and blocks between fences, so that nothing in quoted data is taken for prose.</summary>
internal static class FencedText
{
    private const string Fence = "```";

    /// <summary>Splits a text; a block is one part, without its fences.</summary>
    public static IEnumerable<(bool IsBlock, string Text)> Split(string text)
    {
        string? fence = null;
        var block = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (fence is null && line.StartsWith(Fence, StringComparison.Ordinal))
            {
                fence = line[..(line.Length - line.TrimStart('`').Length)];
                block.Clear();
            }
            else if (fence is null)
            {
                yield return (false, line);
            }
            else if (line == fence)
            {
                fence = null;
                yield return (true, string.Join('\n', block));
            }
            else
            {
                block.Add(line);
            }
        }
    }

    public static IEnumerable<string> Blocks(string text) => Split(text).Where(part => part.IsBlock).Select(part => part.Text);

    public static IEnumerable<string> Prose(string text) => Split(text).Where(part => !part.IsBlock).Select(part => part.Text);
}
