using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// A built-in function that consumes an iterable: <c>new Map(iterable)</c>, <c>Array.from</c>, <c>Promise.all</c>. It steps the iterator as frames of the
/// guest's stack, so that a generator behind it may wait for the host, and closes it where the consumer fails or stops early (ECMA-262 §7.4).
/// Iterators of the engine's own are stepped without calls and result objects, so consumers need no fast paths for arrays, strings, maps and sets.
/// </summary>
/// <remarks>
/// A consumer takes values in <see cref="OnValue"/>, and calls guest functions there with <see cref="Call"/>, whose result comes to <see cref="OnCallResult"/>:
/// <code>
/// protected override bool OnValue(Agent agent, Value value) => Call(agent, _mapper, _thisArgument, [value, _index++]);
/// protected override bool OnCallResult(Agent agent, Value result) { _target.Append(result); return true; }
/// protected override Value OnDone(Agent agent) => _target;
/// </code>
/// </remarks>
internal abstract class IterationFrame : NativeFrame
{
    private readonly Value _iterable = Value.Undefined;
    private JsFunction? _method;
    private JsObject? _iterator;
    private Value _next = Value.Undefined;

    /// <summary>What the consumer threw.</summary>
    private Value _error = Value.Undefined;
    private Phase _phase;
    private bool _isBuiltIn;

    /// <summary>Iterates over an iterable: GetIterator(iterable, sync).</summary>
    protected IterationFrame(Value iterable) => _iterable = iterable;

    /// <summary>Iterates over what a method that is already known gives: GetIteratorFromMethod(target, method).</summary>
    protected IterationFrame(Value target, JsFunction method)
        : this(target) => _method = method;

    /// <summary>Goes on with an iterator that is there already; <see cref="OnOpened"/> does not come.</summary>
    protected IterationFrame(IteratorRecord record)
    {
        _iterator = record.Iterator;
        _next = record.Next;
        _isBuiltIn = record.IsBuiltIn;
        _phase = Phase.Stepping;
    }

    /// <summary>Whether a call of the consumer's is pending, and not one of the iterator's.</summary>
    protected bool IsCalling => _phase == Phase.Calling;

    private enum Phase : byte
    {
        Start,

        /// <summary>The call that gives the iterator.</summary>
        Opening,
        Stepping,

        /// <summary>The call of <c>next</c>.</summary>
        Receiving,

        /// <summary>In the consumer's code: what it throws closes the iterator.</summary>
        Consuming,

        /// <summary>A call of the consumer's.</summary>
        Calling,

        /// <summary>The call of <c>return</c> after the consumer stopped.</summary>
        Closing,

        /// <summary>The consumer threw: <c>return</c> is to be called.</summary>
        Failing,

        /// <summary>The call of <c>return</c> after the consumer threw.</summary>
        Failed,

        /// <summary>Another frame was started that gives the result.</summary>
        Finishing,
        Finished,
    }

    /// <summary>ECMAScript GetIterator up to its method, with a TypeError for what has none.</summary>
    public static JsFunction GetIteratorMethod(Agent agent, Value iterable) =>
        (iterable.IsNullish ? null : agent.GetMethod(iterable, WellKnownSymbols.Iterator)) ?? throw NotIterable(agent, iterable);

    public static GuestException NotIterable(Agent agent, Value value)
    {
        string what = value.Reference switch
        {
            JsFunction => Agent.Describe(value),
            JsObject => "object",
            null => $"number {Agent.Describe(value)}",
            { Kind: CellKind.Null } => "object null",
            { Kind: CellKind.Boolean } => $"boolean {Agent.Describe(value)}",
            _ => Agent.Describe(value),
        };
        return agent.TypeError($"{what} is not iterable (cannot read property Symbol(Symbol.iterator))");
    }

    public sealed override bool Resume(Agent agent, ref Value value)
    {
        try
        {
            return Advance(agent, ref value);
        }
        catch (GuestException exception) when (_phase == Phase.Consuming)
        {
            Fail(exception.Error);
        }

        return Advance(agent, ref value);
    }

