namespace Rlm.JavaScript.Objects;

/// <summary>
/// Stands in a slot of a built-in object for a value that is made when the property is first read, such as a method. It says what to make and is the same
/// in every session; nothing but the object that has the slot ever sees it.
/// </summary>
internal abstract class LazyValue() : Cell(CellKind.Internal)
{
    internal override long Trace(Tracer tracer) => 0;
}

/// <summary>Makes the values that a <see cref="LazyValue"/> stands for, in one session.</summary>
internal interface ILazyValueSource
{
    Value Make(LazyValue lazy);
}
