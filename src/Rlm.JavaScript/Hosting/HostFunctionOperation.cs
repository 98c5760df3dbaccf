using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Hosting;

/// <summary>A call of a host function: runs the handler when its turn has come, and keeps what it gave until the guest takes it.</summary>
internal sealed class HostFunctionOperation : HostOperation
{
    private readonly HostFunctionCall _call;
    private readonly Task<Outcome> _task;
    private readonly IReadOnlyList<string> _texts;
    private readonly long _otherBytes;

    /// <summary>Initializes a new instance of the <see cref="HostFunctionOperation"/> class, and starts the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arguments">What copied the arguments.</param>
    /// <param name="handler">The function.</param>
    /// <param name="places">Limits how many calls run at once.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public HostFunctionOperation(HostFunctionCall call, HostValues arguments, HostFunctionHandler handler, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        _call = call;
        _texts = arguments.Texts;
        _otherBytes = arguments.OtherBytes;
        ArgumentBytes = _otherBytes + _texts.Sum(text => 2L * text.Length);
        _task = RunAsync(call, handler, places, cancellationToken);
    }

    public override Task Completion => _task;

    public override long ArgumentBytes { get; }

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

    public override void Trace(Tracer tracer)
    {
        tracer.Count(Bytes + _otherBytes);
        foreach (string text in _texts)
        {
            tracer.VisitCharacters(text, text.Length);
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
