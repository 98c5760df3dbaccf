using System.Diagnostics;
using System.Text.Json;
using Rlm.Fuzz.Generation;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Costs;

/// <summary>A session in which built-in functions are called on large values, each call with values of its own.</summary>
internal sealed class CostSession : IDisposable
{
    /// <summary>Calls that would go on for ever end with this.</summary>
    private const long MostWork = 500_000;

    /// <summary>The call itself may fail or come to a limit.</summary>
    private const string Run = "run()";

    private readonly JavaScriptSession _session;

    private CostSession(long? mostWork)
    {
        _session = new JavaScriptSession(new JavaScriptOptions { MaxWork = mostWork, MaxMemory = 1L << 36, MaxTime = Timeout.InfiniteTimeSpan, RandomSeed = 1 });
        Evaluate(Resource.Text("Calls.js"));
    }

    /// <summary>A session to measure in.</summary>
    public static CostSession Limited() => new(MostWork);

    /// <summary>A session to look for what to measure.</summary>
    public static CostSession Unlimited() => new(mostWork: null);

    public string[] Names(string list) => JsonSerializer.Deserialize<string[]>(Evaluate($"JSON.stringify({list})").Value.AsString())!;

    /// <summary>The calls to make of a function. A receiver that it refuses whatever it is given is left out.</summary>
    public IEnumerable<(string Receiver, string Given)> Calls(string path)
    {
        string[] arguments = Names("ARGUMENTS.map(given => JSON.stringify(given)).concat(Object.keys(NUMBERS))");
        foreach (string receiver in Names($"receiversOf({Quote(path)})"))
        {
            foreach (string given in arguments)
            {
                yield return (receiver, given);
            }
        }
    }

    /// <summary>Makes the values, and measures the call alone.</summary>
    public Cost Measure(string path, string receiver, string given)
    {
        EvaluationResult before = Evaluate($"globalThis.run = prepare({Quote(path)}, {Quote(receiver)}, {given})");
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        EvaluationResult after = Evaluate(Run);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Evaluate("globalThis.run = undefined");
        return new Cost(path, receiver, given, nanoseconds, allocated, after.Usage.Work, after.Usage.Memory - before.Usage.Memory);
    }

    public void Dispose() => _session.Dispose();

    // Nothing here waits for a host function, so it is over at once.
    private EvaluationResult Evaluate(string source)
    {
        EvaluationResult result = _session.EvaluateAsync(source).AsTask().GetAwaiter().GetResult();
        return source == Run || result.Outcome is EvaluationOutcome.Completed ? result : throw new InvalidOperationException($"{result.Error} in {source}");
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
