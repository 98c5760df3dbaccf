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
}
