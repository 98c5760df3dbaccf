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
}
