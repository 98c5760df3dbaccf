using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Modules;

public class RunFailureTests
{
    private static readonly Dictionary<string, object?> Input = new() { ["text"] = "Some text." };

    private static RecursiveModule Module(ScriptedChatClient client, ScriptedInterpreter interpreter, RecursiveModuleOptions? options = null) =>
        new("text -> answer", client, interpreter.In(options));

    [Fact]
    public async Task Run_ModelFailsInFirstTurn_ThrowsWithAnEmptyTrajectory()
    {
        var failure = new HttpRequestException("503");
        var interpreter = new ScriptedInterpreter();

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => Module(new ScriptedChatClient(failure), interpreter).RunAsync(Input));

        Assert.Equal("The language model failed in turn 1: 503", exception.Message);
        Assert.Same(failure, exception.InnerException);
        Assert.Empty(exception.Trajectory.Steps);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Run_ModelFailsMidRun_KeepsTheTrajectory()
    {
        var exception = await Assert.ThrowsAsync<LanguageModelException>(() =>
            Module(new ScriptedChatClient(Code("print(1)"), new HttpRequestException("503")), new ScriptedInterpreter(Print("1"))).RunAsync(Input));

        var step = Assert.Single(exception.Trajectory.Steps);
        Assert.Equal("1", step.Output);
    }

    [Fact]
    public async Task Run_ModelTimesOutByItself_IsAFailureAndNotACancellation() =>
        await Assert.ThrowsAsync<LanguageModelException>(() => Module(new ScriptedChatClient(new TaskCanceledException("timeout")), new ScriptedInterpreter()).RunAsync(Input));

