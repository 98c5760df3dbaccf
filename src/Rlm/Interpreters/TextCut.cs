using System.Globalization;

namespace Rlm.Interpreters;

/// <summary>Cuts texts without splitting a surrogate pair.</summary>
internal static class TextCut
{
    public static string Head(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    public static string Tail(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var start = text.Length - length;
        return length > 0 && char.IsLowSurrogate(text[start]) ? text[(start + 1)..] : text[start..];
    }

    /// <summary>Keeps the head and the tail of what is longer than <paramref name="limit"/>, and says how much is missing between them.</summary>
    public static string Middle(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var head = Head(text, limit - (limit / 2));
        var tail = Tail(text, limit / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{head}\n… ({text.Length - head.Length - tail.Length:N0} characters omitted) …\n{tail}");
    }
}
