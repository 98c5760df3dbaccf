using System.Collections.Frozen;

namespace Rlm.Replies;

/// <summary>Finds the code in a reply. Fences open and close on lines of their own, so that back-ticks in strings and templates are safe.</summary>
internal static class ReplyReader
{
    private static readonly FrozenSet<string> RunnableTags =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "js", "javascript", "repl", "ts", "typescript");

    public static Reply Read(string text, string modelReasoning = "")
    {
        var (thought, rest) = ThinkTags.Split(text);
        var blocks = FencedBlocks.Find(rest);
        var chosen = Choose(blocks, out var count);
        if (chosen is not null)
        {
            var reasoning = Join(modelReasoning, thought, rest[..chosen.Start], rest[chosen.End..]);
            return chosen.Body.Length == 0
                ? new Reply { Kind = ReplyKind.EmptyBlock, Reasoning = reasoning }
                : new Reply { Kind = ReplyKind.Block, Code = chosen.Body, Reasoning = reasoning, BlockCount = count };
        }

        if (blocks.Count > 0)
        {
            return new Reply { Kind = ReplyKind.WrongLanguage, Language = blocks[0].Tag, Reasoning = Join(modelReasoning, thought, rest) };
        }

        return rest.Trim() is { Length: > 0 } whole
            ? new Reply { Kind = ReplyKind.WholeReply, Code = whole, Reasoning = Join(modelReasoning, thought), BlockCount = 1 }
            : new Reply { Kind = ReplyKind.Empty, Reasoning = Join(modelReasoning, thought) };
    }

    /// <summary>The first block with a tag of JavaScript, or the first without a tag where none has one: untagged blocks often quote data.</summary>
    private static FencedBlock? Choose(List<FencedBlock> blocks, out int count)
    {
        var candidates = blocks.FindAll(block => RunnableTags.Contains(block.Tag));
        if (candidates.Count == 0)
        {
            candidates = blocks.FindAll(block => block.Tag.Length == 0);
        }

        count = candidates.Count;
        return candidates.Find(block => block.Body.Length > 0) ?? candidates.FirstOrDefault();
    }

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var texts = new List<string>();
        foreach (var part in parts)
        {
            if (part.Trim() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return string.Join("\n\n", texts);
    }
}
