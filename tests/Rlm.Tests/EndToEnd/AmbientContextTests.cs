using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

/// <summary>What belongs to the request of the caller, such as its trace or its tenant, goes with every call that a run makes for it.</summary>
public class AmbientContextTests
{
    private static readonly AsyncLocal<string?> Request = new();

    private static readonly Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> Tell = (_, _) => Task.FromResult<object>($"{Request.Value}");

    [Theory]
    [InlineData("print(await llm_query('a'))")]
    [InlineData("print((await llm_query_batched(['a', 'b', 'c'])).at(-1))")]
    [InlineData("print(await Promise.all([1, 2].map(async () => await llm_query('a'))).then(all => all[1]))")]
    [InlineData("print(await rlm_query('a'))")]
    [InlineData("print(await whose())")]
    [InlineData("await llm_query('a'); print(await whose())")]
    public async Task Call_InALaterTurn_SeesTheContextOfTheCaller(string code)
    {
        Request.Value = "request 7";
        var options = new RecursiveModuleOptions { SubClient = new ScriptedChatClient(Tell), Tools = [AIFunctionFactory.Create(() => $"{Request.Value}", "whose")] };

        var run = await Scenario.RunAsync(options, "await llm_query('first')", code);

        Assert.Equal("request 7", run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task Runs_Concurrent_SeeTheContextOfTheirOwnCaller()
    {
        var module = new RecursiveModule(
            "x: int -> answer: list[str]",
            new ScriptedChatClient(ScriptedChatClient.Answer(_ => ScriptedChatClient.Code("SUBMIT(await llm_query_batched(['a', 'b']))"))),
            new() { SubClient = new ScriptedChatClient(Tell) });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(async () =>
        {
            Request.Value = $"request {index}";
            return (await module.RunAsync(new Dictionary<string, object?> { ["x"] = index })).Get<string[]>("answer");
        })));

        Assert.Equal(Enumerable.Range(0, 20).Select(index => new[] { $"request {index}", $"request {index}" }), answers);
    }

    [Fact]
    public async Task Child_Calls_SeeTheContextOfTheCaller()
    {
        Request.Value = "request 8";
        var client = new ScriptedChatClient(
            ScriptedChatClient.Code("SUBMIT(await rlm_query('Q'))"),
            ScriptedChatClient.Code("SUBMIT(await llm_query('a'))"));

        var prediction = await new RecursiveModule("x -> answer", client, new() { MaxDepth = 2, SubClient = new ScriptedChatClient(Tell) })
            .RunAsync(new Dictionary<string, object?> { ["x"] = "" });

        Assert.Equal("request 8", prediction.Get<string>("answer"));
    }
}
