using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Joins the texts of the elements of an array (ECMA-262 §23.1.3.18, and §23.1.3.32 with locale arguments). Nested arrays are walked with an explicit stack;
/// an array inside itself gives the empty text, as everywhere on the web.
/// </summary>
internal sealed class ArrayJoin(Agent agent, JsString separator, Value[]? localeArguments = null)
{
    private static readonly JsString Comma = JsString.FromChar(',');

    /// <summary>The arrays around the one that is being walked.</summary>
    private readonly Stack<Level> _outer = new();
    private readonly HashSet<JsObject> _open = new(ReferenceEqualityComparer.Instance);
    private char[] _buffer = [];
    private int _length;

    public JsString Run(JsObject target, double length)
    {
        if (length == 0)
        {
            return JsString.Empty;
        }

        CheckLength((length - 1) * separator.Length);
        if (length == 1)
        {
            return JoinSingle(target);
        }

        if (target is JsArray array && array.Count == length && AllStrings(array, out long total))
        {
            CheckLength(total + ((length - 1) * separator.Length));
            _buffer = NewBuffer((int)(total + ((long)(length - 1) * separator.Length)));
            JoinStrings(array.Items.AsSpan(0, array.Count));
            return JsString.FromBuffer(_buffer, _length);
        }

        Walk(new Level(target, length, separator));
        return Finish();
    }

    private JsString JoinSingle(JsObject target)
    {
        Value element = ArrayLike.Get(agent, target, 0);
        if (element.Reference is JsString text)
        {
            return text;
        }

        if (element.IsNumber && localeArguments is null)
        {
            return agent.NumberToString(element.Number);
        }

        Walk(new Level(target, 1, separator));
        return Finish();
    }

    private bool AllStrings(JsArray array, out long total)
    {
        total = 0;
        if (localeArguments is not null)
        {
            return false;
        }

        agent.Meter.Work(array.Count / 8);
        foreach (ref readonly Value item in array.Items.AsSpan(0, array.Count))
        {
            if (item.Reference is not JsString text)
            {
                return false;
            }

            total += text.Length;
        }

        return true;
    }

    private void JoinStrings(ReadOnlySpan<Value> items)
    {
        ReadOnlySpan<char> between = separator.Span;
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Copy(between);
            }

            agent.Meter.Work(1);
            Copy(items[i].AsString().Span);
        }
    }

    private void Walk(Level level)
    {
        _open.Add(level.Target);
        while (true)
        {
            if (level.Index == level.Length)
            {
                if (!_outer.TryPop(out Level outer))
                {
                    return;
                }

                _open.Remove(level.Target);
                level = outer;
                continue;
            }

            agent.Meter.Work(1);
            if (level.Index > 0)
            {
                Append(level.Separator);
            }

            double index = level.Index++;
            if (!ArrayLike.TryGet(agent, level.Target, index, out Value element))
            {
                double last = ArrayLike.SkipHoles(level.Target, index, level.Length);
                AppendRepeated(level.Separator, last - index);
                level.Index = last + 1;
            }
            else if (element.IsNullish)
            {
                continue;
            }
            else if (element.Reference is JsArray nested && ArrayPrototype.HasOriginalText(agent, nested, localeArguments is not null))
            {
                if (nested.Length > 0 && !_open.Contains(nested))
                {
                    agent.Meter.Allocate(96);
                    _open.Add(nested);
                    _outer.Push(level);
                    level = new Level(nested, nested.Length, Comma);
                }
            }
            else
            {
                AppendElement(element);
            }
        }
    }

    private void AppendElement(Value element)
    {
        if (localeArguments is not null)
        {
            Value method = agent.GetV(element, agent.Realm.Key("toLocaleString"));
            JsFunction function = method.Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(method)} is not a function");
            Append(agent.ToJsString(agent.Call(function, element, localeArguments)));
        }
        else if (element.IsNumber)
        {
            EnsureRoom(NumberText.MaxLength);
            NumberText.TryFormat(element.Number, _buffer.AsSpan(_length), out int written);
            _length += written;
        }
        else
        {
            Append(agent.ToJsString(element));
        }
    }

    private void Append(JsString text)
    {
        EnsureRoom(text.Length);
        Copy(text.Span);
    }

    private void AppendRepeated(JsString text, double times)
    {
        CheckLength(_length + (times * text.Length));
        EnsureRoom((int)(times * text.Length));
        ReadOnlySpan<char> span = text.Span;
        if (span.Length == 1)
        {
            agent.Meter.Work((long)times / 16);
            _buffer.AsSpan(_length, (int)times).Fill(span[0]);
            _length += (int)times;
            return;
        }

        for (; times > 0 && span.Length > 0; times--)
        {
            agent.Meter.Work(1);
            Copy(span);
        }
    }

    /// <summary>Copies into room that is there.</summary>
    private void Copy(ReadOnlySpan<char> text)
    {
        const int Slice = 1 << 20;
        while (text.Length > Slice)
        {
            agent.Meter.Work(Slice / 16);
            text[..Slice].CopyTo(_buffer.AsSpan(_length));
            _length += Slice;
            text = text[Slice..];
        }

        agent.Meter.Work(text.Length / 16);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void EnsureRoom(int count)
    {
        if (count <= _buffer.Length - _length)
        {
            return;
        }

        CheckLength((double)_length + count);
        char[] larger = NewBuffer((int)Math.Min(Math.Max((long)_length + count, Math.Max(64, _buffer.Length * 2L)), JsString.MaxLength + NumberText.MaxLength));
        agent.Meter.Work(_length / 16);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer = larger;
    }

    private char[] NewBuffer(int length)
    {
        agent.Meter.Allocate(JsString.FlatBytes(length));
        return new char[length];
    }

    private JsString Finish()
    {
        CheckLength(_length);

        // A buffer that was much too large must not live as long as the text.
        return _length < _buffer.Length / 4 * 3 ? agent.Realm.NewString(_buffer.AsSpan(0, _length)) : JsString.FromBuffer(_buffer, _length);
    }

    private void CheckLength(double length)
    {
        if (length > JsString.MaxLength)
        {
            throw agent.RangeError("Invalid string length");
        }
    }

    private struct Level(JsObject target, double length, JsString separator)
    {
        public readonly JsObject Target = target;
        public readonly double Length = length;
        public readonly JsString Separator = separator;
        public double Index;
    }
}
