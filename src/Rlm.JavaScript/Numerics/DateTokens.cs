namespace Rlm.JavaScript.Numerics;

internal enum DateTokenKind
{
    End,
    WhiteSpace,
    Number,
    Word,
    Symbol,

    /// <summary>A text in parentheses, which says nothing.</summary>
    Comment,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a number: its value, of which only nine digits count. Of a symbol: the character.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Start">Where the token starts in the text.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value, int Length, int Start)
{
    public bool IsSymbol(char c) => Kind == DateTokenKind.Symbol && Value == c;

    public bool IsSign => IsSymbol('+') || IsSymbol('-');
}

/// <summary>Splits the text of a date into numbers, words and signs; one token can be looked at ahead.</summary>
internal ref struct DateTokens
{
    private const int DecisiveDigits = 9;

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public DateTokens(ReadOnlySpan<char> text)
    {
        _text = text;
        Peek = Scan();
    }

    public DateToken Peek { get; private set; }

    public readonly ReadOnlySpan<char> Text(DateToken token) => _text.Slice(token.Start, token.Length);

    public DateToken Next()
    {
        var token = Peek;
        Peek = Scan();
        return token;
    }

    public bool TrySkip(char symbol)
    {
        if (!Peek.IsSymbol(symbol))
            return false;
        Next();
        return true;
    }

    private DateToken Scan()
    {
        var start = _position;
        if (start == _text.Length)
            return new DateToken(DateTokenKind.End, 0, 0, start);

        var c = _text[start];
        if (char.IsAsciiDigit(c))
            return ScanNumber(start);
        if (NumberParsing.IsWhiteSpace(c))
        {
            while (_position < _text.Length && NumberParsing.IsWhiteSpace(_text[_position]))
                _position++;
            return new DateToken(DateTokenKind.WhiteSpace, 0, _position - start, start);
        }

        if (c >= 'A')
        {
            while (_position < _text.Length && _text[_position] >= 'A' && !NumberParsing.IsWhiteSpace(_text[_position]))
                _position++;
            return new DateToken(DateTokenKind.Word, 0, _position - start, start);
        }

        if (c == '(')
        {
            SkipComment();
            return new DateToken(DateTokenKind.Comment, 0, _position - start, start);
        }

        _position++;
        return new DateToken(DateTokenKind.Symbol, c, 1, start);
    }

    private DateToken ScanNumber(int start)
    {
        while (_position < _text.Length && _text[_position] == '0')
            _position++;
        var value = 0;
        for (var digits = 0; _position < _text.Length && char.IsAsciiDigit(_text[_position]); digits++, _position++)
        {
            if (digits < DecisiveDigits)
                value = (value * 10) + (_text[_position] - '0');
        }

        return new DateToken(DateTokenKind.Number, value, _position - start, start);
    }

    private void SkipComment()
    {
        var depth = 0;
        do
        {
            if (_text[_position] == '(')
                depth++;
            else if (_text[_position] == ')')
                depth--;
            _position++;
        }
        while (depth > 0 && _position < _text.Length);
    }
}
