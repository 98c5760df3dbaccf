using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Rlm.Diagnostics;

/// <summary>The one place through which a run tells what happens: to the log, to spans and metrics, and to whoever reads its updates.</summary>
internal sealed class RunEvents(ILogger logger, RunTelemetry? telemetry, Func<RunUpdate, CancellationToken, ValueTask>? emit, CancellationToken cancellationToken)
{
    /// <summary>Whether anybody reads the updates.</summary>
    public bool HasListener => emit is not null;

    /// <remarks>Not an asynchronous method: the span that an update starts has to become the current one of the caller. Log entries belong to the span of what they tell.</remarks>
    public ValueTask PublishAsync(RunUpdate update)
    {
        telemetry?.Begin(update);
        Log.Update(logger, update);
        telemetry?.End(update);
        return emit is null || cancellationToken.IsCancellationRequested ? ValueTask.CompletedTask : emit(update, cancellationToken);
    }

    /// <summary>The run ended with an exception, which the caller gets.</summary>
    public void Failed(Signature signature, Exception exception, TimeSpan duration, IReadOnlyDictionary<string, UsageDetails> usageByModel)
    {
        Log.RunFailed(logger, signature.Name, exception.GetType().Name);
        telemetry?.Failed(exception, duration, usageByModel);
    }
}
