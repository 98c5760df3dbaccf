using Rlm.Trajectories;

namespace Rlm.SubCalls;

/// <summary>A sub-call that is going on. It can become a record at any time, so that an interrupted turn does not lose it.</summary>
internal sealed class OpenSubCall
{
    private const int PreviewLength = 200;
    private static readonly SubCallAnswer Cancelled = new() { Error = "it was cancelled" };

    private readonly TurnRecording _turn;
    private readonly CallSpan _span;
    private Func<Trajectory>? _child;

    public OpenSubCall(SubCallRequest request, TurnRecording turn, TimeProvider timeProvider)
    {
        Request = request;
        _turn = turn;
        _span = new CallSpan(timeProvider);
        Index = turn.BeginSubCall(() => Record(CancelledSoFar()));
    }

    public SubCallRequest Request { get; }

    public int Turn => _turn.Turn;

    /// <summary>The place among the sub-calls of the turn.</summary>
    public int Index { get; }

    /// <summary>The call has its place: a model or a child is asked.</summary>
    public void HasPlace() => _span.Start();

    /// <summary>A child answers; from now on its turns belong to the record.</summary>
    public void Follow(Func<Trajectory> child) => _child = child;

    public ValueTask StartAsync() => _turn.SubCallStartedAsync(Index, Request.Function, Request.Length, Request.Preview(PreviewLength));

    public ValueTask FinishAsync(SubCallAnswer answer) => _turn.SubCallFinishedAsync(Index, Record(answer));

    public ValueTask CancelAsync() => FinishAsync(CancelledSoFar());

    private SubCallAnswer CancelledSoFar() => _child?.Invoke() is { } trajectory
        ? Cancelled with { Trajectory = trajectory, Usage = trajectory.TotalUsage() }
        : Cancelled;

    private SubCallRecord Record(SubCallAnswer answer) => new()
    {
        Function = Request.Function,
        Model = answer.Model,
        PromptLength = Request.Length,
        PromptPreview = Request.Preview(PreviewLength),
        ResponseLength = answer.Text.Length,
        ResponsePreview = Interpreters.TextCut.Head(answer.Text, PreviewLength),
        Error = answer.Error,
        StartedAt = _span.StartedAt,
        Duration = _span.Duration,
        Usage = answer.Usage,
        Trajectory = answer.Trajectory,
        StopReason = answer.StopReason,
    };
}
