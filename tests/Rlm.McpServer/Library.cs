using System.ComponentModel;
using ModelContextProtocol.Protocol;

namespace Rlm.McpServer;

/// <summary>The tools of the server: text, structured content, content that is no text, an error, and a call that only cancellation ends.</summary>
internal static class Library
{
    [Description("Finds books by words in their titles.")]
    public static IEnumerable<string> Find([Description("A word of the title.")] string word, int limit = 10) =>
        Enumerable.Range(1, Math.Min(limit, 3)).Select(number => $"{word} {number}");

    [Description("Lends a book.")]
    public static Loan Lend(string title, int days) => new(title, days, IsExtended: false);

    [Description("Takes a book back.")]
    public static CallToolResult TakeBack(string title) => new() { IsError = true, Content = [new TextContentBlock { Text = $"'{title}' was never lent." }] };

    [Description("Gives the cover of a book.")]
    public static ContentBlock Cover(string title) => ImageContentBlock.FromBytes(new byte[] { (byte)title.Length }, "image/png");

    [Description("Waits until it is cancelled.")]
    public static async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "never";
    }
}

/// <summary>A book that was lent.</summary>
internal sealed record Loan(string Title, int Days, bool IsExtended);
