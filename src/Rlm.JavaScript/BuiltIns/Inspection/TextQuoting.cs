using System.Buffers;
using System.Text;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <summary>Strings in quotes as Node.js shows them.</summary>
internal static class TextQuoting
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(EscapedCharacters());

    /// <summary>Quotes a text: with single quotes unless it holds some, then with the first kind of quotes it does not hold.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        char quote = '\'';
        if (text.Contains('\''))
        {
            quote = !text.Contains('"') ? '"' : !text.Contains('`') && text.IndexOf("${") < 0 ? '`' : '\'';
        }

        int first = IndexOfEscaped(text, quote);
        if (first < 0)
        {
            Span<char> ends = [quote];
            return string.Concat(ends, text, ends);
        }

        var builder = new StringBuilder(text.Length + 16).Append(quote);
        while (first >= 0)
        {
            builder.Append(text[..first]);
            AppendEscape(builder, text[first]);
            text = text[(first + 1)..];
            first = IndexOfEscaped(text, quote);
        }

        return builder.Append(text).Append(quote).ToString();
    }

    /// <summary>Whether a property name is shown without quotes.</summary>
    public static bool IsPlainName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static int IndexOfEscaped(ReadOnlySpan<char> text, char quote)
    {
        for (int start = 0; start < text.Length;)
        {
            int found = text[start..].IndexOfAny(Escaped);
            if (found < 0)
            {
                return -1;
            }

            int index = start + found;
            char character = text[index];
            bool isPair = char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (!isPair && (character != '\'' || quote == '\''))
            {
                return index;
            }

            start = index + (isPair ? 2 : 1);
        }

        return -1;
    }

    private static void AppendEscape(StringBuilder builder, char character)
    {
        switch (character)
        {
            case '\'':
                builder.Append("\\'");
                break;
            case '\\':
                builder.Append("\\\\");
                break;
            case '\b':
                builder.Append("\\b");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            case '\n':
                builder.Append("\\n");
                break;
            case '\f':
                builder.Append("\\f");
                break;
            case '\r':
                builder.Append("\\r");
                break;
            case < '\u0100':
                builder.Append("\\x").Append(System.Globalization.CultureInfo.InvariantCulture, $"{(int)character:X2}");
                break;
            default:
                builder.Append("\\u").Append(System.Globalization.CultureInfo.InvariantCulture, $"{(int)character:x4}");
                break;
        }
    }

    private static string EscapedCharacters()
    {
        var builder = new StringBuilder("'\\");
        for (char character = '\0'; character < ' '; character++)
        {
            builder.Append(character);
        }

        for (char character = '\x7F'; character < '\xA0'; character++)
        {
            builder.Append(character);
        }

        for (int character = 0xD800; character < 0xE000; character++)
        {
            builder.Append((char)character);
        }

        return builder.ToString();
    }
}
