namespace Rlm.JavaScript.Syntax;

/// <summary>Recognises reserved and contextual words.</summary>
internal static class Keywords
{
    private const int Mask = 255;
    private const int MaxLength = 10;

    private static readonly (string? Text, TokenType Type)[] Table = Build();

    public static bool TryFind(ReadOnlySpan<char> word, out string text, out TokenType type)
    {
        if (word.Length is >= 2 and <= MaxLength)
        {
            for (int index = Hash(word); Table[index].Text is { } candidate; index = (index + 1) & Mask)
            {
                if (word.SequenceEqual(candidate))
                {
                    (text, type) = (candidate, Table[index].Type);
                    return true;
                }
            }
        }

        (text, type) = ("", TokenType.Identifier);
        return false;
    }

    private static int Hash(ReadOnlySpan<char> word) => (word[0] * 7 + word[1] * 31 + word[^1] * 3 + word.Length * 11) & Mask;

    private static (string?, TokenType)[] Build()
    {
        var table = new (string? Text, TokenType)[Mask + 1];
        for (TokenType type = TokenType.In; type < TokenType.Identifier; type++)
        {
            if (type == TokenType.EscapedReservedWord)
                continue;
            string text = type.ToString().ToLowerInvariant();
            int index = Hash(text);
            while (table[index].Text is not null)
                index = (index + 1) & Mask;
            table[index] = (text, type);
        }

        return table;
    }
}
