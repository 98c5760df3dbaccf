using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <content>Methods that copy and change elements.</content>
internal static partial class TypedArrayPrototype
{
    private static Value Set(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray target = call.This.Reference as JsTypedArray ?? throw agent.TypeError("this is not a typed array.");
        double offset = agent.ToIntegerOrInfinity(call[1]);
        if (offset < 0)
        {
            throw OffsetError(agent);
        }

        if (target.IsOutOfBounds)
        {
            throw TypedArrayFactory.OutOfBounds(agent, target, "%TypedArray%.prototype.set");
        }

        int length = target.Length;
        if (call[0].Reference is JsTypedArray typed)
        {
            if (typed.IsOutOfBounds)
            {
                throw TypedArrayFactory.OutOfBounds(agent, typed, "%TypedArray%.prototype.set");
            }

            if (typed.ElementType.IsBigInt() != target.ElementType.IsBigInt())
            {
                throw TypedArrayFactory.MixedContent(agent);
            }

            CheckFits(agent, typed.Length, offset, length);
            ElementTransfer.Copy(agent, typed, 0, target, (int)offset, typed.Length);
            return Value.Undefined;
        }

        JsObject source = agent.ToObject(call[0]);
        double count = agent.LengthOf(source);
        CheckFits(agent, count, offset, length);
        for (double i = 0; i < count; i++)
        {
            agent.Meter.Work(1);
            Value element = ArrayLike.Get(agent, source, i);
            if (!target.TrySetElement((uint)(offset + i), element))
            {
                agent.SetElement(target, (uint)(offset + i), element);
            }
        }

        return Value.Undefined;
    }

    private static Value Slice(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "slice");
        double length = array.Length;
        double start = agent.ToRelativeIndex(call[0], length, 0);
        double end = agent.ToRelativeIndex(call[1], length, length);
        double count = Math.Max(end - start, 0);
        JsTypedArray result = TypedArrayFactory.CreateLike(agent, array, count);
        if (count == 0)
        {
            return result;
        }

        if (array.IsOutOfBounds)
        {
            throw TypedArrayFactory.OutOfBounds(agent, array, "%TypedArray%.prototype.slice");
        }

        // The conversions and the constructor may have made both shorter.
        int copied = (int)Math.Min(Math.Min(end, array.Length) - start, result.Length);
        if (copied <= 0)
        {
            return result;
        }

        if (ReferenceEquals(result.Buffer, array.Buffer) && result.ElementType == array.ElementType)
        {
            CopyUpwards(agent, array.Bytes.Slice((int)start * array.ElementSize, copied * array.ElementSize), result.Bytes);
        }
        else
        {
            ElementTransfer.Copy(agent, array, (int)start, result, 0, copied);
        }

        return result;
    }

    private static Value Subarray(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = call.This.Reference as JsTypedArray ?? throw agent.TypeError("this is not a typed array.");
        double length = array.Length;
        double begin = agent.ToRelativeIndex(call[0], length, 0);
        double? count = null;
        if (!array.TracksLength || !call[1].IsUndefined)
        {
            count = Math.Max(agent.ToRelativeIndex(call[1], length, length) - begin, 0);
        }

        return TypedArrayFactory.CreateView(agent, array, array.ByteOffset + (begin * array.ElementSize), count);
    }

    private static Value Fill(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "fill");
        double length = array.Length;
        Value element = agent.ToElement(array.ElementType, call[0]);
        double start = agent.ToRelativeIndex(call[1], length, 0);
        double end = agent.ToRelativeIndex(call[2], length, length);
        if (array.IsOutOfBounds)
        {
            throw TypedArrayFactory.OutOfBounds(agent, array, "%TypedArray%.prototype.fill");
        }

        end = Math.Min(end, array.Length);
        if (start < end)
        {
            Span<byte> bytes = array.Bytes[((int)start * array.ElementSize)..((int)end * array.ElementSize)];
            Elements.Write(array.ElementType, bytes, element);
            BinaryMemory.Repeat(agent, bytes, array.ElementSize);
        }

        return array;
    }

    private static Value CopyWithin(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "copyWithin");
        double length = array.Length;
        double to = agent.ToRelativeIndex(call[0], length, 0);
        double from = agent.ToRelativeIndex(call[1], length, 0);
        double count = Math.Min(agent.ToRelativeIndex(call[2], length, length) - from, length - to);
        if (count <= 0)
        {
            return array;
        }

        if (array.IsOutOfBounds)
        {
            throw TypedArrayFactory.OutOfBounds(agent, array, "%TypedArray%.prototype.copyWithin");
        }

        // What the conversions have cut off cannot be copied any more.
        count = Math.Min(count, array.Length - Math.Max(from, to));
        if (count > 0)
        {
            Span<byte> bytes = array.Bytes;
            int size = array.ElementSize;
            BinaryMemory.Copy(agent, bytes.Slice((int)from * size, (int)count * size), bytes[((int)to * size)..]);
        }

        return array;
    }

    private static Value Reverse(in NativeCall call)
    {
        JsTypedArray array = This(call, "reverse");
        ElementTransfer.Reverse(call.Agent, array);
        return array;
    }

    private static Value ToReversed(in NativeCall call)
    {
        JsTypedArray copy = Copy(call.Agent, This(call, "toReversed"));
        ElementTransfer.Reverse(call.Agent, copy);
        return copy;
    }

    private static Value With(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "with");
        int length = array.Length;
        double index = agent.ToIntegerOrInfinity(call[0]);
        double actual = index < 0 ? length + index : index;
        Value element = agent.ToElement(array.ElementType, call[1]);
        if (actual < 0 || actual > PropertyKey.MaxIndex || !array.IsValidIndex((uint)actual))
        {
            throw agent.RangeError("Invalid typed array index");
        }

        JsTypedArray result = TypedArrayFactory.Allocate(agent, array.ElementType, length);
        ElementTransfer.Copy(agent, array, 0, result, 0, Math.Min(length, array.Length));
        if (array.Length < length && !array.ElementType.IsBigInt())
        {
            // What has gone meanwhile reads as undefined.
            for (int i = array.Length; i < length; i++)
            {
                result.SetElement((uint)i, Value.NaN);
            }
        }

        result.SetElement((uint)actual, element);
        return result;
    }

    private static JsTypedArray Copy(Agent agent, JsTypedArray array)
    {
        JsTypedArray copy = TypedArrayFactory.Allocate(agent, array.ElementType, array.Length);
        ElementTransfer.Copy(agent, array, 0, copy, 0, copy.Length);
        return copy;
    }

    /// <summary>Copies byte by byte in ascending order, also where the target then overwrites what is still to be copied (§23.2.3.27, step 14).</summary>
    private static void CopyUpwards(Agent agent, ReadOnlySpan<byte> source, Span<byte> target)
    {
        agent.Meter.Work(1 + (source.Length / 8));
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = source[i];
        }
    }

    private static void CheckFits(Agent agent, double count, double offset, int length)
    {
        if (count + offset > length)
        {
            throw OffsetError(agent);
        }
    }

    private static GuestException OffsetError(Agent agent) => agent.RangeError("offset is out of bounds");
}
