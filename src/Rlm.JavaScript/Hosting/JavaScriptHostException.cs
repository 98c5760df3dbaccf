namespace Rlm.JavaScript;

/// <summary>Thrown by a host function to fail the guest's call. <see cref="Exception.Message"/> is what the guest sees, as a catchable Error.</summary>
public sealed class JavaScriptHostException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="JavaScriptHostException"/> class.</summary>
    public JavaScriptHostException()
        : base("The call failed.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="JavaScriptHostException"/> class.</summary>
    /// <param name="message">What the guest sees.</param>
    public JavaScriptHostException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="JavaScriptHostException"/> class.</summary>
    /// <param name="message">What the guest sees.</param>
    /// <param name="innerException">The cause, which the guest does not see.</param>
    public JavaScriptHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
