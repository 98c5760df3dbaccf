using System.Diagnostics;
using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Diagnostics;

public class TelemetryTests
{
    private sealed class TelemetryQuestion
    {
        [Input]
        public string Text { get; init; } = "SECRET-INPUT";

        [Output]
        public string Answer { get; init; } = "";
    }

    private sealed class MeasuredQuestion
    {
        [Input]
        public string Text { get; init; } = "text";

        [Output]
        public string Answer { get; init; } = "";
    }

    private sealed class FailingQuestion
    {
        [Input]
        public string Text { get; init; } = "text";

        [Output]
        public string Answer { get; init; } = "";
    }

    private sealed class NamedClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("acme", defaultModelId: "acme-1") : base.GetService(serviceType, serviceKey);
    }

    private static AIFunction Tool(string name, Func<string, string> call) => AIFunctionFactory.Create((string query) => call(query), name);

    private static Task<Prediction<TSignature>> RunAsync<TSignature>(IChatClient client, TSignature input, RecursiveModuleOptions? options = null, CancellationToken cancellationToken = default)
        where TSignature : class =>
        new RecursiveModule<TSignature>(client, options).RunAsync(input, cancellationToken);

    [Fact]
    public async Task Spans_Run_NestAndCarryTheConventions()
    {
        using var recorder = new TelemetryRecorder();
        var client = new NamedClient(new ScriptedChatClient(Code("print(llm_query('a')); lookup('b')"), "an answer", Code("SUBMIT('done')")));

        await RunAsync(client, new TelemetryQuestion(), new() { Tools = [Tool("lookup", _ => "found")] });

        var run = recorder.Span("invoke_agent TelemetryQuestion");
        Assert.Equal(recorder.Root.SpanId, run.ParentSpanId);
        Assert.Equal("invoke_agent", run.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("TelemetryQuestion", run.GetTagItem("gen_ai.agent.name"));
        Assert.Equal("acme", run.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("acme-1", run.GetTagItem("gen_ai.request.model"));
        Assert.Equal("scripted", run.GetTagItem("gen_ai.response.model"));
        Assert.Equal(30L, run.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(15L, run.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal("Submitted", run.GetTagItem("rlm.run.stop_reason"));
        Assert.Equal(2, run.GetTagItem("rlm.run.turns"));
        Assert.Equal(1, run.GetTagItem("rlm.run.sub_calls"));
        Assert.Equal(ActivityStatusCode.Unset, run.Status);

        var codes = recorder.Spans.Where(span => span.DisplayName == "execute_tool javascript").ToList();
        Assert.Equal([1, 2], codes.Select(code => code.GetTagItem("rlm.turn")));
        Assert.All(codes, code => Assert.Equal(run.SpanId, code.ParentSpanId));
        var subCall = recorder.Span("execute_tool llm_query");
        Assert.Equal(codes[0].SpanId, subCall.ParentSpanId);
        Assert.Equal("execute_tool", subCall.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("llm_query", subCall.GetTagItem("gen_ai.tool.name"));
        Assert.Equal("scripted", subCall.GetTagItem("gen_ai.response.model"));
        Assert.Equal(10L, subCall.GetTagItem("gen_ai.usage.input_tokens"));
        var tool = recorder.Span("execute_tool lookup");
        Assert.Equal(codes[0].SpanId, tool.ParentSpanId);
        Assert.Equal("function", tool.GetTagItem("gen_ai.tool.type"));
        Assert.Equal(5, recorder.StartedCount);
        Assert.Equal(5, recorder.Spans.Count);
        Assert.Same(recorder.Root, Activity.Current);
    }

    [Fact]
    public async Task Spans_ParallelSubCallsWithAChild_EachHaveTheirOwnChildren()
    {
        using var recorder = new TelemetryRecorder();
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        var seenByClient = new System.Collections.Concurrent.ConcurrentDictionary<string, string?>();
        var client = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)(async (messages, _) =>
        {
            var prompt = messages[^1].Text;
            if (prompt is "first" or "second")
            {
                seenByClient[prompt] = Activity.Current?.Id;
                if (Interlocked.Increment(ref waiting) == 2)
                {
                    both.SetResult();
                }

                await both.Task;
                return $"answer to {prompt}";
            }

            if (messages.Count > 1 && messages[1].Text.Contains("`task`", StringComparison.Ordinal))
            {
                return Code("llm_query('within the child'); SUBMIT('child')");
            }

            return prompt == "within the child" ? "yes" : Code("const [a, b, c] = await Promise.all([async () => llm_query('first'), async () => llm_query('second'), async () => rlm_query('third')].map(ask => ask())); SUBMIT(a + b + c)");
        }));

        var prediction = await RunAsync(client, new TelemetryQuestion(), new() { MaxDepth = 2 });

        Assert.Equal("answer to firstanswer to secondchild", prediction.Result.Answer);
        var run = recorder.Span("invoke_agent TelemetryQuestion");
        var code = recorder.Spans.Single(span => span.DisplayName == "execute_tool javascript" && span.ParentSpanId == run.SpanId);
        var calls = recorder.Spans.Where(span => span.ParentSpanId == code.SpanId).OrderBy(span => span.GetTagItem("rlm.call.index")).ToList();
        Assert.Equal(["execute_tool llm_query", "execute_tool llm_query", "execute_tool rlm_query"], calls.Select(call => call.DisplayName));
        Assert.Equal(calls[0].Id, seenByClient["first"]);
        Assert.Equal(calls[1].Id, seenByClient["second"]);
        var child = recorder.Span("invoke_agent rlm_query");
        Assert.Equal(calls[2].SpanId, child.ParentSpanId);
        var childCode = recorder.Spans.Single(span => span.DisplayName == "execute_tool javascript" && span.ParentSpanId == child.SpanId);
        Assert.Contains(recorder.Spans, span => span.DisplayName == "execute_tool llm_query" && span.ParentSpanId == childCode.SpanId);
        Assert.Equal(recorder.StartedCount, recorder.Spans.Count);
        Assert.Same(recorder.Root, Activity.Current);
    }

    [Fact]
    public async Task Spans_Default_HoldNoContent()
    {
        using var recorder = new TelemetryRecorder();
        await RunWithSecretsAsync(enableSensitiveData: false);

        Assert.True(recorder.Spans.Count >= 6);
        Assert.DoesNotContain("SECRET", recorder.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_SensitiveDataEnabled_HoldContent()
    {
        using var recorder = new TelemetryRecorder();
        await RunWithSecretsAsync(enableSensitiveData: true);

        var text = recorder.Text();
        foreach (var part in new[] { "SECRET-INPUT", "SECRET-CODE", "SECRET-OUTPUT", "SECRET-PROMPT", "SECRET-ANSWER", "SECRET-ARGUMENT", "SECRET-TOOL", "SECRET-ERROR", "SECRET-RESULT" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        var run = recorder.Span("invoke_agent TelemetryQuestion");
        Assert.Equal("""[{"role":"assistant","parts":[{"type":"text","content":"{\"answer\":\"SECRET-RESULT\"}"}],"finish_reason":"stop"}]""", run.GetTagItem("gen_ai.output.messages"));
    }

    private static async Task RunWithSecretsAsync(bool enableSensitiveData)
    {
        var client = new ScriptedChatClient(
            Code("print('SECRET-OUTPUT' /* SECRET-CODE */); llm_query('SECRET-PROMPT'); probe('SECRET-ARGUMENT')"),
            "SECRET-ANSWER",
            Code("const e = new Error('SECRET-ERROR'); e.name = 'SECRET-NAME'; throw e"),
            Code("probe('fail')"),
            Code("llm_query('x')"),
            new InvalidOperationException("SECRET-FAILURE"),
            Code("SUBMIT('SECRET-RESULT')"));
        var probe = Tool("probe", query => query == "fail" ? throw new InvalidOperationException("SECRET-TOOL-FAILURE") : "SECRET-TOOL");
        await RunAsync(client, new TelemetryQuestion(), new() { Tools = [probe], EnableSensitiveData = enableSensitiveData });
    }

    [Fact]
    public async Task Spans_Errors_HaveTypesThatTheCodeCannotChoose()
    {
        using var recorder = new TelemetryRecorder();
        var client = new ScriptedChatClient(
            Code("null.x"), Code("const e = new Error(''); e.name = 'card-4711'; throw e"), Code("while (true) {}"), Code("lookup(1, 2)"), Code("llm_query('x')"), new InvalidOperationException("no"), Code("SUBMIT('ok')"));

        await RunAsync(client, new TelemetryQuestion(), new() { Tools = [Tool("lookup", query => query)], TurnTimeLimit = TimeSpan.FromMilliseconds(20) });

        var codes = recorder.Spans.Where(span => span.DisplayName == "execute_tool javascript").ToList();
        Assert.Equal(["TypeError", "_OTHER", "time_limit", "Error", "Error", null], codes.Select(code => code.GetTagItem("error.type")));
        Assert.All(codes[..5], code => Assert.Equal(ActivityStatusCode.Error, code.Status));
        Assert.Equal("_OTHER", recorder.Span("execute_tool lookup").GetTagItem("error.type"));
        Assert.Equal("_OTHER", recorder.Span("execute_tool llm_query").GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, recorder.Span("invoke_agent TelemetryQuestion").Status);
    }

    [Fact]
    public async Task Spans_ModelFails_EndWithItsError()
    {
        using var recorder = new TelemetryRecorder();

        await Assert.ThrowsAsync<LanguageModelException>(() => RunAsync(new ScriptedChatClient(Code("1"), new HttpRequestException("503")), new TelemetryQuestion()));

        var run = recorder.Span("invoke_agent TelemetryQuestion");
        Assert.Equal(ActivityStatusCode.Error, run.Status);
        Assert.Null(run.StatusDescription);
        Assert.Equal("Rlm.LanguageModelException", run.GetTagItem("error.type"));
        Assert.Equal(10L, run.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(1, run.GetTagItem("rlm.run.turns"));
        Assert.Same(recorder.Root, Activity.Current);
    }

    [Fact]
    public async Task Spans_InterpreterFails_EndsTheSpanOfTheCodeToo()
    {
        using var recorder = new TelemetryRecorder();
        var interpreter = new ScriptedInterpreter(Throw(new InvalidOperationException("broken")));

        await Assert.ThrowsAsync<InterpreterException>(() => RunAsync(new ScriptedChatClient(Code("1")), new TelemetryQuestion(), interpreter.In()));

        Assert.Equal(["execute_tool javascript", "invoke_agent TelemetryQuestion"], recorder.Spans.Select(span => span.DisplayName));
        Assert.All(recorder.Spans, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
    }

    [Fact]
    public async Task Spans_Cancelled_AllEnd()
    {
        using var recorder = new TelemetryRecorder();
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)(async (messages, token) =>
        {
            if (messages[^1].Text != "wait")
            {
                return Code("await llm_query_batched(['wait', 'wait'])");
            }

            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        }));

        await Assert.ThrowsAsync<RunCanceledException>(() => RunAsync(client, new TelemetryQuestion(), cancellationToken: cancellation.Token));

        Assert.Equal(recorder.StartedCount, recorder.Spans.Count);
        Assert.Equal("Rlm.RunCanceledException", recorder.Span("invoke_agent TelemetryQuestion").GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, recorder.Span("execute_tool javascript").Status);
    }

    [Fact]
    public async Task Spans_LimitAndBadReply_SayWhy()
    {
        using var recorder = new TelemetryRecorder();

        await Assert.ThrowsAsync<ExtractionException>(() => RunAsync(new ScriptedChatClient(Code("1"), "no JSON"), new TelemetryQuestion(), new() { MaxIterations = 1 }));

        Assert.Equal("MaxIterations", recorder.Span("invoke_agent TelemetryQuestion").GetTagItem("rlm.run.stop_reason"));
    }

    [Fact]
    public async Task Spans_StreamedRun_AreThoseOfTheReader()
    {
        using var recorder = new TelemetryRecorder();

        await foreach (var _ in new RecursiveModule<TelemetryQuestion>(new ScriptedChatClient(Code("SUBMIT('ok')"))).RunStreamingAsync(new()))
        {
            Assert.Same(recorder.Root, Activity.Current);
        }

        Assert.Equal(recorder.Root.SpanId, recorder.Span("invoke_agent TelemetryQuestion").ParentSpanId);
    }

    [Fact]
    public async Task Spans_Predict_AreRunsToo()
    {
        using var recorder = new TelemetryRecorder();
        var predict = new Predict<TelemetryQuestion>(new ScriptedChatClient("""{"answer": "SECRET"}""", new HttpRequestException("503")));

        await predict.RunAsync(new());
        await Assert.ThrowsAsync<LanguageModelException>(() => predict.RunAsync(new()));

        Assert.Equal([null, "Rlm.LanguageModelException"], recorder.Spans.Select(span => span.GetTagItem("error.type")));
        Assert.All(recorder.Spans, span => Assert.Equal("invoke_agent TelemetryQuestion", span.DisplayName));
        Assert.DoesNotContain("SECRET", recorder.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_Run_AreRecorded()
    {
        using var recorder = new TelemetryRecorder();
        var client = new ScriptedChatClient(Code("llm_query('a'); measured_probe('b')"), "sub", Code("SUBMIT('ok')"));

        await RunAsync(client, new MeasuredQuestion(), new() { Tools = [Tool("measured_probe", query => query)] });

        var duration = Assert.Single(recorder.Measurements("gen_ai.client.operation.duration", "gen_ai.agent.name", "MeasuredQuestion"));
        Assert.Equal("s", duration.Unit);
        Assert.Equal("invoke_agent", duration.Tags["gen_ai.operation.name"]);
        Assert.Single(recorder.Measurements("gen_ai.client.operation.duration", "gen_ai.tool.name", "measured_probe"));
        var tokens = recorder.Measurements("gen_ai.client.token.usage", "gen_ai.agent.name", "MeasuredQuestion");
        Assert.Equal([("input", 30.0), ("output", 15.0)], tokens.Select(measurement => ((string)measurement.Tags["gen_ai.token.type"]!, measurement.Value)));
        Assert.All(tokens, measurement => Assert.Equal("scripted", measurement.Tags["gen_ai.response.model"]));
        var turns = Assert.Single(recorder.Measurements("rlm.run.turns", "gen_ai.agent.name", "MeasuredQuestion"));
        Assert.Equal((2.0, (object?)"Submitted"), (turns.Value, turns.Tags["rlm.run.stop_reason"]));
        Assert.Equal(1.0, Assert.Single(recorder.Measurements("rlm.run.sub_calls", "gen_ai.agent.name", "MeasuredQuestion")).Value);
    }

    [Fact]
    public async Task Metrics_FailedRun_CountWhatWasUsed()
    {
        using var recorder = new TelemetryRecorder();

        await Assert.ThrowsAsync<LimitReachedException>(() => RunAsync(new ScriptedChatClient(Code("1")), new FailingQuestion(), new() { MaxIterations = 1, ThrowOnLimit = true }));

        var duration = Assert.Single(recorder.Measurements("gen_ai.client.operation.duration", "gen_ai.agent.name", "FailingQuestion"));
        Assert.Equal("Rlm.LimitReachedException", duration.Tags["error.type"]);
        Assert.Equal(10.0, recorder.Measurements("gen_ai.client.token.usage", "gen_ai.agent.name", "FailingQuestion")[0].Value);
        Assert.Equal("MaxIterations", Assert.Single(recorder.Measurements("rlm.run.turns", "gen_ai.agent.name", "FailingQuestion")).Tags["rlm.run.stop_reason"]);
    }
}
