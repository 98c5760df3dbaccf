using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Searching for a value.</content>
internal static partial class ArrayPrototype
{
    private static Value IndexOf(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "indexOf");
        double length = agent.LengthOf(target);
        if (length == 0)
        {
            return -1;
        }

        double start = agent.ToRelativeIndex(call[1], length, 0);
        Value wanted = call[0];
        if (target is JsArray array && ArrayLike.CanReadItems(array))
        {
            int end = (int)Math.Min(length, array.Count);
            return start < end ? IndexOf(agent, array.Items, (int)start, end, wanted) : -1;
        }

        for (double i = start; i < length; i++)
        {
            agent.Meter.Work(1);
            if (!ArrayLike.TryGet(agent, target, i, out Value element))
            {
                i = ArrayLike.SkipHoles(target, i, length);
            }
            else if (EqualsWithWork(agent, element, wanted))
            {
                return i;
            }
        }

        return -1;
    }

    private static Value Includes(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "includes");
        double length = agent.LengthOf(target);
        if (length == 0)
        {
            return false;
        }

        double start = agent.ToRelativeIndex(call[1], length, 0);
        Value wanted = call[0];
        bool isSearchedStrictly = !wanted.IsUndefined && !(wanted.IsNumber && double.IsNaN(wanted.Number));
        if (isSearchedStrictly && target is JsArray array && array.Count == length && ArrayLike.CanReadItems(array))
        {
            return start < length && IndexOf(agent, array.Items, (int)start, (int)length, wanted) >= 0;
        }

        for (double i = start; i < length; i++)
        {
            agent.Meter.Work(1);
            if (!ArrayLike.TryRead(agent, target, i, out Value element))
            {
                if (wanted.IsUndefined)
                {
                    return true;
                }

                i = ArrayLike.SkipHoles(target, i, length);
            }
            else if (Value.SameValueZero(element, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static Value LastIndexOf(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "lastIndexOf");
        double length = agent.LengthOf(target);
        if (length == 0)
        {
            return -1;
        }

        double start = call.Count > 1 ? agent.ToIntegerOrInfinity(call[1]) : length - 1;
        start = start < 0 ? length + start : Math.Min(start, length - 1);
        for (double i = start; i >= 0; i--)
        {
            agent.Meter.Work(1);
            if (!ArrayLike.TryGet(agent, target, i, out Value element))
            {
                i = ArrayLike.SkipHolesBackwards(target, i);
            }
            else if (EqualsWithWork(agent, element, call[0]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds a value among items by strict equality; -1 where it is not.</summary>
    private static int IndexOf(Agent agent, Value[] items, int start, int end, in Value wanted)
    {
        const int BatchSize = 4096;
        while (start < end)
        {
            int count = Math.Min(BatchSize, end - start);
            agent.Meter.Work(1 + (count / 4));
            int found = wanted.Reference switch
            {
                null => IndexOfNumber(items.AsSpan(start, count), wanted.Number),
                JsString text => IndexOfString(agent, items.AsSpan(start, count), text),
                JsBigInt => IndexOfBigInt(items.AsSpan(start, count), wanted),
                _ => IndexOfCell(items.AsSpan(start, count), wanted.Reference),
            };
            if (found >= 0)
            {
                return start + found;
            }

            start += count;
        }

        return -1;
    }

    private static int IndexOfNumber(ReadOnlySpan<Value> items, double wanted)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Reference is null && items[i].Number == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfString(Agent agent, ReadOnlySpan<Value> items, JsString wanted)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Reference is JsString text && text.Length == wanted.Length)
            {
                agent.Meter.Work(text.Length / 16);
                if (JsString.Equals(text, wanted))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static int IndexOfBigInt(ReadOnlySpan<Value> items, in Value wanted)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (Value.StrictEquals(items[i], wanted))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfCell(ReadOnlySpan<Value> items, Cell wanted)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (ReferenceEquals(items[i].Reference, wanted))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool EqualsWithWork(Agent agent, in Value left, in Value right)
    {
        if (left.Reference is JsString text && right.Reference is JsString other && text.Length == other.Length)
        {
            agent.Meter.Work(text.Length / 16);
        }

        return Value.StrictEquals(left, right);
    }
}
