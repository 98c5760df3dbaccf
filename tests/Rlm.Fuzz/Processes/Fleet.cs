using System.Collections.Concurrent;
using System.Globalization;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>Shares the programs of a run among worker processes, and goes on after a program that ends or blocks one.</summary>
internal sealed class Fleet(Settings settings)
{
    /// <summary>How long one program may take in all its runs. Every single one has a much smaller limit of its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentQueue<(long Index, Failure Failure)> _failures = new();

    /// <summary>Runs all programs and gives the failures as they come.</summary>
    public IEnumerable<(long Index, Failure Failure)> Run()
    {
        List<Member> members = [.. Enumerable.Range(0, settings.Workers).Select(first => new Member(first, Start(first)))];
        while (members.Count > 0)
        {
            Thread.Sleep(50);
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
