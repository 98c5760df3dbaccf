namespace Rlm.Tests.EndToEnd;

public class LimitTests
{
    private static RecursiveModuleOptions Limits => new() { TurnTimeLimit = TimeSpan.FromMilliseconds(300), MemoryLimit = 32 * 1024 * 1024 };

    [Theory]
    [InlineData("while (true);")]
    [InlineData("for (;;) { try { null.x } catch { } }")]
    [InlineData("'x'.repeat(2 ** 30)")]
    [InlineData("function f() { return f() + 1; }\nf()")]
    [InlineData("const hog = []; while (true) hog.push('x'.repeat(1000) + hog.length)")]
    [InlineData("/^(a+)+\\1$/.test('a'.repeat(40) + 'b')")]
    [InlineData("new Array(2 ** 31).fill(0)")]
    [InlineData("async function f() { while (true) await null; }\nawait f()")]
    public async Task Code_WithoutEnd_IsStoppedAndTheNextTurnWorks(string code)
    {
        var run = await Scenario.RunAsync(Limits, $"print('before');\n{code}", "print(1 + 1)");

        Assert.StartsWith("before\n", run.Output(), StringComparison.Ordinal);
        Assert.NotNull(run.Steps[0].Error);
        Assert.Equal("2", run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task Code_NestedTooDeep_IsAnErrorAndTheNextTurnWorks()
    {
        var run = await Scenario.RunAsync(Limits, new string('(', 100_000) + "1" + new string(')', 100_000), "print(1 + 1)");

        Assert.StartsWith("SyntaxError", run.Output(), StringComparison.Ordinal);
        Assert.Equal("2", run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task Time_WaitingForTheSubModel_IsNotCounted()
    {
        var options = Limits;
        options.SubClient = new ScriptedChatClient(async Task<object> (IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> _, CancellationToken token) =>
        {
            await Task.Delay(600, token);
            return "late";
        });

        var run = await Scenario.RunAsync(options, "print(await llm_query('a'))");

        Assert.Equal("late", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Output_WithoutEnd_IsStoppedOrCutAndTheNextTurnWorks()
    {
        var run = await Scenario.RunAsync(Limits, "while (true) print('x'.repeat(1000));", "print(1 + 1)");

        Assert.NotNull(run.Steps[0].Error);
        Assert.True(run.Output().Length < 11_000);
        Assert.Equal("2", run.Output(2).TrimEnd());
    }
}
