using System.Buffers;
using System.Globalization;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <content>Strings and names, and what is said about text that is no JSON.</content>
internal sealed partial class JsonParser
{
    private const int KnownCount = 256;

    /// <summary>Strings longer than this are not looked up among the known ones.</summary>
    private const int MaxKnownLength = 24;

    /// <summary>How much text before and after an error a message shows, as in V8.</summary>
    private const int ContextLength = 10;

    private static readonly SearchValues<char> StringEnds = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    /// <summary>Names and short strings that were seen, each where its hash falls: most come again.</summary>
    private readonly Atom?[] _names = new Atom?[text.Length < KnownCount ? 16 : KnownCount];
    private readonly JsString?[] _strings = new JsString?[text.Length < KnownCount ? 16 : KnownCount];
    private char[] _scratch = [];

    private JsString ReadString(ReadOnlySpan<char> source)
    {
        ReadOnlySpan<char> content = ReadContent(source, out int start);
        if (content.Length > MaxKnownLength)
        {
            return start >= 0 ? agent.Realm.NewSlice(text, start, content.Length) : agent.Realm.NewString(content);
        }

        ref JsString? known = ref _strings[HashOf(content) & (_strings.Length - 1)];
        if (known is null || !known.Span.SequenceEqual(content))
        {
            known = agent.Realm.NewString(content);
        }

        return known;
    }

    private PropertyKey ReadName(ReadOnlySpan<char> source)
    {
        ReadOnlySpan<char> content = ReadContent(source, out _);
        ref Atom? known = ref _names[HashOf(content) & (_names.Length - 1)];
        if (known is not null && known.Text.Span.SequenceEqual(content))
        {
            return known;
        }

        PropertyKey key = agent.Realm.Names.Intern(agent.Realm.NewString(content));
        if (key.Cell is Atom atom)
        {
            known = atom;
        }

        return key;
    }

    private static int HashOf(ReadOnlySpan<char> content)
    {
        if (content.IsEmpty)
        {
            return 0;
        }

        int hash = (content.Length * 31) + content[0] + (content[^1] * 7) + (content[content.Length / 2] * 131);
        return hash ^ (hash >> 8);
    }

    /// <summary>Reads a string up to its closing quote. <paramref name="start"/> says where the content stands in the source; -1 where it had escapes.</summary>
    private ReadOnlySpan<char> ReadContent(ReadOnlySpan<char> source, out int start)
    {
        start = _position + 1;
        int length = source[start..].IndexOfAny(StringEnds);
        if (length < 0)
        {
            throw ErrorAt("Unterminated string in JSON", source.Length);
        }

        agent.Meter.Work(length / 16);
        if (source[start + length] == '"')
        {
            _position = start + length + 1;
            return source.Slice(start, length);
        }

        return Unescape(source, ref start);
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> source, scoped ref int start)
    {
        int position = start;
        int length = 0;
        start = -1;
        while (true)
        {
            int plain = source[position..].IndexOfAny(StringEnds);
            if (plain < 0)
            {
                throw ErrorAt("Unterminated string in JSON", source.Length);
            }

            agent.Meter.Work(1 + (plain / 16));
            EnsureScratch(length + plain + 1);
            source.Slice(position, plain).CopyTo(_scratch.AsSpan(length));
            length += plain;
            position += plain;
            switch (source[position++])
            {
                case '"':
                    _position = position;
                    return _scratch.AsSpan(0, length);
                case '\\':
                    _scratch[length++] = ReadEscape(source, ref position);
                    break;
                default:
                    throw ErrorAt("Bad control character in string literal in JSON", position - 1);
            }
        }
    }

    private char ReadEscape(ReadOnlySpan<char> source, ref int position)
    {
        if (position == source.Length)
        {
            throw agent.SyntaxError("Unexpected end of JSON input");
        }

        switch (source[position++])
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                return ReadUnicodeEscape(source, ref position);
            case var same and ('"' or '\\' or '/'):
                return same;
            default:
                throw ErrorAt("Bad escaped character in JSON", position - 1);
        }
    }

    private char ReadUnicodeEscape(ReadOnlySpan<char> source, ref int position)
    {
        int code = 0;
        for (int i = 0; i < 4; i++, position++)
        {
            if (position == source.Length || !char.IsAsciiHexDigit(source[position]))
            {
                throw ErrorAt("Bad Unicode escape in JSON", position);
            }

            code = (code * 16) + Numerics.NumberParsing.DigitValue(source[position]);
        }

        return (char)code;
    }

    private void EnsureScratch(int length)
    {
        if (length > _scratch.Length)
        {
            int capacity = Math.Max(length, Math.Max(64, _scratch.Length * 2));
            agent.Meter.Copy(capacity);
            agent.Meter.Release(2L * _scratch.Length);
            Array.Resize(ref _scratch, capacity);
        }
    }

    private GuestException ErrorAt(string what, int position) =>
        agent.SyntaxError(string.Create(CultureInfo.InvariantCulture, $"{what} at position {position}"));

    private GuestException Unexpected(ReadOnlySpan<char> source)
    {
        if (_position >= source.Length)
        {
            return agent.SyntaxError("Unexpected end of JSON input");
        }

        // What a value of the language turns into that was no text: the whole text says more than its first character.
        if (source is "undefined" or "NaN" or "Infinity" or "[object Object]")
        {
            return agent.SyntaxError($"\"{source}\" is not valid JSON");
        }

        char token = source[_position];
        if (token is '"' or '-' or (>= '0' and <= '9'))
        {
            return ErrorAt(token == '"' ? "Unexpected string in JSON" : "Unexpected number in JSON", _position);
        }

        bool isWhole = source.Length <= 2 * ContextLength;
        bool isCutBefore = !isWhole && _position >= ContextLength;
        bool isCutAfter = !isWhole && _position < source.Length - ContextLength;
        ReadOnlySpan<char> context = source[(isCutBefore ? _position - ContextLength : 0)..(isCutAfter ? _position + ContextLength : source.Length)];
        string before = isCutBefore ? "..." : string.Empty;
        string after = isCutAfter ? "..." : string.Empty;
        return agent.SyntaxError($"Unexpected token '{token}', {before}\"{context}\"{after} is not valid JSON");
    }
}
