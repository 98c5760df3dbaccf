using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>
/// Finds the scopes of a script, what each declares, and which variables inner functions use. The names of the script's own top level are no
/// variables here: they are globals of the session.
/// </summary>
internal sealed partial class ScopeAnalysis
{
    private readonly Dictionary<Node, LexicalScope> _scopes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FunctionNode, LexicalScope> _bodyScopes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FunctionNode, LexicalScope> _nameScopes = new(ReferenceEqualityComparer.Instance);
    private readonly Meter _meter;
    private LexicalScope _current;
    private FunctionScope _function;

    private ScopeAnalysis(Meter meter)
    {
        _meter = meter;
        _function = new FunctionScope(parent: null, node: null);
        _current = new LexicalScope(parent: null, _function);
        Script = _current;
    }

    /// <summary>The scope of the top level; declares nothing.</summary>
    public LexicalScope Script { get; }

    public static ScopeAnalysis Run(Script script, Meter meter)
    {
        var analysis = new ScopeAnalysis(meter);
        analysis._scopes.Add(script, analysis.Script);
        analysis.Statements(script.Body);
        return analysis;
    }

    /// <summary>The scope that a node opens; null where it needs none.</summary>
    public LexicalScope? ScopeOf(Node node) => _scopes.GetValueOrDefault(node);

    /// <summary>The scope of a function body that is apart from its parameters; see <see cref="HasParameterExpressions"/>.</summary>
    public LexicalScope? BodyScopeOf(FunctionNode function) => _bodyScopes.GetValueOrDefault(function);

    /// <summary>The scope that holds the name of a function expression; null where it has none.</summary>
    public LexicalScope? NameScopeOf(FunctionNode function) => _nameScopes.GetValueOrDefault(function);

    /// <summary>Whether the parameters can run code, so that they must not see the variables of the body.</summary>
    public static bool HasParameterExpressions(FunctionNode function) =>
        !function.HasSimpleParameters
        && (function.Parameters.Any(parameter => parameter.DefaultValue is not null || parameter.Target is Pattern) || function.Rest is Pattern);

    public static bool IsLexical(VariableKind kind) => kind != VariableKind.Var;

    private LexicalScope Open(Node node)
    {
        _current = new LexicalScope(_current, _function);
        _scopes.Add(node, _current);
        return _current;
    }

    /// <summary>Leaves a scope: its uses are resolved, or passed on to the scope around.</summary>
    private void Close()
    {
        LexicalScope scope = _current;
        foreach (NameUse use in scope.Uses)
        {
            _meter.Work(1);
            if (scope.Bindings.TryGetValue(use.Name, out Binding? binding) || TryDeclareImplicit(scope, use.Name, out binding))
            {
                Resolve(binding!, use);
            }
            else
            {
                scope.Parent!.Uses.Add(use);
            }
        }

        foreach (Binding binding in scope.Bindings.Values)
        {
            if (binding.IsCaptured)
            {
                binding.Slot = scope.SlotCount++;
            }
        }

        scope.Uses.Clear();
        _current = scope.Parent!;
    }

    private static void Resolve(Binding binding, NameUse use)
    {
        bool isInner = !ReferenceEquals(use.From, binding.Scope.Function);
        binding.IsCaptured |= isInner;
        binding.NeedsCheck |= binding.IsCheckedAt(use.Position, isInner);
    }

    /// <summary><c>arguments</c> is declared in the function around where something uses it.</summary>
    private bool TryDeclareImplicit(LexicalScope scope, string name, out Binding? binding)
    {
        binding = null;
        bool isFunctionScope = scope.Function.Node is { } node && ReferenceEquals(_scopes.GetValueOrDefault(node), scope);
        if (!isFunctionScope || scope.Function.IsArrow || name != "arguments")
        {
            return false;
        }

        binding = scope.Declare(name, BindingKind.Arguments, declaredAt: 0);
        return true;
    }

    private void Use(string name, int position) => _current.Uses.Add(new NameUse(name, position, _function));

    private void UseThis(int position)
    {
        if (_function.ThisFunction.Node is { Kind: FunctionKind.DerivedConstructor })
        {
            Use("this", position);
        }
    }

    private void Declare(string name, BindingKind kind, int declaredAt)
    {
        if (_current.Parent is not null)
        {
            _current.Declare(name, kind, declaredAt);
        }
    }

    /// <summary>Declares the names of a declaration's target; also visits the expressions in it.</summary>
    private void DeclareTarget(Node target, BindingKind kind, int declaredAt)
    {
        foreach (Identifier name in BoundNames.Of(target))
        {
            Declare(name.Name, kind, declaredAt);
        }
    }

    /// <summary>Declares what hoists to the top of a function or script: every var in it, outside inner functions.</summary>
    private void HoistVars(IReadOnlyList<Statement> body)
    {
        foreach (Identifier name in VarNames.In(body))
        {
            Declare(name.Name, BindingKind.Var, declaredAt: 0);
        }
    }

    /// <summary>Declares the let, const, class and function declarations that stand directly in a list of statements.</summary>
    private void DeclareLexical(IReadOnlyList<Statement> body)
    {
        foreach (Statement statement in body)
        {
            switch (Unlabeled(statement))
            {
                case VariableDeclaration { Kind: not VariableKind.Var } declaration:
                    foreach (VariableDeclarator declarator in declaration.Declarators)
                    {
                        DeclareTarget(declarator.Target, declaration.Kind == VariableKind.Const ? BindingKind.Const : BindingKind.Let, declarator.End);
                    }

                    break;
                case FunctionDeclaration function:
                    Declare(function.Function.Name!, BindingKind.Function, declaredAt: 0);
                    break;
                case ClassDeclaration @class:
                    Declare(@class.Class.Name!, BindingKind.Class, @class.End);
                    break;
            }
        }

    }

    private static Statement Unlabeled(Statement statement) => statement is LabeledStatement labeled ? Unlabeled(labeled.Body) : statement;
}
