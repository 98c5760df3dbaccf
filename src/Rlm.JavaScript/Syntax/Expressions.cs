using System.Numerics;

namespace Rlm.JavaScript.Syntax;

internal sealed class NumberLiteral(int start, double value) : Expression(start)
{
    public readonly double Value = value;
}

internal sealed class StringLiteral(int start, string value) : Expression(start)
{
    public readonly string Value = value;
}

internal sealed class BigIntLiteral(int start, BigInteger value) : Expression(start)
{
    public readonly BigInteger Value = value;
}

internal sealed class BooleanLiteral(int start, bool value) : Expression(start)
{
    public readonly bool Value = value;
}

internal sealed class NullLiteral(int start) : Expression(start);

internal sealed class RegExpLiteral(int start, string pattern, string flags) : Expression(start)
{
    public readonly string Pattern = pattern;
    public readonly string Flags = flags;
}

/// <summary>A template without a tag: one more cooked string than expressions.</summary>
internal sealed class TemplateLiteral(int start, IReadOnlyList<string> strings, IReadOnlyList<Expression> expressions) : Expression(start)
{
    public readonly IReadOnlyList<string> Strings = strings;
    public readonly IReadOnlyList<Expression> Expressions = expressions;
}

internal sealed class Identifier(int start, string name) : Expression(start)
{
    public readonly string Name = name;
}

internal sealed class ThisExpression(int start) : Expression(start);

/// <summary>The word <c>super</c>; only as the base of a <see cref="ChainExpression"/> whose first link is a member or a call.</summary>
internal sealed class SuperExpression(int start) : Expression(start);

/// <summary><c>new.target</c>.</summary>
internal sealed class NewTargetExpression(int start) : Expression(start);

/// <summary><c>#name</c> as the first operand of <c>#name in object</c>.</summary>
internal sealed class PrivateNameExpression(int start, string name) : Expression(start)
{
    /// <summary>The name without the number sign.</summary>
    public readonly string Name = name;
}

/// <summary>An array literal; a null element is a hole, a <see cref="SpreadElement"/> spreads.</summary>
internal sealed class ArrayLiteral(int start, IReadOnlyList<Expression?> elements) : Expression(start)
{
    public readonly IReadOnlyList<Expression?> Elements = elements;
}

/// <summary><c>...argument</c> in an array literal or an argument list.</summary>
internal sealed class SpreadElement(int start, Expression argument) : Expression(start)
{
    public readonly Expression Argument = argument;
}

internal sealed class ObjectLiteral(int start, IReadOnlyList<ObjectProperty> properties) : Expression(start)
{
    public readonly IReadOnlyList<ObjectProperty> Properties = properties;
}

internal enum PropertyKind
{
    /// <summary><c>key: value</c> or the shorthand <c>key</c>.</summary>
    Value,

    /// <summary><c>key() { }</c>, also async and generator methods.</summary>
    Method,
    Getter,
    Setter,

    /// <summary><c>...value</c>; has no key.</summary>
    Spread,

    /// <summary><c>__proto__: value</c>, which sets the prototype.</summary>
    Prototype,
}

internal sealed class ObjectProperty(int start, PropertyKind kind, PropertyName? key, Expression value) : Node(start)
{
    public readonly PropertyKind Kind = kind;

    /// <summary>Null for <see cref="PropertyKind.Spread"/> only.</summary>
    public readonly PropertyName? Key = key;

    /// <summary>For methods and accessors a <see cref="FunctionExpression"/>.</summary>
    public readonly Expression Value = value;
}

/// <summary>The key of a property, method, field or pattern: exactly one of the members is set.</summary>
internal sealed class PropertyName(int start) : Node(start)
{
    /// <summary>An identifier, a string, or a number in its canonical string form.</summary>
    public string? Name;

    /// <summary><c>#name</c>, without the number sign; in classes only.</summary>
    public string? PrivateName;

    /// <summary><c>[expression]</c>.</summary>
    public Expression? Computed;
}

/// <summary>A function expression or the function of a method.</summary>
internal sealed class FunctionExpression(int start, FunctionNode function) : Expression(start)
{
    public readonly FunctionNode Function = function;
}

internal sealed class ClassExpression(int start, ClassNode @class) : Expression(start)
{
    public readonly ClassNode Class = @class;
}

internal enum UnaryOperator
{
    Minus,
    Plus,
    Not,
    BitwiseNot,
    TypeOf,
    Void,
    Delete,
}

internal sealed class UnaryExpression(int start, UnaryOperator @operator, Expression operand) : Expression(start)
{
    public readonly UnaryOperator Operator = @operator;
    public readonly Expression Operand = operand;
}

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>. The target is an identifier or a chain that ends in a member.</summary>
internal sealed class UpdateExpression(int start, bool isIncrement, bool isPrefix, Expression target) : Expression(start)
{
    public readonly bool IsIncrement = isIncrement;
    public readonly bool IsPrefix = isPrefix;
    public readonly Expression Target = target;
}

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Exponentiate,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    InstanceOf,
}

