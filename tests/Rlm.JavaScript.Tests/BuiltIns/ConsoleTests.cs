namespace Rlm.JavaScript.Tests.BuiltIns;

public class ConsoleTests
{
    [Theory]
    [MemberData(nameof(ConsoleSamples.All), MemberType = typeof(ConsoleSamples))]
    public async Task Console_AnyMethod_PrintsWhatNodePrints(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task Print_IsConsoleLog() => Assert.Equal("a 1 { b: 2 }\n\n5\n", await Printed.ByAsync("print('a', 1, { b: 2 }); print(); print('%d', 5)"));

    [Fact]
    public async Task ConsoleLog_ToStringThrows_ThrowsToTheCaller() =>
        Assert.Equal("RangeError: ts", await Printed.ErrorOfAsync("console.log('%s', { toString() { throw new RangeError('ts') } })"));

    [Fact]
    public async Task ConsoleLog_MoreThanTheLimit_KeepsTheStartAndCountsTheRest()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = 2_000 });
        EvaluationResult result = await session.EvaluateAsync("for (let i = 0; i < 100000; i++) console.log('line', i)");
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(2_000, result.Output.Length);
        Assert.Equal(1_088_890, result.OutputLength);
    }

    [Fact]
    public async Task ConsoleTable_ManyRows_StopsWhereNothingIsKept()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = 5_000 });
        EvaluationResult result = await session.EvaluateAsync("console.table(Array.from({ length: 200000 }, (_, i) => ({ i, s: 'x' + i })))");
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(5_000, result.Output.Length);
    }

    [Fact]
    public async Task ConsoleGroup_NestedEndlessly_IndentsToALimit()
    {
        string output = await Printed.ByAsync("for (let i = 0; i < 100000; i++) console.group(); console.log('x'); for (let i = 0; i < 100; i++) console.groupEnd(); console.log('y')");
        Assert.Equal($"{new string(' ', 200)}x\ny\n", output);
    }
}
