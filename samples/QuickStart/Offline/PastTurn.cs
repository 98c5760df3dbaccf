using System.Text.RegularExpressions;

namespace QuickStart.Offline;

/// <summary>A turn that ran: the code, and what was shown of its output. The code prints its findings as lines of a name and a value.</summary>
internal sealed partial record PastTurn(string Code, string Output)
{
    private const string AnswerLabel = "answer: ";

    /// <summary>The error or the limit that ended the code, or null.</summary>
    public string? Error => ErrorLine().Match(Output) is { Success: true } match ? match.Value : null;

    public bool Submits => Code.Contains("SUBMIT(", StringComparison.Ordinal);

    /// <summary>The answer that the code printed, or null. It is the last thing printed and may have several lines.</summary>
    public string? Answer =>
        Error is null && Output.IndexOf(AnswerLabel, StringComparison.Ordinal) is >= 0 and var start ? Output[(start + AnswerLabel.Length)..].TrimEnd() : null;

    public string? Value(string name) =>
        Regex.Match(Output, $"^{Regex.Escape(name)}: (?<value>.*)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups["value"].Value.Trim() : null;

    [GeneratedRegex(@"^(?:[A-Z]\w*Error: |Stopped: ).*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
