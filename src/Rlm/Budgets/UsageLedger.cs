using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>Sums what the language models report, in all and by model. Safe for parallel calls.</summary>
internal sealed class UsageLedger
{
    private readonly Lock _lock = new();
    private readonly UsageDetails _total = new();
    private readonly Dictionary<string, UsageDetails> _byModel = new(StringComparer.Ordinal);

    public void Add(string model, UsageDetails? usage)
    {
        if (usage is null)
        {
            return;
        }

        lock (_lock)
        {
            _total.Add(usage);
            if (!_byModel.TryGetValue(model, out var sum))
            {
                _byModel[model] = sum = new UsageDetails();
            }

            sum.Add(usage);
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
