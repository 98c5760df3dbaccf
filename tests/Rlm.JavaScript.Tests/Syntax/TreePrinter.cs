using System.Globalization;
using System.Text;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

/// <summary>Prints a tree as nested lists, so that a test shows its shape in one line.</summary>
internal static class TreePrinter
{
    public static string Print(Script script) => string.Join(' ', script.Body.Select(Print));

    public static string Print(Node? node) => node switch
    {
        null => "_",
        Expression { IsParenthesized: true } expression => "(" + PrintNode(expression) + ")",
        _ => PrintNode(node),
    };

    private static string PrintNode(Node node) => node switch
    {
        NumberLiteral n => n.Value.ToString("R", CultureInfo.InvariantCulture),
        StringLiteral s => "\"" + s.Value + "\"",
        BigIntLiteral b => b.Value.ToString(CultureInfo.InvariantCulture) + "n",
        BooleanLiteral b => b.Value ? "true" : "false",
        NullLiteral => "null",
        RegExpLiteral r => List("regexp", r.Pattern, r.Flags),
        TemplateLiteral t => List("template", Quoted(t.Strings), Items(t.Expressions)),
        Identifier i => i.Name,
        ThisExpression => "this",
        SuperExpression => "super",
        NewTargetExpression => "new.target",
        PrivateNameExpression p => "#" + p.Name,
        ArrayLiteral a => List("array", a.Elements.Select(Print)),
        SpreadElement s => "..." + Print(s.Argument),
        ObjectLiteral o => List("object", o.Properties.Select(Print)),
        ObjectProperty p => p.Kind switch
        {
            PropertyKind.Spread => "..." + Print(p.Value),
            PropertyKind.Value => Print(p.Key) + ":" + Print(p.Value),
            PropertyKind.Prototype => "proto:" + Print(p.Value),
            _ => p.Kind.ToString().ToLowerInvariant() + " " + Print(p.Key) + ":" + Print(p.Value),
        },
        PropertyName k => k.Name ?? (k.PrivateName is not null ? "#" + k.PrivateName : "[" + Print(k.Computed) + "]"),
        FunctionExpression f => Print(f.Function),
        ClassExpression c => Print(c.Class),
        UnaryExpression u => List(u.Operator.ToString(), Print(u.Operand)),
        UpdateExpression u => List((u.IsPrefix ? "pre" : "post") + (u.IsIncrement ? "++" : "--"), Print(u.Target)),
        BinaryExpression b => List("binary", [Print(b.First), .. b.Operations.Select(o => o.Operator + " " + Print(o.Operand))]),
        LogicalExpression l => List(l.Operator.ToString(), l.Operands.Select(Print)),
        ConditionalExpression c => List("?", [.. c.Arms.Select(a => Print(a.Test) + "→" + Print(a.Consequent)), Print(c.Alternate)]),
        AssignmentExpression a => List((a.Operator == AssignmentOperator.Assign ? "" : a.Operator.ToString()) + "=", Print(a.Target), Print(a.Value)),
        SequenceExpression s => List("sequence", s.Expressions.Select(Print)),
        ChainExpression c => List("chain", [Print(c.Base), .. c.Links.Select(Print)]),
        MemberLink m => Optional(m) + "." + m.Name,
        IndexLink i => Optional(i) + "[" + Print(i.Index) + "]",
        PrivateLink p => Optional(p) + ".#" + p.Name,
        CallLink c => Optional(c) + "(" + Items(c.Arguments) + ")",
        TemplateLink t => List("tag", Quoted(t.Cooked), Quoted(t.Raw), Items(t.Expressions)),
        NewExpression n => List("new", Print(n.Callee), "(" + Items(n.Arguments) + ")"),
        AwaitExpression a => List("await", Print(a.Argument)),
        YieldExpression y => List(y.IsDelegate ? "yield*" : "yield", Print(y.Argument)),
        ArrayPattern a => List("array-pattern", [.. a.Elements.Select(Print), .. Rest(a.Rest)]),
        ObjectPattern o => List("object-pattern", [.. o.Properties.Select(p => Print(p.Key) + ":" + Print(p.Value)), .. Rest(o.Rest)]),
        PatternElement e => Print(e.Target) + (e.DefaultValue is null ? "" : "=" + Print(e.DefaultValue)),
        FunctionNode f => PrintFunction(f),
        ClassNode c => List("class", [c.Name ?? "_", "extends", Print(c.SuperClass), Print(c.Constructor), .. c.Elements.Select(Print)]),
        ClassElement e => List((e.IsStatic ? "static " : "") + e.Kind.ToString().ToLowerInvariant(), Print(e.Key), Print(e.Function ?? e.Initializer)),
        _ => PrintStatement(node),
    };

