using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Moq;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Tools;

public class ToolTests
{
    private sealed record Order(string Name, int Count = 1);

    private static readonly AIFunction Search = AIFunctionFactory.Create(
        ([Description("What to\nlook for.")] string query, int k = 3, string? lang = null) => $"{query}/{k}/{lang}", "search", "Searches\nthe web.");

    private static async Task<(TrajectoryStep Step, ScriptedInterpreter Interpreter, string System, FunctionResult Result)> CallAsync(AIFunction tool, string argumentsJson, IServiceProvider? services = null)
    {
        var result = default(FunctionResult);
        var root = new ScriptedChatClient(Code("call()"), Code("submit()"));
        var interpreter = new ScriptedInterpreter(
            async (interpreter, _, token) =>
            {
                result = await interpreter.CallAsync(tool.Name, argumentsJson, token);
                return new ExecutionResult();
            },
            Submit("""["ok"]"""));
        var prediction = await new RecursiveModule("text -> answer", root, interpreter.In(new() { Tools = [tool] }), services: services)
            .RunAsync(new Dictionary<string, object?> { ["text"] = "t" });
        return (prediction.Trajectory.Steps[0], interpreter, root.Texts(0)[0], result);
    }

    private static string Show(object? value) => value is JsonElement element ? element.GetRawText() : $"{value}";

    [Theory]
    [InlineData("""["cats"]""", "\"cats/3/\"")]
    [InlineData("""["cats", 5]""", "\"cats/5/\"")]
    [InlineData("""["cats", "5", "en"]""", "\"cats/5/en\"")]
    [InlineData("""["cats", null, "en"]""", "\"cats/3/en\"")]
    [InlineData("""[7]""", "\"7/3/\"")]
    [InlineData("""[{"query": "cats"}]""", "\"cats/3/\"")]
    [InlineData("""[{"k": 1, "query": "cats", "lang": null}]""", "\"cats/1/\"")]
    public async Task Call_AnyShape_BindsTheArguments(string arguments, string expected)
    {
        var (step, _, _, result) = await CallAsync(Search, arguments);

        Assert.Equal(expected, Show(result.Value));
        Assert.Equal("search", Assert.Single(step.ToolCalls).Name);
    }

    [Theory]
    [InlineData("[]", "search: 'query' is missing. Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    [InlineData("""[{"k": "many", "top": 1}]""", "search: 'top' is not an argument; 'query' is missing; 'k' expected an integer, but got \"many\". Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    [InlineData("""[{"q": "cats"}]""", "search: 'q' is not an argument; 'query' is missing. Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    [InlineData("""["a", 1, "b", "c"]""", "search: got 4 arguments, but there are 3. Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    [InlineData("""[["a"]]""", "search: 'query' expected string, but got an array of 1. Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    [InlineData("""[null]""", "search: 'query' must not be null; expected string. Call it as search(query: string, k?: number, lang?: string): Promise<string>.")]
    public async Task Call_BadArguments_NamesThemAll(string arguments, string error)
    {
        var (step, _, _, result) = await CallAsync(Search, arguments);

        Assert.Equal(FunctionOutcome.Threw, result.Outcome);
        Assert.Equal(error, result.Message);
        Assert.Equal(error, step.ToolCalls[0].Error);
    }

    [Fact]
    public async Task Prompt_Declaration_ShowsTheShape()
    {
        var (_, _, system, _) = await CallAsync(Search, """["x"]""");

        Assert.Contains("- `search(query: string, k?: number, lang?: string): Promise<string>` — Searches the web.\n  - `query`: What to look for.\n", system, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"name": "pen"}]""")]
    [InlineData("""[{"order": {"name": "pen"}}]""")]
    public async Task Call_ObjectParameter_TakesTheObjectOrTheNamedOne(string arguments)
    {
        var tool = AIFunctionFactory.Create((Order order) => $"{order.Count} {order.Name}", "place");

        var (_, _, _, result) = await CallAsync(tool, arguments);

        Assert.Equal("\"1 pen\"", Show(result.Value));
    }

    [Fact]
    public async Task Call_ToolThrows_IsAnErrorOfTheCode()
    {
        var tool = AIFunctionFactory.Create((Func<string>)(() => throw new InvalidOperationException("no such page")), "load");

        var (step, _, _, result) = await CallAsync(tool, "[]");

        Assert.Equal("load failed: no such page", result.Message);
        Assert.Equal("load failed: no such page", step.ToolCalls[0].Error);
    }

    [Fact]
    public async Task Call_AsyncTool_GetsTokenAndServices()
    {
        var services = Mock.Of<IServiceProvider>();
        IServiceProvider? seen = null;
        var seenToken = default(CancellationToken);
        var tool = AIFunctionFactory.Create(
            async (AIFunctionArguments arguments, CancellationToken token) =>
            {
                await Task.Yield();
                (seen, seenToken) = (arguments.Services, token);
                return 1;
            },
            "touch");
        using var cancellation = new CancellationTokenSource();
        var interpreter = new ScriptedInterpreter(Call("touch", "[]"), Submit("""["ok"]"""));

        await new RecursiveModule("text -> answer", new ScriptedChatClient(Code("1"), Code("2")), interpreter.In(new() { Tools = [tool] }), services: services)
            .RunAsync(new Dictionary<string, object?> { ["text"] = "t" }, cancellation.Token);

        Assert.Same(services, seen);
        Assert.Equal(cancellation.Token, seenToken);
    }

    public static TheoryData<object?, string> Results => new()
    {
        { 5, "5" },
        { 1.5, "1.5" },
        { true, "True" },
        { null, "" },
        { "text", "text" },
        { double.NaN, "NaN" },
        { new List<int> { 1, 2 }, "[1|2]" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{a=1}" },
        { new Order("pen", 2), "{name=pen|count=2}" },
        { new List<Order> { new("pen", 2) }, "[{name=pen|count=2}]" },
        { new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc), "2026-01-31T00:00:00Z" },
        { JsonElement.Parse("[1]"), "[1]" },
        { new TextContent("hello"), "hello" },
        { new List<AIContent> { new TextContent("a"), new TextContent("b") }, "a\nb" },
        { 9007199254740993, "9007199254740993" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Call_RawResult_KeepsItsShape(object? raw, string expected)
    {
        var (_, _, _, result) = await CallAsync(new RawFunction(raw), "[]");

        Assert.Equal(FunctionOutcome.Returned, result.Outcome);
        Assert.Equal(expected, Flatten(result.Value));
    }

    [Fact]
    public async Task Call_UnserialisableResult_IsAVisibleError()
    {
        var (_, _, _, result) = await CallAsync(new RawFunction(new Func<int>(() => 1)), "[]");

        Assert.Equal(FunctionOutcome.Threw, result.Outcome);
        Assert.StartsWith("raw failed: ", result.Message, StringComparison.Ordinal);
    }

    private static string Flatten(object? value) => value switch
    {
        null => "",
        JsonElement element => element.GetRawText(),
        string text => text,
        IReadOnlyDictionary<string, object?> pairs => $"{{{string.Join('|', pairs.Select(pair => $"{pair.Key}={Flatten(pair.Value)}"))}}}",
        IReadOnlyList<object?> items => $"[{string.Join('|', items.Select(Flatten))}]",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };

    /// <summary>A function that returns its result as it is, as one that was not made from a method may.</summary>
    private sealed class RawFunction(object? result) : AIFunction
    {
        public override string Name => "raw";

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => ValueTask.FromResult(result);
    }
}
