using Rlm.JavaScript;

namespace Rlm.Conformance;

/// <summary>Runs one test in a session of its own and judges how it ended.</summary>
internal sealed class TestRunner(Harness harness, TimeSpan timeout)
{
    private const string AsyncSuccess = "Test262:AsyncTestComplete";
    private const string AsyncFailure = "Test262:AsyncTestFailure:";
    private const long MaxMemory = 256L * 1024 * 1024;

    /// <summary>How the session marks an error that only tells of a rejected promise without a reaction, which is no failure for test262.</summary>
    private const string UnhandledRejection = "(in a promise that nobody awaited)";

    private readonly JavaScriptOptions _options = new()
    {
        AllowRedeclaration = false,
        AllowUndeclaredAssignment = false,
        AllowTopLevelAwaitAndReturn = false,
        AllowTypeAnnotations = false,
        MaxTime = timeout,
        MaxMemory = MaxMemory,
        MaxOutputLength = 100_000,
        MaxDisplayLength = 100,
    };

    /// <summary>Runs a test. It never waits for the host, so that it ends on the calling thread.</summary>
    public Verdict Run(TestCase test)
    {
        try
        {
            return RunAsync(test).AsTask().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Any exception of the engine is a failure of this test, and the most interesting one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Verdict(test.Path, $"CLR {exception.GetType().Name}: {exception.Message} {PlaceOf(exception)}");
        }
    }

    private async ValueTask<Verdict> RunAsync(TestCase test)
    {
        using var session = new JavaScriptSession(_options);
        foreach (string script in harness.For(test.Metadata))
        {
            EvaluationResult prelude = await session.EvaluateAsync(script).ConfigureAwait(false);
            if (prelude.Outcome != EvaluationOutcome.Completed)
            {
                return new Verdict(test.Path, $"harness: {Describe(prelude)}");
            }
        }

        EvaluationResult result = await session.EvaluateAsync(test.Source).ConfigureAwait(false);
        return new Verdict(test.Path, Judge(test.Metadata, result), result.Output);
    }

    private static string? Judge(Metadata metadata, EvaluationResult result)
    {
        if (metadata.NegativeType is { } expected)
        {
            return IsExpected(expected, result) ? null : $"expected {expected} ({metadata.NegativePhase}), got {Describe(result)}";
        }

        if (!IsNormal(result))
        {
            return Describe(result);
        }

        if (!metadata.IsAsync)
        {
            return null;
        }

        int failure = result.Output.IndexOf(AsyncFailure, StringComparison.Ordinal);
        return failure >= 0 ? result.Output[failure..].Trim()
            : result.Output.Contains(AsyncSuccess, StringComparison.Ordinal) ? null
            : $"$DONE was not called; {Describe(result)}";
    }

    private static bool IsNormal(EvaluationResult result) =>
        result.Outcome == EvaluationOutcome.Completed || (result.Error?.Message.EndsWith(UnhandledRejection, StringComparison.Ordinal) ?? false);

    // The constructor of the harness is no built-in error, and is told by its text.
    private static bool IsExpected(string type, EvaluationResult result) =>
        result is { Outcome: EvaluationOutcome.Failed, Error: { } error }
        && (error.Name == type || (type == "Test262Error" && error.Message.Contains(type, StringComparison.Ordinal)));

    private static string Describe(EvaluationResult result) =>
        result.Error is { } error ? $"{error.Name}: {error.Message} (line {error.Line}: {error.SourceLine?.Trim()})" : result.Outcome.ToString();

    private static string PlaceOf(Exception exception) =>
        string.Join(" < ", (exception.StackTrace ?? string.Empty).Split('\n').Take(4).Select(line => line.Trim()));
}
