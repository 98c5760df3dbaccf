using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// An array method that calls a function for each element, with the element, its index and the array (ECMA-262 §23.1.3: <c>forEach</c> and its kin).
/// The length is read once, before the first call; elements are read when their turn comes.
/// </summary>
internal abstract class ArrayCallbackFrame(JsObject target, double length, JsFunction callback, Value thisArgument) : NativeFrame
{
    protected readonly JsObject Target = target;
    protected readonly double Length = length;
    private bool _isCalling;

    /// <summary>Whether what is not there any more counts as undefined, as for typed arrays.</summary>
    public bool CountsMissing { get; init; }

    /// <summary>The index of the element whose turn it is.</summary>
    protected double Index { get; set; } = -1;

    /// <summary>The element whose turn it is.</summary>
    protected Value Element { get; set; }

    public sealed override bool Resume(Agent agent, ref Value value)
    {
        while (true)
        {
            if (_isCalling && Take(agent, ref value))
            {
                return true;
            }

            if (!MoveNext(agent))
            {
                value = Complete(agent);
                return true;
            }

            _isCalling = true;
            if (!agent.TryCall(callback, thisArgument, [Element, Index, Target], out value))
            {
                return false;
            }
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(Target);
        tracer.Visit(callback);
        tracer.Visit(thisArgument);
        tracer.Visit(Element);
    }

    /// <summary>Takes the result of a call; true when the method is finished, with its result in <paramref name="value"/>.</summary>
    protected abstract bool Take(Agent agent, ref Value value);

    /// <summary>The result after the last element.</summary>
    protected abstract Value Complete(Agent agent);

    /// <summary>Goes on to the next element; false at the end. Here: upwards, past holes.</summary>
    protected virtual bool MoveNext(Agent agent)
    {
        while (++Index < Length)
        {
            if (ArrayLike.TryGet(agent, Target, Index, out Value element) || CountsMissing)
            {
                Element = element;
                return true;
            }

            agent.Meter.Work(1);
            Index = ArrayLike.SkipHoles(Target, Index, Length);
        }

        return false;
    }
}

internal sealed class ForEachFrame(JsObject target, double length, JsFunction callback, Value thisArgument)
    : ArrayCallbackFrame(target, length, callback, thisArgument)
{
    public override bool TakesDeferred => true;

    protected override bool Take(Agent agent, ref Value value) => false;

    protected override Value Complete(Agent agent) => Value.Undefined;
}

/// <summary><c>map</c>; a plain result gets its length when it is full.</summary>
internal sealed class MapFrame(JsObject target, double length, JsFunction callback, Value thisArgument, JsObject result, bool isPlain)
    : ArrayCallbackFrame(target, length, callback, thisArgument)
{
    public override bool TakesDeferred => isPlain;

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(result);
    }

    protected override bool Take(Agent agent, ref Value value)
    {
        ArrayLike.Create(agent, result, Index, value);
        ArrayLike.NoteDeferred(agent, result, Index, value);
        return false;
    }

    protected override Value Complete(Agent agent)
    {
        if (isPlain)
        {
            ArrayLike.SetLength(agent, result, Length);
        }

        return result;
    }
}

internal sealed class FilterFrame(JsObject target, double length, JsFunction callback, Value thisArgument, JsObject result)
    : ArrayCallbackFrame(target, length, callback, thisArgument)
{
    private double _count;

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(result);
    }

    protected override bool Take(Agent agent, ref Value value)
    {
        if (value.ToBoolean())
        {
            ArrayLike.Create(agent, result, _count++, Element);
        }

        return false;
    }

    protected override Value Complete(Agent agent) => result;
}

/// <summary><c>some</c>, which looks for true, and <c>every</c>, which looks for false.</summary>
internal sealed class SomeFrame(JsObject target, double length, JsFunction callback, Value thisArgument, bool wanted)
    : ArrayCallbackFrame(target, length, callback, thisArgument)
{
    protected override bool Take(Agent agent, ref Value value)
    {
        bool isFound = value.ToBoolean() == wanted;
        value = wanted;
        return isFound;
    }

    protected override Value Complete(Agent agent) => !wanted;
}

/// <summary><c>find</c>, <c>findIndex</c>, <c>findLast</c> and <c>findLastIndex</c>, to which holes are undefined.</summary>
internal sealed class FindFrame : ArrayCallbackFrame
{
    private readonly bool _isBackwards;
    private readonly bool _givesIndex;

    public FindFrame(JsObject target, double length, JsFunction callback, Value thisArgument, bool isBackwards, bool givesIndex)
        : base(target, length, callback, thisArgument)
    {
        _isBackwards = isBackwards;
        _givesIndex = givesIndex;
        Index = isBackwards ? length : -1;
    }

    protected override bool MoveNext(Agent agent)
    {
        Index += _isBackwards ? -1 : 1;
        if (Index < 0 || Index >= Length)
        {
            return false;
        }

        Element = ArrayLike.Get(agent, Target, Index);
        return true;
    }

    protected override bool Take(Agent agent, ref Value value)
    {
        bool isFound = value.ToBoolean();
        value = _givesIndex ? Index : Element;
        return isFound;
    }

    protected override Value Complete(Agent agent) => _givesIndex ? -1 : Value.Undefined;
}

/// <summary><c>flatMap</c>: appends the elements of what the function gives.</summary>
internal sealed class FlatMapFrame(JsObject target, double length, JsFunction callback, Value thisArgument, JsObject result)
    : ArrayCallbackFrame(target, length, callback, thisArgument)
{
    private double _count;

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(result);
    }

    protected override bool Take(Agent agent, ref Value value)
    {
        _count = ArrayFlattening.Append(agent, result, _count, value);
        return false;
    }

    protected override Value Complete(Agent agent) => result;
}
