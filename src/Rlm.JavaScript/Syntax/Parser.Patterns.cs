namespace Rlm.JavaScript.Syntax;

/// <summary>Binding patterns, and the conversion of expressions that turn out to be patterns.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-destructuring-binding-patterns"/>
internal sealed partial class Parser
{
    private enum BindingKind
    {
        Var,
        Lexical,
        Parameter,
        CatchIdentifier,
        CatchPattern,
    }

    // BindingIdentifier or BindingPattern; declares the names.
    private Node ParseBindingTarget(BindingKind kind)
    {
        switch (_lexer.Type)
        {
            case TokenType.LeftBracket:
                return ParseArrayBinding(kind);
            case TokenType.LeftBrace:
                return ParseObjectBinding(kind);
            case >= TokenType.Async:
                return ParseBindingIdentifier(kind);
            default:
                throw BindingExpected();
        }
    }

    private Identifier ParseBindingIdentifier(BindingKind kind)
    {
        int start = _lexer.Start;
        if (!IsIdentifier)
            throw BindingExpected();
        string name = ParseIdentifierText();
        CheckBindingName(name, start);
        Declare(name, start, kind);
        return Finish(new Identifier(start, name));
    }

    private static void CheckBindingName(string name, int position)
    {
        if (name is "eval" or "arguments")
            throw new SyntaxErrorException($"'{name}' cannot be declared or assigned; choose another name", position);
    }

    private void Declare(string name, int position, BindingKind kind)
    {
        switch (kind)
        {
            case BindingKind.Var:
                _scopes.DeclareVar(name, position);
                break;
            case BindingKind.Lexical:
                _scopes.DeclareLexical(name, position);
                break;
            case BindingKind.Parameter:
                _scopes.DeclareParameter(name, position);
                break;
            default:
                _scopes.DeclareCatchParameter(name, position, kind == BindingKind.CatchPattern);
                break;
        }
    }

    private ArrayPattern ParseArrayBinding(BindingKind kind)
    {
        Enter();
        int start = _lexer.Start;
        Next();
        ListBuilder<PatternElement?> elements = default;
        Node? rest = null;
        while (_lexer.Type != TokenType.RightBracket)
        {
            if (TryTake(TokenType.Comma))
            {
                elements.Add(null);
                _meter.Allocate(sizeof(long));
                continue;
            }

            if (TryTake(TokenType.Ellipsis))
            {
                rest = ParseBindingTarget(kind);
                if (_lexer.Type != TokenType.RightBracket)
                    throw Expected("']': a rest element must be the last one, without a ',' behind it");
                break;
            }

            elements.Add(ParseBindingElement(kind));
            if (_lexer.Type != TokenType.RightBracket && !TryTake(TokenType.Comma))
                throw Expected(TokenType.RightBracket, "',' or ']' in the pattern");
        }

        Next();
        Leave();
        return Finish(new ArrayPattern(start, elements.ToArray(), rest));
    }

    private ObjectPattern ParseObjectBinding(BindingKind kind)
    {
        Enter();
        int start = _lexer.Start;
        Next();
        ListBuilder<PatternProperty> properties = default;
        Node? rest = null;
        while (_lexer.Type != TokenType.RightBrace)
        {
            if (TryTake(TokenType.Ellipsis))
            {
                rest = ParseBindingIdentifier(kind);
                if (_lexer.Type != TokenType.RightBrace)
                    throw Expected("'}': a rest element must be the last one, without a ',' behind it");
                break;
            }

            properties.Add(ParsePropertyBinding(kind));
            if (_lexer.Type != TokenType.RightBrace && !TryTake(TokenType.Comma))
                throw Expected(TokenType.RightBrace, "',' or '}' in the pattern");
        }

        Next();
        Leave();
        return Finish(new ObjectPattern(start, properties.ToArray(), rest));
    }

    private PatternProperty ParsePropertyBinding(BindingKind kind)
    {
        int start = _lexer.Start;
        char next = IsIdentifier ? _lexer.PeekCharacter(out _) : ':';
        if (next != ':')
        {
            var shorthand = new PropertyName(start) { Name = _lexer.Text };
            Identifier target = ParseBindingIdentifier(kind);
            Finish(shorthand);
            Expression? shorthandDefault = TryTake(TokenType.Assign) ? ParseAssignment() : null;
            return Finish(new PatternProperty(start, shorthand, Finish(new PatternElement(start, target, shorthandDefault))));
        }

        TokenType nameType = _lexer.Type;
        PropertyName key = ParsePropertyName();
        if (_lexer.Type != TokenType.Colon && key.Name is not null)
            throw ShorthandError(nameType, start);
        Expect(TokenType.Colon);
        return Finish(new PatternProperty(start, key, ParseBindingElement(kind)));
    }

    private PatternElement ParseBindingElement(BindingKind kind)
    {
        int start = _lexer.Start;
        Node target = ParseBindingTarget(kind);
        Expression? defaultValue = TryTake(TokenType.Assign) ? ParseAssignment() : null;
        return Finish(new PatternElement(start, target, defaultValue));
    }

