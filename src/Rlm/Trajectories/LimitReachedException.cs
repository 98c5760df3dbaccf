namespace Rlm;

/// <summary>A limit was reached, and the options ask for an exception instead of an answer from the transcript.</summary>
public sealed class LimitReachedException : RunException
{
    internal LimitReachedException(string message, Trajectory trajectory, StopReason stopReason)
        : base(message, trajectory, null) => StopReason = stopReason;

    /// <summary>Gets the limit.</summary>
    public StopReason StopReason { get; }
}
