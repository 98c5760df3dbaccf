namespace Rlm.JavaScript.Tests.BuiltIns;

public class JsonTests
{
    [Theory]
    [MemberData(nameof(JsonSamples.All), MemberType = typeof(JsonSamples))]
    public async Task Json_AnyInput_BehavesAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Theory]
    [InlineData("JSON.parse('['.repeat(1e6))", "SyntaxError: Unexpected end of JSON input")]
    [InlineData("JSON.parse('{\"a\":'.repeat(1e6))", "SyntaxError: Unexpected end of JSON input")]
    [InlineData("const o = { toJSON() { return JSON.stringify(o) } }; JSON.stringify(o)", "RangeError: Maximum call stack size exceeded")]
    [InlineData("const o = { get a() { return JSON.stringify(o) } }; JSON.stringify(o)", "RangeError: Maximum call stack size exceeded")]
    public async Task Json_NestedBeyondReason_IsAGuestError(string source, string expected) => Assert.Equal(expected, await Printed.ErrorOfAsync(source));

    [Fact]
    public async Task Json_HundredThousandLevels_ComeBackWhole()
    {
        string output = await Printed.ByAsync("let a = []; for (let i = 0; i < 100000; i++) a = [a]; const s = JSON.stringify(a); print(s.length, JSON.stringify(JSON.parse(s)) === s)");
        Assert.Equal("200002 true\n", output);
    }

    [Theory]
    [InlineData("let a = ['x']; for (let i = 0; i < 60; i++) a = [a, a]; JSON.stringify(a)")]
    [InlineData("let o = {}, p = o; for (let i = 0; i < 20000; i++) { p.a = {}; p = p.a } JSON.stringify(o, null, '          ')")]
    [InlineData("JSON.stringify(Array(100000).fill('x'.repeat(100000)))")]
    [InlineData("JSON.parse('[' + '[],'.repeat(3000000) + '[]]')")]
    [InlineData("JSON.parse('[0,0]', function (k, v) { if (k === '0') this[1] = [0, 0]; return v })")]
    public async Task Json_ResultBeyondTheMemoryLimit_Stops(string source) =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync(source, new JavaScriptOptions { MaxMemory = 32 * 1024 * 1024 }));

    [Fact]
    public async Task Json_CallbacksAsync_MayNestDeepAsCalls()
    {
        string output = await Printed.ByAsync("""
            let depth = 0;
            const f = n => n === 0 ? 0 : JSON.parse(JSON.stringify([n], (k, v) => (k === '0' ? f(n - 1) + 1 : v)))[0];
            print(f(1000));
            const g = n => n === 0 ? 0 : JSON.parse('[1]', (k, v) => (k === '0' ? g(n - 1) + 1 : v))[0];
            print(g(1000));
            """);
        Assert.Equal("1000\n1000\n", output);
    }

    [Fact]
    public async Task JsonParse_ManyDistinctNames_AreAllKept()
    {
        string output = await Printed.ByAsync("""
            const o = {}; for (let i = 0; i < 50000; i++) o['key ' + i] = i;
            const p = JSON.parse(JSON.stringify(o));
            print(Object.keys(p).length, p['key 49999'], p['key 0'], JSON.stringify(p) === JSON.stringify(o));
            """);
        Assert.Equal("50000 49999 0 true\n", output);
    }
}
