namespace Rlm.Budgets;

/// <summary>What a run and all its children share: the budgets, the places for calls of models that overlap, and the time at which all of it ends.</summary>
internal sealed class RunTree(BudgetLimits limits, int maxConcurrency, TimeSpan? maxDuration, TimeProvider timeProvider) : IDisposable
{
    private readonly long _started = timeProvider.GetTimestamp();
    private readonly CancellationTokenSource? _deadline =
        maxDuration is { } duration ? new CancellationTokenSource(duration, timeProvider) : null;

    public BudgetLedger Ledger { get; } = new(limits);

    /// <summary>
    /// Held only while a model is answering, never while a child runs: so a full house cannot wait for itself. Never disposed: calls that were
    /// abandoned give their places back after the run has ended, and without a wait handle there is nothing to release.
    /// </summary>
    public SemaphoreSlim Places { get; } = new(maxConcurrency, maxConcurrency);

    public TimeSpan? MaxDuration { get; } = maxDuration;

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Deadline => _deadline?.Token ?? CancellationToken.None;

    public bool IsOverdue => _deadline is { IsCancellationRequested: true };

    public TimeSpan TimeLeft => MaxDuration is { } duration
        ? TimeSpan.FromTicks(Math.Max(0, (duration - timeProvider.GetElapsedTime(_started)).Ticks))
        : Timeout.InfiniteTimeSpan;

    public void Dispose() => _deadline?.Dispose();
}
