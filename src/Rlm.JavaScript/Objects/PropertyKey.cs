using System.Globalization;

namespace Rlm.JavaScript.Objects;

/// <summary>A property key: an array index (0 to 2^32 - 2), an interned name, or a symbol. A name that is a canonical array index is always an index.</summary>
internal readonly struct PropertyKey : IEquatable<PropertyKey>
{
    public const uint MaxIndex = uint.MaxValue - 1;

    /// <summary>The name or symbol; null for an index.</summary>
    public readonly KeyCell? Cell;
    public readonly uint Index;

    public PropertyKey(KeyCell cell)
    {
        Cell = cell;
        Index = 0;
    }

    public PropertyKey(uint index)
    {
        Cell = null;
        Index = index;
    }

    public bool IsIndex => Cell is null;

    /// <summary>Whether it is a private name of a class.</summary>
    public bool IsPrivate => Cell is Symbol { IsPrivate: true };

    public bool IsSymbol => Cell is Symbol;

    public static implicit operator PropertyKey(KeyCell cell) => new(cell);

    public static implicit operator PropertyKey(uint index) => new(index);

    public bool Equals(PropertyKey other) => ReferenceEquals(Cell, other.Cell) && Index == other.Index;

    public override bool Equals(object? obj) => obj is PropertyKey other && Equals(other);

    public override int GetHashCode() => Cell?.Hash ?? (int)Index;

    /// <summary>The key as a language value: a string or a symbol.</summary>
    public Value ToValue() => Cell switch
    {
        null => Value.FromString(Index.ToString(CultureInfo.InvariantCulture)),
        Atom atom => atom.Text,
        _ => Cell,
    };

    /// <summary>The key as text for messages.</summary>
    public override string ToString() => Cell?.ToString() ?? Index.ToString(CultureInfo.InvariantCulture);
}
