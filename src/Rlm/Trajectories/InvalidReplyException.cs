namespace Rlm;

/// <summary>The language model replied, but with nothing that fits the signature, also when it was told what is wrong. Every reply is in the trajectory.</summary>
/// <remarks>The reply is in the exception and its trajectory, not in its message.</remarks>
public sealed class InvalidReplyException : RunException
{
    internal InvalidReplyException(string message, Trajectory trajectory, string reply, IReadOnlyList<string> problems)
        : base(message, trajectory, null)
    {
        Reply = reply;
        Problems = problems;
    }

    /// <summary>Gets the last reply.</summary>
    public string Reply { get; }

    /// <summary>Gets everything that is wrong with the last reply.</summary>
    public IReadOnlyList<string> Problems { get; }
}
