using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>Compiles a syntax tree to code; collects what all its functions share.</summary>
internal sealed class ScriptCompiler
{
    private readonly Dictionary<string, int> _globals = new(StringComparer.Ordinal);
    private readonly List<string> _propertySites = [];
    private readonly List<string[]> _literalSites = [];
    private readonly List<TemplateSite> _templateSites = [];
    private readonly List<Value> _strings = [];

    private ScriptCompiler(SourceText source, ScopeAnalysis analysis, Meter meter)
    {
        Source = source;
        Analysis = analysis;
        Meter = meter;
    }

    /// <summary>Is charged with every instruction.</summary>
    public Meter Meter { get; }

    public SourceText Source { get; }

    public ScopeAnalysis Analysis { get; }

    public static CompiledScript Compile(Script script, SourceText source, Meter meter)
    {
        var compiler = new ScriptCompiler(source, ScopeAnalysis.Run(script, meter), meter);
        var declarations = new List<GlobalDeclaration>();
        CollectDeclarations(script, declarations, meter);
        var constants = declarations
            .Where(declaration => declaration.Kind == GlobalDeclarationKind.Const)
            .Select(declaration => declaration.Name)
            .ToHashSet(StringComparer.Ordinal);
        CodeBlock main = FunctionCompiler.CompileScript(compiler, script, constants);
        return new CompiledScript
        {
            Source = source,
            Main = main,
            Globals = [.. compiler._globals.Keys],
            Declarations = [.. declarations],
            PropertySites = [.. compiler._propertySites],
            LiteralSites = [.. compiler._literalSites],
            TemplateSites = [.. compiler._templateSites],
            Strings = [.. compiler._strings],
            CodeBytes = compiler.CodeBytes,
            EndsWithExpression = EndsWithExpression(script),
        };
    }

    /// <summary>The model bytes of the code so far.</summary>
    public long CodeBytes { get; private set; }

    public CodeBlock Finish(CodeBlock code)
    {
        CodeBytes += code.OwnBytes;
        return code;
    }

    public int Global(string name)
    {
        if (!_globals.TryGetValue(name, out int number))
        {
            number = _globals.Count;
            _globals.Add(name, number);
        }

        return number;
    }

    public int PropertySite(string name)
    {
        _propertySites.Add(name);
        return _propertySites.Count - 1;
    }

    public int LiteralSite(string[] names)
    {
        _literalSites.Add(names);
        return _literalSites.Count - 1;
    }

    public Value StringConstant(string text)
    {
        var value = Value.FromString(text);
        _strings.Add(value);
        return value;
    }

    public int TemplateSite(TemplateLink template)
    {
        _templateSites.Add(new TemplateSite(template.Cooked, template.Raw));
        return _templateSites.Count - 1;
    }

    /// <summary>Lists the declarations in the order of the source.</summary>
    private static void CollectDeclarations(Script script, List<GlobalDeclaration> declarations, Meter meter)
    {
        foreach (Statement statement in script.Body)
        {
            meter.Work(1);
            declarations.AddRange(VarNames.In([statement]).Select(name => new GlobalDeclaration(name.Name, GlobalDeclarationKind.Var)));
            switch (statement)
            {
                case VariableDeclaration { Kind: not VariableKind.Var } declaration:
                    GlobalDeclarationKind kind = declaration.Kind == VariableKind.Const ? GlobalDeclarationKind.Const : GlobalDeclarationKind.Let;
                    declarations.AddRange(declaration.Declarators
                        .SelectMany(declarator => BoundNames.Of(declarator.Target))
                        .Select(name => new GlobalDeclaration(name.Name, kind)));
                    break;
                case FunctionDeclaration function:
                    declarations.Add(new GlobalDeclaration(function.Function.Name!, GlobalDeclarationKind.Function));
                    break;
                case ClassDeclaration @class:
                    declarations.Add(new GlobalDeclaration(@class.Class.Name!, GlobalDeclarationKind.Class));
                    break;
            }
        }
    }

    private static bool EndsWithExpression(Script script) =>
        script.Body.Count > 0 && script.Body[^1] is ExpressionStatement { Expression: var expression } && !IsPrint(expression);

    private static bool IsPrint(Expression expression) => expression is ChainExpression chain && chain.Links[^1] is CallLink && chain.Base is Identifier callee
        && ((callee.Name == "print" && chain.Links.Count == 1) || (callee.Name == "console" && chain.Links.Count == 2));
}
