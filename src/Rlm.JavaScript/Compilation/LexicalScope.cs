using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

internal enum BindingKind
{
    Parameter,
    Var,
    Function,
    Let,
    Const,
    Class,
    CatchParameter,

    /// <summary>The name of a function expression inside it; assignments to it throw.</summary>
    FunctionName,
    Arguments,

    /// <summary><c>this</c> in the constructor of a derived class, which super() initialises.</summary>
    This,

    /// <summary>A value the compiler keeps across functions: a private name, a computed key of a field.</summary>
    Hidden,
}

/// <summary>A variable of a function or block. It lives in a register, or in a slot of its scope if an inner function uses it.</summary>
internal sealed class Binding(string name, BindingKind kind, LexicalScope scope, int declaredAt)
{
    public readonly string Name = name;
    public readonly LexicalScope Scope = scope;

    /// <summary>The end of the declaration in the source; a use after it in the same function needs no check.</summary>
    public readonly int DeclaredAt = declaredAt;
    public BindingKind Kind = kind;
    public bool IsCaptured;

    /// <summary>Whether some use may come before the initialisation.</summary>
    public bool NeedsCheck;
    public int Register = -1;
    public int Slot = -1;

    public bool HasDeadZone => Kind is BindingKind.Let or BindingKind.Const or BindingKind.Class or BindingKind.This or BindingKind.Parameter;

    /// <summary>
    /// Whether a use must look if the variable is initialised. Parameters all are once the body runs, so for them the place in the source alone counts,
    /// even in inner functions.
    /// </summary>
    public bool IsCheckedAt(int position, bool isInner) =>
        HasDeadZone && (position < DeclaredAt || (Kind != BindingKind.Parameter && (isInner || Scope.IsSwitch)));

    public bool IsConstant => Kind is BindingKind.Const or BindingKind.FunctionName;
}

/// <summary>A region of the source with variables of its own.</summary>
internal sealed class LexicalScope(LexicalScope? parent, FunctionScope function)
{
    public readonly LexicalScope? Parent = parent;
    public readonly FunctionScope Function = function;
    public readonly Dictionary<string, Binding> Bindings = new(StringComparer.Ordinal);

    /// <summary>Uses of names, until the scope they belong to is found.</summary>
    public readonly List<NameUse> Uses = [];

    /// <summary>In a switch a use may come after a declaration in the text and still before it in time.</summary>
    public bool IsSwitch;

    /// <summary>The slots that captured variables need; 0 where the scope exists at compile time only.</summary>
    public int SlotCount;

    /// <summary>The register that holds the scope at run time.</summary>
    public int Register = -1;

    public Binding Declare(string name, BindingKind kind, int declaredAt)
    {
        if (Bindings.TryGetValue(name, out Binding? known))
        {
            // A function replaces a var or parameter of its name; all other repetitions the parser has refused.
            known.Kind = kind == BindingKind.Function ? kind : known.Kind;
            return known;
        }

        var binding = new Binding(name, kind, this, declaredAt);
        Bindings.Add(name, binding);
        return binding;
    }
}

/// <summary>One use of a name at a place in the source.</summary>
internal readonly record struct NameUse(string Name, int Position, FunctionScope From);

/// <summary>A function as the scope analysis sees it.</summary>
internal sealed class FunctionScope(FunctionScope? parent, FunctionNode? node)
{
    public readonly FunctionScope? Parent = parent;

    /// <summary>Null for the top level of a script.</summary>
    public readonly FunctionNode? Node = node;

    public bool IsArrow => Node is { Kind: FunctionKind.Arrow };

    /// <summary>The nearest function around that has its own <c>this</c>; itself unless it is an arrow.</summary>
    public FunctionScope ThisFunction
    {
        get
        {
            FunctionScope scope = this;
            while (scope.IsArrow)
            {
                scope = scope.Parent!;
            }

            return scope;
        }
    }
}
