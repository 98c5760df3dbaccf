using System.Globalization;

namespace Rlm.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    public const string Usage = """
        usage: Rlm.Fuzz --programs N [options]      runs generated programs and checks what must hold for every program
               Rlm.Fuzz --node N [--seed S]         compares N generated cases with Node.js
               Rlm.Fuzz --overlap N [options]       runs programs with calls of the host, overlapping and one after the other, and compares
               Rlm.Fuzz --latency [N] [--only TEXT] stops each hostile program N times (default 3) by cancelling and once by the clock, and measures how long it goes on
               Rlm.Fuzz --costs [--only TEXT]       calls each built-in on large values, and compares time and memory with what it reports
               Rlm.Fuzz --replay SEED:INDEX         runs one program again and prints what comes of it
               Rlm.Fuzz --file PATH                 checks the program in a file

          --seed S        what the programs are generated from (default 1)
          --workers W     how many processes run at the same time (default 1)
          --save FOLDER   writes each failed program to a file of its own
        """;

    public long Programs { get; init; }

    public long Comparisons { get; init; }

    public long Overlaps { get; init; }

    /// <summary>Gets how often each program of the corpus is cancelled.</summary>
    public int Cancellations { get; init; }

    public bool MeasuresCosts { get; init; }

    /// <summary>Gets what the names of the programs or calls to measure contain; null for all.</summary>
    public string? Only { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Workers { get; init; } = 1;

    public string? SaveFolder { get; init; }

    public (ulong Seed, long Index)? Replay { get; init; }

    public string? File { get; init; }

    /// <summary>Gets the first index and the step of a worker process; null in the process that the user started.</summary>
    public (long First, long Step)? Share { get; init; }

    /// <exception cref="FormatException">The command line is not understood.</exception>
    public static Settings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new Settings();
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            string Next() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{option} needs a value.");
            long NextOr(long usual) => i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-') ? Number(Next()) : usual;
            settings = option switch
            {
                "--programs" => settings with { Programs = Number(Next()) },
                "--node" => settings with { Comparisons = Number(Next()) },
                "--overlap" => settings with { Overlaps = Number(Next()) },
                "--latency" => settings with { Cancellations = (int)NextOr(3) },
                "--costs" => settings with { MeasuresCosts = true },
                "--only" => settings with { Only = Next() },
                "--seed" => settings with { Seed = (ulong)Number(Next()) },
                "--workers" => settings with { Workers = (int)Number(Next()) },
                "--save" => settings with { SaveFolder = Next() },
                "--file" => settings with { File = Next() },
                "--replay" => settings with { Replay = Pair(Next()) is var (seed, index) ? ((ulong)seed, index) : null },
                "--share" => settings with { Share = Pair(Next()) },
                _ => throw new FormatException($"Unknown option {option}."),
            };
        }

        return settings is { Programs: 0, Comparisons: 0, Overlaps: 0, Cancellations: 0, MeasuresCosts: false, Replay: null, File: null } ? throw new FormatException("Nothing to do.") : settings;
    }

    private static (long First, long Second) Pair(string text) =>
        text.Split(':') is [var first, var second] ? (Number(first), Number(second)) : throw new FormatException($"'{text}' is no pair of numbers.");

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
