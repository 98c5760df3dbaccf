namespace Rlm.JavaScript;

/// <summary>How an evaluation ended.</summary>
public enum EvaluationOutcome
{
    /// <summary>The code ran to its end.</summary>
    Completed,

    /// <summary>The code has a syntax error, or threw and did not catch; see <see cref="EvaluationResult.Error"/>.</summary>
    Failed,

    /// <summary>A host function ended the evaluation.</summary>
    EndedByHost,

    /// <summary>The time limit stopped it.</summary>
    TimeLimit,

    /// <summary>The memory limit stopped it.</summary>
    MemoryLimit,

    /// <summary>The work limit stopped it.</summary>
    WorkLimit,
}

/// <summary>What came of evaluating a piece of code.</summary>
public sealed class EvaluationResult
{
    /// <summary>Gets how it ended.</summary>
    public required EvaluationOutcome Outcome { get; init; }

    /// <summary>Gets what was printed, also before an error or a stop.</summary>
    public required string Output { get; init; }

    /// <summary>Gets the number of characters that were printed; more than in <see cref="Output"/> where <see cref="JavaScriptOptions.MaxOutputLength"/> cut it.</summary>
    public required long OutputLength { get; init; }

    /// <summary>Gets the value: that of a top-level <c>return</c>, or of the last statement if it is an expression. Promises have been awaited.</summary>
    public required JavaScriptValue Value { get; init; }

    /// <summary>
    /// Gets the value in the format in which Node.js prints it, or null where there is nothing to show: no value, <c>undefined</c>,
    /// or a last statement that prints.
    /// </summary>
    public required string? Display { get; init; }

    /// <summary>Gets the error, for all outcomes but <see cref="EvaluationOutcome.Completed"/> and <see cref="EvaluationOutcome.EndedByHost"/>.</summary>
    public required JavaScriptError? Error { get; init; }

    /// <summary>Gets the variables that the code declared, or made by assignment, at top level.</summary>
    public required IReadOnlyList<VariableDescription> Variables { get; init; }

    /// <summary>Gets what the evaluation used.</summary>
    public required EvaluationUsage Usage { get; init; }
}

/// <summary>A global variable in a few words.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type: string, number, boolean, bigint, symbol, undefined, null, function, class, Array, Map, Set, Object or the name of another class.</param>
/// <param name="Size">The characters of a string or the elements of an array, Map or Set; null for all else.</param>
public sealed record VariableDescription(string Name, string Type, long? Size);

/// <summary>What an evaluation used.</summary>
/// <param name="Work">Units of work; see <see cref="JavaScriptOptions.MaxWork"/>.</param>
/// <param name="Time">Execution time, without waiting for host functions.</param>
/// <param name="Memory">An upper bound of the memory that the session retains, in bytes.</param>
/// <param name="HostCalls">Calls of host functions.</param>
public sealed record EvaluationUsage(long Work, TimeSpan Time, long Memory, int HostCalls);
