namespace Rlm.Trajectories;

/// <summary>Collects what the calls of one turn did, and tells of them. Calls overlap; records keep the order in which the calls began.</summary>
/// <param name="turn">The number of the turn.</param>
/// <param name="publish">Where updates go.</param>
internal sealed class TurnRecording(int turn, Func<RunUpdate, ValueTask> publish)
{
    private readonly Lock _lock = new();
    private readonly List<Func<SubCallRecord>> _subCalls = [];
    private readonly List<Func<ToolCallRecord>> _toolCalls = [];
    private readonly List<string> _failedSlots = [];

    public int Turn { get; } = turn;

    /// <summary>Begins a sub-call.</summary>
    /// <param name="soFar">The record as it stands when the turn is interrupted before the call has ended; nobody waits for what may hang.</param>
    /// <returns>The place of the call among the sub-calls of the turn.</returns>
    public int BeginSubCall(Func<SubCallRecord> soFar) => Begin(_subCalls, soFar);

    public ValueTask SubCallStartedAsync(int index, string function, int promptLength, string promptPreview) =>
        publish(new SubCallStartedUpdate(Turn, index, function, promptLength, promptPreview));

    public ValueTask SubCallFinishedAsync(int index, SubCallRecord record)
    {
        End(_subCalls, index, record);
        return publish(new SubCallFinishedUpdate(Turn, index, record));
    }

    /// <summary>Begins a call of a tool, as <see cref="BeginSubCall"/> does a sub-call.</summary>
    public int BeginToolCall(Func<ToolCallRecord> soFar) => Begin(_toolCalls, soFar);

    public ValueTask ToolCallStartedAsync(int index, string name, string argumentsPreview) =>
        publish(new ToolCallStartedUpdate(Turn, index, name, argumentsPreview));

    public ValueTask ToolCallFinishedAsync(int index, ToolCallRecord record)
    {
        End(_toolCalls, index, record);
        return publish(new ToolCallFinishedUpdate(Turn, index, record));
    }

    public ValueTask SubmissionRejectedAsync(IReadOnlyList<string> problems) => publish(new SubmissionRejectedUpdate(Turn, problems));

    public void AddFailedSlots(string description)
    {
        lock (_lock)
        {
            _failedSlots.Add(description);
        }
    }

    public IReadOnlyList<SubCallRecord> SubCalls() => All(_subCalls);

    public IReadOnlyList<ToolCallRecord> ToolCalls() => All(_toolCalls);

    public IReadOnlyList<string> FailedSlots()
    {
        lock (_lock)
        {
            return [.. _failedSlots];
        }
    }

    private int Begin<T>(List<Func<T>> records, Func<T> soFar)
    {
        lock (_lock)
        {
            records.Add(soFar);
            return records.Count - 1;
        }
    }

    private void End<T>(List<Func<T>> records, int index, T record)
    {
        lock (_lock)
        {
            records[index] = () => record;
        }
    }

    private List<T> All<T>(List<Func<T>> records)
    {
        List<Func<T>> all;
        lock (_lock)
        {
            all = [.. records];
        }

        return all.ConvertAll(record => record());
    }
}
