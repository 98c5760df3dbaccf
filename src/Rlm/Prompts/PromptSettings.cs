using System.Globalization;
using Rlm.Budgets;

namespace Rlm.Prompts;

/// <summary>What the messages of a run depend on.</summary>
internal sealed record PromptSettings
{
    public required Signature Signature { get; init; }
    public required RunLimits Limits { get; init; }
    public IReadOnlyList<string> ToolDeclarations { get; init; } = [];

    /// <summary>The models that the code can name, with their descriptions.</summary>
    public IReadOnlyList<(string Name, string Description)> Models { get; init; } = [];

    /// <summary>Whether <c>rlm_query</c> starts a child.</summary>
    public bool HasChildren { get; init; }

    public bool HasSubCalls => Limits.Tree.MaxSubCalls > 0;

    public string TimeLimitText =>
        string.Create(CultureInfo.InvariantCulture, $"{Limits.TurnTimeLimit.TotalSeconds:0.###} {(Limits.TurnTimeLimit.TotalSeconds == 1 ? "second" : "seconds")}");

    public string MemoryLimitText => string.Create(CultureInfo.InvariantCulture, $"{Limits.MemoryLimit / (1024.0 * 1024.0):0.###} MB");
}
