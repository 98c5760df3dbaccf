using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Modules;

public class InterpreterLifetimeTests
{
    private static readonly Dictionary<string, object?> Input = new() { ["text"] = "Some text." };

    private static async Task<int> LastAsync(IAsyncEnumerable<RunUpdate> run)
    {
        var count = 0;
        await foreach (var _ in run)
        {
            count++;
        }

        return count;
    }

    [Fact]
    public async Task Runs_OneAfterTheOther_HaveAnInterpreterEachAndDisposeOfIt()
    {
        var made = new List<ScriptedInterpreter>();
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("1"), Code("2"), Code("3")), new()
        {
            InterpreterFactory = _ =>
            {
                made.Add(new ScriptedInterpreter(Submit("""["ok"]""")));
                return made[^1];
            },
        });

        await module.RunAsync(Input);
        await module.RunAsync(Input);
        await LastAsync(module.RunStreamingAsync(Input));

        Assert.Equal([1, 1, 1], made.Select(interpreter => interpreter.DisposeCount));
        Assert.Equal(["1", "2", "3"], made.Select(interpreter => Assert.Single(interpreter.Codes)));
    }

    [Fact]
    public async Task Stream_InterpreterFails_ThrowsAndDoesNotExtract()
    {
        var client = new ScriptedChatClient(Code("1"), """{ "answer": "x" }""");
        var interpreter = new ScriptedInterpreter(Throw(new IOException("gone")));

        await Assert.ThrowsAsync<InterpreterException>(() => LastAsync(new RecursiveModule("text -> answer", client, interpreter.In()).RunStreamingAsync(Input)));

        Assert.Single(client.Requests);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("llm_query")]
    [InlineData("other")]
    public async Task Input_NotOfTheSignature_IsRefusedBeforeAnInterpreterIsMade(string name)
    {
        var made = 0;
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(), new()
        {
            Tools = [Microsoft.Extensions.AI.AIFunctionFactory.Create((string query) => query, "search")],
            InterpreterFactory = _ =>
            {
                made++;
                return new ScriptedInterpreter();
            },
        });
        var inputs = new Dictionary<string, object?>(Input) { [name] = 1 };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => module.RunAsync(inputs));

        Assert.Equal($"The inputs are not valid:\n- '{name}' is not an input; the inputs are: text (Parameter 'inputs')", exception.Message);
        Assert.Throws<ArgumentException>(() => { module.RunStreamingAsync(inputs); });
        Assert.Equal(0, made);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task MaxOutputLength_InEveryTurn_CutsWhatIsLongerOnly(int length, bool isCut)
    {
        var client = new ScriptedChatClient(Code("1"), Code("2"), Code("3"));
        var output = new string('x', length);
        var interpreter = new ScriptedInterpreter(Print(output), Print(output), Submit("""["ok"]"""));

        await new RecursiveModule("text -> answer", client, interpreter.In(new() { MaxOutputLength = 100 })).RunAsync(Input);

        Assert.Equal([isCut, isCut], new[] { 1, 2 }.Select(request => client.Texts(request)[^1].Contains("characters omitted", StringComparison.Ordinal)));
        Assert.Contains($"Output of turn 2 ({length} characters):", client.Texts(2)[^1], StringComparison.Ordinal);
    }
}
