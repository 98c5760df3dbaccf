using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>The methods that combine a Set with another or compare it with one (ECMAScript 2025, §24.2.4).</content>
internal static partial class SetBuiltIns
{
    private static Value Union(in NativeCall call)
    {
        JsSet set = Receiver(call, "union");
        SetRecord other = SetRecord.Get(call, "union");
        return call.Agent.Start(new SetCombineFrame(set, other, SetOperation.Union));
    }

    private static Value Intersection(in NativeCall call)
    {
        JsSet set = Receiver(call, "intersection");
        SetRecord other = SetRecord.Get(call, "intersection");
        return call.Agent.Start(set.Table.Count <= other.Size
            ? new SetProbeFrame(set, other, SetOperation.Intersection, NewSet(call.Agent))
            : new SetCombineFrame(set, other, SetOperation.Intersection));
    }

    private static Value Difference(in NativeCall call)
    {
        JsSet set = Receiver(call, "difference");
        SetRecord other = SetRecord.Get(call, "difference");
        return call.Agent.Start(set.Table.Count <= other.Size
            ? new SetProbeFrame(set, other, SetOperation.Difference, Copy(call.Agent, set))
            : new SetCombineFrame(set, other, SetOperation.Difference));
    }

    private static Value SymmetricDifference(in NativeCall call)
    {
        JsSet set = Receiver(call, "symmetricDifference");
        SetRecord other = SetRecord.Get(call, "symmetricDifference");
        return call.Agent.Start(new SetCombineFrame(set, other, SetOperation.SymmetricDifference));
    }

    private static Value IsSubsetOf(in NativeCall call)
    {
        JsSet set = Receiver(call, "isSubsetOf");
        SetRecord other = SetRecord.Get(call, "isSubsetOf");
        return set.Table.Count > other.Size ? false : call.Agent.Start(new SetProbeFrame(set, other, SetOperation.IsSubset, result: null));
    }

    private static Value IsSupersetOf(in NativeCall call)
    {
        JsSet set = Receiver(call, "isSupersetOf");
        SetRecord other = SetRecord.Get(call, "isSupersetOf");
        return set.Table.Count < other.Size ? false : call.Agent.Start(new SetCombineFrame(set, other, SetOperation.IsSuperset));
    }

    private static Value IsDisjointFrom(in NativeCall call)
    {
        JsSet set = Receiver(call, "isDisjointFrom");
        SetRecord other = SetRecord.Get(call, "isDisjointFrom");
        return call.Agent.Start(set.Table.Count <= other.Size
            ? new SetProbeFrame(set, other, SetOperation.IsDisjoint, result: null)
            : new SetCombineFrame(set, other, SetOperation.IsDisjoint));
    }

    /// <summary>Makes a plain Set of the same elements.</summary>
    internal static JsSet Copy(Agent agent, JsSet set)
    {
        JsSet copy = NewSet(agent);
        long cursor = 0;
        while (set.Table.MoveNext(ref cursor, out Value element, out _))
        {
            agent.Meter.Work(1);
            copy.Table.Set(element, Value.Undefined);
        }

        return copy;
    }
}

internal enum SetOperation : byte
{
    Union,
    Intersection,
    Difference,
    SymmetricDifference,
    IsSubset,
    IsSuperset,
    IsDisjoint,
}

/// <summary>A set-like object and its methods, each read once (ECMAScript 2025, §24.2.1.2, GetSetRecord).</summary>
internal sealed record SetRecord(JsObject Object, double Size, JsFunction Has, JsFunction Keys)
{
    public static SetRecord Get(in NativeCall call, string method)
    {
        Agent agent = call.Agent;
        if (call[0].Reference is not JsObject other)
        {
            throw NotSetLike(call, method, Agent.Describe(call[0]));
        }

        double size = agent.ToNumber(agent.Get(other, agent.Realm.Key("size")));
        if (double.IsNaN(size))
        {
            throw NotSetLike(call, method, other is JsArray ? "an Array (use new Set(array))" : $"{Agent.Describe(other)} whose size is not a number");
        }

        size = Numerics.NumberConversions.ToIntegerOrInfinity(size);
        if (size < 0)
        {
            throw agent.RangeError($"'{Agent.Describe(size)}' is an invalid size");
        }

        JsFunction has = agent.Get(other, Atoms.Has).Reference as JsFunction ?? throw NotSetLike(call, method, $"{Agent.Describe(other)} without a method 'has'");
        JsFunction keys = agent.Get(other, agent.Realm.Key("keys")).Reference as JsFunction ?? throw NotSetLike(call, method, $"{Agent.Describe(other)} without a method 'keys'");
        return new SetRecord(other, size, has, keys);
    }

