using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Budgets;

/// <summary>The time of a run, on a clock that the test moves.</summary>
public class DurationTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "Some text." };

    private static RecursiveModuleOptions Options(ManualTimeProvider clock) => new() { MaxDuration = TimeSpan.FromSeconds(10), TimeProvider = clock };

    /// <summary>A reply that never comes; meanwhile the clock moves on.</summary>
    private static Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> Hang(ManualTimeProvider clock, int seconds) => async (_, cancellationToken) =>
    {
        var never = new TaskCompletionSource<object>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return await never.Task;
    };

    private static Task<Prediction> RunAsync(ScriptedChatClient client, RecursiveModuleOptions options) =>
        new RecursiveModule("text -> answer", client, options).RunAsync(Inputs);

    [Fact]
    public async Task MaxDuration_ModelHangs_IsCancelledAndTheAnswerExtracted()
    {
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient(Code("print(1)"), Hang(clock, 11), """{ "answer": "x" }""");

        var prediction = await RunAsync(client, Options(clock));

        Assert.Equal((StopReason.MaxDuration, "x"), (prediction.StopReason, prediction.Get<string>("answer")));
        Assert.Single(prediction.Trajectory.Steps);
        Assert.Contains("it used its time of 10 seconds.", client.Texts(2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxDuration_EndsInASubCall_KeepsTheTurnAndItsCalls()
    {
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient(Code("const kept = 5; print('before'); await llm_query('q'); print('after')"), """{ "answer": "x" }""");

        var options = Options(clock);
        options.SubClient = new ScriptedChatClient(Hang(clock, 11));
        var prediction = await RunAsync(client, options);

        Assert.Equal(StopReason.MaxDuration, prediction.StopReason);
        var step = Assert.Single(prediction.Trajectory.Steps);
        Assert.Equal("The time of the run was over.", step.Error);
        Assert.Equal("it was cancelled", Assert.Single(step.SubCalls).Error);
        Assert.StartsWith("Turn 1 was interrupted.", client.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxDuration_EndsInAChild_KeepsItsTrajectory()
    {
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient(Code("await rlm_query('q')"), Code("print('child')"), Hang(clock, 11), """{ "answer": "x" }""");

        var options = Options(clock);
        options.MaxDepth = 2;
        var prediction = await RunAsync(client, options);

        Assert.Equal(StopReason.MaxDuration, prediction.StopReason);
        var call = Assert.Single(Assert.Single(prediction.Trajectory.Steps).SubCalls);
        Assert.Equal("child\n", Assert.Single(call.Trajectory!.Steps).Output);
        Assert.Equal((15, 30), (call.Usage!.TotalTokenCount, prediction.Trajectory.Steps[0].Usage.TotalTokenCount));
    }

    [Fact]
    public async Task MaxDuration_ExtractionHangsToo_ThrowsWithTheTrajectory()
    {
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient(Code("print(1)"), Hang(clock, 11), Hang(clock, 11));

        var exception = await Assert.ThrowsAsync<ExtractionException>(() => RunAsync(client, Options(clock)));

        Assert.Equal(StopReason.MaxDuration, exception.StopReason);
        Assert.Single(exception.Trajectory.Steps);
    }

    [Fact]
    public async Task MaxDuration_OverBeforeTheFirstTurn_SaysSo()
    {
        var clock = new ManualTimeProvider();
        var options = Options(clock);
        options.InterpreterFactory = _ => throw Late(clock);

        var exception = await Assert.ThrowsAsync<LimitReachedException>(() => RunAsync(new ScriptedChatClient(), options));

        Assert.Equal("The run used its time of 10 seconds before its first turn. Raise MaxDuration.", exception.Message);

        static TimeoutException Late(ManualTimeProvider clock)
        {
            clock.Advance(TimeSpan.FromSeconds(11));
            return new TimeoutException("slow");
        }
    }

    [Fact]
    public async Task MaxDuration_CallerCancels_IsACancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)(async (_, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return "";
        }));

        await Assert.ThrowsAsync<RunCanceledException>(() => new RecursiveModule("text -> answer", client, Options(clock)).RunAsync(Inputs, cancellation.Token));
    }

    [Fact]
    public async Task TurnLine_LessThanHalfTheTimeLeft_SaysSo()
    {
        var clock = new ManualTimeProvider();
        var client = new ScriptedChatClient(Moves(clock, 4, "print(1)"), Moves(clock, 2, "print(2)"), Code("SUBMIT('x')"));

        await RunAsync(client, Options(clock));

        Assert.DoesNotContain("Time left", client.Texts(1)[^1], StringComparison.Ordinal);
        Assert.EndsWith("Time left: 4 seconds of 10 seconds.", client.Texts(2)[^1], StringComparison.Ordinal);
    }

    private static Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> Moves(ManualTimeProvider clock, int seconds, string code) => (_, _) =>
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult<object>(Code(code));
    };
}
