using System.Diagnostics;
using System.Globalization;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>
/// Times the programs in <c>programs</c> in a session of their own, and beside it in other engines: a table with a line for each program, and geometric means.
/// </summary>
internal sealed class ProgramFigures
{
    private const int WarmUpRounds = 3;

    private readonly TextWriter _writer;
    private readonly List<Engine> _engines = [];
    private string _filter = string.Empty;
    private int _rounds = 5;
    private bool _takesBest;

    private ProgramFigures(TextWriter writer) => _writer = writer;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "programs");

    /// <summary>
    /// Understands <c>--filter TEXT</c>, <c>--rounds N</c>, <c>--runner NAME=COMMAND</c> for any number of further engines, and <c>--best</c>, which takes the
    /// fastest round instead of the median: on a machine that does other things as well.
    /// </summary>
    /// <returns>The exit code: 1 where an engine printed something else.</returns>
    public static async Task<int> PrintAsync(TextWriter writer, IReadOnlyList<string> arguments)
    {
        var figures = new ProgramFigures(writer);
        if (Engine.IsInstalled("node"))
        {
            string shim = Path.Combine(AppContext.BaseDirectory, "runners", "node.js");
            figures._engines.Add(new Engine("node", $"node \"{shim}\""));
            figures._engines.Add(new Engine("jitless", $"node --jitless \"{shim}\""));
        }

        for (int i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] == "--best")
            {
                figures._takesBest = true;
                i--;
                continue;
            }

            string value = i + 1 < arguments.Count ? arguments[i + 1] : throw new ArgumentException($"{arguments[i]} needs a value.", nameof(arguments));
            switch (arguments[i])
            {
                case "--filter":
                    figures._filter = value;
                    break;
                case "--rounds":
                    figures._rounds = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--runner" when value.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign:
                    figures._engines.Add(new Engine(value[..sign], value[(sign + 1)..]));
                    break;
                default:
                    throw new ArgumentException($"'{arguments[i]} {value}' is not understood. Use --filter TEXT, --rounds N, --best or --runner NAME=COMMAND.", nameof(arguments));
            }
        }

        return await figures.PrintTableAsync();
    }

    private async Task<int> PrintTableAsync()
    {
        await WriteLineAsync([.. Heading()]);
        var ratios = _engines.ConvertAll(_ => new List<double>());
        bool allAgree = true;
        foreach (string program in Directory.GetFiles(Folder, $"*{_filter}*.js").Order(StringComparer.Ordinal))
        {
            Measurement own = await MeasureAsync(await File.ReadAllTextAsync(program));
            List<string> cells = [Path.GetFileNameWithoutExtension(program), Number(own.Milliseconds), Number(own.Megabytes), Number(own.Work / 1e6)];
            bool agrees = own.Error is null;
            for (int i = 0; i < _engines.Count; i++)
            {
                if (await _engines[i].RunAsync(program, _rounds) is not { } other)
                {
                    cells.AddRange(["failed", "-"]);
                    continue;
                }

                double milliseconds = Typical(other.Milliseconds);
                double ratio = own.Milliseconds / milliseconds;
                ratios[i].Add(ratio);
                agrees &= other.LastLine == own.LastLine;
                cells.AddRange([Number(milliseconds), Number(ratio)]);
            }

            allAgree &= agrees;
            cells.Add(own.Error ?? (agrees ? "yes" : "NO"));
            await WriteLineAsync([.. cells]);
        }

        List<string> means = ["geometric mean", string.Empty, string.Empty, string.Empty];
        means.AddRange(ratios.SelectMany(engine => (string[])[string.Empty, engine.Count == 0 ? "-" : Number(Math.Exp(engine.Average(Math.Log)))]));
        await WriteLineAsync([.. means]);
        return allAgree ? 0 : 1;
    }

    private IEnumerable<string> Heading() => ["program", "ms", "MB", "M work", .. _engines.SelectMany(engine => (string[])[engine.Name, "×"]), "agrees"];

    private Task WriteLineAsync(string[] cells) =>
        _writer.WriteLineAsync(cells[0].PadRight(18) + string.Concat(cells.Skip(1).Select(cell => cell.PadLeft(10))));

    /// <summary>Three significant digits are more than such times are worth.</summary>
    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private async Task<Measurement> MeasureAsync(string source)
    {
        var options = new JavaScriptOptions { MaxTime = TimeSpan.FromMinutes(10) };
        var times = new List<double>(_rounds);
        for (int round = -WarmUpRounds; ; round++)
        {
            long allocated = GC.GetTotalAllocatedBytes();
            long start = Stopwatch.GetTimestamp();
            using var session = new JavaScriptSession(options);
            EvaluationResult result = await session.EvaluateAsync(source);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (round >= 0)
            {
                times.Add(elapsed.TotalMilliseconds);
            }

            if (result.Outcome != EvaluationOutcome.Completed || round == _rounds - 1)
            {
                string output = result.Output.TrimEnd();
                return new Measurement(
                    Typical(times),
                    (GC.GetTotalAllocatedBytes() - allocated) / (1024d * 1024),
                    result.Usage.Work,
                    output[(output.LastIndexOf('\n') + 1)..],
                    result.Outcome == EvaluationOutcome.Completed ? null : result.Error?.ToString() ?? result.Outcome.ToString());
            }
        }
    }

    private double Typical(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[_takesBest ? 0 : sorted.Length / 2];
    }

    private sealed record Measurement(double Milliseconds, double Megabytes, long Work, string LastLine, string? Error);
}