    [Fact]
    public async Task Run_InterpreterFails_ThrowsWithTheInterruptedTurnAndDoesNotExtract()
    {
        var client = new ScriptedChatClient(Code("print(1)"), Code("print(2)", "Second."));
        var interpreter = new ScriptedInterpreter(Print("1"), Throw(new IOException("gone")));

        var exception = await Assert.ThrowsAsync<InterpreterException>(() => Module(client, interpreter).RunAsync(Input));

        Assert.Equal("The interpreter failed in turn 2: gone", exception.Message);
        Assert.Equal(2, exception.Trajectory.Steps.Count);
        Assert.Equal("print(2)", exception.Trajectory.Steps[1].Code);
        Assert.Equal("Second.", exception.Trajectory.Steps[1].Reasoning);
        Assert.Equal("The interpreter failed: gone", exception.Trajectory.Steps[1].Error);
        Assert.Equal(2, client.Requests.Count);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Run_InterpreterDoesNotStart_CostsNoTokens()
    {
        var client = new ScriptedChatClient(Code("1"));
        var interpreter = new ScriptedInterpreter { StartFailure = new IOException("broken") };

        var exception = await Assert.ThrowsAsync<InterpreterException>(() => Module(client, interpreter).RunAsync(Input));

        Assert.Equal("The interpreter could not be started: broken", exception.Message);
        Assert.Empty(client.Requests);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Run_FactoryReturnsNull_IsRefused()
    {
        var client = new ScriptedChatClient(Code("1"));
        var module = new RecursiveModule("text -> answer", client, new RecursiveModuleOptions { InterpreterFactory = _ => null! });

        var exception = await Assert.ThrowsAsync<InterpreterException>(() => module.RunAsync(Input));

        Assert.Equal("The interpreter could not be started: InterpreterFactory returned null.", exception.Message);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Run_DisposeFails_KeepsTheAnswer()
    {
        var interpreter = new ScriptedInterpreter(Submit("""["ok"]""")) { DisposeFailure = new IOException("stuck") };

        Assert.Equal("ok", (await Module(new ScriptedChatClient(Code("1")), interpreter).RunAsync(Input)).Get<string>("answer"));
    }

    [Fact]
    public async Task Run_CancelledBefore_AsksNothing()
    {
        var client = new ScriptedChatClient(Code("1"));

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() => Module(client, new ScriptedInterpreter()).RunAsync(Input, new CancellationToken(canceled: true)));

        Assert.Empty(exception.Trajectory.Steps);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Run_CancelledWhileTheModelWrites_KeepsTheTrajectory()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient(Code("print(1)"), async Task<object> (IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> _, CancellationToken token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        var interpreter = new ScriptedInterpreter(Print("1"));

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() => Module(client, interpreter).RunAsync(Input, cancellation.Token));

        Assert.Single(exception.Trajectory.Steps);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Run_CancelledWhileCodeRuns_KeepsTheCode()
    {
        using var cancellation = new CancellationTokenSource();
        var interpreter = new ScriptedInterpreter(async (_, _, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new ExecutionResult();
        });

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() => Module(new ScriptedChatClient(Code("while(true);")), interpreter).RunAsync(Input, cancellation.Token));

        var step = Assert.Single(exception.Trajectory.Steps);
        Assert.Equal("while(true);", step.Code);
        Assert.Equal("The run was cancelled.", step.Error);
    }

    [Fact]
    public async Task Run_ClientAnswersCancellationWithAnotherException_IsACancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient(async Task<object> (IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> _, CancellationToken _) =>
        {
            await cancellation.CancelAsync();
            return new HttpRequestException("connection closed");
        });

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() => Module(client, new ScriptedInterpreter()).RunAsync(Input, cancellation.Token));

        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task Run_CancelledInASubCall_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var sub = new ScriptedChatClient(async Task<object> (IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> _, CancellationToken token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });

        await Assert.ThrowsAsync<RunCanceledException>(() =>
            Module(new ScriptedChatClient(Code("llm_query('x')")), new ScriptedInterpreter(Call("llm_query", """["x"]""")), new() { SubClient = sub }).RunAsync(Input, cancellation.Token));
    }

    [Fact]
    public async Task Run_CancelledInExtraction_KeepsTheTrajectory()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new ScriptedChatClient(Code("print(1)"), async Task<object> (IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> _, CancellationToken token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() =>
            Module(client, new ScriptedInterpreter(Print("1")), new() { MaxIterations = 1 }).RunAsync(Input, cancellation.Token));

        Assert.Single(exception.Trajectory.Steps);
    }

    [Fact]
    public async Task Run_UnknownInputs_AreRefusedBeforeAnInterpreterIsMade()
    {
        var made = 0;
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(), new RecursiveModuleOptions
        {
            InterpreterFactory = _ =>
            {
                made++;
                return new ScriptedInterpreter();
            },
        });

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => module.RunAsync(new Dictionary<string, object?> { ["SUBMIT"] = 1, [""] = 2 }));

        Assert.Equal(
            "The inputs are not valid:\n- 'SUBMIT' is not an input; the inputs are: text\n- '' is not an input; the inputs are: text\n- 'text' is missing (Parameter 'inputs')",
            exception.Message);
        Assert.Equal(0, made);
    }

    [Fact]
    public async Task Run_MissingInputs_AreAllNamed()
    {
        var module = new RecursiveModule("a, b, c: int?, d: json -> answer", new ScriptedChatClient(), new ScriptedInterpreter().In());

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => module.RunAsync(new Dictionary<string, object?> { ["b"] = null }));

        Assert.Equal("The inputs are not valid:\n- 'a' is missing\n- 'b' is null, but not optional\n- 'd' is missing (Parameter 'inputs')", exception.Message);
    }

    [Fact]
    public async Task Run_InputThatContainsItself_IsRefused()
    {
        var loop = new List<object?>();
        loop.Add(loop);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Module(new ScriptedChatClient(), new ScriptedInterpreter()).RunAsync(new Dictionary<string, object?> { ["text"] = loop }));

        Assert.Contains($"'text' cannot be given to the sandbox: it contains itself: a value of type '{loop.GetType()}' is found within itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NullInputs_Throws() =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => Module(new ScriptedChatClient(), new ScriptedInterpreter()).RunAsync(null!));
}
