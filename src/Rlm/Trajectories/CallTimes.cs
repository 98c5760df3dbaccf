using Rlm.Interpreters;

namespace Rlm.Trajectories;

/// <summary>Adds up when the calls of a turn were under way.</summary>
internal static class CallTimes
{
    /// <summary>What the calls took one by one, and how long any of them was under way.</summary>
    public static (TimeSpan InTurn, TimeSpan Together) Of(TrajectoryStep step)
    {
        var spans = step.SubCalls.Select(call => (call.StartedAt, call.Duration))
            .Concat(step.ToolCalls.Select(call => (call.StartedAt, call.Duration)))
            .Where(span => span.StartedAt is not null)
            .Select(span => (Start: span.StartedAt!.Value, End: span.StartedAt.Value + span.Duration))
            .OrderBy(span => span.Start);
        var (inTurn, together, end) = (TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var span in spans)
        {
            inTurn += span.End - span.Start;
            if (span.End > end)
            {
                together += span.End - (span.Start > end ? span.Start : end);
                end = span.End;
            }
        }

        return (inTurn, together);
    }

    public static TimeSpan Saved(TrajectoryStep step)
    {
        var (inTurn, together) = Of(step);
        return inTurn - together;
    }

    /// <summary>A line about calls that overlapped, or null where none did.</summary>
    public static string? Describe(TrajectoryStep step)
    {
        var (inTurn, together) = Of(step);
        return inTurn > together
            ? $"{Counted.Of(step.SubCalls.Count + step.ToolCalls.Count, "call")} of {TrajectoryText.Seconds(inTurn)} in {TrajectoryText.Seconds(together)}"
            : null;
    }
}
