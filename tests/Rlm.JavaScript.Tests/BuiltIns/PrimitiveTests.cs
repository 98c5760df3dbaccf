namespace Rlm.JavaScript.Tests.BuiltIns;

public class PrimitiveTests
{
    public static TheoryData<string, string> All => Samples.Read(PrimitiveSamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_OnPrimitives_GivesWhatNodeGives(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("{ notation: 'compact' }", "notation")]
    [InlineData("{ style: 'unit', unit: 'liter' }", "style")]
    [InlineData("{ signDisplay: 'always' }", "signDisplay")]
    [InlineData("{ roundingMode: 'floor' }", "roundingMode")]
    [InlineData("{ style: 'currency', currency: 'USD', currencyDisplay: 'name' }", "currencyDisplay")]
    public async Task ToLocaleString_WithAnOptionItCannotDo_SaysSo(string options, string name)
    {
        string shown = await Samples.EvaluateAsync($"(1234).toLocaleString('en-US', {options})");
        Assert.StartsWith($"THROW RangeError: toLocaleString does not support {name} ", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BigInt('9'.repeat(1e7))")]
    [InlineData("BigInt('9'.repeat(1e5))")]
    [InlineData("BigInt('0x' + 'f'.repeat(1e5))")]
    [InlineData("BigInt.asUintN(2 ** 30, -1n)")]
    [InlineData("BigInt.asUintN(2 ** 53 - 1, -1n)")]
    public async Task BigInt_BeyondItsGreatestSize_IsRefused(string expression) =>
        Assert.Equal("THROW RangeError: Maximum BigInt size exceeded", await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("for (;;) BigInt('9'.repeat(50000)).toString()")]
    [InlineData("for (;;) Number('1'.repeat(1e6))")]
    [InlineData("for (;;) parseInt('2'.repeat(1e5), 3)")]
    [InlineData("for (;;) Symbol.for('x'.repeat(1e5))")]
    [InlineData("const a = Array(1e5).fill(1); for (;;) Math.max(...a)")]
    [InlineData("const a = Array(1e5).fill(1); for (;;) Math.hypot(...a)")]
    [InlineData("const a = Array(1e5).fill(65); for (;;) String.fromCharCode(...a)")]
    public async Task Function_OnMuch_ReportsItsWork(string code)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 5_000_000, MaxTime = Timeout.InfiniteTimeSpan });
        EvaluationResult result = await session.EvaluateAsync(code);
        Assert.Equal(EvaluationOutcome.WorkLimit, result.Outcome);
    }

    [Fact]
    public async Task Symbols_RegisteredWithoutEnd_MeetTheMemoryLimit()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 8 * 1024 * 1024 });
        EvaluationResult result = await session.EvaluateAsync("for (let i = 0; ; i++) Symbol.for('k' + i)");
        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
    }

    [Fact]
    public async Task SymbolFor_WithAnIndexAsKey_LeavesPropertiesWithThatIndexAlone()
    {
        Assert.Equal("true", await Samples.EvaluateAsync("(() => { Symbol.for('7'); const a = []; a['7'] = 1; return a.length === 8 && '7' in a; })()"));
        Assert.Equal("true", await Samples.EvaluateAsync("(() => { const a = []; a['7'] = 1; return a.length === 8; })()"));
    }

    [Fact]
    public async Task Random_WithASeed_RepeatsItself()
    {
        var options = new JavaScriptOptions { RandomSeed = 7 };
        using var one = new JavaScriptSession(options);
        using var two = new JavaScriptSession(options);
        const string Code = "const a = [Math.random(), Math.random(), Math.random()]; a.every(x => x >= 0 && x < 1) && new Set(a).size === 3 ? a.join() : 'bad'";
        string first = (await one.EvaluateAsync(Code)).Value.AsString();
        Assert.NotEqual("bad", first);
        Assert.Equal(first, (await two.EvaluateAsync(Code)).Value.AsString());
    }
}
