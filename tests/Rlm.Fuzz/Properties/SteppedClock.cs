namespace Rlm.Fuzz.Properties;

/// <summary>A clock that stands still, and that cancels or leaps when it is looked at for the n-th time.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    private long _timestamp;
    private long _looks = long.MaxValue;
    private Action? _act;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Does something at a look at the elapsed time, counted from now.</summary>
    public void ActAfter(long looks, Action act) => (_looks, _act) = (looks, act);

    /// <summary>Leaps by an hour.</summary>
    public void Leap() => _timestamp += TimestampFrequency * 3600;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp()
    {
        if (--_looks == 0)
        {
            _act?.Invoke();
        }

        return _timestamp;
    }
}
