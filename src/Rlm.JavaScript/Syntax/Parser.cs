using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>
/// A recursive-descent parser for strict scripts, with all early errors. It reads each token once; arrow functions and
/// destructuring assignments are read as expressions and converted when <c>=&gt;</c> or <c>=</c> shows what they are.
/// </summary>
/// <seealso href="https://tc39.es/ecma262/#sec-ecmascript-language-expressions"/>
internal sealed partial class Parser
{
    // What a node costs on average, with the array slot that refers to it.
    private const int NodeSize = 64;

    private readonly string _source;
    private readonly SourceText _text;
    private readonly ParserOptions _options;
    private readonly Meter _meter;
    private readonly Lexer _lexer;
    private readonly DeclarationScopes _scopes;

    private int _depth;
    private int[] _openBrackets = new int[32];
    private int _openBracketCount;

    // Errors of expressions that stand unless the expression turns out to be a pattern: {a = 1} and two __proto__.
    private int _pendingInitializer = -1;
    private int _pendingPrototype = -1;

    private Parser(string source, ParserOptions options, Meter meter)
    {
        _source = source;
        _text = new SourceText(source);
        _options = options;
        _meter = meter;
        _lexer = new Lexer(source, meter);
        _scopes = new DeclarationScopes(_text, meter);
    }

    /// <summary>Parses the text of one turn as a strict script.</summary>
    /// <exception cref="SyntaxErrorException">The text is not a script; found at the first error.</exception>
    /// <exception cref="ExecutionStoppedException">The meter stopped the parser.</exception>
    public static Script Parse(string source, ParserOptions options, Meter meter) => new Parser(source, options, meter).ParseScript();

    private Script ParseScript()
    {
        _context = (_options.AllowTopLevelAwait ? FunctionContext.Await | FunctionContext.AwaitReserved | FunctionContext.TopLevel : FunctionContext.None)
            | (_options.AllowTopLevelReturn ? FunctionContext.Return : FunctionContext.None);
        _scopes.EnterFunction();
        _lexer.Next();
        ListBuilder<Statement> body = default;
        while (_lexer.Type != TokenType.EndOfInput)
            body.Add(ParseStatementListItem(isTopLevel: true));
        _scopes.Leave();
        return new Script(body.ToArray()) { End = _source.Length, HasTopLevelAwait = _hasTopLevelAwait };
    }

    private void Next()
    {
        switch (_lexer.Type)
        {
            case TokenType.LeftParen or TokenType.LeftBracket or TokenType.LeftBrace:
                PushBracket(_lexer.Start);
                break;
            case TokenType.RightParen or TokenType.RightBracket or TokenType.RightBrace:
                _openBracketCount--;
                break;
        }

        _lexer.Next();
    }

    private void PushBracket(int position)
    {
        if (_openBracketCount == _openBrackets.Length)
            Array.Resize(ref _openBrackets, _openBracketCount * 2);
        _openBrackets[_openBracketCount++] = position;
    }

    private bool TryTake(TokenType type)
    {
        if (_lexer.Type != type)
            return false;
        Next();
        return true;
    }

    private void Expect(TokenType type)
    {
        if (_lexer.Type != type)
            throw Expected(type);
        Next();
    }

    /// <seealso href="https://tc39.es/ecma262/#sec-automatic-semicolon-insertion"/>
    private void ExpectSemicolon()
    {
        if (TryTake(TokenType.Semicolon))
            return;
        if (_lexer.Type is not (TokenType.RightBrace or TokenType.EndOfInput) && !_lexer.NewlineBefore)
            throw UnexpectedAfterStatement();
    }

    // A keyword written with escapes has another type, so it is never taken for one here.
    private bool Is(TokenType type) => _lexer.Type == type;

    private bool IsIdentifier => _lexer.Type >= TokenType.Async;

    private bool IsIdentifierName => _lexer.Type >= TokenType.In;

    private T Finish<T>(T node) where T : Node
    {
        node.End = _lexer.PreviousEnd;
        _meter.Allocate(NodeSize);
        return node;
    }

    // Every construct that may hold itself is counted, so that neither this parser nor a walker of its tree runs out of stack.
    private void Enter()
    {
        if (++_depth > _options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooDeep();
    }

    private void Leave() => _depth--;

    private LexerMark Mark() => new(_lexer.Save(), _openBracketCount, _depth);

    private void Reset(in LexerMark mark)
    {
        _lexer.Restore(mark.State);
        _openBracketCount = mark.OpenBrackets;
        _depth = mark.Depth;
    }

    private readonly record struct LexerMark(LexerState State, int OpenBrackets, int Depth);
}
