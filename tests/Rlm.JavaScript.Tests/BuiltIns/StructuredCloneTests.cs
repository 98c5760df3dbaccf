namespace Rlm.JavaScript.Tests.BuiltIns;

public class StructuredCloneTests
{
    [Theory]
    [MemberData(nameof(StructuredCloneSamples.All), MemberType = typeof(StructuredCloneSamples))]
    public async Task StructuredClone_AnyValue_BehavesAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Theory]
    [InlineData("structuredClone(() => 1)", "() => 1")]
    [InlineData("structuredClone({ a: [Symbol('q')] })", "Symbol(q)")]
    [InlineData("structuredClone(Promise.resolve())", "#<Promise>")]
    [InlineData("structuredClone(print)", "function print() { [native code] }")]
    [InlineData("structuredClone((function* () {})())", "#<Generator>")]
    public async Task StructuredClone_NotData_IsRefused(string source, string what) =>
        Assert.Equal($"DataCloneError: {what} could not be cloned.", await Printed.ErrorOfAsync(source));

    [Fact]
    public async Task StructuredClone_HundredThousandLevels_KeepsThem() =>
        Assert.Equal("100000\n", await Printed.ByAsync("let n = null; for (let i = 0; i < 100000; i++) n = { n }; let c = structuredClone(n), d = 0; while (c) { c = c.n; d++ } print(d)"));

    [Fact]
    public async Task StructuredClone_SharedSubtrees_StayShared() =>
        Assert.Equal("true\n", await Printed.ByAsync("let a = ['x']; for (let i = 0; i < 200; i++) a = [a, a]; const c = structuredClone(a); print(c[0] === c[1] && c !== a)"));
}
