using System.Reflection;

namespace Rlm.JavaScript.Tests.Architecture;

/// <summary>
/// Nothing in the engine recurses on the stack of the runtime to a depth that guest code chooses: a stack overflow cannot be caught and ends the process.
/// Every method that can reach itself is found in the compiled assembly and must be on a list below, with what bounds it.
/// </summary>
public sealed class RecursionTests
{
    /// <summary>Types and methods that refuse at some depth, so that the cycles through them are bounded: they are taken out before cycles are looked for.</summary>
    private static readonly Dictionary<string, string> Guards = new(StringComparer.Ordinal)
    {
        ["Agent.RunNested"] = "The dispatch loop inside a built-in: refuses beyond 64 levels and where the stack runs low.",
        ["Agent.TryCall"] = "Built-ins called by built-ins: left to the dispatch loop where the stack runs low.",
        ["Agent.TryConstruct"] = "Built-in constructors called by built-ins: what they call goes through the two above.",
        ["ProxyLink"] = "Every operation on a proxy begins with Find, which walks chains of targets in a loop and refuses where the stack runs low.",
        ["Realm.Make"] = "Each intrinsic is made once.",
    };

    /// <summary>Types and methods that recurse, and what keeps them from recursing deeply.</summary>
    private static readonly Dictionary<string, string> Bounded = new(StringComparer.Ordinal)
    {
        ["Parser"] = "Every construct that may hold itself counts up to ParserOptions.MaxDepth and looks at the stack.",
        ["ScopeAnalysis"] = "As deep as the tree, which the parser bounds.",
        ["FunctionCompiler"] = "As deep as the tree, which the parser bounds; looks at the stack besides.",
        ["Assignments.MayOccurIn"] = "As deep as the tree, which the parser bounds.",
        ["BoundNames"] = "As deep as the tree, which the parser bounds.",
        ["VarNames"] = "As deep as the tree, which the parser bounds.",
        ["RegExpParser"] = "Counts up to RegExpParser.MaxNesting and looks at the stack.",
        ["RegExpCompiler"] = "As deep as the pattern, which its parser bounds; looks at the stack besides.",
        ["LinearProgram"] = "As deep as the pattern, which its parser bounds; looks at the stack besides.",
        ["StartSearch.AddFirst"] = "As deep as the pattern, and counts its visits.",
        ["StartSearch.AppendLiteral"] = "As deep as the pattern, and counts its depth.",
        ["UnicodeProperties.GetSet"] = "One level: a few properties are made of others.",
        ["Inspector"] = "As deep as is printed; where the stack runs low the name of the class stands for the rest.",
        ["HostValues"] = "Counts up to 200 levels and looks at the stack.",
        ["JavaScriptValue"] = "Called by the host, on what it made or read itself, or what crossed the border at no more than 200 levels.",
        ["StructuredClone"] = "One level: a view copies its buffer. Contents are copied from a queue.",
        ["BigIntText.Read"] = "Halves the digits: the logarithm of the length.",
        ["BigIntText.Write"] = "Halves the digits: the logarithm of the length.",
        ["JsString"] = "One level: the parts that a rope is flattened from are flat.",
        ["JsObject.Put"] = "One level: a property made on first use is put.",
        ["JsObject.EnsureMaterialized"] = "One level: a property made on first use is put.",
        ["Closure.Materialize"] = "One level: a property made on first use is put.",
        ["JsError"] = "One level: the text of the stack reads the name and the message, which need no stack.",
        ["Agent.Start"] = "One level: a frame that has its elements starts the frame that gives the result.",
        ["IterationFrame"] = "One level: a frame that has its elements starts the frame that gives the result.",
        ["PromiseConstructor"] = "One level: the frame that has read resolve starts the one that reads the elements.",
        ["TypedArrayConstructor"] = "One level: the frame that has its elements starts the one that maps them.",
        ["Shape.Add"] = "One level: a shape that cannot be shared is replaced by one of the object's own.",
        ["BoundFunction"] = "One level: binding a bound function binds its target, and a proxy between knows its own answer.",
        ["Agent.ToNumber"] = "One level: of the primitive that an object converts to.",
        ["Agent.ToJsString"] = "One level: of the primitive that an object converts to.",
        ["Agent.CompareBigInts"] = "One level: the operands change places.",
        ["Agent.InstanceOf"] = "One level: a bound function asks its target, which is not bound.",
        ["Agent.OrdinaryHasInstance"] = "One level: a bound function asks its target, which is not bound.",
    };

    private static readonly CallGraph Graph = new(typeof(JavaScriptSession).Assembly);

    [Fact]
    public void Methods_ThatReachThemselves_AreBounded()
    {
        IEnumerable<string> unexplained = Graph.Cycles(method => IsListed(Guards, method))
            .SelectMany(cycle => cycle)
            .Where(method => !IsListed(Bounded, method))
            .Select(NameOf)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.True(!unexplained.Any(), $"Nothing is said about what bounds the recursion of {string.Join(", ", unexplained)}.");
    }

    [Fact]
    public void Methods_OnTheLists_StillRecurse()
    {
        var recursive = Graph.Cycles(_ => false).SelectMany(cycle => cycle).SelectMany(method => (string[])[Owner(method).Name, NameOf(method)]).ToHashSet(StringComparer.Ordinal);

        Assert.All(Guards.Keys.Concat(Bounded.Keys), name => Assert.Contains(name, recursive));
    }

    private static bool IsListed(Dictionary<string, string> list, MethodBase method) => list.ContainsKey(Owner(method).Name) || list.ContainsKey(NameOf(method));

    private static Type Owner(MethodBase method)
    {
        Type type = method.DeclaringType!;
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static string NameOf(MethodBase method) => $"{Owner(method).Name}.{method.Name}";
}
