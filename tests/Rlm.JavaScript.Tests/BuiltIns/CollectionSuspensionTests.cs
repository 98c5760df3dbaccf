namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Functions that built-ins call back may wait for the host, wherever they are called from.</summary>
public class CollectionSuspensionTests
{
    [Theory]
    [InlineData("[1, 2, 3].map(x => ask(x))", "[10,20,30]")]
    [InlineData("[1, 2, 3].filter(x => ask(x) > 10)", "[2,3]")]
    [InlineData("const r = []; [1, 2].forEach(x => r.push(ask(x))); r", "[10,20]")]
    [InlineData("[[1, 2].some(x => ask(x) === 20), [1, 2].every(x => ask(x) === 10)]", "[true,false]")]
    [InlineData("[[1, 2, 3].find(x => ask(x) === 20), [1, 2, 3].findLastIndex(x => ask(x) === 20)]", "[2,1]")]
    [InlineData("[[1, 2, 3].reduce((a, x) => a + ask(x), 0), [1, 2, 3].reduceRight((a, x) => ask(x) - a)]", "[60,-7]")]
    [InlineData("[1, 2].flatMap(x => [x, ask(x)])", "[1,10,2,20]")]
    [InlineData("[3, 1, 2, 5, 4].sort((a, b) => ask(a) - ask(b))", "[1,2,3,4,5]")]
    [InlineData("[3, 1, 2].toSorted((a, b) => ask(b - a))", "[3,2,1]")]
    [InlineData("Array.from([1, 2], x => ask(x))", "[10,20]")]
    [InlineData("Array.from({ length: 2 }, (_, i) => ask(i))", "[0,10]")]
    [InlineData("[...Map.groupBy([1, 2, 3], x => ask(x) > 10)]", "[[false,[1]],[true,[2,3]]]")]
    [InlineData("const r = []; new Map([[1, 2]]).forEach((v, k) => r.push(ask(v), ask(k))); new Set([4]).forEach(x => r.push(ask(x))); r", "[20,10,40]")]
    [InlineData("[...new Set([1, 2]).intersection({ size: 3, has: x => ask(x) === 20, keys() {} })]", "[2]")]
    [InlineData("[1, 2].map(x => [1, 2].map(y => [3, 4].reduce((a, z) => a + ask(z), x * y)))", "[[71,72],[72,74]]")]
    public async Task Callback_ThatWaitsForTheHost_GoesOn(string source, string expected) => Assert.Equal(expected, await EvaluateAsync(source));

    [Theory]
    [InlineData("[...new Map(pairs())]", "[[1,10],[2,20]]")]
    [InlineData("[...new Set(numbers())]", "[10,20]")]
    [InlineData("Array.from(numbers(), x => x + ask(x))", "[110,220]")]
    [InlineData("[...Map.groupBy(numbers(), x => x > 10 ? 'b' : 'a')]", "[[\"a\",[10]],[\"b\",[20]]]")]
    [InlineData("[...new Set([10]).union({ size: 2, has() {}, keys: () => numbers() })]", "[10,20]")]
    public async Task Iterable_ThatWaitsForTheHost_IsConsumed(string source, string expected) => Assert.Equal(
        expected,
        await EvaluateAsync($"function* numbers() {{ yield ask(1); yield ask(2); }} function* pairs() {{ yield [1, ask(1)]; yield [2, ask(2)]; }} {source}"));

    [Fact]
    public async Task Iterator_OfAConsumerThatFailsAfterWaiting_IsClosed() => Assert.Equal(
        "[\"bad\",\"closed\"]",
        await EvaluateAsync("""
            const log = [];
            function* numbers() { try { yield 1; yield 2; } finally { log.push('closed'); } }
            try { Array.from(numbers(), x => { ask(x); throw new Error('bad'); }); } catch (e) { log.unshift(e.message); }
            log
            """));

    [Fact]
    public async Task Iterator_OfAConsumerThatStopsEarly_IsClosedAndMayWait() => Assert.Equal(
        "[false,30]",
        await EvaluateAsync("""
            const log = [];
            const other = { size: 1, has() {}, keys() { return { next: () => ({ done: false, value: 9 }), return() { log.push(ask(3)); return {}; } }; } };
            log.unshift(new Set([1]).isSupersetOf(other));
            log
            """));

    [Fact]
    public async Task Error_OfTheHostInACallback_IsCaughtAroundTheBuiltIn() => Assert.Equal(
        "[\"no\",1]",
        await EvaluateAsync("let calls = 0; const r = []; try { [1, 2].map(x => { calls++; return fail(); }); } catch (e) { r.push(e.message, calls); } r"));

    [Fact]
    public async Task Array_ChangedWhileTheHostWasAsked_IsNoDanger() => Assert.Equal(
        "[[10,20,30],[]]",
        await EvaluateAsync("const a = [1, 2, 3]; const r = a.slice().map((x, i, all) => { a.length = 0; return ask(x); }); [r, a]"));

    [Fact]
    public async Task Array_SortedAgainWhileItIsSorted_IsSorted() => Assert.Equal(
        "[1,2,3,4]",
        await EvaluateAsync("const a = [4, 2, 3, 1]; a.sort((x, y) => { ask(x); a.sort((p, q) => q - p); a.push(99); return x - y; }); a.slice(0, 4)"));

    private static async Task<string> EvaluateAsync(string source)
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsNumber() * 10;
        });
        session.SetFunction("fail", async (call, cancellationToken) =>
        {
            await Task.Yield();
            throw new JavaScriptHostException("no");
        });
        EvaluationResult result = await session.EvaluateAsync(source);
        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        return result.Value.ToJson();
    }
}
