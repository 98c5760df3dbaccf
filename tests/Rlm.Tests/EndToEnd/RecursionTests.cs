using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.EndToEnd;

public class RecursionTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "alpha beta gamma" };

    private static async Task<(Prediction Prediction, ScriptedChatClient Client)> RunAsync(RecursiveModuleOptions options, params object[] replies)
    {
        var client = new ScriptedChatClient(replies);
        return (await new RecursiveModule("text -> answer", client, options).RunAsync(Inputs), client);
    }

    [Fact]
    public async Task RlmQuery_DepthTwo_RunsAChildWithItsOwnSandbox()
    {
        var (prediction, client) = await RunAsync(
            new() { MaxDepth = 2 },
            Code("const secret = 1; const answer = await rlm_query('Count the words.', text); SUBMIT(answer)"),
            Code("print(task, context.length, typeof secret, typeof text)"),
            Code("SUBMIT(String(context.split(' ').length))"));

        Assert.Equal("3", prediction.Get<string>("answer"));
        var call = Assert.Single(Assert.Single(prediction.Trajectory.Steps).SubCalls);
        Assert.Equal(("rlm_query", StopReason.Submitted, "3"), (call.Function, call.StopReason, call.ResponsePreview));
        Assert.Equal(2, call.Trajectory!.Steps.Count);
        Assert.Equal("Count the words. 16 undefined undefined\n", call.Trajectory.Steps[0].Output);
        Assert.Contains("`rlm_query", client.Texts(0)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("rlm_query(", client.Texts(1)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RlmQuery_DepthOne_IsAPlainCompletion()
    {
        var (prediction, client) = await RunAsync(new(), Code("SUBMIT(await rlm_query('Q', 'C'))"), "plain");

        Assert.Equal("plain", prediction.Get<string>("answer"));
        Assert.Equal(["Q\n\nC"], client.Texts(1));
        Assert.Null(prediction.Trajectory.Steps[0].SubCalls[0].Trajectory);
        Assert.DoesNotContain("rlm_query", client.Texts(0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RlmQuery_DepthThree_LetsChildrenHaveChildren()
    {
        var (prediction, _) = await RunAsync(
            new() { MaxDepth = 3 },
            Code("SUBMIT(await rlm_query('outer'))"),
            Code("SUBMIT(await rlm_query('inner'))"),
            Code("SUBMIT(await rlm_query('leaf'))"),
            "from a completion");

        Assert.Equal("from a completion", prediction.Get<string>("answer"));
        var inner = prediction.Trajectory.Steps[0].SubCalls[0].Trajectory!.Steps[0].SubCalls[0];
        Assert.Null(Assert.Single(inner.Trajectory!.Steps[0].SubCalls).Trajectory);
        Assert.Equal(60, prediction.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task RlmQuery_Schema_TypesTheAnswerOfTheChild()
    {
        var (prediction, client) = await RunAsync(
            new() { MaxDepth = 2 },
            Code("const words = await rlm_query('List the words.', text, { schema: { type: 'array', items: { type: 'string' } } }); SUBMIT(words[1])"),
            Code("SUBMIT({ answer: 5 })"),
            Code("SUBMIT(context.split(' '))"));

        Assert.Equal("beta", prediction.Get<string>("answer"));
        Assert.Contains("`answer: string[]`", client.Texts(1)[0], StringComparison.Ordinal);
        Assert.Contains("SUBMIT refused", client.Texts(2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RlmQuery_Model_RunsTheChildOnIt()
    {
        var strong = new ScriptedChatClient(Code("SUBMIT('strong')")) { ModelId = "strong-1" };
        var (prediction, _) = await RunAsync(
            new() { MaxDepth = 2, SubModels = [new SubModel("strong", strong, "Thinks long.")] },
            Code("SUBMIT(await rlm_query('Q', { model: 'strong' }))"));

        Assert.Equal("strong", prediction.Get<string>("answer"));
        Assert.Equal(["scripted", "strong-1"], prediction.UsageByModel.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RlmQueryBatched_Tasks_KeepTheirOrderAndContexts()
    {
        var answer = Answer(_ => throw new InvalidOperationException());
        answer = (messages, _) => Task.FromResult<object>(messages[0].Text.Contains("`task`", StringComparison.Ordinal)
            ? Code("SUBMIT(task + ':' + context)")
            : Code("SUBMIT((await rlm_query_batched([{ task: 'a', context: 1 }, { task: 'b', context: [2] }, { prompt: 'c', context: 'x' }])).join())"));
        var prediction = await new RecursiveModule("text -> answer", new ScriptedChatClient(answer), new() { MaxDepth = 2 }).RunAsync(Inputs);

        Assert.Equal("a:1,b:2,c:x", prediction.Get<string>("answer"));
        Assert.Equal([0, 1, 2], prediction.Trajectory.Steps[0].SubCalls.Select((_, index) => index));
        Assert.Equal(["a:1", "b:2", "c:x"], prediction.Trajectory.Steps[0].SubCalls.Select(call => call.ResponsePreview));
    }

    [Fact]
    public async Task RlmQuery_ChildFails_IsAnErrorWithItsTrajectory()
    {
        var (prediction, _) = await RunAsync(
            new() { MaxDepth = 2 },
            Code("try { await rlm_query('Q') } catch (e) { print(e.message) }"),
            Code("print('begun')"),
            new HttpRequestException("503"),
            Code("SUBMIT('done')"));

        Assert.Equal("rlm_query failed: The language model failed in turn 2: 503\n", prediction.Trajectory.Steps[0].Output);
        var call = prediction.Trajectory.Steps[0].SubCalls[0];
        Assert.Equal("begun\n", Assert.Single(call.Trajectory!.Steps).Output);
    }

    [Fact]
    public async Task RlmQuery_ChildUsesItsTurns_AnswersFromItsTranscript()
    {
        var (prediction, _) = await RunAsync(
            new() { MaxDepth = 2, MaxIterations = 1 },
            Code("SUBMIT(await rlm_query('Q'))"),
            Code("print('thinking')"),
            """{ "answer": "from the transcript" }""");

        Assert.Equal("from the transcript", prediction.Get<string>("answer"));
        var call = prediction.Trajectory.Steps[0].SubCalls[0];
        Assert.Equal(StopReason.MaxIterations, call.StopReason);
        Assert.NotNull(call.Trajectory!.Extraction);
    }

    [Fact]
    public async Task ChildTools_Given_ReplaceThoseOfTheParent()
    {
        var parentTool = AIFunctionFactory.Create(() => "parent", "parentOnly");
        var childTool = AIFunctionFactory.Create(() => "child", "childOnly");
        var (prediction, client) = await RunAsync(
            new() { MaxDepth = 2, Tools = [parentTool], ChildTools = [childTool] },
            Code("SUBMIT(await rlm_query('Q'))"),
            Code("SUBMIT(typeof parentOnly + await childOnly())"));

        Assert.Equal("undefinedchild", prediction.Get<string>("answer"));
        Assert.Contains("`childOnly()", client.Texts(1)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("parentOnly", client.Texts(1)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "function")]
    [InlineData(true, "undefined")]
    public async Task ChildTools_NotGiven_AreThoseOfTheParentAndEmptyIsNone(bool isEmpty, string type)
    {
        var tool = AIFunctionFactory.Create(() => "x", "lookup");
        var (prediction, _) = await RunAsync(
            new() { MaxDepth = 2, Tools = [tool], ChildTools = isEmpty ? [] : null },
            Code("SUBMIT(await rlm_query('Q'))"),
            Code("SUBMIT(typeof lookup)"));

        Assert.Equal(type, prediction.Get<string>("answer"));
    }

    [Fact]
    public void ChildTools_NamedAsTheContextOfAChild_AreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new RecursiveModule(
            "text -> answer", new ScriptedChatClient(), new() { ChildTools = [AIFunctionFactory.Create(() => 1, "context")] }));

        Assert.Contains("for children, the tool 'context' has the name of an input", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubCalls_OfChildren_CountForTheWholeTree()
    {
        var (prediction, client) = await RunAsync(
            new() { MaxDepth = 2, MaxSubCalls = 2 },
            Code("await rlm_query('Q'); try { await llm_query('over') } catch (e) { SUBMIT(e.message) }"),
            Code("await llm_query('one'); try { await llm_query('two') } catch (e) { SUBMIT(e.message) }"),
            "first");

        Assert.StartsWith("llm_query: all 2 sub-calls of this run are used.", prediction.Get<string>("answer"), StringComparison.Ordinal);
        Assert.StartsWith("llm_query: all 2 sub-calls of this run are used.", prediction.Trajectory.Steps[0].SubCalls[0].ResponsePreview, StringComparison.Ordinal);
        Assert.EndsWith("Sub-calls left: 1 of 2.", client.Texts(1)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Children_MoreThanTheirPlaces_WaitAndDoNotBlockEachOther()
    {
        // Each child needs a place for its own calls while its siblings wait for theirs.
        var answer = (IReadOnlyList<ChatMessage> messages, CancellationToken _) => Task.FromResult<object>(messages[0].Text switch
        {
            var system when system.Contains("`task`", StringComparison.Ordinal) => Code("SUBMIT(await llm_query(task))"),
            var system when system.Contains("SUBMIT", StringComparison.Ordinal) => Code("SUBMIT((await rlm_query_batched(Array.from({ length: 20 }, (_, i) => 'q' + i))).join())"),
            var prompt => prompt,
        });
        var prediction = await new RecursiveModule("text -> answer", new ScriptedChatClient(answer), new() { MaxDepth = 2, MaxConcurrency = 2 }).RunAsync(Inputs);

        Assert.Equal(string.Join(',', Enumerable.Range(0, 20).Select(index => $"q{index}")), prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task Streaming_Child_IsWrappedWithItsPlace()
    {
        var client = new ScriptedChatClient(
            Code("SUBMIT(await rlm_query('Q'))"),
            Code("SUBMIT('x')"));
        var updates = new List<RunUpdate>();
        await foreach (var update in new RecursiveModule("text -> answer", client, new() { MaxDepth = 2 }).RunStreamingAsync(Inputs))
        {
            updates.Add(update);
        }

        var children = updates.OfType<ChildUpdate>().ToList();
        Assert.All(children, update => Assert.Equal((1, 0), (update.Turn, update.SubCall)));
        Assert.IsType<RunStartedUpdate>(children[0].Update);
        Assert.IsType<RunFinishedUpdate>(children[^1].Update);
        Assert.Single(updates.OfType<RunFinishedUpdate>());
        Assert.IsType<SubCallStartedUpdate>(updates[updates.IndexOf(children[0]) - 1]);
        Assert.IsType<SubCallFinishedUpdate>(updates[updates.IndexOf(children[^1]) + 1]);
    }

    [Fact]
    public async Task RlmQuery_LargeContext_ReachesTheChild()
    {
        var (prediction, client) = await RunAsync(
            new() { MaxDepth = 2 },
            Code("SUBMIT(await rlm_query('How long?', 'x'.repeat(20_000_000)))"),
            Code("SUBMIT(String(context.length))"));

        Assert.Equal("20000000", prediction.Get<string>("answer"));
        Assert.True(client.Texts(1)[1].Length < 3_000);
        Assert.Equal(20_000_000 + "How long?\n\n".Length, prediction.Trajectory.Steps[0].SubCalls[0].PromptLength);
    }
}
