namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-primary-expression"/>
internal sealed partial class Parser
{
    // LeftHandSideExpression
    private Expression ParseChain(ExpressionContext context)
    {
        int start = _lexer.Start;
        Expression @base = _lexer.Type switch
        {
            TokenType.New => ParseNew(),
            TokenType.Super => ParseSuper(),
            _ => ParsePrimary(context),
        };
        return ContinuesChain && !IsArrow(@base) ? ParseLinks(@base, start, allowsCalls: true, context) : @base;
    }

    private bool ContinuesChain =>
        _lexer.Type is TokenType.Dot or TokenType.LeftParen or TokenType.LeftBracket or TokenType.QuestionDot or TokenType.Template
        || IsNonNullAssertion || (_lexer.Type == TokenType.Less && _options.AllowTypeAnnotations);

    private Expression ParseLinks(Expression @base, int start, bool allowsCalls, ExpressionContext context)
    {
        ListBuilder<ChainLink> links = default;
        bool hasOptional = false;
        while (true)
        {
            int linkStart = _lexer.Start;
            switch (_lexer.Type)
            {
                case TokenType.Dot:
                    Next();
                    links.Add(ParseMemberLink(isOptional: false, @base is SuperExpression && links.Count == 0));
                    continue;
                case TokenType.LeftBracket:
                    links.Add(ParseIndexLink(linkStart, isOptional: false));
                    continue;
                case TokenType.LeftParen when allowsCalls:
                    if (links.Count == 0 && IsArrowAllowed(context) && IsAsyncArrowHead(@base))
                    {
                        if (ParseAsyncCallOrArrow(start, linkStart, context, out CallLink? call) is { } arrow)
                            return arrow;
                        links.Add(call!);
                        continue;
                    }

                    links.Add(Finish(new CallLink(linkStart, isOptional: false, ParseArguments())));
                    continue;
                case TokenType.QuestionDot:
                    if (!allowsCalls)
                        throw Error("'?.' is not allowed after 'new'");
                    hasOptional = true;
                    Next();
                    links.Add(ParseOptionalLink(linkStart));
                    continue;
                case TokenType.Template:
                    if (hasOptional)
                        throw Error("A template cannot be applied to an optional chain '?.'");
                    links.Add(ParseTemplateLink());
                    continue;
                case TokenType.Not when IsNonNullAssertion:
                    Next();
                    continue;
                case TokenType.Less when _options.AllowTypeAnnotations && links.Count == 0 && IsArrowAllowed(context) && IsAsyncArrowHead(@base) && TrySkipAsyncTypeParameters():
                    continue;
                case TokenType.Less when _options.AllowTypeAnnotations && TrySkipTypeArguments():
                    continue;
            }

            return links.Count == 0 ? @base : Finish(new ChainExpression(start, @base, links.ToArray()));
        }
    }

    private ChainLink ParseMemberLink(bool isOptional, bool isSuper)
    {
        int start = _lexer.Start;
        if (_lexer.Type == TokenType.PrivateName)
        {
            if (isSuper)
                throw Error("'super' has no private members; write this.#name");
            string name = UsePrivateName();
            return Finish(new PrivateLink(start, isOptional, name));
        }

        if (!IsIdentifierName)
            throw Expected("a property name after '.'");
        string text = _lexer.Text;
        Next();
        return Finish(new MemberLink(start, isOptional, text));
    }

    private IndexLink ParseIndexLink(int start, bool isOptional)
    {
        Expect(TokenType.LeftBracket);
        Expression index = ParseExpression();
        if (_lexer.Type == TokenType.Colon)
            throw Error(SliceMessage);
        Expect(TokenType.RightBracket);
        return Finish(new IndexLink(start, isOptional, index));
    }

    private ChainLink ParseOptionalLink(int start) => _lexer.Type switch
    {
        TokenType.LeftParen => Finish(new CallLink(start, isOptional: true, ParseArguments())),
        TokenType.LeftBracket => ParseIndexLink(start, isOptional: true),
        TokenType.Template => throw Error("A template cannot be applied to an optional chain '?.'"),
        _ => ParseMemberLink(isOptional: true, isSuper: false),
    };

    private Expression[] ParseArguments()
    {
        Expect(TokenType.LeftParen);
        ListBuilder<Expression> arguments = default;
        while (_lexer.Type != TokenType.RightParen)
        {
            arguments.Add(_lexer.Type == TokenType.Ellipsis ? ParseSpread(ExpressionContext.None) : ParseAssignment());
            if (_lexer.Type != TokenType.RightParen && !TryTake(TokenType.Comma))
                throw Expected(TokenType.RightParen, "',' or ')' in the arguments");
        }

        Next();
        return arguments.ToArray();
    }

