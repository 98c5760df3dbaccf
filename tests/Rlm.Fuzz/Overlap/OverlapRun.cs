using System.Diagnostics;
using System.Text.RegularExpressions;
using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Overlap;

/// <summary>
/// Runs programs with calls of the host one after the other, and then overlapping, in several orders of answers. Output, value, error, variables and the calls
/// with their arguments and order must be the same. In every other program calls fail; the rest is also compared with calls that give no deferred values.
/// </summary>
internal static partial class OverlapRun
{
    private const int CallPercent = 12;
    private const int MostPrinted = 20;

    /// <summary>Without deferred values at all. Errors come where the calls stand then, and what a call gives is no promise.</summary>
    private static readonly Way Plain = new(IsIndependent: false, Overlaps: false, Answering.AtOnce);

    private static readonly Way InTurn = new(IsIndependent: true, Overlaps: false, Answering.InOrder);

    private static readonly Way[] Ways =
    [
        InTurn with { Overlaps = true },
        InTurn with { Overlaps = true, Answering = Answering.AtOnce },
        InTurn with { Overlaps = true, Answering = Answering.Backwards },
        InTurn with { Overlaps = true, Answering = Answering.AtRandom },
        InTurn with { Answering = Answering.AtOnce },
    ];

    public static int Run(Settings settings, TextWriter output)
    {
        long started = Stopwatch.GetTimestamp();
        long passed = 0, failed = 0, limited = 0, calls = 0;
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Workers };
        Parallel.For(0L, settings.Overlaps, options, index =>
        {
            Verdict verdict = SmallStack.Run(() => Examine(settings.Seed, index, Source(settings.Seed, index)));
            lock (gate)
            {
                calls += verdict.Calls;
                limited += verdict.IsLimited ? 1 : 0;
                if (verdict.Difference is null)
                {
                    passed++;
                }
                else if (++failed <= MostPrinted)
                {
                    output.WriteLine($"FAILED {settings.Seed}:{index} {verdict.Difference}\n{Shrink(settings.Seed, index)}\n");
                }
            }
        });

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine(FormattableString.Invariant($"{settings.Overlaps} programs with {calls} calls in {seconds:0} s, {limited} of them stopped by a limit and not compared, seed {settings.Seed}"));
        output.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    public static int Replay(ulong seed, long index, TextWriter output)
    {
        string source = string.Join('\n', Source(seed, index));
        output.WriteLine(source);
        Verdict verdict = SmallStack.Run(() => Examine(seed, index, Source(seed, index)));
        output.WriteLine(verdict.Difference ?? "the same");
        return verdict.Difference is null ? 0 : 1;
    }

    private static string[] Source(ulong seed, long index)
    {
        var choice = new Choice(seed, index);
        IReadOnlyList<string> statements = new Expansion(choice, isComparable: false, CallPercent).Program(3 + choice.Below(10));
        return [.. statements.Select(statement => Candidate.IsDeclaration(statement) ? statement : Guarded(choice.Below(10), statement))];
    }

    /// <summary>What a statement throws mostly does not end the program. In a function no try block is around it, so that its calls may overlap.</summary>
    private static string Guarded(int kind, string statement) => kind switch
    {
        < 2 => statement,
        < 5 => $"try {{ {statement} }} catch (e) {{ out(show(e)); }}",
        < 7 => $"for (const turn of [1, 2]) try {{ {statement} }} catch (e) {{ out(show(e)); }}",
        _ => $"await (async () => {{ {statement} }})().catch(e => out(show(e)));",
    };

    private static Verdict Examine(ulong seed, long index, IReadOnlyList<string> statements)
    {
        try
        {
            return Compare(seed, index, statements);
        }
        catch (PropertyException exception)
        {
            return new Verdict(exception.Message, 0, IsLimited: false);
        }
    }

    private static Verdict Compare(ulong seed, long index, IReadOnlyList<string> statements)
    {
        string source = string.Join('\n', statements);
        bool isPlain = index % 2 == 0 && !UsesCallsAsPromises().IsMatch(source);
        (Run expected, string expectedCalls) = RunOnce(seed, index, source, !isPlain, isPlain ? Plain : InTurn);
        int count = expectedCalls.Length == 0 ? 0 : expectedCalls.Count('\n') + 1;
        if (!expected.IsWhole)
        {
            return new Verdict(null, count, IsLimited: true);
        }

        foreach (Way way in Ways)
        {
            (Run run, string calls) = RunOnce(seed, index, source, !isPlain, way);
            if (!run.IsWhole)
            {
                return new Verdict(null, count, IsLimited: true);
            }

            // Looking for deferred values is work, and when answers come is not the program's doing.
            string? difference = (run with { Work = 0 }).DifferenceFrom(expected with { Work = 0 }) ?? (calls == expectedCalls ? null : $"calls: '{calls}' and '{expectedCalls}'");
            if (difference is not null)
            {
                return new Verdict($"{(isPlain ? "plain" : "in turn")} and {(way.Overlaps ? "overlapping" : "in turn")}, answered {way.Answering}: {difference}", count, IsLimited: false);
            }
        }

        return new Verdict(null, count, IsLimited: false);
    }

    private static (Run Run, string Calls) RunOnce(ulong seed, long index, string source, bool fails, Way way)
    {
        using var host = new OverlapHost(seed ^ (ulong)index, fails, way, new Choice(seed, ~index));
        return host.Run(source);
    }

    /// <summary>The program with as many statements left out as possible.</summary>
    private static string Shrink(ulong seed, long index)
    {
        List<string> statements = [.. Source(seed, index)];
        for (int i = statements.Count - 1; i >= 0; i--)
        {
            string[] fewer = [.. statements.Where((_, at) => at != i)];
            if (SmallStack.Run(() => Examine(seed, index, fewer)).Difference is not null)
            {
                statements = [.. fewer];
            }
        }

        Verdict last = SmallStack.Run(() => Examine(seed, index, statements));
        return $"{string.Join('\n', statements)}\n-> {last.Difference}";
    }

    [GeneratedRegex(@"\)\.(?:then|catch|finally)\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsesCallsAsPromises();

    private sealed record Verdict(string? Difference, int Calls, bool IsLimited);
}
