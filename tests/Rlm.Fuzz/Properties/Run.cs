using System.Globalization;
using System.Text;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Properties;

/// <summary>What came of one evaluation, as texts that can be compared.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Facts">Its value, its error and its variables.</param>
/// <param name="Work">The work it did.</param>
/// <param name="Memory">The memory it says the session retains.</param>
internal sealed record Run(EvaluationOutcome Outcome, string Output, string Facts, long Work, long Memory)
{
    /// <summary>Gets a value indicating whether no limit stopped it.</summary>
    public bool IsWhole => Outcome is EvaluationOutcome.Completed or EvaluationOutcome.Failed or EvaluationOutcome.EndedByHost;

    public static Run Of(EvaluationResult result)
    {
        var facts = new StringBuilder();
        facts.Append(result.Outcome).Append('\n').Append(result.Value.ToJson()).Append('\n').Append(result.Display).Append('\n').Append(result.Error);
        foreach (VariableDescription variable in result.Variables)
        {
            facts.Append(CultureInfo.InvariantCulture, $"\n{variable.Name}: {variable.Type} {variable.Size}");
        }

        return new Run(result.Outcome, result.Output, facts.ToString(), result.Usage.Work, result.Usage.Memory);
    }

    /// <summary>Tells in what two evaluations that should be the same are not; null where they are.</summary>
    public string? DifferenceFrom(Run other) =>
        Output != other.Output ? $"output: {FirstDifference(Output, other.Output)}"
        : Facts != other.Facts ? $"end: {FirstDifference(Facts, other.Facts)}"
        : Work != other.Work ? FormattableString.Invariant($"work: {Work} and {other.Work}")
        : null;

    private static string FirstDifference(string left, string right)
    {
        int at = 0;
        while (at < left.Length && at < right.Length && left[at] == right[at])
        {
            at++;
        }

        return $"'{Around(left, at)}' and '{Around(right, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 40)];
}
