using System.Runtime.InteropServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>Work on many elements at once.</summary>
internal static class ElementTransfer
{
    private const int Batch = 1 << 16;

    /// <summary>Copies elements, converting them where the types differ. The ranges must be within the arrays.</summary>
    public static void Copy(Agent agent, JsTypedArray source, int sourceIndex, JsTypedArray target, int targetIndex, int count)
    {
        ReadOnlySpan<byte> from = source.Bytes.Slice(sourceIndex * source.ElementSize, count * source.ElementSize);
        Span<byte> to = target.Bytes[(targetIndex * target.ElementSize)..];
        if (IsSameEncoding(source.ElementType, target.ElementType))
        {
            BinaryMemory.Copy(agent, from, to);
            return;
        }

        if (from.Overlaps(to))
        {
            agent.Meter.Allocate(ModelBytes.Buffer(from.Length));
            from = from.ToArray();
        }

        int sourceShift = source.ElementType.Shift();
        int targetShift = target.ElementType.Shift();
        for (int start = 0; start < count; start += Batch)
        {
            int end = Math.Min(start + Batch, count);
            agent.Meter.Work((end - start) / 2);
            for (int i = start; i < end; i++)
            {
                Elements.Write(target.ElementType, to[(i << targetShift)..], Elements.Read(source.ElementType, from[(i << sourceShift)..], agent.Meter));
            }
        }
    }

    /// <summary>Reverses the order of the elements.</summary>
    public static void Reverse(Agent agent, JsTypedArray array)
    {
        Span<byte> bytes = array.Bytes;
        agent.Meter.Work(1 + (bytes.Length / 32));
        switch (array.ElementSize)
        {
            case 1:
                bytes.Reverse();
                break;
            case 2:
                MemoryMarshal.Cast<byte, ushort>(bytes).Reverse();
                break;
            case 4:
                MemoryMarshal.Cast<byte, uint>(bytes).Reverse();
                break;
            default:
                MemoryMarshal.Cast<byte, ulong>(bytes).Reverse();
                break;
        }
    }

    /// <summary>Finds a value by strict equality, from an index on; -1 where it is not.</summary>
    public static int IndexOf(Agent agent, JsTypedArray array, Value wanted, int start, int end)
    {
        if (array.ElementType.IsBigInt() ? !wanted.IsBigInt : !wanted.IsNumber)
        {
            return -1;
        }

        if (array.ElementSize == 1 && array.ElementType != ElementKind.Int8)
        {
            return wanted.Number is >= 0 and <= byte.MaxValue && wanted.Number == (byte)wanted.Number
                ? IndexOfByte(agent, array.Bytes, (byte)wanted.Number, start, end)
                : -1;
        }

        for (int i = start; i < end; i++)
        {
            agent.Meter.Work(1);
            array.TryGetElement((uint)i, out Value element);
            if (Value.StrictEquals(element, wanted))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfByte(Agent agent, ReadOnlySpan<byte> bytes, byte wanted, int start, int end)
    {
        for (; start < end; start += BinaryMemory.Batch)
        {
            int count = Math.Min(BinaryMemory.Batch, end - start);
            int found = bytes.Slice(start, count).IndexOf(wanted);
            agent.Meter.Work(1 + ((found < 0 ? count : found) / 32));
            if (found >= 0)
            {
                return start + found;
            }
        }

        return -1;
    }

    /// <summary>Whether the elements of one kind, byte by byte, are what they become as elements of the other.</summary>
    private static bool IsSameEncoding(ElementKind source, ElementKind target)
    {
        if (source == target)
        {
            return true;
        }

        // Integers of one size wrap around; only clamping changes them, and only negative ones.
        bool areIntegers = source is not (ElementKind.Float32 or ElementKind.Float64) && target is not (ElementKind.Float32 or ElementKind.Float64);
        return areIntegers && source.Shift() == target.Shift() && !(source == ElementKind.Int8 && target == ElementKind.Uint8Clamped);
    }
}
