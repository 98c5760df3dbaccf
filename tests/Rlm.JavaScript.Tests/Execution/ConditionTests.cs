namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Tests of loops and branches, which compare and jump in one instruction.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("let n = 0; for (let i = 0; i < 5; i++) n += i; return n;", "10")]
    [InlineData("let n = 0; for (let i = 0; i * 2 + 1 < 10; i++) n++; return n;", "5")]
    [InlineData("let n = 0; let i = 0n; while (i < 3n) { i++; n++; } return n;", "3")]
    [InlineData("let s = 'a'; while (s < 'aaaa') s += 'a'; return s;", "'aaaa'")]
    [InlineData("let n = 0; const limit = { valueOf() { return ++n; } }; for (let i = 0; i < limit; i += 2) ; return n;", "2")]
    [InlineData("let n = 0; do { n++; } while (n < NaN); return n;", "1")]
    [InlineData("let n = 0; for (let i = 0; i < undefined; i++) n++; return n;", "0")]
    [InlineData("let n = 0; outer: for (let i = 0; i < 3; i++) { for (let k = 0; k < 3; k++) { if (k === i) continue outer; n++; } } return n;", "3")]
    [InlineData("const all = []; for (let i = 0; i < 3; i++) all.push(() => i); return all.map(f => f());", "[ 0, 1, 2 ]")]
    public async Task Loop_WithComparison_TurnsAsOftenAsItHolds(string body, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync($"(function () {{ {body} }})()"));

    [Theory]
    [InlineData("i % 3 === 0", "i = 6", "true")]
    [InlineData("i % 3 !== 0", "i = 6", "false")]
    [InlineData("a + b < c - d", "a = 1, b = 2, c = 10, d = 6", "true")]
    [InlineData("a - b >= c * d", "a = 1, b = 2, c = 1, d = 1", "false")]
    [InlineData("(a = 5) + a === 10", "a = 1", "true")]
    [InlineData("a + (a = 5) === 6", "a = 1", "true")]
    [InlineData("a + 1 == (a = 7) - 5", "a = 1", "true")]
    [InlineData("a * 2 < 5 === true", "a = 2", "true")]
    [InlineData("1 < a < 1", "a = 0", "true")]
    [InlineData("'k' + a in o", "a = 1, o = { k1: 0 }", "true")]
    [InlineData("!(a + 1 > 2 && a - 1 < 9 || a % 2 == 1)", "a = 1", "false")]
    public async Task Branch_OnComparisonOfSums_GoesTheWayOfItsValue(string test, string variables, string expected)
    {
        string declarations = $"let {variables};";

        Assert.Equal(expected, await Scripts.ShowAsync($"(function () {{ {declarations} return {test}; }})()"));
        Assert.Equal(expected, await Scripts.ShowAsync($"(function () {{ {declarations} if ({test}) return true; return false; }})()"));
    }

    [Theory]
    [InlineData("for (let i = 0; i < 1;) ;")]
    [InlineData("while (0 < 1) ;")]
    [InlineData("do ; while (1 - 1 < 1);")]
    public async Task Loop_WithoutEnd_IsStoppedByTheLimitOnWork(string loop)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 100_000 });

        EvaluationResult result = await session.EvaluateAsync(loop);

        Assert.Equal(EvaluationOutcome.WorkLimit, result.Outcome);
    }

    [Theory]
    [InlineData("function f(n) { return n < 1 ? 0 : 1 + f(n - 1); } return f(500);", "500")]
    [InlineData("class A { constructor(o) { return o; } } const o = { own: 1 }; return [new A(o) === o, new A(1) instanceof A];", "[ true, true ]")]
    [InlineData("function f() { try { return 1; } finally { f.done = true; } } return [f(), f.done];", "[ 1, true ]")]
    [InlineData("return [3, 1, 2].sort((a, b) => { return a - b; }).map(x => { return x * 2; });", "[ 2, 4, 6 ]")]
    [InlineData("const o = { get x() { return 7; }, set x(v) { return 8; } }; return [o.x, o.x = 9];", "[ 7, 9 ]")]
    [InlineData("const o = { valueOf() { return 4; } }; return o + o;", "8")]
    public async Task Return_ToWhateverCalled_GivesTheValue(string body, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync($"(function () {{ {body} }})()"));
}
