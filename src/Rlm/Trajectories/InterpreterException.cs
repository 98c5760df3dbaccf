namespace Rlm;

/// <summary>The interpreter itself failed, or could not be made. Errors of the code that it runs are no exceptions.</summary>
/// <remarks>No text of this exception reaches a language model.</remarks>
public sealed class InterpreterException : RunException
{
    internal InterpreterException(string message, Trajectory trajectory, Exception? innerException)
        : base(message, trajectory, innerException)
    {
    }
}
