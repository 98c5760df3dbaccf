using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Rlm.Interpreters;

/// <summary>One row of a table, as named values in their order.</summary>
internal sealed class Record(RecordTable table, int row) : IReadOnlyDictionary<string, object?>
{
    public RecordTable Table => table;

    public int Row => row;

    public int Count => table.Columns.Count(column => column[row] != RecordTable.Absent);

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<object?> Values => this.Select(pair => pair.Value);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var index = Array.IndexOf(table.Shape.Names, key);
        value = index < 0 ? null : table.Columns[index][row];
        if (index >= 0 && value != RecordTable.Absent)
        {
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var value = table.Columns[i][row];
            if (value != RecordTable.Absent)
            {
                yield return KeyValuePair.Create(table.Shape.Names[i], value);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
