namespace Rlm.Trajectories;

/// <summary>When a call of the code was begun, after it had waited for its place, and how long it has taken.</summary>
internal sealed class CallSpan(TimeProvider timeProvider)
{
    private long _started;

    /// <summary>Null while it waits for its place.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public TimeSpan Duration => StartedAt is null ? TimeSpan.Zero : timeProvider.GetElapsedTime(_started);

    /// <summary>It has its place. Only the first time counts.</summary>
    public void Start()
    {
        if (StartedAt is null)
        {
            _started = timeProvider.GetTimestamp();
            StartedAt = timeProvider.GetUtcNow();
        }
    }
}
