using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>The limits that a whole tree of runs shares.</summary>
internal sealed record BudgetLimits
{
    public required int MaxSubCalls { get; init; }
    public long? MaxTokens { get; init; }
    public decimal? MaxCost { get; init; }

    /// <summary>What a call of a model costs, or null where nobody says.</summary>
    public Func<string, UsageDetails, decimal>? Price { get; init; }
}
