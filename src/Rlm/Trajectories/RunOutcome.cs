using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Rlm.Trajectories;

/// <summary>How a run ended, before it is made a prediction.</summary>
internal sealed record RunOutcome(
    IReadOnlyDictionary<string, JsonElement> Outputs,
    object? Result,
    Trajectory Trajectory,
    string FinalReasoning,
    StopReason StopReason,
    UsageDetails Usage,
    IReadOnlyDictionary<string, UsageDetails> UsageByModel,
    decimal? Cost,
    TimeSpan Duration);
