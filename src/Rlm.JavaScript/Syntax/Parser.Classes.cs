namespace Rlm.JavaScript.Syntax;

/// <seealso href="https://tc39.es/ecma262/#sec-class-definitions"/>
internal sealed partial class Parser
{
    private PrivateNames? _privateNames;

    private ClassDeclaration ParseClassDeclaration()
    {
        int start = _lexer.Start;
        ClassNode node = ParseClass(isDeclaration: true);
        return Finish(new ClassDeclaration(start, node));
    }

    private ClassNode ParseClass(bool isDeclaration)
    {
        Enter();
        var node = new ClassNode(_lexer.Start);
        Next();
        if (IsIdentifier)
        {
            int nameStart = _lexer.Start;
            node.Name = ParseIdentifierText();
            CheckBindingName(node.Name, nameStart);
            if (isDeclaration)
                _scopes.DeclareLexical(node.Name, nameStart);
        }
        else if (isDeclaration)
        {
            throw BindingExpected();
        }

        SkipTypeParameters();
        if (TryTake(TokenType.Extends))
        {
            node.SuperClass = ParseChain(ExpressionContext.None);
            SkipHeritageTypeArguments();
        }

        SkipImplements();
        _privateNames = new PrivateNames(_privateNames, _meter);
        ParseClassBody(node);
        _privateNames.Leave();
        _privateNames = _privateNames.Outer;
        Leave();
        return Finish(node);
    }

    private void ParseClassBody(ClassNode node)
    {
        if (_lexer.Type != TokenType.LeftBrace)
            throw Expected("'{' and the body of the class");
        Next();
        ListBuilder<ClassElement> elements = default;
        while (_lexer.Type != TokenType.RightBrace)
        {
            if (TryTake(TokenType.Semicolon))
                continue;
            if (ParseClassElement(node) is { } element)
                elements.Add(element);
        }

        Next();
        node.Elements = elements.ToArray();
    }

    // Null for the constructor, which is kept apart, and for what exists only in TypeScript.
    private ClassElement? ParseClassElement(ClassNode node)
    {
        int start = _lexer.Start;
        bool isStatic = false;
        bool isDeclared = false;
        while (true)
        {
            if (!isStatic && Is(TokenType.Static) && IsStaticModifier())
            {
                isStatic = true;
                Next();
                if (_lexer.Type == TokenType.LeftBrace)
                    return ParseStaticBlock(start);
            }
            else if (IsTypeScriptModifier())
            {
                isDeclared |= _lexer.Text is "declare" or "abstract";
                Next();
            }
            else
            {
                break;
            }
        }

        if (TrySkipIndexSignature())
            return null;

        int definitionStart = _lexer.Start;
        bool isAsync = false;
        bool isGenerator = false;
        var kind = ClassElementKind.Field;
        if (_lexer.Type is TokenType.Async or TokenType.Get or TokenType.Set && IsModifier())
        {
            isAsync = Is(TokenType.Async);
            kind = isAsync ? ClassElementKind.Method : Is(TokenType.Get) ? ClassElementKind.Getter : ClassElementKind.Setter;
            Next();
        }

        if (kind is ClassElementKind.Field or ClassElementKind.Method && TryTake(TokenType.Multiply))
        {
            isGenerator = true;
            kind = ClassElementKind.Method;
        }

        int nameStart = _lexer.Start;
        PropertyName key = ParseClassElementName();
        SkipOptionalMark();
        bool isPlain = kind == ClassElementKind.Field;
        if (isPlain && (_lexer.Type == TokenType.LeftParen || IsTypeParameterStart))
            kind = ClassElementKind.Method;

        bool isConstructor = !isStatic && key.Name == "constructor";
        CheckClassElementName(key, kind, isStatic, isConstructor && !(isPlain && kind == ClassElementKind.Method), nameStart);
        var element = new ClassElement(start, kind, isStatic, key);
        if (kind == ClassElementKind.Field)
        {
            if (key.PrivateName is not null)
                _privateNames!.Declare(key.PrivateName, nameStart, kind, isStatic);
            ParseField(element);
            return isDeclared ? null : Finish(element);
        }

        FunctionNode function = ParseClassMethod(node, kind, definitionStart, isAsync, isGenerator, isConstructor, out bool hasBody);
        if (!hasBody)
            return null;
        if (isConstructor)
        {
            if (node.Constructor is not null)
                throw new SyntaxErrorException("A class has one constructor at most", nameStart);
            node.Constructor = function;
            return null;
        }

        if (key.PrivateName is not null)
            _privateNames!.Declare(key.PrivateName, nameStart, kind, isStatic);
        element.Function = function;
        return Finish(element);
    }

