using System.Runtime.CompilerServices;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// An array. While it is dense its first <see cref="Count"/> elements stand in <see cref="Items"/> (with holes as they come) and all after them are holes;
/// with far-off indices or elements of unusual attributes it becomes sparse for good.
/// </summary>
internal sealed class JsArray : JsObject
{
    /// <summary>A write this far behind the last element still keeps the array dense.</summary>
    private const int MaxGap = 1024;

    /// <summary>An array with a declared length up to this is filled with holes at the first write into it.</summary>
    private const uint MaxDeclared = 1 << 22;

    /// <summary>The elements in <see cref="Items"/>; 0 for a sparse array.</summary>
    public int Count;
    private Value[] _items;

    /// <summary>The items before the first element: where elements are taken from the front, as from a queue, those behind do not move each time.</summary>
    private int _first;
    private uint _length;
    private bool _isLengthReadOnly;

    public JsArray(Shape shape)
        : base(shape) => _items = [];

    /// <summary>Takes ownership of <paramref name="items"/>.</summary>
    public JsArray(Shape shape, Value[] items, int count)
        : base(shape)
    {
        _items = items;
        Count = count;
        _length = (uint)count;
    }

    /// <summary>The elements and the room behind them. Of an array that is used as a queue they are moved to the front first; see <see cref="Elements"/>.</summary>
    public Value[] Items
    {
        get
        {
            if (_first != 0)
            {
                MoveToFront();
            }

            return _items;
        }
    }

    /// <summary>The first <see cref="Count"/> elements, wherever they stand.</summary>
    public Span<Value> Elements => _items.AsSpan(_first, Count);

    public override string ClassName => "Array";

    public override bool IsExotic => true;

    public uint Length => _length;

    /// <summary>Whether every element stands in <see cref="Items"/>: then the array is exactly its first <see cref="Count"/> items, perhaps with holes.</summary>
    public bool IsDense => Sparse is null && _length == (uint)Count;

    /// <summary>Whether elements are found by hash; else all that do not stand in <see cref="Items"/> are holes.</summary>
    public bool IsSparse => Sparse is not null;

    /// <summary>Whether elements may be appended without asking or telling anyone. What is put into a prototype must be noticed by those who have it.</summary>
    public bool CanAppend => IsDense && IsExtensible && !_isLengthReadOnly && !IsPrototype;

    public bool IsLengthReadOnly => _isLengthReadOnly;

    /// <summary>Reads an element that stands in <see cref="Items"/>; false for holes and all else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetDense(uint index, out Value value)
    {
        if (index < (uint)Count)
        {
            value = _items[_first + (int)index];
            return !value.IsHole;
        }

        value = default;
        return false;
    }

