using System.Diagnostics;
using Rlm.JavaScript;
using Rlm.JavaScript.Tests.Attacks;

namespace Rlm.Fuzz.Latency;

/// <summary>One evaluation that is stopped from outside: a turn of a program, the turns before it, and how.</summary>
/// <param name="Program">The program.</param>
/// <param name="Sources">The texts of its turns up to the one that is stopped.</param>
internal sealed record Stopping(AttackProgram Program, IReadOnlyList<string> Sources)
{
    /// <summary>The waiting thread sleeps until so long before the moment, and then spins.</summary>
    private static readonly TimeSpan Spin = TimeSpan.FromMilliseconds(2);

    public string Name => Sources.Count == 1 ? Program.Id : $"{Program.Id} (turn {Sources.Count})";

    /// <summary>How long the evaluation takes when nothing stops it but its own limits, or the clock after so long.</summary>
    public TimeSpan Measure(TimeSpan longest)
    {
        (TimeSpan run, Lateness? late) = Run(longest, byClock: true);
        return late is null ? run : longest;
    }

    /// <summary>Runs the evaluation, and stops it from another thread at a moment.</summary>
    /// <param name="moment">How long after its start.</param>
    /// <param name="byClock">Whether its time is over then; otherwise it is cancelled.</param>
    /// <returns>How long it went on; null where it had ended before.</returns>
    public Lateness? Stop(TimeSpan moment, bool byClock) => Run(moment, byClock).Late;

    private (TimeSpan Run, Lateness? Late) Run(TimeSpan moment, bool byClock)
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new LeapingClock();
        using JavaScriptSession session = Prepare(clock);
        long started = 0;
        long stopped = 0;
        TimeSpan collected = default;
        using var isStarted = new ManualResetEventSlim();
        using var isOver = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            isStarted.Wait();
            TimeSpan Left() => moment - Stopwatch.GetElapsedTime(Volatile.Read(ref started));
            if (Left() > Spin)
            {
                isOver.Wait(Left() - Spin);
            }

            while (Left() > TimeSpan.Zero && !isOver.IsSet)
            {
                Thread.SpinWait(50);
            }

            collected = GC.GetTotalPauseDuration();
            Volatile.Write(ref stopped, Stopwatch.GetTimestamp());
            if (byClock)
            {
                clock.Leap();
            }
            else
            {
                cancellation.Cancel();
            }
        });
        other.Start();

        Volatile.Write(ref started, Stopwatch.GetTimestamp());
        isStarted.Set();
        Evaluate(session, Sources[^1], cancellation.Token);
        long ended = Stopwatch.GetTimestamp();
        TimeSpan collectedAtEnd = GC.GetTotalPauseDuration();
        isOver.Set();
        other.Join();
        return (Stopwatch.GetElapsedTime(started, ended), stopped < ended ? new Lateness(Stopwatch.GetElapsedTime(stopped, ended), collectedAtEnd - collected) : null);
    }

    /// <summary>A session in which the turns before have run. What does not end by itself is only ended from outside.</summary>
    private JavaScriptSession Prepare(TimeProvider clock)
    {
        bool isEndless = Program.Turns.Count == 0 || Program.Turns[Sources.Count - 1].End == "stops work";
        JavaScriptSession session = AttackSession.Create(isEndless ? Program with { Work = long.MaxValue } : Program, answersAtOnce: true, clock);
        foreach (string source in Sources.SkipLast(1))
        {
            Evaluate(session, source, CancellationToken.None);
        }

        return session;
    }

    // The host answers at once, so that all of an evaluation stays on this thread.
    private static void Evaluate(JavaScriptSession session, string source, CancellationToken cancellation)
    {
        try
        {
            session.EvaluateAsync(source, cancellation).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // It was to be.
        }
    }

    /// <summary>The clock of the system, until it leaps far beyond every limit.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _leap;

        public void Leap() => Volatile.Write(ref _leap, TimestampFrequency * 3600);

        public override long GetTimestamp() => base.GetTimestamp() + Volatile.Read(ref _leap);
    }
}

/// <summary>How long an evaluation went on after it was stopped.</summary>
/// <param name="Whole">All of the time.</param>
/// <param name="Collecting">How much of it the runtime collected garbage.</param>
internal readonly record struct Lateness(TimeSpan Whole, TimeSpan Collecting);
