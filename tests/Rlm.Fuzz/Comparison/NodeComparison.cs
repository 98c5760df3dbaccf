using System.Diagnostics;
using Rlm.Fuzz.Generation;

namespace Rlm.Fuzz.Comparison;

/// <summary>Evaluates generated code here and in Node.js, and reports where the two differ.</summary>
internal sealed class NodeComparison(Settings settings, NodeProcess node, TextWriter output)
{
    private const int BatchSize = 40;
    private const int MostExamples = 60;

    /// <summary>One of so many comparisons is a whole program.</summary>
    private const int ProgramEvery = 20;

    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _allowed = new(StringComparer.Ordinal);
    private NodeProcess _node = node;

    public static int Run(Settings settings, TextWriter output)
    {
        if (NodeProcess.TryStart() is not { } node)
        {
            output.WriteLine("Node.js is not installed: nothing is compared.");
            output.WriteLine(FormattableString.Invariant($"0 passed, 0 failed, {settings.Comparisons} skipped"));
            return 0;
        }

        var comparison = new NodeComparison(settings, node, output);
        try
        {
            return comparison.Run();
        }
        finally
        {
            comparison._node.Dispose();
        }
    }

    private int Run()
    {
        long started = Stopwatch.GetTimestamp();
        long programs = settings.Comparisons / ProgramEvery;
        long expressions = settings.Comparisons - programs;
        for (long index = 0, done = 0; done < expressions; index++)
        {
            int size = (int)Math.Min(BatchSize, expressions - done);
            CompareBatch(BatchOf(index, size));
            done += size;
        }

        for (long index = 0; index < programs; index++)
        {
            CompareProgram(Case.Program(new Choice(settings.Seed + 1, index)));
        }

        return Report(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private List<Case> BatchOf(long index, int size)
    {
        var choice = new Choice(settings.Seed, index);
        string family = Case.Families[(int)(index % Case.Families.Count)];
        return [.. Enumerable.Range(0, size).Select(_ => Case.Of(family, choice))];
    }

    private void CompareBatch(List<Case> cases)
    {
        Answer? own = OwnEngine.Evaluate(Case.Batch(cases, isForNode: false));
        Answer? other = AskNode(Case.Batch(cases, isForNode: true), isFresh: false);
        if (own?.Value is null || other?.Value is null)
        {
            CompareEnds(cases, own, other);
            return;
        }

        IReadOnlyList<string> texts = Case.WithPrinted(own);
        for (int i = 0; i < cases.Count; i++)
        {
            Judge(cases[i], texts[i], cases[i].Family == "Inspect" ? Case.Unquoted(other.Value[i]) : other.Value[i]);
        }
    }

    /// <summary>Where a batch as a whole failed, its cases are tried one by one.</summary>
    private void CompareEnds(List<Case> cases, Answer? own, Answer? other)
    {
        if (cases.Count > 1)
        {
            cases.ForEach(item => CompareBatch([item]));
        }
        else if (own is null || other is null)
        {
            TallyOf(cases[0]).Skipped++;
        }
        else
        {
            Judge(cases[0], $"error {own.Error}", $"error {other.Error}");
        }
    }

    private void CompareProgram(Case item)
    {
        string source = $"{Candidate.Prelude}{item.Source}\nreturn [];";
        Answer? own = OwnEngine.Evaluate(source);
        Answer? other = AskNode(source, isFresh: true);
        if (own is null || other is null)
        {
            TallyOf(item).Skipped++;
            return;
        }

        Judge(item, $"{own.Printed}{own.Error}", $"{other.Printed}{other.Error}");
    }

    private Answer? AskNode(string source, bool isFresh)
    {
        Answer? answer = _node.Evaluate(source, isFresh);
        if (answer is null)
        {
            _node.Dispose();
            _node = NodeProcess.TryStart() ?? throw new InvalidOperationException("Node.js does not start again.");
        }

        return answer;
    }

    private void Judge(Case item, string own, string other)
    {
        Tally tally = TallyOf(item);
        if (own == other)
        {
            tally.Passed++;
        }
        else if (Allowances.For(item, own, other) is { } reason)
        {
            tally.Passed++;
            _allowed[reason] = _allowed.GetValueOrDefault(reason) + 1;
        }
        else if (tally.Failed++ < MostExamples)
        {
            output.WriteLine($"FAILED {item.Family}: {item.Source}\n  here: {Excerpt(own, other)}\n  node: {Excerpt(other, own)}");
        }
    }

    private Tally TallyOf(Case item)
    {
        if (!_tallies.TryGetValue(item.Family, out Tally? tally))
        {
            _tallies.Add(item.Family, tally = new Tally());
        }

        return tally;
    }

    private int Report(double seconds)
    {
        foreach ((string family, Tally tally) in _tallies)
        {
            output.WriteLine(FormattableString.Invariant($"{family,-16} {tally.Passed,7} passed {tally.Failed,6} failed {tally.Skipped,5} skipped"));
        }

        foreach ((string reason, int count) in _allowed)
        {
            output.WriteLine(FormattableString.Invariant($"{count,6} allowed: {reason}"));
        }

        output.WriteLine(FormattableString.Invariant($"{settings.Comparisons} comparisons in {seconds:0} s, seed {settings.Seed}"));
        output.WriteLine(FormattableString.Invariant($"{_tallies.Values.Sum(tally => tally.Passed)} passed, {_tallies.Values.Sum(tally => tally.Failed)} failed, {_tallies.Values.Sum(tally => tally.Skipped)} skipped"));
        return _tallies.Values.All(tally => tally.Failed == 0) ? 0 : 1;
    }

    private static string Excerpt(string text, string other)
    {
        int at = 0;
        while (at < text.Length && at < other.Length && text[at] == other[at])
        {
            at++;
        }

        int start = Math.Max(0, at - 60);
        return $"{(start > 0 ? "…" : string.Empty)}{text[start..Math.Min(text.Length, at + 100)]}";
    }

    private sealed class Tally
    {
        public int Passed { get; set; }

        public int Failed { get; set; }

        public int Skipped { get; set; }
    }
}
