using System.Buffers;
using System.Globalization;
using System.Numerics;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>
/// Cuts the source into tokens, one at a time: the current token is in the fields. Whether a slash divides or opens
/// a regular expression, and where a template goes on, only the parser knows: it asks for <see cref="ScanRegExp"/>
/// and <see cref="ScanTemplateChunk"/>.
/// </summary>
/// <seealso href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar"/>
internal sealed partial class Lexer(string source, Meter meter)
{
    // Work is reported in portions of this many characters where one token is long.
    private const int LongPortion = 1 << 16;
    private const int CharactersPerUnit = 16;

    private static readonly SearchValues<char> LineTerminators = SearchValues.Create("\n\r\u2028\u2029");

    private readonly IdentifierTable _names = new(meter);

    /// <summary>The kind of the current token.</summary>
    public TokenType Type;
    public int Start;

    /// <summary>The offset after the current token, where the next one is looked for.</summary>
    public int End;

    /// <summary>Whether a line break stands between the token before and the current one.</summary>
    public bool NewlineBefore;

    /// <summary>The name of an identifier, keyword or private name, or the value of a string.</summary>
    public string Text = "";

    public double Number;
    public BigInteger BigInteger;

    /// <summary>Whether an identifier or string is written with an escape.</summary>
    public bool HasEscape;

    public int PreviousStart;
    public int PreviousEnd;

    public void Next()
    {
        PreviousStart = Start;
        PreviousEnd = End;
        Start = SkipTrivia(End, out NewlineBefore);
        HasEscape = false;
        if (Start < source.Length)
        {
            Scan(source[Start]);
        }
        else
        {
            Type = TokenType.EndOfInput;
            End = source.Length;
        }

        meter.Work(1 + (End - PreviousEnd) / CharactersPerUnit);
    }

    /// <summary>The character at which the token after the current one begins, or NUL at the end.</summary>
    public char PeekCharacter(out bool newlineBefore)
    {
        int position = SkipTrivia(End, out newlineBefore);
        return At(position);
    }

    /// <summary>Whether the next token begins an identifier or keyword.</summary>
    public bool PeekIsName(out bool newlineBefore)
    {
        int position = SkipTrivia(End, out newlineBefore);
        return position < source.Length && (source[position] == '\\' || IdentifierCharacters.IsStart(IdentifierCharacters.CodePointAt(source, position)));
    }

    /// <summary>Whether the next token is the given word, without escapes.</summary>
    public bool PeekIsWord(string word, out bool newlineBefore)
    {
        int position = SkipTrivia(End, out newlineBefore);
        return string.CompareOrdinal(source, position, word, 0, word.Length) == 0
            && !IdentifierCharacters.IsAsciiPart(At(position + word.Length)) && At(position + word.Length) is not ('\\' or >= '\u0080');
    }

    public LexerState Save() => new(Type, Start, End, NewlineBefore, Text, Number, HasEscape, PreviousStart, PreviousEnd);

    public void Restore(in LexerState state) =>
        (Type, Start, End, NewlineBefore, Text, Number, HasEscape, PreviousStart, PreviousEnd) = state;

    /// <summary>Cuts a token that begins with &gt; after that character, for closing type arguments.</summary>
    public void SplitGreater()
    {
        Type = TokenType.Greater;
        End = Start + 1;
    }

    private char At(int position) => (uint)position < (uint)source.Length ? source[position] : '\0';

    private int SkipTrivia(int position, out bool newline)
    {
        newline = false;
        while (position < source.Length)
        {
            char c = source[position];
            switch (c)
            {
                case ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF':
                    position++;
                    break;
                case '\n' or '\r' or '\u2028' or '\u2029':
                    newline = true;
                    position++;
                    break;
                case '/' when At(position + 1) == '/':
                    position = EndOfLine(position);
                    break;
                case '/' when At(position + 1) == '*':
                    position = EndOfComment(position, ref newline);
                    break;
                case '#' when position == 0 && At(1) == '!':
                    position = EndOfLine(position);
                    break;
                default:
                    if (c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.SpaceSeparator)
                        return position;
                    position++;
                    break;
            }

            if (position % LongPortion == 0)
                meter.Work(LongPortion / CharactersPerUnit);
        }

        return position;
    }

    private int EndOfLine(int position)
    {
        int length = source.AsSpan(position).IndexOfAny(LineTerminators);
        return length < 0 ? source.Length : position + length;
    }

    private int EndOfComment(int position, ref bool newline)
    {
        ReadOnlySpan<char> body = source.AsSpan(position + 2);
        int length = body.IndexOf("*/", StringComparison.Ordinal);
        if (length < 0)
            throw Error("This comment is never closed: '*/' is missing", position);
        newline |= body[..length].ContainsAny(LineTerminators);
        return position + length + 4;
    }

    private void Scan(char c)
    {
        if (IdentifierCharacters.IsAsciiStart(c))
        {
            ScanName();
            return;
        }

        switch (c)
        {
            case '"' or '\'':
                ScanString(c);
                break;
            case '`':
                Take(TokenType.Template, 1);
                break;
            case >= '0' and <= '9':
                ScanNumber();
                break;
            case '.':
                ScanDot();
                break;
            case '#':
                ScanPrivateName();
                break;
            case '\\' or >= '\u0080':
                ScanNameSlowly(Start);
                break;
            default:
                ScanPunctuator(c);
                break;
        }
    }

