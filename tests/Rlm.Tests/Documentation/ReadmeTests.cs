using System.Globalization;
using System.Text.RegularExpressions;
using Documentation.Snippets;

namespace Rlm.Tests.Documentation;

public sealed class ReadmeTests
{
    private const string Main = "README.md";
    private const string JavaScript = "src/Rlm.JavaScript/README.md";

    [Theory]
    [InlineData(Main, 9)]
    [InlineData(JavaScript, 1)]
    public void CodeBlocks_OfReadme_AreCompiledSnippets(string path, int count)
    {
        var blocks = CodeBlocks(path);
        var snippets = Snippet.ReadAll().Select(snippet => snippet.Code).ToList();

        Assert.Equal(count, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(block, snippets));
    }

    [Fact]
    public void Snippets_All_StandInReadme()
    {
        var blocks = CodeBlocks(Main);

        Assert.All(Snippet.ReadAll(), snippet => Assert.Contains(snippet.Code, blocks));
    }

    [Fact]
    public void Commands_OfReadme_ComeFirst()
    {
        var block = Regex.Match(Repository.Read(Main), "```(?<tag>\\w*)\n(?<code>.*?)\n```", RegexOptions.Singleline);

        Assert.Equal("sh", block.Groups["tag"].Value);
        Assert.Equal("dotnet run --project samples/QuickStart\ndotnet test", block.Groups["code"].Value);
    }

    [Fact]
    public void Limits_OfReadme_AreTheDefaults()
    {
        var readme = Repository.Read(Main);
        var options = new RecursiveModuleOptions();

        AssertDefault(nameof(options.MaxIterations), Number(options.MaxIterations));
        AssertDefault(nameof(options.MaxSubCalls), Number(options.MaxSubCalls));
        AssertDefault(nameof(options.MaxConcurrency), Number(options.MaxConcurrency));
        AssertDefault(nameof(options.MaxDepth), Number(options.MaxDepth));
        Assert.Null(options.MaxTokens);
        Assert.Null(options.MaxCost);
        Assert.Null(options.MaxDuration);
        Assert.Null(options.MaxConsecutiveErrors);
        AssertDefault($"{nameof(options.MaxTokens)}`, `{nameof(options.MaxCost)}`, `{nameof(options.MaxDuration)}`, `{nameof(options.MaxConsecutiveErrors)}", "none");
        AssertDefault(nameof(options.MaxOutputLength), $"{Number(options.MaxOutputLength)} characters");
        AssertDefault(nameof(options.MaxSubPromptLength), $"{Number(options.MaxSubPromptLength)} characters");
        AssertDefault(nameof(options.TurnTimeLimit), $"{Number((long)options.TurnTimeLimit.TotalSeconds)} s of computing");
        AssertDefault(nameof(options.MemoryLimit), $"{Number(options.MemoryLimit / (1024 * 1024))} MB");

        void AssertDefault(string name, string value) => Assert.Contains($"| `{name}` | {value} |", readme, StringComparison.Ordinal);
        static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(Main)]
    [InlineData(JavaScript)]
    [InlineData("SECURITY.md")]
    [InlineData("docs/Comparison.md")]
    [InlineData("CHANGELOG.md")]
    public void Links_ToFiles_Exist(string path)
    {
        var links = Regex.Matches(Repository.Read(path), @"\]\((?<target>[^)#:]+)\)").Select(link => link.Groups["target"].Value);

        Assert.All(links, link => Assert.NotEmpty(Repository.Read(Path.Combine(Path.GetDirectoryName(path)!, link))));
    }

    [Fact]
    public async Task UntypedSnippet_WithScriptedModel_Answers()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("SUBMIT(report.slice(0, 5), 0.5)"));

        var prediction = await Untyped.RunAsync(client, "North grew by 5 %.");

        Assert.Equal("North", prediction.Get<string>("answer"));
        Assert.Equal(0.5, prediction.Get<double?>("confidence"));
    }

    [Fact]
    public async Task TypedSnippet_WithScriptedModel_Answers()
    {
        var client = new ScriptedChatClient(
            ScriptedChatClient.Code("SUBMIT({ answer: 'North', confidence: 2 })"),
            ScriptedChatClient.Code("SUBMIT({ answer: 'North', confidence: 1 })"));

        var prediction = await Typed.RunAsync(client, "North grew by 5 %.");

        Assert.Equal(("North", 1.0), (prediction.Result.Answer, prediction.Result.Confidence));
        Assert.Equal(2, prediction.Trajectory.Steps.Count);
    }

    [Fact]
    public async Task OptionsSnippet_ToolIsCalled_GivesItsResult()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("SUBMIT(await llm_query('What costs ' + await price('tea') + '?'))"));
        var subClient = new ScriptedChatClient(ScriptedChatClient.Answer(prompt => $"asked: {prompt}"));
        var module = Models.WithOptions(client, subClient, new Dictionary<string, decimal> { ["tea"] = 2.5m });

        var prediction = await module.RunAsync(new Dictionary<string, object?> { ["catalogue"] = "tea", ["question"] = "?" });

        Assert.Equal("asked: What costs 2.5?", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task SessionSnippet_SecondQuestion_FindsTheVariablesOfTheFirst()
    {
        var client = new ScriptedChatClient(
            ScriptedChatClient.Code("const best = report.split(' ')[0]; SUBMIT(best)"),
            ScriptedChatClient.Code("SUBMIT(best + ': ' + question)"));

        var (first, second) = await Following.AskTwiceAsync(new RecursiveModule("report, question -> answer", client), "North grew by 5 %.");

        Assert.Equal("North", first.Get<string>("answer"));
        Assert.Equal("North: And which customers made the difference there?", second.Get<string>("answer"));
    }

    [Fact]
    public async Task StreamingSnippet_Run_ReadsToTheEnd()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("SUBMIT('North')")) { CanStream = true };

        await Following.FollowAsync(new RecursiveModule("report -> answer", client), new Dictionary<string, object?> { ["report"] = "r" }, CancellationToken.None);

        Assert.Single(client.Requests);
    }

    [Fact]
    public void AnthropicSnippet_WithoutRequest_MakesModule() =>
        Assert.Equal(["report", "question"], Models.Claude("no key").Signature.Inputs.Select(input => input.Name));

    [Fact]
    public async Task SandboxSnippet_Evaluated_PrintsAndCalls()
    {
        var result = await Sandbox.RunAsync("hello big world");

        Assert.Equal(("3\n", "HELLO"), (result.Output, result.Value.ToString()));
        Assert.Null(result.Error);
    }

    private static List<string> CodeBlocks(string path) =>
        [.. Regex.Matches(Repository.Read(path), "^```csharp\n(?<code>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups["code"].Value)];
}
