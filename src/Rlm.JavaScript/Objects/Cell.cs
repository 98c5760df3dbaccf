namespace Rlm.JavaScript.Objects;

/// <summary>What a <see cref="Cell"/> is.</summary>
internal enum CellKind : byte
{
    Undefined,
    Null,
    Boolean,

    /// <summary>A hole in an array; never seen by guest code.</summary>
    Hole,

    /// <summary>A binding in its temporal dead zone; never seen by guest code.</summary>
    Uninitialized,
    String,
    Symbol,
    BigInt,

    /// <summary>A cell of the engine that is not a language value, such as an interned property name.</summary>
    Internal,

    /// <summary>Stands for a value that has not arrived; guest code cannot tell it from that value.</summary>
    Deferred,
    Object,
}

/// <summary>
/// Everything that a <see cref="Value"/> can refer to. Only the engine's own classes derive from it, so no object of the host can become a guest value.
/// </summary>
internal abstract class Cell
{
    public readonly CellKind Kind;

    /// <summary>The number of the last trace that reached this cell; written by <see cref="Tracer"/> alone.</summary>
    internal int TraceMark;

    private protected Cell(CellKind kind) => Kind = kind;

    /// <summary>Reports the cells this one refers to, and returns its own size in model bytes.</summary>
    internal abstract long Trace(Tracer tracer);
}

/// <summary>The cells behind undefined, null, the booleans, holes and uninitialised bindings.</summary>
internal sealed class Sentinel : Cell
{
    public static readonly Sentinel Undefined = new(CellKind.Undefined);
    public static readonly Sentinel Null = new(CellKind.Null);
    public static readonly Sentinel True = new(CellKind.Boolean);
    public static readonly Sentinel False = new(CellKind.Boolean);
    public static readonly Sentinel Hole = new(CellKind.Hole);
    public static readonly Sentinel Uninitialized = new(CellKind.Uninitialized);

    private Sentinel(CellKind kind)
        : base(kind)
    {
    }

    internal override long Trace(Tracer tracer) => 0;
}
