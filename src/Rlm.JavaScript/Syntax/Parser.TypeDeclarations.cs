namespace Rlm.JavaScript.Syntax;

/// <summary>Declarations and modifiers that only TypeScript has.</summary>
internal sealed partial class Parser
{
    // interface, type, declare, abstract class; null where the word is plain JavaScript.
    private Statement? TryParseTypeDeclaration()
    {
        if (!_options.AllowTypeAnnotations)
            return null;
        switch (_lexer.Text)
        {
            case "interface" when _lexer.PeekIsName(out _):
                return ParseInterface();
            case "type" when PeekIsTypeAlias():
                return ParseTypeAlias();
            case "declare" when _lexer.PeekIsName(out bool newline) && !newline:
                return ParseAmbientDeclaration();
            case "abstract" when _lexer.PeekIsWord("class", out bool newline) && !newline:
                Next();
                return ParseClassDeclaration();
            case "enum" or "const" when _lexer.PeekIsName(out _):
                throw Error("Enums are not supported; write const Name = { A: 0, B: 1 }");
            case "namespace" or "module" when _lexer.PeekIsName(out bool newline) && !newline:
                throw Error("Namespaces and modules are not supported; declare at top level, or use an object");
            default:
                return null;
        }
    }

    private EmptyStatement ParseInterface()
    {
        int start = _lexer.Start;
        Next();
        TakeTypeName();
        SkipTypeParameters();
        if (TryTake(TokenType.Extends))
        {
            do
            {
                if (!SkipType())
                    throw Expected("a type after 'extends'");
            }
            while (TryTake(TokenType.Comma));
        }

        if (_lexer.Type != TokenType.LeftBrace || !SkipBalanced())
            throw Expected("'{' and the members of the interface");
        return Finish(new EmptyStatement(start));
    }

    // type Name = … or type Name<…> = …, on one line up to the name; everything else is an identifier.
    private bool PeekIsTypeAlias()
    {
        if (_lexer.HasEscape || !_lexer.PeekIsName(out bool newline) || newline)
            return false;
        LexerMark mark = Mark();
        Next();
        bool isAlias = IsIdentifier && _lexer.PeekCharacter(out _) is '=' or '<';
        Reset(mark);
        return isAlias;
    }

    private EmptyStatement ParseTypeAlias()
    {
        int start = _lexer.Start;
        Next();
        TakeTypeName();
        SkipTypeParameters();
        Expect(TokenType.Assign);
        if (!SkipType())
            throw Expected("a type after '='");
        ExpectSemicolon();
        return Finish(new EmptyStatement(start));
    }

    private void TakeTypeName()
    {
        if (!IsIdentifier)
            throw Expected("the name of the type");
        (_typeNames ??= new HashSet<string>(StringComparer.Ordinal)).Add(_lexer.Text);
        Next();
    }

    // declare const x: T; declare function f(): T; declare class C { … }: names that exist already, so nothing is declared.
    private EmptyStatement ParseAmbientDeclaration()
    {
        int start = _lexer.Start;
        Next();
        switch (_lexer.Type)
        {
            case TokenType.Const or TokenType.Let or TokenType.Var when !_lexer.PeekIsWord("enum", out _):
                bool outer = _isAmbient;
                _isAmbient = true;
                _scopes.EnterFunction();
                ParseVariableStatement(VariableKind.Let);
                _scopes.Leave();
                _isAmbient = outer;
                break;
            case TokenType.Function:
                Next();
                if (IsIdentifier)
                    Next();
                SkipTypeParameters();
                if (_lexer.Type != TokenType.LeftParen || !SkipBalanced())
                    throw Expected("'(' and the parameters of the function");
                SkipDeclaredReturnType();
                ExpectSemicolon();
                break;
            case TokenType.Interface or TokenType.Identifier when TryParseTypeDeclaration() is { }:
                break;
            default:
                while (_lexer.Type is TokenType.String or >= TokenType.In or TokenType.Less or TokenType.Comma or TokenType.Greater or TokenType.Dot)
                    Next();
                if (_lexer.Type != TokenType.LeftBrace || !SkipBalanced())
                    throw Expected("a declaration after 'declare'");
                break;
        }

        return Finish(new EmptyStatement(start));
    }

    // private, readonly and the like before a member on the same line, where JavaScript would end the field.
    private bool IsTypeScriptModifier()
    {
        bool isWord = _lexer.Type is TokenType.Private or TokenType.Public or TokenType.Protected
            || (_lexer.Type == TokenType.Identifier && !_lexer.HasEscape && _lexer.Text is "readonly" or "override" or "abstract" or "declare");
        if (!isWord || !_options.AllowTypeAnnotations)
            return false;
        char next = _lexer.PeekCharacter(out bool newline);
        return !newline && (next is '[' or '#' or '"' or '\'' || char.IsAsciiDigit(next) || _lexer.PeekIsName(out _));
    }

    // [key: string]: T;
    private bool TrySkipIndexSignature()
    {
        if (!_options.AllowTypeAnnotations || _lexer.Type != TokenType.LeftBracket || !_lexer.PeekIsName(out _))
            return false;
        LexerMark mark = Mark();
        Next();
        if (!IsIdentifier || _lexer.PeekCharacter(out _) != ':')
        {
            Reset(mark);
            return false;
        }

        Reset(mark);
        if (!SkipBalanced())
            throw Expected("']'");
        SkipDeclaredType(allowDefinite: false);
        ExpectSemicolon();
        return true;
    }
}
