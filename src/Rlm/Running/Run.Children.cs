using System.Text.Json;
using Rlm.Inputs;
using Rlm.Json;
using Rlm.SubCalls;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>Runs that the code starts by <c>rlm_query</c>: each with a sandbox of its own, on the budgets of the whole tree.</summary>
internal sealed partial class Run
{
    /// <summary>How many children run at once. Not the places of the tree, which a child that waits for its own children does not hold; and not disposed, as those are not.</summary>
    private readonly SemaphoreSlim _children;

    private async Task<SubCallAnswer> RunChildAsync(OpenSubCall call, CancellationToken cancellationToken)
    {
        await _children.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            call.HasPlace();
            var prediction = await ExecuteAsync(_settings.ForChild(ChildSignature.For(call.Request), call.Request.Model), ChildRequest(call), cancellationToken).ConfigureAwait(false);
            var answer = prediction.Outputs[ChildSignature.Answer];
            return new SubCallAnswer
            {
                Value = answer,
                Text = answer.ValueKind is JsonValueKind.String ? answer.GetString()! : answer.GetRawText(),
                Usage = prediction.Usage,
                Trajectory = prediction.Trajectory,
                StopReason = prediction.StopReason,
            };
        }
        catch (RunException exception)
        {
            return new SubCallAnswer
            {
                Error = SingleLine.Of(exception.Message),
                Usage = exception.Trajectory.TotalUsage(),
                Trajectory = exception.Trajectory,
                StopReason = (exception as LimitReachedException)?.StopReason,
            };
        }
        finally
        {
            _children.Release();
        }
    }

    private RunRequest ChildRequest(OpenSubCall call) => new()
    {
        Inputs = new RunInputs(ChildSignature.Variables(call.Request)),
        Finish = outcome => new Prediction(outcome, _settings.SerializerOptions),
        Emit = _request.Emit is { } emit ? (update, token) => emit(new ChildUpdate(call.Turn, call.Index, update), token) : null,
        Parent = new ParentRun(_tree, _usage, call),
    };
}
