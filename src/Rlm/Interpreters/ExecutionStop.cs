namespace Rlm;

/// <summary>What ended an execution from outside of the code.</summary>
public enum ExecutionStop
{
    /// <summary>Nothing: the code came to its end or threw.</summary>
    None,

    /// <summary>A function of the host ended it, as <c>SUBMIT</c> does.</summary>
    Function,

    /// <summary>It computed longer than <see cref="InterpreterOptions.TimeLimit"/>.</summary>
    Time,

    /// <summary>It held more than <see cref="InterpreterOptions.MemoryLimit"/>.</summary>
    Memory,

    /// <summary>Another limit of the interpreter, such as its count of work or of output.</summary>
    Work,
}
