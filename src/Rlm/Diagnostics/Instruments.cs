using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rlm.Diagnostics;

/// <summary>The source of the spans and the instruments of the metrics.</summary>
internal static class Instruments
{
    public const string Name = "Experimental.Rlm";

    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString();
    private static readonly Meter Meter = new(Name, Version);

    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>How long runs, code, sub-calls and tools took. The bounds are those of the conventions, and more for runs, which take longer than a completion.</summary>
    public static Histogram<double> OperationDuration { get; } = Meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        unit: "s",
        description: "Duration of a run, of the code of a turn, of a sub-call or of a tool.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92, 163.84, 327.68, 655.36] });

    /// <summary>Tokens of a run by model, its sub-calls and children included.</summary>
    public static Histogram<long> TokenUsage { get; } = Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        unit: "{token}",
        description: "Tokens that a run used, sub-calls and children included.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864] });

    public static Histogram<int> Turns { get; } = Meter.CreateHistogram(
        GenAIConventions.RunTurns,
        unit: "{turn}",
        description: "Turns of a run.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100] });

    public static Histogram<int> SubCalls { get; } = Meter.CreateHistogram(
        GenAIConventions.RunSubCalls,
        unit: "{call}",
        description: "Sub-calls of a run, without those of its children.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] });

    /// <summary>Whether anybody listens to anything of this.</summary>
    public static bool HasListeners => Source.HasListeners() || OperationDuration.Enabled || TokenUsage.Enabled || Turns.Enabled || SubCalls.Enabled;
}