    /// <summary>Replaces an element that stands in <see cref="Items"/>; false, and nothing is done, for holes and all else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySetDense(uint index, in Value value)
    {
        if (index < (uint)Count)
        {
            ref Value item = ref _items[_first + (int)index];
            if (!item.IsHole)
            {
                item = value;
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends to an array that <see cref="CanAppend"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Append(Value value)
    {
        if (_first + Count == _items.Length)
        {
            Reserve(Count + 1);
        }

        _items[_first + Count++] = value;
        _length = (uint)Count;
    }

    /// <summary>Makes room for <paramref name="capacity"/> elements.</summary>
    public void Reserve(int capacity)
    {
        if (capacity <= _items.Length - _first)
        {
            return;
        }

        // Room at the front is used where that is worth the moving.
        if (capacity <= _items.Length && _first >= _items.Length / 4)
        {
            MoveToFront();
            return;
        }

        int size = (int)Math.Min(Math.Max((long)capacity, _items.Length == 0 ? 4 : _items.Length * 2L), Array.MaxLength);
        Reallocate(size, first: 0);
    }

    /// <summary>Removes elements from the front of a dense array, in a time that depends on their number alone.</summary>
    public void RemoveFirst(int count)
    {
        _items.AsSpan(_first, count).Clear();
        Count -= count;
        _length = (uint)Count;
        _first = Count == 0 ? 0 : _first + count;
        Shrink();
    }

    /// <summary>Puts elements before the first of an array that <see cref="CanAppend"/>, with room for more of them.</summary>
    public void Prepend(ReadOnlySpan<Value> values)
    {
        if (values.Length > _first)
        {
            long needed = (long)Count + values.Length;
            int size = (int)Math.Min(Math.Max(needed * 2, 8), Array.MaxLength);
            Reallocate(size, first: values.Length + (int)((size - needed) / 2));
        }

        _first -= values.Length;
        values.CopyTo(_items.AsSpan(_first));
        Count += values.Length;
        _length = (uint)Count;
    }

    /// <summary>Replaces the elements of a dense, extensible array by an array that the caller gives away.</summary>
    public void ReplaceItems(Value[] items, int count)
    {
        _items = items;
        _first = 0;
        Count = count;
        _length = (uint)count;
    }

    /// <summary>Cuts a dense array, and forgets what was behind.</summary>
    public void TruncateDense(int count)
    {
        _items.AsSpan(_first + count, Count - count).Clear();
        Count = count;
        _length = (uint)count;
        Shrink();
    }

    /// <summary>The lowest index at or after <paramref name="index"/> at which there is an element; the length where there is none.</summary>
    public uint NextElement(uint index)
    {
        if (Sparse is null)
        {
            return index < (uint)Count ? index : _length;
        }

        return Sparse.Next(index) ?? _length;
    }

    /// <summary>The highest index at or before <paramref name="index"/> at which there is an element; -1 where there is none.</summary>
    public long PreviousElement(uint index)
    {
        if (Sparse is null)
        {
            return Math.Min(index, Count - 1L);
        }

        return Sparse.Previous(index) ?? -1L;
    }

    /// <summary>Sets the length of a new array, in which all elements are holes.</summary>
    public void DeclareLength(uint length) => _length = length;

    public override bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (key.Cell is null)
        {
            if (Sparse is not null)
            {
                return Sparse.TryGet(key.Index, out property);
            }

            bool found = TryGetDense(key.Index, out Value value);
            property = new Property(value, PropertyAttributes.Data);
            return found;
        }

        if (ReferenceEquals(key.Cell, Atoms.Length))
        {
            property = new Property(_length, _isLengthReadOnly ? PropertyAttributes.None : PropertyAttributes.Writable);
            return true;
        }

        return base.GetOwnProperty(key, out property);
    }

    /// <summary>ECMA-262 §10.4.2.1. A length that is not an integer must have been refused by the caller (see <see cref="TrySetLength"/>).</summary>
    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (ReferenceEquals(key.Cell, Atoms.Length))
        {
            return DefineLength(descriptor);
        }

        if (key.IsIndex && key.Index >= _length && _isLengthReadOnly)
        {
            return false;
        }

        return base.DefineOwnProperty(key, descriptor);
    }

    public override bool DeleteOwnProperty(PropertyKey key) =>
        !ReferenceEquals(key.Cell, Atoms.Length) && base.DeleteOwnProperty(key);

    public override bool PreventExtensions()
    {
        MakeSparse();
        return base.PreventExtensions();
    }

    /// <summary>Sets the length, removing elements from the end; stops at one that cannot be removed and returns false then.</summary>
    public bool TrySetLength(uint length)
    {
        if (length == _length)
        {
            return true;
        }

        if (_isLengthReadOnly)
        {
            return false;
        }

        if (Sparse is null)
        {
            if (length < (uint)Count)
            {
                TruncateDense((int)length);
            }

            _length = length;
            return true;
        }

        return TruncateSparse(length);
    }

    /// <summary>Freezes the length: part of <c>Object.freeze</c>.</summary>
    public void MakeLengthReadOnly()
    {
        MakeSparse();
        _isLengthReadOnly = true;
    }

    protected override bool HasIndexedProperties => Count > 0 || Sparse is not null;

    protected override long OwnBytes => ModelBytes.Array;

    protected override void PutIndex(uint index, Value value, PropertyAttributes attributes)
    {
        if (IsPrototype)
        {
            Shape.Space.HasIndexedPrototypes = true;
        }

        if (Sparse is null && attributes == PropertyAttributes.Data && TryPutDense(index, value))
        {
            return;
        }

        MakeSparse();
        base.PutIndex(index, value, attributes);
        _length = Math.Max(_length, index + 1);
    }

    protected override void RemoveIndex(uint index)
    {
        if (Sparse is null && index < (uint)Count)
        {
            Elements[(int)index] = Value.Hole;
        }
        else
        {
            base.RemoveIndex(index);
        }
    }

    protected override void CollectIndices(List<PropertyKey> keys)
    {
        for (int i = 0; i < Count; i++)
        {
            if (!Elements[i].IsHole)
            {
                keys.Add((uint)i);
            }
        }

        base.CollectIndices(keys);
    }

    protected override void CollectExtraNames(List<PropertyKey> keys) => keys.Add(Atoms.Length);

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(_items, _first + Count);
        return base.Trace(tracer);
    }

