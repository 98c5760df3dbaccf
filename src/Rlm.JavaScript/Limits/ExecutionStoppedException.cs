namespace Rlm.JavaScript.Limits;

/// <summary>Why an evaluation was stopped from outside the guest's control.</summary>
internal enum ExecutionStop
{
    Work,
    Time,
    Memory,
    Cancelled,
}

/// <summary>Unwinds a running evaluation. No guest handler sees it: not catch, not finally, no iterator return.</summary>
internal sealed class ExecutionStoppedException(ExecutionStop stop, string message) : Exception(message)
{
    public ExecutionStop Stop { get; } = stop;
}
