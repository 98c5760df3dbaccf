using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Sessions;

public class SessionTests
{
    private static Dictionary<string, object?> Ask(string question) => new() { ["text"] = "alpha beta gamma", ["question"] = question };

    private static RecursiveModule Module(ScriptedChatClient client, RecursiveModuleOptions? options = null) => new("text, question -> answer", client, options);

    [Fact]
    public async Task Session_SecondRun_SeesWhatTheFirstComputed()
    {
        var client = new ScriptedChatClient(
            Code("const words = text.split(' '); function count() { return words.length; } SUBMIT(words[0])"),
            Code("SUBMIT(question + ' ' + count() + words.at(-1))"));
        var module = Module(client);
        await using var session = module.CreateSession();

        await module.RunAsync(Ask("First?"), session);
        var second = await module.RunAsync(Ask("Then?"), session);

        Assert.Equal("Then? 3gamma", second.Get<string>("answer"));
        Assert.DoesNotContain("Earlier in this session", client.Texts(0)[1], StringComparison.Ordinal);
        Assert.Contains(
            """
            # Earlier in this session

            What it was asked, and what it answered:

            ```
            text: "alpha beta gamma"
            question: "First?"
            => answer: "alpha"
            ```

            Variables of this session: words (Array, 3 items), count (function).
            """.ReplaceLineEndings("\n"),
            client.Texts(1)[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_InputsOfTheSecondRun_ReplaceThoseOfTheFirst()
    {
        var module = Module(new ScriptedChatClient(Code("const before = () => text; SUBMIT('x')"), Code("SUBMIT(before() + text)")));
        await using var session = module.CreateSession();

        await module.RunAsync(new Dictionary<string, object?> { ["text"] = "old", ["question"] = "q" }, session);
        var second = await module.RunAsync(new Dictionary<string, object?> { ["text"] = "new", ["question"] = "q" }, session);

        Assert.Equal("newnew", second.Get<string>("answer"));
    }

    [Fact]
    public async Task Session_OfAnotherModule_IsShared()
    {
        var first = new RecursiveModule("text -> words: list[str]", new ScriptedChatClient(Code("const words = text.split(' '); SUBMIT(words)")));
        var second = new RecursiveModule("limit: int -> count: int", new ScriptedChatClient(Code("SUBMIT(words.length + limit)")));
        await using var session = first.CreateSession();

        await first.RunAsync(new Dictionary<string, object?> { ["text"] = "a b c" }, session);
        var prediction = await second.RunAsync(new Dictionary<string, object?> { ["limit"] = 10 }, session);

        Assert.Equal(13, prediction.Get<int>("count"));
    }

    [Fact]
    public async Task Session_OverlappingRuns_AreRefusedBeforeAnythingIsAsked()
    {
        var answer = new TaskCompletionSource<object>();
        var client = new ScriptedChatClient((Func<IReadOnlyList<Microsoft.Extensions.AI.ChatMessage>, CancellationToken, Task<object>>)((_, _) => answer.Task));
        var module = Module(client);
        var session = module.CreateSession();
        var first = module.RunAsync(Ask("1"), session);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => module.RunAsync(Ask("2"), session));
        Assert.StartsWith("The session is in use by another run.", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await session.DisposeAsync());
        Assert.Single(client.Requests);

        answer.SetResult(Code("SUBMIT('done')"));
        Assert.Equal("done", (await first).Get<string>("answer"));
        await session.DisposeAsync();
        await session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => module.RunAsync(Ask("3"), session));
    }

    [Fact]
    public async Task Session_RunFails_IsFreeForTheNext()
    {
        var module = Module(new ScriptedChatClient(Code("const kept = 7"), new HttpRequestException("503"), Code("SUBMIT(String(kept))")));
        await using var session = module.CreateSession();

        await Assert.ThrowsAsync<LanguageModelException>(() => module.RunAsync(Ask("1"), session));

        Assert.Equal("7", (await module.RunAsync(Ask("2"), session)).Get<string>("answer"));
    }

    [Fact]
    public async Task Session_CallersInterpreter_ServesTwoRunsAndStaysOpen()
    {
        var interpreter = new ScriptedInterpreter(ScriptedInterpreter.Submit("""["one"]"""), ScriptedInterpreter.Submit("""["two"]"""));
        var factoryCalls = 0;
        var module = Module(new ScriptedChatClient(Code("1"), Code("2")), new()
        {
            InterpreterFactory = _ =>
            {
                factoryCalls++;
                return new ScriptedInterpreter();
            },
        });
        var session = new RecursiveSession(interpreter);

        Assert.Equal("one", (await module.RunAsync(Ask("1"), session)).Get<string>("answer"));
        Assert.Equal("two", (await module.RunAsync(Ask("2"), session)).Get<string>("answer"));

        Assert.Equal((0, 0), (factoryCalls, interpreter.DisposeCount));
        await session.DisposeAsync();
        Assert.Equal(1, interpreter.DisposeCount);
    }

    [Fact]
    public async Task Session_Streaming_UsesTheSession()
    {
        var module = Module(new ScriptedChatClient(Code("const kept = 7; SUBMIT('x')"), Code("SUBMIT(String(kept))")));
        await using var session = module.CreateSession();
        RunUpdate? last = null;

        await module.RunAsync(Ask("1"), session);
        await foreach (var update in module.RunStreamingAsync(Ask("2"), session))
        {
            last = update;
        }

        Assert.Equal("7", Assert.IsType<RunFinishedUpdate>(last).Prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task Session_ManyRuns_TellsOfTheLastTenOnly()
    {
        var client = new ScriptedChatClient([.. Enumerable.Range(0, 13).Select(index => (object)Code($"SUBMIT('a{index}')"))]);
        var module = Module(client);
        await using var session = module.CreateSession();
        for (var run = 0; run < 13; run++)
        {
            await module.RunAsync(Ask($"q{run}"), session);
        }

        Assert.DoesNotContain("\"q1\"", client.Texts(12)[1], StringComparison.Ordinal);
        Assert.Contains("\"q2\"", client.Texts(12)[1], StringComparison.Ordinal);
        Assert.Contains("\"a11\"", client.Texts(12)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_LargerInputInALaterRun_FitsBesideTheMemoryLimit()
    {
        var module = Module(new ScriptedChatClient(Code("SUBMIT('x')"), Code("SUBMIT(String(text.length))")), new() { MemoryLimit = 4 * 1024 * 1024 });
        await using var session = module.CreateSession();

        await module.RunAsync(Ask("1"), session);
        var prediction = await module.RunAsync(new Dictionary<string, object?> { ["text"] = new string('x', 20_000_000), ["question"] = "2" }, session);

        Assert.Equal("20000000", prediction.Get<string>("answer"));
    }
}
