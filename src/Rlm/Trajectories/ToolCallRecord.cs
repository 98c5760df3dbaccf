namespace Rlm;

/// <summary>One call of a tool by the code.</summary>
public sealed record ToolCallRecord
{
    /// <summary>Gets the name of the tool.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of characters of the arguments as JSON.</summary>
    public int ArgumentsLength { get; init; }

    /// <summary>Gets the beginning of the arguments as JSON.</summary>
    public string ArgumentsPreview { get; init; } = "";

    /// <summary>Gets the beginning of the result.</summary>
    public string ResultPreview { get; init; } = "";

    /// <summary>Gets why the call failed, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets when the tool was called, after the call had waited for its place; null where it never was. Calls of read-only tools overlap.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets how long the call took from <see cref="StartedAt"/> on.</summary>
    public TimeSpan Duration { get; init; }
}
