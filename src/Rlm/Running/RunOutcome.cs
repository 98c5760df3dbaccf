using Microsoft.Extensions.AI;

namespace Rlm.Running;

/// <summary>How a run ended, before it is made a prediction.</summary>
internal sealed record RunOutcome(
    BoundOutputs Outputs,
    Trajectory Trajectory,
    string FinalReasoning,
    StopReason StopReason,
    UsageDetails Usage,
    IReadOnlyDictionary<string, UsageDetails> UsageByModel,
    decimal? Cost,
    TimeSpan Duration);
