namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Runs code in a session of its own and gives what it prints.</summary>
internal static class Printed
{
    public static async Task<string> ByAsync(string source, JavaScriptOptions? options = null)
    {
        using var session = new JavaScriptSession(options);
        EvaluationResult result = await session.EvaluateAsync(source);
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        return result.Output;
    }

    /// <summary>Runs code and gives the name and message of the error it ends with.</summary>
    public static async Task<string> ErrorOfAsync(string source, JavaScriptOptions? options = null)
    {
        using var session = new JavaScriptSession(options);
        EvaluationResult result = await session.EvaluateAsync(source);
        Assert.NotNull(result.Error);
        return $"{result.Error.Name}: {result.Error.Message}";
    }

    /// <summary>Runs code that a limit stops, and checks that the session goes on afterwards.</summary>
    public static async Task<EvaluationOutcome> StopOfAsync(string source, JavaScriptOptions? options = null)
    {
        using var session = new JavaScriptSession(options);
        EvaluationResult result = await session.EvaluateAsync(source);
        EvaluationResult next = await session.EvaluateAsync("print(1 + 1)");
        Assert.Equal("2\n", next.Output);
        return result.Outcome;
    }
}
