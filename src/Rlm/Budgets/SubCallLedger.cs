namespace Rlm.Budgets;

/// <summary>Counts sub-calls against their limit. Reserved before the call, so that parallel calls cannot overshoot.</summary>
internal sealed class SubCallLedger(int limit)
{
    private int _used;

    public int Limit { get; } = limit;

    public int Used => Volatile.Read(ref _used);

    public int Left => Limit - Used;

    /// <summary>Reserves all of <paramref name="count"/> calls or none.</summary>
    public bool TryReserve(int count)
    {
        var used = Used;
        while (count <= Limit - used)
        {
            var seen = Interlocked.CompareExchange(ref _used, used + count, used);
            if (seen == used)
            {
                return true;
            }

            used = seen;
        }

        return false;
    }
}
