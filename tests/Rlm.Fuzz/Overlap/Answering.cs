namespace Rlm.Fuzz.Overlap;

/// <summary>A way to run a program.</summary>
/// <param name="IsIndependent">Whether the host says that calls of its function are independent.</param>
/// <param name="Overlaps">Whether such calls overlap.</param>
/// <param name="Answering">When the host answers.</param>
internal sealed record Way(bool IsIndependent, bool Overlaps, Answering Answering);

/// <summary>When the host answers the calls that wait.</summary>
internal enum Answering
{
    /// <summary>Before the call returns.</summary>
    AtOnce,

    /// <summary>The one that waits longest first.</summary>
    InOrder,

    /// <summary>The last one first.</summary>
    Backwards,
    AtRandom,
}
