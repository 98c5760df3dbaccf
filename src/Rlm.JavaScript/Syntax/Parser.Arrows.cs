namespace Rlm.JavaScript.Syntax;

/// <summary>Parentheses that hold an expression, arguments or the parameters of an arrow function.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-arrow-function-definitions"/>
internal sealed partial class Parser
{
    // What stands between parentheses before it is known what it is.
    private readonly record struct CoverList(
        Expression[] Items, int TrailingComma, bool IsAnnotated, int PendingInitializer, int PendingPrototype, int Suspension, int AwaitIdentifier);

    private Expression ParseParenthesized(ExpressionContext context)
    {
        int start = _lexer.Start;
        CoverList list = ParseCoverList();
        if (IsArrowAllowed(context) && BeginsArrowBody(list, context))
            return ParseArrow(start, list, isAsync: false, context);

        RejectCover(list);
        if (list.TrailingComma >= 0)
            throw new SyntaxErrorException("A ',' must not stand before ')' here", list.TrailingComma);
        if (list.Items.Length == 0)
            throw Expected("'=>' after '()', or an expression in the parentheses");
        if (list.Items[0] is SpreadElement spread)
            throw SpreadOutsideArguments(spread);

        Expression expression = list.Items[0];
        if (list.Items.Length > 1)
        {
            foreach (Expression item in list.Items)
            {
                if (item is SpreadElement element)
                    throw SpreadOutsideArguments(element);
            }

            expression = new SequenceExpression(expression.Start, list.Items) { End = list.Items[^1].End };
        }

        expression.IsParenthesized = true;
        return expression;
    }

    // async(…) is a call or the parameters of an async arrow function.
    private FunctionExpression? ParseAsyncCallOrArrow(int start, int linkStart, ExpressionContext context, out CallLink? call)
    {
        CoverList list = ParseCoverList();
        if (BeginsArrowBody(list, context))
        {
            call = null;
            return ParseArrow(start, list, isAsync: true, context);
        }

        RejectCover(list);
        call = Finish(new CallLink(linkStart, isOptional: false, list.Items));
        return null;
    }

    private static bool IsAsyncIdentifier(Expression expression) =>
        expression is Identifier { Name: "async", IsParenthesized: false } && expression.End - expression.Start == "async".Length;

    private bool IsAsyncArrowHead(Expression expression) => IsAsyncIdentifier(expression) && !_lexer.NewlineBefore;

    private static bool IsArrowAllowed(ExpressionContext context) => (context & ExpressionContext.Arrow) != ExpressionContext.None;

    private CoverList ParseCoverList()
    {
        int outerSuspension = _suspensionPosition;
        int outerAwait = _awaitIdentifierPosition;
        int outerInitializer = _pendingInitializer;
        int outerPrototype = _pendingPrototype;
        _suspensionPosition = _awaitIdentifierPosition = _pendingInitializer = _pendingPrototype = -1;

        Next();
        ListBuilder<Expression> items = default;
        int trailingComma = -1;
        bool isAnnotated = false;
        while (_lexer.Type != TokenType.RightParen)
        {
            Expression item = _lexer.Type == TokenType.Ellipsis ? ParseSpread(ExpressionContext.Cover) : ParseAssignment(ExpressionContext.Cover);
            if (_options.AllowTypeAnnotations && _lexer.Type is TokenType.Colon or TokenType.Question)
            {
                isAnnotated = true;
                item = ParseAnnotatedParameter(item);
            }

            items.Add(item);
            if (_lexer.Type == TokenType.RightParen)
                break;
            trailingComma = _lexer.Start;
            if (!TryTake(TokenType.Comma))
                throw Expected(TokenType.RightParen, "',' or ')'");
        }

        if (_lexer.PreviousStart != trailingComma)
            trailingComma = -1;
        Next();
        var list = new CoverList(
            items.ToArray(), trailingComma, isAnnotated, _pendingInitializer, _pendingPrototype, _suspensionPosition, _awaitIdentifierPosition);
        _pendingInitializer = outerInitializer;
        _pendingPrototype = outerPrototype;
        _suspensionPosition = Math.Max(outerSuspension, _suspensionPosition);
        _awaitIdentifierPosition = Math.Max(outerAwait, _awaitIdentifierPosition);
        return list;
    }

