namespace Rlm.Prompts;

/// <summary>What the language model is told about a turn.</summary>
internal sealed record TurnReport
{
    /// <summary>What was printed, the error and the value, cut to the limit; empty where there was nothing, or where nothing ran.</summary>
    public required string Body { get; init; }

    /// <summary>The whole message about the turn, without the turn line.</summary>
    public required string Text { get; init; }

    /// <summary>The error or the exceeded limit, or why nothing ran; null where the code ran to its end.</summary>
    public string? Error { get; init; }
}
