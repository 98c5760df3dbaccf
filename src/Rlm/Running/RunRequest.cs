using Rlm.Inputs;

namespace Rlm.Running;

/// <summary>What one run is given.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Instance">The object of the caller, for validation attributes that look at their instance; null where there is none.</param>
/// <param name="Apply">Makes the result object of a typed run; null where there is none. What it throws is told to the language model.</param>
/// <param name="Finish">Makes the prediction of the module's kind.</param>
/// <param name="Emit">Where updates go, or null. The only way by which a run tells of itself while it is going on.</param>
internal sealed record RunRequest(
    RunInputs Inputs,
    object? Instance,
    Func<BoundOutputs, object>? Apply,
    Func<RunOutcome, Prediction> Finish,
    Func<RunUpdate, CancellationToken, ValueTask>? Emit = null);
