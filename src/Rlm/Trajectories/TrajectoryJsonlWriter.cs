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
    private readonly Dictionary<string, WrittenLines> _written = new(StringComparer.Ordinal);

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
        return WriteAsync(() => Lines(exception, trajectory), cancellationToken);
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

    private List<string> Lines(Exception exception, Trajectory? trajectory)
    {
        var lines = new List<string>();
        AddRest(lines, trajectory, []);
        lines.Add(TrajectoryLines.OfFailure(exception, Now));
        return lines;
    }

    private List<string> Lines(RunUpdate update, List<SubCallParent> parents)
    {
        var lines = new List<string>();
        switch (update)
        {
            case TurnFinishedUpdate { Step: var step }:
                AddStep(lines, step, parents);
                break;
            case SubCallFinishedUpdate call:
                AddSubCall(lines, call, parents);
                break;
            case ToolCallFinishedUpdate call:
                AddToolCall(lines, call, parents);
                break;
            default:
                Add(lines, update, parents);
                break;
        }

        return lines;
    }

    private void Add(List<string> lines, RunUpdate update, List<SubCallParent> parents)
    {
        if (TrajectoryLines.Of(update, parents, Now) is { } line)
        {
            lines.Add(line);
        }
    }

    /// <summary>Adds the line of a turn, and before it those of calls that it was interrupted in: no update told that they ended.</summary>
    private void AddStep(List<string> lines, TrajectoryStep step, List<SubCallParent> parents)
    {
        var written = Written(parents);
        for (var i = 0; i < step.SubCalls.Count; i++)
        {
            if (!written.Has(step.SubCalls[i], i))
            {
                AddSubCall(lines, new SubCallFinishedUpdate(step.Turn, i, step.SubCalls[i]), parents);
            }
        }

        for (var i = 0; i < step.ToolCalls.Count; i++)
        {
            if (!written.Has(step.ToolCalls[i], i))
            {
                AddToolCall(lines, new ToolCallFinishedUpdate(step.Turn, i, step.ToolCalls[i]), parents);
            }
        }

        Add(lines, new TurnFinishedUpdate(step), parents);
        written.FinishTurn(step.Turn);
    }

    private void AddSubCall(List<string> lines, SubCallFinishedUpdate call, List<SubCallParent> parents)
    {
        AddRest(lines, call.Record.Trajectory, [.. parents, new SubCallParent(call.Turn, call.Index)]);
        Add(lines, call, parents);
        Written(parents).Add(call.Record, call.Index);
    }

    private void AddToolCall(List<string> lines, ToolCallFinishedUpdate call, List<SubCallParent> parents)
    {
        Add(lines, call, parents);
        Written(parents).Add(call.Record, call.Index);
    }

    /// <summary>Adds the turns of a run that failed, or was cancelled, of which no update told that they ended.</summary>
    private void AddRest(List<string> lines, Trajectory? trajectory, List<SubCallParent> parents)
    {
        foreach (var step in trajectory?.Steps ?? [])
        {
            if (step.Turn > Written(parents).LastTurn)
            {
                AddStep(lines, step, parents);
            }
        }
    }

    private WrittenLines Written(List<SubCallParent> parents)
    {
        var key = string.Join('/', parents);
        if (!_written.TryGetValue(key, out var written))
        {
            _written[key] = written = new WrittenLines();
        }

        return written;
    }

    /// <summary>What was written of one run of the tree: its turns, and the calls of the turn that is going on.</summary>
    private sealed class WrittenLines
    {
        private readonly Dictionary<(Type, int), object> _records = [];

        public int LastTurn { get; private set; }

        public bool Has(object record, int index) => ReferenceEquals(_records.GetValueOrDefault((record.GetType(), index)), record);

        public void Add(object record, int index) => _records[(record.GetType(), index)] = record;

        public void FinishTurn(int turn)
        {
            LastTurn = turn;
            _records.Clear();
        }
    }
}
