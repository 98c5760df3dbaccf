using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>The call that answered the outputs from the transcript after a limit was reached.</summary>
public sealed record ExtractionRecord
{
    /// <summary>Gets the reply of the language model.</summary>
    public string Reply { get; init; } = "";

    /// <summary>Gets what is wrong with the reply, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets how long the call took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets what the model reported.</summary>
    public UsageDetails Usage { get; init; } = new();
}
