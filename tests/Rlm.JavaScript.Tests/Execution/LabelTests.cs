namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Break and continue with labels, out of every kind of loop.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData("for (const v of [1, 2, 3])")]
    [InlineData("for (const v in { a: 1, b: 2, c: 3 })")]
    [InlineData("for (let v = 0; v < 3; v++)")]
    [InlineData("for await (const v of [1, 2, 3])")]
    [InlineData("let v = 0; outer: while (v++ < 3)")]
    public async Task Break_WithLabelOfOuterLoop_EndsThatLoop(string head)
    {
        string labelled = head.Contains("outer: ", StringComparison.Ordinal) ? head : "outer: " + head;

        Assert.Equal("1", await Scripts.ShowAsync($"let turns = 0; {labelled} {{ turns++; for (;;) {{ if (turns > 9) continue outer; break outer; }} }} turns"));
    }

    [Fact]
    public async Task Break_WithLabelOfOuterForOf_ClosesItsIterator()
    {
        const string Source = """
            const log = [];
            const items = { [Symbol.iterator]: () => ({ next: () => ({ value: log.push("next") }), return() { log.push("return"); return {}; } }) };
            outer: for (const a of items) { inner: for (const b of items) { if (b > 3) break outer; continue outer; } }
            log.join()
            """;

        Assert.Equal("'next,next,return,next,next,return,return'", await Scripts.ShowAsync(Source));
    }

    [Fact]
    public async Task Break_WithLabelThroughFinally_RunsItAndEndsTheLoop() =>
        Assert.Equal("[ 1, 1 ]", await Scripts.ShowAsync("let turns = 0, ends = 0; outer: for (const v of [1, 2]) { turns++; try { for (const w of [1, 2]) break outer; } finally { ends++; } } [turns, ends]"));
}