    // Whether => follows, or a return type and =>. In a ? (b) : c => d the colon belongs to the conditional.
    private bool BeginsArrowBody(in CoverList list, ExpressionContext context)
    {
        if (_options.AllowTypeAnnotations && _lexer.Type == TokenType.Colon && !_lexer.NewlineBefore
            && (list.IsAnnotated || (context & ExpressionContext.ColonFollows) == ExpressionContext.None) && MayBeParameters(list))
        {
            LexerMark mark = Mark();
            Next();
            if (SkipReturnType() && IsArrowToken)
                return true;
            Reset(mark);
        }

        return IsArrowToken;
    }

    private static bool MayBeParameters(in CoverList list)
    {
        foreach (Expression item in list.Items)
        {
            if (item is not (Identifier or ObjectLiteral or ArrayLiteral or SpreadElement or AssignmentExpression))
                return false;
        }

        return true;
    }

    private void RejectCover(in CoverList list)
    {
        int initializer = _pendingInitializer;
        int prototype = _pendingPrototype;
        (_pendingInitializer, _pendingPrototype) = (list.PendingInitializer, list.PendingPrototype);
        RejectPending();
        (_pendingInitializer, _pendingPrototype) = (initializer, prototype);
        if (list.IsAnnotated)
            throw Expected("'=>' after parameters with types");
    }

    private static SyntaxErrorException SpreadOutsideArguments(SpreadElement spread) =>
        new("'...' may stand only in arguments, array and object literals, patterns and parameters", spread.Start);

    private FunctionExpression ParseArrowFromIdentifier(int start, Identifier parameter, bool isAsync, ExpressionContext context) =>
        ParseArrow(start, new CoverList([parameter], -1, IsAnnotated: false, -1, -1, -1, isAsync && parameter.Name == "await" ? parameter.Start : -1), isAsync, context);

    private FunctionExpression ParseArrow(int start, in CoverList list, bool isAsync, ExpressionContext context)
    {
        if (list.Suspension >= 0)
            throw new SyntaxErrorException("'await' and 'yield' are not allowed in parameters", list.Suspension);
        if (list.AwaitIdentifier >= 0 && isAsync)
            throw new SyntaxErrorException("'await' is not allowed in the parameters of an async function", list.AwaitIdentifier);

        var function = new FunctionNode(start, FunctionKind.Arrow) { IsAsync = isAsync };
        FunctionState state = EnterFunction(
            (_context & FunctionContext.InheritedByArrows) | FunctionContext.Return
            | (isAsync ? FunctionContext.Await | FunctionContext.AwaitReserved : FunctionContext.None));
        ConvertParameters(function, list);
        Expect(TokenType.Arrow);
        if (_lexer.Type == TokenType.LeftBrace)
            ParseFunctionBody(function);
        else
            function.ExpressionBody = ParseAssignment(context & ExpressionContext.Tail);
        LeaveFunction(state);
        return Finish(new FunctionExpression(start, Finish(function)));
    }

    private void ConvertParameters(FunctionNode function, in CoverList list)
    {
        ListBuilder<PatternElement> parameters = default;
        bool isSimple = true;
        for (int index = 0; index < list.Items.Length; index++)
        {
            Expression item = list.Items[index];
            if (item is SpreadElement rest)
            {
                if (index != list.Items.Length - 1 || list.TrailingComma >= 0)
                    throw new SyntaxErrorException("A rest parameter must be the last one, without a ',' behind it", rest.Start);
                function.Rest = ToTarget(rest.Argument, isBinding: true);
                isSimple = false;
            }
            else
            {
                PatternElement parameter = ToElement(item, isBinding: true);
                isSimple &= parameter is { Target: Identifier, DefaultValue: null };
                parameters.Add(parameter);
            }
        }

        function.Parameters = parameters.ToArray();
        function.HasSimpleParameters = isSimple;
        foreach (PatternElement parameter in function.Parameters)
            ForEachName(parameter.Target, static (parser, name, position) => parser._scopes.DeclareParameter(name, position));
        if (function.Rest is not null)
            ForEachName(function.Rest, static (parser, name, position) => parser._scopes.DeclareParameter(name, position));
    }
}
