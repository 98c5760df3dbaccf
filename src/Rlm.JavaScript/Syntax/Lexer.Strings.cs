using System.Buffers;

namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-literals-string-literals"/>
internal sealed partial class Lexer
{
    private const string InvalidUnicodeEscape = "A Unicode escape is written \\uXXXX or \\u{X} with hexadecimal digits, at most 10FFFF";

    private static readonly SearchValues<char> DoubleQuotedStops = SearchValues.Create("\"\\\n\r");
    private static readonly SearchValues<char> SingleQuotedStops = SearchValues.Create("'\\\n\r");
    private static readonly SearchValues<char> TemplateStops = SearchValues.Create("`$\\\r");

    private readonly CharacterBuffer _buffer = new(meter);

    /// <summary>The value of a template chunk, or null where it holds an invalid escape.</summary>
    public string? TemplateCooked;

    /// <summary>What is wrong with the escape that made <see cref="TemplateCooked"/> null, and where it stands.</summary>
    public string? TemplateError;
    public int TemplateErrorPosition;

    /// <summary>The pattern and flags of the last regular expression.</summary>
    public string RegExpPattern = "";
    public string RegExpFlags = "";

    private void ScanString(char quote)
    {
        SearchValues<char> stops = quote == '"' ? DoubleQuotedStops : SingleQuotedStops;
        int first = Start + 1;
        int length = source.AsSpan(first).IndexOfAny(stops);
        if (length >= 0 && source[first + length] == quote)
        {
            Text = Slice(first, length);
            End = first + length + 1;
        }
        else
        {
            ScanStringWithEscapes(quote, stops, first);
        }

        Type = TokenType.String;
    }

    private void ScanStringWithEscapes(char quote, SearchValues<char> stops, int position)
    {
        _buffer.Clear();
        while (true)
        {
            int length = source.AsSpan(position).IndexOfAny(stops);
            if (length < 0 || source[position + length] is '\n' or '\r')
                throw UnterminatedString(quote);

            _buffer.Append(source.AsSpan(position, length));
            position += length;
            if (source[position] == quote)
            {
                Text = _buffer.ToString();
                End = position + 1;
                return;
            }

            HasEscape = true;
            int escape = position;
            if (ReadEscape(ref position, inTemplate: false) is { } error)
                throw escape + 1 >= source.Length ? UnterminatedString(quote) : Error(error, escape);
        }
    }

    private SyntaxErrorException UnterminatedString(char quote)
    {
        bool isTriple = Start >= 2 && source[Start - 1] == quote && source[Start - 2] == quote;
        return Error(
            isTriple
                ? $"JavaScript has no {quote}{quote}{quote} strings; write text over several lines as a template: `…`"
                : $"This string is never closed: {quote} is missing before the end of the line. Write a line break as \\n, or text over several lines as a template: `…`",
            Start);
    }

    /// <summary>Scans template characters from <paramref name="position"/> to the closing back-tick (true) or the next <c>${</c> (false).</summary>
    public bool ScanTemplateChunk(int position, int templateStart)
    {
        int first = position;
        bool usesBuffer = false;
        TemplateError = null;
        while (true)
        {
            int length = source.AsSpan(position).IndexOfAny(TemplateStops);
            if (length < 0)
                throw Error("This template is never closed: ` is missing", templateStart);
            int stop = position + length;
            char c = source[stop];
            if (c == '`' || (c == '$' && At(stop + 1) == '{'))
            {
                if (usesBuffer)
                    _buffer.Append(source.AsSpan(position, length));
                TemplateCooked = TemplateError is not null ? null : usesBuffer ? _buffer.ToString() : Slice(first, stop - first);
                End = stop + (c == '`' ? 1 : 2);
                meter.Work((End - first) / CharactersPerUnit);
                return c == '`';
            }

            if (!usesBuffer)
            {
                _buffer.Clear();
                usesBuffer = true;
                position = first;
                length = stop - first;
            }

            _buffer.Append(source.AsSpan(position, length));
            position = stop;
            if (c == '\\')
            {
                ReadTemplateEscape(ref position);
                continue;
            }

            position++;
            _buffer.Append(c == '$' ? '$' : '\n');
            if (c == '\r' && At(position) == '\n')
                position++;
        }
    }

    /// <summary>The characters of a template chunk as written, with line breaks normalised.</summary>
    public string RawTemplateText(int start, int end)
    {
        ReadOnlySpan<char> raw = source.AsSpan(start, end - start);
        if (!raw.Contains('\r'))
            return Slice(start, end - start);

        _buffer.Clear();
        for (int index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\r')
                _buffer.Append(raw[index]);
            else if (index + 1 >= raw.Length || raw[index + 1] != '\n')
                _buffer.Append('\n');
        }

        return _buffer.ToString();
    }

