using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rlm.Interpreters;

namespace Rlm.Trajectories;

/// <summary>
/// What is written of an input instead of the input: its kind, its size and the SHA-256 of its content. The content of a text is its UTF-8, so that
/// the hash is that of the file it came from; that of anything else is its JSON without spaces. No text of the whole is made for it.
/// </summary>
internal readonly record struct InputDigest(string Kind, int? Length, int? Count, string Sha256)
{
    private const int ChunkLength = 8 * 1024;

    public static InputDigest Of(object? value)
    {
        using var content = new HashedBytes();
        var view = ValueView.Open(value);
        if (view is string text)
        {
            content.Append(text);
            return new InputDigest("string", text.Length, null, content.Finish());
        }

        using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            Write(writer, value);
        }

        return view switch
        {
            ItemsView items => new InputDigest("array", null, items.Count, content.Finish()),
            KeysView keys => new InputDigest("object", null, keys.Count, content.Finish()),
            var scalar => new InputDigest(KindOf(scalar), null, null, content.Finish()),
        };
    }

    private static string KindOf(object? scalar) => scalar switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "null",
        bool or JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } => "boolean",
        double or BigInteger or JsonElement => "number",
        _ => "other",
    };

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                WriteText(writer, text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case IReadOnlyDictionary<string, object?> properties:
                writer.WriteStartObject();
                foreach (var (name, property) in properties)
                {
                    writer.WritePropertyName(name);
                    Write(writer, property);
                }

                writer.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteText(writer, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (text.Length <= ChunkLength)
        {
            writer.WriteStringValue(text);
            return;
        }

        for (var start = 0; start < text.Length; start += ChunkLength)
        {
            var isLast = text.Length - start <= ChunkLength;
            writer.WriteStringValueSegment(text.AsSpan(start, isLast ? text.Length - start : ChunkLength), isLast);
        }
    }

    /// <summary>Takes bytes and keeps only their hash.</summary>
    private sealed class HashedBytes : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4 * ChunkLength);

        public void Append(string text)
        {
            var encoder = Encoding.UTF8.GetEncoder();
            for (var start = 0; start < text.Length; start += ChunkLength)
            {
                var chunk = text.AsSpan(start, Math.Min(ChunkLength, text.Length - start));
                var count = encoder.GetBytes(chunk, _buffer, flush: start + chunk.Length == text.Length);
                _hash.AppendData(_buffer, 0, count);
            }
        }

        public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public void Advance(int count) => _hash.AppendData(_buffer, 0, count);

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (sizeHint > _buffer.Length)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(sizeHint);
            }

            return _buffer;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _hash.Dispose();
        }
    }
}
