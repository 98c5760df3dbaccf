namespace Rlm.Json;

/// <summary>Puts a text on one line.</summary>
internal static class SingleLine
{
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
