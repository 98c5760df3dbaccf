using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>The figures of the first release, each as <c>name: value unit (target)</c>. Medians of several runs after a warm-up.</summary>
internal static class QuickFigures
{
    private const int LargeInput = 100_000_000;

    private const string Turn = """
        async function turn() {
          // Split the report into sections, and look at what each one says about refunds.
          const lines = report.split('\n');
          const sections = [];
          let current = { title: 'preamble', lines: [] };
          for (let i = 0; i < lines.length; i++) {
            const heading = lines[i].match(/^(#{1,3})\s+(.*)$/);
            if (heading) {
              if (current.lines.length > 0) sections.push(current);
              current = { title: heading[2].trim(), level: heading[1].length, lines: [] };
            } else if (lines[i].trim() !== '') {
              current.lines.push(lines[i]);
            }
          }
          sections.push(current);
          console.log(`${sections.length} sections, longest: ${Math.max(...sections.map(s => s.lines.length))} lines`);

          const counts = new Map();
          for (const { title, lines: body } of sections) {
            for (const line of body) {
              const match = /order\s+#(\d+)\s*:\s*(refunded|paid|open)\s+(-?[\d.]+)/i.exec(line);
              if (!match) continue;
              const [, order, state, amount] = match;
              const key = state.toLowerCase();
              const entry = counts.get(key) ?? { orders: new Set(), total: 0, titles: [] };
              entry.orders.add(Number(order));
              entry.total += parseFloat(amount);
              if (!entry.titles.includes(title)) entry.titles.push(title);
              counts.set(key, entry);
            }
          }

          const ranked = [...counts.entries()]
            .map(([state, { orders, total, titles }]) => ({ state, orders: orders.size, total: Math.round(total * 100) / 100, titles }))
            .filter(row => row.orders > 1 && row.total !== 0)
            .sort((a, b) => b.total - a.total || a.state.localeCompare(b.state));
          for (const row of ranked.slice(0, 10)) {
            console.log(row.state.padEnd(10), row.orders, row.total, row.titles.slice(0, 3).join(', '));
          }

          const unclear = sections.filter(s => s.lines.some(l => /unclear|disputed/i.test(l)));
          const notes = [];
          for (const section of unclear) {
            try {
              const answer = await llm_query(`Which orders are disputed in this section, and why?\n\n${section.lines.join('\n')}`);
              notes.push({ title: section.title, answer: answer.trim() });
            } catch (error) {
              notes.push({ title: section.title, answer: 'failed: ' + error.message });
            }
          }
          return notes.length === 0 ? 'nothing disputed' : JSON.stringify(notes, null, 2);
        }
        """;