    private bool TryPutDense(uint index, Value value)
    {
        if (index >= (uint)Count)
        {
            bool isDeclared = index < _length && _length <= MaxDeclared;
            if (!isDeclared && index > (uint)Count + Math.Max(MaxGap, (uint)Count / 4))
            {
                return false;
            }

            FillHoles(isDeclared && index > (uint)Count ? (int)_length : (int)index + 1);
        }

        Elements[(int)index] = value;
        return true;
    }

    private void FillHoles(int count)
    {
        Reserve(count);
        if (count > Count + 1)
        {
            Shape.Space.Meter.Work((count - Count) / 4);
            _items.AsSpan(_first + Count, count - Count).Fill(Value.Hole);
        }

        Count = count;
        _length = Math.Max(_length, (uint)count);
    }

    private void MakeSparse()
    {
        if (Sparse is not null)
        {
            return;
        }

        Sparse = new SparseElements(Shape.Space.Meter);
        for (int i = 0; i < Count; i++)
        {
            Shape.Space.Meter.Work(1);
            if (!Elements[i].IsHole)
            {
                Sparse.Set((uint)i, new Property(Elements[i], PropertyAttributes.Data));
            }
        }

        _items = [];
        _first = 0;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MoveToFront()
    {
        Shape.Space.Meter.Work(Count / 16);
        Array.Copy(_items, _first, _items, 0, Count);
        _items.AsSpan(Math.Max(Count, _first), Math.Min(Count, _first)).Clear();
        _first = 0;
    }

    private void Reallocate(int size, int first)
    {
        Shape.Space.Meter.Allocate(ModelBytes.Values(size));
        Shape.Space.Meter.Work(Count / 16);
        var items = new Value[size];
        Elements.CopyTo(items.AsSpan(first));
        _items = items;
        _first = first;
    }

    /// <summary>Gives room back of which nearly all is empty.</summary>
    private void Shrink()
    {
        if (_items.Length > 64 && Count < _items.Length / 8)
        {
            var items = new Value[Math.Max(Count, 4)];
            Elements.CopyTo(items);
            _items = items;
            _first = 0;
        }
    }

    private bool DefineLength(in PropertyDescriptor descriptor)
    {
        var current = new Property(_length, _isLengthReadOnly ? PropertyAttributes.None : PropertyAttributes.Writable);
        bool isSet = descriptor.Value is not { } value || (uint)value.Number == _length;
        if (!IsCompatible(descriptor, current) && (isSet || _isLengthReadOnly || descriptor.Configurable == true || descriptor.Enumerable == true || descriptor.IsAccessor))
        {
            return false;
        }

        bool done = isSet || TrySetLength((uint)descriptor.Value!.Value.Number);
        if (descriptor.Writable == false)
        {
            MakeLengthReadOnly();
        }

        return done;
    }

    private bool TruncateSparse(uint length)
    {
        if (length < _length)
        {
            uint[] indices = Sparse!.SortedIndices();
            for (int i = indices.Length - 1; i >= 0 && indices[i] >= length; i--)
            {
                Shape.Space.Meter.Work(1);
                Sparse.TryGet(indices[i], out Property property);
                if (!property.IsConfigurable)
                {
                    _length = indices[i] + 1;
                    return false;
                }

                Sparse.Remove(indices[i]);
            }
        }

        _length = length;
        return true;
    }
}