    // An identifier or a member that may be assigned to.
    private Node ToSimpleTarget(Expression expression)
    {
        switch (expression)
        {
            case Identifier identifier:
                CheckBindingName(identifier.Name, identifier.Start);
                return identifier;
            case ChainExpression { IsMember: true } chain:
                foreach (ChainLink link in chain.Links)
                {
                    if (link.IsOptional)
                        throw new SyntaxErrorException("An optional chain '?.' cannot be assigned to", expression.Start);
                }

                return chain;
            case ObjectLiteral or ArrayLiteral or AssignmentExpression { Target: Pattern } when expression.IsParenthesized:
                throw new SyntaxErrorException("A destructuring pattern must not stand in parentheses of its own; put them around the whole assignment", expression.Start);
            default:
                throw InvalidTarget(expression);
        }
    }

    private Node ToTarget(Expression expression, bool isBinding)
    {
        if (expression is ArrayLiteral or ObjectLiteral && !expression.IsParenthesized)
        {
            Enter();
            Pattern pattern = expression is ArrayLiteral array ? ToArrayPattern(array, isBinding) : ToObjectPattern((ObjectLiteral)expression, isBinding);
            Leave();
            return pattern;
        }

        if (!isBinding)
            return ToSimpleTarget(expression);
        if (expression is not Identifier { IsParenthesized: false } identifier)
            throw new SyntaxErrorException("A parameter must be a name or a pattern", expression.Start);
        CheckBindingName(identifier.Name, identifier.Start);
        return identifier;
    }

    private PatternElement ToElement(Expression expression, bool isBinding)
    {
        _meter.Work(1);
        if (expression is AssignmentExpression { Operator: AssignmentOperator.Assign, IsParenthesized: false } assignment)
        {
            // Patterns in here were converted when their '=' was read, as targets of an assignment.
            if (isBinding)
                CheckIsBinding(assignment.Target);
            return new PatternElement(expression.Start, assignment.Target, assignment.Value) { End = expression.End };
        }

        Node target = ToTarget(expression, isBinding);
        return new PatternElement(expression.Start, target, defaultValue: null) { End = expression.End };
    }

    private ArrayPattern ToArrayPattern(ArrayLiteral literal, bool isBinding)
    {
        ListBuilder<PatternElement?> elements = default;
        Node? rest = null;
        for (int index = 0; index < literal.Elements.Count; index++)
        {
            Expression? element = literal.Elements[index];
            if (element is SpreadElement spread)
            {
                CheckIsLast(spread, spread.Start, index, literal.Elements.Count);
                rest = ToTarget(spread.Argument, isBinding);
            }
            else
            {
                elements.Add(element is null ? null : ToElement(element, isBinding));
            }
        }

        return new ArrayPattern(literal.Start, elements.ToArray(), rest) { End = literal.End };
    }

    private ObjectPattern ToObjectPattern(ObjectLiteral literal, bool isBinding)
    {
        ListBuilder<PatternProperty> properties = default;
        Node? rest = null;
        for (int index = 0; index < literal.Properties.Count; index++)
        {
            ObjectProperty property = literal.Properties[index];
            switch (property.Kind)
            {
                case PropertyKind.Value or PropertyKind.Prototype:
                    properties.Add(new PatternProperty(property.Start, property.Key!, ToElement(property.Value, isBinding)) { End = property.End });
                    break;
                case PropertyKind.Spread:
                    CheckIsLast(property, property.Start, index, literal.Properties.Count);
                    if (property.Value is ArrayLiteral or ObjectLiteral)
                        throw new SyntaxErrorException("The rest of an object pattern must be a name", property.Value.Start);
                    rest = ToTarget(property.Value, isBinding);
                    break;
                default:
                    throw new SyntaxErrorException("A method cannot be assigned to", property.Start);
            }
        }

        return new ObjectPattern(literal.Start, properties.ToArray(), rest) { End = literal.End };
    }

    private void CheckIsLast(Node spread, int position, int index, int count)
    {
        if (index != count - 1 || (_spreadsBeforeComma?.Contains(spread) ?? false))
            throw new SyntaxErrorException("A rest element must be the last one, without a ',' behind it", position);
    }

    // A pattern of an assignment may hold members, one of parameters only names.
    private void CheckIsBinding(Node target)
    {
        switch (target)
        {
            case Identifier { IsParenthesized: false }:
                break;
            case ArrayPattern array:
                foreach (PatternElement? element in array.Elements)
                {
                    if (element is not null)
                        CheckIsBinding(element.Target);
                }

                if (array.Rest is not null)
                    CheckIsBinding(array.Rest);
                break;
            case ObjectPattern pattern:
                foreach (PatternProperty property in pattern.Properties)
                    CheckIsBinding(property.Value.Target);
                if (pattern.Rest is not null)
                    CheckIsBinding(pattern.Rest);
                break;
            default:
                throw new SyntaxErrorException("A parameter must be a name or a pattern of names", target.Start);
        }
    }

    private void ForEachName(Node target, Action<Parser, string, int> action)
    {
        switch (target)
        {
            case Identifier identifier:
                action(this, identifier.Name, identifier.Start);
                break;
            case ArrayPattern array:
                foreach (PatternElement? element in array.Elements)
                {
                    if (element is not null)
                        ForEachName(element.Target, action);
                }

                if (array.Rest is not null)
                    ForEachName(array.Rest, action);
                break;
            case ObjectPattern pattern:
                foreach (PatternProperty property in pattern.Properties)
                    ForEachName(property.Value.Target, action);
                if (pattern.Rest is not null)
                    ForEachName(pattern.Rest, action);
                break;
        }
    }
}
