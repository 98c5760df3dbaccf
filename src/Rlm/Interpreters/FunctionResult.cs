namespace Rlm;

/// <summary>How a call of a function of the host ended.</summary>
public readonly struct FunctionResult
{
    private FunctionResult(FunctionOutcome outcome, object? value)
    {
        Outcome = outcome;
        Value = value;
    }

    /// <summary>Gets what the interpreter does with the result.</summary>
    public FunctionOutcome Outcome { get; }

    /// <summary>Gets the returned value, of the kinds that <see cref="InterpreterVariable"/> lists.</summary>
    public object? Value { get; }

    /// <summary>Gets the message of the error.</summary>
    public string Message => Outcome is FunctionOutcome.Threw ? (string)Value! : "";

    /// <summary>The call returns <paramref name="value"/>, which is of the kinds that <see cref="InterpreterVariable"/> lists.</summary>
    public static FunctionResult Return(object? value) => new(FunctionOutcome.Returned, value);

    /// <summary>The call throws an <c>Error</c> that the code can catch.</summary>
    public static FunctionResult Throw(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(FunctionOutcome.Threw, message);
    }

    /// <summary>The execution ends here. The code cannot prevent it: no <c>catch</c> and no <c>finally</c> runs. What was printed is kept.</summary>
    public static FunctionResult EndExecution() => new(FunctionOutcome.EndedExecution, null);
}
