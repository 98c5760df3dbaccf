using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary><c>ArrayBuffer</c> (ECMA-262 §25.1).</summary>
internal static class ArrayBufferBuiltIns
{
    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("ArrayBuffer", 1, Construct))
            .Constructs(realm[Intrinsic.ArrayBufferPrototype])
            .Method("isView", 1, static (in NativeCall call) => call[0].Reference is JsTypedArray or JsDataView)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", static (in NativeCall call) => call.This)
            .Object;

    public static JsObject CreatePrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 12)
            .Getter("byteLength", static (in NativeCall call) => This(call, "byteLength").Bytes.Length)
            .Getter("maxByteLength", static (in NativeCall call) => MaxByteLength(This(call, "maxByteLength")))
            .Getter("resizable", static (in NativeCall call) => This(call, "resizable").IsResizable)
            .Getter("detached", static (in NativeCall call) => This(call, "detached").IsDetached)
            .Method("slice", 2, Slice)
            .Method("resize", 1, Resize)
            .Method("transfer", 0, static (in NativeCall call) => Transfer(call, "transfer", keepsResizable: true))
            .Method("transferToFixedLength", 0, static (in NativeCall call) => Transfer(call, "transferToFixedLength", keepsResizable: false))
            .Tag("ArrayBuffer")
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError("Constructor ArrayBuffer requires 'new'");
        }

        double length = ToLength(agent, call[0], "Invalid array buffer length");
        double? maxLength = null;
        if (call[1].Reference is JsObject options && agent.Get(options, agent.Realm.Key("maxByteLength")) is { IsUndefined: false } max)
        {
            maxLength = ToLength(agent, max, "Invalid array buffer max length");
        }

        if (length > maxLength)
        {
            // Before the prototype is looked up (AllocateArrayBuffer, step 3).
            throw agent.RangeError("Invalid array buffer max length");
        }

        return BinaryMemory.Allocate(agent, agent.ShapeFor(call.NewTarget, Intrinsic.ArrayBufferPrototype), length, maxLength);
    }

    private static double MaxByteLength(JsArrayBuffer buffer) => buffer.IsDetached ? 0 : buffer.MaxLength ?? buffer.Bytes.Length;

    private static Value Slice(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsArrayBuffer buffer = Attached(call, "slice");
        double length = buffer.Bytes.Length;
        double first = agent.ToRelativeIndex(call[0], length, 0);
        double count = Math.Max(agent.ToRelativeIndex(call[1], length, length) - first, 0);
        JsObject constructor = agent.SpeciesConstructor(buffer, Intrinsic.ArrayBuffer);
        JsArrayBuffer result = ReferenceEquals(constructor, agent.Realm[Intrinsic.ArrayBuffer])
            ? BinaryMemory.Allocate(agent, count)
            : agent.Construct((JsFunction)constructor, [count]) as JsArrayBuffer
                ?? throw agent.TypeError("The species constructor gave no ArrayBuffer");
        if (result.IsDetached || buffer.IsDetached)
        {
            throw DetachedError(agent, "slice");
        }

        if (ReferenceEquals(result, buffer))
        {
            throw agent.TypeError("ArrayBuffer subclass returned this from species constructor");
        }

        if (result.Bytes.Length < count)
        {
            throw agent.TypeError("Species constructor returned a too small ArrayBuffer");
        }

        // What is left of the buffer, which may have been resized meanwhile.
        int available = (int)Math.Min(count, buffer.Bytes.Length - first);
        if (available > 0)
        {
            BinaryMemory.Copy(agent, buffer.Bytes.AsSpan((int)first, available), result.Bytes);
        }

        return result;
    }

    private static Value Resize(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsArrayBuffer buffer = This(call, "resize");
        if (buffer.MaxLength is not { } maxLength)
        {
            throw agent.TypeError("Method ArrayBuffer.prototype.resize called on incompatible receiver: the ArrayBuffer was made without maxByteLength");
        }

        double length = ToLength(agent, call[0], "ArrayBuffer.prototype.resize: Invalid length parameter");
        if (buffer.IsDetached)
        {
            throw DetachedError(agent, "resize");
        }

        if (length > maxLength)
        {
            throw agent.RangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
        }

        agent.Meter.Allocate(ModelBytes.Buffer((long)length));
        agent.Meter.Work((long)length / 32);
        buffer.Resize((int)length);
        return Value.Undefined;
    }

    /// <summary>ECMAScript ArrayBufferCopyAndDetach.</summary>
    private static Value Transfer(in NativeCall call, string method, bool keepsResizable)
    {
        Agent agent = call.Agent;
        JsArrayBuffer buffer = This(call, method);
        double length = call[0].IsUndefined ? buffer.Bytes.Length : ToLength(agent, call[0], "Array buffer allocation failed");
        if (buffer.IsDetached)
        {
            throw DetachedError(agent, method);
        }

        JsArrayBuffer result = BinaryMemory.Allocate(agent, agent.Realm.ShapeOf(Intrinsic.ArrayBufferPrototype), length, keepsResizable ? buffer.MaxLength : null);
        int copied = Math.Min(result.Bytes.Length, buffer.Bytes.Length);
        BinaryMemory.Copy(agent, buffer.Bytes.AsSpan(0, copied), result.Bytes);
        buffer.Detach();
        return result;
    }

    private static double ToLength(Agent agent, Value value, string message)
    {
        double length = agent.ToIntegerOrInfinity(value);
        return length is >= 0 and <= ArrayLike.MaxSafeLength ? length : throw agent.RangeError(message);
    }

    private static JsArrayBuffer This(in NativeCall call, string method) => call.This.Reference as JsArrayBuffer
        ?? throw call.Agent.TypeError($"Method ArrayBuffer.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");

    private static JsArrayBuffer Attached(in NativeCall call, string method)
    {
        JsArrayBuffer buffer = This(call, method);
        return buffer.IsDetached ? throw DetachedError(call.Agent, method) : buffer;
    }

    private static GuestException DetachedError(Agent agent, string method) => agent.TypeError($"Cannot perform ArrayBuffer.prototype.{method} on a detached ArrayBuffer");
}
