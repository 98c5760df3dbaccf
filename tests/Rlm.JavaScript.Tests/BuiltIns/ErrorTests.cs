namespace Rlm.JavaScript.Tests.BuiltIns;

public class ErrorTests
{
    [Theory]
    [MemberData(nameof(ErrorSamples.All), MemberType = typeof(ErrorSamples))]
    public async Task Errors_AnyUse_BehaveAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task Stack_ReadLate_HasTheNameAndMessageOfThen()
    {
        string output = await Printed.ByAsync("const e = new Error('a'); e.message = 'b'; e.name = 'Named'; print(e.stack); e.message = 'c'; print(e.stack.split('\\n')[0], Object.keys(e))");
        Assert.Equal("Named: b\n    at turn 1:1:11\nNamed: b [ 'name' ]\n", output);
    }

    [Fact]
    public async Task Stack_IsAnOrdinaryOwnProperty()
    {
        string output = await Printed.ByAsync("""
            const e = new Error('a');
            const d = Object.getOwnPropertyDescriptor(e, 'stack');
            print(typeof d.value, d.writable, d.enumerable, d.configurable, 'stack' in e, Object.getOwnPropertyNames(new Error('q')).sort().join());
            e.stack = 'mine'; print(e.stack); delete e.stack; print(e.stack, 'stack' in e);
            const f = Object.freeze(new Error('z')); print(Object.isFrozen(f), f.stack.split('\n')[0]);
            """);
        Assert.Equal("string true false true true message,stack\nmine\nundefined false\ntrue Error: z\n", output);
    }

    [Fact]
    public async Task StackTraceHooks_AreInert()
    {
        string output = await Printed.ByAsync("""
            Error.prepareStackTrace = () => { throw 1 }; Error.stackTraceLimit = 1e9;
            const o = {}; Error.captureStackTrace(o); print(typeof o.stack, typeof new Error('x').stack);
            """);
        Assert.Equal("string string\n", output);
    }

    [Fact]
    public async Task AggregateError_OverGenerator_TakesItsValues() =>
        Assert.Equal("[ 1, 2 ] m true\n", await Printed.ByAsync("const e = new AggregateError((function* () { yield 1; yield 2 })(), 'm'); print(e.errors, e.message, e instanceof Error)"));
}
