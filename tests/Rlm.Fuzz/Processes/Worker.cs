using System.Text.Json;
using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>The part of a run that one process does. It says which program it begins, so that one that ends the process is known.</summary>
internal static class Worker
{
    public const char Begins = '@';
    public const char Fails = '!';

    /// <summary>One of so many programs is also stopped at many places. An odd number: two or four workers would leave all of them to one.</summary>
    private const int ThoroughEvery = 7;

    /// <summary>Limits and places to stop at are random, so that a single program is examined a few times.</summary>
    private const int FileTries = 8;

    /// <summary>Runs the programs first, first + step, and so on.</summary>
    public static void Run(Settings settings, long first, long step)
    {
        SmallStack.Run(() =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
            for (long index = first; index < settings.Programs; index += step)
            {
                output.WriteLine(FormattableString.Invariant($"{Begins}{index}"));
                if (Examine(settings.Seed, index) is { } failure)
                {
                    output.WriteLine($"{Fails}{JsonSerializer.Serialize(failure)}");
                }
            }

            return true;
        });
    }

    /// <summary>Examines the program in a file.</summary>
    public static Failure? ExamineFile(string path) =>
        Enumerable.Range(0, FileTries).Select(index => Examine(File.ReadAllText(path), new Choice(0, index), isThorough: true)).FirstOrDefault(failure => failure is not null);

    public static Failure? Examine(ulong seed, long index) => Examine(Candidate.Of(seed, index).Source, new Choice(seed, ~index), IsThorough(index));

    public static Failure? Examine(string source, Choice choice, bool isThorough) => new Probe(choice).Examine(source, isThorough);

    public static bool IsThorough(long index) => index % ThoroughEvery == 0;
}
