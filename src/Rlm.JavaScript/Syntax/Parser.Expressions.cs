namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-ecmascript-language-expressions"/>
internal sealed partial class Parser
{
    private const int RelationalPrecedence = 6;

    private Expression ParseExpression(ExpressionContext context = ExpressionContext.None)
    {
        Expression first = ParseAssignment(context);
        return _lexer.Type == TokenType.Comma ? ParseSequence(first, context) : first;
    }

    private SequenceExpression ParseSequence(Expression first, ExpressionContext context)
    {
        // What was a possible pattern is none as the operand of a comma.
        RejectPending();
        context &= ~ExpressionContext.Cover;
        ListBuilder<Expression> expressions = default;
        expressions.Add(first);
        while (TryTake(TokenType.Comma))
            expressions.Add(ParseAssignment(context));
        return Finish(new SequenceExpression(first.Start, expressions.ToArray()));
    }

    // AssignmentExpression; a chain of ?: is read by the loop.
    private Expression ParseAssignment(ExpressionContext context = ExpressionContext.None)
    {
        Enter();
        int start = _lexer.Start;
        int outerInitializer = _pendingInitializer;
        int outerPrototype = _pendingPrototype;
        _pendingInitializer = _pendingPrototype = -1;

        ListBuilder<ConditionalArm> arms = default;
        Expression result;
        while (true)
        {
            if (_lexer.Type == TokenType.Yield && Has(FunctionContext.Yield))
            {
                result = ParseYield(context);
                break;
            }

            result = ParseShortCircuit(context | ExpressionContext.Arrow);
            if (IsArrow(result))
                break;
            if (_lexer.Type == TokenType.Question && !IsOptionalParameterMark(context))
            {
                RejectPending();
                arms.Add(ParseConditionalArm(result));
                context &= ~ExpressionContext.Cover;
                continue;
            }

            if (_lexer.Type is >= TokenType.Assign and <= TokenType.CoalesceAssign)
                result = ParseAssignmentTail(result, context);
            break;
        }

        if (arms.Count > 0)
            result = Finish(new ConditionalExpression(start, arms.ToArray(), result));
        // Only a literal may still become a pattern, and only where the caller waits for one.
        if ((context & ExpressionContext.Cover) == ExpressionContext.None || result is not (ObjectLiteral or ArrayLiteral) || result.IsParenthesized)
            RejectPending();

        if (_pendingInitializer < 0)
            _pendingInitializer = outerInitializer;
        if (_pendingPrototype < 0)
            _pendingPrototype = outerPrototype;
        Leave();
        return result;
    }

    private ConditionalArm ParseConditionalArm(Expression test)
    {
        Next();
        Expression consequent = ParseAssignment(ExpressionContext.ColonFollows);
        if (_lexer.Type != TokenType.Colon)
            throw Expected("':' and the other value of '? :'");
        Next();
        return new ConditionalArm(test, consequent);
    }

    private AssignmentExpression ParseAssignmentTail(Expression left, ExpressionContext context)
    {
        var @operator = (AssignmentOperator)(_lexer.Type - TokenType.Assign);
        Node target;
        if (left is ArrayLiteral or ObjectLiteral && !left.IsParenthesized && @operator == AssignmentOperator.Assign)
        {
            _pendingInitializer = _pendingPrototype = -1;
            target = ToTarget(left, isBinding: false);
        }
        else
        {
            RejectPending();
            target = ToSimpleTarget(left);
        }

        Next();
        Expression value = ParseAssignment(context & ExpressionContext.Tail);
        return Finish(new AssignmentExpression(left.Start, @operator, target, value));
    }

    private YieldExpression ParseYield(ExpressionContext context)
    {
        int start = _lexer.Start;
        if (Has(FunctionContext.Parameters))
            throw Error("'yield' is not allowed in parameters");
        _suspensionPosition = start;
        Next();
        if (_lexer.NewlineBefore)
            return Finish(new YieldExpression(start, argument: null, isDelegate: false));

        bool isDelegate = TryTake(TokenType.Multiply);
        bool ends = _lexer.Type is TokenType.RightParen or TokenType.RightBracket or TokenType.RightBrace or TokenType.Comma
            or TokenType.Semicolon or TokenType.Colon or TokenType.EndOfInput or TokenType.In;
        Expression? argument = ends && !isDelegate ? null : ParseAssignment(context & ExpressionContext.Tail);
        return Finish(new YieldExpression(start, argument, isDelegate));
    }

