using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>Sums what the language models report for one run and its children, in all and by model. Safe for parallel calls.</summary>
/// <param name="parent">The ledger of the run that this one is a child of.</param>
internal sealed class UsageLedger(UsageLedger? parent = null)
{
    private readonly Lock _lock = new();
    private readonly UsageDetails _total = new();
    private readonly Dictionary<string, UsageDetails> _byModel = new(StringComparer.Ordinal);
    private decimal _cost;

    public void Add(string model, UsageDetails? usage, decimal cost)
    {
        parent?.Add(model, usage, cost);
        lock (_lock)
        {
            _cost += cost;
            if (usage is null)
            {
                return;
            }

            _total.Add(usage);
            if (!_byModel.TryGetValue(model, out var sum))
            {
                _byModel[model] = sum = new UsageDetails();
            }

            sum.Add(usage);
        }
    }

    public decimal Cost()
    {
        lock (_lock)
        {
            return _cost;
        }
    }

    public UsageDetails Total()
    {
        lock (_lock)
        {
            return Copy(_total);
        }
    }

    public Dictionary<string, UsageDetails> ByModel()
    {
        lock (_lock)
        {
            return _byModel.ToDictionary(pair => pair.Key, pair => Copy(pair.Value), StringComparer.Ordinal);
        }
    }

    private static UsageDetails Copy(UsageDetails usage)
    {
        var copy = new UsageDetails();
        copy.Add(usage);
        return copy;
    }
}
