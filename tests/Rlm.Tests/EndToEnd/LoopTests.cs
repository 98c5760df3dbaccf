using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

public class LoopTests
{
    [Fact]
    public async Task Run_OneTurn_Answers()
    {
        var run = await Scenario.RunAsync("text -> answer", new Dictionary<string, object?> { ["text"] = "abc" }, null, "SUBMIT({ answer: text.toUpperCase() })");

        Assert.Equal("ABC", run.Prediction.Get<string>("answer"));
        Assert.Single(run.Steps);
    }

    [Fact]
    public async Task Run_TwoTurns_KeepNames()
    {
        var run = await Scenario.RunAsync("numbers: list[int] -> total: int", new Dictionary<string, object?> { ["numbers"] = new[] { 1, 2, 3 } }, null,
            "const total = numbers.reduce((a, b) => a + b, 0);\nprint('total', total);", "SUBMIT({ total })");

        Assert.Equal(6, run.Prediction.Get<int>("total"));
        Assert.Equal("total 6", run.Output().TrimEnd());
        Assert.Contains("New variables: total (number).", run.Client.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ObjectsOfTheCaller_AreObjectsOfTheGuest()
    {
        var files = new[] { new { Path = "a.cs", Text = "one\ntwo" }, new { Path = "b.cs", Text = "three" } };

        var run = await Scenario.RunAsync("files -> lines: dict[str, int]", new Dictionary<string, object?> { ["files"] = files }, null,
            "SUBMIT(Object.fromEntries(files.map(file => [file.path, file.text.split('\\n').length])))");

        Assert.Equal(new Dictionary<string, int> { ["a.cs"] = 2, ["b.cs"] = 1 }, run.Prediction.Get<Dictionary<string, int>>("lines"));
    }

    [Fact]
    public async Task Run_Nulls_StayNullAtAnyDepth()
    {
        var run = await Scenario.RunAsync(new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { null, 1 } }, "print(x.a === null, x.b[0] === null, x)");

        Assert.Equal("true true { a: null, b: [ null, 1 ] }", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Run_InputCalledInterpreter_Works()
    {
        var run = await Scenario.RunAsync("interpreter -> answer", new Dictionary<string, object?> { ["interpreter"] = "v" }, null, "SUBMIT(interpreter)");

        Assert.Equal("v", run.Prediction.Get<string>("answer"));
    }

    [Theory]
    [InlineData("1 + 1", "=> 2")]
    [InlineData("0", "=> 0")]
    [InlineData("false", "=> false")]
    [InlineData("null", "=> null")]
    [InlineData("''", "=> ''")]
    [InlineData("print(1); 'two'", "1\n=> 'two'")]
    [InlineData("({ a: 1, b: [1, 2] })", "=> { a: 1, b: [ 1, 2 ] }")]
    [InlineData("new Map([['k', 1]])", "=> Map(1) { 'k' => 1 }")]
    [InlineData("print(1)", "1")]
    [InlineData("console.log(1)", "1")]
    [InlineData("undefined", "")]
    [InlineData("let y = 5;", "")]
    [InlineData("print(1, 'a', [1])", "1 a [ 1 ]")]
    public async Task Output_OfATurn_IsWhatNodePrintsAndTheLastValue(string code, string expected)
    {
        var run = await Scenario.RunAsync(1, code);

        Assert.Equal(expected, run.Output().TrimEnd());
    }

    [Fact]
    public async Task Output_BeforeAnError_IsKeptAndTheErrorFollows()
    {
        var run = await Scenario.RunAsync(1, "print('before');\nlet kept = 5;\nnotThere + 1;", "print(kept)");

        Assert.StartsWith("before\nReferenceError: notThere is not defined\n    at line 3, column 1: notThere + 1;", run.Output(), StringComparison.Ordinal);
        Assert.Equal("5", run.Output(2).TrimEnd());
    }

    [Theory]
    [InlineData("const a = 1; print(a)", "const a = 2; print(a)", "2")]
    [InlineData("let a = 1", "let a = 2; print(a)", "2")]
    [InlineData("function f() { return 1; }", "function f() { return 2; } print(f())", "2")]
    [InlineData("const f = () => 3", "print(f())", "3")]
    [InlineData("undeclared = 4", "print(undeclared)", "4")]
    [InlineData("const { a, b: [c] } = { a: 1, b: [2] }", "print(a + c)", "3")]
    [InlineData("const v = await Promise.resolve(6)", "print(v)", "6")]
    public async Task State_OverTurns_Persists(string first, string second, string expected)
    {
        var run = await Scenario.RunAsync(1, first, second);

        Assert.Equal(expected, run.Output(2).TrimEnd());
    }

    [Theory]
    [InlineData("const = 5", "SyntaxError")]
    [InlineData("print(1", "SyntaxError")]
    [InlineData("print('not run');\nlet ;", "SyntaxError")]
    public async Task Code_ThatDoesNotParse_RunsNothingAndSaysWhere(string code, string error)
    {
        var run = await Scenario.RunAsync(1, code);

        Assert.StartsWith(error, run.Output(), StringComparison.Ordinal);
        Assert.Contains("at line ", run.Output(), StringComparison.Ordinal);
        Assert.DoesNotContain("not run\n", run.Output(), StringComparison.Ordinal);
        Assert.Equal(code, run.Steps[0].Code);
    }

    [Fact]
    public async Task Reply_OfProse_IsNotTakenForCode()
    {
        var client = new ScriptedChatClient("The answer is probably 42.", "SUBMIT(42)");

        var prediction = await new RecursiveModule("x -> answer: int", client).RunAsync(new Dictionary<string, object?> { ["x"] = "" });

        Assert.StartsWith("Nothing ran in turn 1: your reply had no code block.", client.Texts(1)[^1], StringComparison.Ordinal);
        Assert.Equal(42, prediction.Get<int>("answer"));
    }

    [Theory]
    [InlineData("x = 'other'")]
    [InlineData("x += 'more'")]
    public async Task Input_Overwritten_IsAnErrorThatSaysSo(string code)
    {
        var run = await Scenario.RunAsync("mine", code, "print(x)");

        Assert.Contains("TypeError", run.Output(), StringComparison.Ordinal);
        Assert.Contains("'x'", run.Output(), StringComparison.Ordinal);
        Assert.Equal("mine", run.Output(2).TrimEnd());
    }

    [Theory]
    [InlineData("const SUBMIT = 1")]
    [InlineData("llm_query = 1")]
    [InlineData("function print() {}")]
    public async Task BuiltIn_Replaced_IsAnErrorAndItStillWorks(string code)
    {
        var run = await Scenario.RunAsync(1, code, "print(typeof SUBMIT, typeof llm_query, typeof print)");

        Assert.NotNull(run.Steps[0].Error);
        Assert.Equal("function function function", run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task BuiltIn_ShadowedInAFunction_IsFine()
    {
        var run = await Scenario.RunAsync(1, "function f(print) { return print + 1; }\nprint(f(1))");

        Assert.Equal("2", run.Output().TrimEnd());
    }

    [Theory]
    [InlineData("len(x)", "length")]
    [InlineData("x.lower()", "toLowerCase")]
    [InlineData("x.strip()", "trim")]
    [InlineData("const y = None", "null")]
    [InlineData("const fs = require('fs')", "modules")]
    [InlineData("await fetch('http://example.com')", "network")]
    [InlineData("setTimeout(() => 1, 10)", "timers")]
    [InlineData("FINAL('x')", "SUBMIT")]
    public async Task Habit_FromElsewhere_IsAnErrorThatSaysWhatToWrite(string code, string advice)
    {
        var run = await Scenario.RunAsync("Text", code);

        Assert.NotNull(run.Steps[0].Error);
        Assert.Contains(advice, run.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_OfTenMillionCharacters_IsRead()
    {
        var run = await Scenario.RunAsync("text -> lines: int", new Dictionary<string, object?> { ["text"] = string.Concat(Enumerable.Repeat("0123456789\n", 1_000_000)) }, null,
            "SUBMIT(text.split('\\n').length - 1)");

        Assert.Equal(1_000_000, run.Prediction.Get<int>("lines"));
    }

    [Fact]
    public async Task Runs_Concurrent_DoNotMix()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Answer(_ => ScriptedChatClient.Code("globalThis.n = (globalThis.n ?? 0) + 1; let total = 0; for (let i = 0; i < 1000; i++) total += x; SUBMIT(total + n - 1)")));
        var module = new RecursiveModule("x: int -> answer: int", client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => module.RunAsync(new Dictionary<string, object?> { ["x"] = i }))));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i * 1000), answers.Select(answer => answer.Get<int>("answer")));
    }

    [Fact]
    public async Task Extraction_LiveVariables_AreShown()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("const found = { name: 'Ann', years: [1, 2] }; let rest = 'x'.repeat(5000);"), """{"answer": "Ann"}""");

        await new RecursiveModule("x -> answer", client, new RecursiveModuleOptions { MaxIterations = 1 }).RunAsync(new Dictionary<string, object?> { ["x"] = "" });

        Assert.Contains("`found`\n```\n{ name: 'Ann', years: [ 1, 2 ] }\n```", client.Texts(1)[^1], StringComparison.Ordinal);
        Assert.Contains("characters omitted", client.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_OfALoop_EndsTheRun()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient(ScriptedChatClient.Code("print('in'); await ping(); while (true);"));
        var ping = AIFunctionFactory.Create(() => cancellation.CancelAfter(1), "ping");

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() =>
            new RecursiveModule("x -> answer", client, new RecursiveModuleOptions { Tools = [ping] }).RunAsync(new Dictionary<string, object?> { ["x"] = "" }, cancellation.Token));

        Assert.Equal("print('in'); await ping(); while (true);", Assert.Single(exception.Trajectory.Steps).Code);
    }
}