/// <summary>
/// Left-associative binary operators applied in order: <c>a + b - c</c> is first <c>a</c>, then <c>+ b</c>, then <c>- c</c>.
/// An operand that binds tighter is an expression of its own. <c>**</c> is right-associative and always has one operation.
/// </summary>
internal sealed class BinaryExpression(int start, Expression first, IReadOnlyList<BinaryOperation> operations) : Expression(start)
{
    public readonly Expression First = first;
    public readonly IReadOnlyList<BinaryOperation> Operations = operations;
}

internal readonly record struct BinaryOperation(BinaryOperator Operator, Expression Operand, int Position);

internal enum LogicalOperator
{
    And,
    Or,
    Coalesce,
}

/// <summary>Two or more operands joined by one logical operator.</summary>
internal sealed class LogicalExpression(int start, LogicalOperator @operator, IReadOnlyList<Expression> operands) : Expression(start)
{
    public readonly LogicalOperator Operator = @operator;
    public readonly IReadOnlyList<Expression> Operands = operands;
}

/// <summary><c>a ? b : c ? d : e</c> as the arms (a, b), (c, d) and the alternate e.</summary>
internal sealed class ConditionalExpression(int start, IReadOnlyList<ConditionalArm> arms, Expression alternate) : Expression(start)
{
    public readonly IReadOnlyList<ConditionalArm> Arms = arms;
    public readonly Expression Alternate = alternate;
}

internal readonly record struct ConditionalArm(Expression Test, Expression Consequent);

internal enum AssignmentOperator
{
    Assign,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Exponentiate,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    And,
    Or,
    Coalesce,
}

/// <summary>
/// An assignment. The target is an <see cref="Identifier"/>, a <see cref="ChainExpression"/> that ends in a member, or (for <c>=</c> only) a <see cref="Pattern"/>.
/// </summary>
internal sealed class AssignmentExpression(int start, AssignmentOperator @operator, Node target, Expression value) : Expression(start)
{
    public readonly AssignmentOperator Operator = @operator;
    public readonly Node Target = target;
    public readonly Expression Value = value;
}

/// <summary><c>a, b, c</c>.</summary>
internal sealed class SequenceExpression(int start, IReadOnlyList<Expression> expressions) : Expression(start)
{
    public readonly IReadOnlyList<Expression> Expressions = expressions;
}

/// <summary>
/// A base and the members, calls and tagged templates that follow it: <c>a.b[c](d)?.e</c>.
/// An optional link that finds null or undefined ends the whole chain with undefined.
/// A parenthesised chain is the base of a new one.
/// </summary>
internal sealed class ChainExpression(int start, Expression @base, IReadOnlyList<ChainLink> links) : Expression(start)
{
    public readonly Expression Base = @base;
    public readonly IReadOnlyList<ChainLink> Links = links;

    public bool IsMember => Links[^1] is MemberLink or IndexLink or PrivateLink;
}

internal abstract class ChainLink(int start, bool isOptional) : Node(start)
{
    /// <summary>Whether the link is written with <c>?.</c>.</summary>
    public readonly bool IsOptional = isOptional;
}

/// <summary><c>.name</c>; <see cref="Node.Start"/> is the start of the name.</summary>
internal sealed class MemberLink(int start, bool isOptional, string name) : ChainLink(start, isOptional)
{
    public readonly string Name = name;
}

/// <summary><c>[index]</c>.</summary>
internal sealed class IndexLink(int start, bool isOptional, Expression index) : ChainLink(start, isOptional)
{
    public readonly Expression Index = index;
}

/// <summary><c>.#name</c>, without the number sign.</summary>
internal sealed class PrivateLink(int start, bool isOptional, string name) : ChainLink(start, isOptional)
{
    public readonly string Name = name;
}

/// <summary><c>(arguments)</c>; an argument may be a <see cref="SpreadElement"/>.</summary>
internal sealed class CallLink(int start, bool isOptional, IReadOnlyList<Expression> arguments) : ChainLink(start, isOptional)
{
    public readonly IReadOnlyList<Expression> Arguments = arguments;
}

/// <summary>A template applied to the tag before it. A cooked string is null where an escape in it is invalid.</summary>
internal sealed class TemplateLink(int start, IReadOnlyList<string?> cooked, IReadOnlyList<string> raw, IReadOnlyList<Expression> expressions) : ChainLink(start, isOptional: false)
{
    public readonly IReadOnlyList<string?> Cooked = cooked;
    public readonly IReadOnlyList<string> Raw = raw;
    public readonly IReadOnlyList<Expression> Expressions = expressions;
}

internal sealed class NewExpression(int start, Expression callee, IReadOnlyList<Expression> arguments) : Expression(start)
{
    public readonly Expression Callee = callee;
    public readonly IReadOnlyList<Expression> Arguments = arguments;
}

internal sealed class AwaitExpression(int start, Expression argument) : Expression(start)
{
    public readonly Expression Argument = argument;
}

internal sealed class YieldExpression(int start, Expression? argument, bool isDelegate) : Expression(start)
{
    public readonly Expression? Argument = argument;

    /// <summary>Whether it is <c>yield*</c>.</summary>
    public readonly bool IsDelegate = isDelegate;
}
