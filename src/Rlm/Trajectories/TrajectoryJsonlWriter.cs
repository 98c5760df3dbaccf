using System.Text;
using Rlm.Trajectories;

namespace Rlm;

/// <summary>
/// Writes what happens in a run as lines of JSON (<see href="https://jsonlines.org">JSON Lines</see>), each when it happens: a run that is killed leaves all lines up to then.
/// <see cref="Trajectory.FromJsonl"/> reads them.
/// </summary>
/// <remarks>
/// Each line is an object with <c>type</c>, such as <c>turn_finished</c>, and <c>time</c>; lines of children also have <c>parents</c>, the sub-calls
/// from the outermost inward by turn and place. Of an input only its name, kind, size and SHA-256 are written (of a text that of its UTF-8, of anything else that
/// of its JSON without spaces). Replies, code, and what the language model saw of the output are written whole; prompts and answers of sub-calls by their beginnings. Parts of replies
/// (<see cref="ModelTextUpdate"/>) have no lines. A writer may be called from several threads, and is for one run.
/// </remarks>
public sealed class TrajectoryJsonlWriter : IAsyncDisposable
{
    private readonly TextWriter _writer;
    private readonly bool _leaveOpen;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, int> _lastTurns = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="TrajectoryJsonlWriter"/> class.</summary>
    /// <param name="writer">Where the lines go. It is flushed after each.</param>
    /// <param name="leaveOpen">Whether it stays open when this writer is disposed of.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    public TrajectoryJsonlWriter(TextWriter writer, bool leaveOpen = false, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        _leaveOpen = leaveOpen;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Initializes a new instance of the <see cref="TrajectoryJsonlWriter"/> class that writes UTF-8.</summary>
    /// <param name="stream">Where the lines go. It is flushed after each.</param>
    /// <param name="leaveOpen">Whether it stays open when this writer is disposed of.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    public TrajectoryJsonlWriter(Stream stream, bool leaveOpen = false, TimeProvider? timeProvider = null)
        : this(Text(stream, leaveOpen), leaveOpen: false, timeProvider)
    {
    }

    /// <summary>Writes the line of an update.</summary>
    /// <param name="update">The update, as <c>RunStreamingAsync</c> gives it.</param>
    /// <param name="cancellationToken">Cancels waiting for lines of others. A line that was begun is written to its end.</param>
    public ValueTask WriteAsync(RunUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        var parents = new List<SubCallParent>();
        while (update is ChildUpdate child)
        {
            parents.Add(new SubCallParent(child.Turn, child.SubCall));
            update = child.Update;
        }

        return WriteAsync(() => Lines(update, parents), cancellationToken);
    }

    /// <summary>Writes the last line of a run that threw, and before it the turn in which it did.</summary>
    /// <param name="exception">What the run threw.</param>
    /// <param name="cancellationToken">Cancels waiting for lines of others.</param>
    public ValueTask WriteFailureAsync(Exception exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var trajectory = (exception as RunException)?.Trajectory ?? (exception as RunCanceledException)?.Trajectory;
        return WriteAsync(() => [.. Interrupted(trajectory, []), TrajectoryLines.OfFailure(exception, Now)], cancellationToken);
    }

    /// <summary>Flushes and, unless it is to stay open, closes what is written to.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_leaveOpen)
        {
            await _writer.FlushAsync().ConfigureAwait(false);
        }
        else
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
    }

    private DateTimeOffset Now => _timeProvider.GetUtcNow();

    private static StreamWriter Text(Stream stream, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: leaveOpen);
    }

    private async ValueTask WriteAsync(Func<IEnumerable<string>> lines, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var line in lines())
            {
                await _writer.WriteAsync($"{line}\n".AsMemory(), CancellationToken.None).ConfigureAwait(false);
            }

            await _writer.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private List<string> Lines(RunUpdate update, List<SubCallParent> parents)
    {
        var lines = new List<string>();
        switch (update)
        {
            case TurnFinishedUpdate { Step.Turn: var turn }:
                _lastTurns[Key(parents)] = turn;
                break;
            case SubCallFinishedUpdate { Record.Trajectory: { } trajectory } call:
                lines.AddRange(Interrupted(trajectory, [.. parents, new SubCallParent(call.Turn, call.Index)]));
                break;
            default:
                break;
        }

        if (TrajectoryLines.Of(update, parents, Now) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The turns of a run that failed, or was cancelled, of which no update told that they ended.</summary>
    private IEnumerable<string> Interrupted(Trajectory? trajectory, List<SubCallParent> parents)
    {
        var last = _lastTurns.GetValueOrDefault(Key(parents));
        return (trajectory?.Steps ?? []).Where(step => step.Turn > last).Select(step => TrajectoryLines.Of(new TurnFinishedUpdate(step), parents, Now)!);
    }

    private static string Key(List<SubCallParent> parents) => string.Join('/', parents);
}