    private void Take(TokenType type, int length)
    {
        Type = type;
        End = Start + length;
    }

    private void ScanDot()
    {
        char next = At(Start + 1);
        if (char.IsAsciiDigit(next))
            ScanNumber();
        else if (next == '.' && At(Start + 2) == '.')
            Take(TokenType.Ellipsis, 3);
        else
            Take(TokenType.Dot, 1);
    }

    private void ScanPunctuator(char c)
    {
        char next = At(Start + 1);
        switch (c)
        {
            case '(': Take(TokenType.LeftParen, 1); break;
            case ')': Take(TokenType.RightParen, 1); break;
            case '[': Take(TokenType.LeftBracket, 1); break;
            case ']': Take(TokenType.RightBracket, 1); break;
            case '{': Take(TokenType.LeftBrace, 1); break;
            case '}': Take(TokenType.RightBrace, 1); break;
            case ';': Take(TokenType.Semicolon, 1); break;
            case ',': Take(TokenType.Comma, 1); break;
            case ':': Take(TokenType.Colon, 1); break;
            case '~': Take(TokenType.BitwiseNot, 1); break;
            case '=': ScanEquals(next); break;
            case '!': ScanNot(next); break;
            case '+': ScanRepeatable(next, c, TokenType.Add, TokenType.Increment, TokenType.AddAssign); break;
            case '-': ScanRepeatable(next, c, TokenType.Subtract, TokenType.Decrement, TokenType.SubtractAssign); break;
            case '*': ScanDoubled(next, c, TokenType.Multiply, TokenType.MultiplyAssign, TokenType.Exponentiate, TokenType.ExponentiateAssign); break;
            case '&': ScanDoubled(next, c, TokenType.BitwiseAnd, TokenType.BitwiseAndAssign, TokenType.And, TokenType.AndAssign); break;
            case '|': ScanDoubled(next, c, TokenType.BitwiseOr, TokenType.BitwiseOrAssign, TokenType.Or, TokenType.OrAssign); break;
            case '/': ScanAssignable(next, TokenType.Divide, TokenType.DivideAssign); break;
            case '%': ScanAssignable(next, TokenType.Remainder, TokenType.RemainderAssign); break;
            case '^': ScanAssignable(next, TokenType.BitwiseXor, TokenType.BitwiseXorAssign); break;
            case '<': ScanLess(next); break;
            case '>': ScanGreater(next); break;
            case '?': ScanQuestion(next); break;
            default: throw UnexpectedCharacter(Start);
        }
    }

    private void ScanAssignable(char next, TokenType plain, TokenType assign)
    {
        if (next == '=')
            Take(assign, 2);
        else
            Take(plain, 1);
    }

    private void ScanRepeatable(char next, char self, TokenType plain, TokenType doubled, TokenType assign)
    {
        if (next == self)
            Take(doubled, 2);
        else
            ScanAssignable(next, plain, assign);
    }

    private void ScanDoubled(char next, char self, TokenType plain, TokenType assign, TokenType doubled, TokenType doubledAssign)
    {
        if (next != self)
            ScanAssignable(next, plain, assign);
        else if (At(Start + 2) == '=')
            Take(doubledAssign, 3);
        else
            Take(doubled, 2);
    }

    private void ScanEquals(char next)
    {
        if (next == '>')
            Take(TokenType.Arrow, 2);
        else if (next != '=')
            Take(TokenType.Assign, 1);
        else if (At(Start + 2) == '=')
            Take(TokenType.StrictEqual, 3);
        else
            Take(TokenType.Equal, 2);
    }

    private void ScanNot(char next)
    {
        if (next != '=')
            Take(TokenType.Not, 1);
        else if (At(Start + 2) == '=')
            Take(TokenType.StrictNotEqual, 3);
        else
            Take(TokenType.NotEqual, 2);
    }

    private void ScanLess(char next)
    {
        if (next != '<')
            ScanAssignable(next, TokenType.Less, TokenType.LessOrEqual);
        else if (At(Start + 2) == '=')
            Take(TokenType.ShiftLeftAssign, 3);
        else
            Take(TokenType.ShiftLeft, 2);
    }

    private void ScanGreater(char next)
    {
        if (next != '>')
            ScanAssignable(next, TokenType.Greater, TokenType.GreaterOrEqual);
        else if (At(Start + 2) == '=')
            Take(TokenType.ShiftRightAssign, 3);
        else if (At(Start + 2) != '>')
            Take(TokenType.ShiftRight, 2);
        else if (At(Start + 3) == '=')
            Take(TokenType.ShiftRightUnsignedAssign, 4);
        else
            Take(TokenType.ShiftRightUnsigned, 3);
    }

    private void ScanQuestion(char next)
    {
        if (next == '?')
            Take(At(Start + 2) == '=' ? TokenType.CoalesceAssign : TokenType.Coalesce, At(Start + 2) == '=' ? 3 : 2);
        else if (next == '.' && !char.IsAsciiDigit(At(Start + 2)))
            Take(TokenType.QuestionDot, 2);
        else
            Take(TokenType.Question, 1);
    }

    private static SyntaxErrorException Error(string message, int position) => new(message, position);
}

/// <summary>A current token to come back to.</summary>
internal readonly record struct LexerState(
    TokenType Type, int Start, int End, bool NewlineBefore, string Text, double Number, bool HasEscape, int PreviousStart, int PreviousEnd);
