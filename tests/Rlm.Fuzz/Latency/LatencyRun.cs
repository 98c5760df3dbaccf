using System.Diagnostics;
using Rlm.JavaScript.Tests.Attacks;

namespace Rlm.Fuzz.Latency;

/// <summary>
/// Stops the hostile programs of the tests, and some large ones, at different moments from another thread, and measures how long each goes on: from the call of
/// <see cref="CancellationTokenSource.Cancel()"/>, or from when its time is over, to the end of the evaluation.
/// </summary>
internal static class LatencyRun
{
    private const int WorstShown = 10;

    /// <summary>What 99 of 100 may take.</summary>
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(50);

    /// <summary>Of a program that goes on for longer, the moments are chosen from so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    /// <summary>What takes less is over before another thread could stop it.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(4);

    /// <summary>What took too long is tried so often again, and its best time counts: the machine may have done something else.</summary>
    private const int Retries = 2;

    public static int Run(Settings settings, TextWriter output)
    {
        long started = Stopwatch.GetTimestamp();
        var samples = new List<Sample>();
        int programs = 0;
        foreach (Stopping stopping in AttackCorpus.Programs.Values.Concat(LargePrograms.All).SelectMany(Turns))
        {
            if (settings.Only is { } only && !stopping.Name.Contains(only, StringComparison.Ordinal))
            {
                continue;
            }

            // The first run is for the JIT.
            TimeSpan time = stopping.Measure(Longest);
            time = time < Shortest ? time : stopping.Measure(Longest);
            if (time < Shortest)
            {
                continue;
            }

            programs++;
            for (int i = 0; i < settings.Cancellations; i++)
            {
                Add(samples, stopping, time * (i + 1) / (settings.Cancellations + 1), byClock: false);
            }

            Add(samples, stopping, time / 2, byClock: true);
        }

        Print(output, "cancelled, corpus", [.. samples.Where(sample => !sample.ByClock && !sample.IsLarge)]);
        Print(output, "cancelled, large", [.. samples.Where(sample => !sample.ByClock && sample.IsLarge)]);
        Print(output, "time over, corpus", [.. samples.Where(sample => sample.ByClock && !sample.IsLarge)]);
        Print(output, "time over, large", [.. samples.Where(sample => sample.ByClock && sample.IsLarge)]);
        foreach (Sample sample in samples.OrderByDescending(sample => sample.Latency).Take(WorstShown))
        {
            output.WriteLine(FormattableString.Invariant($"  {sample.Latency.TotalMilliseconds,7:0.0} ms, {sample.Collecting.TotalMilliseconds:0.0} ms of it collecting garbage: {sample.Name}, {(sample.ByClock ? "time over" : "cancelled")} after {sample.Moment.TotalMilliseconds:0} ms"));
        }

        int late = samples.Count(sample => sample.Latency > Allowed);
        bool isLate = samples.Count > 0 && Percentile(samples, sample => sample.Latency, 0.99) > Allowed;
        output.WriteLine(FormattableString.Invariant($"{programs} programs, {samples.Count} stops in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; {samples.Count(sample => sample.Retries > 0)} tried again; 99 of 100 may take no more than {Allowed.TotalMilliseconds:0} ms"));
        output.WriteLine(FormattableString.Invariant($"{samples.Count - late} passed, {late} failed"));
        return isLate ? 1 : 0;
    }

    private static IEnumerable<Stopping> Turns(AttackProgram program)
    {
        var sources = new List<string>();
        foreach (AttackTurn turn in program.Turns)
        {
            sources.Add(AttackSession.SourceAsync(program, turn).GetAwaiter().GetResult());
            yield return new Stopping(program, [.. sources]);
        }
    }

    private static void Add(List<Sample> samples, Stopping stopping, TimeSpan moment, bool byClock)
    {
        if (stopping.Stop(moment, byClock) is not { } first)
        {
            return;
        }

        Lateness best = first;
        int retries = 0;
        while (best.Whole > Allowed && retries < Retries)
        {
            retries++;
            best = stopping.Stop(moment, byClock) is { } again && again.Whole < best.Whole ? again : best;
        }

        samples.Add(new Sample(stopping.Name, stopping.Program.Memory == LargePrograms.Memory, moment, byClock, best.Whole, best.Collecting, first.Whole, retries));
    }

    private static void Print(TextWriter output, string how, IReadOnlyList<Sample> samples)
    {
        double Milliseconds(double part) => Percentile(samples, sample => sample.Latency, part).TotalMilliseconds;
        if (samples.Count > 0)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{how}: {samples.Count} times; median {Milliseconds(0.5):0.00} ms, p99 {Milliseconds(0.99):0.0} ms, max {Milliseconds(1):0.0} ms; p99 at the first try {Percentile(samples, sample => sample.First, 0.99).TotalMilliseconds:0.0} ms"));
        }
    }

    private static TimeSpan Percentile(IReadOnlyList<Sample> samples, Func<Sample, TimeSpan> selector, double part) =>
        samples.Select(selector).Order().ElementAt((int)Math.Ceiling(part * samples.Count) - 1);

    /// <summary>One evaluation that was stopped.</summary>
    private sealed record Sample(string Name, bool IsLarge, TimeSpan Moment, bool ByClock, TimeSpan Latency, TimeSpan Collecting, TimeSpan First, int Retries);
}
