using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// The insertion-ordered hash table behind Map and Set (ECMA-262 §24.1, §24.2), keyed by SameValueZero.
/// A cursor is the sequence number of the last visited entry, so that iteration goes on rightly through additions, removals, compaction and clearing.
/// </summary>
internal sealed class KeyedTable(Meter meter)
{
    private Entry[] _entries = [];
    private int[] _buckets = [];
    private int _used;

    /// <summary>The first entry that is not a gap: what takes elements out at the front, as queues and caches do, is not slowed by what was there.</summary>
    private int _first;
    private long _lastSequence;

    public int Count { get; private set; }

    public long Bytes => 72 + (_entries.Length == 0 ? 0 : 48 + (48L * _entries.Length) + (4L * _buckets.Length));

    public bool TryGet(in Value key, out Value value)
    {
        int entry = Find(key, Hash(key));
        value = entry < 0 ? Value.Undefined : _entries[entry].Value;
        return entry >= 0;
    }

    public bool Contains(in Value key) => Find(key, Hash(key)) >= 0;

    /// <summary>Adds a key or replaces its value; -0 becomes 0.</summary>
    public void Set(Value key, in Value value)
    {
        if (key.IsNumber && key.Number == 0)
        {
            key = 0;
        }

        int hash = Hash(key);
        int entry = Find(key, hash);
        if (entry >= 0)
        {
            _entries[entry].Value = value;
            return;
        }

        if (_used == _entries.Length)
        {
            Rebuild();
        }

        _entries[_used] = new Entry { Key = key, Value = value, Hash = hash, Sequence = ++_lastSequence };
        Link(_used++);
        Count++;
    }

    public bool Remove(in Value key)
    {
        int entry = Find(key, Hash(key));
        if (entry < 0)
        {
            return false;
        }

        _entries[entry].Key = Value.Hole;
        _entries[entry].Value = default;
        Count--;
        while (_first < _used && _entries[_first].Key.IsHole)
        {
            _first++;
        }

        return true;
    }

    public void Clear()
    {
        _entries = [];
        _buckets = [];
        _used = 0;
        _first = 0;
        Count = 0;
    }

    /// <summary>Moves a cursor (0 at the start) to the next entry; false at the end.</summary>
    public bool MoveNext(ref long cursor, out Value key, out Value value)
    {
        for (int i = Math.Max(FirstAfter(cursor), _first); i < _used; i++)
        {
            ref readonly Entry entry = ref _entries[i];
            if (!entry.Key.IsHole)
            {
                cursor = entry.Sequence;
                key = entry.Key;
                value = entry.Value;
                return true;
            }

            meter.Work(1);
        }

        key = value = Value.Undefined;
        return false;
    }

    public void Trace(Tracer tracer)
    {
        tracer.Count(Bytes);
        foreach (ref readonly Entry entry in _entries.AsSpan(0, _used))
        {
            tracer.Visit(entry.Key);
            tracer.Visit(entry.Value);
        }
    }

    public static int Hash(in Value key)
    {
        switch (key.Reference)
        {
            case null:
                return HashNumber(key.Number);
            case JsString text:
                return text.GetContentHash();
            case JsBigInt big:
                return big.IsSmall ? HashMixing.Mix((ulong)big.Small) : big.Value.GetHashCode();
            case KeyCell symbol:
                return symbol.Hash;
            default:
                return RuntimeHelpers.GetHashCode(key.Reference);
        }
    }

    private static int HashNumber(double number) =>
        number == 0 ? (int)HashMixing.Seed : HashMixing.Mix(BitConverter.DoubleToUInt64Bits(double.IsNaN(number) ? double.NaN : number));

    private int Find(in Value key, int hash)
    {
        int[] buckets = _buckets;
        if (buckets.Length == 0)
        {
            return -1;
        }

        Entry[] entries = _entries;
        int steps = 0;
        for (int index = buckets[hash & (buckets.Length - 1)] - 1; index >= 0;)
        {
            ref readonly Entry entry = ref entries[index];
            if (entry.Hash == hash && Value.SameValueZero(entry.Key, key))
            {
                return index;
            }

            index = entry.Next - 1;
            if (++steps > 8)
            {
                meter.Work(1);
            }
        }

        return -1;
    }

    private void Link(int entry)
    {
        ref int bucket = ref _buckets[_entries[entry].Hash & (_buckets.Length - 1)];
        _entries[entry].Next = bucket;
        bucket = entry + 1;
    }

    /// <summary>Drops the gaps, and doubles the capacity where there are few.</summary>
    private void Rebuild()
    {
        int capacity = Math.Max(4, Count > _entries.Length / 2 ? _entries.Length * 2 : _entries.Length);
        int buckets = 4;
        while (buckets < capacity)
        {
            buckets *= 2;
        }

        meter.Allocate(48 + (48L * capacity) + (4L * buckets));
        meter.Work(_used / 4);
        var entries = new Entry[capacity];
        int used = 0;
        foreach (ref readonly Entry entry in _entries.AsSpan(0, _used))
        {
            if (!entry.Key.IsHole)
            {
                entries[used++] = entry;
            }
        }

        _entries = entries;
        _buckets = new int[buckets];
        _used = 0;
        _first = 0;
        while (_used < used)
        {
            Link(_used++);
        }
    }

    private int FirstAfter(long cursor)
    {
        int low = 0;
        int high = _used;

        // Usually nothing was compacted and sequence numbers are consecutive: then the entry stands exactly here.
        long guess = _used - (_lastSequence - cursor);
        if (guess >= 0 && guess <= _used && (guess == 0 || _entries[guess - 1].Sequence == cursor) && (guess == _used || _entries[guess].Sequence > cursor))
        {
            return (int)guess;
        }

        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_entries[middle].Sequence <= cursor)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private struct Entry
    {
        public Value Key;
        public Value Value;
        public long Sequence;
        public int Hash;
        public int Next;
    }
}
