using System.Text.RegularExpressions;

namespace Rlm.JavaScript.Tests.Documentation;

/// <summary>What the README says is left out, is, and says so when it is used.</summary>
public sealed class LimitationsTests
{
    public static TheoryData<string> LeftOut => [.. Regex.Matches(Limitations(), "^\\| `(?<code>[^`]+)` \\|", RegexOptions.Multiline).Select(row => row.Groups["code"].Value)];

    [Theory]
    [MemberData(nameof(LeftOut))]
    public async Task Evaluate_LeftOutFeature_FailsWithMessage(string code)
    {
        using var session = new JavaScriptSession();

        var result = await session.EvaluateAsync(code);

        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Contains(result.Error!.Name, (string[])["SyntaxError", "ReferenceError", "TypeError"]);
        Assert.NotEmpty(result.Error.Message);
    }

    private static string Limitations()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rlm.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var readme = File.ReadAllText(Path.Combine(folder, "src", "Rlm.JavaScript", "README.md")).ReplaceLineEndings("\n");
        return readme[readme.IndexOf("## LIMITATIONS", StringComparison.Ordinal)..];
    }
}
