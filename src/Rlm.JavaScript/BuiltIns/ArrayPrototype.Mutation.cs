using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Methods that change the array they are called on.</content>
internal static partial class ArrayPrototype
{
    private static Value Push(in NativeCall call)
    {
        if (call.This.Reference is JsArray array && ArrayLike.CanGrowFreely(array))
        {
            foreach (ref readonly Value argument in call.Arguments)
            {
                array.Append(argument);
            }

            call.Agent.Meter.Work(call.Count / 4);
            return array.Length;
        }

        Agent agent = call.Agent;
        JsObject target = Target(call, "push");
        double length = agent.LengthOf(target);
        if (length + call.Count > ArrayLike.MaxSafeLength)
        {
            throw agent.TypeError($"Pushing {call.Count} elements on an array-like of length {Agent.Describe(length)} is disallowed by ECMA-262");
        }

        foreach (ref readonly Value argument in call.Arguments)
        {
            agent.Meter.Work(1);
            ArrayLike.Set(agent, target, length++, argument);
        }

        ArrayLike.SetLength(agent, target, length);
        return length;
    }

    private static Value Pop(in NativeCall call)
    {
        if (call.This.Reference is JsArray { CanAppend: true, Count: > 0 } array && array.TryGetDense((uint)array.Count - 1, out Value last))
        {
            array.TruncateDense(array.Count - 1);
            return last;
        }

        Agent agent = call.Agent;
        JsObject target = Target(call, "pop");
        double length = agent.LengthOf(target);
        if (length == 0)
        {
            ArrayLike.SetLength(agent, target, 0);
            return Value.Undefined;
        }

        Value element = ArrayLike.Get(agent, target, length - 1);
        ArrayLike.Delete(agent, target, length - 1);
        ArrayLike.SetLength(agent, target, length - 1);
        return element;
    }

    private static Value Shift(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is JsArray { Count: > 0 } array && ArrayLike.CanGrowFreely(array))
        {
            Value removed = array.Elements[0];
            array.RemoveFirst(1);
            return removed.IsHole ? Value.Undefined : removed;
        }

        JsObject target = Target(call, "shift");
        double length = agent.LengthOf(target);
        if (length == 0)
        {
            ArrayLike.SetLength(agent, target, 0);
            return Value.Undefined;
        }

