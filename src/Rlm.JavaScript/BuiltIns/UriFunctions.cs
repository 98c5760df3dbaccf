using System.Buffers;
using System.Text;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The global functions that encode and decode URIs. See <see href="https://tc39.es/ecma262/#sec-uri-handling-functions"/>.</summary>
internal static class UriFunctions
{
    private const string Marks = "-_.!~*'()";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Reserved = ";/?:@&=+$,";

    /// <summary>The length of <c>%41</c>.</summary>
    private const int EscapeLength = 3;

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(Alphanumeric + Marks);
    private static readonly SearchValues<char> UnreservedOrReserved = SearchValues.Create(Alphanumeric + Marks + Reserved + "#");

    public static Value CreateEncodeUriComponent(Realm realm) =>
        realm.NewFunction("encodeURIComponent", 1, static (in NativeCall call) => Encode(call, Unreserved));

    public static Value CreateEncodeUri(Realm realm) =>
        realm.NewFunction("encodeURI", 1, static (in NativeCall call) => Encode(call, UnreservedOrReserved));

    public static Value CreateDecodeUriComponent(Realm realm) =>
        realm.NewFunction("decodeURIComponent", 1, static (in NativeCall call) => Decode(call, string.Empty));

    public static Value CreateDecodeUri(Realm realm) =>
        realm.NewFunction("decodeURI", 1, static (in NativeCall call) => Decode(call, Reserved + "#"));

    private static Value Encode(in NativeCall call, SearchValues<char> kept)
    {
        const string HexDigits = "0123456789ABCDEF";
        JsString text = call.Agent.ToJsString(call[0]);
        ReadOnlySpan<char> rest = text.Span;
        int plain = PlainLength(call.Agent, rest, kept);
        if (plain == rest.Length)
        {
            return text;
        }

        Span<byte> bytes = stackalloc byte[4];
        var result = new TextBuilder(call.Agent, rest.Length);
        while (true)
        {
            if (plain > 0)
            {
                result.Append(rest[..plain]);
                rest = rest[plain..];
            }

            if (rest.IsEmpty)
            {
                return result.ToJsString();
            }

            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int length) != OperationStatus.Done)
            {
                throw Malformed(call.Agent);
            }

            call.Agent.Meter.Work(1);
            int count = rune.EncodeToUtf8(bytes);
            Span<char> target = result.Reserve(count * EscapeLength);
            for (int i = 0; i < count; i++)
            {
                target[i * EscapeLength] = '%';
                target[(i * EscapeLength) + 1] = HexDigits[bytes[i] >> 4];
                target[(i * EscapeLength) + 2] = HexDigits[bytes[i] & 15];
            }

            result.Advance(count * EscapeLength);
            rest = rest[length..];
            plain = rest.Length > 0 && kept.Contains(rest[0]) ? PlainLength(call.Agent, rest, kept) : 0;
        }
    }

    private static int PlainLength(Agent agent, ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        for (int from = 0; from < text.Length; from += MeteredText.SliceLength)
        {
            ReadOnlySpan<char> slice = text.Slice(from, Math.Min(MeteredText.SliceLength, text.Length - from));
            int found = slice.IndexOfAnyExcept(kept);
            agent.Meter.Work(1 + ((found < 0 ? slice.Length : found) / MeteredText.CharactersPerUnit));
            if (found >= 0)
            {
                return from + found;
            }
        }

        return text.Length;
    }

    private static Value Decode(in NativeCall call, string keptEncoded)
    {
        JsString text = call.Agent.ToJsString(call[0]);
        ReadOnlySpan<char> rest = text.Span;
        int percent = MeteredText.IndexOf(rest, "%", 0, call.Agent.Meter);
        if (percent < 0)
        {
            return text;
        }

        var result = new TextBuilder(call.Agent, rest.Length);
        while (percent >= 0)
        {
            result.Append(rest[..percent]);
            rest = rest[percent..];
            call.Agent.Meter.Work(1);
            int length = DecodeOne(call.Agent, rest, out Rune rune);
            if (rune.IsAscii && keptEncoded.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                result.Append(rest[..length]);
            }
            else
            {
                Span<char> target = result.Reserve(2);
                result.Advance(rune.EncodeToUtf16(target));
            }

            rest = rest[length..];
            percent = MeteredText.IndexOf(rest, "%", 0, call.Agent.Meter);
        }

        result.Append(rest);
        return result.ToJsString();
    }

    /// <summary>Decodes the one to four escaped bytes of a character, and returns how long they are in the text.</summary>
    private static int DecodeOne(Agent agent, ReadOnlySpan<char> text, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = ReadByte(agent, text);
        int count = bytes[0] switch { < 0x80 => 1, < 0xC0 => 0, < 0xE0 => 2, < 0xF0 => 3, < 0xF8 => 4, _ => 0 };
        if (count == 0 || text.Length < count * EscapeLength)
        {
            throw Malformed(agent);
        }

        for (int i = 1; i < count; i++)
        {
            bytes[i] = ReadByte(agent, text[(i * EscapeLength)..]);
        }

        return Rune.DecodeFromUtf8(bytes[..count], out rune, out int used) == OperationStatus.Done && used == count
            ? count * EscapeLength
            : throw Malformed(agent);
    }

    private static byte ReadByte(Agent agent, ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2])
            ? (byte)((Numerics.NumberParsing.DigitValue(text[1]) << 4) | Numerics.NumberParsing.DigitValue(text[2]))
            : throw Malformed(agent);

    private static GuestException Malformed(Agent agent) => agent.Error(Intrinsic.UriErrorPrototype, "URI malformed");
}
