using System.Text.RegularExpressions;

namespace Rlm.JavaScript.Tests.Documentation;

/// <summary>What the README says is left out, is, and says so when it is used.</summary>
public sealed class LimitationsTests
{
    public static TheoryData<string> LeftOut => [.. Regex.Matches(ReadMe.From("## LIMITATIONS"), "^\\| `(?<code>[^`]+)` \\|", RegexOptions.Multiline).Select(row => row.Groups["code"].Value)];

    [Theory]
    [MemberData(nameof(LeftOut))]
    public async Task Evaluate_LeftOutFeature_FailsWithMessage(string code)
    {
        using var session = new JavaScriptSession();

        var result = await session.EvaluateAsync(code);

        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Contains(result.Error!.Name, (string[])["SyntaxError", "ReferenceError", "TypeError", "RangeError"]);
        Assert.NotEmpty(result.Error.Message);
    }
}