    public void Trace(Tracer tracer)
    {
        tracer.Visit(Object);
        tracer.Visit(Has);
        tracer.Visit(Keys);
    }

    private static GuestException NotSetLike(in NativeCall call, string method, string what) =>
        call.Agent.TypeError($"Set.prototype.{method} takes a Set or a set-like object with size, has and keys, not {what}");
}

/// <summary>The operations that walk over the keys of the other set.</summary>
internal sealed class SetCombineFrame(JsSet set, SetRecord other, SetOperation operation) : IterationFrame(other.Object, other.Keys)
{
    private JsSet? _result;
    private bool _isFound;

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(set);
        tracer.Visit(_result);
        other.Trace(tracer);
    }

    protected override void OnOpened(Agent agent) => _result = operation switch
    {
        SetOperation.Intersection => SetBuiltIns.NewSet(agent),
        SetOperation.IsSuperset or SetOperation.IsDisjoint => null,
        _ => SetBuiltIns.Copy(agent, set),
    };

    protected override bool OnValue(Agent agent, Value value)
    {
        switch (operation)
        {
            case SetOperation.Union:
                _result!.Table.Set(value, Value.Undefined);
                return true;
            case SetOperation.Difference:
                _result!.Table.Remove(value);
                return true;
            case SetOperation.Intersection:
                if (set.Table.Contains(value))
                {
                    _result!.Table.Set(value, Value.Undefined);
                }

                return true;
            case SetOperation.SymmetricDifference:
                if (set.Table.Contains(value))
                {
                    _result!.Table.Remove(value);
                }
                else
                {
                    _result!.Table.Set(value, Value.Undefined);
                }

                return true;
            default:
                // A superset must hold them all, a disjoint set none.
                _isFound = set.Table.Contains(value) == (operation == SetOperation.IsDisjoint);
                return !_isFound;
        }
    }

    protected override Value OnDone(Agent agent) => _result is not null ? _result : !_isFound;
}

/// <summary>The operations that ask the other set about each element of this one.</summary>
internal sealed class SetProbeFrame(JsSet set, SetRecord other, SetOperation operation, JsSet? result) : NativeFrame
{
    private long _cursor;
    private Value _element;
    private bool _isCalling;

    public override bool Resume(Agent agent, ref Value value)
    {
        while (true)
        {
            if (_isCalling && !Take(value.ToBoolean()))
            {
                value = false;
                return true;
            }

            if (!set.Table.MoveNext(ref _cursor, out _element, out _))
            {
                value = result is not null ? result : true;
                return true;
            }

            _isCalling = true;
            if (!agent.TryCall(other.Has, other.Object, [_element], out value))
            {
                return false;
            }
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(set);
        tracer.Visit(result);
        tracer.Visit(_element);
        other.Trace(tracer);
    }

    /// <summary>Takes an answer; false when that settles that the result is false.</summary>
    private bool Take(bool isInOther)
    {
        switch (operation)
        {
            case SetOperation.Intersection when isInOther:
                result!.Table.Set(_element, Value.Undefined);
                return true;
            case SetOperation.Difference when isInOther:
                result!.Table.Remove(_element);
                return true;
            case SetOperation.IsSubset:
                return isInOther;
            case SetOperation.IsDisjoint:
                return !isInOther;
            default:
                return true;
        }
    }
}
