using System.Buffers;

namespace Rlm.JavaScript.Syntax;

/// <summary>Turns offsets into lines and columns, for messages.</summary>
/// <remarks>
/// Line numbers are remembered per block of characters and not per line, so that a source of nothing but line breaks
/// costs no more memory than any other. Nothing is computed before it is asked for.
/// </remarks>
internal sealed class SourceText(string text)
{
    private const int BlockLength = 4096;

    private static readonly SearchValues<char> LineTerminators = SearchValues.Create("\n\r\u2028\u2029");

    // The number of line breaks before each block.
    private int[]? _breaksBeforeBlock;

    public string Text { get; } = text;

    /// <summary>The line of a position, counted from 1.</summary>
    public int LineAt(int position)
    {
        position = Math.Clamp(position, 0, Text.Length);
        _breaksBeforeBlock ??= CountBlocks();
        int block = position / BlockLength;
        return 1 + _breaksBeforeBlock[block] + CountBreaks(block * BlockLength, position);
    }

    /// <summary>The column of a position in UTF-16 units, counted from 1.</summary>
    public int ColumnAt(int position)
    {
        position = Math.Clamp(position, 0, Text.Length);
        return position - LineStart(position) + 1;
    }

    /// <summary>
    /// The line that holds a position, at most <paramref name="width"/> characters of it around the position;
    /// an ellipsis stands where it was cut. <paramref name="caret"/> is the offset of the position in the result.
    /// </summary>
    public string Excerpt(int position, out int caret, int width = 100)
    {
        position = Math.Clamp(position, 0, Text.Length);
        int before = Math.Max(0, position - width);
        ReadOnlySpan<char> head = Text.AsSpan(before, position - before);
        int lineBreak = head.LastIndexOfAny(LineTerminators);
        bool startsLine = lineBreak >= 0 || before == 0;
        int start = before + lineBreak + 1;

        ReadOnlySpan<char> tail = Text.AsSpan(position, Math.Min(width, Text.Length - position));
        lineBreak = tail.IndexOfAny(LineTerminators);
        bool endsLine = lineBreak >= 0 || position + tail.Length == Text.Length;
        int end = position + (lineBreak >= 0 ? lineBreak : tail.Length);

        // Keep three quarters of the window for what stands before the position where both sides are long.
        if (end - start > width)
        {
            int keepAfter = Math.Max(width / 4, width - (position - start));
            if (end - position > keepAfter)
                (end, endsLine) = (position + keepAfter, false);
            if (end - start > width)
                (start, startsLine) = (end - width, false);
        }

        caret = position - start + (startsLine ? 0 : 1);
        return $"{(startsLine ? "" : "…")}{Text.AsSpan(start, end - start)}{(endsLine ? "" : "…")}";
    }

    private int LineStart(int position)
    {
        int lineBreak = Text.AsSpan(0, position).LastIndexOfAny(LineTerminators);
        // The position between a carriage return and its line feed still belongs to the line they end.
        if (lineBreak >= 0 && lineBreak == position - 1 && Text[lineBreak] == '\r' && position < Text.Length && Text[position] == '\n')
            lineBreak = Text.AsSpan(0, lineBreak).LastIndexOfAny(LineTerminators);
        return lineBreak + 1;
    }

    private int[] CountBlocks()
    {
        int[] breaks = new int[Text.Length / BlockLength + 1];
        for (int block = 1; block < breaks.Length; block++)
            breaks[block] = breaks[block - 1] + CountBreaks((block - 1) * BlockLength, block * BlockLength);
        return breaks;
    }

    private int CountBreaks(int start, int end)
    {
        int count = 0;
        while (Text.AsSpan(start, end - start).IndexOfAny(LineTerminators) is var offset and >= 0)
        {
            start += offset + 1;
            // A carriage return with a line feed is one break, counted at the line feed.
            if (Text[start - 1] != '\r' || start >= Text.Length || Text[start] != '\n')
                count++;
        }

        return count;
    }
}
