using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rlm.Json;

/// <summary>Makes JSON elements.</summary>
internal static class JsonValues
{
    public static readonly JsonElement Null = Write(static writer => writer.WriteNullValue());

    public static JsonElement String(string text) => Write(writer => writer.WriteStringValue(text));

    public static JsonElement ToElement(this JsonNode? node) => Write(writer =>
    {
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }
    });

    public static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            write(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Writes a text as a JSON string that keeps every letter readable.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>Writes a value as JSON for a reader; text keeps every letter.</summary>
    public static string Show(JsonElement value) => value.ValueKind is JsonValueKind.String ? Quote(value.GetString()!) : value.GetRawText();

    /// <summary>How deep values that cross the border may nest.</summary>
    public const int MaxDepth = 64;
}
