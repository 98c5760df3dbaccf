using System.Net;
using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.EndToEnd;

/// <summary>What clients, tools and children do when they do not do what they should.</summary>
public class BadInputTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "Some text." };

    private static Task<Prediction> RunAsync(ScriptedChatClient client, RecursiveModuleOptions? options = null) =>
        new RecursiveModule("text -> answer", client, options).RunAsync(Inputs);

    public static TheoryData<string, ChatResponse> Unusable => new()
    {
        { "nothing", new ChatResponse() },
        { "empty text", new ChatResponse(new ChatMessage(ChatRole.Assistant, "")) },
        { "only reasoning", new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("I think and think.")])) },
        { "only thinking tags", new ChatResponse(new ChatMessage(ChatRole.Assistant, "<think>Hm.</think>")) },
        { "a refusal", new ChatResponse(new ChatMessage(ChatRole.Assistant, "I cannot help with that.")) { FinishReason = ChatFinishReason.ContentFilter } },
        { "cut off", new ChatResponse(new ChatMessage(ChatRole.Assistant, "```js\nconst x = [1, 2")) { FinishReason = ChatFinishReason.Length } },
        { "an image", new ChatResponse(new ChatMessage(ChatRole.Assistant, [new DataContent("data:image/png;base64,AA==")])) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Client_UnusableReply_IsExplainedAndTheRunGoesOn(string what, ChatResponse reply)
    {
        var client = new ScriptedChatClient(reply, Code("SUBMIT('fine')"));

        var prediction = await RunAsync(client);

        Assert.Equal((what, "fine", 2), (what, prediction.Get<string>("answer"), prediction.Trajectory.Steps.Count));
        Assert.NotNull(prediction.Trajectory.Steps[0].Error);
        Assert.All(client.Requests[1], message => Assert.False(string.IsNullOrWhiteSpace(message.Text)));
    }

    [Fact]
    public async Task Client_AlwaysUnusable_EndsByTheLimitOfTurns()
    {
        var exception = await Assert.ThrowsAsync<ExtractionException>(() => RunAsync(new ScriptedChatClient(Answer(_ => "I cannot help with that.")), new() { MaxIterations = 3 }));

        Assert.Equal((StopReason.MaxIterations, 3), (exception.StopReason, exception.Trajectory.Steps.Count));
    }

    /// <summary>Cancels at every update of a run that has one of each kind, so at every await between two of them.</summary>
    [Fact]
    public async Task Run_CancelledAtAnyUpdate_EndsWithTheTrajectory()
    {
        var length = await CancelAtAsync(int.MaxValue);
        Assert.True(length > 25);
        for (var update = 0; update < length - 1; update++)
        {
            Assert.True(await CancelAtAsync(update) >= update);
        }
    }

    private static async Task<int> CancelAtAsync(int position)
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient(
            "no code",
            Code("print(await lookup('x')); await llm_query_batched(['a', 'b']); print(await rlm_query('task', text)); SUBMIT(1, 2)"),
            "A",
            "B",
            Code("SUBMIT('child')"),
            Code("print('last')"),
            """{ "answer": "extracted" }""") { CanStream = true };
        var interpreters = 0;
        using var disposals = new SemaphoreSlim(0);
        var options = new RecursiveModuleOptions
        {
            MaxIterations = 3,
            MaxDepth = 2,
            Tools = [AIFunctionFactory.Create((string key) => key, "lookup")],
            InterpreterFactory = limits =>
            {
                interpreters++;
                return new DisposalCounter(new Rlm.Interpreters.JavaScriptInterpreter(limits), () => disposals.Release());
            },
        };
        var seen = 0;
        try
        {
            await foreach (var _ in new RecursiveModule("text -> answer", client, options).RunStreamingAsync(Inputs, cancellation.Token))
            {
                if (seen++ == position)
                {
                    await cancellation.CancelAsync();
                }
            }

            // A run is one update ahead of its reader: near the end a cancellation may come too late.
            Assert.True(position >= seen - 3);
        }
        catch (RunCanceledException exception)
        {
            Assert.NotEqual(int.MaxValue, position);
            Assert.NotNull(exception.Trajectory);
        }

        // Nobody waits for a child that is cancelled; it cleans up by itself.
        for (var interpreter = 0; interpreter < interpreters; interpreter++)
        {
            Assert.True(await disposals.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        return seen;
    }

    private sealed class DisposalCounter(ICodeInterpreter inner, Action disposed) : ICodeInterpreter
    {
        public ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken = default) =>
            inner.StartAsync(variables, functions, cancellationToken);

        public ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken = default) => inner.ExecuteAsync(code, cancellationToken);

        public ValueTask DisposeAsync()
        {
            disposed();
            return inner.DisposeAsync();
        }
    }

    [Fact]
    public async Task Tool_Hangs_IsEndedByTheTimeOfTheRun()
    {
        var clock = new ManualTimeProvider();
        var hang = AIFunctionFactory.Create(
            async (CancellationToken cancellationToken) =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
            "hang");

        var prediction = await RunAsync(
            new ScriptedChatClient(Code("print('before'); await hang()"), """{ "answer": "x" }"""),
            new() { Tools = [hang], MaxDuration = TimeSpan.FromSeconds(30), TimeProvider = clock });

        Assert.Equal(StopReason.MaxDuration, prediction.StopReason);
        Assert.Equal("it was cancelled", Assert.Single(prediction.Trajectory.Steps[0].ToolCalls).Error);
    }

    [Fact]
    public async Task Tool_HangsAndIgnoresCancellation_DoesNotHoldTheRun()
    {
        var clock = new ManualTimeProvider();
        var never = new TaskCompletionSource<string>();
        var hang = AIFunctionFactory.Create(
            async () =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                return await never.Task;
            },
            "hang");

        var prediction = await RunAsync(
            new ScriptedChatClient(Code("await hang()"), """{ "answer": "x" }"""),
            new() { Tools = [hang], MaxDuration = TimeSpan.FromSeconds(30), TimeProvider = clock });

        Assert.Equal(StopReason.MaxDuration, prediction.StopReason);
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }

    public static TheoryData<string, AIFunction, string> BadResults
    {
        get
        {
            var cycle = new Node();
            cycle.Next = cycle;
            return new()
            {
                { "a cycle", AIFunctionFactory.Create(new Func<object>(() => cycle), "give"), "error" },
                { "100 MB", AIFunctionFactory.Create(() => new string('x', 50_000_000), "give"), "50000000" },
                { "more than the memory", AIFunctionFactory.Create(() => new string('x', 200_000_000), "give"), "stop" },
                { "null", AIFunctionFactory.Create(() => (string?)null, "give"), "null" },
                { "an HTTP error", AIFunctionFactory.Create(new Func<string>(() => throw new HttpRequestException("no", null, HttpStatusCode.BadGateway)), "give"), "error" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(BadResults))]
    public async Task Tool_BadResult_IsAValueOrAnErrorAndTheNextTurnWorks(string what, AIFunction tool, string end)
    {
        var prediction = await RunAsync(
            new ScriptedChatClient(Code("let r = 'error'; try { r = await give(); r = r === null ? 'null' : String(r.length) } catch (e) { } print(r)"), Code("SUBMIT('next')")),
            new() { Tools = [tool] });

        Assert.Equal((what, "next"), (what, prediction.Get<string>("answer")));
        Assert.True(end == "stop" ? prediction.Trajectory.Steps[0].Error is not null || prediction.Trajectory.Steps[0].Output == "error\n" : prediction.Trajectory.Steps[0].Output == end + "\n", prediction.Trajectory.Steps[0].Output);
    }

    [Fact]
    public async Task SubClient_Hangs_BatchEndsByTheTimeOfTheRunWithEveryCallRecorded()
    {
        var clock = new ManualTimeProvider();
        var sub = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)(async (messages, cancellationToken) =>
        {
            if (messages[0].Text == "quick")
            {
                return "answer";
            }

            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        }));

        var prediction = await RunAsync(
            new ScriptedChatClient(Code("await llm_query_batched(['quick', 'slow', 'slow'])"), """{ "answer": "x" }"""),
            new() { SubClient = sub, MaxDuration = TimeSpan.FromSeconds(30), TimeProvider = clock, MaxConcurrency = 1 });

        Assert.Equal([null, "it was cancelled", "it was cancelled"], prediction.Trajectory.Steps[0].SubCalls.Select(call => call.Error));
    }

    [Fact]
    public async Task Budget_GoneBeforeTheExtraction_StillExtractsOnce()
    {
        var client = new ScriptedChatClient(Code("print(1)"), """{ "answer": "x" }""") { Usage = new() { TotalTokenCount = 1_000_000 } };

        var prediction = await RunAsync(client, new() { MaxTokens = 1 });

        Assert.Equal((StopReason.MaxTokens, "x", 2_000_000), (prediction.StopReason, prediction.Get<string>("answer"), prediction.Usage.TotalTokenCount));
        Assert.NotNull(prediction.Trajectory.Extraction);
    }

    [Fact]
    public async Task Child_HasNoInterpreter_IsAnErrorOfTheCode()
    {
        var made = 0;
        var prediction = await RunAsync(
            new ScriptedChatClient(Code("try { await rlm_query('Q') } catch (e) { SUBMIT(e.message) }")),
            new() { MaxDepth = 2, InterpreterFactory = limits => made++ == 0 ? new Rlm.Interpreters.JavaScriptInterpreter(limits) : throw new IOException("no room") });

        Assert.Equal("rlm_query failed: The interpreter could not be started: no room", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task Stream_BreaksOff_IsAFailureOfTheModelWithTheTrajectory()
    {
        var client = new BreakingClient();

        var exception = await Assert.ThrowsAsync<LanguageModelException>(async () =>
        {
            await foreach (var _ in new RecursiveModule("text -> answer", client).RunStreamingAsync(Inputs))
            {
            }
        });

        Assert.Contains("connection reset", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, client.Calls);
    }

    /// <summary>Streams half a reply.</summary>
    private sealed class BreakingClient : IChatClient
    {
        public int Calls { get; private set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            throw new InvalidOperationException("not asked for");
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Calls++;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "```js\nSUBMIT('half");
            await Task.Yield();
            throw new NotSupportedException("connection reset");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
