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
    private TextBuilder _text = null!;

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
            total += (long)(length - 1) * separator.Length;
            CheckLength(total);
            _text = new TextBuilder(agent, (int)total);
            JoinStrings(array.Items.AsSpan(0, array.Count));
            return _text.ToJsString();
        }

        return Walk(new Level(target, length, separator));
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

        return Walk(new Level(target, 1, separator));
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
                _text.Append(between);
            }

            _text.Append(items[i].AsString().Span);
        }
    }

    private JsString Walk(Level level)
    {
        _text = new TextBuilder(agent);
        _open.Add(level.Target);
        while (true)
        {
            if (level.Index == level.Length)
            {
                if (!_outer.TryPop(out Level outer))
                {
                    return _text.ToJsString();
                }

                _open.Remove(level.Target);
                level = outer;
                continue;
            }

            agent.Meter.Work(1);
            if (level.Index > 0)
            {
                _text.Append(level.Separator);
            }

            double index = level.Index++;
            if (!ArrayLike.TryRead(agent, level.Target, index, out Value element))
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
            _text.Append(agent.ToJsString(agent.Call(function, element, localeArguments)));
        }
        else if (element.IsNumber)
        {
            NumberText.TryFormat(element.Number, _text.Reserve(NumberText.MaxLength), out int written);
            _text.Advance(written);
        }
        else
        {
            _text.Append(agent.ToJsString(element));
        }
    }

    private void AppendRepeated(JsString text, double times)
    {
        CheckLength(_text.Length + (times * text.Length));
        for (double i = text.Length == 0 ? times : 0; i < times; i++)
        {
            _text.Append(text);
        }
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
