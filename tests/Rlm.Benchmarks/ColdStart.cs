using System.Diagnostics;
using System.Globalization;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>The first session and evaluation of a process, measured by a process of its own.</summary>
internal static class ColdStart
{
    /// <summary>Makes the first session of this process, evaluates <c>1+1</c> and prints the milliseconds that took.</summary>
    public static async Task PrintAsync(TextWriter writer)
    {
        long start = Stopwatch.GetTimestamp();
        using var session = new JavaScriptSession();
        EvaluationResult result = await session.EvaluateAsync("1+1");
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        if (result.Value.AsNumber() != 2)
        {
            throw new InvalidOperationException("1+1 is not 2.");
        }

        await writer.WriteLineAsync(elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Runs <see cref="PrintAsync"/> in fresh processes and returns the median of what they print.</summary>
    public static double MeasureMilliseconds(int runs)
    {
        var times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            times[i] = double.Parse(OwnProcess.Run("cold"), CultureInfo.InvariantCulture);
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
