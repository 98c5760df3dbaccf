namespace Rlm.Replies;

/// <summary>Splits off what a model writes between <c>&lt;think&gt;</c> tags before its reply.</summary>
internal static class ThinkTags
{
    private static readonly string[] Names = ["think", "thinking"];

    public static (string Thought, string Reply) Split(string text)
    {
        foreach (var name in Names)
        {
            var open = $"<{name}>";
            var close = $"</{name}>";
            var start = text.Length - text.AsSpan().TrimStart().Length;
            var isOpened = text.AsSpan(start).StartsWith(open, StringComparison.OrdinalIgnoreCase);
            var end = isOpened ? text.IndexOf(close, StringComparison.OrdinalIgnoreCase) : ClosingLine(text, open, close);
            if (end >= 0)
            {
                return (text[(isOpened ? start + open.Length : 0)..end].Trim(), text[(end + close.Length)..]);
            }

            if (isOpened)
            {
                return (text[(start + open.Length)..].Trim(), "");
            }
        }

        return ("", text);
    }

    /// <summary>Some templates open the tag in the prompt, so that only its end is in the reply. It counts where it ends a line; in code it would not.</summary>
    private static int ClosingLine(string text, string open, string close)
    {
        var end = text.IndexOf(close, StringComparison.OrdinalIgnoreCase);
        if (end < 0 || text.Contains(open, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        var after = text.AsSpan(end + close.Length);
        var lineEnd = after.IndexOf('\n');
        return (lineEnd < 0 ? after : after[..lineEnd]).IsWhiteSpace() ? end : -1;
    }
}
