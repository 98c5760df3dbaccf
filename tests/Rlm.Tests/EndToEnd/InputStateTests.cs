namespace Rlm.Tests.EndToEnd;

/// <summary>What becomes of inputs over the turns of a run, and of what the code makes of them.</summary>
public class InputStateTests
{
    [Fact]
    public async Task Inputs_Several_AreVariables()
    {
        var run = await Scenario.RunAsync("a: int, b: int -> answer: int", new Dictionary<string, object?> { ["a"] = 2, ["b"] = 40 }, null, "SUBMIT(a + b)");

        Assert.Equal(42, run.Prediction.Get<int>("answer"));
    }

    [Fact]
    public async Task Input_Dictionary_CanBeSummed()
    {
        var sales = new Dictionary<string, int> { ["north"] = 10, ["south"] = 20, ["east"] = 12 };

        var run = await Scenario.RunAsync("sales: dict[str, int] -> total: int", new Dictionary<string, object?> { ["sales"] = sales }, null,
            "SUBMIT(Object.values(sales).reduce((a, b) => a + b, 0))");

        Assert.Equal(42, run.Prediction.Get<int>("total"));
    }

    [Fact]
    public async Task Inputs_None_LeaveTheTaskAlone()
    {
        var run = await Scenario.RunAsync("-> answer: int", new Dictionary<string, object?>(), null, "SUBMIT(6 * 7)");

        Assert.Equal(42, run.Prediction.Get<int>("answer"));
        Assert.Contains("There are no input variables.", run.Client.Texts(0)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_OfTwentyThousandLines_IsReadByLine()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(line => line == 17_123 ? "the number is 42" : $"line {line}"));

        var run = await Scenario.RunAsync(text, "print(x.split('\\n').findIndex(line => line.includes('number')))");

        Assert.Equal("17123", run.Output().TrimEnd());
    }

    [Theory]
    [InlineData("x.items.push(4)")]
    [InlineData("x.items[0] = 9")]
    [InlineData("x.items.sort((a, b) => b - a)")]
    [InlineData("x.name = 'other'")]
    [InlineData("delete x.name")]
    [InlineData("x.added = 1")]
    public async Task Input_ChangedInside_LeavesTheDataOfTheCaller(string code)
    {
        var items = new List<int> { 3, 1, 2 };
        var data = new Dictionary<string, object?> { ["name"] = "mine", ["items"] = items };

        await Scenario.RunAsync((object)data, $"try {{ {code} }} catch {{ }}");

        Assert.Equal([3, 1, 2], items);
        Assert.Equal(["name", "items"], data.Keys);
        Assert.Equal("mine", data["name"]);
    }

    [Theory]
    [InlineData("x.items.push(4)", "[ 3, 1, 2, 4 ]")]
    [InlineData("x.items.sort()", "[ 1, 2, 3 ]")]
    [InlineData("x.items = []", "[]")]
    public async Task Input_ChangedInside_StaysSoForLaterTurns(string code, string expected)
    {
        var run = await Scenario.RunAsync((object)new Dictionary<string, object?> { ["items"] = new[] { 3, 1, 2 } }, code, "print(x.items)");

        Assert.Null(run.Steps[0].Error);
        Assert.Equal(expected, run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task Runs_OfOneModule_ShareNothing()
    {
        var client = new ScriptedChatClient(
            ScriptedChatClient.Code("const mine = 1; globalThis.shared = 2; Array.prototype.own = 3; SUBMIT('first')"),
            ScriptedChatClient.Code("SUBMIT([typeof mine, typeof shared, typeof [].own].join())"));
        var module = new RecursiveModule("x -> answer", client);

        await module.RunAsync(new Dictionary<string, object?> { ["x"] = "" });
        var second = await module.RunAsync(new Dictionary<string, object?> { ["x"] = "" });

        Assert.Equal("undefined,undefined,undefined", second.Get<string>("answer"));
    }

    [Fact]
    public async Task State_OfEveryKind_StaysForLaterTurns()
    {
        var run = await Scenario.RunAsync(
            1,
            "class Counter { #n = 0; next() { return ++this.#n; } }\nconst counter = new Counter(); counter.next();\nconst seen = new Map([['a', new Set([1])]]);\nconst later = (n) => counter.next() + n;\nfunction* ids() { yield 1; yield 2; }\nconst id = ids(); id.next();",
            "print(later(10), seen.get('a').has(1), id.next().value, new Counter().next(), counter instanceof Counter)");

        Assert.Equal("12 true 2 1 true", run.Output(2).TrimEnd());
    }

    [Theory]
    [InlineData("print('{\"answer\": 1}')", "{\"answer\": 1}")]
    [InlineData("print('SUBMIT({ answer: 1 })')", "SUBMIT({ answer: 1 })")]
    [InlineData("print('naïve 日本語 😀 \\u0000 \\x1b[31m')", "naïve 日本語 😀 \u0000 \u001b[31m")]
    public async Task Output_ThatLooksLikeSomethingElse_IsOutput(string code, string expected)
    {
        var run = await Scenario.RunAsync(1, code);

        Assert.Equal(expected, run.Output().TrimEnd('\n'));
        Assert.Equal(2, run.Steps.Count);
    }
}
