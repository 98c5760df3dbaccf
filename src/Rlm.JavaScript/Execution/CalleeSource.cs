namespace Rlm.JavaScript.Execution;

/// <summary>Reads the name of what was called off the source, for messages such as <c>rows.lenght is not a function</c>.</summary>
internal static class CalleeSource
{
    private const int MaxLength = 60;

    /// <param name="source">The source text.</param>
    /// <param name="position">Where the last name of the callee begins, or the <c>new</c> before it.</param>
    public static string Read(string source, int position)
    {
        int start = position;
        if (source.AsSpan(position).StartsWith("new ", StringComparison.Ordinal))
        {
            start = position += 4;
        }

        int end = position;
        while (end < source.Length && IsNamePart(source[end]))
        {
            end++;
        }

        // The names before it, as far as they are plain: a.b.c
        while (start > 0 && position - start < MaxLength && (IsNamePart(source[start - 1]) || source[start - 1] == '.'))
        {
            start--;
        }

        string text = source[start..Math.Min(end, start + MaxLength)];
        return text.Length == 0 ? "The expression" : text[0] == '.' ? $"(intermediate value){text}" : text;
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '#';
}
