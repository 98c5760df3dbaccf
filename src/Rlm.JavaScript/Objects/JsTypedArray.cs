using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Objects;

/// <summary>A typed array (ECMA-262 §10.4.5). Elements come in and go out as numbers or BigInts; the agent converts what is to be stored.</summary>
internal sealed class JsTypedArray : JsObject
{
    public readonly ElementKind ElementType;
    public readonly JsArrayBuffer Buffer;
    public readonly int ByteOffset;
    private readonly int? _length;
    private readonly int _shift;

    /// <summary>The length where nothing but detaching the buffer can change it, else 0.</summary>
    private readonly uint _steadyLength;

    /// <param name="shape">The shape.</param>
    /// <param name="kind">What the elements are.</param>
    /// <param name="buffer">Where they are.</param>
    /// <param name="byteOffset">Where they begin.</param>
    /// <param name="length">How many they are; null for all up to the end of a resizable buffer, wherever that is.</param>
    public JsTypedArray(Shape shape, ElementKind kind, JsArrayBuffer buffer, int byteOffset, int? length)
        : base(shape)
    {
        ElementType = kind;
        Buffer = buffer;
        ByteOffset = byteOffset;
        _length = length;
        _shift = kind.Shift();
        _steadyLength = buffer.IsResizable ? 0 : (uint)length!.Value;
    }

    public override string ClassName => NameOf(ElementType);

    public override bool IsExotic => true;

    public bool TracksLength => _length is null;

    /// <summary>ECMAScript IsTypedArrayOutOfBounds; so is one of a detached buffer.</summary>
    public bool IsOutOfBounds => Buffer.IsDetached || ByteOffset + ((long)(_length ?? 0) << _shift) > Buffer.Bytes.Length;

    /// <summary>The number of elements; 0 where it is out of bounds.</summary>
    public int Length => IsOutOfBounds ? 0 : _length ?? (Buffer.Bytes.Length - ByteOffset) >> _shift;

    public int ByteLength => Length << _shift;

    public int ElementSize => 1 << _shift;

    /// <summary>The bytes of all elements.</summary>
    public Span<byte> Bytes => Buffer.Bytes.AsSpan(ByteOffset, ByteLength);

    public static string NameOf(ElementKind kind) => kind switch
    {
        ElementKind.Int8 => "Int8Array",
        ElementKind.Uint8 => "Uint8Array",
        ElementKind.Uint8Clamped => "Uint8ClampedArray",
        ElementKind.Int16 => "Int16Array",
        ElementKind.Uint16 => "Uint16Array",
        ElementKind.Int32 => "Int32Array",
        ElementKind.Uint32 => "Uint32Array",
        ElementKind.Float32 => "Float32Array",
        ElementKind.Float64 => "Float64Array",
        ElementKind.BigInt64 => "BigInt64Array",
        _ => "BigUint64Array",
    };

    /// <summary>Reads an element; false where there is none.</summary>
    public bool TryGetElement(uint index, out Value value)
    {
        byte[] bytes = Buffer.Bytes;
        if (index < _steadyLength && bytes.Length != 0)
        {
            int position = ByteOffset + ((int)index << _shift);
            value = ElementType == ElementKind.Uint8 ? bytes[position] : Elements.Read(ElementType, bytes.AsSpan(position), Shape.Space.Meter);
            return true;
        }

        return TryGetSlowly(index, out value);
    }

    /// <summary>Writes an element if it is there and the value need not be converted by the agent.</summary>
    public bool TrySetElement(uint index, in Value value)
    {
        byte[] bytes = Buffer.Bytes;
        if (index < _steadyLength && bytes.Length != 0 && value.Reference is null && !ElementType.IsBigInt())
        {
            int position = ByteOffset + ((int)index << _shift);
            if (ElementType == ElementKind.Uint8)
            {
                bytes[position] = NumberConversions.ToUint8(value.Number);
            }
            else
            {
                Elements.Write(ElementType, bytes.AsSpan(position), value);
            }

            return true;
        }

        return false;
    }

    /// <summary>Writes an element that has the type of the elements; nothing where there is no such element.</summary>
    public void SetElement(PropertyKey key, in Value numeric)
    {
        if (IsValidIndex(key))
        {
            Elements.Write(ElementType, Buffer.Bytes.AsSpan(ByteOffset + ((int)key.Index << _shift)), numeric);
        }
    }

    /// <summary>Whether a key stands for an element, one that is there or not: a canonical numeric string (ECMA-262 §7.1.21).</summary>
    public static bool IsElementKey(PropertyKey key)
    {
        if (key.Cell is null)
        {
            return true;
        }

        if (key.Cell is not Atom { Text: { Length: > 0 } text } || !(text[0] is '-' or 'I' or 'N' || char.IsAsciiDigit(text[0])) || text.Length > NumberText.MaxLength)
        {
            return false;
        }

        return text.Span.SequenceEqual("-0") || text.Span.SequenceEqual(NumberText.ToText(NumberParsing.StringToNumber(text.Span)));
    }

    /// <summary>ECMAScript IsValidIntegerIndex.</summary>
    public bool IsValidIndex(PropertyKey key) => key.Cell is null && key.Index < (uint)Length;

    /// <summary>Whether [[DefineOwnProperty]] would go so far as to store the value.</summary>
    public bool Accepts(PropertyKey key, in PropertyDescriptor descriptor) =>
        IsValidIndex(key) && descriptor is { Configurable: not false, Enumerable: not false, IsAccessor: false, Writable: not false };

    public override bool EndsLookup(PropertyKey key) => IsElementKey(key);

    public override bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (!IsElementKey(key))
        {
            return base.GetOwnProperty(key, out property);
        }

        Value value = default;
        bool isFound = key.IsIndex && TryGetElement(key.Index, out value);
        property = new Property(value, PropertyAttributes.Data);
        return isFound;
    }

    /// <summary>The value must have been converted to the type of the elements.</summary>
    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (!IsElementKey(key))
        {
            return base.DefineOwnProperty(key, descriptor);
        }

        if (!Accepts(key, descriptor))
        {
            return false;
        }

        if (descriptor.Value is { } value)
        {
            SetElement(key, value);
        }

        return true;
    }

    public override bool DeleteOwnProperty(PropertyKey key) => IsElementKey(key) ? !IsValidIndex(key) : base.DeleteOwnProperty(key);

    /// <summary>Elements may come and go with a resizable buffer, so that it stays extensible.</summary>
    public override bool PreventExtensions() => !Buffer.IsResizable && base.PreventExtensions();

    /// <summary>Even without elements: it hides those of its prototypes.</summary>
    protected override bool HasIndexedProperties => true;

    protected override long OwnBytes => ModelBytes.Object + 32;

    protected override void PutIndex(uint index, Value value, PropertyAttributes attributes) => SetElement(index, value);

    protected override void CollectIndices(List<PropertyKey> keys)
    {
        int length = Length;
        Shape.Space.Meter.Work(length);
        Shape.Space.Meter.Allocate(16L * length);
        for (int i = 0; i < length; i++)
        {
            keys.Add((uint)i);
        }
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Buffer);
        return base.Trace(tracer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryGetSlowly(uint index, out Value value)
    {
        if (index >= (uint)Length)
        {
            value = Value.Undefined;
            return false;
        }

        value = Elements.Read(ElementType, Bytes[((int)index << _shift)..], Shape.Space.Meter);
        return true;
    }
}
