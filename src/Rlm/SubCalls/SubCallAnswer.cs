using Microsoft.Extensions.AI;

namespace Rlm.SubCalls;

/// <summary>What came of one question, and what is recorded of it.</summary>
internal sealed record SubCallAnswer
{
    /// <summary>What the code gets: a text, or JSON where it gave a schema.</summary>
    public object? Value { get; init; }

    /// <summary>The answer as text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why there is no answer, or null.</summary>
    public string? Error { get; init; }

    public string? Model { get; init; }

    public UsageDetails? Usage { get; init; }

    /// <summary>The turns of a child.</summary>
    public Trajectory? Trajectory { get; init; }

    /// <summary>Why a child ended.</summary>
    public StopReason? StopReason { get; init; }
}
