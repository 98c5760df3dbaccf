using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.EndToEnd;

/// <summary>Many children at once: what fails, how many run, and what one leaves to the next.</summary>
public class ChildBatchTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "t" };

    private static bool IsChild(IReadOnlyList<ChatMessage> messages) => messages[0].Text.Contains("`task`", StringComparison.Ordinal);

    private static Task<Prediction> RunAsync(string code, Func<IReadOnlyList<ChatMessage>, Task<object>> child, RecursiveModuleOptions? options = null)
    {
        var turns = new Queue<string>([code, "SUBMIT('done')"]);
        var client = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)(
            (messages, _) => IsChild(messages) ? child(messages) : Task.FromResult<object>(Code(turns.Dequeue()))));
        options ??= new RecursiveModuleOptions();
        options.MaxDepth = 2;
        return new RecursiveModule("text -> answer", client, options).RunAsync(Inputs);
    }

    private static Task<object> FailOnBad(IReadOnlyList<ChatMessage> messages) =>
        Task.FromResult<object>(messages[1].Text.Contains("bad", StringComparison.Ordinal) ? new HttpRequestException("503") : Code("SUBMIT(task)"));

    [Fact]
    public async Task Batch_SomeChildrenFail_TheOthersAnswer()
    {
        var prediction = await RunAsync("print((await rlm_query_batched(['a', 'bad', 'b'])).join('|'))", FailOnBad);

        var step = prediction.Trajectory.Steps[0];
        Assert.Equal("a|[ERROR] The language model failed in turn 1: 503|b\n", step.Output);
        Assert.Equal([StopReason.Submitted, null, StopReason.Submitted], step.SubCalls.Select(call => call.StopReason));
        Assert.All(step.SubCalls, call => Assert.NotNull(call.Trajectory));
    }

    [Fact]
    public async Task Batch_AllChildrenFail_IsABatchOfErrors()
    {
        var prediction = await RunAsync("print((await rlm_query_batched(['bad 1', 'bad 2'])).every(answer => answer.startsWith('[ERROR] ')))", FailOnBad);

        Assert.Equal("true\n", prediction.Trajectory.Steps[0].Output);
        Assert.Equal("done", prediction.Get<string>("answer"));
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("['a']", "[ 'a' ]")]
    public async Task Batch_OfNoneOrOne_IsABatch(string tasks, string expected)
    {
        var prediction = await RunAsync($"print(await rlm_query_batched({tasks}))", FailOnBad);

        Assert.Equal(expected + "\n", prediction.Trajectory.Steps[0].Output);
        Assert.Equal(expected == "[]" ? 0 : 1, prediction.Trajectory.Steps[0].SubCalls.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Batch_OfTwelve_OverlapsUpToTheConcurrency(int concurrency)
    {
        var running = 0;
        var peak = 0;
        var everybody = new TaskCompletionSource();
        async Task<object> AnswerWhenFullAsync(IReadOnlyList<ChatMessage> messages)
        {
            var now = Interlocked.Increment(ref running);
            lock (everybody)
            {
                peak = Math.Max(peak, now);
            }

            // The first ones wait until as many as may run are there, so that the test sees them overlap whatever the scheduler does.
            if (now == Math.Min(concurrency, 12))
            {
                everybody.TrySetResult();
            }

            await everybody.Task;
            Interlocked.Decrement(ref running);
            return Code("SUBMIT(task)");
        }

        var prediction = await RunAsync(
            "print((await rlm_query_batched(Array.from({ length: 12 }, (_, i) => 't' + i))).join())", AnswerWhenFullAsync, new() { MaxConcurrency = concurrency });

        Assert.Equal(string.Join(',', Enumerable.Range(0, 12).Select(index => $"t{index}")) + "\n", prediction.Trajectory.Steps[0].Output);
        Assert.Equal(Math.Min(concurrency, 12), peak);
    }

    [Fact]
    public async Task Model_OfOneChild_IsNotThatOfTheNext()
    {
        var strong = new ScriptedChatClient(Code("SUBMIT('strong')")) { ModelId = "strong-1" };

        var prediction = await RunAsync(
            "print(await rlm_query('Q', { model: 'strong' }), await rlm_query('plain'))", FailOnBad, new() { SubModels = [new SubModel("strong", strong, "Thinks long.")] });

        Assert.Equal("strong plain\n", prediction.Trajectory.Steps[0].Output);
        Assert.Single(strong.Requests);
    }

    [Fact]
    public async Task Errors_InARow_AreCountedForEachChild()
    {
        var child = new Queue<string>([Code("boom()"), Code("boom()"), """{ "answer": "as well as it can" }"""]);

        var prediction = await RunAsync("print(await rlm_query('Q'))", _ => Task.FromResult<object>(child.Dequeue()), new() { MaxConsecutiveErrors = 2 });

        Assert.Equal("as well as it can\n", prediction.Trajectory.Steps[0].Output);
        Assert.Equal(StopReason.MaxConsecutiveErrors, prediction.Trajectory.Steps[0].SubCalls[0].StopReason);
        Assert.Equal(StopReason.Submitted, prediction.StopReason);
    }

    [Fact]
    public async Task ChildTools_OfTheRoot_AreThoseOfGrandchildren()
    {
        var client = new ScriptedChatClient(Code("SUBMIT(await rlm_query('outer'))"), Code("SUBMIT(await rlm_query('inner'))"), Code("SUBMIT(typeof parentOnly + ' ' + await childOnly())"));
        var options = new RecursiveModuleOptions
        {
            MaxDepth = 3,
            Tools = [AIFunctionFactory.Create(() => "parent", "parentOnly")],
            ChildTools = [AIFunctionFactory.Create(() => "child", "childOnly")],
        };

        var prediction = await new RecursiveModule("text -> answer", client, options).RunAsync(Inputs);

        Assert.Equal("undefined child", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task LlmQuery_WhereChildrenAreAllowed_IsACompletion()
    {
        var client = new ScriptedChatClient(Code("SUBMIT(await llm_query('Q'))"), "plain");

        var prediction = await new RecursiveModule("text -> answer", client, new() { MaxDepth = 2 }).RunAsync(Inputs);

        Assert.Equal("plain", prediction.Get<string>("answer"));
        Assert.Equal(["Q"], client.Texts(1));
        Assert.Null(prediction.Trajectory.Steps[0].SubCalls[0].Trajectory);
    }
}
