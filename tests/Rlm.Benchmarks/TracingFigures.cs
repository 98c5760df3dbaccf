using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Rlm.JavaScript;
using Rlm.JavaScript.Limits;

namespace Rlm.Benchmarks;

/// <summary>
/// What the limit on retained memory costs: how much of the time of each program in <c>programs</c> goes into tracing what is live, with the default limit and
/// with a quarter of it. The traces are timed themselves, as whole runs differ by more than that.
/// </summary>
internal static class TracingFigures
{
    private const int WarmUpRounds = 2;
    private const int Rounds = 7;
    private const long Megabyte = 1024 * 1024;

    private static readonly long[] Limits = [256 * Megabyte, 64 * Megabyte];

    private static readonly FieldInfo MeterOfSession = Field<JavaScriptSession>("_meter");

    private static readonly FieldInfo TraceOfMeter = Field<Meter>("_traceLive");

    public static async Task PrintAsync(TextWriter writer)
    {
        await writer.WriteLineAsync($"{"program",-18}{string.Concat(Limits.Select(limit => $"{$"{limit / Megabyte} MB: ms",16}{"traces",8}{"of the time",13}"))}");
        var shares = Limits.Select(_ => new List<double>()).ToList();
        foreach (string program in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "programs"), "*.js").Order(StringComparer.Ordinal))
        {
            string source = await File.ReadAllTextAsync(program);
            await writer.WriteAsync($"{Path.GetFileNameWithoutExtension(program),-18}");
            for (int i = 0; i < Limits.Length; i++)
            {
                Figure? figure = await MeasureAsync(source, Limits[i]);
                if (figure is not null)
                {
                    shares[i].Add(figure.Share);
                }

                await writer.WriteAsync(figure is null ? $"{"needs more",37}" : string.Create(CultureInfo.InvariantCulture, $"{figure.Milliseconds,16:0.0}{figure.Traces,8}{figure.Share,13:0.0%}"));
            }

            await writer.WriteLineAsync();
        }

        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"mean",-18}{shares[0].Average(),37:0.0%}{shares[1].Average(),37:0.0%}"));
    }

    /// <summary>The round with the median share; null where the program needs more memory.</summary>
    private static async Task<Figure?> MeasureAsync(string source, long limit)
    {
        var figures = new List<Figure>(Rounds);
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = limit, MaxTime = TimeSpan.FromMinutes(10) });
            Tracing tracing = Tracing.Of(session);
            long start = Stopwatch.GetTimestamp();
            EvaluationResult result = await session.EvaluateAsync(source);
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (result.Outcome != EvaluationOutcome.Completed)
            {
                return null;
            }

            if (round >= 0)
            {
                figures.Add(new Figure(milliseconds, tracing.Count, tracing.Time.TotalMilliseconds / milliseconds));
            }
        }

        return figures.OrderBy(figure => figure.Share).ElementAt(Rounds / 2);
    }

    private static FieldInfo Field<T>(string name) =>
        typeof(T).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new MissingFieldException(typeof(T).Name, name);

    private sealed record Figure(double Milliseconds, int Traces, double Share);

    /// <summary>Stands between a session and its traces.</summary>
    private sealed class Tracing(Func<long> trace)
    {
        public int Count { get; private set; }

        public TimeSpan Time { get; private set; }

        public static Tracing Of(JavaScriptSession session)
        {
            object meter = MeterOfSession.GetValue(session)!;
            var tracing = new Tracing((Func<long>)TraceOfMeter.GetValue(meter)!);
            TraceOfMeter.SetValue(meter, (Func<long>)tracing.Run);
            return tracing;
        }

        private long Run()
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                return trace();
            }
            finally
            {
                Count++;
                Time += Stopwatch.GetElapsedTime(start);
            }
        }
    }
}
