using System.Globalization;

namespace Rlm.Prompts;

/// <summary>The limits that the prompts mention.</summary>
internal sealed record PromptLimits
{
    public required int MaxIterations { get; init; }
    public required int MaxSubCalls { get; init; }
    public required int MaxSubPromptLength { get; init; }
    public required int MaxOutputLength { get; init; }
    public required TimeSpan TimeLimit { get; init; }
    public required long MemoryLimit { get; init; }

    public string TimeLimitText => string.Create(CultureInfo.InvariantCulture, $"{TimeLimit.TotalSeconds:0.###} {(TimeLimit.TotalSeconds == 1 ? "second" : "seconds")}");

    public string MemoryLimitText => string.Create(CultureInfo.InvariantCulture, $"{MemoryLimit / (1024.0 * 1024.0):0.###} MB");
}
