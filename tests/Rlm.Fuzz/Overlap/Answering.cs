namespace Rlm.Fuzz.Overlap;

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
