namespace Rlm.JavaScript.Syntax;

/// <summary>
/// A destructuring pattern. In declarations and parameters its targets are identifiers and patterns;
/// in assignments also <see cref="ChainExpression"/>s that end in a member.
/// </summary>
internal abstract class Pattern(int start) : Node(start);

internal sealed class ArrayPattern(int start, IReadOnlyList<PatternElement?> elements, Node? rest) : Pattern(start)
{
    /// <summary>A null element skips one item.</summary>
    public readonly IReadOnlyList<PatternElement?> Elements = elements;
    public readonly Node? Rest = rest;
}

internal sealed class ObjectPattern(int start, IReadOnlyList<PatternProperty> properties, Node? rest) : Pattern(start)
{
    public readonly IReadOnlyList<PatternProperty> Properties = properties;
    public readonly Node? Rest = rest;
}

/// <summary>A target and the value it takes where undefined arrives.</summary>
internal sealed class PatternElement(int start, Node target, Expression? defaultValue) : Node(start)
{
    /// <summary>An <see cref="Identifier"/>, a <see cref="Pattern"/>, or in assignments a member <see cref="ChainExpression"/>.</summary>
    public readonly Node Target = target;
    public readonly Expression? DefaultValue = defaultValue;
}

internal sealed class PatternProperty(int start, PropertyName key, PatternElement value) : Node(start)
{
    public readonly PropertyName Key = key;
    public readonly PatternElement Value = value;
}
