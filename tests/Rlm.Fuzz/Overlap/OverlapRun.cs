using System.Diagnostics;
using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Overlap;

/// <summary>
/// Runs programs with calls of the host one after the other, and then overlapping, in several orders of answers. Output, value, error, variables and the calls
/// with their arguments and order must be the same.
/// </summary>
internal static class OverlapRun
{
    private const int CallPercent = 12;
    private const int MostPrinted = 20;

    private static readonly (bool Overlaps, Answering Answering)[] Ways =
        [(true, Answering.AtOnce), (true, Answering.InOrder), (true, Answering.Backwards), (true, Answering.AtRandom), (false, Answering.AtOnce)];

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
        (Run expected, string expectedCalls) = RunOnce(seed, index, source, overlaps: false, Answering.InOrder);
        int count = expectedCalls.Length == 0 ? 0 : expectedCalls.Count('\n') + 1;
        if (!expected.IsWhole)
        {
            return new Verdict(null, count, IsLimited: true);
        }

        foreach ((bool overlaps, Answering answering) in Ways)
        {
            (Run run, string calls) = RunOnce(seed, index, source, overlaps, answering);
            if (!run.IsWhole)
            {
                return new Verdict(null, count, IsLimited: true);
            }

            // Looking for deferred values is work, and when answers come is not the program's doing.
            string? difference = (run with { Work = 0 }).DifferenceFrom(expected with { Work = 0 }) ?? (calls == expectedCalls ? null : $"calls: '{calls}' and '{expectedCalls}'");
            if (difference is not null)
            {
                return new Verdict($"{(overlaps ? "overlapping" : "in turn")}, answered {answering}: {difference}", count, IsLimited: false);
            }
        }

        return new Verdict(null, count, IsLimited: false);
    }

    private static (Run Run, string Calls) RunOnce(ulong seed, long index, string source, bool overlaps, Answering answering)
    {
        using var host = new OverlapHost(seed ^ (ulong)index, overlaps, answering, new Choice(seed, ~index));
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

    private sealed record Verdict(string? Difference, int Calls, bool IsLimited);
}