    private SpreadElement ParseSpread(ExpressionContext context)
    {
        int start = _lexer.Start;
        Next();
        Expression argument = ParseAssignment(context);
        return Finish(new SpreadElement(start, argument));
    }

    private SuperExpression ParseSuper()
    {
        int start = _lexer.Start;
        Next();
        SuperExpression super = Finish(new SuperExpression(start));
        return _lexer.Type switch
        {
            TokenType.LeftParen when Has(FunctionContext.SuperCall) => super,
            TokenType.LeftParen => throw new SyntaxErrorException("'super(…)' may stand only in the constructor of a class with 'extends'", start),
            TokenType.Dot or TokenType.LeftBracket when Has(FunctionContext.SuperProperty) => super,
            TokenType.Dot or TokenType.LeftBracket => throw new SyntaxErrorException("'super' may stand only in methods", start),
            _ => throw Expected("'.', '[' or '(' after 'super'"),
        };
    }

    private Expression ParseNew()
    {
        Enter();
        int start = _lexer.Start;
        Next();
        if (TryTake(TokenType.Dot))
        {
            if (_lexer.Type != TokenType.Identifier || _lexer.HasEscape || _lexer.Text != "target")
                throw Expected("'target' after 'new.'");
            if (!Has(FunctionContext.NewTarget))
                throw new SyntaxErrorException("'new.target' may stand only in functions", start);
            Next();
            Leave();
            return Finish(new NewTargetExpression(start));
        }

        int calleeStart = _lexer.Start;
        Expression callee = _lexer.Type switch
        {
            TokenType.New => ParseNew(),
            TokenType.Super when _lexer.PeekCharacter(out _) != '(' => ParseSuper(),
            TokenType.Super => throw Error("'super' cannot be called with 'new'"),
            TokenType.Import => throw Error(ImportMessage),
            _ => ParsePrimary(ExpressionContext.None),
        };
        callee = ParseLinks(callee, calleeStart, allowsCalls: false, ExpressionContext.None);
        Expression[] arguments = _lexer.Type == TokenType.LeftParen ? ParseArguments() : [];
        Leave();
        return Finish(new NewExpression(start, callee, arguments));
    }

    private Expression ParsePrimary(ExpressionContext context)
    {
        switch (_lexer.Type)
        {
            case TokenType.Async:
                return ParseAsyncPrimary(context);
            case >= TokenType.Await:
                return ParseIdentifierOrArrow(context);
            case TokenType.LeftParen:
                return ParseParenthesized(context);
            case TokenType.LeftBracket:
                return ParseArrayLiteral();
            case TokenType.LeftBrace:
                return ParseObjectLiteral();
            case TokenType.Template:
                return ParseTemplateLiteral();
            case TokenType.Function:
                return ParseFunctionExpression(_lexer.Start, isAsync: false);
            case TokenType.Class:
                return ParseClassExpression();
            case TokenType.Divide or TokenType.DivideAssign:
                return ParseRegExp();
            case TokenType.Less when _options.AllowTypeAnnotations && IsArrowAllowed(context):
                return ParseGenericArrow(context);
            default:
                return ParseLiteral();
        }
    }

    private ClassExpression ParseClassExpression()
    {
        int start = _lexer.Start;
        return Finish(new ClassExpression(start, ParseClass(isDeclaration: false)));
    }

    // What has no expression inside.
    private Expression ParseLiteral()
    {
        int start = _lexer.Start;
        switch (_lexer.Type)
        {
            case TokenType.Number:
                double number = _lexer.Number;
                Next();
                return Finish(new NumberLiteral(start, number));
            case TokenType.String:
                string text = _lexer.Text;
                Next();
                return Finish(new StringLiteral(start, text));
            case TokenType.This:
                Next();
                return Finish(new ThisExpression(start));
            case TokenType.Null:
                Next();
                return Finish(new NullLiteral(start));
            case TokenType.True or TokenType.False:
                bool value = _lexer.Type == TokenType.True;
                Next();
                return Finish(new BooleanLiteral(start, value));
            case TokenType.BigInt:
                var bigInteger = _lexer.BigInteger;
                Next();
                return Finish(new BigIntLiteral(start, bigInteger));
            default:
                throw Unexpected();
        }
    }

    private RegExpLiteral ParseRegExp()
    {
        int start = _lexer.Start;
        _lexer.ScanRegExp();
        string pattern = _lexer.RegExpPattern;
        string flags = _lexer.RegExpFlags;
        if (!AreValidFlags(flags))
            throw new SyntaxErrorException($"Invalid flags '{Shorten(flags)}' of a regular expression; each of d, g, i, m, s, u, v, y may stand once, and u not beside v", start);
        if (_options.ValidateRegExp?.Invoke(pattern, flags) is { } error)
            throw new SyntaxErrorException(error, start);
        Next();
        return Finish(new RegExpLiteral(start, pattern, flags));
    }

