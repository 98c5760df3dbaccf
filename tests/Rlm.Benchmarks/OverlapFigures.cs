using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace Rlm.Benchmarks;

/// <summary>
/// How long the code of a turn takes that asks about 48 chunks, 16 at a time, of a model that answers after 200 ms; each as <c>name: value unit (ideal, sequential)</c>.
/// The ideal is what the answers allow that code needs before it can go on.
/// </summary>
internal static class OverlapFigures
{
    private const int Chunks = 48;
    private const int Width = 16;
    private const double Latency = 0.2;
    private const double Together = Chunks / Width * Latency;
    private const double InTurn = Chunks * Latency;

    private static readonly Pattern[] Patterns =
    [
        new("for…of with push", "for (const c of chunks) notes.push(await llm_query(q + c));", Together, InTurn),
        new("the same without await", "for (const c of chunks) notes.push(llm_query(q + c));", Together, InTurn),
        new("forEach", "chunks.forEach(c => { notes.push(llm_query(q + c)); });", Together, InTurn),
        new("map", "notes = chunks.map(c => llm_query(q + c));", Together, InTurn),
        new("Promise.all of map", "notes = await Promise.all(chunks.map(c => llm_query(q + c)));", Together, InTurn),
        new("reduce", "chunks.reduce((all, c) => { all.push(llm_query(q + c)); return all; }, notes);", Together, InTurn),
        new("a while loop", "let i = 0; while (i < chunks.length) { notes.push(await llm_query(q + chunks[i])); i++; }", Together, InTurn),
        new("an object keyed by index", "const by = {}; for (let i = 0; i < chunks.length; i++) { by[i] = await llm_query(q + chunks[i]); } notes = Object.values(by);", Together, InTurn),
        new("objects with the answer", "for (const [i, c] of chunks.entries()) notes.push({ i, text: await llm_query(q + c) }); notes = notes.map(n => n.text);", Together, InTurn),
        new("nested loops", "for (let a = 0; a < 6; a++) for (let b = 0; b < 8; b++) notes.push(await llm_query(q + chunks[a * 8 + b]));", Together, InTurn),
        new("a helper function", "function ask(c) { return llm_query(q + c); } for (const c of chunks) notes.push(ask(c));", Together, InTurn),
        new("an async helper function", "async function ask(c) { return await llm_query(q + c); } for (const c of chunks) notes.push(await ask(c));", Together, InTurn),
        new("try around the loop", "try { for (const c of chunks) notes.push(await llm_query(q + c)); } catch (e) { notes.push(e.message); }", Together, InTurn),
        new("try in each turn of the loop, which waits so that catch comes in time", "for (const c of chunks) { try { notes.push(await llm_query(q + c)); } catch (e) { notes.push(e.message); } }", InTurn, InTurn),
        new("try in async functions", "notes = await Promise.all(chunks.map(async c => { try { return await llm_query(q + c); } catch (e) { return e.message; } }));", Together, InTurn),
        new("a second call that needs the first, in the loop", "for (const c of chunks) { const first = await llm_query(q + c); notes.push(await llm_query(first + c)); }", InTurn + Latency, 2 * InTurn),
        new("a second call that needs the first, in async functions", "notes = await Promise.all(chunks.map(async c => { const first = await llm_query(q + c); return await llm_query(first + c); }));", 2 * Together, 2 * InTurn),
        new("answers added to a text, each of which is needed", "let all = ''; for (const c of chunks) all += await llm_query(q + c); notes = chunks;", InTurn, InTurn),
    ];

    public static async Task PrintAsync(TextWriter writer)
    {
        await RunAsync(Patterns[0].Code, TimeSpan.Zero);
        foreach (var pattern in Patterns)
        {
            var (seconds, _, saved) = await RunAsync(pattern.Code, TimeSpan.FromSeconds(Latency));
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{pattern.Name}: {seconds:0.00} s (ideal {pattern.Ideal:0.0}, sequential {pattern.Sequential:0.0}; the run says it saved {saved:0.0})"));
        }

        const string Search = "for (const c of chunks) { const answer = await llm_query(q + c); if (answer.includes('yes 7')) break; } notes = chunks;";
        var (_, calls, _) = await RunAsync(Search, TimeSpan.FromMilliseconds(20));
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"a loop that breaks at the eighth answer: {calls} calls (ideal 8, sequential 8)"));
    }

    private static async Task<(double Seconds, int Calls, double Saved)> RunAsync(string code, TimeSpan latency)
    {
        var turn = $"let notes = []; const q = 'yes or no? '; const chunks = Array.from({{ length: {Chunks} }}, (_, i) => `yes ${{i}}`);\n{code}\nSUBMIT(notes.join('|').slice(0, 50) + ' ' + notes.length)";
        var client = new Answers(latency);
        var module = new RecursiveModule("text -> answer", new Scripted($"```js\n{turn}\n```"), new RecursiveModuleOptions
        {
            SubClient = client,
            MaxConcurrency = Width,
            MaxSubCalls = 2 * Chunks,
        });
        var started = Stopwatch.GetTimestamp();
        var prediction = await module.RunAsync(new Dictionary<string, object?> { ["text"] = "x" });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return prediction.Get<string>("answer")!.EndsWith($" {Chunks}", StringComparison.Ordinal) || client.Calls < Chunks
            ? (seconds, client.Calls, prediction.Trajectory.WaitingSaved.TotalSeconds)
            : throw new InvalidOperationException($"The code gave {prediction.Get<string>("answer")}: {prediction.Trajectory}");
    }

    private sealed record Pattern(string Name, string Code, double Ideal, double Sequential);

    /// <summary>Gives back what it is asked, after a while.</summary>
    private sealed class Answers(TimeSpan latency) : IChatClient
    {
        private int _calls;

        public int Calls => _calls;

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _calls);
            await Task.Delay(latency, cancellationToken);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, messages.Last().Text));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>Always gives the same reply at once.</summary>
    private sealed class Scripted(string reply) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply)));

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
