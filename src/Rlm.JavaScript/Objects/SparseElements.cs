using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// Indexed properties found by hash: of ordinary objects, and of arrays that are far from dense or have elements with unusual attributes.
/// </summary>
internal sealed class SparseElements
{
    private const int InitialSize = 8;
    private const int SlotBytes = 32;
    private const int OwnBytes = 64;

    /// <summary>Up to so many indices are sorted in one go.</summary>
    private const int ShortSort = 4096;

    private readonly Meter _meter;
    private Slot[] _slots;
    private int _used;

    /// <summary>The indices in ascending order, until one is added. Those that were removed since are still there.</summary>
    private uint[]? _sorted;
    private int _removedOfSorted;

    public SparseElements(Meter meter)
    {
        _meter = meter;
        meter.Allocate(OwnBytes + (SlotBytes * InitialSize));
        _slots = new Slot[InitialSize];
    }

    /// <summary>The number of elements.</summary>
    public int Count { get; private set; }

    public long Bytes => OwnBytes + ((long)SlotBytes * _slots.Length) + (_sorted is null ? 0 : 24 + (4L * _sorted.Length));

    public bool TryGet(uint index, out Property property)
    {
        int slot = Find(index);
        property = slot < 0 ? default : _slots[slot].Property;
        return slot >= 0;
    }

    /// <summary>Adds or replaces an element.</summary>
    public void Set(uint index, in Property property)
    {
        int slot = Find(index);
        if (slot >= 0)
        {
            _slots[slot].Property = property;
            return;
        }

        if ((_used + 1) * 4 > _slots.Length * 3)
        {
            Rehash(Math.Max(8, (Count + 1) * 2));
        }

        Insert(index, property);
        Count++;
        _sorted = null;
    }

    public void Remove(uint index)
    {
        int slot = Find(index);
        if (slot >= 0)
        {
            // A removed slot stays occupied for probes until the next rehash.
            _slots[slot] = new Slot { State = SlotState.Removed };
            Count--;
            _removedOfSorted++;
        }
    }

    /// <summary>The lowest index at or after <paramref name="index"/> at which there is an element; null where there is none.</summary>
    public uint? Next(uint index)
    {
        uint[] indices = NearlySortedIndices();
        int found = Array.BinarySearch(indices, index);
        int start = found < 0 ? ~found : found;
        int position = start;
        while (position < indices.Length && Find(indices[position]) < 0)
        {
            position++;
        }

        _meter.Work(1 + ((position - start) / 8));
        return position < indices.Length ? indices[position] : null;
    }

    /// <summary>The highest index at or before <paramref name="index"/> at which there is an element; null where there is none.</summary>
    public uint? Previous(uint index)
    {
        uint[] indices = NearlySortedIndices();
        int found = Array.BinarySearch(indices, index);
        int start = found < 0 ? ~found - 1 : found;
        int position = start;
        while (position >= 0 && Find(indices[position]) < 0)
        {
            position--;
        }

        _meter.Work(1 + ((start - position) / 8));
        return position >= 0 ? indices[position] : null;
    }

    /// <summary>The indices in ascending order; not to be changed.</summary>
    public uint[] SortedIndices()
    {
        if (_sorted is not null && _removedOfSorted == 0)
        {
            return _sorted;
        }

        _meter.Work(1 + (_slots.Length / 16) + (Count / 4));
        _meter.Allocate(24 + (4L * Count));
        var indices = new uint[Count];
        int count = 0;
        foreach (ref readonly Slot slot in _slots.AsSpan())
        {
            if (slot.State == SlotState.Used)
            {
                indices[count++] = slot.Index;
            }
        }

        Sort(indices);
        _sorted = indices;
        _removedOfSorted = 0;
        return indices;
    }

    // One that removes what it finds, element by element, would sort for each.
    private uint[] NearlySortedIndices() => _sorted is not null && _removedOfSorted <= _sorted.Length / 2 ? _sorted : SortedIndices();

    /// <summary>Sorts digit by digit, 8 bits at a time, so that the meter is asked in between however many there are.</summary>
    private void Sort(uint[] indices)
    {
        if (indices.Length <= ShortSort)
        {
            Array.Sort(indices);
            return;
        }

        _meter.Allocate(24 + (4L * indices.Length));
        var target = new uint[indices.Length];
        Span<int> starts = stackalloc int[256];
        for (int shift = 0; shift < 32; shift += 8)
        {
            starts.Clear();
            foreach (uint index in indices)
            {
                starts[(int)(index >> shift) & 255]++;
            }

            int start = 0;
            foreach (ref int count in starts)
            {
                (count, start) = (start, start + count);
            }

            for (int i = 0; i < indices.Length; i++)
            {
                if (i % ShortSort == 0)
                {
                    _meter.Work(ShortSort / 4);
                }

                target[starts[(int)(indices[i] >> shift) & 255]++] = indices[i];
            }

            // After an even number of rounds the result is in the array it was in at first.
            (indices, target) = (target, indices);
        }
    }

    public void Trace(Tracer tracer)
    {
        tracer.Count(Bytes);
        foreach (ref readonly Slot slot in _slots.AsSpan())
        {
            if (slot.State == SlotState.Used)
            {
                tracer.Visit(slot.Property.Value);
            }
        }
    }

    private int Find(uint index)
    {
        int mask = _slots.Length - 1;
        for (int i = HashMixing.Mix(index) & mask; _slots[i].State != SlotState.Free; i = (i + 1) & mask)
        {
            if (_slots[i].State == SlotState.Used && _slots[i].Index == index)
            {
                return i;
            }
        }

        return -1;
    }

    private void Insert(uint index, in Property property)
    {
        int mask = _slots.Length - 1;
        int i = HashMixing.Mix(index) & mask;
        while (_slots[i].State == SlotState.Used)
        {
            i = (i + 1) & mask;
        }

        if (_slots[i].State == SlotState.Free)
        {
            _used++;
        }

        _slots[i] = new Slot { Index = index, Property = property, State = SlotState.Used };
    }

    private void Rehash(int wanted)
    {
        Slot[] old = _slots;
        int size = 8;
        while (size < wanted)
        {
            size *= 2;
        }

        _meter.Allocate((long)SlotBytes * size);
        _meter.Work(old.Length / 8);
        _slots = new Slot[size];
        _used = 0;
        foreach (ref readonly Slot slot in old.AsSpan())
        {
            if (slot.State == SlotState.Used)
            {
                Insert(slot.Index, slot.Property);
            }
        }
    }

    private enum SlotState : byte
    {
        Free,
        Used,
        Removed,
    }

    private struct Slot
    {
        public Property Property;
        public uint Index;
        public SlotState State;
    }
}
