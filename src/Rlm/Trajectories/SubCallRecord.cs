using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>One prompt that the code sent to the sub-model.</summary>
public sealed record SubCallRecord
{
    /// <summary>Gets the function that was called, such as <c>llm_query</c>.</summary>
    public required string Function { get; init; }

    /// <summary>Gets the model that answered, or null where the client does not say.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the number of characters of the prompt.</summary>
    public int PromptLength { get; init; }

    /// <summary>Gets the beginning of the prompt.</summary>
    public string PromptPreview { get; init; } = "";

    /// <summary>Gets the number of characters of the answer.</summary>
    public int ResponseLength { get; init; }

    /// <summary>Gets the beginning of the answer.</summary>
    public string ResponsePreview { get; init; } = "";

    /// <summary>Gets why the call failed, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets how long the call took, waiting for its place included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets what the model reported, or null.</summary>
    public UsageDetails? Usage { get; init; }
}
