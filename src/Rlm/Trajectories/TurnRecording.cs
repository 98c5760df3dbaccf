namespace Rlm.Trajectories;

/// <summary>Collects what the calls of one turn did, and tells of them. Calls overlap; records keep the order in which the calls began.</summary>
/// <param name="turn">The number of the turn.</param>
/// <param name="publish">Where updates go.</param>
internal sealed class TurnRecording(int turn, Func<RunUpdate, ValueTask> publish)
{
    private readonly Lock _lock = new();
    private readonly List<SubCallRecord?> _subCalls = [];
    private readonly List<ToolCallRecord?> _toolCalls = [];
    private readonly List<string> _failedSlots = [];

    public int Turn { get; } = turn;

    public int BeginSubCall() => Begin(_subCalls);

    public ValueTask SubCallStartedAsync(int index, string function, int promptLength, string promptPreview) =>
        publish(new SubCallStartedUpdate(Turn, index, function, promptLength, promptPreview));

    public ValueTask SubCallFinishedAsync(int index, SubCallRecord record)
    {
        End(_subCalls, index, record);
        return publish(new SubCallFinishedUpdate(Turn, index, record));
    }

    public int BeginToolCall() => Begin(_toolCalls);

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

    public IReadOnlyList<SubCallRecord> SubCalls() => Ended(_subCalls);

    public IReadOnlyList<ToolCallRecord> ToolCalls() => Ended(_toolCalls);

    public IReadOnlyList<string> FailedSlots()
    {
        lock (_lock)
        {
            return [.. _failedSlots];
        }
    }

    private int Begin<T>(List<T?> records)
        where T : class
    {
        lock (_lock)
        {
            records.Add(null);
            return records.Count - 1;
        }
    }

    private void End<T>(List<T?> records, int index, T record)
        where T : class
    {
        lock (_lock)
        {
            records[index] = record;
        }
    }

    private List<T> Ended<T>(List<T?> records)
        where T : class
    {
        lock (_lock)
        {
            return [.. records.OfType<T>()];
        }
    }
}
