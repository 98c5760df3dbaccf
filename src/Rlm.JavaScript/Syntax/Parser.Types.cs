namespace Rlm.JavaScript.Syntax;

/// <summary>
/// TypeScript annotations: read and forgotten. A program that is JavaScript already keeps its meaning: an annotation is
/// only taken where the plain grammar has an error. The methods that read a type return false where there is none,
/// so that they serve for trying as well.
/// </summary>
internal sealed partial class Parser
{
    // How much is read ahead to find out whether < opens type arguments.
    private const int MaxTrialTokens = 256;
    private const int MaxTrialDepth = 8;

    private bool _isAmbient;
    private HashSet<string>? _typeNames;

    // While trying: the tokens left; and whether something was seen that is no JavaScript.
    private bool _isTrial;
    private int _trialTokens;
    private int _typeDepth;
    private bool _sawOnlyType;

    private bool IsTypeOperator =>
        _lexer.Type is TokenType.As or TokenType.Satisfies && !_lexer.NewlineBefore && _options.AllowTypeAnnotations;

    private bool IsNonNullAssertion => _lexer.Type == TokenType.Not && !_lexer.NewlineBefore && _options.AllowTypeAnnotations;

    private bool IsTypeParameterStart => _lexer.Type == TokenType.Less && _options.AllowTypeAnnotations;

    // The end of a function signature without a body: of an overload or an abstract method.
    private bool IsEndOfSignature => _options.AllowTypeAnnotations
        && (_lexer.Type == TokenType.Semicolon || (_lexer.NewlineBefore && _lexer.Type == TokenType.Function));

    private void SkipTypeOperator()
    {
        Next();
        if (!TryTake(TokenType.Const) && !SkipType())
            throw Expected("a type");
    }

    private void SkipDeclaredType(bool allowDefinite)
    {
        if (!_options.AllowTypeAnnotations)
            return;
        if (allowDefinite && _lexer.Type is TokenType.Not or TokenType.Question && _lexer.PeekCharacter(out _) == ':')
            Next();
        if (TryTake(TokenType.Colon) && !SkipType())
            throw Expected("a type after ':'");
    }

    private void SkipOptionalMark()
    {
        if (_options.AllowTypeAnnotations)
            TryTake(TokenType.Question);
    }

    private void SkipDeclaredReturnType()
    {
        if (_options.AllowTypeAnnotations && TryTake(TokenType.Colon) && !SkipReturnType())
            throw Expected("a type after ':'");
    }

    // A type, 'x is T' or 'asserts x is T'.
    private bool SkipReturnType()
    {
        bool isAssertion = IsWord("asserts");
        if (!SkipType())
            return false;
        if (isAssertion && (IsIdentifier || Is(TokenType.This)) && !_lexer.NewlineBefore && !IsWord("is"))
            Next();
        if (!IsWord("is") || _lexer.NewlineBefore)
            return true;
        Next();
        return SkipType();
    }

    // In parameters of an arrow function the annotation stands behind what was read as an expression.
    private Expression ParseAnnotatedParameter(Expression item)
    {
        TryTake(TokenType.Question);
        if (TryTake(TokenType.Colon) && !SkipType())
            throw Expected("a type after ':'");
        if (_lexer.Type != TokenType.Assign || item is AssignmentExpression)
            return item;

        Node target = ToTarget(item, isBinding: true);
        _pendingInitializer = _pendingPrototype = -1;
        Next();
        Expression value = ParseAssignment();
        return Finish(new AssignmentExpression(item.Start, AssignmentOperator.Assign, target, value));
    }

    // x? before a type, a comma or the end of the parameters.
    private bool IsOptionalParameterMark(ExpressionContext context) =>
        _options.AllowTypeAnnotations && (context & ExpressionContext.Cover) != ExpressionContext.None && _lexer.PeekCharacter(out _) is ':' or ',' or ')';

    private void SkipThisParameter()
    {
        if (!_options.AllowTypeAnnotations || _lexer.Type != TokenType.This || _lexer.PeekCharacter(out _) != ':')
            return;
        Next();
        SkipDeclaredType(allowDefinite: false);
        if (_lexer.Type != TokenType.RightParen)
            Expect(TokenType.Comma);
    }

    private void RejectParameterProperty()
    {
        bool isModifier = _lexer.Type is TokenType.Private or TokenType.Public or TokenType.Protected || IsWord("readonly");
        if (_options.AllowTypeAnnotations && isModifier && _lexer.PeekIsName(out _))
            throw Error($"Parameter properties ('{_lexer.Text} name') are not supported; declare a field and assign it in the constructor");
    }

    private void SkipTypeParameters()
    {
        if (IsTypeParameterStart && !SkipTypeList(areParameters: true))
            throw Expected("type parameters after '<'");
    }

    private void SkipHeritageTypeArguments()
    {
        if (IsTypeParameterStart && !SkipTypeList(areParameters: false))
            throw Expected("type arguments after '<'");
    }

