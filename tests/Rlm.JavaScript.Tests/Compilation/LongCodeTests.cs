using System.Globalization;

namespace Rlm.JavaScript.Tests.Compilation;

/// <summary>Long code has reports of work between its instructions. Wherever they come to stand, code does what it does when it is short.</summary>
public sealed class LongCodeTests
{
    /// <summary>More than there are instructions from one report to the next.</summary>
    private const int Places = 70;

    [Theory]
    [InlineData("const [a, b, ...rest] = new Set([1, 2, 3, 4]); return [a, b, rest].join(';')", "'1;2;3,4'")]
    [InlineData("const [a = 5, [b]] = [undefined, 'xy']; return a + b", "'5x'")]
    [InlineData("const { p, q: { r = 3 } = {}, ...others } = { p: 1, s: 2 }; return p + r + others.s", "6")]
    [InlineData("let text = ''; for (const letter of 'abc') { text += letter; } return text", "'abc'")]
    [InlineData("let sum = 0; for (const [key, value] of new Map([[1, 2], [3, 4]])) { sum += key * value; } return sum", "14")]
    [InlineData("let sum = 0; for (const x of (function* () { yield 1; yield* [2, 3]; return 9; })()) { sum += x; } return sum", "6")]
    [InlineData("let sum = 0; for (const x of { [Symbol.iterator]: () => { let i = 0; return { next: () => ({ value: ++i, done: i > 3 }) } } }) { sum += x; } return sum", "6")]
    [InlineData("let sum = 0; for await (const x of [Promise.resolve(1), 2]) { sum += x; } return sum", "3")]
    [InlineData("let sum = 0; for await (const x of (async function* () { yield 1; yield 2; })()) { sum += x; } return sum", "3")]
    [InlineData("let keys = ''; for (const key in { a: 1, b: 2 }) { keys += key; } return keys", "'ab'")]
    [InlineData("return await (async () => { const all = await Promise.all([1, (async () => 2)()]); return all.join(); })()", "'1,2'")]
    [InlineData("try { try { null.x; } finally { f('finally'); } } catch (error) { return error.name; }", "'TypeError'")]
    [InlineData("outer: for (const x of [1, 2, 3]) { for (const y of [1, 2]) { if (y === 2) continue outer; if (x === 3) break outer; } } return 'done'", "'done'")]
    [InlineData("switch (f(3)) { case 1: return 'one'; case f(3): return 'three'; default: return 'other'; }", "'three'")]
    [InlineData("const f2 = (...all) => all.length; return f2(...[1, 2], 3, ...new Set([4]))", "4")]
    [InlineData("return [...'ab', ...[1]].map((x, i) => `${i}${x ?? 'none'}`).join()", "'0a,1b,21'")]
    [InlineData("class A { #x = 1; get x() { return this.#x; } static of() { return new this(); } } return A.of().x ?? (A?.y || 2)", "1")]
    [InlineData("let i = 0; do { i += 2; if (i > 5) break; } while (i < 10); return i > 5 && i !== 7 ? i : -1", "6")]
    [InlineData("let [a, b] = [1, 2]; [a, b] = [b, a]; ({ a, b = 4 } = { a: a + 1 }); return a * b", "12")]
    public async Task Code_AfterAnyNumberOfInstructions_DoesTheSame(string code, string expected)
    {
        var wrong = new List<string>();
        for (int place = 0; place < Places; place++)
        {
            using var session = new JavaScriptSession();
            string before = string.Concat(Enumerable.Repeat("n = 1; ", place));

            EvaluationResult result = await session.EvaluateAsync($"await (async function () {{ let n = 0; const f = x => x; {before}{code} }})()");

            if (result.Display != expected)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"after {place}: {result.Display ?? result.Error?.Message}"));
            }
        }

        Assert.Empty(wrong);
    }
}
