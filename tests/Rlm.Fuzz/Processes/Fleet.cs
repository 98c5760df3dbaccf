using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>Shares the programs of a run among worker processes, and goes on after a program that ends or blocks one.</summary>
internal sealed class Fleet(Settings settings)
{
    /// <summary>How long one program may take in all its runs, on a machine that is busy with other things. Every single one has a much smaller limit of its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<(long Index, Failure Failure)> _failures = new();

    /// <summary>Runs all programs and gives the failures as they come.</summary>
    public IEnumerable<(long Index, Failure Failure)> Run()
    {
        List<Member> members = [.. Enumerable.Range(0, settings.Workers).Select(first => new Member(first, Start(first)))];
        long started = Stopwatch.GetTimestamp();
        TimeSpan reported = TimeSpan.Zero;
        while (members.Count > 0)
        {
            Thread.Sleep(50);
            if (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed - reported > BetweenReports)
            {
                reported = elapsed;
                Report(members.Min(member => member.Child.Index), elapsed);
            }

            foreach (Member member in members.ToArray())
            {
                members.Remove(member);
                if (Follow(member) is { } next)
                {
                    members.Add(next);
                }
            }

            while (_failures.TryDequeue(out (long Index, Failure Failure) failure))
            {
                yield return failure;
            }
        }
    }

    /// <summary>Says how far a long run is, beside its result.</summary>
    private void Report(long index, TimeSpan elapsed) =>
        Console.Error.WriteLine(FormattableString.Invariant($"{DateTime.UtcNow:HH:mm} {index} of {settings.Programs} programs, {index / elapsed.TotalSeconds:0} a second"));

    /// <summary>Looks after a worker.</summary>
    /// <returns>It, or the one that goes on in its place; null where its share is done.</returns>
    private Member? Follow(Member member)
    {
        Child child = member.Child;
        if (!child.HasExited)
        {
            if (child.Busy < Patience)
            {
                return member;
            }

            child.Kill();
            child.Drain();
            _failures.Enqueue((child.Index, new Failure("no hang", FormattableString.Invariant($"not done after {Patience.TotalSeconds} s"))));
        }
        else
        {
            child.Drain();
            if (child.ExitCode == 0)
            {
                child.Dispose();
                return null;
            }

            _failures.Enqueue((child.Index, new Failure("no crash", FormattableString.Invariant($"exit code {child.ExitCode}\n{child.Errors()}"))));
        }

        long next = Math.Max(child.Index, member.First) + settings.Workers;
        child.Dispose();
        return next < settings.Programs ? new Member(next, Start(next)) : null;
    }

    private Child Start(long first) => Child.Start(
        [
            "--programs", settings.Programs.ToString(CultureInfo.InvariantCulture),
            "--seed", settings.Seed.ToString(CultureInfo.InvariantCulture),
            "--share", FormattableString.Invariant($"{first}:{settings.Workers}"),
        ],
        (index, failure) => _failures.Enqueue((index, failure)));

    private sealed record Member(long First, Child Child);
}
