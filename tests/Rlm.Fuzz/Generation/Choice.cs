namespace Rlm.Fuzz.Generation;

/// <summary>A source of decisions that is the same on every machine and every version of .NET (SplitMix64).</summary>
internal sealed class Choice
{
    private ulong _state;

    public Choice(ulong seed, long index)
    {
        _state = seed;
        _state = Next() ^ (ulong)index;
        Next();
    }

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)Math.Max(1, count));

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Between(long least, long most) => least + (long)(Next() % (ulong)Math.Max(1, most - least + 1));

    /// <summary>True in so many percent of cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
