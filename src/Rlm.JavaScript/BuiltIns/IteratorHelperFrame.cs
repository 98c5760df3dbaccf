using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// One step of an <see cref="IteratorHelper"/>: from <c>next</c> to the next value, or <c>return</c>. The iterator it reads from and the callback are called
/// as frames, so both may wait for the host.
/// </summary>
internal sealed class IteratorHelperFrame(IteratorHelper helper) : NativeFrame
{
    private Phase _phase;

    /// <summary>The value that the callback looks at, or the exception that goes on when the source is closed.</summary>
    private Value _held = Value.Undefined;

    private enum Phase : byte
    {
        Stepping,

        /// <summary>The call of <c>next</c> of the source. What it throws ends the helper without closing anything.</summary>
        Receiving,

        /// <summary>The callback. What it throws closes the source; that is so in the following phases too.</summary>
        Calling,

        /// <summary>The call that gives the inner iterator.</summary>
        Opening,
        SteppingInner,

        /// <summary>The call of <c>next</c> of the inner iterator.</summary>
        ReceivingInner,

        /// <summary>After <c>return</c>, the call of <c>return</c> of the inner iterator.</summary>
        ClosingInner,

        /// <summary>The inner iterator is closed.</summary>
        Closing,

        /// <summary>The call of <c>return</c> of the source.</summary>
        Closed,

        /// <summary>Something was thrown; the source is to be closed.</summary>
        Failing,

        /// <summary>The call of <c>return</c> of the source after that.</summary>
        Failed,
    }

    public void BeginNext() => _phase = helper switch
    {
        { Operation: IteratorHelperKind.Take, Remaining: 0 } => Phase.Closing,
        { Inner: not null } => Phase.SteppingInner,
        _ => Phase.Stepping,
    };

    public void BeginReturn() => _phase = helper.Inner is null ? Phase.Closing : Phase.ClosingInner;

    public override bool Resume(Agent agent, ref Value value)
    {
        try
        {
            return Advance(agent, ref value);
        }
        catch (GuestException exception) when (ClosesSource)
        {
            Fail(exception.Error);
        }

        return Advance(agent, ref value);
    }

    /// <remarks>What <see cref="Resume"/> throws comes here as well: the frame is still on the stack then.</remarks>
    public override bool Catch(Agent agent, Value error, out Value value)
    {
        value = default;
        if (ClosesSource)
        {
            // The frame is off the stack, and goes there again to call return.
            Fail(error);
            value = agent.Start(this);
            return true;
        }

        helper.State = IteratorHelperState.Completed;
        return _phase == Phase.Failed ? throw new GuestException(_held) : false;
    }

