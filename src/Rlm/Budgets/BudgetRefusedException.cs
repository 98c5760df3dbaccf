namespace Rlm.Budgets;

/// <summary>A call was not made, because what is left of a budget is not enough for it. Never leaves the library.</summary>
internal sealed class BudgetRefusedException(StopReason limit, string message) : Exception(message)
{
    public StopReason Limit { get; } = limit;
}
