using System.Text;
using System.Text.Json;
using Rlm.Json;

namespace Rlm.Replies;

/// <summary>Finds the first JSON object, or else the first other JSON value, in a text.</summary>
internal static class FirstJsonValue
{
    private const int MostAttempts = 100;

    private static readonly JsonReaderOptions ReaderOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = JsonValues.MaxDepth,
    };

    public static JsonElement? In(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return FirstAt(bytes, "{"u8) ?? FirstAt(bytes, "["u8) ?? Whole(bytes);
    }

    /// <summary>Finds the first value of the kind that a schema wants, where it wants one kind.</summary>
    public static JsonElement? In(string text, JsonElement schema)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return SchemaReading.Types(SchemaReading.Resolve(schema, schema)) switch
        {
            ["array"] => FirstAt(bytes, "["u8) ?? In(text),
            ["object"] => In(text),
            [] => In(text),
            _ => Whole(bytes) ?? In(text),
        };
    }

    private static JsonElement? FirstAt(byte[] text, ReadOnlySpan<byte> opening)
    {
        var position = 0;
        for (var attempts = 0; attempts < MostAttempts; attempts++)
        {
            var next = text.AsSpan(position).IndexOf(opening);
            if (next < 0)
            {
                return null;
            }

            position += next;
            if (TryRead(text.AsSpan(position)) is { } value)
            {
                return value;
            }

            position++;
        }

        return null;
    }

    /// <summary>A number, a string, true, false or null counts only if it is all there is, in a fence or not.</summary>
    private static JsonElement? Whole(byte[] text)
    {
        var trimmed = Encoding.UTF8.GetString(text).Trim();
        if (FencedBlocks.Find(trimmed) is [var block])
        {
            trimmed = block.Body;
        }

        var bytes = Encoding.UTF8.GetBytes(trimmed);
        return TryRead(bytes, mustEnd: true);
    }

    private static JsonElement? TryRead(ReadOnlySpan<byte> text, bool mustEnd = false)
    {
        try
        {
            var reader = new Utf8JsonReader(text, ReaderOptions);
            var value = JsonElement.ParseValue(ref reader);
            return mustEnd && reader.BytesConsumed < text.Length ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
