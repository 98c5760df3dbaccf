using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary><c>DataView</c> (ECMA-262 §25.3).</summary>
internal static class DataViewBuiltIns
{
    private const string OutsideBounds = "Offset is outside the bounds of the DataView";

    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("DataView", 1, Construct))
            .Constructs(realm[Intrinsic.DataViewPrototype])
            .Object;

    public static JsObject CreatePrototype(Realm realm)
    {
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 26)
            .Getter("buffer", static (in NativeCall call) => This(call, "DataView.prototype.buffer").Buffer)
            .Getter("byteLength", static (in NativeCall call) => InBounds(call, "byteLength").Length)
            .Getter("byteOffset", static (in NativeCall call) => InBounds(call, "byteOffset").ByteOffset);
        Accessors(builder, "Int8", ElementKind.Int8);
        Accessors(builder, "Uint8", ElementKind.Uint8);
        Accessors(builder, "Int16", ElementKind.Int16);
        Accessors(builder, "Uint16", ElementKind.Uint16);
        Accessors(builder, "Int32", ElementKind.Int32);
        Accessors(builder, "Uint32", ElementKind.Uint32);
        Accessors(builder, "Float32", ElementKind.Float32);
        Accessors(builder, "Float64", ElementKind.Float64);
        Accessors(builder, "BigInt64", ElementKind.BigInt64);
        Accessors(builder, "BigUint64", ElementKind.BigUint64);
        return builder.Tag("DataView").Object;
    }

    private static void Accessors(ObjectBuilder builder, string type, ElementKind kind) =>
        builder
            .Method($"get{type}", 1, (in NativeCall call) => GetValue(call, kind, $"get{type}"))
            .Method($"set{type}", 2, (in NativeCall call) => SetValue(call, kind, $"set{type}"));

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError("Constructor DataView requires 'new'");
        }

        if (call[0].Reference is not JsArrayBuffer buffer)
        {
            throw agent.TypeError("First argument to DataView constructor must be an ArrayBuffer");
        }

        double offset = ToIndex(agent, call[1], $"Start offset {Agent.Describe(call[1])} is outside the bounds of the buffer");
        CheckBounds(agent, buffer, offset);
        double? length = call[2].IsUndefined ? buffer.IsResizable ? null : buffer.Bytes.Length - offset : ToIndex(agent, call[2], $"Invalid DataView length {Agent.Describe(call[2])}");
        CheckLength(agent, buffer, offset, length);
        Shape shape = agent.ShapeFor(call.NewTarget, Intrinsic.DataViewPrototype);

        // Finding the prototype may have run guest code.
        CheckBounds(agent, buffer, offset);
        CheckLength(agent, buffer, offset, length);
        agent.Meter.Allocate(ModelBytes.Object + 24);
        return new JsDataView(shape, buffer, (int)offset, (int?)length);
    }

    private static void CheckBounds(Agent agent, JsArrayBuffer buffer, double offset)
    {
        if (buffer.IsDetached)
        {
            throw agent.TypeError("Cannot perform DataView constructor on a detached ArrayBuffer");
        }

        if (offset > buffer.Bytes.Length)
        {
            throw agent.RangeError($"Start offset {Agent.Describe(offset)} is outside the bounds of the buffer");
        }
    }

    private static void CheckLength(Agent agent, JsArrayBuffer buffer, double offset, double? length)
    {
        if (length is { } known && offset + known > buffer.Bytes.Length)
        {
            throw agent.RangeError($"Invalid DataView length {Agent.Describe(known)}");
        }
    }

    /// <summary>ECMAScript GetViewValue.</summary>
    private static Value GetValue(in NativeCall call, ElementKind kind, string method)
    {
        Agent agent = call.Agent;
        JsDataView view = This(call, $"DataView.prototype.{method}");
        double index = ToIndex(agent, call[0], OutsideBounds);
        bool isLittleEndian = call[1].ToBoolean();
        Span<byte> bytes = Locate(agent, view, kind, index, method);
        if (isLittleEndian)
        {
            return Elements.Read(kind, bytes, agent.Meter);
        }

        Span<byte> reversed = stackalloc byte[8];
        reversed = reversed[..bytes.Length];
        bytes.CopyTo(reversed);
        reversed.Reverse();
        return Elements.Read(kind, reversed, agent.Meter);
    }

    /// <summary>ECMAScript SetViewValue.</summary>
    private static Value SetValue(in NativeCall call, ElementKind kind, string method)
    {
        Agent agent = call.Agent;
        JsDataView view = This(call, $"DataView.prototype.{method}");
        double index = ToIndex(agent, call[0], OutsideBounds);
        Value element = agent.ToElement(kind, call[1]);
        bool isLittleEndian = call[2].ToBoolean();
        Span<byte> bytes = Locate(agent, view, kind, index, method);
        Elements.Write(kind, bytes, element);
        if (!isLittleEndian)
        {
            bytes.Reverse();
        }

        return Value.Undefined;
    }

    private static Span<byte> Locate(Agent agent, JsDataView view, ElementKind kind, double index, string method)
    {
        int size = 1 << kind.Shift();
        if (view.IsOutOfBounds)
        {
            throw Detached(agent, view, method);
        }

        return index + size <= view.Length ? view.Buffer.Bytes.AsSpan(view.ByteOffset + (int)index, size) : throw agent.RangeError(OutsideBounds);
    }

    private static double ToIndex(Agent agent, Value value, string message)
    {
        double index = agent.ToIntegerOrInfinity(value);
        return index is >= 0 and <= ArrayLike.MaxSafeLength ? index : throw agent.RangeError(message);
    }

    private static JsDataView This(in NativeCall call, string method) => call.This.Reference as JsDataView
        ?? throw call.Agent.TypeError($"Method {method} called on incompatible receiver {Agent.Describe(call.This)}");

    private static JsDataView InBounds(in NativeCall call, string method)
    {
        JsDataView view = This(call, $"DataView.prototype.{method}");
        return view.IsOutOfBounds ? throw Detached(call.Agent, view, method) : view;
    }

    private static GuestException Detached(Agent agent, JsDataView view, string method) => agent.TypeError(view.Buffer.IsDetached
        ? $"Cannot perform DataView.prototype.{method} on a detached ArrayBuffer"
        : $"Cannot perform DataView.prototype.{method}: the DataView is out of the bounds of its resized ArrayBuffer");
}