    private void SkipImplements()
    {
        if (!_options.AllowTypeAnnotations || !TryTake(TokenType.Implements))
            return;
        do
        {
            if (!SkipType())
                throw Expected("a type after 'implements'");
        }
        while (TryTake(TokenType.Comma));
    }

    // <T>(x: T) => x
    private FunctionExpression ParseGenericArrow(ExpressionContext context)
    {
        int start = _lexer.Start;
        if (_source.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
            throw Error("A comment begins with //, not with <!--");
        if (!SkipTypeList(areParameters: true) || _lexer.Type != TokenType.LeftParen)
            throw new SyntaxErrorException("An expression cannot begin with '<': a type assertion is written 'value as Type', and JavaScript has no XML literals here", start);
        CoverList list = ParseCoverList() with { IsAnnotated = true };
        if (!BeginsArrowBody(list, context))
            throw Expected("'=>'");
        return ParseArrow(start, list, isAsync: false, context);
    }

    /// <summary>Takes the type parameters of <c>async &lt;T,&gt;(x: T) => x</c>. That <c>async</c> is compared with two values has to be written without parentheses.</summary>
    private bool TrySkipAsyncTypeParameters()
    {
        if (_isTrial)
            return false;

        LexerMark mark = Mark();
        if (TrySkipTypeList(areParameters: true) && _lexer.Type == TokenType.LeftParen)
            return true;
        Reset(mark);
        return false;
    }

    /// <summary>Takes &lt;…&gt; as type arguments only where the text cannot be two comparisons.</summary>
    private bool TrySkipTypeArguments()
    {
        if (_lexer.Type != TokenType.Less || _lexer.Start != _lexer.PreviousEnd || _isTrial)
            return false;

        LexerMark mark = Mark();
        if (TrySkipTypeList(areParameters: false) && _lexer.Type is TokenType.LeftParen or TokenType.Template && (_sawOnlyType || IsEmptyCall()))
            return true;
        Reset(mark);
        return false;
    }

    private bool TrySkipTypeList(bool areParameters)
    {
        int outerDepth = _typeDepth;
        _typeDepth = 0;
        (_isTrial, _trialTokens, _sawOnlyType) = (true, MaxTrialTokens, false);
        bool isList = SkipTypeList(areParameters);
        _isTrial = false;
        _typeDepth = outerDepth;
        return isList;
    }

    // a < b > () is no comparison, unless it goes on as an arrow function: then it is an error in any case.
    private bool IsEmptyCall() => _lexer.Type == TokenType.LeftParen && _lexer.PeekCharacter(out _) == ')';

    // <A, B> or, as parameters, <const A extends B = C, D>
    private bool SkipTypeList(bool areParameters)
    {
        if (!NextInType())
            return false;
        do
        {
            if (areParameters)
            {
                while (_lexer.Type is TokenType.Const or TokenType.In && NextInType())
                {
                }
            }

            if (!SkipType(isConstrained: areParameters))
                return false;
            if (areParameters && ((Is(TokenType.Extends) && !(NextInType() && SkipType())) || (Is(TokenType.Assign) && !(NextInType() && SkipType()))))
                return false;
        }
        while (_lexer.Type == TokenType.Comma && NextInType() && !IsClosingGreater);

        if (!IsClosingGreater)
            return false;
        if (_lexer.Type != TokenType.Greater)
            _lexer.SplitGreater();
        return NextInType();
    }

    private bool IsClosingGreater => _lexer.Type is TokenType.Greater or TokenType.GreaterOrEqual
        or TokenType.ShiftRight or TokenType.ShiftRightAssign or TokenType.ShiftRightUnsigned or TokenType.ShiftRightUnsignedAssign;

    // The one way forward inside a type, so that a trial ends. A slash may open a regular expression, which only the parser of expressions can read.
    private bool NextInType()
    {
        if ((_isTrial && --_trialTokens < 0) || _lexer.Type is TokenType.Divide or TokenType.DivideAssign or TokenType.EndOfInput)
            return false;
        Next();
        return true;
    }

    private bool SkipType(bool isConstrained = false)
    {
        if (_isTrial && _typeDepth >= MaxTrialDepth)
            return false;
        Enter();
        _typeDepth++;
        bool isType = SkipFunctionType() ?? SkipUnion();
        // T extends U ? X : Y
        if (isType && !isConstrained && Is(TokenType.Extends) && !_lexer.NewlineBefore)
        {
            isType = NextInType() && SkipType(isConstrained: true)
                && Is(TokenType.Question) && NextInType() && SkipType()
                && Is(TokenType.Colon) && NextInType() && SkipType();
        }

        _typeDepth--;
        Leave();
        return isType;
    }

    // (a: T) => U, <T>(a: T) => U, new (a: T) => U; null where it is another type.
    private bool? SkipFunctionType()
    {
        if (IsWord("abstract") && _lexer.PeekIsWord("new", out _))
            NextInType();
        bool isDefinite = _lexer.Type is TokenType.New or TokenType.Less;
        if (Is(TokenType.New) && !NextInType())
            return false;
        if (Is(TokenType.Less) && !SkipTypeList(areParameters: true))
            return false;
        if (_lexer.Type != TokenType.LeftParen)
            return isDefinite ? false : null;

        LexerMark mark = Mark();
        if (SkipBalanced() && Is(TokenType.Arrow) && !_lexer.NewlineBefore)
        {
            _sawOnlyType = true;
            return NextInType() && SkipReturnType();
        }

        Reset(mark);
        return isDefinite ? false : null;
    }

    private bool SkipUnion()
    {
        if (_lexer.Type is TokenType.BitwiseOr or TokenType.BitwiseAnd && !NextInType())
            return false;
        while (SkipPostfixType())
        {
            if (_lexer.Type is not (TokenType.BitwiseOr or TokenType.BitwiseAnd))
                return true;
            if (!NextInType())
                return false;
            // A function type may stand at the end of a union only in parentheses, as SkipPrimaryType reads it.
        }

        return false;
    }

    private bool SkipPostfixType()
    {
        if (!SkipPrimaryType())
            return false;
        while (_lexer.Type == TokenType.LeftBracket && !_lexer.NewlineBefore)
        {
            if (!NextInType())
                return false;
            if (Is(TokenType.RightBracket))
                _sawOnlyType = true;
            else if (!SkipType())
                return false;
            if (!Is(TokenType.RightBracket) || !NextInType())
                return false;
        }

        return true;
    }

    private bool SkipPrimaryType()
    {
        while (IsTypePrefix())
        {
            _sawOnlyType |= _lexer.Type != TokenType.TypeOf;
            if (!NextInType())
                return false;
        }

        switch (_lexer.Type)
        {
            case TokenType.String or TokenType.Number or TokenType.BigInt or TokenType.True or TokenType.False or TokenType.Null:
                return NextInType();
            case TokenType.Void:
                _sawOnlyType = true;
                return NextInType();
            case TokenType.Subtract:
                return NextInType() && _lexer.Type is TokenType.Number or TokenType.BigInt && NextInType();
            case TokenType.LeftBrace or TokenType.LeftBracket:
                return SkipBalanced();
            case TokenType.LeftParen:
                return NextInType() && SkipType() && Is(TokenType.RightParen) && NextInType();
            case TokenType.Template:
                return SkipTemplateType();
            case TokenType.This or >= TokenType.Async:
                return SkipTypeReference();
            default:
                return false;
        }
    }

    private bool IsTypePrefix() =>
        _lexer.Type == TokenType.TypeOf
        || (_lexer.Text is "keyof" or "readonly" or "unique" or "infer" && _lexer.Type == TokenType.Identifier
            && (_lexer.PeekIsName(out bool newline) || _lexer.PeekCharacter(out newline) is '[' or '(' or '{') && !newline);

    private bool SkipTypeReference()
    {
        NoteTypeName();
        if (!NextInType())
            return false;
        while (Is(TokenType.Dot))
        {
            if (!NextInType() || !IsIdentifierName || !NextInType())
                return false;
        }

        return _lexer.Type != TokenType.Less || _lexer.NewlineBefore || SkipTypeList(areParameters: false);
    }

    // Names that mean a type and that the program does not use as variables.
    private void NoteTypeName()
    {
        if (_sawOnlyType || _lexer.Type != TokenType.Identifier)
            return;
        string name = _lexer.Text;
        _sawOnlyType = name is "string" or "number" or "boolean" or "any" or "unknown" or "never" or "object" or "bigint" or "symbol"
            ? !_scopes.IsDeclared(name)
            : _typeNames?.Contains(name) ?? false;
    }

    private bool SkipTemplateType()
    {
        int start = _lexer.Start;
        while (!_lexer.ScanTemplateChunk(_lexer.End, start))
        {
            PushBracket(_lexer.End - 1);
            _lexer.Next();
            if (!SkipType() || !Is(TokenType.RightBrace))
                return false;
            _openBracketCount--;
        }

        _lexer.Next();
        return true;
    }

    // From an opening bracket behind its closing one.
    private bool SkipBalanced()
    {
        int depth = 0;
        do
        {
            switch (_lexer.Type)
            {
                case TokenType.LeftBrace or TokenType.LeftBracket or TokenType.LeftParen:
                    depth++;
                    break;
                case TokenType.RightBrace or TokenType.RightBracket or TokenType.RightParen:
                    depth--;
                    break;
                case TokenType.Template:
                    if (!SkipTemplateType())
                        return false;
                    continue;
                case TokenType.Identifier:
                    NoteTypeName();
                    break;
            }

            if (!NextInType())
                return false;
        }
        while (depth > 0);
        return true;
    }

    private bool IsWord(string word) => _lexer.Type == TokenType.Identifier && !_lexer.HasEscape && _lexer.Text == word;
}
