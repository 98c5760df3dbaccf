namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-ecmascript-language-statements-and-declarations"/>
internal sealed partial class Parser
{
    // A statement or declaration. At the top of a function or script, functions are declared like vars.
    private Statement ParseStatementListItem(bool isTopLevel = false)
    {
        switch (_lexer.Type)
        {
            case TokenType.Const when !_options.AllowTypeAnnotations || !_lexer.PeekIsWord("enum", out _):
                return ParseVariableStatement(VariableKind.Const);
            case TokenType.Let:
                return ParseVariableStatement(VariableKind.Let);
            case TokenType.Function:
                return ParseFunctionDeclaration(_lexer.Start, isAsync: false, isTopLevel);
            case TokenType.Class:
                return ParseClassDeclaration();
            case TokenType.Async when _lexer.PeekIsWord("function", out bool newline) && !newline:
                int start = _lexer.Start;
                Next();
                return ParseFunctionDeclaration(start, isAsync: true, isTopLevel);
            case TokenType.Interface or TokenType.Identifier or TokenType.Const or TokenType.Enum when TryParseTypeDeclaration() is { } ignored:
                return ignored;
            default:
                return ParseStatement();
        }
    }

    // The body of if, else and loops, where no declaration may stand.
    private Statement ParseSubstatement()
    {
        switch (_lexer.Type)
        {
            case TokenType.Const or TokenType.Let or TokenType.Class or TokenType.Function:
            case TokenType.Async when _lexer.PeekIsWord("function", out bool newline) && !newline:
                throw Error($"A declaration ('{_lexer.Text}') cannot be the whole body of this statement; put it into braces {{ }}");
            default:
                return ParseStatement();
        }
    }

    private Statement ParseStatement()
    {
        Enter();
        Statement statement = _lexer.Type switch
        {
            TokenType.LeftBrace => ParseBlock(),
            TokenType.Semicolon => ParseEmpty(),
            TokenType.Var => ParseVariableStatement(VariableKind.Var),
            TokenType.If => ParseIf(),
            TokenType.For => ParseFor(),
            TokenType.While => ParseWhile(),
            TokenType.Do => ParseDoWhile(),
            TokenType.Continue => ParseContinue(),
            TokenType.Break => ParseBreak(),
            TokenType.Return => ParseReturn(),
            TokenType.Throw => ParseThrow(),
            TokenType.Try => ParseTry(),
            TokenType.Switch => ParseSwitch(),
            TokenType.Debugger => ParseDebugger(),
            TokenType.Import when _lexer.PeekCharacter(out _) is not ('(' or '.') => throw Error(ImportMessage),
            TokenType.Export => throw Error(ExportMessage),
            TokenType.With => throw Error("'with' statements are not allowed; use a variable for the object"),
            >= TokenType.Async when _lexer.PeekCharacter(out _) == ':' => ParseLabeled(),
            _ => ParseExpressionStatement(),
        };
        Leave();
        return statement;
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        int start = _lexer.Start;
        Expression expression = ParseExpression();
        ExpectSemicolon();
        return Finish(new ExpressionStatement(start, expression));
    }

    private EmptyStatement ParseEmpty()
    {
        int start = _lexer.Start;
        Next();
        return Finish(new EmptyStatement(start));
    }

    private EmptyStatement ParseDebugger()
    {
        int start = _lexer.Start;
        Next();
        ExpectSemicolon();
        return Finish(new EmptyStatement(start));
    }

    private BlockStatement ParseBlock()
    {
        int start = _lexer.Start;
        _scopes.EnterBlock();
        Statement[] body = ParseBraces(isTopLevel: false);
        _scopes.Leave();
        return Finish(new BlockStatement(start, body));
    }

    private Statement[] ParseBraces(bool isTopLevel)
    {
        Expect(TokenType.LeftBrace);
        ListBuilder<Statement> body = default;
        while (_lexer.Type != TokenType.RightBrace)
        {
            if (_lexer.Type == TokenType.EndOfInput)
                throw Expected(TokenType.RightBrace);
            body.Add(ParseStatementListItem(isTopLevel));
        }

        Next();
        return body.ToArray();
    }

    private VariableDeclaration ParseVariableStatement(VariableKind kind)
    {
        VariableDeclaration declaration = ParseVariableDeclaration(kind, ExpressionContext.None, isForHead: false);
        ExpectSemicolon();
        declaration.End = _lexer.PreviousEnd;
        return declaration;
    }

