using Microsoft.Extensions.Logging;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Diagnostics;

public class LogTests
{
    private sealed class Recorder(LogLevel least) : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, string Text)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Entries.Add((logLevel, formatter(state, exception)));
            }
        }

        public void Dispose()
        {
        }
    }

    private static async Task<Recorder> RunAsync(LogLevel least)
    {
        var recorder = new Recorder(least);
        var client = new ScriptedChatClient(Code("print('SECRET-CODE')", "SECRET-REPLY"), "SECRET-ANSWER", Code("submit()"));
        var interpreter = new ScriptedInterpreter(
            async (interpreter, _, token) =>
            {
                await interpreter.CallAsync("llm_query", """["SECRET-PROMPT"]""", token);
                return new ExecutionResult { Output = "SECRET-OUTPUT" };
            },
            Submit("""["SECRET-RESULT"]"""));
        await new RecursiveModule("text -> answer", client, interpreter.In(), recorder).RunAsync(new Dictionary<string, object?> { ["text"] = "SECRET-INPUT" });
        return recorder;
    }

    [Fact]
    public async Task Log_Debug_HasNoContent()
    {
        var recorder = await RunAsync(LogLevel.Debug);

        Assert.True(recorder.Entries.Count > 5);
        Assert.DoesNotContain(recorder.Entries, entry => entry.Text.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_Trace_HasContent()
    {
        var recorder = await RunAsync(LogLevel.Trace);

        Assert.Contains(recorder.Entries, entry => entry.Text.Contains("SECRET-REPLY", StringComparison.Ordinal));
        Assert.Contains(recorder.Entries, entry => entry.Text.Contains("SECRET-OUTPUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_Debug_TellsTheNumbersOfTheRun()
    {
        var entries = (await RunAsync(LogLevel.Debug)).Entries.ConvertAll(entry => entry.Text);

        Assert.Equal("Run of 'signature' started with 1 inputs", entries[0]);
        Assert.Contains("Turn 2 of 20: asking the language model", entries);
        Assert.Contains(entries, entry => entry.StartsWith("llm_query: prompt of 13 characters, answer of 13 characters after ", StringComparison.Ordinal));
        Assert.StartsWith("The run ended after 2 turns and ", entries[^1], StringComparison.Ordinal);
        Assert.EndsWith(": Submitted", entries[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_Child_LogsForItself()
    {
        var recorder = new Recorder(LogLevel.Debug);
        var client = new ScriptedChatClient(Code("SUBMIT(rlm_query('SECRET-TASK'))"), Code("SUBMIT('SECRET-ANSWER')"));

        await new RecursiveModule("text -> answer", client, new() { MaxDepth = 2 }, recorder).RunAsync(new Dictionary<string, object?> { ["text"] = "t" });

        Assert.Equal(["Run of 'signature' started with 1 inputs", "Run of 'rlm_query' started with 1 inputs"], recorder.Entries.Select(entry => entry.Text).Where(text => text.StartsWith("Run of", StringComparison.Ordinal)));
        Assert.DoesNotContain(recorder.Entries, entry => entry.Text.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_Debug_DoesNotTakeTheNameThatTheCodeGaveItsError()
    {
        var recorder = new Recorder(LogLevel.Debug);
        var client = new ScriptedChatClient(Code("const e = new Error(text); e.name = text; throw e"), new HttpRequestException("SECRET-FAILURE"));

        await Assert.ThrowsAsync<LanguageModelException>(() => new RecursiveModule("text -> answer", client, loggerFactory: recorder).RunAsync(new Dictionary<string, object?> { ["text"] = "SECRET-INPUT" }));

        Assert.DoesNotContain(recorder.Entries, entry => entry.Text.Contains("SECRET", StringComparison.Ordinal));
        Assert.Contains(recorder.Entries, entry => entry.Text.EndsWith("error: _OTHER", StringComparison.Ordinal));
        Assert.Equal("Run of 'signature' failed with LanguageModelException", recorder.Entries[^1].Text);
    }

    [Fact]
    public async Task Log_NoLogger_RunsAsWell()
    {
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("SUBMIT('ok')")), loggerFactory: null);

        Assert.Equal("ok", (await module.RunAsync(new Dictionary<string, object?> { ["text"] = "t" })).Get<string>("answer"));
    }
}
