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