    private static bool AreValidFlags(string flags)
    {
        const string known = "dgimsuvy";
        int seen = 0;
        foreach (char flag in flags)
        {
            int index = known.IndexOf(flag, StringComparison.Ordinal);
            if (index < 0 || (seen & (1 << index)) != 0)
                return false;
            seen |= 1 << index;
        }

        const int unicodeModes = (1 << 5) | (1 << 6);
        return (seen & unicodeModes) != unicodeModes;
    }

    private Expression ParseIdentifierOrArrow(ExpressionContext context)
    {
        int start = _lexer.Start;
        Identifier identifier = ParseIdentifierReference();
        return IsArrowAllowed(context) && IsArrowToken
            ? ParseArrowFromIdentifier(start, identifier, isAsync: false, context)
            : identifier;
    }

    private Identifier ParseIdentifierReference()
    {
        int start = _lexer.Start;
        string name = ParseIdentifierText();
        if (Has(FunctionContext.NoArguments) && name == "arguments")
            throw new SyntaxErrorException("'arguments' is not allowed in field initialisers and static blocks", start);
        return Finish(new Identifier(start, name));
    }

    // Any name that may be an identifier where it stands.
    private string ParseIdentifierText()
    {
        if (!IsIdentifier)
            throw Unexpected();
        string name = _lexer.Text;
        if (name == "await")
        {
            if (Has(FunctionContext.AwaitReserved))
                throw AwaitOutsideAsync();
            _awaitIdentifierPosition = _lexer.Start;
        }

        Next();
        return name;
    }

    private bool IsArrowToken => _lexer.Type == TokenType.Arrow && !_lexer.NewlineBefore;

    private Expression ParseAsyncPrimary(ExpressionContext context)
    {
        int start = _lexer.Start;
        if (_lexer.PeekIsName(out bool newline) && !newline)
        {
            if (_lexer.PeekIsWord("function", out _))
            {
                Next();
                return ParseFunctionExpression(start, isAsync: true);
            }

            if (IsArrowAllowed(context))
            {
                LexerMark mark = Mark();
                Next();
                if (IsIdentifier && _lexer.PeekCharacter(out newline) == '=' && !newline)
                {
                    Identifier parameter = ParseIdentifierReference();
                    if (IsArrowToken)
                        return ParseArrowFromIdentifier(start, parameter, isAsync: true, context);
                }

                Reset(mark);
            }
        }

        return ParseIdentifierOrArrow(context);
    }

    private TemplateLiteral ParseTemplateLiteral()
    {
        int start = _lexer.Start;
        if (_source.AsSpan(start).StartsWith("```", StringComparison.Ordinal))
            throw Error("``` marks code inside other text and is no part of it; leave it out");
        ListBuilder<string> strings = default;
        ListBuilder<Expression> expressions = default;
        while (true)
        {
            bool isTail = _lexer.ScanTemplateChunk(_lexer.End, start);
            strings.Add(_lexer.TemplateCooked ?? throw new SyntaxErrorException(_lexer.TemplateError!, _lexer.TemplateErrorPosition));
            if (isTail)
                break;
            expressions.Add(ParseTemplateExpression());
        }

        _lexer.Next();
        return Finish(new TemplateLiteral(start, strings.ToArray(), expressions.ToArray()));
    }

    private TemplateLink ParseTemplateLink()
    {
        int start = _lexer.Start;
        ListBuilder<string?> cooked = default;
        ListBuilder<string> raw = default;
        ListBuilder<Expression> expressions = default;
        while (true)
        {
            int chunkStart = _lexer.End;
            bool isTail = _lexer.ScanTemplateChunk(chunkStart, start);
            cooked.Add(_lexer.TemplateCooked);
            raw.Add(_lexer.RawTemplateText(chunkStart, _lexer.End - (isTail ? 1 : 2)));
            if (isTail)
                break;
            expressions.Add(ParseTemplateExpression());
        }

        _lexer.Next();
        return Finish(new TemplateLink(start, cooked.ToArray(), raw.ToArray(), expressions.ToArray()));
    }

    // From behind ${ to the closing brace, which stays the current token.
    private Expression ParseTemplateExpression()
    {
        PushBracket(_lexer.End - 1);
        _lexer.Next();
        Expression expression = ParseExpression();
        if (_lexer.Type != TokenType.RightBrace)
            throw Expected(TokenType.RightBrace, "'}' to close '${' in the template");
        _openBracketCount--;
        return expression;
    }
}
