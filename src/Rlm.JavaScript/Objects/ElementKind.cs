using System.Buffers.Binary;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Objects;

/// <summary>The element types of typed arrays (ECMA-262 table 70), in the order of their intrinsics.</summary>
internal enum ElementKind : byte
{
    Int8,
    Uint8,
    Uint8Clamped,
    Int16,
    Uint16,
    Int32,
    Uint32,
    Float32,
    Float64,
    BigInt64,
    BigUint64,
}

/// <summary>Sizes of elements, and elements as bytes; those of the arrays are little-endian on every machine.</summary>
internal static class Elements
{
    /// <summary>The binary logarithm of the size in bytes.</summary>
    public static int Shift(this ElementKind kind) => kind switch
    {
        <= ElementKind.Uint8Clamped => 0,
        <= ElementKind.Uint16 => 1,
        <= ElementKind.Float32 => 2,
        _ => 3,
    };

    public static bool IsBigInt(this ElementKind kind) => kind >= ElementKind.BigInt64;

    /// <summary>RawBytesToNumeric (ECMA-262 §25.1.3.14). A BigInt is charged for.</summary>
    public static Value Read(ElementKind kind, ReadOnlySpan<byte> bytes, Meter meter)
    {
        switch (kind)
        {
            case ElementKind.Int8:
                return (sbyte)bytes[0];
            case ElementKind.Int16:
                return BinaryPrimitives.ReadInt16LittleEndian(bytes);
            case ElementKind.Uint16:
                return BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            case ElementKind.Int32:
                return BinaryPrimitives.ReadInt32LittleEndian(bytes);
            case ElementKind.Uint32:
                return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            case ElementKind.Float32:
                return BinaryPrimitives.ReadSingleLittleEndian(bytes);
            case ElementKind.Float64:
                return BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            case ElementKind.BigInt64:
                meter.Allocate(ModelBytes.BigInt(64));
                return new JsBigInt(BinaryPrimitives.ReadInt64LittleEndian(bytes));
            case ElementKind.BigUint64:
                meter.Allocate(ModelBytes.BigInt(64));
                return new JsBigInt(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            default:
                return bytes[0];
        }
    }

    /// <summary>NumericToRawBytes (ECMA-262 §25.1.3.16): a number, or a BigInt for the kinds that hold them.</summary>
    public static void Write(ElementKind kind, Span<byte> bytes, in Value numeric)
    {
        switch (kind)
        {
            case ElementKind.Uint8Clamped:
                bytes[0] = NumberConversions.ToUint8Clamp(numeric.Number);
                break;
            case ElementKind.Int16 or ElementKind.Uint16:
                BinaryPrimitives.WriteInt16LittleEndian(bytes, NumberConversions.ToInt16(numeric.Number));
                break;
            case ElementKind.Int32 or ElementKind.Uint32:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, NumberConversions.ToInt32(numeric.Number));
                break;
            case ElementKind.Float32:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)numeric.Number);
                break;
            case ElementKind.Float64:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, numeric.Number);
                break;
            case ElementKind.BigInt64 or ElementKind.BigUint64:
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)(numeric.AsBigInt().Value & ulong.MaxValue));
                break;
            default:
                bytes[0] = NumberConversions.ToUint8(numeric.Number);
                break;
        }
    }
}
