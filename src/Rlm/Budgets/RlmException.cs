namespace Rlm;

/// <summary>The base of every exception that this library defines, except cancellation (<see cref="RunCanceledException"/>).</summary>
public abstract class RlmException : Exception
{
    private protected RlmException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
