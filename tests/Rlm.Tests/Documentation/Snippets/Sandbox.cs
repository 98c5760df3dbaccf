// <snippet sandbox>
using Rlm.JavaScript;
// </snippet>

namespace Documentation.Snippets;

internal static class Sandbox
{
    public static async Task<EvaluationResult> RunAsync(string text)
    {
        // <snippet sandbox>
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxTime = TimeSpan.FromSeconds(2), MaxMemory = 64 * 1024 * 1024 });
        session.SetVariable("text", text);
        session.SetFunction("translate", async (call, cancellationToken) => await TranslateAsync(call.Arguments[0].AsString(), cancellationToken));

        var result = await session.EvaluateAsync("const words = text.split(' '); print(words.length); await translate(words[0])");
        Console.WriteLine(result.Output);  // what the code printed
        Console.WriteLine(result.Value);   // the value of its last expression
        Console.WriteLine(result.Error);   // nothing, or what went wrong and where
        // </snippet>
        return result;
    }

    private static async Task<string> TranslateAsync(string word, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return word.ToUpperInvariant();
    }
}
