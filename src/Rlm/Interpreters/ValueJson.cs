using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rlm.Interpreters;

/// <summary>Writes a value of the kinds that <see cref="InterpreterVariable"/> lists in full.</summary>
internal static class ValueJson
{
    private const int MostBytesOfACharacter = 6;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Returns a text as it is and all else as JSON; null where that is certainly longer than <paramref name="limit"/>, without making all of it.</summary>
    public static string? Of(object? value, int limit)
    {
        if (value is string text)
        {
            return text;
        }

        if (value is JsonElement { ValueKind: JsonValueKind.String } element)
        {
            return element.GetString();
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        if (!TryWrite(writer, value, (long)limit * MostBytesOfACharacter))
        {
            return null;
        }

        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool TryWrite(Utf8JsonWriter writer, object? value, long mostBytes)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            case IReadOnlyDictionary<string, object?> pairs:
                writer.WriteStartObject();
                foreach (var (key, item) in pairs)
                {
                    writer.WritePropertyName(key);
                    if (!TryWrite(writer, item, mostBytes))
                    {
                        return false;
                    }
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteStartArray();
                foreach (var item in (IReadOnlyList<object?>)value)
                {
                    if (!TryWrite(writer, item, mostBytes))
                    {
                        return false;
                    }
                }

                writer.WriteEndArray();
                break;
        }

        return writer.BytesCommitted + writer.BytesPending <= mostBytes;
    }
}
