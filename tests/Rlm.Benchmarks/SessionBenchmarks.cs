using BenchmarkDotNet.Attributes;
using Rlm.JavaScript;

namespace Rlm.Benchmarks;

/// <summary>A closer look at sessions: starting one, a turn of one, and small programs.</summary>
[MemoryDiagnoser]
public class SessionBenchmarks : IDisposable
{
    private const string Definitions =
        """
        function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }
        function loop() { let t = 0; for (let i = 0; i < 3000000; i++) t += i % 7; return t }
        const log = Array.from({ length: 10000 }, (_, i) => `2024-01-01 ${i % 7 ? 'INFO' : 'ERROR'} request ${i} took ${i % 100} ms`).join('\n');
        function analyse() {
            const slow = new Map();
            for (const line of log.split('\n')) {
                const [, level, id, ms] = line.match(/ (\w+) request (\d+) took (\d+)/);
                if (level === 'ERROR') slow.set(id, Number(ms));
            }
            return [...slow.values()].reduce((a, b) => a + b, 0);
        }
        """;

    private JavaScriptSession _session = null!;

    /// <summary>Makes the session that the turns run in.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _session = new JavaScriptSession();
        await _session.EvaluateAsync(Definitions);
    }

    /// <summary>Releases the session.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _session.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new session and its first evaluation.</summary>
    [Benchmark]
    public async Task<EvaluationResult> NewSessionAsync()
    {
        using var session = new JavaScriptSession();
        return await session.EvaluateAsync("1+1");
    }

    /// <summary>One more evaluation in a session.</summary>
    [Benchmark]
    public async Task<EvaluationResult> TrivialTurnAsync() => await _session.EvaluateAsync("1+1");

    /// <summary>Calls.</summary>
    [Benchmark]
    public async Task<EvaluationResult> CallsAsync() => await _session.EvaluateAsync("fib(27)");

    /// <summary>Arithmetic in a loop.</summary>
    [Benchmark]
    public async Task<EvaluationResult> LoopAsync() => await _session.EvaluateAsync("loop()");

    /// <summary>Text work as language models write it: split, match, Map, reduce.</summary>
    [Benchmark]
    public async Task<EvaluationResult> LogAnalysisAsync() => await _session.EvaluateAsync("analyse()");
}
