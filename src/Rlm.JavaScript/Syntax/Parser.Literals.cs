using System.Globalization;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Syntax;

internal sealed partial class Parser
{
    // Spread elements with a comma behind them: fine in a literal, an error once it is a pattern.
    private HashSet<Node>? _spreadsBeforeComma;

    /// <seealso href="https://tc39.es/ecma262/#sec-array-initializer"/>
    private ArrayLiteral ParseArrayLiteral()
    {
        int start = _lexer.Start;
        Next();
        ListBuilder<Expression?> elements = default;
        while (_lexer.Type != TokenType.RightBracket)
        {
            if (TryTake(TokenType.Comma))
            {
                elements.Add(null);
                _meter.Allocate(sizeof(long));
                continue;
            }

            Expression element = _lexer.Type == TokenType.Ellipsis ? ParseSpread(ExpressionContext.Cover) : ParseAssignment(ExpressionContext.Cover);
            elements.Add(element);
            if (_lexer.Type == TokenType.RightBracket)
                break;
            if (!TryTake(TokenType.Comma))
                throw _lexer.Type == TokenType.For ? Error(ComprehensionMessage) : Expected(TokenType.RightBracket, "',' or ']' in the array");
            if (element is SpreadElement spread)
                (_spreadsBeforeComma ??= []).Add(spread);
        }

        Next();
        return Finish(new ArrayLiteral(start, elements.ToArray()));
    }

    /// <seealso href="https://tc39.es/ecma262/#sec-object-initializer"/>
    private ObjectLiteral ParseObjectLiteral()
    {
        int start = _lexer.Start;
        bool hasPrototype = false;
        Next();
        ListBuilder<ObjectProperty> properties = default;
        while (_lexer.Type != TokenType.RightBrace)
        {
            ObjectProperty property = ParseObjectProperty();
            if (property.Kind == PropertyKind.Prototype)
            {
                if (hasPrototype && _pendingPrototype < 0)
                    _pendingPrototype = property.Start;
                hasPrototype = true;
            }

            properties.Add(property);
            if (_lexer.Type == TokenType.RightBrace)
                break;
            if (!TryTake(TokenType.Comma))
                throw Expected(TokenType.RightBrace, "',' or '}' in the object");
            if (property.Kind == PropertyKind.Spread)
                (_spreadsBeforeComma ??= []).Add(property);
        }

        Next();
        return Finish(new ObjectLiteral(start, properties.ToArray()));
    }

    private ObjectProperty ParseObjectProperty()
    {
        int start = _lexer.Start;
        if (_lexer.Type == TokenType.Ellipsis)
        {
            Next();
            Expression value = ParseAssignment(ExpressionContext.Cover);
            return Finish(new ObjectProperty(start, PropertyKind.Spread, key: null, value));
        }

        bool isAsync = false;
        PropertyKind kind = PropertyKind.Value;
        if (_lexer.Type is TokenType.Async or TokenType.Get or TokenType.Set && IsModifier())
        {
            isAsync = Is(TokenType.Async);
            kind = isAsync ? PropertyKind.Method : Is(TokenType.Get) ? PropertyKind.Getter : PropertyKind.Setter;
            Next();
        }

        bool isGenerator = false;
        if (kind is PropertyKind.Value or PropertyKind.Method && TryTake(TokenType.Multiply))
        {
            isGenerator = true;
            kind = PropertyKind.Method;
        }

        TokenType nameType = _lexer.Type;
        int nameStart = _lexer.Start;
        PropertyName key = ParsePropertyName();
        if (kind == PropertyKind.Value && (_lexer.Type == TokenType.LeftParen || IsTypeParameterStart))
            kind = PropertyKind.Method;
        if (kind != PropertyKind.Value)
        {
            FunctionKind functionKind = kind switch
            {
                PropertyKind.Getter => FunctionKind.Getter,
                PropertyKind.Setter => FunctionKind.Setter,
                _ => FunctionKind.Method,
            };
            FunctionNode function = ParseMethod(start, functionKind, isAsync, isGenerator, FunctionContext.SuperProperty);
            return Finish(new ObjectProperty(start, kind, key, Finish(new FunctionExpression(start, function))));
        }

        if (TryTake(TokenType.Colon))
        {
            Expression value = ParseAssignment(ExpressionContext.Cover);
            bool isPrototype = key.Name == "__proto__";
            return Finish(new ObjectProperty(start, isPrototype ? PropertyKind.Prototype : PropertyKind.Value, key, value));
        }

        return ParseShorthand(start, nameType, nameStart, key);
    }

    private ObjectProperty ParseShorthand(int start, TokenType nameType, int nameStart, PropertyName key)
    {
        if (nameType < TokenType.Async)
            throw ShorthandError(nameType, nameStart);
        string name = key.Name!;
        if (name == "await")
        {
            if (Has(FunctionContext.AwaitReserved))
                throw new SyntaxErrorException("'await' is not a variable here", nameStart);
            _awaitIdentifierPosition = nameStart;
        }

        if (name == "arguments" && Has(FunctionContext.NoArguments))
            throw new SyntaxErrorException("'arguments' is not allowed in field initialisers and static blocks", nameStart);

        Expression value = Finish(new Identifier(nameStart, name));
        if (_lexer.Type == TokenType.Assign)
        {
            int position = _lexer.Start;
            CheckBindingName(name, nameStart);
            Next();
            Expression defaultValue = ParseAssignment();
            value = Finish(new AssignmentExpression(nameStart, AssignmentOperator.Assign, value, defaultValue));
            if (_pendingInitializer < 0)
                _pendingInitializer = position;
        }

        return Finish(new ObjectProperty(start, PropertyKind.Value, key, value));
    }

    private SyntaxErrorException ShorthandError(TokenType nameType, int nameStart) =>
        nameType >= TokenType.In
            ? new SyntaxErrorException($"'{_source.AsSpan(nameStart, Math.Min(10, _lexer.PreviousEnd - nameStart))}' is a reserved word; write 'key: value'", nameStart)
            : Expected("':' after the property name");

    // async, get, set and static are modifiers where a property name follows them.
    private bool IsModifier()
    {
        bool isAsync = Is(TokenType.Async);
        char next = _lexer.PeekCharacter(out bool newline);
        if (isAsync && newline)
            return false;
        return next is '"' or '\'' or '[' or '#' || char.IsAsciiDigit(next) || (next == '*' && isAsync) || (next == '.' && PeeksNumber()) || _lexer.PeekIsName(out _);
    }

    private bool PeeksNumber()
    {
        LexerMark mark = Mark();
        Next();
        bool isNumber = _lexer.Type == TokenType.Number;
        Reset(mark);
        return isNumber;
    }

    private PropertyName ParsePropertyName()
    {
        var key = new PropertyName(_lexer.Start);
        switch (_lexer.Type)
        {
            case TokenType.String or >= TokenType.In:
                key.Name = _lexer.Text;
                break;
            case TokenType.Number:
                key.Name = NumberText.ToText(_lexer.Number);
                break;
            case TokenType.BigInt:
                key.Name = _lexer.BigInteger.ToString(CultureInfo.InvariantCulture);
                break;
            case TokenType.LeftBracket:
                Next();
                key.Computed = ParseAssignment();
                Expect(TokenType.RightBracket);
                return Finish(key);
            default:
                throw Expected("a property name");
        }

        Next();
        return Finish(key);
    }
}
