using Microsoft.Extensions.Logging;

namespace Rlm.Diagnostics;

/// <summary>The one place through which a run tells what happens: to the log and to whoever reads its updates.</summary>
internal sealed class RunEvents(ILogger logger, Func<RunUpdate, CancellationToken, ValueTask>? emit, CancellationToken cancellationToken)
{
    /// <summary>Whether anybody reads the updates.</summary>
    public bool HasListener => emit is not null;

    public ValueTask PublishAsync(RunUpdate update)
    {
        Log.Update(logger, update);
        return emit is null || cancellationToken.IsCancellationRequested ? ValueTask.CompletedTask : emit(update, cancellationToken);
    }

    /// <summary>The run ended with an exception, which the caller gets.</summary>
    public void Failed(Signature signature, Exception exception) => Log.RunFailed(logger, signature.Name, exception.GetType().Name);
}
