using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// An iterator of the engine's own. As long as its <c>next</c> is the original one, consumers step it with <see cref="MoveNext"/> and make no result objects.
/// </summary>
internal abstract class BuiltInIterator(Shape shape) : JsObject(shape)
{
    /// <summary>The code of the original <c>next</c> of this kind of iterator.</summary>
    public abstract NativeMethod OriginalNext { get; }

    /// <summary>What it iterates over; null where that holds no values, or at the end.</summary>
    public virtual Cell? Source => null;

    /// <summary>Gives the next value; false at the end, and from then on.</summary>
    public abstract bool MoveNext(Agent agent, out Value value);

    /// <summary>Whether calling <paramref name="next"/> on this iterator is the same as <see cref="MoveNext"/>.</summary>
    public bool IsUnmodified(Value next) => next.Reference is NativeFunction function && ReferenceEquals(function.Method, OriginalNext);

    /// <summary>One step, with its result as an object.</summary>
    protected Value Step(Agent agent) =>
        MoveNext(agent, out Value value) ? agent.Realm.NewIteratorResult(value, done: false) : agent.Realm.NewIteratorResult(Value.Undefined, done: true);
}
