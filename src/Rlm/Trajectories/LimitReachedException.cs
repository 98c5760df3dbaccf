namespace Rlm;

/// <summary>A limit was reached, and the options ask for an exception instead of an answer from the transcript, or there is no transcript yet.</summary>
public sealed class LimitReachedException : RunException
{
    internal LimitReachedException(string message, Trajectory trajectory, StopReason stopReason, Exception? innerException = null)
        : base(message, trajectory, innerException) => StopReason = stopReason;

    /// <summary>Gets the limit.</summary>
    public StopReason StopReason { get; }
}
