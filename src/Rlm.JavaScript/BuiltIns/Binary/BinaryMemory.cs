using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>Memory for buffers: charged for before it is there, and worked on in pieces.</summary>
internal static class BinaryMemory
{
    /// <summary>How many bytes are copied or filled between two looks at the meter.</summary>
    public const int Batch = 1 << 20;

    /// <summary>Makes a buffer of zeros (AllocateArrayBuffer, ECMA-262 §25.1.3.1, after the prototype was found).</summary>
    public static JsArrayBuffer Allocate(Agent agent, Shape shape, double length, double? maxLength = null)
    {
        if (length > maxLength)
        {
            throw agent.RangeError("Invalid array buffer max length");
        }

        if (Math.Max(length, maxLength ?? 0) > Array.MaxLength)
        {
            throw agent.RangeError("Array buffer allocation failed");
        }

        return new JsArrayBuffer(shape, NewBytes(agent, (int)length), (int?)maxLength);
    }

    /// <summary>Makes a buffer of the intrinsic kind.</summary>
    public static JsArrayBuffer Allocate(Agent agent, double length) => Allocate(agent, agent.Realm.ShapeOf(Intrinsic.ArrayBufferPrototype), length);

    /// <summary>Copies bytes, which may overlap.</summary>
    public static void Copy(Agent agent, ReadOnlySpan<byte> source, Span<byte> target)
    {
        if (source.Overlaps(target))
        {
            agent.Meter.Work(1 + (source.Length / 32));
            source.CopyTo(target);
            return;
        }

        for (int start = 0; start < source.Length; start += Batch)
        {
            int count = Math.Min(Batch, source.Length - start);
            agent.Meter.Work(1 + (count / 32));
            source.Slice(start, count).CopyTo(target[start..]);
        }
    }

    /// <summary>Repeats what stands at the beginning to the end.</summary>
    public static void Repeat(Agent agent, Span<byte> bytes, int patternLength)
    {
        int filled = patternLength;
        while (filled < bytes.Length)
        {
            int count = Math.Min(Math.Min(filled, Batch), bytes.Length - filled);
            agent.Meter.Work(1 + (count / 32));
            bytes[..count].CopyTo(bytes[filled..]);
            filled += count;
        }
    }

    private static byte[] NewBytes(Agent agent, int length)
    {
        agent.Meter.Allocate(ModelBytes.Object + 24 + ModelBytes.Buffer(length));
        agent.Meter.Work(length / 1024);
        return length == 0 ? [] : new byte[length];
    }
}
