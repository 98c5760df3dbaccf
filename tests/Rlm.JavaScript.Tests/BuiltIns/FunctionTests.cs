namespace Rlm.JavaScript.Tests.BuiltIns;

public class FunctionTests
{
    [Theory]
    [MemberData(nameof(FunctionSamples.All), MemberType = typeof(FunctionSamples))]
    public async Task Functions_AnyUse_BehaveAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Theory]
    [InlineData("[].constructor.constructor('return this')()", "Function")]
    [InlineData("(async () => {}).constructor('x')", "AsyncFunction")]
    [InlineData("(function* () {}).constructor('x')", "GeneratorFunction")]
    [InlineData("(async function* () {}).constructor('x')", "AsyncGeneratorFunction")]
    [InlineData("new Function('a', 'return a')", "Function")]
    [InlineData("print.bind().constructor('x')", "Function")]
    [InlineData("Object.getPrototypeOf(class {}).constructor('x')", "Function")]
    public async Task FunctionConstructors_AnyWayToThem_AreDisabled(string source, string name) =>
        Assert.Equal($"TypeError: The {name} constructor is disabled in this sandbox; write the function in the code itself", await Printed.ErrorOfAsync(source));

    [Theory]
    [InlineData("function f() { return f.apply(null, arguments) } f(1)")]
    [InlineData("function f() { return f.call(null) } f()")]
    [InlineData("const f = () => f.bind()(); f()")]
    [InlineData("Math.max.apply(null, { length: 1e9 })")]
    public async Task Calls_WithoutEnd_AreARangeError(string source) =>
        Assert.StartsWith("RangeError: Maximum call stack size exceeded", await Printed.ErrorOfAsync(source), StringComparison.Ordinal);

    [Fact]
    public async Task Bind_AMillionTimes_CallsAtOnce() =>
        Assert.Equal("42\n", await Printed.ByAsync("let f = x => x; f = f.bind(null, 42); for (let i = 0; i < 100000; i++) f = f.bind(); print(f())"));

    [Fact]
    public async Task CallAndApply_TenThousandDeep_DoNotNestInTheHost() =>
        Assert.Equal("9000\n", await Printed.ByAsync("const f = n => n === 0 ? 0 : 1 + f.call(null, n - 1); const g = n => n === 0 ? 0 : 1 + g.apply(null, [n - 1]); print(f(4500) + g(4500))"));
}
