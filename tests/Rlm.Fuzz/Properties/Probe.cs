using Rlm.Fuzz.Generation;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Properties;

/// <summary>Checks what must hold for every program, whatever it does.</summary>
internal sealed class Probe
{
    private const long WorkLimit = 12_000;

    /// <summary>For one of so many programs, as those that loop take all of it in each of their runs.</summary>
    private const long LargeWorkLimit = 200_000;
    private const int LargeEvery = 32;

    private const int FuelStops = 5;
    private const int MemoryStops = 4;

    /// <summary>For one of so many of the thorough examinations: stops at every place there is.</summary>
    private const int EverywhereEvery = 64;
    private const int MostFuelStops = 600;
    private const int MostMemoryStops = 600;
    private const int MemoryStep = 8;
    private const long Megabyte = 1024 * 1024;
    private const int UnitsBetweenLooks = 10_000;

    private static readonly JavaScriptOptions Basic = new()
    {
        MaxWork = WorkLimit,
        MaxMemory = 16 * Megabyte,
        MaxTime = Timeout.InfiniteTimeSpan,
        MaxOutputLength = 50_000,
        MaxDisplayLength = 5_000,
        MaxHostValueSize = 20_000,
        MaxHostCalls = 50,

        // One that waits for its turn is started by another thread.
        MaxConcurrentHostCalls = 50,
        RandomSeed = 7,
        TimeProvider = new SteppedClock(),
    };

    private static readonly (string Source, Lazy<Run> Alone)[] Preludes = [.. new[] { Candidate.ShortPrelude, Candidate.Prelude }.Select(source => (source, new Lazy<Run>(() => RunAlone(Basic, source))))];

    private readonly Choice _choice;
    private readonly JavaScriptOptions _options;
    private readonly string _prelude;
    private readonly Run _preludeAlone;

    /// <summary>Initializes a new instance of the <see cref="Probe"/> class.</summary>
    /// <param name="choice">What limits, and the places to stop at, are chosen with.</param>
    public Probe(Choice choice)
    {
        _choice = choice;
        _options = choice.Below(LargeEvery) == 0
            ? Basic with { MaxWork = LargeWorkLimit, MaxMemory = choice.Of([8L, 16, 32]) * Megabyte }
            : Basic with { MaxMemory = choice.Of([1L, 2, 4, 16]) * Megabyte };
        (_prelude, Lazy<Run> alone) = Preludes[choice.Percent(10) ? 1 : 0];
        _preludeAlone = alone.Value;
    }

