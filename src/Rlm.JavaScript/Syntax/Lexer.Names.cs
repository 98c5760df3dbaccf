using System.Globalization;

namespace Rlm.JavaScript.Syntax;

internal sealed partial class Lexer
{
    private void ScanName()
    {
        int position = Start + 1;
        while (IdentifierCharacters.IsAsciiPart(At(position)))
            position++;
        if (At(position) is '\\' or >= '\u0080')
        {
            ScanNameSlowly(Start);
            return;
        }

        End = position;
        Text = _names.Intern(source.AsSpan(Start, End - Start), out Type);
    }

    private void ScanPrivateName()
    {
        int position = Start + 1;
        char next = At(position);
        if (next != '\\' && (position >= source.Length || !IdentifierCharacters.IsStart(IdentifierCharacters.CodePointAt(source, position))))
            throw Error("'#' does not start a comment in JavaScript; write // before the comment", Start);

        ScanNameSlowly(position);
        Type = TokenType.PrivateName;
    }

    // Names with escapes or characters outside ASCII.
    private void ScanNameSlowly(int first)
    {
        int position = first;
        bool usesBuffer = false;
        while (position < source.Length)
        {
            char c = source[position];
            if (c == '\\')
            {
                if (!usesBuffer)
                {
                    _buffer.Clear();
                    _buffer.Append(source.AsSpan(first, position - first));
                    usesBuffer = true;
                }

                int escape = position;
                int codePoint = ReadNameEscape(ref position);
                if (!(escape == first ? IdentifierCharacters.IsStart(codePoint) : IdentifierCharacters.IsPart(codePoint)))
                    throw Error("This escape does not stand for a character that a name may contain here", escape);
                _buffer.AppendCodePoint(codePoint);
            }
            else
            {
                int codePoint = IdentifierCharacters.CodePointAt(source, position);
                if (!(position == first ? IdentifierCharacters.IsStart(codePoint) : IdentifierCharacters.IsPart(codePoint)))
                    break;
                if (usesBuffer)
                    _buffer.AppendCodePoint(codePoint);
                position += IdentifierCharacters.Length(codePoint);
            }
        }

        if (position == first)
            throw UnexpectedCharacter(first);

        End = position;
        HasEscape = usesBuffer;
        Text = _names.Intern(usesBuffer ? _buffer.Span : source.AsSpan(first, position - first), out Type);
        if (HasEscape)
            Type = Type >= TokenType.Async ? TokenType.Identifier : TokenType.EscapedReservedWord;
    }

    private int ReadNameEscape(ref int position)
    {
        int escape = position;
        if (At(position + 1) != 'u')
            throw Error("A backslash may stand in a name only as \\uXXXX or \\u{X}", escape);
        position += 2;
        int codePoint = ReadUnicodeEscape(ref position);
        return codePoint >= 0 ? codePoint : throw Error(InvalidUnicodeEscape, escape);
    }

    private SyntaxErrorException UnexpectedCharacter(int position)
    {
        int codePoint = IdentifierCharacters.CodePointAt(source, position);
        string what = codePoint switch
        {
            '@' => "'@': decorators are not supported",
            0x201C or 0x201D or 0x2018 or 0x2019 => $"'{(char)codePoint}': strings are written with straight quotes, \"…\" or '…'",
            0x2013 or 0x2014 or 0x2212 => $"'{(char)codePoint}': the minus sign is '-'",
            0x00D7 => "'×': multiplication is written '*'",
            0x2264 => "'≤': write '<='",
            0x2265 => "'≥': write '>='",
            0x2260 => "'≠': write '!=='",
            < 0x20 or 0x7F or (>= 0xD800 and <= 0xDFFF) => string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"'{char.ConvertFromUtf32(codePoint)}' (U+{codePoint:X4})"),
        };
        return Error($"Unexpected character {what}", position);
    }
}
