using System.Collections;

namespace Rlm.Interpreters;

/// <summary>
/// A list of values of the kinds that <see cref="InterpreterVariable"/> lists, kept small: numbers without a box each, and records of one
/// shape by column.
/// </summary>
internal sealed class Column(int capacity) : IReadOnlyList<object?>
{
    private const int SmallestGrowth = 4;

    /// <summary>The values as long as all of them are numbers.</summary>
    private double[]? _numbers;

    /// <summary>The values once there are some of different kinds, or of other kinds than numbers and records.</summary>
    private object?[]? _values;

    /// <summary>The tables of the records, one for each shape. While <see cref="_values"/> is null, all values are the rows of the first.</summary>
    private List<RecordTable>? _tables;

    public int Count { get; private set; }

    public object? this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _values is not null ? _values[index] : _numbers is not null ? _numbers[index] : new Record(_tables![0], index);
        }
    }

    public IReadOnlyList<RecordTable> Tables => _tables ?? [];

    /// <summary>The table whose rows are the values in their order; null where there are other values.</summary>
    public RecordTable? Rows => _values is null && _numbers is null ? _tables?[0] : null;

    /// <summary>The values where all of them are numbers; else empty.</summary>
    public ReadOnlySpan<double> Numbers => _values is null && _numbers is not null ? _numbers.AsSpan(0, Count) : default;

    public void Add(object? value)
    {
        if (value is double number && _values is null && _tables is null)
        {
            Grow(ref _numbers);
            _numbers![Count++] = number;
            return;
        }

        Mix();
        Grow(ref _values);
        if (value is PendingText pending)
        {
            var index = Count;
            pending.Placed += text => _values![index] = text;
        }

        _values![Count++] = value;
    }

    /// <summary>Adds a record, whose values the caller adds to the columns of the table that is returned.</summary>
    public RecordTable AddRecord(RecordShape shape)
    {
        var table = _tables?.Find(candidate => candidate.Shape == shape);
        if (table is null)
        {
            if (Count > 0)
            {
                Mix();
            }

            table = new RecordTable(shape, Count == 0 ? capacity : 0);
            (_tables ??= []).Add(table);
        }

        if (_values is not null)
        {
            Grow(ref _values);
            _values![Count] = new Record(table, table.Count);
        }

        table.Count++;
        Count++;
        return table;
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Mix()
    {
        if (_values is null)
        {
            var values = new object?[Math.Max(capacity, Count)];
            for (var i = 0; i < Count; i++)
            {
                values[i] = this[i];
            }

            _values = values;
            _numbers = null;
        }
    }

    private void Grow<T>(ref T[]? items)
    {
        if (items is null)
        {
            items = new T[capacity];
        }

        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(SmallestGrowth, Count * 2));
        }
    }
}
