namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Runs a script to its end and gives what its last expression shows.</summary>
internal static class Scripts
{
    private static readonly JavaScriptOptions Options = new() { MaxTime = TimeSpan.FromSeconds(20) };

    public static async Task<string?> ShowAsync(string source)
    {
        using var session = new JavaScriptSession(Options);
        return await ShowAsync(session, source);
    }

    public static async Task<string?> ShowAsync(JavaScriptSession session, string source)
    {
        EvaluationResult result = await session.EvaluateAsync(source);
        return result.Error is { } error ? $"{error.Name}: {error.Message}" : result.Display;
    }
}
