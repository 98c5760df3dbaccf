namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-ecmascript-language-functions-and-classes"/>
internal sealed partial class Parser
{
    private Statement ParseFunctionDeclaration(int start, bool isAsync, bool isTopLevel)
    {
        Next();
        bool isGenerator = TryTake(TokenType.Multiply);
        int nameStart = _lexer.Start;
        if (!IsIdentifier)
            throw BindingExpected();
        string name = ParseIdentifierText();
        CheckBindingName(name, nameStart);

        var function = new FunctionNode(start, FunctionKind.Normal) { Name = name, IsAsync = isAsync, IsGenerator = isGenerator };
        bool hasBody = ParseFunctionRest(function, FunctionContext.None, mayOmitBody: true);
        if (!hasBody)
            return Finish(new EmptyStatement(start));

        if (isTopLevel)
            _scopes.DeclareTopLevelFunction(name, nameStart);
        else
            _scopes.DeclareLexical(name, nameStart);
        return Finish(new FunctionDeclaration(start, function));
    }

    private FunctionExpression ParseFunctionExpression(int start, bool isAsync)
    {
        Next();
        bool isGenerator = TryTake(TokenType.Multiply);
        var function = new FunctionNode(start, FunctionKind.Normal) { IsAsync = isAsync, IsGenerator = isGenerator };
        if (IsIdentifier)
        {
            // The name belongs to the function itself: await is a fine name unless the function is async.
            FunctionContext outer = _context;
            int outerAwait = _awaitIdentifierPosition;
            _context = isAsync || _options.AllowTopLevelAwait ? FunctionContext.AwaitReserved : FunctionContext.None;
            int nameStart = _lexer.Start;
            function.Name = ParseIdentifierText();
            CheckBindingName(function.Name, nameStart);
            _context = outer;
            _awaitIdentifierPosition = outerAwait;
        }
        else if (_lexer.Type != TokenType.LeftParen && !IsTypeParameterStart)
        {
            throw BindingExpected();
        }

        ParseFunctionRest(function, FunctionContext.None);
        return Finish(new FunctionExpression(start, function));
    }

    private FunctionNode ParseMethod(int start, FunctionKind kind, bool isAsync, bool isGenerator, FunctionContext context)
    {
        var function = new FunctionNode(start, kind) { IsAsync = isAsync, IsGenerator = isGenerator };
        ParseFunctionRest(function, context);
        CheckAccessor(function);
        return function;
    }

    private static void CheckAccessor(FunctionNode function)
    {
        if (function.Kind == FunctionKind.Getter && (function.Parameters.Count != 0 || function.Rest is not null))
            throw new SyntaxErrorException("A getter takes no parameters", function.Start);
        if (function.Kind == FunctionKind.Setter && (function.Parameters.Count != 1 || function.Rest is not null))
            throw new SyntaxErrorException("A setter takes exactly one parameter", function.Start);
    }

    // Parameters and body. False where the body is missing and may be: the signature of an overload in TypeScript.
    private bool ParseFunctionRest(FunctionNode function, FunctionContext context, bool mayOmitBody = false)
    {
        FunctionState state = EnterFunction(
            context | FunctionContext.Return | FunctionContext.NewTarget
            | (function.IsAsync ? FunctionContext.Await | FunctionContext.AwaitReserved : FunctionContext.None)
            | (function.IsGenerator ? FunctionContext.Yield : FunctionContext.None));
        SkipTypeParameters();
        ParseParameters(function);
        SkipDeclaredReturnType();
        bool hasBody = !(mayOmitBody && IsEndOfSignature);
        if (hasBody)
            ParseFunctionBody(function);
        else
            TryTake(TokenType.Semicolon);
        LeaveFunction(state);
        Finish(function);
        return hasBody;
    }

    private void ParseParameters(FunctionNode function)
    {
        if (_lexer.Type != TokenType.LeftParen)
            throw Expected("'(' and the parameters of the function");
        Next();
        _context |= FunctionContext.Parameters;
        SkipThisParameter();
        ListBuilder<PatternElement> parameters = default;
        bool isSimple = true;
        while (_lexer.Type != TokenType.RightParen)
        {
            if (TryTake(TokenType.Ellipsis))
            {
                function.Rest = ParseBindingTarget(BindingKind.Parameter);
                SkipDeclaredType(allowDefinite: false);
                isSimple = false;
                if (_lexer.Type != TokenType.RightParen)
                    throw Expected("')': a rest parameter must be the last one, without a ',' behind it");
                break;
            }

            PatternElement parameter = ParseParameter();
            isSimple &= parameter is { Target: Identifier, DefaultValue: null };
            parameters.Add(parameter);
            if (_lexer.Type != TokenType.RightParen && !TryTake(TokenType.Comma))
                throw Expected(TokenType.RightParen, "',' or ')' in the parameters");
        }

        Next();
        _context &= ~FunctionContext.Parameters;
        function.Parameters = parameters.ToArray();
        function.HasSimpleParameters = isSimple;
    }

    private PatternElement ParseParameter()
    {
        RejectParameterProperty();
        int start = _lexer.Start;
        Node target = ParseBindingTarget(BindingKind.Parameter);
        SkipOptionalMark();
        SkipDeclaredType(allowDefinite: false);
        Expression? defaultValue = TryTake(TokenType.Assign) ? ParseAssignment() : null;
        return Finish(new PatternElement(start, target, defaultValue));
    }

    private void ParseFunctionBody(FunctionNode function)
    {
        if (_lexer.Type != TokenType.LeftBrace)
            throw Expected("'{' and the body of the function");
        Next();
        ListBuilder<Statement> body = default;
        bool inPrologue = true;
        while (_lexer.Type != TokenType.RightBrace)
        {
            if (_lexer.Type == TokenType.EndOfInput)
                throw Expected(TokenType.RightBrace);
            Statement statement = ParseStatementListItem(isTopLevel: true);
            body.Add(statement);
            inPrologue = inPrologue && statement is ExpressionStatement { Expression: StringLiteral { IsParenthesized: false } };
            if (inPrologue && !function.HasSimpleParameters && IsUseStrict(((ExpressionStatement)statement).Expression))
                throw new SyntaxErrorException("'use strict' is not allowed in a function whose parameters have defaults, patterns or '...'", statement.Start);
        }

        Next();
        function.Body = body.ToArray();
    }

    private bool IsUseStrict(Expression literal) =>
        literal.End - literal.Start == "'use strict'".Length && _source.AsSpan(literal.Start + 1).StartsWith("use strict", StringComparison.Ordinal);
}
