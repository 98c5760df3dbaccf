using System.Diagnostics;
using System.Globalization;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>
/// What the limit on retained memory costs: each program in <c>programs</c> with the default limit and with a quarter of it, against a limit so large that
/// nothing is traced. The rounds take turns, and the fastest of each counts.
/// </summary>
internal static class TracingFigures
{
    private const long NeverTraced = 1L << 50;
    private const int WarmUpRounds = 2;
    private const int Rounds = 9;

    private static readonly long[] Limits = [NeverTraced, 256L * 1024 * 1024, 64L * 1024 * 1024];

    public static async Task PrintAsync(TextWriter writer)
    {
        await writer.WriteLineAsync($"{"program",-18}{"ms untraced",12}{"256 MB",10}{"64 MB",10}");
        var logarithms = new List<double>[] { [], [] };
        foreach (string program in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "programs"), "*.js").Order(StringComparer.Ordinal))
        {
            double[] best = await MeasureAsync(await File.ReadAllTextAsync(program));
            for (int i = 0; i < logarithms.Length; i++)
            {
                if (!double.IsNaN(best[i + 1]))
                {
                    logarithms[i].Add(Math.Log(best[i + 1] / best[0]));
                }
            }

            await writer.WriteLineAsync($"{Path.GetFileNameWithoutExtension(program),-18}{Number(best[0]),12}{Ratio(best[1], best[0]),10}{Ratio(best[2], best[0]),10}");
        }

        await writer.WriteLineAsync($"{"geometric mean",-30}{Number(Math.Exp(logarithms[0].Average())),10}{Number(Math.Exp(logarithms[1].Average())),10}");
    }

    /// <summary>The milliseconds of a program with each limit; not a number where it needs more memory.</summary>
    private static async Task<double[]> MeasureAsync(string source)
    {
        double[] best = [.. Limits.Select(_ => double.PositiveInfinity)];
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            for (int i = 0; i < Limits.Length; i++)
            {
                if (double.IsNaN(best[i]))
                {
                    continue;
                }

                using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Limits[i], MaxTime = TimeSpan.FromMinutes(10) });
                long start = Stopwatch.GetTimestamp();
                EvaluationResult result = await session.EvaluateAsync(source);
                double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                best[i] = result.Outcome != EvaluationOutcome.Completed ? double.NaN : round >= 0 ? Math.Min(best[i], milliseconds) : best[i];
            }
        }

        return best;
    }

    private static string Ratio(double value, double reference) => double.IsNaN(value) ? "needs more" : Number(value / reference);

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
