namespace Rlm.Replies;

/// <summary>A fenced block: its tag, its trimmed body, and where it stands with its fences.</summary>
internal sealed record FencedBlock(string Tag, string Body, int Start, int End);

/// <summary>Finds the fenced blocks of a Markdown text, line by line.</summary>
internal static class FencedBlocks
{
    private const int ShortestFence = 3;

    public static List<FencedBlock> Find(string text)
    {
        var blocks = new List<FencedBlock>();
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            if (Fence.Read(NextLine(text, ref position)) is { } opening)
            {
                blocks.Add(ReadBlock(text, start, opening, ref position));
            }
        }

        return blocks;
    }

    /// <summary>Reads up to the closing fence, or to the end of the text where there is none.</summary>
    private static FencedBlock ReadBlock(string text, int start, Fence opening, ref int position)
    {
        var bodyStart = position;
        while (position < text.Length)
        {
            var lineStart = position;
            if (Fence.Read(NextLine(text, ref position)) is not { } fence)
            {
                continue;
            }

            var isBlankSoFar = text.AsSpan(bodyStart, lineStart - bodyStart).IsWhiteSpace();

            // A fence directly inside of an untagged one is the real one; so models write a block that shows a block.
            if (isBlankSoFar && opening.Tag.Length == 0 && HasContentBeforeClosing(text, position, fence))
            {
                var inner = ReadBlock(text, start, fence, ref position);
                SkipClosing(text, opening, ref position);
                return inner with { End = position };
            }

            if (fence.Closes(opening))
            {
                return new FencedBlock(opening.Tag, text[bodyStart..lineStart].Trim(), start, position);
            }
        }

        return new FencedBlock(opening.Tag, text[bodyStart..].Trim(), start, text.Length);
    }

    /// <summary>Tells a second opening fence from the closing fence of an empty block: code follows it, and a fence follows that.</summary>
    private static bool HasContentBeforeClosing(string text, int position, Fence fence)
    {
        if (fence.Tag.Length > 0)
        {
            return true;
        }

        var hasContent = false;
        while (position < text.Length)
        {
            var line = NextLine(text, ref position);
            if (Fence.Read(line) is { } next)
            {
                return hasContent && next.Tag.Length == 0;
            }

            hasContent |= !line.IsWhiteSpace();
        }

        return false;
    }

    private static void SkipClosing(string text, Fence opening, ref int position)
    {
        var next = position;
        while (next < text.Length)
        {
            var line = NextLine(text, ref next);
            if (Fence.Read(line) is { } fence && fence.Closes(opening))
            {
                position = next;
                return;
            }

            if (!line.IsWhiteSpace())
            {
                return;
            }
        }
    }

    private static ReadOnlySpan<char> NextLine(string text, ref int position)
    {
        var end = text.IndexOf('\n', position);
        var line = text.AsSpan(position, (end < 0 ? text.Length : end) - position);
        position = end < 0 ? text.Length : end + 1;
        return line;
    }

    private sealed record Fence(char Character, int Length, string Tag)
    {
        public bool Closes(Fence opening) => Tag.Length == 0 && Character == opening.Character && Length >= opening.Length;

        public static Fence? Read(ReadOnlySpan<char> line)
        {
            line = line.Trim();
            if (line.Length < ShortestFence || line[0] is not ('`' or '~'))
            {
                return null;
            }

            var length = line.IndexOfAnyExcept(line[0]);
            length = length < 0 ? line.Length : length;
            var info = line[length..].Trim();

            // Back-ticks after the fence make it inline code, as in ```x```.
            if (length < ShortestFence || info.Contains('`'))
            {
                return null;
            }

            var tagEnd = info.IndexOfAny(" \t{,:");
            return new Fence(line[0], length, (tagEnd < 0 ? info : info[..tagEnd]).ToString());
        }
    }
}
