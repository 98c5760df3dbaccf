using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Tests.RegularExpressions;

/// <summary>Makes meters with the limits a test is about.</summary>
internal static class Metered
{
    public static Meter Start(long? work = null, long? memory = null, CancellationToken cancellation = default)
    {
        var meter = new Meter();
        meter.Begin(new ExecutionLimits { Work = work, Memory = memory, Time = Timeout.InfiniteTimeSpan }, TimeProvider.System, cancellation);
        return meter;
    }
}