    public sealed override bool Catch(Agent agent, Value error, out Value value)
    {
        value = default;
        switch (_phase)
        {
            case Phase.Calling:
                // The frame is off the stack, and goes there again to call return.
                Fail(error);
                value = agent.Start(this);
                return true;
            case Phase.Failed:
                // The exception of the consumer is the one that counts (ECMA-262 §7.4.11, step 5).
                throw new GuestException(_error);
            default:
                return false;
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(_iterable);
        tracer.Visit(_method);
        tracer.Visit(_iterator);
        tracer.Visit(_next);
        tracer.Visit(_error);
    }

    /// <summary>Comes before the first value, when the iterator is there.</summary>
    protected virtual void OnOpened(Agent agent)
    {
    }

    /// <summary>Takes the next value.</summary>
    /// <returns>True to go on; false to stop early, which closes the iterator.</returns>
    protected abstract bool OnValue(Agent agent, Value value);

    /// <summary>The result of the whole function when all values were taken, or <see cref="Agent.Pending"/> where another frame was started that gives it.</summary>
    protected abstract Value OnDone(Agent agent);

    /// <summary>The result of the whole function when <see cref="OnValue"/> or <see cref="OnCallResult"/> stopped the iteration.</summary>
    protected virtual Value OnStopped(Agent agent) => OnDone(agent);

    /// <summary>Takes the result of a <see cref="Call"/>; returns as <see cref="OnValue"/> does, and may call again.</summary>
    protected virtual bool OnCallResult(Agent agent, Value result) => true;

    /// <summary>Calls a function for the consumer, which returns what this returns; the result goes to <see cref="OnCallResult"/>, now or later.</summary>
    protected bool Call(Agent agent, JsFunction function, Value thisValue, ReadOnlySpan<Value> arguments)
    {
        if (agent.TryCall(function, thisValue, arguments, out Value result))
        {
            return OnCallResult(agent, result);
        }

        _phase = Phase.Calling;
        return true;
    }

    private bool Advance(Agent agent, ref Value value)
    {
        while (true)
        {
            switch (_phase)
            {
                case Phase.Start:
                    _method ??= GetIteratorMethod(agent, _iterable);
                    _phase = Phase.Opening;
                    if (!agent.TryCall(_method, _iterable, [], out value))
                    {
                        return false;
                    }

                    break;
                case Phase.Opening:
                    _iterator = value.Reference as JsObject ?? throw agent.TypeError("Result of the Symbol.iterator method is not an object");
                    _next = agent.Get(_iterator, Atoms.Next);
                    _isBuiltIn = _iterator is BuiltInIterator builtIn && builtIn.IsUnmodified(_next);
                    OnOpened(agent);
                    _phase = Phase.Stepping;
                    break;
                case Phase.Stepping when _isBuiltIn:
                    agent.Meter.Work(1);
                    if (!((BuiltInIterator)_iterator!).MoveNext(agent, out Value stepped))
                    {
                        return Finish(OnDone(agent), out value);
                    }

                    _phase = Phase.Consuming;
                    if (!Take(agent, OnValue(agent, stepped), ref value))
                    {
                        return _phase == Phase.Finished;
                    }

                    break;
                case Phase.Stepping:
                    _phase = Phase.Receiving;
                    JsFunction next = _next.Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(_next)} is not a function");
                    if (!agent.TryCall(next, _iterator!, [], out value))
                    {
                        return false;
                    }

                    break;
                case Phase.Receiving:
                    JsObject result = value.Reference as JsObject ?? throw agent.TypeError($"Iterator result {Agent.Describe(value)} is not an object");
                    if (agent.Get(result, Atoms.Done).ToBoolean())
                    {
                        return Finish(OnDone(agent), out value);
                    }

                    Value received = agent.Get(result, Atoms.Value);
                    _phase = Phase.Consuming;
                    if (!Take(agent, OnValue(agent, received), ref value))
                    {
                        return _phase == Phase.Finished;
                    }

                    break;
                case Phase.Calling:
                    _phase = Phase.Consuming;
                    if (!Take(agent, OnCallResult(agent, value), ref value))
                    {
                        return _phase == Phase.Finished;
                    }

                    break;
                case Phase.Failing:
                    // IteratorClose with a throw completion: whatever return does, the first exception goes on.
                    _phase = Phase.Failed;
                    if (TryGetReturn(agent) is { } close && !agent.TryCall(close, _iterator!, [], out value))
                    {
                        return false;
                    }

                    break;
                case Phase.Failed:
                    _phase = Phase.Finished;
                    throw new GuestException(_error);
                case Phase.Finishing:
                    _phase = Phase.Finished;
                    return true;
                case Phase.Closing:
                    return value.IsObject ? Finish(OnStopped(agent), out value) : throw agent.TypeError($"{Agent.Describe(value)} is not an object");
                default:
                    throw new InvalidOperationException("The iteration is over.");
            }
        }
    }

    /// <summary>After the consumer took a value: false where a call is pending or the function is finished.</summary>
    private bool Take(Agent agent, bool goesOn, ref Value value)
    {
        if (_phase == Phase.Calling)
        {
            return false;
        }

        if (goesOn)
        {
            _phase = Phase.Stepping;
            return true;
        }

        _phase = Phase.Closing;
        if (agent.GetMethod(_iterator!, Atoms.Return) is not { } close)
        {
            Finish(OnStopped(agent), out value);
            return false;
        }

        return agent.TryCall(close, _iterator!, [], out value);
    }

    private bool Finish(Value result, out Value value)
    {
        _phase = result.IsHole ? Phase.Finishing : Phase.Finished;
        value = result;
        return !result.IsHole;
    }

    private void Fail(Value error)
    {
        _error = error;
        _phase = Phase.Failing;
    }

    private JsFunction? TryGetReturn(Agent agent)
    {
        try
        {
            return agent.GetMethod(_iterator!, Atoms.Return);
        }
        catch (GuestException)
        {
            return null;
        }
    }
}
