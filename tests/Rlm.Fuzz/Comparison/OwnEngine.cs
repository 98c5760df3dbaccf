using System.Text;
using Rlm.Fuzz.Properties;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Comparison;

/// <summary>Evaluates code as <see cref="NodeProcess"/> does, with the interpreter of this repository.</summary>
internal static class OwnEngine
{
    private static readonly JavaScriptOptions Options = new() { MaxWork = 20_000_000, MaxTime = Timeout.InfiniteTimeSpan, RandomSeed = 7, TimeProvider = new SteppedClock() };

    /// <summary>Evaluates code.</summary>
    /// <returns>What came of it; null where a limit stopped it.</returns>
    public static Answer? Evaluate(string source)
    {
        using var session = new JavaScriptSession(Options);
        EvaluationResult result = session.EvaluateAsync(source).AsTask().GetAwaiter().GetResult();
        return result.Outcome switch
        {
            EvaluationOutcome.Completed => new Answer(result.Value.Kind == JavaScriptValueKind.Array ? [.. result.Value.Items.Select(item => WellFormed(item.AsString()))] : null, Error: null, WellFormed(result.Output)),
            EvaluationOutcome.Failed => new Answer(Value: null, NameOf(result.Error!), WellFormed(result.Output)),
            _ => null,
        };
    }

    // Half of a surrogate pair cannot be sent to another process.
    private static string WellFormed(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));

    // That a promise was rejected which nobody awaited is told by the session, and by the process in Node.js.
    private static string? NameOf(JavaScriptError error) =>
        error.Message.EndsWith("(in a promise that nobody awaited)", StringComparison.Ordinal) ? null
        : error.Message.StartsWith("The code awaits a promise that nothing", StringComparison.Ordinal) ? "pending"
        : error.Name;
}
