namespace Rlm.JavaScript.Limits;

/// <summary>The limits of one evaluation; null where there is none.</summary>
internal sealed record ExecutionLimits
{
    public long? Work { get; init; }

    /// <summary>The own execution time of an evaluation; waiting for host calls is not counted.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Retained memory in model bytes.</summary>
    public long? Memory { get; init; } = 256L * 1024 * 1024;
}
