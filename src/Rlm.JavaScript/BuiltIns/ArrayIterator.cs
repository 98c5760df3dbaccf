using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>An iterator over an array or array-like object (ECMA-262 §23.1.5).</summary>
internal sealed class ArrayIterator(Shape shape, JsObject target, IterationKind kind) : BuiltInIterator(shape)
{
    public static readonly NativeMethod NextMethod = Next;

    /// <summary>What is iterated over; null when the end was reached.</summary>
    private JsObject? _target = target;
    private double _index;

    public override string ClassName => "Array Iterator";

    public override NativeMethod OriginalNext => NextMethod;

    public override Cell? Source => _target;

    /// <summary>ECMAScript CreateArrayIterator.</summary>
    public static Value Create(Realm realm, JsObject target, IterationKind kind)
    {
        realm.Meter.Allocate(ModelBytes.Object + 32);
        return new ArrayIterator(realm.ShapeOf(Intrinsic.ArrayIteratorPrototype), target, kind);
    }

    public override bool MoveNext(Agent agent, out Value value)
    {
        value = Value.Undefined;
        if (_target is null)
        {
            return false;
        }

        double index = _index;
        if (index >= Length(agent, _target))
        {
            _target = null;
            return false;
        }

        _index++;
        value = kind switch
        {
            IterationKind.Keys => index,
            IterationKind.Values => ArrayLike.Get(agent, _target, index),
            _ => agent.Realm.NewArray([index, ArrayLike.Get(agent, _target, index)]),
        };
        return true;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(_target);
        return base.Trace(tracer) + 32;
    }

    private static double Length(Agent agent, JsObject target)
    {
        if (target is not JsTypedArray view)
        {
            return agent.LengthOf(target);
        }

        return view.IsOutOfBounds ? throw Binary.TypedArrayFactory.OutOfBounds(agent, view, "%ArrayIteratorPrototype%.next") : view.Length;
    }

    private static Value Next(in NativeCall call) => call.This.Reference is ArrayIterator iterator
        ? iterator.Step(call.Agent)
        : throw call.Agent.TypeError($"Method Array Iterator.prototype.next called on incompatible receiver {Agent.Describe(call.This)}");
}
