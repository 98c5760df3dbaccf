using System.Runtime.CompilerServices;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Elements of typed arrays: what is stored is converted first, which may run guest code (ECMA-262 §10.4.5).</content>
internal sealed partial class Agent
{
    private readonly Shape?[] _viewShapes = new Shape?[(int)ElementKind.BigUint64 + 1];
    private uint _viewEpoch = uint.MaxValue;

    /// <summary>The number or BigInt that a value becomes as an element.</summary>
    public Value ToElement(ElementKind kind, Value value)
    {
        if (!kind.IsBigInt())
        {
            return ToNumber(value);
        }

        return value.Reference is JsBigInt ? value : NewBigInt(ToBigInt(value));
    }

    /// <summary>ECMAScript TypedArraySetElement: nothing happens where there is no such element, but for the conversion.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void SetElement(JsTypedArray array, PropertyKey key, Value value)
    {
        Value element = ToElement(array.ElementType, value);
        array.SetElement(key, element);
    }

    /// <summary>[[DefineOwnProperty]] of any object.</summary>
    public bool DefineOwnProperty(JsObject instance, PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (instance is JsTypedArray array && descriptor.Value is { } value && JsTypedArray.IsElementKey(key))
        {
            if (!array.Accepts(key, descriptor))
            {
                return false;
            }

            SetElement(array, key, value);
            return true;
        }

        return instance.DefineOwnProperty(key, descriptor);
    }

    /// <summary>Whether a property that was not found is one that an object on the way does not allow to exist.</summary>
    private static bool IsLookupEnded(JsObject instance, PropertyKey key) => LookupEnd(instance, key) is not null;

    private static JsObject? LookupEnd(JsObject instance, PropertyKey key)
    {
        for (JsObject? holder = instance; holder is not null; holder = holder.Prototype)
        {
            if (holder.IsExotic && holder.EndsLookup(key))
            {
                return holder;
            }
        }

        return null;
    }

    /// <summary>Whether iterating over a typed array gives its elements by index.</summary>
    private bool HasUnmodifiedIteration(JsTypedArray array) =>
        !array.IsOutOfBounds
        && FindProperty(array, WellKnownSymbols.Iterator, out Property iterator)
        && ReferenceEquals(iterator.Value.Reference, Realm.TypedArrayValues)
        && Realm.IsArrayIteratorUnmodified;

    /// <summary>Appends the elements of a typed array whose iteration is unmodified.</summary>
    private void AppendElements(JsArray target, JsTypedArray source)
    {
        int count = source.Length;
        Meter.Work(count / 4);
        target.Reserve(target.Count + count);
        for (int i = 0; i < count; i++)
        {
            source.TryGetElement((uint)i, out Value element);
            target.Append(element);
        }
    }

    /// <summary>Whether <c>length</c> of a typed array is what it is made with: the length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HasUnmodifiedLength(JsTypedArray array)
    {
        if (_viewEpoch != Realm.Shapes.PrototypeEpoch)
        {
            _viewEpoch = Realm.Shapes.PrototypeEpoch;
            Array.Clear(_viewShapes);
        }

        int kind = (int)array.ElementType;
        return ReferenceEquals(array.Shape, _viewShapes[kind]) || (array.Shape.Count == 0 && LearnLength(array));
    }

    /// <summary>Looks where a typed array has its <c>length</c> from, and remembers its shape if that is the intrinsic getter.</summary>
    private bool LearnLength(JsTypedArray array)
    {
        for (JsObject? holder = array.Prototype; holder is not null; holder = holder.Prototype)
        {
            if (holder.IsProxy)
            {
                return false;
            }

            // So that changes to it are noticed, even if no object has it as its prototype yet.
            _ = JsObject.ShapeForChildren(Realm.Shapes, holder);
            if (holder.GetOwnProperty(Atoms.Length, out Property length))
            {
                bool isOriginal = length.IsAccessor && length.Accessor.Getter is { } getter && ReferenceEquals(getter, Realm.TypedArrayLength);
                _viewShapes[(int)array.ElementType] = isOriginal ? array.Shape : null;
                return isOriginal;
            }
        }

        return false;
    }
}
