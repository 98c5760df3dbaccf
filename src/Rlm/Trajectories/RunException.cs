namespace Rlm;

/// <summary>A run ended without a prediction. What had happened until then is in <see cref="Trajectory"/>.</summary>
public abstract class RunException : RlmException
{
    private protected RunException(string message, Trajectory trajectory, Exception? innerException)
        : base(message, innerException) => Trajectory = trajectory;

    /// <summary>Gets the turns up to the end.</summary>
    public Trajectory Trajectory { get; }
}
