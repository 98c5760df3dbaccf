using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>Makes and checks typed arrays: the abstract operations of ECMA-262 §23.2.4 and §23.2.5.1.</summary>
internal static class TypedArrayFactory
{
    public static Intrinsic ConstructorOf(ElementKind kind) => Intrinsic.Int8Array + (2 * (int)kind);

    public static Intrinsic PrototypeOf(ElementKind kind) => Intrinsic.Int8ArrayPrototype + (2 * (int)kind);

    /// <summary>Makes a typed array of zeros with a buffer of its own.</summary>
    public static JsTypedArray Allocate(Agent agent, ElementKind kind, double length) => Allocate(agent, agent.Realm.ShapeOf(PrototypeOf(kind)), kind, length);

    public static JsTypedArray Allocate(Agent agent, Shape shape, ElementKind kind, double length)
    {
        if (length * (1 << kind.Shift()) > Array.MaxLength)
        {
            throw agent.RangeError($"Invalid typed array length: {Agent.Describe(length)}");
        }

        JsArrayBuffer buffer = BinaryMemory.Allocate(agent, length * (1 << kind.Shift()));
        return View(agent, shape, kind, buffer, 0, (int)length);
    }

    /// <summary>Makes a view of a buffer.</summary>
    public static JsTypedArray View(Agent agent, Shape shape, ElementKind kind, JsArrayBuffer buffer, int byteOffset, int? length)
    {
        agent.Meter.Allocate(ModelBytes.Object + 32);
        return new JsTypedArray(shape, kind, buffer, byteOffset, length);
    }

    /// <summary>ECMAScript ValidateTypedArray.</summary>
    public static JsTypedArray Validate(Agent agent, Value value, string method)
    {
        JsTypedArray array = value.Reference as JsTypedArray ?? throw agent.TypeError("this is not a typed array.");
        return array.IsOutOfBounds ? throw OutOfBounds(agent, array, method) : array;
    }

    /// <summary>ECMAScript TypedArrayCreateFromConstructor with a length.</summary>
    public static JsTypedArray Create(Agent agent, JsObject constructor, double length)
    {
        JsTypedArray created = Validate(agent, agent.Construct((JsFunction)constructor, [length]), "constructor");
        return created.Length >= length ? created : throw agent.TypeError("Derived TypedArray constructor created an array which was too small");
    }

    /// <summary>ECMAScript TypedArraySpeciesCreate with a length.</summary>
    public static JsTypedArray CreateLike(Agent agent, JsTypedArray exemplar, double length)
    {
        Intrinsic original = ConstructorOf(exemplar.ElementType);
        JsObject constructor = agent.SpeciesConstructor(exemplar, original);
        return ReferenceEquals(constructor, agent.Realm[original])
            ? Allocate(agent, exemplar.ElementType, length)
            : SameContent(agent, exemplar, Create(agent, constructor, length));
    }

    /// <summary>ECMAScript TypedArraySpeciesCreate with a buffer.</summary>
    public static JsTypedArray CreateView(Agent agent, JsTypedArray exemplar, double byteOffset, double? length)
    {
        JsObject constructor = agent.SpeciesConstructor(exemplar, ConstructorOf(exemplar.ElementType));
        Value created = length is { } known
            ? agent.Construct((JsFunction)constructor, [exemplar.Buffer, byteOffset, known])
            : agent.Construct((JsFunction)constructor, [exemplar.Buffer, byteOffset]);
        return SameContent(agent, exemplar, Validate(agent, created, "subarray"));
    }

    public static GuestException OutOfBounds(Agent agent, JsTypedArray array, string method) => agent.TypeError(array.Buffer.IsDetached
        ? $"Cannot perform {method} on a detached ArrayBuffer"
        : $"Cannot perform {method}: the typed array is out of the bounds of its resized ArrayBuffer");

    public static GuestException MixedContent(Agent agent) => agent.TypeError("Cannot mix BigInt and other types, use explicit conversions");

    private static JsTypedArray SameContent(Agent agent, JsTypedArray exemplar, JsTypedArray created) =>
        exemplar.ElementType.IsBigInt() == created.ElementType.IsBigInt() ? created : throw MixedContent(agent);
}
