using System.Globalization;
using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>
/// What a tree of runs has used of its limits. A run and all its children share one. Sub-calls, and tokens and cost of calls that overlap, are
/// reserved before they are made, so that parallel calls cannot overshoot.
/// </summary>
internal sealed class BudgetLedger(BudgetLimits limits)
{
    private readonly Lock _lock = new();
    private int _subCalls;
    private long _tokens;
    private long _reservedTokens;
    private decimal _cost;
    private decimal _reservedCost;
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BudgetLimits Limits { get; } = limits;

    public int SubCallsUsed => Volatile.Read(ref _subCalls);

    public int SubCallsLeft => Limits.MaxSubCalls - SubCallsUsed;

    public long TokensLeft
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(0, (Limits.MaxTokens ?? long.MaxValue) - _tokens);
            }
        }
    }

    public decimal CostLeft
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(0, (Limits.MaxCost ?? decimal.MaxValue) - _cost);
            }
        }
    }

    /// <summary>The limit of tokens or cost that is used up, or null.</summary>
    public StopReason? Exhausted => TokensLeft == 0 ? StopReason.MaxTokens : CostLeft == 0 ? StopReason.MaxCost : null;

    /// <summary>Reserves all of <paramref name="count"/> sub-calls or none.</summary>
    public bool TryReserveSubCalls(int count)
    {
        lock (_lock)
        {
            if (count > Limits.MaxSubCalls - _subCalls)
            {
                return false;
            }

            _subCalls += count;
            return true;
        }
    }

    /// <summary>
    /// Reserves what a call may use. Where only calls under way stand in its way, it waits for them: they seldom use all that was reserved for them.
    /// </summary>
    /// <exception cref="BudgetRefusedException">What is left is not enough.</exception>
    public async ValueTask<Reservation> ReserveAsync(CallEstimate estimate, CancellationToken cancellationToken)
    {
        var wanted = new Reservation(TokensOf(estimate.Usage), CostOf(estimate.Model, estimate.Usage));
        while (!TryReserve(wanted, out var change))
        {
            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return wanted;
    }

    /// <summary>Gives back what was reserved for a call that has ended. What it used is charged before.</summary>
    public void Release(Reservation reservation)
    {
        TaskCompletionSource settled;
        lock (_lock)
        {
            _reservedTokens -= reservation.Tokens;
            _reservedCost -= reservation.Cost;
            settled = _settled;
            _settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        settled.SetResult();
    }

    /// <summary>Counts what a call used, and returns what it cost.</summary>
    public decimal Charge(string model, UsageDetails used)
    {
        var cost = CostOf(model, used);
        lock (_lock)
        {
            _tokens += TokensOf(used);
            _cost += cost;
        }

        return cost;
    }

    /// <summary>What a call costs; 0 where there are no prices.</summary>
    private decimal CostOf(string model, UsageDetails usage)
    {
        if (Limits.Price is null)
        {
            return 0;
        }

        try
        {
            return Math.Max(0, Limits.Price(model, usage));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{nameof(RecursiveModuleOptions.Price)} failed for the model '{model}': {exception.Message}", exception);
        }
    }

    private static long TokensOf(UsageDetails usage) => usage.TotalTokenCount ?? ((usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0));

    /// <summary>Reserves; where calls under way stand in the way, <paramref name="change"/> completes when one of them has ended.</summary>
    private bool TryReserve(Reservation wanted, out Task change)
    {
        lock (_lock)
        {
            var tokensLeft = (Limits.MaxTokens ?? long.MaxValue) - _tokens;
            var costLeft = (Limits.MaxCost ?? decimal.MaxValue) - _cost;
            if (wanted.Tokens > tokensLeft)
            {
                throw new BudgetRefusedException(StopReason.MaxTokens, string.Create(
                    CultureInfo.InvariantCulture, $"it may take about {wanted.Tokens:N0} tokens, but only {Math.Max(0, tokensLeft):N0} of the run's {Limits.MaxTokens:N0} are left"));
            }

            if (wanted.Cost > costLeft)
            {
                throw new BudgetRefusedException(StopReason.MaxCost, string.Create(
                    CultureInfo.InvariantCulture, $"it may cost about {wanted.Cost:0.######}, but only {Math.Max(0, costLeft):0.######} of the run's {Limits.MaxCost:0.######} are left"));
            }

            if (wanted.Tokens > tokensLeft - _reservedTokens || wanted.Cost > costLeft - _reservedCost)
            {
                change = _settled.Task;
                return false;
            }

            _reservedTokens += wanted.Tokens;
            _reservedCost += wanted.Cost;
            change = Task.CompletedTask;
            return true;
        }
    }
}
