using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Tests.EndToEnd;

namespace Rlm.Tests.Tools;

/// <summary>Tools whose schema allows arguments that it does not name, or names some as code cannot.</summary>
public class ArgumentNameTests
{
    private sealed class Recording(string schema) : AIFunction
    {
        public override string Name => "log";

        public override JsonElement JsonSchema { get; } = JsonElement.Parse(schema);

        public string? Seen { get; private set; }

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            Seen = string.Join(' ', arguments.Select(pair => $"{pair.Key}={(pair.Value is JsonElement json ? json.GetRawText() : pair.Value)}"));
            return ValueTask.FromResult<object?>("done");
        }
    }

    private const string Open = """{"type": "object", "properties": {"level": {"type": "integer"}}, "required": ["level"], "additionalProperties": true}""";

    [Theory]
    [InlineData("""{"type": "object", "additionalProperties": true}""", "log({ a: 1, b: ['x'] })", "a=1 b=[\"x\"]")]
    [InlineData("""{"type": "object", "additionalProperties": {}}""", "log({ a: null })", "a=null")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "integer"}}""", "log({ a: '1' })", "a=1")]
    [InlineData(Open, "log({ level: '2', user: { id: 7 } })", "level=2 user={\"id\":7}")]
    [InlineData(Open, "log(2)", "level=2")]
    [InlineData("""{"type": "object", "additionalProperties": true}""", "log()", "")]
    public async Task Call_NamesNotInTheSchema_ReachTheTool(string schema, string call, string expected)
    {
        var tool = new Recording(schema);

        var run = await Scenario.RunAsync(new RecursiveModuleOptions { Tools = [tool] }, call);

        Assert.Equal(expected, tool.Seen);
        Assert.Null(run.Steps[0].Error);
    }

    [Theory]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "integer"}}""", "log({ a: 'many' })", "log: 'a' expected an integer, but got \"many\". Call it as log({ [name: string]: number }): Promise<any>.")]
    [InlineData(Open, "log({ user: 1 })", "log: 'level' is missing. Call it as log({ level: number; [name: string]: any }): Promise<any>.")]
    [InlineData(Open, "log(1, 2)", "log: got 2 arguments, but there are 1. Call it as log({ level: number; [name: string]: any }): Promise<any>.")]
    [InlineData("""{"type": "object", "properties": {}, "additionalProperties": false}""", "log({ a: 1 })", "log: 'a' is not an argument. Call it as log(): Promise<any>.")]
    [InlineData("""{"type": "object", "properties": {}}""", "log({ a: 1 })", "log: 'a' is not an argument. Call it as log(): Promise<any>.")]
    public async Task Call_Wrong_IsAnErrorThatShowsTheShape(string schema, string call, string error)
    {
        var tool = new Recording(schema);

        var run = await Scenario.RunAsync(new RecursiveModuleOptions { Tools = [tool] }, call);

        Assert.StartsWith($"Error: {error}", run.Output(), StringComparison.Ordinal);
        Assert.Null(tool.Seen);
    }

    private const string Dashed = """{"type": "object", "properties": {"max-results": {"type": "integer"}, "query": {"type": "string"}}, "required": ["query"]}""";

    [Theory]
    [InlineData("log({ query: 'q', 'max-results': 3 })", "query=\"q\" max-results=3")]
    [InlineData("log('q', 3)", "query=\"q\" max-results=3")]
    public async Task Call_ParameterThatIsNoIdentifier_IsDeclaredAndTakenAsAKey(string call, string expected)
    {
        var tool = new Recording(Dashed);

        var run = await Scenario.RunAsync(new RecursiveModuleOptions { Tools = [tool] }, call);

        Assert.Equal(expected, tool.Seen);
        Assert.Contains("- `log({ query: string; \"max-results\"?: number }): Promise<any>`", run.Client.Texts(0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_Declaration_ShowsThatMoreIsAllowed()
    {
        var run = await Scenario.RunAsync(new RecursiveModuleOptions { Tools = [new Recording(Open)] }, "1");

        Assert.Contains("- `log({ level: number; [name: string]: any }): Promise<any>`", run.Client.Texts(0)[0], StringComparison.Ordinal);
    }
}
