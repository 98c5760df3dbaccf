namespace Rlm;

/// <summary>A limit was reached, and the answer from the transcript was not valid either. The reply is in the trajectory.</summary>
public sealed class ExtractionException : RunException
{
    internal ExtractionException(string message, Trajectory trajectory, StopReason stopReason, Exception? innerException = null)
        : base(message, trajectory, innerException) => StopReason = stopReason;

    /// <summary>Gets the limit that was reached.</summary>
    public StopReason StopReason { get; }
}
