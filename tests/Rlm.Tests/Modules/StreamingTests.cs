using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Modules;

public class StreamingTests
{
    private static readonly Dictionary<string, object?> Input = new() { ["text"] = "Some text." };

    private static RecursiveModule Module(ScriptedChatClient client, ScriptedInterpreter interpreter, RecursiveModuleOptions? options = null) =>
        new("text -> answer", client, interpreter.In(options));

    [Fact]
    public async Task Stream_Run_TellsEverythingInOrder()
    {
        var client = new ScriptedChatClient(Code("print(1)", "First."), "", Code("SUBMIT('ok')", "Last."));
        var updates = new List<RunUpdate>();

        await foreach (var update in Module(client, new ScriptedInterpreter(Print("1"), Submit("""["ok"]"""))).RunStreamingAsync(Input))
        {
            updates.Add(update);
        }

        Assert.Equal(
            [
                "RunStartedUpdate",
                "TurnStartedUpdate", "ModelRepliedUpdate", "CodeStartedUpdate", "CodeFinishedUpdate", "TurnFinishedUpdate",
                "TurnStartedUpdate", "ModelRepliedUpdate", "TurnFinishedUpdate",
                "TurnStartedUpdate", "ModelRepliedUpdate", "CodeStartedUpdate", "CodeFinishedUpdate", "TurnFinishedUpdate", "RunFinishedUpdate",
            ],
            updates.Select(update => update.GetType().Name));
        Assert.Equal("First.", Assert.IsType<ModelRepliedUpdate>(updates[2]).Reasoning);
        Assert.Equal("print(1)", Assert.IsType<CodeStartedUpdate>(updates[3]).Code);
        Assert.Equal("1", Assert.IsType<TurnFinishedUpdate>(updates[5]).Step.Output);
        var prediction = Assert.IsType<RunFinishedUpdate>(updates[^1]).Prediction;
        Assert.Equal("ok", prediction.Get<string>("answer"));
        Assert.Same(Assert.IsType<TurnFinishedUpdate>(updates[5]).Step, prediction.Trajectory.Steps[0]);
    }

    [Fact]
    public async Task Stream_Updates_ComeWhileTheRunGoesOn()
    {
        var client = new ScriptedChatClient(Code("print(1)"), Code("print(2)"), Code("SUBMIT('ok')"));
        var requestsAtStart = new List<int>();

        await foreach (var update in Module(client, new ScriptedInterpreter(Print("1"), Print("2"), Submit("""["ok"]"""))).RunStreamingAsync(Input))
        {
            if (update is TurnStartedUpdate)
            {
                requestsAtStart.Add(client.Requests.Count);
            }
        }

        // The run may be one update ahead of its reader, no more.
        Assert.Equal(3, requestsAtStart.Count);
        Assert.True(requestsAtStart[0] <= 1);
        Assert.True(requestsAtStart[1] <= 2);
    }

    [Fact]
    public async Task Stream_Limit_TellsOfTheExtraction()
    {
        var client = new ScriptedChatClient(Code("1"), """{"answer": "x"}""");
        var updates = new List<RunUpdate>();

        await foreach (var update in Module(client, new ScriptedInterpreter(), new() { MaxIterations = 1 }).RunStreamingAsync(Input))
        {
            updates.Add(update);
        }

        Assert.Equal(StopReason.MaxIterations, Assert.IsType<ExtractionStartedUpdate>(updates[^2]).StopReason);
    }

