using System.Diagnostics;

namespace Rlm.Fuzz.Costs;

/// <summary>
/// Calls every built-in function on large values of every kind (<c>Calls.js</c>), and compares what it really took, in time and in memory of the runtime, with what it
/// reported: between two looks at the clock there is so much reported work, and the memory limit knows only what was reported.
/// </summary>
internal static class CostRun
{
    private const int Shown = 12;

    /// <summary>A figure that is too high is measured so often again, and the lowest counts: the JIT compiles, and the machine does other things.</summary>
    private const int Retries = 4;

    public static int Run(Settings settings, TextWriter output)
    {
        long started = Stopwatch.GetTimestamp();
        int calls = 0;
        var slow = new List<Cost>();
        var uncharged = new List<Cost>();
        using var plan = CostSession.Unlimited();
        foreach (string path in plan.Names("PATHS").Where(path => path.Contains(settings.Only ?? string.Empty, StringComparison.Ordinal)))
        {
            using var session = CostSession.Limited();
            foreach ((string receiver, string given) in plan.Calls(path))
            {
                Cost best = session.Measure(path, receiver, given);
                for (int i = 0; i < Retries && (best.IsSlow || best.IsUncharged); i++)
                {
                    best = best.Or(session.Measure(path, receiver, given));
                }

                calls++;
                slow.Add(best);
                uncharged.Add(best);
                Keep(slow, static one => one.NanosecondsPerUnit, static one => one.IsSlow);
                Keep(uncharged, static one => one.Unreported, static one => one.IsUncharged);
            }
        }

        output.WriteLine("most time per unit of work:");
        Print(output, slow.OrderByDescending(cost => cost.NanosecondsPerUnit));
        output.WriteLine("most memory beyond what was reported:");
        Print(output, uncharged.OrderByDescending(cost => cost.Unreported));
        int failed = slow.Count(cost => cost.IsSlow) + uncharged.Count(cost => cost.IsUncharged);
        output.WriteLine(FormattableString.Invariant($"{calls} calls in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        output.WriteLine($"{calls - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    // What fails is kept, and besides the worst.
    private static void Keep(List<Cost> costs, Func<Cost, double> order, Func<Cost, bool> fails)
    {
        if (costs.Count > 1000)
        {
            List<Cost> kept = [.. costs.Where(fails), .. costs.Where(cost => !fails(cost)).OrderByDescending(order).Take(Shown)];
            costs.Clear();
            costs.AddRange(kept);
        }
    }

    private static void Print(TextWriter output, IEnumerable<Cost> costs)
    {
        foreach (Cost cost in costs.DistinctBy(cost => cost.Path).Take(Shown))
        {
            output.WriteLine($"  {cost}");
        }
    }

}
