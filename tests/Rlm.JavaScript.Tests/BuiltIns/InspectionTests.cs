namespace Rlm.JavaScript.Tests.BuiltIns;

public class InspectionTests
{
    [Theory]
    [MemberData(nameof(InspectionSamples.All), MemberType = typeof(InspectionSamples))]
    public async Task ConsoleLog_AnyValue_PrintsWhatNodePrints(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Theory]
    [InlineData("let a = []; for (let i = 0; i < 200000; i++) a = [a]; print(a)", "[ [ [ [Array] ] ] ]\n")]
    [InlineData("let n = null; for (let i = 0; i < 200000; i++) n = { n }; print(n)", "{ n: { n: { n: [Object] } } }\n")]
    [InlineData("let a = ['x']; for (let i = 0; i < 60; i++) a = [a, a]; print(a)", "[\n  [ [ [Array], [Array] ], [ [Array], [Array] ] ],\n  [ [ [Array], [Array] ], [ [Array], [Array] ] ]\n]\n")]
    [InlineData("const a = []; a[4294967294] = 1; print(a)", "[ <4294967294 empty items>, 1 ]\n")]
    public async Task ConsoleLog_DeepOrSharedOrSparse_ShowsTheOutside(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Theory]
    [InlineData("print({ get a() { throw 1 }, get [Symbol.toStringTag]() { throw 2 }, toString() { throw 3 }, inspect() { throw 4 } })")]
    [InlineData("class E extends Error { get message() { throw 1 } get name() { throw 2 } get stack() { throw 3 } } print(new E('x'))")]
    [InlineData("const e = new Error('x'); for (const k of ['name', 'message', 'stack', 'cause', 'errors']) Object.defineProperty(e, k, { get() { throw 1 } }); print(e, [e])")]
    [InlineData("class A { static get name() { throw 1 } static [Symbol.hasInstance]() { throw 2 } } print(new A, A, class extends A {})")]
    [InlineData("const o = Object.create({ get constructor() { throw 1 } }); print(o, [o])")]
    [InlineData("Object.prototype.toString = Error.prototype.toString = () => { throw 1 }; print({}, new Error('x'), [1])")]
    public async Task ConsoleLog_HostileAccessors_RunsNone(string source) => Assert.NotEmpty(await Printed.ByAsync(source));

    [Fact]
    public async Task ConsoleDir_UnlimitedDepth_IsBounded()
    {
        string output = await Printed.ByAsync("let n = null; for (let i = 0; i < 5000; i++) n = [n]; console.dir(n, { depth: Infinity })");
        Assert.Contains("[Array]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConsoleLog_HugeObject_FormatsNoMoreThanIsKept()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = 1_000 });
        await session.EvaluateAsync("const o = {}; for (let i = 0; i < 100000; i++) o['key' + i] = 'value ' + i; const big = Array(100).fill('x'.repeat(10000))");
        EvaluationResult result = await session.EvaluateAsync("print(o); print(big); print({ o, big })");
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(1_000, result.Output.Length);
        Assert.StartsWith("{\n  key0: 'value 0',\n  key1: 'value 1',", result.Output, StringComparison.Ordinal);
        Assert.True(result.OutputLength > 1_000);
    }

    [Fact]
    public async Task ConsoleLog_ErrorThrownInFunction_ShowsWhere()
    {
        string output = await Printed.ByAsync("""
            function inner() { throw new TypeError('bad input'); }
            function outer() { inner(); }
            try { outer(); } catch (e) { print(e); print(e.stack); }
            """);
        string[] lines = output.Split('\n');
        Assert.Equal(9, lines.Length);
        Assert.Equal(lines[..4], lines[4..8]);
        Assert.Equal(["TypeError: bad input", "    at inner (turn 1:1:26)"], lines[..2]);
        Assert.StartsWith("    at outer (turn 1:2:", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("    at turn 1:3:", lines[3], StringComparison.Ordinal);
    }
}
