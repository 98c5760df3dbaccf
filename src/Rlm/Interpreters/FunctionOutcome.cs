namespace Rlm;

/// <summary>What the result of a function of the host asks the interpreter to do.</summary>
public enum FunctionOutcome
{
    /// <summary>Go on with the value.</summary>
    Returned,

    /// <summary>Throw an <c>Error</c> in the code.</summary>
    Threw,

    /// <summary>End the execution.</summary>
    EndedExecution,
}