    public override void GiveUp() => helper.State = IteratorHelperState.Completed;

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(helper);
        tracer.Visit(_held);
    }

    private bool ClosesSource => _phase is >= Phase.Calling and <= Phase.ClosingInner;

    private bool Advance(Agent agent, ref Value value)
    {
        while (true)
        {
            switch (_phase)
            {
                case Phase.Stepping:
                    agent.Meter.Work(1);
                    if (helper.Source.IsBuiltIn)
                    {
                        if (!((BuiltInIterator)helper.Source.Iterator).MoveNext(agent, out value))
                        {
                            return Complete(agent, out value);
                        }

                        if (!IsDropped() && Take(agent, ref value) is { } taken)
                        {
                            return taken;
                        }

                        break;
                    }

                    _phase = Phase.Receiving;
                    if (!helper.Source.TryCallNext(agent, out value))
                    {
                        return false;
                    }

                    break;
                case Phase.Receiving:
                    if (agent.IsIteratorDone(value))
                    {
                        return Complete(agent, out value);
                    }

                    _phase = Phase.Stepping;
                    if (IsDropped())
                    {
                        break;
                    }

                    value = agent.Get(value.AsObject(), Atoms.Value);
                    if (Take(agent, ref value) is { } received)
                    {
                        return received;
                    }

                    break;
                case Phase.Calling:
                    if (TakeAnswer(agent, ref value) is { } answered)
                    {
                        return answered;
                    }

                    break;
                case Phase.Opening:
                    helper.Inner = IteratorRecord.Of(agent, value.Reference as JsObject ?? throw agent.TypeError($"{Agent.Describe(value)} is not an object"));
                    _phase = Phase.SteppingInner;
                    break;
                case Phase.SteppingInner:
                    agent.Meter.Work(1);
                    _phase = Phase.ReceivingInner;
                    if (!helper.Inner!.Value.TryCallNext(agent, out value))
                    {
                        return false;
                    }

                    break;
                case Phase.ReceivingInner:
                    if (!agent.IsIteratorDone(value))
                    {
                        return Give(agent, agent.Get(value.AsObject(), Atoms.Value), out value);
                    }

                    helper.Inner = null;
                    _phase = Phase.Stepping;
                    break;
                case Phase.ClosingInner when helper.Inner is { } inner:
                    helper.Inner = null;
                    if (agent.GetMethod(inner.Iterator, Atoms.Return) is not { } closeInner)
                    {
                        _phase = Phase.Closing;
                    }
                    else if (!agent.TryCall(closeInner, inner.Iterator, [], out value))
                    {
                        return false;
                    }

                    break;
                case Phase.ClosingInner:
                    RequireObject(agent, value);
                    _phase = Phase.Closing;
                    break;
                case Phase.Closing:
                    _phase = Phase.Closed;
                    if (agent.GetMethod(helper.Source.Iterator, Atoms.Return) is not { } close)
                    {
                        return Complete(agent, out value);
                    }

                    if (!agent.TryCall(close, helper.Source.Iterator, [], out value))
                    {
                        return false;
                    }

                    break;
                case Phase.Closed:
                    RequireObject(agent, value);
                    return Complete(agent, out value);
                case Phase.Failing:
                    _phase = Phase.Failed;
                    if (TryGetReturn(agent) is { } closeFailed && !agent.TryCall(closeFailed, helper.Source.Iterator, [], out value))
                    {
                        return false;
                    }

                    break;
                default:
                    throw new GuestException(_held);
            }
        }
    }

    /// <summary>Whether the value that is there now is one of those that <c>drop</c> passes over.</summary>
    private bool IsDropped()
    {
        if (helper.Operation != IteratorHelperKind.Drop || helper.Remaining == 0)
        {
            return false;
        }

        helper.Remaining--;
        return true;
    }

    /// <summary>Takes a value of the source. Not null where that ends the step or a call is pending: then it is what <see cref="Resume"/> has to return.</summary>
    private bool? Take(Agent agent, ref Value value)
    {
        switch (helper.Operation)
        {
            case IteratorHelperKind.Take:
                helper.Remaining--;
                return Give(agent, value, out value);
            case IteratorHelperKind.Drop:
                return Give(agent, value, out value);
            default:
                _held = value;
                _phase = Phase.Calling;
                return agent.TryCall(helper.Callback!, Value.Undefined, [value, helper.Index++], out value) ? null : false;
        }
    }

    /// <summary>Takes the result of the callback; returns as <see cref="Take"/> does.</summary>
    private bool? TakeAnswer(Agent agent, ref Value value)
    {
        switch (helper.Operation)
        {
            case IteratorHelperKind.Map:
                return Give(agent, value, out value);
            case IteratorHelperKind.Filter when value.ToBoolean():
                return Give(agent, _held, out value);
            case IteratorHelperKind.Filter:
                _phase = Phase.Stepping;
                return null;
            default:
                RequireObject(agent, value);
                _phase = Phase.Opening;
                return agent.GetMethod(value, WellKnownSymbols.Iterator) is not { } open || agent.TryCall(open, value, [], out value) ? null : false;
        }
    }

    private bool Give(Agent agent, Value given, out Value value)
    {
        _held = Value.Undefined;
        helper.State = IteratorHelperState.Suspended;
        value = agent.Realm.NewIteratorResult(given, done: false);
        return true;
    }

    private bool Complete(Agent agent, out Value value)
    {
        helper.State = IteratorHelperState.Completed;
        value = agent.Realm.NewIteratorResult(Value.Undefined, done: true);
        return true;
    }

    private void Fail(Value error)
    {
        _held = error;
        _phase = Phase.Failing;
    }

    private JsFunction? TryGetReturn(Agent agent)
    {
        try
        {
            return agent.GetMethod(helper.Source.Iterator, Atoms.Return);
        }
        catch (GuestException)
        {
            return null;
        }
    }

    private static void RequireObject(Agent agent, Value value)
    {
        if (!value.IsObject)
        {
            throw agent.TypeError($"{Agent.Describe(value)} is not an object");
        }
    }
}
