namespace Rlm;

/// <summary>What running one piece of code gave.</summary>
public sealed record ExecutionResult
{
    /// <summary>Gets what was printed, in order, also when an error or a limit followed.</summary>
    public string Output { get; init; } = "";

    /// <summary>
    /// Gets the value of the last statement in the format that Node.js prints, when it is an expression other than a print and not <c>undefined</c>; else null.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>Gets the error that ended the code, or that of asynchronous work which the code started and did not await; or null.</summary>
    public ExecutionError? Error { get; init; }

    /// <summary>Gets what ended the execution from outside.</summary>
    public ExecutionStop Stop { get; init; }

    /// <summary>Gets the variables that the code added.</summary>
    public IReadOnlyList<NewVariable> NewVariables { get; init; } = [];

    /// <summary>Gets the cost.</summary>
    public ExecutionUsage Usage { get; init; }
}
