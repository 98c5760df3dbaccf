using System.Diagnostics;
using System.Globalization;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>
/// The figures the interpreter holds itself to, each as <c>name: value unit (target)</c>: medians of several evaluations in one session, after a warm-up.
/// </summary>
internal static class EngineFigures
{
    private const int Rounds = 9;
    private const int WarmUpRounds = 4;

    private static readonly Figure[] Figures =
    [
        new("fib(30)", 150, "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }", "fib(30)"),
        new("100,000 lines: split, regex, Map", 250, Log, "levels(text)"),
        new("JSON.parse of 10 MB", 500, Records, "JSON.parse(json).length"),
        new("JSON.stringify to 10 MB", 500, Records, "JSON.stringify(records).length"),
        new("sort of 1,000,000 numbers with a comparator", 1000, Numbers, "work.sort((a, b) => a - b).length", "work = numbers.slice(); 0"),
    ];

    private const string Log = """
        const lines = [];
        const names = ["INFO", "WARN", "ERROR", "DEBUG"];
        for (let i = 0; i < 100000; i++) {
          const day = String(1 + i % 28).padStart(2, "0");
          lines.push(`2024-03-${day}T12:00:00Z [${names[i * 7 % 4]}] user${i % 977} request ${i} took ${i * 31 % 500} ms`);
        }
        const text = lines.join("\n");
        function levels(text) {
          const totals = new Map();
          for (const line of text.split("\n")) {
            const match = /\[(\w+)\] (\w+) request \d+ took (\d+) ms/.exec(line);
            const key = match[1] + ":" + match[2];
            totals.set(key, (totals.get(key) ?? 0) + Number(match[3]));
          }
          return totals.size;
        }
        """;

    private const string Records = """
        const records = [];
        for (let i = 0; i < 66000; i++) {
          records.push({
            id: i,
            name: `customer number ${i}`,
            active: i % 3 === 0,
            score: i * 1.25 + 0.5,
            city: ["Berlin", "Paris", "Madrid", "Rome"][i % 4],
            tags: ["alpha", "beta", `tag${i % 100}`],
            note: i % 10 === 0 ? null : 'said "yes" to ' + i,
          });
        }
        const json = JSON.stringify(records);
        """;

    private const string Numbers = """
        const numbers = [];
        let seed = 42;
        for (let i = 0; i < 1000000; i++) {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          numbers.push(seed);
        }
        let work = [];
        """;

    /// <summary>Understands <c>--filter TEXT</c>, and <c>--best</c> for the fastest round instead of the median, on a machine that does other things as well.</summary>
    public static async Task PrintAsync(TextWriter writer, IReadOnlyList<string> options)
    {
        bool takesBest = options.Contains("--best");
        int filter = options.ToList().IndexOf("--filter") + 1;
        foreach (Figure figure in Figures)
        {
            if (filter == 0 || figure.Name.Contains(options[filter], StringComparison.OrdinalIgnoreCase))
            {
                List<double> times = await MeasureAsync(figure);
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {times[takesBest ? 0 : Rounds / 2]:0.##} ms (≤ {figure.Target} ms)"));
            }
        }
    }

    /// <summary>The milliseconds of each round, ascending.</summary>
    private static async Task<List<double>> MeasureAsync(Figure figure)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 1L << 30, MaxTime = TimeSpan.FromMinutes(10) });
        await CompleteAsync(session, figure.Definition);
        var times = new List<double>(Rounds);
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            await CompleteAsync(session, figure.Preparation);
            long start = Stopwatch.GetTimestamp();
            await CompleteAsync(session, figure.Call);
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static async Task CompleteAsync(JavaScriptSession session, string source)
    {
        EvaluationResult result = await session.EvaluateAsync(source);
        if (result.Outcome != EvaluationOutcome.Completed)
        {
            throw new InvalidOperationException($"{source}: {result.Error}");
        }
    }

    /// <param name="Name">What is measured.</param>
    /// <param name="Target">The milliseconds it may take.</param>
    /// <param name="Definition">Runs once.</param>
    /// <param name="Call">Is measured.</param>
    /// <param name="Preparation">Runs before each measurement.</param>
    private sealed record Figure(string Name, int Target, string Definition, string Call, string Preparation = "0");
}
