namespace Rlm;

/// <summary>What an execution cost.</summary>
/// <param name="Duration">The time the code computed; waiting for functions of the host is not counted.</param>
/// <param name="Memory">The bytes that the values of the code hold, or 0 where the interpreter does not know.</param>
/// <param name="Work">The interpreter's own count of steps, or 0.</param>
public readonly record struct ExecutionUsage(TimeSpan Duration, long Memory, long Work);
