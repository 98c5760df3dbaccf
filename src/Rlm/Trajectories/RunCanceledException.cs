namespace Rlm;

/// <summary>A run was cancelled. What had happened until then is in <see cref="Trajectory"/>.</summary>
public sealed class RunCanceledException : OperationCanceledException
{
    internal RunCanceledException(Trajectory trajectory, Exception? innerException, CancellationToken cancellationToken)
        : base("The run was cancelled.", innerException, cancellationToken) => Trajectory = trajectory;

    /// <summary>Gets the turns up to the cancellation.</summary>
    public Trajectory Trajectory { get; }
}
