namespace Rlm.JavaScript.Syntax;

internal enum FunctionKind
{
    /// <summary>A function declaration or expression.</summary>
    Normal,
    Arrow,
    Method,
    Getter,
    Setter,
    ClassConstructor,

    /// <summary>The constructor of a class with <c>extends</c>.</summary>
    DerivedConstructor,

    /// <summary><c>static { }</c>; no parameters.</summary>
    StaticBlock,
}

/// <summary>What every kind of function has in common.</summary>
internal sealed class FunctionNode(int start, FunctionKind kind) : Node(start)
{
    public readonly FunctionKind Kind = kind;

    /// <summary>The name written in the source; null for arrows, methods and anonymous functions.</summary>
    public string? Name;
    public bool IsAsync;
    public bool IsGenerator;

    /// <summary>The parameters before a rest parameter.</summary>
    public IReadOnlyList<PatternElement> Parameters = [];

    /// <summary>The target of the rest parameter: an <see cref="Identifier"/> or a <see cref="Pattern"/>.</summary>
    public Node? Rest;

    public IReadOnlyList<Statement> Body = [];

    /// <summary>The body of an arrow function without braces; <see cref="Body"/> is empty then.</summary>
    public Expression? ExpressionBody;

    /// <summary>Whether the parameters are plain identifiers without defaults, patterns or rest.</summary>
    public bool HasSimpleParameters;
}

internal sealed class ClassNode(int start) : Node(start)
{
    /// <summary>The name written in the source, or null.</summary>
    public string? Name;
    public Expression? SuperClass;

    /// <summary>The written constructor, of kind <see cref="FunctionKind.ClassConstructor"/> or <see cref="FunctionKind.DerivedConstructor"/>, or null.</summary>
    public FunctionNode? Constructor;

    /// <summary>Everything but the constructor, in source order.</summary>
    public IReadOnlyList<ClassElement> Elements = [];
}

internal enum ClassElementKind
{
    Method,
    Getter,
    Setter,
    Field,
    StaticBlock,
}

internal sealed class ClassElement(int start, ClassElementKind kind, bool isStatic, PropertyName? key) : Node(start)
{
    public readonly ClassElementKind Kind = kind;
    public readonly bool IsStatic = isStatic;

    /// <summary>Null for a static block only.</summary>
    public readonly PropertyName? Key = key;

    /// <summary>The function of a method, accessor or static block; null for a field.</summary>
    public FunctionNode? Function;

    /// <summary>
    /// For a field with an initialiser: a function of kind <see cref="FunctionKind.Method"/> without parameters whose
    /// <see cref="FunctionNode.ExpressionBody"/> is the initialiser; it is called with the new object as <c>this</c>.
    /// </summary>
    public FunctionNode? Initializer;
}
