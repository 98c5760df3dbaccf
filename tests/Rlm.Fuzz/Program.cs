using Rlm.Fuzz;
using Rlm.Fuzz.Comparison;
using Rlm.Fuzz.Costs;
using Rlm.Fuzz.Latency;
using Rlm.Fuzz.Overlap;
using Rlm.Fuzz.Processes;

try
{
    Settings settings = Settings.Parse(args);
    return settings switch
    {
        { Share: not null, File: { } file } => Session.ExamineFileAsWorker(file),
        { Share: var (first, step) } => Session.RunShare(settings, first, step),
        { File: { } file } => Session.ExamineFile(file),
        { Overlaps: > 0, Replay: var (seed, index) } => OverlapRun.Replay(seed, index, Console.Out),
        { Replay: var (seed, index) } => Session.Replay(seed, index),
        { Overlaps: > 0 } => OverlapRun.Run(settings, Console.Out),
        { Cancellations: > 0 } => LatencyRun.Run(settings, Console.Out),
        { MeasuresCosts: true } => CostRun.Run(settings, Console.Out),
        { Comparisons: > 0 } => NodeComparison.Run(settings, Console.Out),
        _ => Session.Run(settings, Console.Out),
    };
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}
