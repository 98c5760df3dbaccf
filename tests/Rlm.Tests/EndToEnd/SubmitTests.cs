namespace Rlm.Tests.EndToEnd;

public class SubmitTests
{
    [Fact]
    public async Task Submit_Types_ComeBackTyped()
    {
        Assert.Equal(42, await Scenario.SubmitAsync<int>("int", "SUBMIT(42)"));
        Assert.Equal(42, await Scenario.SubmitAsync<int>("int", "SUBMIT('42')"));
        Assert.Equal(0.1 + 0.2, await Scenario.SubmitAsync<double>("float", "SUBMIT(0.1 + 0.2)"));
        Assert.True(await Scenario.SubmitAsync<bool>("bool", "SUBMIT(1 < 2)"));
        Assert.Equal(new List<int> { 1, 2, 3 }, await Scenario.SubmitAsync<List<int>>("list[int]", "SUBMIT([1, 2, 3])"));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "b" }, await Scenario.SubmitAsync<Dictionary<string, string>>("dict[str, str]", "SUBMIT({ answer: { a: 'b' } })"));
        Assert.Equal("yes", await Scenario.SubmitAsync<string>("'yes'|'no'", "SUBMIT('YES')"));
        Assert.Equal("ünï😀\u0000\"", await Scenario.SubmitAsync<string>("str", "SUBMIT('ünï😀\\u0000\"')"));
        Assert.Equal(9007199254740993, await Scenario.SubmitAsync<long>("int", "SUBMIT('9007199254740993')"));
        Assert.Equal(1e21, await Scenario.SubmitAsync<double>("float", "SUBMIT(1e21)"));
    }

    [Theory]
    [InlineData("const v = x.length; SUBMIT({ count: v, answer: 'a' })")]
    [InlineData("SUBMIT('a', 4)")]
    [InlineData("const answer = 'a', count = 4; SUBMIT({ answer, count })")]
    [InlineData("await SUBMIT({ answer: 'a', count: 4, note: undefined })")]
    [InlineData("SUBMIT({ answer: 'a', count: 4, note: null })")]
    public async Task Submit_AnyShape_IsTaken(string code)
    {
        var run = await Scenario.RunAsync("x -> answer, count: int, note: str?", new Dictionary<string, object?> { ["x"] = "text" }, null, code);

        Assert.Equal("a", run.Prediction.Get<string>("answer"));
        Assert.Equal(4, run.Prediction.Get<int>("count"));
        Assert.Null(run.Prediction.Get<string>("note"));
    }

    [Theory]
    [InlineData("SUBMIT()", "answer is missing; expected string; count is missing; expected number")]
    [InlineData("SUBMIT('a')", "count is missing; expected number")]
    [InlineData("SUBMIT({ answer: 'a' })", "count is missing; expected number")]
    [InlineData("SUBMIT({ answer: 'a', count: undefined })", "count is missing; expected number")]
    [InlineData("SUBMIT('a', 1, 2, 3)", "SUBMIT got 4 values, but there are 3 outputs: answer, count, note")]
    [InlineData("SUBMIT('a', 0 / 0)", "count expected an integer, but got \"NaN\"")]
    [InlineData("SUBMIT(null, 1)", "answer must not be null; expected string")]
    [InlineData("SUBMIT({ answer: ['a'], count: 1.5 })", "answer expected string, but got an array of 1; count expected an integer, but got 1.5")]
    public async Task Submit_Invalid_IsToldAndCanBeCorrected(string code, string problem)
    {
        var run = await Scenario.RunAsync("x -> answer, count: int, note: str?", new Dictionary<string, object?> { ["x"] = "text" }, null, code, "SUBMIT('a', 1)");

        Assert.Contains($"SUBMIT refused: {problem}", run.Output(), StringComparison.Ordinal);
        Assert.Equal(2, run.Steps.Count);
    }

    [Fact]
    public async Task Submit_Valid_CannotBeCaught()
    {
        var run = await Scenario.RunAsync("x -> answer", new Dictionary<string, object?> { ["x"] = "" }, null,
            "print('kept');\ntry { SUBMIT('first'); } catch (e) { print('caught'); SUBMIT('second'); } finally { print('finally'); }\nprint('after');");

        Assert.Equal("first", run.Prediction.Get<string>("answer"));
        Assert.Equal("kept", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Submit_Invalid_CanBeCaught()
    {
        var run = await Scenario.RunAsync("x -> answer: int", new Dictionary<string, object?> { ["x"] = "" }, null, "try { SUBMIT('many') } catch (e) { print(e.message.slice(0, 14)); SUBMIT(3) }");

        Assert.Equal(3, run.Prediction.Get<int>("answer"));
        Assert.Equal("SUBMIT refused", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Submit_InAFunctionInALoop_EndsTheRun()
    {
        var run = await Scenario.RunAsync("x -> answer: int", new Dictionary<string, object?> { ["x"] = "" }, null,
            "async function go() { [1, 2, 3].forEach(n => { if (n === 2) SUBMIT(n); }); }\nawait go();\nprint('after');");

        Assert.Equal(2, run.Prediction.Get<int>("answer"));
        Assert.Equal("", run.Output());
    }

    [Theory]
    [InlineData("SUBMIT(() => 1, 1)")]
    [InlineData("SUBMIT(Symbol('x'), 1)")]
    [InlineData("let deep = 1; for (let i = 0; i < 150; i++) deep = [deep]; SUBMIT(deep, 1)")]
    [InlineData("let deep = 1; for (let i = 0; i < 100000; i++) deep = [deep]; SUBMIT(deep, 1)")]
    public async Task Submit_ValueThatCannotCross_IsAnErrorThatSaysSo(string code)
    {
        var run = await Scenario.RunAsync("x -> answer, count: int", new Dictionary<string, object?> { ["x"] = "text" }, null, code, "SUBMIT('a', 1)");

        Assert.Contains("SUBMIT", run.Output(), StringComparison.Ordinal);
        Assert.Equal(2, run.Steps.Count);
    }

    [Fact]
    public async Task Submit_ValueThatContainsItself_IsAnErrorAndNotACrash()
    {
        var run = await Scenario.RunAsync(1, "const a = []; a.push(a); SUBMIT(a);");

        Assert.NotNull(run.Steps[0].Error);
    }
}
