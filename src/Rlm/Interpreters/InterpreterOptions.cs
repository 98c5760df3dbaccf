namespace Rlm;

/// <summary>The limits an interpreter has to keep, as the module's options give them.</summary>
public sealed class InterpreterOptions
{
    /// <summary>Gets how long the code of one turn may compute; waiting for functions of the host is not counted.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Gets how many bytes the values of the code may hold, inputs excluded.</summary>
    public required long MemoryLimit { get; init; }

    /// <summary>Gets whether calls of independent functions are to overlap by themselves, where the interpreter can do that; see <see cref="InterpreterFunction.IsIndependent"/>.</summary>
    public bool OverlapsCalls { get; init; } = true;

    /// <summary>Gets how many calls of functions of the host the code of one turn may make.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>The calls of a turn: all sub-calls of the run may be made in one, and tools beside them.</summary>
    internal static int CallsBeside(int maxSubCalls)
    {
        const int ToolCalls = 1_000;
        return maxSubCalls > int.MaxValue - ToolCalls ? int.MaxValue : maxSubCalls + ToolCalls;
    }
}