    public static async Task PrintAsync(TextWriter writer)
    {
        await Print("new session plus 1+1, warm", await WarmSessionAsync(), "µs", 50);
        (double allocated, double retained) = SessionMemory();
        await Print("session memory: allocated by a new session plus 1+1", allocated, "KB", 50);
        await Print("session memory: retained by a session after 1+1", retained, "KB", 50);
        await Print("compile of a turn of 2 KB, after 5,000 to warm up", await CompileAsync(), "µs", 200);
        await Print("new session plus 1+1, first of a process", ColdStart.MeasureMilliseconds(runs: 5), "ms", 60);
        string large = LargeText();
        await Print("trivial turn of a session", await TrivialTurnAsync("small"), "µs", 20);
        await Print("trivial turn beside a 100 MB variable", await TrivialTurnAsync(large), "µs", 20);
        await Print("turn of a module around a scripted client", await ModuleTurnAsync(), "µs", 200);
        await Print("fib(27)", await EvaluationAsync("function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }", "fib(27)"), "ms", 100);
        await Print("3,000,000-turn number loop", await EvaluationAsync("function loop() { let t = 0; for (let i = 0; i < 3000000; i++) t += i % 7; return t }", "loop()"), "ms", 150);
        (double milliseconds, double megabytes) = await SplitAsync(large);
        await Print("text.split(\"\\n\") of 100 MB", milliseconds, "ms", 500);
        await Print("text.split(\"\\n\") of 100 MB, memory on top", megabytes, "MB", 100);

        Task Print(string name, double value, string unit, double target) =>
            writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit} (≤ {target} {unit})"));
    }

    private static async Task<double> WarmSessionAsync() => 1000 * await MedianAsync(batches: 40, size: 200, async () =>
    {
        using var session = new JavaScriptSession();
        await CompleteAsync(session, "1+1");
    });

    /// <summary>The means over many sessions, in kilobytes of 1,024 bytes. Everything runs on this thread: the code awaits nothing.</summary>
    private static (double Allocated, double Retained) SessionMemory()
    {
        const int Sessions = 1_000;
        var kept = new JavaScriptSession[Sessions];
        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Sessions; i++)
        {
            Evaluate(kept[i] = new JavaScriptSession());
        }

        double allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        long with = GC.GetTotalMemory(forceFullCollection: true);
        foreach (JavaScriptSession session in kept)
        {
            session.Dispose();
        }

        Array.Clear(kept);
        double retained = with - GC.GetTotalMemory(forceFullCollection: true);
        return (allocated / Sessions / 1024, retained / Sessions / 1024);

        static void Evaluate(JavaScriptSession session)
        {
            ValueTask<EvaluationResult> evaluation = session.EvaluateAsync("1+1");
            if (!evaluation.IsCompletedSuccessfully || evaluation.Result.Value.AsNumber() != 2)
            {
                throw new InvalidOperationException("1+1 is not 2 at once.");
            }
        }
    }

    /// <summary>A turn of some two kilobytes as models write them, in a function that is never called: it is parsed, analysed and compiled, and does not run.</summary>
    private static async Task<double> CompileAsync()
    {
        const int WarmUps = 5_000;
        using var session = new JavaScriptSession();
        for (int i = 0; i < WarmUps; i++)
        {
            await CompleteAsync(session, Turn);
        }

        return 1000 * await MedianAsync(batches: 40, size: 50, async () => await CompleteAsync(session, Turn));
    }

    private static async Task<double> TrivialTurnAsync(string input)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 1L << 30 });
        session.SetVariable("text", input);
        return 1000 * await MedianAsync(batches: 40, size: 500, async () => await CompleteAsync(session, "text.length"));
    }

    /// <summary>A run of 20 turns and a submission, divided by its turns: prompt, reply, extraction of the code, execution, transcript.</summary>
    private static async Task<double> ModuleTurnAsync()
    {
        const int Turns = 20;
        var module = new RecursiveModule("question -> answer", new CountingClient(Turns), new RecursiveModuleOptions { MaxIterations = Turns + 1 });
        var inputs = new Dictionary<string, object?> { ["question"] = "How many?" };
        return 1000 / (double)(Turns + 1) * await MedianAsync(batches: 60, size: 5, async () => await module.RunAsync(inputs));
    }

    private static async Task<double> EvaluationAsync(string definition, string call)
    {
        using var session = new JavaScriptSession();
        await CompleteAsync(session, definition);
        return await MedianAsync(batches: 11, size: 1, async () => await CompleteAsync(session, call));
    }

    private static async Task<(double Milliseconds, double Megabytes)> SplitAsync(string text)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 1L << 30 });
        session.SetVariable("text", text);
        double milliseconds = await MedianAsync(batches: 5, size: 1, async () => await CompleteAsync(session, "text.split('\\n').length"));
        await CompleteAsync(session, "1");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await CompleteAsync(session, "const lines = text.split('\\n')");
        return (milliseconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / (1024d * 1024));
    }

    /// <summary>Evaluates; a figure of a program that failed would be worth nothing.</summary>
    private static async Task CompleteAsync(JavaScriptSession session, string source)
    {
        EvaluationResult result = await session.EvaluateAsync(source);
        if (result.Outcome != EvaluationOutcome.Completed)
        {
            throw new InvalidOperationException($"{source}: {result.Error}");
        }
    }

    /// <summary>100 million characters in lines of about a hundred.</summary>
    private static string LargeText() => string.Create(LargeInput, 0, static (span, _) =>
    {
        span.Fill('x');
        for (int i = 99; i < span.Length; i += 100)
        {
            span[i] = '\n';
        }
    });

    /// <summary>The median over batches of the mean milliseconds of one action; a quarter more batches warm up before.</summary>
    private static async Task<double> MedianAsync(int batches, int size, Func<Task> action)
    {
        int warmUp = Math.Max(2, batches / 4);
        var times = new List<double>(batches);
        for (int batch = -warmUp; batch < batches; batch++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < size; i++)
            {
                await action();
            }

            if (batch >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / size);
            }
        }

        times.Sort();
        return times[batches / 2];
    }

    /// <summary>Replies with a short program for so many turns, then submits.</summary>
    private sealed class CountingClient(int turns) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            int replies = messages.Count(message => message.Role == ChatRole.Assistant);
            string code = replies < turns ? $"const step{replies} = {replies} + question.length; print(step{replies})" : "SUBMIT('42')";
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, $"Next step.\n```js\n{code}\n```")));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("The figures are taken without streaming.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
