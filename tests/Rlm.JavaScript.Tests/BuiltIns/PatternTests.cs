namespace Rlm.JavaScript.Tests.BuiltIns;

public class PatternTests
{
    public static TheoryData<string, string> All => Samples.Read(PatternSamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_OnPatterns_GivesWhatNodeGives(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    /// <summary>Where Node.js 20 still does what the specification said before 2023, or keeps stale groups.</summary>
    [Theory]
    [InlineData("(() => { const r = /a/; Object.defineProperty(r, 'flags', { value: 'g' }); let n = 0; r.exec = () => n++ < 2 ? ['a'] : null; return 'aaa'.match(r); })()", "[\"a\", \"a\"]")]
    [InlineData("(() => { delete RegExp.prototype.flags; return 'aa'.replace(/a/g, 'b'); })()", "\"ba\"")]
    [InlineData("'bA'.replaceAll(/(a|b)(?!a)\\b|\\u00e9??/gu, (...a) => '{' + a.map(String).join('|') + '}')", "\"{|undefined|0|bA}b{|undefined|1|bA}A{|undefined|2|bA}\"")]
    [InlineData("[...'\\nb\\u{1F600}A'.matchAll(/(?<!b)/gu)].map(m => m.index)", "[0, 1, 4, 5]")]
    public async Task Expression_WhereNodeDiffers_FollowsTheSpecification(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Fact]
    public async Task Replace_WithAnAsyncHostCallInTheMiddle_WaitsForIt()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsString() + "!";
        });
        EvaluationResult result = await session.EvaluateAsync("'a1b2'.replace(/\\d/g, d => ask(d))");
        Assert.Equal("a1!b2!", result.Value.AsString());
    }

    [Theory]
    [InlineData("'axa'.replace(/x/, () => n-- > 0 ? f() : 'y')")]
    [InlineData("'axa'.replace(/x/g, () => n-- > 0 ? f() : 'y')")]
    [InlineData("'axa'.replace('x', () => n-- > 0 ? f() : 'y')")]
    public async Task Replace_NestedThousandsDeep_NeedsNoHostStack(string replace)
    {
        using var session = new JavaScriptSession();
        EvaluationResult result = await OnSmallStack(() => session.EvaluateAsync($"let n = 3000; const f = () => {replace}; f().length === 6003").AsTask());
        Assert.Equal("true", result.Display);
    }

    [Fact]
    public async Task Replace_CallingItselfForEver_ThrowsARangeError() =>
        Assert.Equal(
            "THROW RangeError: Maximum call stack size exceeded",
            await Samples.EvaluateAsync("(() => { const f = () => 'x'.replace(/x/, f); return f(); })()"));

    [Theory]
    [InlineData("const r = /a/g; r.exec = () => ['']; 'aaa'.match(r)")]
    [InlineData("const r = /a/g; r.exec = () => ['a']; 'aaa'.replace(r, 'x')")]
    [InlineData("const r = /a/; r.exec = () => ({ index: 0, length: 2 ** 53 - 1, 0: 'a' }); 'a'.replace(r, 'x')")]
    [InlineData("Object.defineProperty(RegExp.prototype, 'flags', { get() { return 'g'; } }); 'aa'.replace(/a/, 'b')")]
    [InlineData("const r = /a/; r.exec = () => ({ index: 0, length: 2 ** 53 - 1, 0: 'a' }); r.constructor = { [Symbol.species]: function () { return r; } }; 'aaa'.split(r)")]
    public async Task Protocol_FedWithoutEnd_IsStopped(string code)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 32 * 1024 * 1024, MaxWork = 50_000_000 });
        EvaluationResult result = await session.EvaluateAsync(code);
        Assert.Contains(result.Outcome, new[] { EvaluationOutcome.MemoryLimit, EvaluationOutcome.WorkLimit });
        Assert.Equal(3, (await session.EvaluateAsync("1 + 2")).Value.AsNumber());
    }

    [Fact]
    public async Task Constructor_CalledWithEverNewPatterns_KeepsNoneOfThem()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 4 * 1024 * 1024 });
        EvaluationResult result = await session.EvaluateAsync("let n = 0; for (let i = 0; i < 5000; i++) n += new RegExp('x'.repeat(1000) + i).test('y') ? 1 : 0; n");
        Assert.Equal("0", result.Display);
    }

    [Fact]
    public async Task LastIndex_OfAFrozenExpression_CannotBeMoved() =>
        Assert.StartsWith(
            "THROW TypeError: Cannot assign to read only property 'lastIndex'",
            await Samples.EvaluateAsync("(() => { const r = Object.freeze(/a/g); return 'aa'.replace(r, 'b'); })()"),
            StringComparison.Ordinal);

    [Fact]
    public async Task Groups_ManyAndOddlyNamed_AreOrdinaryProperties() =>
        Assert.Equal(
            "[200, \"b\", true, [\"__proto__\", \"constructor\", \"length\"]]",
            await Samples.EvaluateAsync("""
                (() => {
                  const many = new RegExp(Array.from({ length: 200 }, (_, i) => `(?<n${i}>a|b)`).join(''));
                  const one = many.exec('a'.repeat(199) + 'b').groups, two = many.exec('b'.repeat(200)).groups;
                  two.extra = 1;
                  const odd = /(?<__proto__>.)(?<constructor>.)(?<length>.)/.exec('abc').groups;
                  return [Object.keys(one).length, one.n199, Object.getPrototypeOf(odd) === null, Object.keys(odd)];
                })()
                """));

    [Fact]
    public async Task Expression_AfterTenThousandLayouts_StillHasItsOwnLastIndex() =>
        Assert.Equal(
            "[1, 2, 0, {\"a\":\"x\"}]",
            (await Samples.EvaluateAsync("""
                (() => {
                  for (let i = 0; i < 11000; i++) ({})['k' + i] = i;
                  const one = /x/g, two = /x/g;
                  one.test('x');
                  two.test('xx'); two.test('xx');
                  const three = /(?<a>x)/;
                  return JSON.stringify([one.lastIndex, two.lastIndex, three.lastIndex, three.exec('x').groups]).replaceAll(',', ', ');
                })()
                """)).Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal));

    private static async Task<EvaluationResult> OnSmallStack(Func<Task<EvaluationResult>> evaluate)
    {
        Task<EvaluationResult>? task = null;
        var thread = new Thread(() => task = evaluate(), 256 * 1024);
        thread.Start();
        thread.Join();
        return await task!;
    }
}
