using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>What the command line can ask for with generated programs.</summary>
internal static class Session
{
    private const int MostShrunk = 12;

    public static int Run(Settings settings, TextWriter output)
    {
        long started = Stopwatch.GetTimestamp();
        var failed = new HashSet<long>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((long index, Failure failure) in new Fleet(settings).Run())
        {
            failed.Add(index);
            string kind = $"{failure.Property}: {failure.Detail.Split('\n')[0]}";
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            Report(settings, output, index, failure, isShrunk: seen[kind] == 1 && seen.Count <= MostShrunk);
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach ((string kind, int count) in seen.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine(FormattableString.Invariant($"{count,6} {kind}"));
        }

        output.WriteLine(FormattableString.Invariant($"{settings.Programs} programs in {seconds:0} s, {settings.Programs / seconds:0} a second, seed {settings.Seed}"));
        output.WriteLine(FormattableString.Invariant($"{settings.Programs - failed.Count} passed, {failed.Count} failed"));
        return failed.Count == 0 ? 0 : 1;
    }

    public static int RunShare(Settings settings, long first, long step)
    {
        Worker.Run(settings, first, step);
        return 0;
    }

    /// <summary>Runs one program again on this process, prints it and what comes of it.</summary>
    public static int Replay(ulong seed, long index)
    {
        Candidate candidate = Candidate.Of(seed, index);
        Console.WriteLine(candidate.Source);
        Console.WriteLine(new string('-', 40));
        Failure? failure = SmallStack.Run(() =>
        {
            Run run = Probe.RunOnce(candidate.Source);
            Console.WriteLine(run.Output);
            Console.WriteLine(run.Facts);
            return Worker.Examine(seed, index);
        });
        Console.WriteLine(failure is null ? "passed" : $"FAILED {failure.Property}: {failure.Detail}");
        return failure is null ? 0 : 1;
    }

    /// <summary>Prints what comes of the program in a file, and whether it passes.</summary>
    public static int ExamineFile(string path)
    {
        string source = File.ReadAllText(path);
        Run run = SmallStack.Run(() => Probe.RunOnce(source));
        Console.WriteLine(run.Output);
        Console.WriteLine(run.Facts);
        Failure? failure = SmallStack.Run(() => Worker.ExamineFile(path));
        Console.WriteLine(failure is null ? "passed" : $"FAILED {failure.Property}: {failure.Detail}");
        return failure is null ? 0 : 1;
    }

    public static int ExamineFileAsWorker(string path)
    {
        if (SmallStack.Run(() => Worker.ExamineFile(path)) is { } failure)
        {
            Console.WriteLine($"{Worker.Fails}{JsonSerializer.Serialize(failure)}");
        }

        return 0;
    }

    private static void Report(Settings settings, TextWriter output, long index, Failure failure, bool isShrunk)
    {
        string place = FormattableString.Invariant($"{settings.Seed}:{index}");
        output.WriteLine($"FAILED {place} {failure.Property}: {failure.Detail}");
        if (index < 0)
        {
            return;
        }

        Candidate candidate = Candidate.Of(settings.Seed, index);
        string source = isShrunk ? string.Join('\n', Shrinker.Shrink(candidate, failure)) : candidate.Source;
        if (isShrunk)
        {
            output.WriteLine(source);
        }

        if (settings.SaveFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
            string name = string.Create(CultureInfo.InvariantCulture, $"{settings.Seed}-{index}.js");
            File.WriteAllText(Path.Combine(folder, name), $"// {failure.Property}: {failure.Detail.ReplaceLineEndings(" ")}\n{source}\n");
        }
    }
}
