using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>reduce</c> and <c>reduceRight</c> (ECMA-262 §23.1.3.24, §23.1.3.25).</summary>
internal sealed class ReduceFrame : NativeFrame
{
    private readonly JsObject _target;
    private readonly double _length;
    private readonly JsFunction _callback;
    private readonly int _step;
    private double _index;
    private Value _accumulator;
    private bool _hasAccumulator;
    private bool _isCalling;

    /// <param name="target">The array.</param>
    /// <param name="length">Its length.</param>
    /// <param name="callback">The function.</param>
    /// <param name="initial">The initial value, or a hole to begin with the first element.</param>
    /// <param name="isBackwards">Whether to go from the end.</param>
    public ReduceFrame(JsObject target, double length, JsFunction callback, Value initial, bool isBackwards)
    {
        _target = target;
        _length = length;
        _callback = callback;
        _accumulator = initial;
        _hasAccumulator = !initial.IsHole;
        _step = isBackwards ? -1 : 1;
        _index = isBackwards ? length : -1;
    }

    /// <summary>Whether what is not there any more counts as undefined, as for typed arrays.</summary>
    public bool CountsMissing { get; init; }

    // What was made of the elements so far is only handed on; a built-in function would look at it.
    public override bool TakesDeferred => _callback is Closure or HostFunction;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (_isCalling)
        {
            _accumulator = value;
        }

        while (MoveNext(agent, out Value element))
        {
            if (!_hasAccumulator)
            {
                _hasAccumulator = true;
                _accumulator = element;
                continue;
            }

            _isCalling = true;
            if (!agent.TryCall(_callback, Value.Undefined, [_accumulator, element, _index, _target], out value))
            {
                return false;
            }

            _accumulator = value;
        }

        value = _hasAccumulator ? _accumulator : throw agent.TypeError("Reduce of empty array with no initial value");
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(_target);
        tracer.Visit(_callback);
        tracer.Visit(_accumulator);
    }

    private bool MoveNext(Agent agent, out Value element)
    {
        while ((_index += _step) >= 0 && _index < _length)
        {
            if (ArrayLike.TryGet(agent, _target, _index, out element) || CountsMissing)
            {
                return true;
            }

            agent.Meter.Work(1);
            _index = _step > 0 ? ArrayLike.SkipHoles(_target, _index, _length) : ArrayLike.SkipHolesBackwards(_target, _index);
        }

        element = default;
        return false;
    }
}
