namespace Rlm.Trajectories;

/// <summary>Collects what the calls of one turn did. Calls overlap; records keep the order in which the calls began.</summary>
internal sealed class TurnRecording
{
    private readonly Lock _lock = new();
    private readonly List<SubCallRecord?> _subCalls = [];
    private readonly List<ToolCallRecord?> _toolCalls = [];
    private readonly List<string> _failedSlots = [];

    public int BeginSubCall() => Begin(_subCalls);

    public int BeginToolCall() => Begin(_toolCalls);

    public void EndSubCall(int index, SubCallRecord record) => End(_subCalls, index, record);

    public void EndToolCall(int index, ToolCallRecord record) => End(_toolCalls, index, record);

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