    private Expression ParseShortCircuit(ExpressionContext context)
    {
        Expression left = ParseBinary(0, context);
        return _lexer.Type is >= TokenType.And and <= TokenType.Coalesce && !IsArrow(left) ? ParseLogical(left, context & ExpressionContext.Tail) : left;
    }

    private Expression ParseLogical(Expression left, ExpressionContext context)
    {
        int start = left.Start;
        if (_lexer.Type == TokenType.Coalesce)
        {
            left = ParseLogicalList(left, TokenType.Coalesce, LogicalOperator.Coalesce, context);
            return _lexer.Type is TokenType.And or TokenType.Or ? throw MixedCoalesce() : left;
        }

        if (_lexer.Type == TokenType.And)
            left = ParseLogicalList(left, TokenType.And, LogicalOperator.And, context);
        if (_lexer.Type == TokenType.Or)
        {
            ListBuilder<Expression> operands = default;
            operands.Add(left);
            while (TryTake(TokenType.Or))
            {
                Expression operand = ParseBinary(0, context);
                operands.Add(_lexer.Type == TokenType.And ? ParseLogicalList(operand, TokenType.And, LogicalOperator.And, context) : operand);
            }

            left = Finish(new LogicalExpression(start, LogicalOperator.Or, operands.ToArray()));
        }

        return _lexer.Type == TokenType.Coalesce ? throw MixedCoalesce() : left;
    }

    private LogicalExpression ParseLogicalList(Expression first, TokenType type, LogicalOperator @operator, ExpressionContext context)
    {
        ListBuilder<Expression> operands = default;
        operands.Add(first);
        while (TryTake(type))
            operands.Add(ParseBinary(0, context));
        return Finish(new LogicalExpression(first.Start, @operator, operands.ToArray()));
    }

    // Operators that bind at least as tight as the given precedence. Operators of falling precedence continue one list:
    // a * b + c is first a, then * b, then + c.
    private Expression ParseBinary(int minimum, ExpressionContext context)
    {
        Expression left = _lexer.Type == TokenType.PrivateName ? ParsePrivateIn(minimum, context) : ParseUnary(context);
        if (_lexer.Type == TokenType.Exponentiate && !IsArrow(left))
            left = ParseExponent(left);
        return (Precedence(_lexer.Type) > 0 || IsTypeOperator) && !IsArrow(left) ? ParseBinaryRest(left, minimum, context & ExpressionContext.Tail) : left;
    }

    private Expression ParseBinaryRest(Expression left, int minimum, ExpressionContext context)
    {
        ListBuilder<BinaryOperation> operations = default;
        while (true)
        {
            if (IsTypeOperator && minimum <= RelationalPrecedence)
            {
                SkipTypeOperator();
                continue;
            }

            TokenType type = _lexer.Type;
            int precedence = Precedence(type);
            if (precedence == 0 || precedence < minimum || (type == TokenType.In && (context & ExpressionContext.NoIn) != ExpressionContext.None))
                break;
            int position = _lexer.Start;
            Next();
            operations.Add(new BinaryOperation((BinaryOperator)(type - TokenType.Add), ParseBinary(precedence + 1, context), position));
        }

        return operations.Count == 0 ? left : Finish(new BinaryExpression(left.Start, left, operations.ToArray()));
    }

    private static int Precedence(TokenType type) => type switch
    {
        < TokenType.Add or > TokenType.InstanceOf => 0,
        TokenType.BitwiseOr => 2,
        TokenType.BitwiseXor => 3,
        TokenType.BitwiseAnd => 4,
        >= TokenType.Equal and <= TokenType.StrictNotEqual => 5,
        >= TokenType.Less => RelationalPrecedence,
        >= TokenType.ShiftLeft and <= TokenType.ShiftRightUnsigned => 7,
        TokenType.Add or TokenType.Subtract => 8,
        TokenType.Exponentiate => 0,
        _ => 9,
    };

    // #name in object
    private PrivateNameExpression ParsePrivateIn(int minimum, ExpressionContext context)
    {
        if (_privateNames is null || !_lexer.PeekIsWord("in", out _) || minimum > RelationalPrecedence || (context & ExpressionContext.NoIn) != ExpressionContext.None)
            throw Unexpected();
        int start = _lexer.Start;
        string name = UsePrivateName();
        return Finish(new PrivateNameExpression(start, name));
    }

