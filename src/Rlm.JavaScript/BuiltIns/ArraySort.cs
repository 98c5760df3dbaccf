using System.Runtime.CompilerServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// What <c>sort</c> and <c>toSorted</c> have in common (ECMA-262 §23.1.3.30.1, SortIndexedProperties): the elements are read first, put in order aside,
/// and written at the end, so that what a comparison function does to the array does no harm.
/// </summary>
internal sealed class ArraySort
{
    private readonly JsObject _target;
    private readonly double _length;
    private readonly bool _copies;
    private Value[] _items = [];
    private int _count;
    private double _undefinedCount;

    /// <param name="target">The array.</param>
    /// <param name="length">Its length.</param>
    /// <param name="copies">Whether a new array is the result (<c>toSorted</c>), in which holes are undefined.</param>
    public ArraySort(JsObject target, double length, bool copies)
    {
        _target = target;
        _length = length;
        _copies = copies;
    }

    /// <summary>Reads the elements, sorts them, and gives the result, or <see cref="Agent.Pending"/>.</summary>
    public Value Run(Agent agent, JsFunction? comparer)
    {
        Collect(agent);
        if (comparer is not null && _count > 1)
        {
            return agent.Start(new SortFrame(this, comparer, new MergeSort<Value>(agent.Meter, _items, _count)));
        }

        if (_count > 1)
        {
            SortByText(agent);
        }

        return Complete(agent);
    }

    /// <summary>Writes the elements, which are in order now.</summary>
    public Value Complete(Agent agent)
    {
        if (_copies)
        {
            JsArray result = agent.Realm.NewArray(_items.Length == _length ? 0 : (int)_length);
            result.ReplaceItems(_items.Length == _length ? _items : result.Items, 0);
            return Fill(result);
        }

        if (_target is JsArray array && array.Count == _length && ArrayLike.CanGrowFreely(array))
        {
            agent.Meter.Work(_count / 4);
            _items.AsSpan(0, _count).CopyTo(array.Items);
            array.Items.AsSpan(_count, (int)_undefinedCount).Fill(Value.Undefined);
            array.Items.AsSpan(_count + (int)_undefinedCount, array.Count - _count - (int)_undefinedCount).Fill(Value.Hole);
            return _target;
        }

        WriteSlowly(agent);
        return _target;
    }

    public void Trace(Tracer tracer) => tracer.Visit(_target);

    private void Collect(Agent agent)
    {
        int expected = (int)Math.Min(_length, _target is JsArray array ? array.Count : 0);
        Reserve(agent, expected);
        for (double i = 0; i < _length; i++)
        {
            agent.Meter.Work(1);
            if (!ArrayLike.TryGet(agent, _target, i, out Value element))
            {
                double last = ArrayLike.SkipHoles(_target, i, _length);
                _undefinedCount += _copies ? last - i + 1 : 0;
                i = last;
            }
            else if (element.IsUndefined)
            {
                _undefinedCount++;
            }
            else
            {
                if (_count == _items.Length)
                {
                    Reserve(agent, Math.Max(16, _count * 2));
                }

                _items[_count++] = element;
            }
        }
    }

    private void Reserve(Agent agent, int capacity)
    {
        if (capacity > 0)
        {
            agent.Meter.Allocate(ModelBytes.Values(capacity));
            Array.Resize(ref _items, capacity);
        }
    }

    /// <summary>The default order: by the UTF-16 units of the texts. Each text is made once.</summary>
    private void SortByText(Agent agent)
    {
        agent.Meter.Allocate(24 + ((long)Unsafe.SizeOf<Entry>() * _count));
        var entries = new Entry[_count];
        Span<char> buffer = stackalloc char[NumberText.MaxLength];
        for (int i = 0; i < _count; i++)
        {
            agent.Meter.Work(1);
            JsString? text = IsInteger(_items[i]) ? null : agent.ToJsString(_items[i]);
            entries[i] = new Entry { Text = text, Value = _items[i] };
            entries[i].Prefix = PrefixOf(entries[i].Characters(buffer));
        }

        var sort = new MergeSort<Entry>(agent.Meter, entries, _count);
        bool isLess = false;
        while (sort.Advance(isLess))
        {
            isLess = IsLess(agent, sort.Later, sort.Earlier);
        }

        for (int i = 0; i < _count; i++)
        {
            _items[i] = entries[i].Value;
        }
    }

