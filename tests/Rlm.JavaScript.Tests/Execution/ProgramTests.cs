namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Whole programs in the manner of language models; what they have to print was printed by Node.js.</summary>
public sealed class ProgramTests
{
    public static TheoryData<string> Programs =>
        [.. Directory.GetFiles(Folder, "*.js").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Execution", "Programs");

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_PrintsWhatNodePrints(string name)
    {
        using var session = new JavaScriptSession();

        EvaluationResult result = await session.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.js")));

        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        Assert.Equal((await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.txt"))).ReplaceLineEndings("\n"), result.Output);
    }
}
