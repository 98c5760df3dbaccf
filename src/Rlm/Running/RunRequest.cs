using Rlm.Budgets;
using Rlm.Inputs;
using Rlm.Sessions;
using Rlm.SubCalls;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>What one run is given.</summary>
internal sealed record RunRequest
{
    /// <summary>The inputs.</summary>
    public required RunInputs Inputs { get; init; }

    /// <summary>The object of the caller, for validation attributes that look at their instance; null where there is none.</summary>
    public object? Instance { get; init; }

    /// <summary>Makes the result object of a typed run; null where there is none. What it throws is told to the language model.</summary>
    public Func<BoundOutputs, object>? Apply { get; init; }

    /// <summary>Makes the prediction of the module's kind.</summary>
    public required Func<RunOutcome, Prediction> Finish { get; init; }

    /// <summary>Where updates go, or null. The only way by which a run tells of itself while it is going on.</summary>
    public Func<RunUpdate, CancellationToken, ValueTask>? Emit { get; init; }

    /// <summary>The session whose interpreter the run uses, or null to have one of its own.</summary>
    public RecursiveSession? Session { get; init; }

    /// <summary>The run that this one is a child of, or null.</summary>
    public ParentRun? Parent { get; init; }
}

/// <summary>What a child has from its parent.</summary>
internal sealed record ParentRun(RunTree Tree, UsageLedger Usage, OpenSubCall Call);