    [Fact]
    public async Task Stream_ReaderStops_EndsTheRunAndDisposes()
    {
        var client = new ScriptedChatClient([.. Enumerable.Repeat((object)Code("print(1)"), 20)]);
        var interpreter = new ScriptedInterpreter();

        await foreach (var update in Module(client, interpreter).RunStreamingAsync(Input))
        {
            if (update is TurnFinishedUpdate)
            {
                break;
            }
        }

        Assert.True(client.Requests.Count <= 2);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Stream_Failure_IsThrownAfterTheUpdates()
    {
        var seen = 0;

        var exception = await Assert.ThrowsAsync<LanguageModelException>(async () =>
        {
            await foreach (var _ in Module(new ScriptedChatClient(Code("print(1)"), new HttpRequestException("503")), new ScriptedInterpreter(Print("1"))).RunStreamingAsync(Input))
            {
                seen++;
            }
        });

        Assert.Equal(7, seen);
        Assert.Single(exception.Trajectory.Steps);
    }

    [Fact]
    public async Task Stream_Cancelled_ThrowsWithTheTrajectory()
    {
        using var cancellation = new CancellationTokenSource();

        var exception = await Assert.ThrowsAsync<RunCanceledException>(async () =>
        {
            await foreach (var update in Module(new ScriptedChatClient(Code("print(1)"), Code("print(2)")), new ScriptedInterpreter(Print("1"))).RunStreamingAsync(Input, cancellation.Token))
            {
                if (update is TurnFinishedUpdate)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.NotEmpty(exception.Trajectory.Steps);
    }

    [Fact]
    public void Stream_BadInput_ThrowsAtTheCall() =>
        Assert.Throws<ArgumentException>(() => { Module(new ScriptedChatClient(), new ScriptedInterpreter()).RunStreamingAsync(new Dictionary<string, object?>()); });

    [Fact]
    public async Task Stream_ClientStreams_TellsTheTextPartByPart()
    {
        var reply = new Microsoft.Extensions.AI.ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant,
            [new Microsoft.Extensions.AI.TextReasoningContent("Hm."), new Microsoft.Extensions.AI.TextContent(Code("SUBMIT('ok')", "I see it now."))]))
        {
            Usage = new() { TotalTokenCount = 7 },
            ModelId = "streamer",
        };
        var updates = new List<RunUpdate>();

        await foreach (var update in Module(new ScriptedChatClient(reply) { CanStream = true }, new ScriptedInterpreter(Submit("""["ok"]"""))).RunStreamingAsync(Input))
        {
            updates.Add(update);
        }

        var parts = updates.OfType<ModelTextUpdate>().ToList();
        Assert.Equal(("Hm.", true), (parts[0].Text, parts[0].IsReasoning));
        Assert.True(parts.Count > 4);
        var replied = Assert.Single(updates.OfType<ModelRepliedUpdate>());
        Assert.Equal(replied.Text, string.Concat(parts.Where(part => !part.IsReasoning).Select(part => part.Text)));
        Assert.Equal(("streamer", 7, "Hm.\n\nI see it now."), (replied.Model, replied.Usage!.TotalTokenCount, replied.Reasoning));
    }

    [Fact]
    public async Task Stream_Calls_AreToldWhenTheyBeginAndEnd()
    {
        var tool = Microsoft.Extensions.AI.AIFunctionFactory.Create((int a) => a + 1, "next");
        var client = new ScriptedChatClient(Code("await next(1); print(await llm_query('Q')); SUBMIT(1, 2)"), "A", Code("SUBMIT('ok')"));
        var updates = new List<RunUpdate>();

        await foreach (var update in new RecursiveModule("text -> answer", client, new() { Tools = [tool] }).RunStreamingAsync(Input))
        {
            updates.Add(update);
        }

        Assert.Equal(
            [
                "CodeStartedUpdate", "ToolCallStartedUpdate", "ToolCallFinishedUpdate", "SubCallStartedUpdate", "SubCallFinishedUpdate", "SubmissionRejectedUpdate",
                "CodeFinishedUpdate", "TurnFinishedUpdate",
            ],
            updates.SkipWhile(update => update is not CodeStartedUpdate).Take(8).Select(update => update.GetType().Name));
        Assert.Equal(new ToolCallStartedUpdate(1, 0, "next", "1"), updates.OfType<ToolCallStartedUpdate>().Single());
        Assert.Equal(new SubCallStartedUpdate(1, 0, "llm_query", 1, "Q"), updates.OfType<SubCallStartedUpdate>().Single());
        Assert.Equal("A", updates.OfType<SubCallFinishedUpdate>().Single().Record.ResponsePreview);
        Assert.Single(updates.OfType<SubmissionRejectedUpdate>().Single().Problems);
    }
}
