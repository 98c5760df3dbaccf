namespace Rlm.JavaScript.Execution;

/// <summary>What the session decides about its agent.</summary>
internal sealed record AgentOptions
{
    /// <summary>The clock behind <c>Date</c> and <c>performance.now</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The seed of <c>Math.random</c>; null for another one in each session.</summary>
    public ulong? RandomSeed { get; init; }

    /// <summary>Whether an assignment to an undeclared name makes a variable instead of throwing.</summary>
    public bool AllowUndeclaredAssignment { get; init; } = true;

    /// <summary>Whether a name may be declared again in a later evaluation.</summary>
    public bool AllowRedeclaration { get; init; } = true;

    /// <summary>Whether a script whose value is a promise ends when that has settled.</summary>
    public bool AwaitsResult { get; init; } = true;

    /// <summary>Whether calls of independent host functions overlap; else each is waited for where it stands.</summary>
    public bool OverlapsCalls { get; init; } = true;

    /// <summary>The most characters that may be printed in one evaluation.</summary>
    public int MaxOutputLength { get; init; } = 1_000_000;

    /// <summary>The most host calls in one evaluation.</summary>
    public int MaxHostCalls { get; init; } = 1_000;
}
