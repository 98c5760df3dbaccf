using Rlm.Fuzz.Generation;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Properties;

/// <summary>Checks what must hold for every program, whatever it does.</summary>
internal sealed class Probe(Choice choice)
{
    private const long WorkLimit = 200_000;
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
        RandomSeed = 7,
        TimeProvider = new SteppedClock(),
    };

    private static readonly Lazy<Run> Nothing = new(() => new Sandbox(Basic).Run(string.Empty));
    private static readonly Lazy<long> PreludeWork = new(() => new Sandbox(Basic, hasPrelude: false).Run(Candidate.Prelude).Work);

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
        using var sandbox = new Sandbox(Basic);
        return sandbox.Run(source);
    }

    private void Check(string source, bool isThorough)
    {
        JavaScriptOptions options = Basic with { MaxMemory = choice.Of([8L, 16, 32]) * Megabyte };
        Run first;
        using (var sandbox = new Sandbox(options))
        {
            first = sandbox.Run(source);
            sandbox.Run(source);
        }

        Same("the same program gives the same", first, RunIn(options, source));
        if (first.IsWhole)
        {
            CheckSliced(options, source, first);
        }

        if (isThorough)
        {
            CheckFuel(options, source);
            CheckMemory(options, source);
            CheckStops(options, source, first);
        }
    }

    /// <summary>Without a limit on work, and looking at a clock and a token, the same must come out.</summary>
    private static void CheckSliced(JavaScriptOptions options, string source, Run first)
    {
        using var cancellation = new CancellationTokenSource();
        Same("no limit on work gives the same", first, RunIn(options with { MaxWork = null, MaxTime = TimeSpan.FromHours(1) }, source, cancellation.Token));
    }

    /// <summary>Stops the program after so much work, at many places: what it printed until then must be the same.</summary>
    private void CheckFuel(JavaScriptOptions options, string source)
    {
        string all = Candidate.Prelude + source;
        Run whole = RunAlone(options with { MaxWork = WorkLimit + PreludeWork.Value }, all);
        Same("work just enough gives the same", whole, RunAlone(options with { MaxWork = Math.Max(1, whole.Work) }, all), isStopped: !whole.IsWhole);
        long most = whole.Work - 1;
        for (int i = 0; i < 12 && most > PreludeWork.Value; i++)
        {
            long fuel = i == 0 ? most : i < 5 ? choice.Between(PreludeWork.Value, Math.Min(most, PreludeWork.Value + 300)) : choice.Between(1, most);
            Run stopped = RunAlone(options with { MaxWork = fuel }, all);
            if (stopped.Outcome != EvaluationOutcome.WorkLimit && stopped.Outcome != EvaluationOutcome.MemoryLimit)
            {
                throw new PropertyException("less work than needed stops", FormattableString.Invariant($"{stopped.Outcome} with {fuel} of {whole.Work} units"));
            }

            Prefix("a stop for work keeps what was printed", whole, stopped);
        }
    }

    /// <summary>Brings the memory limit to many places of the program: it either stops there or goes on as if nothing were.</summary>
    private void CheckMemory(JavaScriptOptions options, string source)
    {
        string WithBallast(long bytes) => FormattableString.Invariant($"var ballast = (buffer => () => buffer)(new ArrayBuffer({Math.Max(0, bytes),9})); {source}");
        Run whole = RunIn(options, WithBallast(0));
        long free = Megabyte - Nothing.Value.Memory;
        for (int i = 0; i < 10; i++)
        {
            long room = i < 5 ? choice.Between(0, 20_000) : choice.Between(0, 300_000);
            Run stopped = RunIn(options with { MaxMemory = Megabyte }, WithBallast(free - room));
            if (!stopped.IsWhole)
            {
                Prefix("a stop for memory keeps what was printed", whole, stopped);
            }
            else if (whole.IsWhole && stopped.Output != whole.Output)
            {
                throw new PropertyException("measuring memory changes nothing", stopped.DifferenceFrom(whole) ?? string.Empty);
            }
        }
    }

    /// <summary>Cancels at one of the looks at the clock, and lets the time be over there.</summary>
    private void CheckStops(JavaScriptOptions options, string source, Run first)
    {
        long look = 2 + choice.Below((int)(first.Work / UnitsBetweenLooks) + 3);
        using (var cancellation = new CancellationTokenSource())
        {
            var clock = new SteppedClock();
            using var sandbox = new Sandbox(options with { TimeProvider = clock, MaxTime = TimeSpan.FromMinutes(1) });
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
        using var other = new Sandbox(options with { TimeProvider = late, MaxTime = TimeSpan.FromMinutes(1) });
        late.ActAfter(look, late.Leap);
        Prefix("a stop for time keeps what was printed", first, other.Run(source));
    }

    private static Run RunIn(JavaScriptOptions options, string source, CancellationToken cancellation = default)
    {
        using var sandbox = new Sandbox(options);
        return sandbox.Run(source, cancellation);
    }

    private static Run RunAlone(JavaScriptOptions options, string source)
    {
        using var sandbox = new Sandbox(options, hasPrelude: false);
        return sandbox.Run(source);
    }

    private static void Same(string property, Run expected, Run actual, bool isStopped = false)
    {
        if (!isStopped && expected.DifferenceFrom(actual) is { } difference)
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
