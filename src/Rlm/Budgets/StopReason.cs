namespace Rlm;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>The language model submitted valid outputs.</summary>
    Submitted,

    /// <summary>The turns ran out, and the outputs were extracted from the transcript.</summary>
    MaxIterations,
}
