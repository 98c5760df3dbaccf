namespace Rlm.JavaScript.Tests.Limits;

/// <summary>Finding the next element of a sparse array needs its indices in order.</summary>
public sealed class SparseArrayTests
{
    private const string Sparse = "const a = []; for (let i = 0; i < 4000; i++) a[1e6 + i * 4e5] = i; ";

    // Up to 4,096 indices were sorted without a word, a tenth of a millisecond each time.
    [Theory]
    [InlineData("for (let i = 0; i < 200; i++) { a[7 + i * 1000] = 1; a.some(() => true); }")]
    [InlineData("a.length = 2e9; for (let i = 0; i < 200; i++) { a[7 + i * 1000] = 1; try { a.reduceRight(() => { throw 0; }, 1); } catch {} }")]
    [InlineData("for (let i = 0; i < 200; i++) { a[7 + i * 1000] = 1; for (const key in a) break; }")]
    public async Task IndicesSortedAfterEachChange_AreReported(string code)
    {
        using var session = new JavaScriptSession();

        EvaluationResult before = await session.EvaluateAsync(Sparse);
        EvaluationResult result = await session.EvaluateAsync(code);

        Assert.Equal(EvaluationOutcome.Completed, before.Outcome);
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.InRange(result.Usage.Work, 200 * 1000, long.MaxValue);
    }

    // Each element that sorting removes from its old place made it sort the indices again.
    [Theory]
    [InlineData("a.sort((x, y) => y - x); [a[0], a[3999], 4000 in a, a.length].join()", "'3999,0,false,1600600001'")]
    [InlineData("a.sort(); [a[0], a[1], a[3999], 4000 in a].join()", "'0,1,999,false'")]
    [InlineData("a.forEach((x, i) => { delete a[i]; }); [a.length, Object.keys(a).length].join()", "'1600600001,0'")]
    [InlineData("let seen = 0; a.forEach((x, i) => { seen++; delete a[i + 4e5]; }); seen", "2000")]
    [InlineData("let seen = 0; a.reduceRight((_, x, i) => { seen++; delete a[i - 4e5]; }, 0); seen", "2000")]
    [InlineData("for (const key in a) delete a[key]; a.findLast(x => x !== undefined)", null, 1000)]
    [InlineData("a.forEach((x, i) => { if (x % 3) delete a[i]; }); let seen = ''; a.length = 1e6 + 4e5 * 10; a.forEach(x => { seen += x + ' '; }); seen", "'0 3 6 9 '")]
    public async Task ElementsRemovedOneByOne_TakeTimeInProportion(string code, string? expected, int length = 0)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 1_000_000 });
        await session.EvaluateAsync(Sparse);

        EvaluationResult result = await session.EvaluateAsync((length > 0 ? $"a.length = {length}; " : string.Empty) + code);

        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(expected, result.Display);
    }
}
