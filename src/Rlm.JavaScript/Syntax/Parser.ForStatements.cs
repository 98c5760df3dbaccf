namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-for-in-and-for-of-statements"/>
internal sealed partial class Parser
{
    private Statement ParseFor()
    {
        int start = _lexer.Start;
        Next();
        bool isAwait = Is(TokenType.Await);
        if (isAwait)
        {
            if (!Has(FunctionContext.Await))
                throw Error("'for await' may stand only in an async function; write 'async' before the function");
            if (Has(FunctionContext.StaticBlock))
                throw Error("'await' is not allowed in a static block");
            _hasTopLevelAwait |= Has(FunctionContext.TopLevel);
            Next();
        }

        if (_lexer.Type != TokenType.LeftParen)
            throw Expected("'(' after 'for'");
        Next();
        _scopes.EnterBlock();
        Statement statement = ParseForHead(start, isAwait);
        _scopes.Leave();
        return statement;
    }

    private Statement ParseForHead(int start, bool isAwait)
    {
        int initializerStart = _lexer.Start;
        switch (_lexer.Type)
        {
            case TokenType.Semicolon when !isAwait:
                return ParseForRest(start, initializer: null);
            case TokenType.Var:
                return ParseForDeclaration(start, VariableKind.Var, isAwait);
            case TokenType.Let:
                return ParseForDeclaration(start, VariableKind.Let, isAwait);
            case TokenType.Const:
                return ParseForDeclaration(start, VariableKind.Const, isAwait);
        }

        bool beginsWithAsync = Is(TokenType.Async);
        _pendingInitializer = _pendingPrototype = -1;
        Expression initializer = ParseExpression(ExpressionContext.NoIn | ExpressionContext.Cover);
        if (!isAwait && _lexer.Type is TokenType.In || Is(TokenType.Of))
        {
            if (beginsWithAsync && !isAwait && Is(TokenType.Of) && initializer is Identifier { IsParenthesized: false, Name: "async" })
                throw new SyntaxErrorException("'for (async of' is not allowed; rename the variable", initializerStart);
            _pendingInitializer = _pendingPrototype = -1;
            return ParseForEachRest(start, ToTarget(initializer, isBinding: false), isAwait);
        }

        RejectPending();
        return isAwait ? throw Expected("'of' in 'for await'") : ParseForRest(start, initializer);
    }

    private Statement ParseForDeclaration(int start, VariableKind kind, bool isAwait)
    {
        VariableDeclaration declaration = ParseVariableDeclaration(kind, ExpressionContext.NoIn, isForHead: true);
        bool isOf = Is(TokenType.Of);
        if (!isOf && _lexer.Type != TokenType.In)
        {
            if (isAwait)
                throw Expected("'of' in 'for await'");
            foreach (VariableDeclarator declarator in declaration.Declarators)
                CheckInitializer(kind, declarator);
            return ParseForRest(start, declaration);
        }

        if (declaration.Declarators.Count != 1)
            throw new SyntaxErrorException("A for-in or for-of loop declares one variable; use [a, b] or {a, b} to take an item apart", declaration.Start);
        if (declaration.Declarators[0].Initializer is not null)
            throw new SyntaxErrorException("The variable of a for-in or for-of loop has no initial value", declaration.Start);
        if (isOf && kind == VariableKind.Var)
            ForEachName(declaration.Declarators[0].Target, static (parser, name, position) => parser._scopes.CheckForOfVar(name, position));
        return ParseForEachRest(start, declaration, isAwait);
    }

    private ForEachStatement ParseForEachRest(int start, Node left, bool isAwait)
    {
        ForEachKind kind = Is(TokenType.Of) ? isAwait ? ForEachKind.AwaitOf : ForEachKind.Of : ForEachKind.In;
        if (isAwait && kind == ForEachKind.In)
            throw Expected("'of' in 'for await'");
        Next();
        Expression right = kind == ForEachKind.In ? ParseExpression() : ParseAssignment();
        Expect(TokenType.RightParen);
        return Finish(new ForEachStatement(start, kind, left, right, ParseLoopBody()));
    }

    private ForStatement ParseForRest(int start, Node? initializer)
    {
        if (_lexer.Type != TokenType.Semicolon)
            throw Expected("';', 'of' or 'in' in the head of 'for'");
        Next();
        Expression? test = _lexer.Type == TokenType.Semicolon ? null : ParseExpression();
        Expect(TokenType.Semicolon);
        Expression? update = _lexer.Type == TokenType.RightParen ? null : ParseExpression();
        Expect(TokenType.RightParen);
        return Finish(new ForStatement(start, initializer, test, update, ParseLoopBody()));
    }
}
