using System.Diagnostics;

namespace Rlm.JavaScript.Tests.Execution;

/// <summary>
/// Whole programs in the manner of language models, those of the benchmarks among them; what they have to print was printed by Node.js.
/// </summary>
public sealed class ProgramTests
{
    /// <summary>Tests are also run unoptimised, on machines that do other things.</summary>
    private static readonly JavaScriptOptions Patient = new() { MaxTime = TimeSpan.FromMinutes(5) };

    public static TheoryData<string> Programs => [.. Directory.GetFiles(Folder, "*.js").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Execution", "Programs");

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_PrintsWhatNodePrints(string name)
    {
        using var session = new JavaScriptSession(Patient);

        EvaluationResult result = await session.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.js")));

        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        Assert.Equal(await ExpectedAsync(name), result.Output);
    }

    [NodeTheory]
    [MemberData(nameof(Programs))]
    public async Task Program_InNode_PrintsWhatIsExpected(string name)
    {
        // As a module, for await at top level.
        var start = new ProcessStartInfo("node", ["--input-type=module"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.js")));
        process.StandardInput.Close();

        Assert.Equal(await ExpectedAsync(name), await output);
        Assert.Empty(await errors);
    }

    private static async Task<string> ExpectedAsync(string name) => (await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.txt"))).ReplaceLineEndings("\n");
}
