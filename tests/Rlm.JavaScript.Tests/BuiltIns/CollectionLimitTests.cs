namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>What would take for ever or all memory stops cleanly, and the session goes on.</summary>
public class CollectionLimitTests
{
    [Theory]
    [InlineData("new Array(1e9).fill(0)")]
    [InlineData("Array(2 ** 32 - 1).fill(0)")]
    [InlineData("Array.from({ length: 1e9 })")]
    [InlineData("let a = [1]; while (true) a = a.concat(a)")]
    [InlineData("[].concat(...Array(1000).fill(Array(100000).fill(1)))")]
    [InlineData("Array(1e5).fill('x'.repeat(1000)).join('')")]
    [InlineData("Array.from({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) })")]
    [InlineData("new Set({ [Symbol.iterator]: () => { let n = 0; return { next: () => ({ done: false, value: n++ }) }; } })")]
    [InlineData("class Evil extends Array { constructor() { return new Array(1e8).fill(1); } } new Evil().map(x => x)")]
    [InlineData("const a = []; for (let i = 0; ; i++) a[i * 5000] = i")]
    [InlineData("const m = new Map(); for (let i = 0; ; i++) m.set(i, i)")]
    [InlineData("const a = []; for (;;) a.unshift(...a, 1)")]
    [InlineData("const a = [1]; for (const x of a) a.push(x, x)")]
    public async Task Program_ThatNeedsTooMuchMemory_IsStopped(string source) => await CheckStopAsync(source, EvaluationOutcome.MemoryLimit);

    [Theory]
    [InlineData("Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)")]
    [InlineData("Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)")]
    [InlineData("Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)")]
    [InlineData("Array.prototype.reverse.call({ length: 2 ** 53 - 1 })")]
    [InlineData("Array.prototype.splice.call({ length: 2 ** 53 - 1 }, 0, 1)")]
    [InlineData("Array.prototype.shift.call({ length: 2 ** 53 - 1 })")]
    [InlineData("Array.prototype.unshift.call({ length: 2 ** 53 - 2 }, 1)")]
    [InlineData("Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1)")]
    [InlineData("Array.prototype.sort.call({ length: 2 ** 53 - 1 })")]
    [InlineData("Array.prototype.join.call({ length: 2 ** 53 - 1 }, '')")]
    [InlineData("Array.prototype.flat.call({ length: 2 ** 53 - 1 })")]
    [InlineData("Array.prototype.forEach.call({ length: 2 ** 53 - 1 }, x => x)")]
    [InlineData("Array.prototype.find.call({ length: 2 ** 53 - 1 }, x => x)")]
    [InlineData("Array.prototype.reduceRight.call({ length: 2 ** 53 - 1 }, x => x)")]
    [InlineData("Array.prototype.map.call({ length: 2 ** 32 - 1 }, x => x)")]
    [InlineData("const s = new Set([1]); for (const x of s) { s.delete(x); s.add(x); }")]
    [InlineData("const m = new Map([[1, 1]]); m.forEach((v, k) => { m.delete(k); m.set(k, 1); })")]
    [InlineData("[3, 1, 2].sort(() => { for (;;); })")]
    [InlineData("const a = Array(1e5).fill('x'.repeat(1e5)); for (;;) a.indexOf('y'.repeat(1e5))")]
    public async Task Program_ThatNeverEnds_IsStopped(string source) => await CheckStopAsync(source, EvaluationOutcome.WorkLimit);

    [Theory]
    [InlineData("const a = []; a[0] = a; a[1] = a; a.flat(Infinity)")]
    [InlineData("(function f(n) { return [1].map(() => f(n + 1)); })(0)")]
    [InlineData("(function f(n) { return [2, 1].sort(() => f(n + 1)); })(0)")]
    [InlineData("(function f(n) { return new Map({ [Symbol.iterator]() { return f(n + 1); } }); })(0)")]
    [InlineData("(function f(n) { return String([{ toString() { return f(n + 1); } }]); })(0)")]
    [InlineData("(function f(n) { return Array.from([1], () => f(n + 1)); })(0)")]
    [InlineData("const a = Array(1000).fill(0); a.sort(function again() { a.slice().sort(again); return 0; })")]
    [InlineData("(function f(n) { return [1].reduce(() => f(n + 1), 0); })(0)")]
    [InlineData("let a = []; for (let i = 0; i < 100000; i++) a = [a]; a.flat(Infinity)")]
    public async Task Program_ThatNestsTooDeep_GetsARangeError(string source)
    {
        using var session = new JavaScriptSession();

        EvaluationResult result = await session.EvaluateAsync($"let caught; try {{ {source} }} catch (e) {{ caught = e; }} [caught instanceof RangeError, caught?.message]");

        Assert.Equal("[true,\"Maximum call stack size exceeded\"]", result.Value.ToJson());
    }

    [Theory]
    [InlineData("let a = []; for (let i = 0; i < 100000; i++) a = [a, 1]; [String(a).length, a.join('').length, a.toLocaleString().length]", "[200000,199999,200000]")]
    [InlineData("const a = new Array(1e9); [a.map(x => x).length, a.filter(x => x).length, a.indexOf(1), a.slice(5).length, a.concat([1]).length]", "[1000000000,0,-1,999999995,1000000001]")]
    [InlineData("const m = new Map(); for (let i = 0; i < 100000; i++) m.set(i, i); let n = 0; while (m.size) { m.delete(m.keys().next().value); n++; } n", "100000")]
    [InlineData("const a = []; for (let i = 0; i < 10000; i++) a[(i * 400009) % 4294967291] = i; let n = 0; a.forEach((x, i) => { n++; delete a[i]; }); [n, Object.keys(a).length]", "[10000,0]")]
    public async Task Program_ThatOnlyLooksExpensive_IsNot(string source, string expected)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 100_000_000 });

        EvaluationResult result = await session.EvaluateAsync(source);

        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        Assert.Equal(expected, result.Value.ToJson());
    }

    private static async Task CheckStopAsync(string source, EvaluationOutcome expected)
    {
        long work = expected == EvaluationOutcome.WorkLimit ? 2_000_000 : 100_000_000;
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = work, MaxMemory = 32 * 1024 * 1024 });

        EvaluationResult result = await session.EvaluateAsync($"try {{ {source} }} catch {{ throw 'caught'; }} finally {{ globalThis.ran = true; }}");
        EvaluationResult after = await session.EvaluateAsync("[typeof ran, [3, 1, 2].sort().join()]");

        Assert.Equal(expected, result.Outcome);
        Assert.Equal("[\"undefined\",\"1,2,3\"]", after.Value.ToJson());
    }
}
