namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>Every attack of the corpus, by number, has a program or a reason why it has none.</summary>
[Trait("Category", "Attack")]
public sealed class AttackCoverageTests
{
    private const int Count = 104;

    private const string WaitsForSnapshots = "Sessions cannot be saved, forked or resumed yet.";

    /// <summary>The attacks that no program of the corpus makes.</summary>
    private static readonly IReadOnlyDictionary<int, string> Elsewhere = new Dictionary<int, string>
    {
        [82] = "Cancelling: needs a token that the test trips; see CancellationTests.",
        [97] = $"Forged snapshots: {WaitsForSnapshots}",
        [98] = $"Snapshots taken at bad moments: {WaitsForSnapshots}",
        [99] = $"Resuming elsewhere: {WaitsForSnapshots}",
        [100] = $"Forks in parallel: {WaitsForSnapshots} Sessions in parallel: see ParallelSessionTests.",
        [101] = $"Limits laundered by snapshots: {WaitsForSnapshots}",
    };

    [Fact]
    public void Corpus_AllNumbers_AreCoveredOrExplained()
    {
        var covered = AttackCorpus.Programs.Values.Select(program => program.Number).ToHashSet();

        Assert.Equal(Enumerable.Range(1, Count), covered.Concat(Elsewhere.Keys).Order());
    }

    [Fact]
    public void Corpus_AllTurns_HaveCodeAndEnd() =>
        Assert.All(AttackCorpus.Programs.Values.SelectMany(program => program.Turns), turn =>
        {
            Assert.NotEmpty(turn.Code);
            Assert.Matches("^(value .+|completes|throws \\w+(: .+)?|fails|stops (work|memory)|ends)$", turn.End);
        });
}
