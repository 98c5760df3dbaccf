using System.Globalization;

namespace Rlm.JavaScript.Syntax;

/// <summary>The texts of errors. Their reader is a language model that has to correct its code.</summary>
internal sealed partial class Parser
{
    private const int MaxQuote = 40;

    private const string ImportMessage =
        "'import' is not supported: there are no modules here; use the built-in functions and the variables that are already there";

    private const string ExportMessage = "'export' is not supported: names declared at top level stay available in later turns";

    private const string ComprehensionMessage =
        "JavaScript has no list comprehensions; write xs.filter(x => condition).map(x => value)";

    private const string SliceMessage = "JavaScript has no slices x[a:b]; write x.slice(a, b)";

    internal static string Shorten(string text) => text.Length <= MaxQuote ? text : $"{text.AsSpan(0, MaxQuote)}…";

    private SyntaxErrorException Error(string message) => new(message, _lexer.Start);

    private SyntaxErrorException TooDeep() =>
        Error("The code is nested too deeply; use variables and functions for the inner parts");

    private SyntaxErrorException Expected(TokenType type) => Expected(type, $"'{Spelling(type)}'");

    // A closing bracket, or something that may stand in its place.
    private SyntaxErrorException Expected(TokenType type, string what)
    {
        bool closes = type is TokenType.RightBrace or TokenType.RightBracket or TokenType.RightParen && _openBracketCount > 0;
        return closes && _lexer.Type != TokenType.EndOfInput
            ? WithHint($"Expected {what} to close '{Bracket}' from line {Line(_openBrackets[_openBracketCount - 1])}, found {DescribeToken()}")
            : Expected(what);
    }

    private SyntaxErrorException Expected(string what) =>
        _lexer.Type == TokenType.EndOfInput ? UnexpectedEnd(what) : WithHint($"Expected {what}, found {DescribeToken()}");

    private SyntaxErrorException Unexpected() => _lexer.Type switch
    {
        TokenType.EndOfInput => UnexpectedEnd("an expression"),
        TokenType.EscapedReservedWord => Error($"The reserved word '{Shorten(_lexer.Text)}' must not be written with escapes"),
        TokenType.Import => Error(ImportMessage),
        TokenType.Export => Error(ExportMessage),
        >= TokenType.Let and < TokenType.EscapedReservedWord => Error($"'{_lexer.Text}' is a reserved word and cannot be a name or an expression here"),
        TokenType.RightBrace or TokenType.RightParen or TokenType.RightBracket when _openBracketCount == 0 =>
            Error($"Unexpected '{Spelling(_lexer.Type)}': no bracket is open that it could close"),
        _ => WithHint($"Unexpected {DescribeToken()}; expected an expression"),
    };

    private SyntaxErrorException UnexpectedAfterStatement() => _lexer.Type switch
    {
        TokenType.RightParen or TokenType.RightBracket when _openBracketCount == 0 => Unexpected(),
        TokenType.Await => AwaitOutsideAsync(),
        _ => WithHint($"Unexpected {DescribeToken()} after {DescribePrevious()}; expected an operator, ';' or a new line"),
    };

    private SyntaxErrorException UnexpectedEnd(string what) =>
        _openBracketCount > 0
            ? Error($"The code ends too early: '{Bracket}' from line {Line(_openBrackets[_openBracketCount - 1])} is never closed (expected {what})")
            : Error($"The code ends too early: expected {what}");

    private SyntaxErrorException BindingExpected() =>
        _lexer.Type switch
        {
            TokenType.EndOfInput => UnexpectedEnd("a name"),
            >= TokenType.In => Error($"'{Shorten(_lexer.Text)}' is a reserved word and cannot be a name; choose another"),
            _ => Expected("a name"),
        };

    private SyntaxErrorException AwaitOutsideAsync() =>
        Error(Has(FunctionContext.Parameters)
            ? "'await' is not allowed in parameters"
            : "'await' may stand only in async functions; write 'async' before the function that holds it");

    private static SyntaxErrorException InvalidTarget(Expression expression)
    {
        string what = expression switch
        {
            ChainExpression => "the result of a call",
            StringLiteral or NumberLiteral or BooleanLiteral or NullLiteral or TemplateLiteral => "a literal value",
            BinaryExpression or LogicalExpression or UnaryExpression or ConditionalExpression => "the result of an operator (a comparison is written '===')",
            ThisExpression => "'this'",
            FunctionExpression or ClassExpression => "a function or class",
            ObjectLiteral or ArrayLiteral => "a literal with this operator",
            _ => "this expression",
        };
        return new SyntaxErrorException($"Cannot assign to {what}; only variables, members and patterns can be assigned to", expression.Start);
    }

    private SyntaxErrorException WithHint(string message) => Error(FindHint() is { } hint ? $"{message}. {hint}" : message);

    private char Bracket => _source[_openBrackets[_openBracketCount - 1]];

    private string Line(int position) => _text.LineAt(position).ToString(CultureInfo.InvariantCulture);

    private string DescribeToken() => _lexer.Type switch
    {
        TokenType.EndOfInput => "the end of the code",
        TokenType.String => $"the string {Quote(_lexer.Start, _lexer.End)}",
        TokenType.Number or TokenType.BigInt => $"the number {Quote(_lexer.Start, _lexer.End)}",
        TokenType.Template => "a template",
        _ => $"'{Quote(_lexer.Start, _lexer.End)}'",
    };

    private string DescribePrevious() => _lexer.PreviousEnd > _lexer.PreviousStart ? $"'{Quote(_lexer.PreviousStart, _lexer.PreviousEnd)}'" : "this";

    private string Quote(int start, int end) =>
        end - start <= MaxQuote ? _source[start..end] : $"{_source.AsSpan(start, MaxQuote)}…";

    private static string Spelling(TokenType type) => type switch
    {
        TokenType.LeftBrace => "{",
        TokenType.RightBrace => "}",
        TokenType.LeftParen => "(",
        TokenType.RightParen => ")",
        TokenType.LeftBracket => "[",
        TokenType.RightBracket => "]",
        TokenType.Semicolon => ";",
        TokenType.Comma => ",",
        TokenType.Colon => ":",
        TokenType.Assign => "=",
        TokenType.Arrow => "=>",
        _ => type.ToString().ToLowerInvariant(),
    };
}
