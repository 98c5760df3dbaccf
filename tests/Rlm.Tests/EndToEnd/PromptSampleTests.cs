using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Rlm.Replies;

namespace Rlm.Tests.EndToEnd;

/// <summary>Every code sample of a prompt runs: what a model copies must work.</summary>
public partial class PromptSampleTests
{
    private static async Task<string> SystemTextAsync()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("SUBMIT('a', 1)"));
        var tool = AIFunctionFactory.Create((string query) => query, "search");
        await new RecursiveModule("text, items: list[str] -> answer, count: int", client, new RecursiveModuleOptions { Tools = [tool] })
            .RunAsync(new Dictionary<string, object?> { ["text"] = "Some text.", ["items"] = new[] { "a" } });
        return client.Texts(0)[0];
    }

    private static async Task<Scenario> RunAsync(params string[] codes)
    {
        var options = new RecursiveModuleOptions { SubClient = new ScriptedChatClient(ScriptedChatClient.Answer(prompt => $"<{prompt.Length}>")) };
        return await Scenario.RunAsync("text, items: list[str] -> answer, count: int", new Dictionary<string, object?> { ["text"] = "Some text.", ["items"] = new[] { "a" } }, options, codes);
    }

    [Fact]
    public async Task Samples_InFences_Run()
    {
        var samples = FencedBlocks.Find(await SystemTextAsync());

        Assert.Equal(2, samples.Count);
        Assert.All(samples, sample => Assert.Equal("js", sample.Tag));
        var run = await RunAsync([.. samples.Select(sample => sample.Body), "SUBMIT('a', 1)"]);
        Assert.All(run.Steps, step => Assert.Null(step.Error));
        Assert.Equal("ready", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Sample_AskAboutParts_AsksAboutEveryPart()
    {
        var function = FencedBlocks.Find(await SystemTextAsync())[1].Body;

        var run = await RunAsync(function, "print(await askAboutParts('x'.repeat(250), 'Q?', 100))", "SUBMIT('a', 1)");

        Assert.Equal("[ '<104>', '<104>', '<54>' ]", run.Output(2).TrimEnd());
    }

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode { get; }

    [Fact]
    public async Task Samples_InTheRuleAboutJavaScript_Run()
    {
        var rule = (await SystemTextAsync()).Split('\n').Single(line => line.StartsWith("4. Write JavaScript", StringComparison.Ordinal));
        var samples = InlineCode.Matches(rule).Select(match => match.Groups["code"].Value).ToList();

        Assert.True(samples.Count >= 5);
        var run = await RunAsync([.. samples, "SUBMIT('a', 1)"]);
        Assert.All(run.Steps, step => Assert.Null(step.Error));
    }

    [Fact]
    public async Task Sample_OfSubmit_Runs()
    {
        var call = InlineCode.Matches(await SystemTextAsync()).Select(match => match.Groups["code"].Value).First(code => code.StartsWith("SUBMIT(", StringComparison.Ordinal));

        var run = await RunAsync($"const answer = 'a', count = 2; {call}");

        Assert.Equal("SUBMIT({ answer, count })", call);
        Assert.Equal(2, run.Prediction.Get<int>("count"));
    }

    [Fact]
    public async Task Sample_OfASchema_Runs()
    {
        var call = InlineCode.Matches(await SystemTextAsync()).Select(match => match.Groups["code"].Value).Single(code => code.StartsWith("llm_query(prompt, { schema", StringComparison.Ordinal));
        var options = new RecursiveModuleOptions { SubClient = new ScriptedChatClient("""["a", "b"]""") };

        var run = await Scenario.RunAsync(options, $"const prompt = 'Which?'; print((await {call}).join())");

        Assert.Equal("a,b", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Samples_OfChildren_Run()
    {
        var answer = (IReadOnlyList<ChatMessage> messages, CancellationToken _) => Task.FromResult<object>(
            ScriptedChatClient.Code(messages[0].Text.Contains("`task`", StringComparison.Ordinal) ? "SUBMIT(task + context)" : "SUBMIT('x')"));
        var client = new ScriptedChatClient(answer);
        await new RecursiveModule("x -> answer", client, new() { MaxDepth = 2 }).RunAsync(new Dictionary<string, object?> { ["x"] = "x" });
        var call = InlineCode.Matches(client.Texts(0)[0]).Select(match => match.Groups["code"].Value).Single(code => code.StartsWith("rlm_query_batched(", StringComparison.Ordinal));
        Assert.Equal("rlm_query_batched([{ task, context }, …]): Promise<string[]>", call);

        var root = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)((messages, token) => messages[0].Text.Contains("`task`", StringComparison.Ordinal)
            ? answer(messages, token)
            : Task.FromResult<object>(ScriptedChatClient.Code("const task = 'T', context = 'C'; SUBMIT((await rlm_query_batched([{ task, context }, { task, context: 2 }])).join() + await rlm_query(task, context))"))));
        var prediction = await new RecursiveModule("x -> answer", root, new() { MaxDepth = 2 }).RunAsync(new Dictionary<string, object?> { ["x"] = "x" });

        Assert.Equal("TC,T2TC", prediction.Get<string>("answer"));
    }

    [Theory]
    [InlineData("require('x')")]
    [InlineData("import 'x'")]
    [InlineData("setTimeout(print)")]
    [InlineData("fetch('x')")]
    public async Task Claims_OfWhatIsMissing_AreTrue(string code)
    {
        var run = await RunAsync(code, "SUBMIT('a', 1)");

        Assert.NotNull(run.Steps[0].Error);
    }
}
