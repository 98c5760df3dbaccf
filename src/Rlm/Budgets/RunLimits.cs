namespace Rlm.Budgets;

/// <summary>The limits of a run.</summary>
internal sealed record RunLimits
{
    /// <summary>Those that it shares with its children.</summary>
    public required BudgetLimits Tree { get; init; }

    public required int MaxIterations { get; init; }
    public required int MaxConcurrency { get; init; }

    /// <summary>Whether sub-calls overlap by themselves.</summary>
    public required bool OverlapsCalls { get; init; }

    public required int MaxSubPromptLength { get; init; }
    public required int MaxOutputLength { get; init; }
    public required TimeSpan TurnTimeLimit { get; init; }
    public required long MemoryLimit { get; init; }
    public int? MaxConsecutiveErrors { get; init; }
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>How many runs may stand in each other; 1 is a run without children.</summary>
    public required int MaxDepth { get; init; }
}