    /// <summary>Scans a regular expression from the current token, a slash or <c>/=</c>, and its flags.</summary>
    /// <seealso href="https://tc39.es/ecma262/#sec-literals-regular-expression-literals"/>
    public void ScanRegExp()
    {
        int position = Start + 1;
        bool inClass = false;
        for (char c = At(position); c != '/' || inClass; c = At(++position))
        {
            if (c == '\\')
                c = At(++position);
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            if (position >= source.Length || LineTerminators.Contains(c))
                throw Error("This regular expression is never closed: / is missing before the end of the line", Start);
            if (position % LongPortion == 0)
                meter.Work(LongPortion / CharactersPerUnit);
        }

        RegExpPattern = Slice(Start + 1, position - Start - 1);
        int flags = ++position;
        while (position < source.Length && IdentifierCharacters.IsPart(IdentifierCharacters.CodePointAt(source, position)))
            position += IdentifierCharacters.Length(IdentifierCharacters.CodePointAt(source, position));
        if (At(position) == '\\')
            throw Error("Flags of a regular expression must not be written with escapes", position);
        RegExpFlags = Slice(flags, position - flags);
        End = position;
    }

    private void ReadTemplateEscape(ref int position)
    {
        int escape = position;
        if (ReadEscape(ref position, inTemplate: true) is not { } error)
            return;
        if (TemplateError is null)
            (TemplateError, TemplateErrorPosition) = (error, escape);
        // Go on behind the backslash and the character after it, which may be a back-tick.
        position = Math.Min(escape + 2, source.Length);
    }

    /// <summary>Reads an escape at a backslash into the buffer; returns what is wrong with it, or null.</summary>
    private string? ReadEscape(ref int position, bool inTemplate)
    {
        char c = At(position + 1);
        position += 2;
        switch (c)
        {
            case 'n': _buffer.Append('\n'); break;
            case 't': _buffer.Append('\t'); break;
            case 'r': _buffer.Append('\r'); break;
            case 'b': _buffer.Append('\b'); break;
            case 'f': _buffer.Append('\f'); break;
            case 'v': _buffer.Append('\v'); break;
            case '\r':
                if (At(position) == '\n')
                    position++;
                break;
            case '\n' or '\u2028' or '\u2029':
                break;
            case 'x':
                int high = DigitValue(At(position));
                int low = DigitValue(At(position + 1));
                if (high > 15 || low > 15)
                    return "The escape \\x needs two hexadecimal digits";
                _buffer.Append((char)(high * 16 + low));
                position += 2;
                break;
            case 'u':
                int codePoint = ReadUnicodeEscape(ref position);
                if (codePoint < 0)
                    return InvalidUnicodeEscape;
                _buffer.AppendCodePoint(codePoint);
                break;
            case '0' when !char.IsAsciiDigit(At(position)):
                _buffer.Append('\0');
                break;
            case >= '0' and <= '9':
                return $"Octal escapes are not allowed in {(inTemplate ? "templates" : "strings")}; write \\xHH";
            default:
                if (position > source.Length)
                    return "Nothing follows the backslash";
                _buffer.Append(c);
                break;
        }

        return null;
    }

    // Behind \u; -1 where it is malformed.
    private int ReadUnicodeEscape(ref int position)
    {
        int value = 0;
        if (At(position) != '{')
        {
            for (int count = 0; count < 4; count++)
            {
                int digit = DigitValue(At(position++));
                if (digit > 15)
                    return -1;
                value = value * 16 + digit;
            }

            return value;
        }

        int first = ++position;
        for (char c = At(position); c != '}'; c = At(++position))
        {
            int digit = DigitValue(c);
            if (digit > 15 || (value = value * 16 + digit) > 0x10FFFF)
                return -1;
        }

        return position++ == first ? -1 : value;
    }

    private string Slice(int start, int length)
    {
        if (length == 0)
            return "";
        if (length == 1)
            return IdentifierTable.SingleCharacter(source[start]);
        meter.Allocate(24 + 2L * length);
        return source.Substring(start, length);
    }

    // A few characters of the source, for messages.
    private string Quote(int start, int end)
    {
        const int maxLength = 40;
        end = Math.Min(end, source.Length);
        return end - start <= maxLength ? source[start..end] : $"{source.AsSpan(start, maxLength)}…";
    }
}
