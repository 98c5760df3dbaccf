namespace Rlm.JavaScript.Syntax;

/// <summary>Recognises habits of other languages at the place of an error and names the JavaScript form.</summary>
internal sealed partial class Parser
{
    private const int MaxLineLookBack = 200;

    private const string BlockHint = "A block is written { … }, without ':' and indentation";

    private string? FindHint()
    {
        ReadOnlySpan<char> previous = _source.AsSpan(_lexer.PreviousStart, Math.Max(0, _lexer.PreviousEnd - _lexer.PreviousStart));
        bool sameLine = !_lexer.NewlineBefore;
        bool isAdjacent = _lexer.Start == _lexer.PreviousEnd;
        return _lexer.Type switch
        {
            TokenType.String or TokenType.Template when isAdjacent => HintBeforeString(previous),
            TokenType.PrivateName => "A comment begins with //, not with #",
            TokenType.Colon => HintAtColon(previous),
            TokenType.For when sameLine => ComprehensionMessage,
            TokenType.If when sameLine => "A conditional value is written: condition ? value : other",
            TokenType.Not when sameLine => "Not equal is written a !== b",
            TokenType.Assign when isAdjacent && previous is ":" => "An assignment is written =, not :=",
            TokenType.Greater when isAdjacent && previous is "<" => "Not equal is written !==, not <>",
            TokenType.Greater when isAdjacent && previous is "-" => "An arrow function is written (a) => value, not ->",
            TokenType.LeftBrace or TokenType.LeftParen => HintAfterWord(previous) ?? HintAfterWord(FirstWordOfLine()) ?? HintAtBody(previous),
            _ when sameLine => HintAfterWord(previous) ?? HintAtWord(),
            _ => null,
        };
    }

    private string? HintBeforeString(ReadOnlySpan<char> previous) => previous switch
    {
        "f" or "F" or "fr" or "rf" or "$" => "Text with values in it is a template: `text ${value}`",
        "r" or "R" or "b" or "u" or "br" or "rb" => "Strings have no prefix; raw text is String.raw`…`",
        "\"\"" or "''" => "JavaScript has no triple quotes; write text over several lines as a template: `…`",
        "print" or "echo" or "puts" => "Functions are called with parentheses: print(x)",
        _ => null,
    };

    private string? HintAtColon(ReadOnlySpan<char> previous)
    {
        if (previous is "[")
            return SliceMessage;
        if (previous is "else" or "try" or "finally" or "do" || IsBlockKeyword(FirstWordOfLine()))
            return BlockHint;
        if (_openBracketCount == 0)
            return null;
        return Bracket switch
        {
            '{' => "An object at the start of a statement stands in parentheses: ({ key: value })",
            '(' => "There are no named arguments; pass an object: f({ name: value })",
            '[' => "Keys and values are written in braces: { key: value }",
            _ => null,
        };
    }

    private string? HintAtBody(ReadOnlySpan<char> previous) =>
        _lexer.Type == TokenType.LeftBrace && previous is ")" ? "A function is written: function name(parameters) { … }" : null;

    // The word with which the line of the error begins, as far as it is near.
    private ReadOnlySpan<char> FirstWordOfLine()
    {
        ReadOnlySpan<char> line = _source.AsSpan(Math.Max(0, _lexer.Start - MaxLineLookBack), Math.Min(_lexer.Start, MaxLineLookBack));
        line = line[(line.LastIndexOfAny('\n', '\r') + 1)..].TrimStart("} \t");
        int length = 0;
        while (length < line.Length && IdentifierCharacters.IsAsciiPart(line[length]))
            length++;
        return line[..length];
    }

    private static bool IsBlockKeyword(ReadOnlySpan<char> word) =>
        word is "if" or "elif" or "else" or "for" or "while" or "def" or "class" or "try" or "except" or "finally" or "with" or "match";

    private string? HintAfterWord(ReadOnlySpan<char> previous) => previous switch
    {
        "def" or "fn" or "func" or "fun" or "sub" => "A function is written: function name(parameters) { … }",
        "elif" or "elsif" or "elseif" => "Write: else if (condition) { … }",
        "not" => "Negation is written !x; 'not in' is !xs.includes(x) or !(key in object)",
        "lambda" => "A lambda is written: (x) => value",
        "print" or "echo" or "puts" => "Functions are called with parentheses: print(x)",
        "raise" => "Write: throw new Error(message)",
        "except" => "Write: catch (error) { … }",
        "from" => ImportMessage,
        "del" => "Write: delete object.key, or array.splice(index, 1)",
        "assert" => "Write: if (!condition) throw new Error(message)",
        "global" or "nonlocal" => "Variables of the code around need no declaration; assign to them directly",
        "mut" or "val" or "int" or "float" or "double" or "long" or "string" or "bool" or "boolean" or "char" or "auto" =>
            "Variables are declared with let or const, without a type in front",
        "for" => "Write: for (const x of xs) { … }, or for (let i = 0; i < n; i++) { … }",
        "if" or "while" or "switch" => "The condition stands in parentheses and the body in braces",
        "catch" => "'catch' must follow the block of a 'try' directly",
        "foreach" => "Write: for (const x of xs) { … }",
        "unless" => "Write: if (!condition) { … }",
        "using" => "Write: const x = value; try { … } finally { … }",
        "class" => "A class is written: class Name extends Base { … }",
        _ => null,
    };

    private string? HintAtWord() => _lexer.Type < TokenType.In ? null : _lexer.Text switch
    {
        "and" => "'and' is written &&",
        "or" => "'or' is written ||",
        "not" => "'not' is written !, and 'not in' is !xs.includes(x)",
        "is" => "'is' is written ===, and 'is not' is !==",
        "elif" => "Write: else if (condition) { … }",
        "except" => "Write: catch (error) { … }",
        "then" => "A block is written { … }",
        "xor" => "'xor' is written !==",
        "mod" => "'mod' is written %",
        "div" => "Integer division is Math.floor(a / b)",
        "if" => "A conditional value is written: condition ? value : other",
        "as" or "satisfies" => "Types are not supported here",
        "catch" or "finally" => $"'{_lexer.Text}' must follow the block of a 'try' directly",
        "else" => "'else' must follow the statement of an 'if' directly",
        _ => null,
    };
}
