using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>One question that the code asked: of another model, or of a child with a session of its own.</summary>
public sealed record SubCallRecord
{
    /// <summary>Gets the function that was called, such as <c>llm_query</c>.</summary>
    public required string Function { get; init; }

    /// <summary>Gets the model that answered; null where the client does not say, or a child answered.</summary>
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

    /// <summary>Gets when a model or a child was asked, after the call had waited for its place; null where it never was. Calls overlap.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets how long the answer took from <see cref="StartedAt"/> on.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets what the models reported, or null where nothing was.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Gets the turns of the child, or null where one completion answered.</summary>
    public Trajectory? Trajectory { get; init; }

    /// <summary>Gets why the child ended, or null where there was none or it failed.</summary>
    public StopReason? StopReason { get; init; }
}