    private VariableDeclaration ParseVariableDeclaration(VariableKind kind, ExpressionContext context, bool isForHead)
    {
        int start = _lexer.Start;
        Next();
        ListBuilder<VariableDeclarator> declarators = default;
        do
        {
            int declaratorStart = _lexer.Start;
            Node target = ParseBindingTarget(kind == VariableKind.Var ? BindingKind.Var : BindingKind.Lexical);
            SkipDeclaredType(allowDefinite: true);
            Expression? initializer = TryTake(TokenType.Assign) ? ParseAssignment(context) : null;
            VariableDeclarator declarator = Finish(new VariableDeclarator(declaratorStart, target, initializer));
            if (!isForHead)
                CheckInitializer(kind, declarator);
            declarators.Add(declarator);
        }
        while (TryTake(TokenType.Comma));
        return Finish(new VariableDeclaration(start, kind, declarators.ToArray()));
    }

    private void CheckInitializer(VariableKind kind, VariableDeclarator declarator)
    {
        if (declarator.Initializer is not null || _isAmbient)
            return;
        if (declarator.Target is Pattern)
            throw Expected("'=' and a value: a destructuring declaration needs one");
        if (kind == VariableKind.Const)
            throw Expected("'=' and a value: a const declaration needs one");
    }

    private IfStatement ParseIf()
    {
        int start = _lexer.Start;
        ListBuilder<IfClause> clauses = default;
        Statement? alternate = null;
        while (true)
        {
            Next();
            Expression test = ParseCondition("if");
            clauses.Add(new IfClause(test, ParseSubstatement()));
            if (!TryTake(TokenType.Else))
                break;
            if (_lexer.Type == TokenType.If)
                continue;
            alternate = ParseSubstatement();
            break;
        }

        return Finish(new IfStatement(start, clauses.ToArray(), alternate));
    }

    private Expression ParseCondition(string keyword)
    {
        if (_lexer.Type != TokenType.LeftParen)
            throw Expected($"'(' after '{keyword}': conditions stand in parentheses");
        Next();
        Expression condition = ParseExpression();
        Expect(TokenType.RightParen);
        return condition;
    }

    private WhileStatement ParseWhile()
    {
        int start = _lexer.Start;
        Next();
        Expression test = ParseCondition("while");
        return Finish(new WhileStatement(start, test, ParseLoopBody()));
    }

    private DoWhileStatement ParseDoWhile()
    {
        int start = _lexer.Start;
        Next();
        Statement body = ParseLoopBody();
        if (_lexer.Type != TokenType.While)
            throw Expected("'while' after the body of 'do'");
        Next();
        Expression test = ParseCondition("while");
        // Here a semicolon is inserted even without a line break.
        TryTake(TokenType.Semicolon);
        return Finish(new DoWhileStatement(start, body, test));
    }

    private Statement ParseLoopBody()
    {
        _loops++;
        _breakables++;
        Statement body = ParseSubstatement();
        _loops--;
        _breakables--;
        return body;
    }

    private BreakStatement ParseBreak()
    {
        int start = _lexer.Start;
        Next();
        string? label = ParseJumpLabel(out _);
        if (label is null && _breakables == 0)
            throw new SyntaxErrorException("'break' may stand only in a loop or switch", start);
        ExpectSemicolon();
        return Finish(new BreakStatement(start, label));
    }

    private ContinueStatement ParseContinue()
    {
        int start = _lexer.Start;
        Next();
        string? label = ParseJumpLabel(out bool labelsLoop);
        if (_loops == 0)
            throw new SyntaxErrorException("'continue' may stand only in a loop; in a callback write 'return'", start);
        if (label is not null && !labelsLoop)
            throw new SyntaxErrorException($"'continue {Shorten(label)}' needs a loop, but that label stands before another statement", start);
        ExpectSemicolon();
        return Finish(new ContinueStatement(start, label));
    }

    private string? ParseJumpLabel(out bool labelsLoop)
    {
        labelsLoop = false;
        if (!IsIdentifier || _lexer.NewlineBefore)
            return null;
        int start = _lexer.Start;
        string label = ParseIdentifierText();
        if (_labels is null || !_labels.TryGetValue(label, out labelsLoop))
            throw new SyntaxErrorException($"No label '{Shorten(label)}' stands before a statement around this one", start);
        return label;
    }