        Value first = ArrayLike.Get(agent, target, 0);
        MoveDown(agent, target, 1, 0, length - 1);
        ArrayLike.Delete(agent, target, length - 1);
        ArrayLike.SetLength(agent, target, length - 1);
        return first;
    }

    private static Value Unshift(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is JsArray array && ArrayLike.CanGrowFreely(array))
        {
            InsertItems(agent, array, 0, call.Arguments);
            return array.Length;
        }

        JsObject target = Target(call, "unshift");
        double length = agent.LengthOf(target);
        if (call.Count > 0)
        {
            if (length + call.Count > ArrayLike.MaxSafeLength)
            {
                throw agent.TypeError($"Inserting {call.Count} elements into an array-like of length {Agent.Describe(length)} is disallowed by ECMA-262");
            }

            MoveUp(agent, target, 0, call.Count, length);
            for (int i = 0; i < call.Count; i++)
            {
                ArrayLike.Set(agent, target, i, call[i]);
            }
        }

        ArrayLike.SetLength(agent, target, length + call.Count);
        return length + call.Count;
    }

    private static Value Splice(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "splice");
        double length = agent.LengthOf(target);
        double start = agent.ToRelativeIndex(call[0], length, 0);
        double removed = RemovedCount(call, length, start);
        ReadOnlySpan<Value> inserted = call.Count > 2 ? call.Arguments[2..] : [];
        double newLength = length + inserted.Length - removed;
        if (newLength > ArrayLike.MaxSafeLength)
        {
            throw agent.TypeError("Invalid array length: splice would exceed 2 ** 53 - 1 elements");
        }

        JsObject result = SpeciesCreate(agent, target, removed);
        if (target is JsArray array && array.Count == length && ArrayLike.CanGrowFreely(array) && result is JsArray plain && !ReferenceEquals(result, target) && ArrayLike.CanGrowFreely(plain) && plain.Count == 0)
        {
            plain.Reserve((int)removed);
            Copy(agent, array.Elements.Slice((int)start, (int)removed), plain.Items);
            plain.ReplaceItems(plain.Items, (int)removed);
            ReplaceItems(agent, array, (int)start, (int)removed, inserted);
            return result;
        }

        for (double i = 0; i < removed; i++)
        {
            agent.Meter.Work(1);
            if (ArrayLike.TryGet(agent, target, start + i, out Value element))
            {
                ArrayLike.Create(agent, result, i, element);
            }
        }

        ArrayLike.SetLength(agent, result, removed);
        if (inserted.Length < removed)
        {
            MoveDown(agent, target, start + removed, start + inserted.Length, length - start - removed);
            for (double i = length; i > newLength; i--)
            {
                agent.Meter.Work(1);
                ArrayLike.Delete(agent, target, i - 1);
            }
        }
        else if (inserted.Length > removed)
        {
            MoveUp(agent, target, start + removed, start + inserted.Length, length - start - removed);
        }

        for (int i = 0; i < inserted.Length; i++)
        {
            ArrayLike.Set(agent, target, start + i, inserted[i]);
        }

        ArrayLike.SetLength(agent, target, newLength);
        return result;
    }

    private static Value Reverse(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "reverse");
        if (target is JsArray array && ArrayLike.CanGrowFreely(array))
        {
            agent.Meter.Work(array.Count / 4);
            array.Elements.Reverse();
            return target;
        }

        double length = agent.LengthOf(target);
        double middle = Math.Floor(length / 2);
        for (double lower = 0; lower < middle; lower++)
        {
            agent.Meter.Work(1);
            double upper = length - lower - 1;
            bool hasLower = ArrayLike.TryGet(agent, target, lower, out Value lowerValue);
            bool hasUpper = ArrayLike.TryGet(agent, target, upper, out Value upperValue);
            if (hasUpper)
            {
                ArrayLike.Set(agent, target, lower, upperValue);
            }
            else if (hasLower)
            {
                ArrayLike.Delete(agent, target, lower);
            }

            if (hasLower)
            {
                ArrayLike.Set(agent, target, upper, lowerValue);
            }
            else if (hasUpper)
            {
                ArrayLike.Delete(agent, target, upper);
            }
        }

        return target;
    }

    private static Value Fill(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "fill");
        double length = agent.LengthOf(target);
        double start = agent.ToRelativeIndex(call[1], length, 0);
        double end = agent.ToRelativeIndex(call[2], length, length);
        if (target is JsArray { IsSparse: false } array && start < end && start <= array.Count && end <= array.Length
            && !array.IsPrototype && !array.Shape.Space.HasIndexedPrototypes)
        {
            if (end > Array.MaxLength)
            {
                // Refused by the memory limit, or else by the size of the host's arrays.
                agent.Meter.Allocate(ModelBytes.Values((long)end));
                throw ArrayLike.InvalidLength(agent);
            }

            array.Reserve((int)end);
            FillItems(agent, array.Items.AsSpan((int)start, (int)(end - start)), call[0]);
            array.Count = Math.Max(array.Count, (int)end);
            return target;
        }

        for (; start < end; start++)
        {
            agent.Meter.Work(1);
            ArrayLike.Set(agent, target, start, call[0]);
        }

        return target;
    }

    private static Value CopyWithin(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "copyWithin");
        double length = agent.LengthOf(target);
        double to = agent.ToRelativeIndex(call[0], length, 0);
        double from = agent.ToRelativeIndex(call[1], length, 0);
        double count = Math.Min(agent.ToRelativeIndex(call[2], length, length) - from, length - to);
        if (count <= 0)
        {
            return target;
        }

        if (target is JsArray array && array.Count == length && ArrayLike.CanGrowFreely(array))
        {
            agent.Meter.Work((long)count / 4);
            Array.Copy(array.Items, (int)from, array.Items, (int)to, (int)count);
        }
        else if (from < to && to < from + count)
        {
            MoveUp(agent, target, from, to, count);
        }
        else
        {
            MoveDown(agent, target, from, to, count);
        }

        return target;
    }

    /// <summary>How many elements <c>splice</c> and <c>toSpliced</c> leave out.</summary>
    private static double RemovedCount(in NativeCall call, double length, double start) => call.Count switch
    {
        0 => 0,
        1 => length - start,
        _ => Math.Clamp(call.Agent.ToIntegerOrInfinity(call[1]), 0, length - start),
    };

    /// <summary>Moves elements and holes one by one to where they have lower indices, in ascending order.</summary>
    private static void MoveDown(Agent agent, JsObject target, double from, double to, double count)
    {
        for (double i = 0; i < count; i++)
        {
            Move(agent, target, from + i, to + i);
        }
    }

    /// <summary>Moves elements and holes one by one to where they have higher indices, in descending order.</summary>
    private static void MoveUp(Agent agent, JsObject target, double from, double to, double count)
    {
        for (double i = count - 1; i >= 0; i--)
        {
            Move(agent, target, from + i, to + i);
        }
    }

    private static void Move(Agent agent, JsObject target, double from, double to)
    {
        agent.Meter.Work(1);
        if (ArrayLike.TryGet(agent, target, from, out Value element))
        {
            ArrayLike.Set(agent, target, to, element);
        }
        else
        {
            ArrayLike.Delete(agent, target, to);
        }
    }

    private static void ReplaceItems(Agent agent, JsArray array, int start, int removed, ReadOnlySpan<Value> inserted)
    {
        int common = Math.Min(removed, inserted.Length);
        inserted[..common].CopyTo(array.Elements[start..]);
        if (removed > common)
        {
            RemoveItems(agent, array, start + common, removed - common);
        }
        else
        {
            InsertItems(agent, array, start + common, inserted[common..]);
        }
    }

    private static void RemoveItems(Agent agent, JsArray array, int start, int count)
    {
        if (start == 0)
        {
            agent.Meter.Work(count / 16);
            array.RemoveFirst(count);
            return;
        }

        agent.Meter.Work((array.Count - start) / 16);
        Array.Copy(array.Items, start + count, array.Items, start, array.Count - start - count);
        array.TruncateDense(array.Count - count);
    }

    private static void InsertItems(Agent agent, JsArray array, int start, ReadOnlySpan<Value> items)
    {
        if (items.Length == 0)
        {
            return;
        }

        if (start == 0)
        {
            agent.Meter.Work(items.Length / 16);
            array.Prepend(items);
            return;
        }

        agent.Meter.Work((array.Count - start) / 16);
        array.Reserve(array.Count + items.Length);
        Array.Copy(array.Items, start, array.Items, start + items.Length, array.Count - start);
        items.CopyTo(array.Items.AsSpan(start));
        array.ReplaceItems(array.Items, array.Count + items.Length);
    }

    private static void FillItems(Agent agent, Span<Value> items, Value value)
    {
        for (int start = 0; start < items.Length; start += ArrayLike.Batch)
        {
            int count = Math.Min(ArrayLike.Batch, items.Length - start);
            agent.Meter.Work(1 + (count / 4));
            items.Slice(start, count).Fill(value);
        }
    }
}
