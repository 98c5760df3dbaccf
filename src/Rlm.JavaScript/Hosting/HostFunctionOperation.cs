using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Hosting;

/// <summary>A call of a host function: runs the handler when its turn has come, and keeps what it gave until the guest takes it.</summary>
internal sealed class HostFunctionOperation : HostOperation
{
    private readonly HostFunctionCall _call;
    private readonly Task<Outcome> _task;

    public HostFunctionOperation(HostFunctionCall call, HostFunctionHandler handler, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        _call = call;
        _task = RunAsync(call, handler, places, cancellationToken);
    }

    public override Task Completion => _task;

    public override Value GetResult(Agent agent)
    {
        // Completed: reading the result waits for nothing.
        Outcome outcome = _task.GetAwaiter().GetResult();
        if (_call.EndsEvaluation)
        {
            throw new EvaluationEndedException();
        }

        if (outcome.Error is { } message)
        {
            throw agent.Error(Intrinsic.ErrorPrototype, message);
        }

        try
        {
            return HostValues.ToGuest(agent, outcome.Value);
        }
        catch (ArgumentException exception)
        {
            throw agent.Error(Intrinsic.ErrorPrototype, $"The result of {_call.Name} cannot be used: {exception.Message}");
        }
    }

    private static async Task<Outcome> RunAsync(HostFunctionCall call, HostFunctionHandler handler, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return new Outcome(await handler(call, cancellationToken).ConfigureAwait(false), Error: null);
            }
            finally
            {
                places.Release();
            }
        }
        catch (JavaScriptHostException exception)
        {
            return new Outcome(default, exception.Message);
        }
#pragma warning disable CA1031 // What a handler throws is the guest's to handle; its text may hold secrets and stays here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Outcome(default, exception is OperationCanceledException ? $"{call.Name} was cancelled." : $"{call.Name} failed.");
        }
    }

    private readonly record struct Outcome(JavaScriptValue Value, string? Error);
}
