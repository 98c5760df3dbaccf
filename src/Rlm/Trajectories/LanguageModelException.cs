namespace Rlm;

/// <summary>The language model failed. The inner exception is what its client threw.</summary>
/// <remarks>No text of this exception reaches a language model. Retries are the business of the client's pipeline.</remarks>
public sealed class LanguageModelException : RunException
{
    internal LanguageModelException(string message, Trajectory trajectory, Exception innerException)
        : base(message, trajectory, innerException)
    {
    }
}
