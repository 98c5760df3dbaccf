using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rlm.Interpreters;

namespace Rlm.Diagnostics;

/// <summary>Writes content in the JSON of the conventions. Used only where the options ask for content.</summary>
internal static class ContentAttributes
{
    private const int LongestText = 10_000;

    /// <summary>The instructions, as the parts of a system message.</summary>
    public static string Instructions(string text) => Json(writer => WriteParts(writer, text));

    /// <summary>The inputs by name with the beginning of each value, as the message of a user.</summary>
    public static string Inputs(IReadOnlyList<InterpreterVariable> inputs) =>
        Message("user", string.Join('\n', inputs.Select(input => $"{input.Name}: {ValuePreview.Of(input.Value)}")), finishReason: null);

    /// <summary>The outputs as JSON, as the message of an assistant.</summary>
    public static string Outputs(IReadOnlyDictionary<string, JsonElement> outputs)
    {
        var json = Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in outputs)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
        return Message("assistant", Text(json), "stop");
    }

    /// <summary>The code, as the arguments of its tool.</summary>
    public static string Code(string code) => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("code", Text(code));
        writer.WriteEndObject();
    });

    public static string Text(string text) => TextCut.Middle(text, LongestText);

    private static string Message(string role, string text, string? finishReason) => Json(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WritePropertyName("parts");
        WriteParts(writer, text);
        if (finishReason is not null)
        {
            writer.WriteString("finish_reason", finishReason);
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static void WriteParts(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("content", Text(text));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
