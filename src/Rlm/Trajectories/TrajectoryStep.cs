using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>One turn: what the language model wrote and what its code did.</summary>
public sealed record TrajectoryStep
{
    /// <summary>Gets the number of the turn, from 1.</summary>
    public required int Turn { get; init; }

    /// <summary>Gets the model that replied, or null where the client does not say.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the text of the reply around the code, including reasoning that the model marked as such.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>Gets the code that ran, or null where the reply had none that could run.</summary>
    public string? Code { get; init; }

    /// <summary>Gets what the language model was shown as the output: prints, error, value; shortened where it was too long.</summary>
    public string Output { get; init; } = "";

    /// <summary>Gets the error or the exceeded limit that ended the code, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the sub-calls, in the order in which they were made.</summary>
    public IReadOnlyList<SubCallRecord> SubCalls { get; init; } = [];

    /// <summary>Gets the calls of tools, in the order in which they were made.</summary>
    public IReadOnlyList<ToolCallRecord> ToolCalls { get; init; } = [];

    /// <summary>Gets how long the turn took, the language model included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets what the language models reported for the turn, sub-calls included.</summary>
    public UsageDetails Usage { get; init; } = new();
}
