using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>Reads what JSON makes of a value: a text where that is one, as for dates; else an element.</summary>
internal sealed class ScalarJson
{
    private const int LargestKeptBuffer = 64 * 1024;

    private ArrayBufferWriter<byte> _buffer = new();
    private Utf8JsonWriter? _writer;

    public object? Read(object value, JsonTypeInfo typeInfo)
    {
        _buffer.ResetWrittenCount();
        _writer ??= new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        _writer.Reset(_buffer);
        if (value is DateTime time && typeInfo.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly)
        {
            _writer.WriteStringValue(time);
            _writer.Flush();
        }
        else
        {
            JsonSerializer.Serialize(_writer, value, typeInfo);
        }

        var reader = new Utf8JsonReader(_buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        object? read = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            // Without a string converter an enum is a bare number to the serializer; a language model needs the name.
            JsonTokenType.Number when value is Enum member && Enum.GetName(member.GetType(), member) is { } name => name,
            _ => JsonElement.ParseValue(ref reader),
        };
        if (_buffer.Capacity > LargestKeptBuffer)
        {
            _buffer = new ArrayBufferWriter<byte>();
        }

        return read;
    }
}
