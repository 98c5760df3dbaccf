using System.Runtime.InteropServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>
/// Sorts elements by their numeric value (ECMA-262 §23.2.3.29): -0 before 0, NaN last. Pieces are sorted by the run-time library and then merged,
/// so that the meter is looked at in between.
/// </summary>
internal static class ElementSort
{
    private const int Piece = 1 << 16;

    public static void Sort(Agent agent, JsTypedArray array)
    {
        Span<byte> bytes = array.Bytes;
        switch (array.ElementType)
        {
            case ElementKind.Int8:
                Sort(agent, MemoryMarshal.Cast<byte, sbyte>(bytes));
                break;
            case ElementKind.Int16:
                Sort(agent, MemoryMarshal.Cast<byte, short>(bytes));
                break;
            case ElementKind.Uint16:
                Sort(agent, MemoryMarshal.Cast<byte, ushort>(bytes));
                break;
            case ElementKind.Int32:
                Sort(agent, MemoryMarshal.Cast<byte, int>(bytes));
                break;
            case ElementKind.Uint32:
                Sort(agent, MemoryMarshal.Cast<byte, uint>(bytes));
                break;
            case ElementKind.Float32:
                SortFloats(agent, MemoryMarshal.Cast<byte, int>(bytes));
                break;
            case ElementKind.Float64:
                SortFloats(agent, MemoryMarshal.Cast<byte, long>(bytes));
                break;
            case ElementKind.BigInt64:
                Sort(agent, MemoryMarshal.Cast<byte, long>(bytes));
                break;
            case ElementKind.BigUint64:
                Sort(agent, MemoryMarshal.Cast<byte, ulong>(bytes));
                break;
            default:
                Sort(agent, bytes);
                break;
        }
    }

    /// <summary>The bits of single-precision numbers, in the order of the numbers when taken as integers with the negative ones turned round.</summary>
    private static void SortFloats(Agent agent, Span<int> bits)
    {
        agent.Meter.Work(bits.Length / 8);
        foreach (ref int number in bits)
        {
            number = float.IsNaN(BitConverter.Int32BitsToSingle(number)) ? int.MaxValue : number ^ ((number >> 31) & int.MaxValue);
        }

        Sort(agent, bits);
        agent.Meter.Work(bits.Length / 8);
        foreach (ref int number in bits)
        {
            number ^= (number >> 31) & int.MaxValue;
        }
    }

    private static void SortFloats(Agent agent, Span<long> bits)
    {
        agent.Meter.Work(bits.Length / 8);
        foreach (ref long number in bits)
        {
            number = double.IsNaN(BitConverter.Int64BitsToDouble(number)) ? long.MaxValue : number ^ ((number >> 63) & long.MaxValue);
        }

        Sort(agent, bits);
        agent.Meter.Work(bits.Length / 8);
        foreach (ref long number in bits)
        {
            number ^= (number >> 63) & long.MaxValue;
        }
    }

    private static void Sort<T>(Agent agent, Span<T> items)
        where T : unmanaged, IComparable<T>
    {
        for (int start = 0; start < items.Length; start += Piece)
        {
            int count = Math.Min(Piece, items.Length - start);
            agent.Meter.Work(count);
            items.Slice(start, count).Sort();
        }

        if (items.Length <= Piece)
        {
            return;
        }

        long bytes = ModelBytes.Buffer((long)items.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
        agent.Meter.Allocate(bytes);
        var scratch = new T[items.Length];
        Span<T> source = items;
        Span<T> target = scratch;
        for (long width = Piece; width < items.Length; width *= 2)
        {
            for (long start = 0; start < items.Length; start += 2 * width)
            {
                int middle = (int)Math.Min(start + width, items.Length);
                int end = (int)Math.Min(start + (2 * width), items.Length);
                Merge(agent, source[(int)start..middle], source[middle..end], target[(int)start..end]);
            }

            Span<T> merged = target;
            target = source;
            source = merged;
        }

        source.CopyTo(items);
        agent.Meter.Release(bytes);
    }

    private static void Merge<T>(Agent agent, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> target)
        where T : unmanaged, IComparable<T>
    {
        int i = 0;
        int j = 0;
        for (int next = 0; next < target.Length; next++)
        {
            if (next % Piece == 0)
            {
                agent.Meter.Work(Piece / 4);
            }

            bool takesLeft = j == right.Length || (i < left.Length && left[i].CompareTo(right[j]) <= 0);
            target[next] = takesLeft ? left[i++] : right[j++];
        }
    }
}