    private static string PrintStatement(Node node) => node switch
    {
        VariableDeclaration d => List(d.Kind.ToString().ToLowerInvariant(), d.Declarators.Select(v => Print(v.Target) + (v.Initializer is null ? "" : "=" + Print(v.Initializer)))),
        FunctionDeclaration f => Print(f.Function),
        ClassDeclaration c => Print(c.Class),
        ExpressionStatement e => Print(e.Expression) + ";",
        BlockStatement b => "{" + Items(b.Body) + "}",
        EmptyStatement => ";",
        IfStatement i => List("if", [.. i.Clauses.Select(c => Print(c.Test) + "→" + Print(c.Consequent)), Print(i.Alternate)]),
        ForStatement f => List("for", Print(f.Initializer), Print(f.Test), Print(f.Update), Print(f.Body)),
        ForEachStatement f => List("for-" + f.Kind.ToString().ToLowerInvariant(), Print(f.Left), Print(f.Right), Print(f.Body)),
        WhileStatement w => List("while", Print(w.Test), Print(w.Body)),
        DoWhileStatement d => List("do", Print(d.Body), Print(d.Test)),
        BreakStatement b => List("break", b.Label ?? "_"),
        ContinueStatement c => List("continue", c.Label ?? "_"),
        ReturnStatement r => List("return", Print(r.Argument)),
        ThrowStatement t => List("throw", Print(t.Argument)),
        TryStatement t => List("try", Print(t.Block), Print(t.Parameter), Print(t.Handler), Print(t.Finalizer)),
        SwitchStatement s => List("switch", [Print(s.Discriminant), .. s.Cases.Select(c => Print(c.Test) + ":" + Items(c.Body))]),
        LabeledStatement l => List("label", [.. l.Labels, Print(l.Body)]),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string PrintFunction(FunctionNode function)
    {
        var text = new StringBuilder();
        if (function.IsAsync)
            text.Append("async ");
        text.Append(function.Kind switch
        {
            FunctionKind.Normal => "function",
            FunctionKind.ClassConstructor => "constructor",
            FunctionKind.DerivedConstructor => "derived-constructor",
            FunctionKind.StaticBlock => "static-block",
            _ => function.Kind.ToString().ToLowerInvariant(),
        });
        if (function.IsGenerator)
            text.Append('*');
        string parameters = string.Join(' ', [.. function.Parameters.Select(Print), .. Rest(function.Rest)]);
        string body = function.ExpressionBody is null ? "{" + Items(function.Body) + "}" : Print(function.ExpressionBody);
        return List(text.ToString(), function.Name ?? "_", "(" + parameters + ")", body);
    }

    private static string Optional(ChainLink link) => link.IsOptional ? "?" : "";

    private static IEnumerable<string> Rest(Node? rest) => rest is null ? [] : ["..." + Print(rest)];

    private static string Quoted(IEnumerable<string?> strings) => string.Join(' ', strings.Select(s => s is null ? "_" : "\"" + s + "\""));

    private static string Items(IEnumerable<Node?> nodes) => string.Join(' ', nodes.Select(Print));

    private static string List(string head, params IEnumerable<string> items) => "(" + string.Join(' ', items.Prepend(head).Where(i => i.Length > 0)) + ")";
}