    private static bool IsLess(Agent agent, in Entry left, in Entry right)
    {
        if (left.Prefix != right.Prefix)
        {
            agent.Meter.Work(1);
            return left.Prefix < right.Prefix;
        }

        Span<char> buffer = stackalloc char[NumberText.MaxLength];
        Span<char> otherBuffer = stackalloc char[NumberText.MaxLength];
        ReadOnlySpan<char> text = left.Characters(buffer);
        ReadOnlySpan<char> other = right.Characters(otherBuffer);
        agent.Meter.Work(1 + (Math.Min(text.Length, other.Length) / 32));
        return text.SequenceCompareTo(other) < 0;
    }

    /// <summary>Whether the text of a value is so quickly made that it is not kept.</summary>
    private static bool IsInteger(in Value value) => value.IsNumber && Math.Abs(value.Number) <= ArrayLike.MaxSafeLength && value.Number == Math.Truncate(value.Number);

    /// <summary>
    /// The first eight characters as a number of the same order: most comparisons need no more. A character beyond Latin-1 ends it as the greatest byte there is,
    /// so that two such texts are compared in full.
    /// </summary>
    private static ulong PrefixOf(ReadOnlySpan<char> characters)
    {
        ulong prefix = 0;
        for (int i = 0; i < Math.Min(characters.Length, 8); i++)
        {
            prefix |= (ulong)Math.Min(characters[i], byte.MaxValue) << (56 - (8 * i));
            if (characters[i] >= byte.MaxValue)
            {
                break;
            }
        }

        return prefix;
    }

    private JsArray Fill(JsArray result)
    {
        Value[] items = result.Items;
        if (!ReferenceEquals(items, _items))
        {
            _items.AsSpan(0, _count).CopyTo(items);
        }

        items.AsSpan(_count, (int)_undefinedCount).Fill(Value.Undefined);
        result.ReplaceItems(items, (int)_length);
        return result;
    }

    private void WriteSlowly(Agent agent)
    {
        double index = 0;
        for (; index < _count; index++)
        {
            agent.Meter.Work(1);
            ArrayLike.Set(agent, _target, index, _items[(int)index]);
        }

        for (; index < _count + _undefinedCount; index++)
        {
            agent.Meter.Work(1);
            ArrayLike.Set(agent, _target, index, Value.Undefined);
        }

        for (; index < _length; index++)
        {
            agent.Meter.Work(1);
            ArrayLike.Delete(agent, _target, index);
            index = ArrayLike.SkipHoles(_target, index, _length);
        }
    }

    private struct Entry
    {
        public ulong Prefix;

        /// <summary>The text; null for an integer.</summary>
        public JsString? Text;
        public Value Value;

        public readonly ReadOnlySpan<char> Characters(Span<char> buffer)
        {
            if (Text is not null)
            {
                return Text.Span;
            }

            NumberText.TryFormat(Value.Number, buffer, out int written);
            return buffer[..written];
        }
    }
}

/// <summary>Sorting with a comparison function of the guest's.</summary>
internal sealed class SortFrame(ArraySort sort, JsFunction comparer, MergeSort<Value> order) : NativeFrame
{
    /// <summary>Differences of numbers are taken without a call; they are counted as the calls that they stand for.</summary>
    private readonly int _differenceSign = comparer is Closure closure ? closure.DifferenceSign : 0;
    private bool _isCalling;

    public override bool Resume(Agent agent, ref Value value)
    {
        bool isLess = _isCalling && agent.ToNumber(value) < 0;
        _isCalling = true;
        while (order.Advance(isLess))
        {
            if (_differenceSign != 0 && order.Later.IsNumber && order.Earlier.IsNumber)
            {
                agent.Meter.Work(1);
                isLess = _differenceSign * (order.Later.Number - order.Earlier.Number) < 0;
                continue;
            }

            if (!agent.TryCall(comparer, Value.Undefined, [order.Later, order.Earlier], out value))
            {
                return false;
            }

            isLess = agent.ToNumber(value) < 0;
        }

        value = sort.Complete(agent);
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        sort.Trace(tracer);
        tracer.Visit(comparer);
        tracer.Visit(order.Items);
        tracer.Visit(order.Scratch);
        tracer.Visit(order.Later);
        tracer.Visit(order.Earlier);
    }
}
