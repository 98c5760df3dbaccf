using System.Buffers;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>Strings as JSON writes them: QuoteJSONString, ECMA-262 §25.5.2.3.</summary>
internal static class JsonText
{
    /// <summary>What may have to be escaped; surrogates only where they are not paired.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

    public static void AppendQuoted(TextBuilder builder, ReadOnlySpan<char> text)
    {
        builder.Append('"');
        while (true)
        {
            int plain = text.IndexOfAny(Special);
            if (plain < 0)
            {
                builder.Append(text);
                break;
            }

            builder.Append(text[..plain]);
            text = text[(plain + AppendSpecial(builder, text[plain..]))..];
        }

        builder.Append('"');
    }

    /// <summary>Appends what the text begins with, and returns how many characters that took.</summary>
    private static int AppendSpecial(TextBuilder builder, ReadOnlySpan<char> text)
    {
        char character = text[0];
        if (char.IsHighSurrogate(character) && text.Length > 1 && char.IsLowSurrogate(text[1]))
        {
            builder.Append(text[..2]);
            return 2;
        }

        switch (character)
        {
            case '"' or '\\':
                builder.Append('\\');
                builder.Append(character);
                break;
            case '\b':
                builder.Append("\\b");
                break;
            case '\f':
                builder.Append("\\f");
                break;
            case '\n':
                builder.Append("\\n");
                break;
            case '\r':
                builder.Append("\\r");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            default:
                builder.Append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4)
                {
                    builder.Append("0123456789abcdef"[(character >> shift) & 15]);
                }

                break;
        }

        return 1;
    }

    private static ReadOnlySpan<char> SpecialCharacters()
    {
        var characters = new List<char> { '"', '\\' };
        for (int character = 0; character < ' '; character++)
        {
            characters.Add((char)character);
        }

        for (int character = 0xD800; character < 0xE000; character++)
        {
            characters.Add((char)character);
        }

        return characters.ToArray();
    }
}