    private FunctionNode ParseClassMethod(
        ClassNode node, ClassElementKind kind, int start, bool isAsync, bool isGenerator, bool isConstructor, out bool hasBody)
    {
        FunctionKind functionKind = kind switch
        {
            ClassElementKind.Getter => FunctionKind.Getter,
            ClassElementKind.Setter => FunctionKind.Setter,
            _ when !isConstructor => FunctionKind.Method,
            _ when node.SuperClass is null => FunctionKind.ClassConstructor,
            _ => FunctionKind.DerivedConstructor,
        };
        FunctionContext context = FunctionContext.SuperProperty
            | (functionKind == FunctionKind.DerivedConstructor ? FunctionContext.SuperCall : FunctionContext.None);
        var function = new FunctionNode(start, functionKind) { IsAsync = isAsync, IsGenerator = isGenerator };
        hasBody = ParseFunctionRest(function, context, mayOmitBody: true);
        CheckAccessor(function);
        return function;
    }

    private static void CheckClassElementName(PropertyName key, ClassElementKind kind, bool isStatic, bool isSpecialConstructor, int position)
    {
        if (key.PrivateName == "constructor")
            throw new SyntaxErrorException("A private name cannot be '#constructor'", position);
        if (isSpecialConstructor || (isStatic && kind == ClassElementKind.Field && key.Name == "constructor"))
            throw new SyntaxErrorException("'constructor' must be a plain method of the class: no field, getter, setter, generator or async method", position);
        if (isStatic && key.Name == "prototype")
            throw new SyntaxErrorException("A static member cannot be named 'prototype'", position);
    }

    private PropertyName ParseClassElementName()
    {
        if (_lexer.Type != TokenType.PrivateName)
            return ParsePropertyName();
        var key = new PropertyName(_lexer.Start) { PrivateName = _lexer.Text };
        Next();
        return Finish(key);
    }

    private void ParseField(ClassElement element)
    {
        SkipDeclaredType(allowDefinite: true);
        if (TryTake(TokenType.Assign))
        {
            var function = new FunctionNode(_lexer.Start, FunctionKind.Method) { HasSimpleParameters = true };
            FunctionState state = EnterFunction(
                FunctionContext.SuperProperty | FunctionContext.NewTarget | FunctionContext.NoArguments | (_context & FunctionContext.AwaitReserved));
            function.ExpressionBody = ParseAssignment();
            LeaveFunction(state);
            element.Initializer = Finish(function);
        }

        ExpectSemicolon();
    }

    private ClassElement ParseStaticBlock(int start)
    {
        var function = new FunctionNode(_lexer.Start, FunctionKind.StaticBlock) { HasSimpleParameters = true };
        FunctionState state = EnterFunction(
            FunctionContext.SuperProperty | FunctionContext.NewTarget | FunctionContext.NoArguments
            | FunctionContext.StaticBlock | FunctionContext.Await | FunctionContext.AwaitReserved);
        function.Body = ParseBraces(isTopLevel: true);
        LeaveFunction(state);
        return Finish(new ClassElement(start, ClassElementKind.StaticBlock, isStatic: true, key: null) { Function = Finish(function) });
    }

    private bool IsStaticModifier() => _lexer.PeekCharacter(out _) is not ('(' or '=' or ';' or '}' or ':' or '?' or '!' or '<' or ',' or '\0');

    private string UsePrivateName()
    {
        string name = _lexer.Text;
        if (_privateNames is null)
            throw new SyntaxErrorException($"The private name '#{Shorten(name)}' may be used only in the class that declares it; comments begin with //", _lexer.Start);
        _privateNames.Use(name, _lexer.Start);
        Next();
        return name;
    }
}
