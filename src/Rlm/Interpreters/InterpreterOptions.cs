namespace Rlm;

/// <summary>The limits an interpreter has to keep, as the module's options give them.</summary>
public sealed class InterpreterOptions
{
    /// <summary>Gets how long the code of one turn may compute; waiting for functions of the host is not counted.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Gets how many bytes the values of the code may hold, inputs excluded.</summary>
    public required long MemoryLimit { get; init; }

    /// <summary>Gets how many calls of functions of the host may be under way at once. More wait for their turn.</summary>
    public required int MaxConcurrentCalls { get; init; }
}
