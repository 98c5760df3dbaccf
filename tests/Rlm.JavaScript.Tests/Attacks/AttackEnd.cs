namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>The ends of an evaluation in words: <c>completes</c>, <c>value V</c>, <c>throws NAME: part of the message</c>, <c>fails</c> with whatever error, <c>stops work</c>, <c>ends</c>.</summary>
internal static class AttackEnd
{
    /// <summary>Whether an evaluation came to the end that was expected.</summary>
    public static bool Matches(string expected, EvaluationResult result)
    {
        if (expected.StartsWith("throws ", StringComparison.Ordinal))
        {
            return MatchesError(expected, result);
        }

        return expected switch
        {
            "completes" => result.Outcome == EvaluationOutcome.Completed,
            "fails" => result.Outcome == EvaluationOutcome.Failed,
            _ => string.Equals(expected, Of(result), StringComparison.Ordinal),
        };
    }

    /// <summary>Describes how an evaluation ended.</summary>
    public static string Of(EvaluationResult result) => result.Outcome switch
    {
        EvaluationOutcome.Completed => $"value {result.Display ?? "undefined"}",
        EvaluationOutcome.Failed => $"throws {result.Error!.Name}: {result.Error.Message}",
        EvaluationOutcome.EndedByHost => "ends",
        EvaluationOutcome.WorkLimit => "stops work",
        EvaluationOutcome.MemoryLimit => "stops memory",
        _ => "stops time",
    };

    // The name is exact, the message contains the words given.
    private static bool MatchesError(string expected, EvaluationResult result)
    {
        string[] parts = expected["throws ".Length..].Split(": ", 2);
        return result.Outcome == EvaluationOutcome.Failed
            && result.Error!.Name == parts[0]
            && (parts.Length == 1 || result.Error.Message.Contains(parts[1], StringComparison.Ordinal));
    }
}