    private ReturnStatement ParseReturn()
    {
        int start = _lexer.Start;
        if (!Has(FunctionContext.Return))
            throw Error("'return' may stand only in a function");
        Next();
        Expression? argument = _lexer.NewlineBefore || _lexer.Type is TokenType.Semicolon or TokenType.RightBrace or TokenType.EndOfInput
            ? null
            : ParseExpression();
        ExpectSemicolon();
        return Finish(new ReturnStatement(start, argument));
    }

    private ThrowStatement ParseThrow()
    {
        int start = _lexer.Start;
        Next();
        if (_lexer.NewlineBefore)
            throw new SyntaxErrorException("The value after 'throw' must begin on the same line", start);
        Expression argument = ParseExpression();
        ExpectSemicolon();
        return Finish(new ThrowStatement(start, argument));
    }

    private TryStatement ParseTry()
    {
        int start = _lexer.Start;
        Next();
        BlockStatement block = ParseBlock();
        Node? parameter = null;
        BlockStatement? handler = null;
        if (TryTake(TokenType.Catch))
        {
            // The parameter and the block share a scope: neither may declare the other's names.
            _scopes.EnterBlock();
            if (TryTake(TokenType.LeftParen))
            {
                parameter = ParseBindingTarget(IsIdentifier ? BindingKind.CatchIdentifier : BindingKind.CatchPattern);
                SkipDeclaredType(allowDefinite: false);
                Expect(TokenType.RightParen);
            }

            int handlerStart = _lexer.Start;
            Statement[] body = ParseBraces(isTopLevel: false);
            _scopes.Leave();
            handler = Finish(new BlockStatement(handlerStart, body));
        }

        BlockStatement? finalizer = TryTake(TokenType.Finally) ? ParseBlock() : null;
        if (handler is null && finalizer is null)
            throw Expected("'catch' or 'finally' after the block of 'try'");
        return Finish(new TryStatement(start, block, parameter, handler, finalizer));
    }

    private SwitchStatement ParseSwitch()
    {
        int start = _lexer.Start;
        Next();
        Expression discriminant = ParseCondition("switch");
        Expect(TokenType.LeftBrace);
        _scopes.EnterBlock();
        _breakables++;
        ListBuilder<SwitchCase> cases = default;
        bool hasDefault = false;
        while (_lexer.Type != TokenType.RightBrace)
        {
            SwitchCase clause = ParseSwitchCase();
            if (clause.Test is null && hasDefault)
                throw new SyntaxErrorException("A switch has one 'default' at most", clause.Start);
            hasDefault |= clause.Test is null;
            cases.Add(clause);
        }

        Next();
        _breakables--;
        _scopes.Leave();
        return Finish(new SwitchStatement(start, discriminant, cases.ToArray()));
    }

    private SwitchCase ParseSwitchCase()
    {
        int start = _lexer.Start;
        Expression? test = null;
        if (TryTake(TokenType.Case))
            test = ParseExpression(ExpressionContext.ColonFollows);
        else if (!TryTake(TokenType.Default))
            throw Expected("'case', 'default' or '}'");
        Expect(TokenType.Colon);
        ListBuilder<Statement> body = default;
        while (_lexer.Type is not (TokenType.Case or TokenType.Default or TokenType.RightBrace))
        {
            if (_lexer.Type == TokenType.EndOfInput)
                throw Expected(TokenType.RightBrace);
            body.Add(ParseStatementListItem());
        }

        return Finish(new SwitchCase(start, test, body.ToArray()));
    }

    // All labels that stand directly before a statement, in one loop.
    private LabeledStatement ParseLabeled()
    {
        int start = _lexer.Start;
        ListBuilder<string> labels = default;
        _labels ??= new Dictionary<string, bool>(StringComparer.Ordinal);
        do
        {
            int labelStart = _lexer.Start;
            string label = ParseIdentifierText();
            Expect(TokenType.Colon);
            if (!_labels.TryAdd(label, value: false))
                throw new SyntaxErrorException($"The label '{Shorten(label)}' is used twice", labelStart);
            labels.Add(label);
        }
        while (IsIdentifier && _lexer.PeekCharacter(out _) == ':');

        string[] names = labels.ToArray();
        if (_lexer.Type is TokenType.For or TokenType.While or TokenType.Do)
        {
            foreach (string name in names)
                _labels[name] = true;
        }

        Statement body = ParseSubstatement();
        foreach (string name in names)
            _labels.Remove(name);
        return Finish(new LabeledStatement(start, names, body));
    }
}
