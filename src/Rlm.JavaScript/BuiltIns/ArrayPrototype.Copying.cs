using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Methods that give a new array, an element or an iterator, and call nothing back.</content>
internal static partial class ArrayPrototype
{
    private static Value At(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "at");
        double length = agent.LengthOf(target);
        double index = agent.ToIntegerOrInfinity(call[0]);
        index = index < 0 ? length + index : index;
        return index < 0 || index >= length ? Value.Undefined : ArrayLike.Get(agent, target, index);
    }

    private static Value Slice(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "slice");
        double length = agent.LengthOf(target);
        double start = agent.ToRelativeIndex(call[0], length, 0);
        double count = Math.Max(agent.ToRelativeIndex(call[1], length, length) - start, 0);
        JsObject result = SpeciesCreate(agent, target, count);
        if (target is JsArray array && array.Count == length && ArrayLike.CanReadItems(array)
            && result is JsArray { Count: 0 } plain && !ReferenceEquals(result, target) && ArrayLike.CanGrowFreely(plain))
        {
            plain.Reserve((int)count);
            Copy(agent, array.Elements.Slice((int)start, (int)count), plain.Items);
            plain.ReplaceItems(plain.Items, (int)count);
            return result;
        }

        for (double i = 0; i < count; i++)
        {
            agent.Meter.Work(1);
            if (ArrayLike.TryGet(agent, target, start + i, out Value element))
            {
                ArrayLike.Create(agent, result, i, element);
            }
            else
            {
                i = ArrayLike.SkipHoles(target, start + i, start + count) - start;
            }
        }

        ArrayLike.SetLength(agent, result, count);
        return result;
    }

    private static Value Concat(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "concat");
        JsObject result = SpeciesCreate(agent, target, 0);
        double length = Concat(agent, result, 0, target);
        foreach (ref readonly Value argument in call.Arguments)
        {
            length = Concat(agent, result, length, argument);
        }

        ArrayLike.SetLength(agent, result, length);
        return result;
    }

    /// <summary>Appends a value, or the elements of a spreadable one, and returns the new length.</summary>
    private static double Concat(Agent agent, JsObject result, double length, Value value)
    {
        agent.Meter.Work(1);
        if (value.Reference is not JsObject source || !IsConcatSpreadable(agent, source))
        {
            CheckConcatLength(agent, length + 1);
            ArrayLike.Create(agent, result, length, value);
            return length + 1;
        }

        double count = agent.LengthOf(source);
        CheckConcatLength(agent, length + count);
        if (source is JsArray array && ArrayLike.CanReadItems(array) && result is JsArray plain && plain.Count == length && ArrayLike.CanGrowFreely(plain))
        {
            int copied = array.Count;
            plain.Reserve(checked((int)length + copied));
            Copy(agent, array.Elements[..copied], plain.Items.AsSpan((int)length));
            plain.ReplaceItems(plain.Items, (int)length + copied);
            return length + copied;
        }

        for (double i = 0; i < count; i++)
        {
            agent.Meter.Work(1);
            if (ArrayLike.TryGet(agent, source, i, out Value element))
            {
                ArrayLike.Create(agent, result, length + i, element);
            }
            else
            {
                i = ArrayLike.SkipHoles(source, i, count);
            }
        }

        return length + count;
    }

    private static bool IsConcatSpreadable(Agent agent, JsObject source)
    {
        Value spreadable = agent.Get(source, WellKnownSymbols.IsConcatSpreadable);
        return spreadable.IsUndefined ? agent.IsArray(source) : spreadable.ToBoolean();
    }

    private static void CheckConcatLength(Agent agent, double length)
    {
        if (length > ArrayLike.MaxSafeLength)
        {
            throw agent.TypeError("Invalid array length: concat would exceed 2 ** 53 - 1 elements");
        }
    }

    private static Value With(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "with");
        double length = agent.LengthOf(target);
        double index = agent.ToIntegerOrInfinity(call[0]);
        double actual = index < 0 ? length + index : index;
        if (actual < 0 || actual >= length)
        {
            throw agent.RangeError($"Invalid index : {Agent.Describe(index)}");
        }

        // The element that is replaced is not read.
        JsArray result = NewResult(agent, length);
        AppendElements(agent, result, target, 0, actual);
        result.Append(call[1]);
        AppendElements(agent, result, target, actual + 1, length);
        return result;
    }

    private static Value ToReversed(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "toReversed");
        double length = agent.LengthOf(target);
        JsArray result = NewResult(agent, length);
        for (double i = length - 1; i >= 0; i--)
        {
            agent.Meter.Work(1);
            result.Append(ArrayLike.Get(agent, target, i));
        }

        return result;
    }

    private static Value ToSpliced(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "toSpliced");
        double length = agent.LengthOf(target);
        double start = agent.ToRelativeIndex(call[0], length, 0);
        double removed = RemovedCount(call, length, start);
        ReadOnlySpan<Value> inserted = call.Count > 2 ? call.Arguments[2..] : [];
        double newLength = length + inserted.Length - removed;
        if (newLength > ArrayLike.MaxSafeLength)
        {
            throw agent.TypeError("Invalid array length: toSpliced would exceed 2 ** 53 - 1 elements");
        }

        JsArray result = NewResult(agent, newLength);
        AppendElements(agent, result, target, 0, start);
        foreach (ref readonly Value argument in inserted)
        {
            result.Append(argument);
        }

        AppendElements(agent, result, target, start + removed, length);
        return result;
    }

    private static Value Keys(in NativeCall call) => ArrayIterator.Create(call.Realm, Target(call, "keys"), IterationKind.Keys);

    private static Value Values(in NativeCall call) => ArrayIterator.Create(call.Realm, Target(call, "values"), IterationKind.Values);

    private static Value Entries(in NativeCall call) => ArrayIterator.Create(call.Realm, Target(call, "entries"), IterationKind.Entries);

    /// <summary>Makes an empty array for a result that will have so many elements, none of them a hole.</summary>
    private static JsArray NewResult(Agent agent, double length)
    {
        CheckResultLength(agent, length);
        return agent.Realm.NewArray((int)length);
    }

    private static void CheckResultLength(Agent agent, double length)
    {
        if (length > ArrayLike.MaxArrayLength)
        {
            throw ArrayLike.InvalidLength(agent);
        }

        // All elements will be there, so a length that memory does not allow is refused now.
        if (length > Array.MaxLength || !agent.Meter.CanAllocate(ModelBytes.Values((long)length)))
        {
            agent.Meter.Allocate(ModelBytes.Values((long)length));
            throw ArrayLike.InvalidLength(agent);
        }
    }

    /// <summary>Copies the elements into a dense array; holes become what a read gives.</summary>
    private static JsArray CopyElements(Agent agent, JsObject source, double length)
    {
        JsArray result = NewResult(agent, length);
        AppendElements(agent, result, source, 0, length);
        return result;
    }

    private static void AppendElements(Agent agent, JsArray result, JsObject source, double start, double end)
    {
        for (double i = start; i < end; i++)
        {
            agent.Meter.Work(1);
            result.Append(ArrayLike.Get(agent, source, i));
        }
    }
}
