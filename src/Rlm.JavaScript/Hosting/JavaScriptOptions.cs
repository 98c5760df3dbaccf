namespace Rlm.JavaScript;

/// <summary>How a <see cref="JavaScriptSession"/> behaves, and its limits. Copied and checked when the session is made.</summary>
public sealed record JavaScriptOptions
{
    internal const long LeastMemory = 1024 * 1024;

    /// <summary>Gets the execution time of one evaluation. Waiting for host functions is not counted. Default: 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the memory that the session may retain, in bytes. What is garbage does not count. Default: 256 MB.</summary>
    public long MaxMemory { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// Gets the work of one evaluation in units: a loop turn, a call, an element or 16 characters are about one. The same program does the same
    /// work on every machine. Default: no limit.
    /// </summary>
    public long? MaxWork { get; init; }

    /// <summary>Gets the characters of output that one evaluation may print; what comes after is dropped. Default: 1,000,000.</summary>
    public int MaxOutputLength { get; init; } = 1_000_000;

    /// <summary>Gets how many host functions one evaluation may call. Default: 1,000.</summary>
    public int MaxHostCalls { get; init; } = 1_000;

    /// <summary>Gets how many calls of host functions run at the same time; more wait for their turn. Default: 32.</summary>
    public int MaxConcurrentHostCalls { get; init; } = 32;

    /// <summary>
    /// Gets a value indicating whether calls of independent host functions overlap; see <see cref="JavaScriptSession.SetFunction"/>. Without it the
    /// results are the same, only later. Default: true.
    /// </summary>
    public bool OverlapIndependentCalls { get; init; } = true;

    /// <summary>Gets the size of the arguments and of the result of one host call, in characters and values. Default: 10,000,000.</summary>
    public int MaxHostValueSize { get; init; } = 10_000_000;

    /// <summary>Gets the characters of the last value's display text; see <see cref="EvaluationResult.Display"/>. Default: 1,000,000.</summary>
    public int MaxDisplayLength { get; init; } = 1_000_000;

    /// <summary>Gets a value indicating whether a name may be declared again in a later evaluation. Default: true.</summary>
    public bool AllowRedeclaration { get; init; } = true;

    /// <summary>Gets a value indicating whether assigning to an undeclared name makes a variable. Default: true.</summary>
    public bool AllowUndeclaredAssignment { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether <c>await</c> and <c>return</c> may stand outside functions, and whether a value that is a promise is awaited. Default: true.
    /// </summary>
    public bool AllowTopLevelAwaitAndReturn { get; init; } = true;

    /// <summary>Gets a value indicating whether TypeScript type annotations are accepted and ignored. Default: true.</summary>
    public bool AllowTypeAnnotations { get; init; } = true;

    /// <summary>Gets the clock that limits and dates use. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the seed of <c>Math.random()</c>, for reproducible runs. Default: another one for each session.</summary>
    public ulong? RandomSeed { get; init; }

    internal void Validate()
    {
        if (MaxTime <= TimeSpan.Zero && MaxTime != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxTime), MaxTime, "MaxTime must be positive, or Timeout.InfiniteTimeSpan for no limit.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMemory, LeastMemory);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWork ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxOutputLength);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxHostCalls);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConcurrentHostCalls);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxHostValueSize);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDisplayLength);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
