using System.Globalization;
using Rlm.Interpreters;

namespace Rlm.Budgets;

/// <summary>Puts the limit that ended a run into words.</summary>
internal static class LimitDescription
{
    /// <summary>The amount of the limit.</summary>
    public static string Amount(StopReason limit, RunLimits limits) => limit switch
    {
        StopReason.MaxIterations => Counted.Of(limits.MaxIterations, "turn"),
        StopReason.MaxTokens => Counted.Of(limits.Tree.MaxTokens ?? 0, "token"),
        StopReason.MaxCost => Cost(limits.Tree.MaxCost ?? 0),
        StopReason.MaxDuration => Time(limits.MaxDuration ?? TimeSpan.Zero),
        StopReason.MaxConsecutiveErrors => Counted.Of(limits.MaxConsecutiveErrors ?? 0, "turn"),
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "It is no limit."),
    };

    /// <summary>The option that sets the limit; the members of <see cref="StopReason"/> have their names.</summary>
    public static string Option(StopReason limit) => limit.ToString();

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Cost(decimal cost) => cost.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} minutes");
}