    private Expression ParseUnary(ExpressionContext context)
    {
        switch (_lexer.Type)
        {
            case TokenType.Not or TokenType.BitwiseNot or TokenType.Add or TokenType.Subtract or TokenType.TypeOf or TokenType.Void or TokenType.Delete:
                return ParsePrefixOperator();
            case TokenType.Increment or TokenType.Decrement:
                return ParsePrefixUpdate();
            case TokenType.Await when Has(FunctionContext.Await):
                return ParseAwait();
        }

        Expression operand = ParseChain(context);
        if (_lexer.Type is TokenType.Increment or TokenType.Decrement && !_lexer.NewlineBefore && !IsArrow(operand))
        {
            var target = (Expression)ToSimpleTarget(operand);
            bool isIncrement = _lexer.Type == TokenType.Increment;
            Next();
            operand = Finish(new UpdateExpression(operand.Start, isIncrement, isPrefix: false, target));
        }

        return operand;
    }

    private BinaryExpression ParseExponent(Expression left)
    {
        Enter();
        int position = _lexer.Start;
        Next();
        Expression right = ParseUnary(ExpressionContext.None);
        if (_lexer.Type == TokenType.Exponentiate)
            right = ParseExponent(right);
        Leave();
        return Finish(new BinaryExpression(left.Start, left, [new BinaryOperation(BinaryOperator.Exponentiate, right, position)]));
    }

    private UnaryExpression ParsePrefixOperator()
    {
        Enter();
        int start = _lexer.Start;
        UnaryOperator @operator = _lexer.Type switch
        {
            TokenType.Subtract => UnaryOperator.Minus,
            TokenType.Add => UnaryOperator.Plus,
            TokenType.Not => UnaryOperator.Not,
            TokenType.BitwiseNot => UnaryOperator.BitwiseNot,
            TokenType.TypeOf => UnaryOperator.TypeOf,
            TokenType.Void => UnaryOperator.Void,
            _ => UnaryOperator.Delete,
        };
        Next();
        Expression operand = ParseUnary(ExpressionContext.None);
        if (@operator == UnaryOperator.Delete)
            CheckDelete(operand, start);
        RejectUnaryExponent();
        Leave();
        return Finish(new UnaryExpression(start, @operator, operand));
    }

    private static void CheckDelete(Expression operand, int start)
    {
        if (operand is Identifier identifier)
            throw new SyntaxErrorException($"A variable cannot be deleted; assign undefined to '{Shorten(identifier.Name)}' instead", start);
        if (operand is ChainExpression { Links: [.., PrivateLink link] })
            throw new SyntaxErrorException($"The private member '#{Shorten(link.Name)}' cannot be deleted", start);
    }

    private UpdateExpression ParsePrefixUpdate()
    {
        Enter();
        int start = _lexer.Start;
        bool isIncrement = _lexer.Type == TokenType.Increment;
        Next();
        var target = (Expression)ToSimpleTarget(ParseUnary(ExpressionContext.None));
        Leave();
        return Finish(new UpdateExpression(start, isIncrement, isPrefix: true, target));
    }

    private AwaitExpression ParseAwait()
    {
        Enter();
        int start = _lexer.Start;
        if (Has(FunctionContext.Parameters))
            throw Error("'await' is not allowed in parameters");
        if (Has(FunctionContext.StaticBlock))
            throw Error("'await' is not allowed in a static block");
        _suspensionPosition = start;
        _hasTopLevelAwait |= Has(FunctionContext.TopLevel);
        Next();
        Expression argument = ParseUnary(ExpressionContext.None);
        RejectUnaryExponent();
        Leave();
        return Finish(new AwaitExpression(start, argument));
    }

    private void RejectUnaryExponent()
    {
        if (_lexer.Type == TokenType.Exponentiate)
            throw Error("The left side of '**' must not begin with an operator; put it into parentheses: (-x) ** y or -(x ** y)");
    }

    private SyntaxErrorException MixedCoalesce() => Error("'??' cannot be mixed with '&&' or '||' without parentheses");

    private static bool IsArrow(Expression expression) =>
        expression is FunctionExpression { IsParenthesized: false, Function.Kind: FunctionKind.Arrow };

    private void RejectPending()
    {
        if (_pendingInitializer >= 0)
            throw new SyntaxErrorException("'name = value' is not allowed in an object literal; write 'name: value'", _pendingInitializer);
        if (_pendingPrototype >= 0)
            throw new SyntaxErrorException("An object literal may set __proto__ only once", _pendingPrototype);
    }
}
