namespace Rlm.JavaScript.Syntax;

/// <summary>Collects the items of a list of unknown length and hands them out as an array of exact size.</summary>
internal struct ListBuilder<T>
{
    private T[]? _items;

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (_items is null)
            _items = new T[4];
        else if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public readonly T[] ToArray() => Count == 0 ? [] : Count == _items!.Length ? _items : _items.AsSpan(0, Count).ToArray();
}
