namespace Rlm.JavaScript.Objects;

/// <summary>
/// Property names in insertion order with their attributes, found by hash. The position of an entry is the number of its slot.
/// A removed entry leaves a gap until the table is compacted.
/// </summary>
internal sealed class PropertyTable
{
    /// <summary>A copy has room for so many more properties.</summary>
    public const int Spare = 4;

    private const int LinearLimit = 8;
    private const int EntryBytes = 16;

    private Entry[] _entries;
    private int[] _buckets;
    private int _count;
    private int _removed;
    private readonly int _capacity;

    public PropertyTable(int capacity)
    {
        _capacity = Math.Max(capacity, 4);
        _entries = [];
        _buckets = [];
    }

    /// <summary>Whether sessions share it, so that nobody may change it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>The number of positions in use, gaps included.</summary>
    public int Count => _count;

    /// <summary>The number of properties.</summary>
    public int LiveCount => _count - _removed;

    public bool NeedsCompaction => _removed > 16 && _removed > _count / 2;

    public long Bytes => 64 + ((long)EntryBytes * _entries.Length) + (_buckets.Length == 0 ? 0 : 24 + (4L * _buckets.Length));

    /// <summary>An upper bound of the model bytes of a table with so many properties.</summary>
    public static long BytesFor(int count) => 64 + ((long)EntryBytes * Math.Max(count, 4)) + (count <= LinearLimit ? 0 : 24 + (4L * 6 * count));

    /// <summary>The key at a position, or null for a gap.</summary>
    public KeyCell? KeyAt(int position) => _entries[position].Key;

    public PropertyAttributes AttributesAt(int position) => _entries[position].Attributes;

    public void SetAttributes(int position, PropertyAttributes attributes) => _entries[position].Attributes = attributes;

    /// <summary>Returns the position of a key, or -1.</summary>
    public int Find(KeyCell key)
    {
        if (_buckets.Length == 0)
        {
            for (int i = 0; i < _count; i++)
            {
                if (ReferenceEquals(_entries[i].Key, key))
                {
                    return i;
                }
            }

            return -1;
        }

        int mask = _buckets.Length - 1;
        int bucket = Mix(key.Hash) & mask;
        int entry;
        while ((entry = _buckets[bucket]) != 0)
        {
            if (ReferenceEquals(_entries[entry - 1].Key, key))
            {
                return entry - 1;
            }

            bucket = (bucket + 1) & mask;
        }

        return -1;
    }

    /// <summary>Adds a key that is not there and returns its position.</summary>
    public int Add(KeyCell key, PropertyAttributes attributes)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(_entries.Length * 2, _capacity));
        }

        _entries[_count] = new Entry { Key = key, Attributes = attributes };
        _count++;
        if (_count > LinearLimit)
        {
            if (_count * 2 > _buckets.Length)
            {
                Rehash();
            }
            else
            {
                Link(_count - 1);
            }
        }

        return _count - 1;
    }

    /// <summary>Turns the entry at a position into a gap.</summary>
    public void Remove(int position)
    {
        // A gap keeps its bucket occupied, so that probes walk past it; its key matches nothing.
        _entries[position].Key = null;
        _removed++;
    }

    /// <summary>Copies the entries without gaps; <paramref name="positions"/> receives the old position of each.</summary>
    public PropertyTable Compact(List<int>? positions = null)
    {
        var table = new PropertyTable(LiveCount + Spare);
        for (int i = 0; i < _count; i++)
        {
            if (_entries[i].Key is { } key)
            {
                table.Add(key, _entries[i].Attributes);
                positions?.Add(i);
            }
        }

        return table;
    }

    /// <summary>Copies the entries with their positions, gaps included.</summary>
    public PropertyTable Copy()
    {
        var table = new PropertyTable(_count + Spare) { _count = _count, _removed = _removed };
        table._entries = new Entry[table._capacity];
        _entries.AsSpan(0, _count).CopyTo(table._entries);
        if (_count > LinearLimit)
        {
            table.Rehash();
        }

        return table;
    }

    /// <summary>Makes the table one that sessions share; false where it has a name that only one session knows, or a gap.</summary>
    public bool TryShare()
    {
        foreach (Entry entry in _entries.AsSpan(0, _count))
        {
            if (entry.Key is null || (entry.Key is Atom name && !Atoms.IsShared(name)) || (entry.Key is Symbol symbol && !WellKnownSymbols.All.Contains(symbol)))
            {
                return false;
            }
        }

        IsShared = true;
        return true;
    }

    public void Trace(Tracer tracer)
    {
        if (IsShared)
        {
            // It belongs to no session.
            return;
        }

        tracer.Count(Bytes);
        for (int i = 0; i < _count; i++)
        {
            tracer.Visit(_entries[i].Key);
        }
    }

    private static int Mix(int hash) => unchecked((int)((uint)hash * 0x9E3779B1) >> 7 ^ hash);

    private void Rehash()
    {
        int size = 32;
        while (size < _count * 3)
        {
            size *= 2;
        }

        _buckets = new int[size];
        for (int i = 0; i < _count; i++)
        {
            if (_entries[i].Key is not null)
            {
                Link(i);
            }
        }
    }

    private void Link(int position)
    {
        int mask = _buckets.Length - 1;
        int bucket = Mix(_entries[position].Key!.Hash) & mask;
        while (_buckets[bucket] != 0)
        {
            bucket = (bucket + 1) & mask;
        }

        _buckets[bucket] = position + 1;
    }

    private struct Entry
    {
        public KeyCell? Key;
        public PropertyAttributes Attributes;
    }
}