    /// <summary>Examines a program.</summary>
    /// <param name="source">The program.</param>
    /// <param name="isThorough">Whether it is also stopped at many places.</param>
    /// <returns>The property that does not hold; null where all do.</returns>
    public Failure? Examine(string source, bool isThorough)
    {
        try
        {
            Check(source, isThorough);
            return null;
        }
        catch (PropertyException exception)
        {
            return exception.Failure;
        }
#pragma warning disable CA1031 // Any other exception is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            IEnumerable<string> places = (exception.StackTrace ?? string.Empty).Split('\n').Take(8).Select(line => line.Trim());
            return new Failure("no exception but the public ones", $"{exception.GetType().Name}: {exception.Message}\n  {string.Join("\n  ", places)}");
        }
    }

    /// <summary>What comes of a program in one plain evaluation.</summary>
    public static Run RunOnce(string source)
    {
        using var sandbox = new Sandbox(Basic with { MaxWork = LargeWorkLimit, MaxMemory = 16 * Megabyte }, Candidate.Prelude);
        return sandbox.Run(source);
    }

    private void Check(string source, bool isThorough)
    {
        Run first;
        using (var sandbox = new Sandbox(_options, _prelude))
        {
            first = sandbox.Run(source);
            sandbox.Run(source);
        }

        CheckAgain(source, first);
        if (isThorough)
        {
            CheckFuel(source);
            CheckMemory(source);
            CheckStops(source, first);
            if (_choice.Below(EverywhereEvery) == 0)
            {
                CheckEveryFuel(source);
                CheckEveryMemory(source);
            }
        }
    }

    /// <summary>In another session, and where no limit stopped it, with none on work and a clock and a token to look at, the same must come out.</summary>
    private void CheckAgain(string source, Run first)
    {
        if (!first.IsWhole)
        {
            Same("the same program gives the same", first, RunIn(_options, source));
            return;
        }

        using var cancellation = new CancellationTokenSource();
        Same("no limit on work gives the same", first, RunIn(_options with { MaxWork = null, MaxTime = TimeSpan.FromHours(1) }, source, cancellation.Token));
    }

    /// <summary>Stops the program after so much work, at many places: what it printed until then must be the same.</summary>
    private void CheckFuel(string source)
    {
        string all = _prelude + source;
        long preludeWork = _preludeAlone.Work;
        Run whole = RunAlone(_options with { MaxWork = _options.MaxWork + preludeWork }, all);
        if (whole.IsWhole)
        {
            Same("work just enough gives the same", whole, RunAlone(_options with { MaxWork = Math.Max(1, whole.Work) }, all));
        }

        long most = whole.Work - 1;
        for (int i = 0; i < FuelStops && most > preludeWork; i++)
        {
            CheckFuel(all, whole, i == 0 ? most : i < 3 ? _choice.Between(preludeWork, Math.Min(most, preludeWork + 300)) : _choice.Between(1, most));
        }
    }

    /// <summary>Stops the program after each unit of work that it does.</summary>
    private void CheckEveryFuel(string source)
    {
        string all = _prelude + source;
        Run whole = RunAlone(_options with { MaxWork = _options.MaxWork + _preludeAlone.Work }, all);
        long last = Math.Min(whole.Work, _preludeAlone.Work + MostFuelStops);
        for (long fuel = _preludeAlone.Work; fuel < last; fuel++)
        {
            CheckFuel(all, whole, Math.Max(1, fuel));
        }
    }

    private void CheckFuel(string all, Run whole, long fuel)
    {
        Run stopped = RunAlone(_options with { MaxWork = fuel }, all);
        if (stopped.Outcome != EvaluationOutcome.WorkLimit && stopped.Outcome != EvaluationOutcome.MemoryLimit)
        {
            throw new PropertyException("less work than needed stops", FormattableString.Invariant($"{stopped.Outcome} with {fuel} of {whole.Work} units"));
        }

        Prefix("a stop for work keeps what was printed", whole, stopped);
    }

    /// <summary>Brings the memory limit to many places of the program: it either stops there or goes on as if nothing were.</summary>
    private void CheckMemory(string source)
    {
        Run whole = RunWithBallast(source, 16 * Megabyte, 0);
        for (int i = 0; i < MemoryStops; i++)
        {
            CheckMemory(source, whole, i % 2 == 0 ? _choice.Between(0, 20_000) : _choice.Between(0, 300_000));
        }
    }

    /// <summary>Brings the memory limit to each place of the program, until there is room for all of it.</summary>
    private void CheckEveryMemory(string source)
    {
        Run whole = RunWithBallast(source, 16 * Megabyte, 0);
        for (int i = 0; i < MostMemoryStops && !CheckMemory(source, whole, i * MemoryStep); i++)
        {
        }
    }

    /// <summary>Runs a program with so many bytes of room. True: that was enough.</summary>
    private bool CheckMemory(string source, Run whole, long room)
    {
        Run stopped = RunWithBallast(source, Megabyte, Megabyte - _preludeAlone.Memory - room);
        if (!stopped.IsWhole)
        {
            Prefix("a stop for memory keeps what was printed", whole, stopped);
        }
        else if (whole.IsWhole && stopped.Output != whole.Output)
        {
            throw new PropertyException("measuring memory changes nothing", stopped.DifferenceFrom(whole) ?? string.Empty);
        }

        return stopped.IsWhole;
    }

    private Run RunWithBallast(string source, long limit, long bytes) =>
        RunIn(_options with { MaxMemory = limit }, FormattableString.Invariant($"var ballast = (buffer => () => buffer)(new ArrayBuffer({Math.Max(0, bytes),9})); {source}"));

    /// <summary>Cancels at one of the looks at the clock, and lets the time be over there.</summary>
    private void CheckStops(string source, Run first)
    {
        long look = 2 + _choice.Below((int)(first.Work / UnitsBetweenLooks) + 3);
        using (var cancellation = new CancellationTokenSource())
        {
            var clock = new SteppedClock();
            using var sandbox = new Sandbox(_options with { TimeProvider = clock, MaxTime = TimeSpan.FromMinutes(1) }, _prelude);
            clock.ActAfter(look, cancellation.Cancel);
            try
            {
                sandbox.Run(source, cancellation.Token);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                sandbox.CheckUsable();
            }
        }

        var late = new SteppedClock();
        using var other = new Sandbox(_options with { TimeProvider = late, MaxTime = TimeSpan.FromMinutes(1) }, _prelude);
        late.ActAfter(look, late.Leap);
        Prefix("a stop for time keeps what was printed", first, other.Run(source));
    }

    private Run RunIn(JavaScriptOptions options, string source, CancellationToken cancellation = default)
    {
        using var sandbox = new Sandbox(options, _prelude);
        return sandbox.Run(source, cancellation);
    }

    private static Run RunAlone(JavaScriptOptions options, string source)
    {
        using var sandbox = new Sandbox(options);
        return sandbox.Run(source);
    }

    private static void Same(string property, Run expected, Run actual)
    {
        if (expected.DifferenceFrom(actual) is { } difference)
        {
            throw new PropertyException(property, difference);
        }
    }

    private static void Prefix(string property, Run whole, Run stopped)
    {
        if (!whole.Output.StartsWith(stopped.Output, StringComparison.Ordinal) && !(whole.Outcome == EvaluationOutcome.WorkLimit && stopped.Output.StartsWith(whole.Output, StringComparison.Ordinal)))
        {
            throw new PropertyException(property, stopped.DifferenceFrom(whole) ?? string.Empty);
        }
    }
}
