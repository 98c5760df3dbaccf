using System.Buffers;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>Strings as JSON writes them: QuoteJSONString, ECMA-262 §25.5.2.3.</summary>
internal static class JsonText
{
    /// <summary>What may have to be escaped; surrogates only where they are not paired.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

    public static void AppendQuoted(TextBuffer buffer, ReadOnlySpan<char> text)
    {
        buffer.Append('"');
        while (true)
        {
            int plain = text.IndexOfAny(Special);
            if (plain < 0)
            {
                buffer.Append(text);
                break;
            }

            buffer.Append(text[..plain]);
            text = text[(plain + AppendSpecial(buffer, text[plain..]))..];
        }

        buffer.Append('"');
    }

    /// <summary>Appends what the text begins with, and returns how many characters that took.</summary>
    private static int AppendSpecial(TextBuffer buffer, ReadOnlySpan<char> text)
    {
        char character = text[0];
        if (char.IsHighSurrogate(character) && text.Length > 1 && char.IsLowSurrogate(text[1]))
        {
            buffer.Append(text[..2]);
            return 2;
        }

        switch (character)
        {
            case '"' or '\\':
                buffer.Append('\\');
                buffer.Append(character);
                break;
            case '\b':
                buffer.Append("\\b");
                break;
            case '\f':
                buffer.Append("\\f");
                break;
            case '\n':
                buffer.Append("\\n");
                break;
            case '\r':
                buffer.Append("\\r");
                break;
            case '\t':
                buffer.Append("\\t");
                break;
            default:
                buffer.Append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4)
                {
                    buffer.Append("0123456789abcdef"[(character >> shift) & 15]);
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
