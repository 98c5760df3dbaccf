using System.Globalization;

namespace Rlm.Conformance;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    public const string Usage = """
        usage: Rlm.Conformance <test262 folder> [options]

          --filter TEXT     only tests whose path contains the text, such as language/statements/for-of; may be given several times
          --test PATH       one test, with its output and its error
          --broad           also the tests outside of the scope of the engine, as far as they are strict scripts
          --failures FILE   writes the failed tests and why they failed, one a line
          --verbose         prints the name of each test before it runs, to find one that ends the process
          --workers N       how many tests run at the same time (default 2)
          --timeout SECONDS time limit of a test (default 10)
        """;

    public required string Root { get; init; }

    public IReadOnlyList<string> Filters { get; init; } = [];

    public string? SingleTest { get; init; }

    public bool IsBroad { get; init; }

    public string? FailureFile { get; init; }

    public bool IsVerbose { get; init; }

    public int Workers { get; init; } = 2;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="FormatException">The command line is not understood.</exception>
    public static Settings Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0].StartsWith('-'))
        {
            throw new FormatException("The first argument must be the folder of a test262 checkout.");
        }

        var settings = new Settings { Root = Path.GetFullPath(arguments[0]) };
        if (!Directory.Exists(Path.Combine(settings.Root, "harness")))
        {
            throw new FormatException($"{settings.Root} is no test262 checkout: it has no folder 'harness'.");
        }

        for (int i = 1; i < arguments.Count; i++)
        {
            string option = arguments[i];
            string Next() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{option} needs a value.");
            settings = option switch
            {
                "--filter" => settings with { Filters = [.. settings.Filters, Next()] },
                "--test" => settings with { SingleTest = Next() },
                "--broad" => settings with { IsBroad = true },
                "--failures" => settings with { FailureFile = Next() },
                "--verbose" => settings with { IsVerbose = true },
                "--workers" => settings with { Workers = int.Parse(Next(), CultureInfo.InvariantCulture) },
                "--timeout" => settings with { Timeout = TimeSpan.FromSeconds(double.Parse(Next(), CultureInfo.InvariantCulture)) },
                _ => throw new FormatException($"Unknown option {option}."),
            };
        }

        return settings;
    }
}
