using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum IteratorStep
{
    /// <summary>The value is in its register.</summary>
    Value,
    Done,

    /// <summary>The result object is in the register of the value.</summary>
    Result,

    /// <summary>The result object will be delivered there.</summary>
    Pending,
}

/// <content>Iteration (ECMA-262 §7.4). Arrays are walked without an iterator while nobody has changed how arrays iterate.</content>
internal sealed partial class Agent
{
    private uint _iterationEpoch = uint.MaxValue;
    private bool _isIterationUnmodified;

    /// <summary>Whether iterating over an array gives its elements by index.</summary>
    public bool HasUnmodifiedIteration(JsArray array)
    {
        if (array.Shape.Count != 0 && array.GetOwnProperty(WellKnownSymbols.Iterator, out _))
        {
            return false;
        }

        JsObject prototype = Realm[Intrinsic.ArrayPrototype];
        if (!ReferenceEquals(array.Prototype, prototype))
        {
            return false;
        }

        if (_iterationEpoch != Realm.Shapes.PrototypeEpoch)
        {
            _iterationEpoch = Realm.Shapes.PrototypeEpoch;
            _isIterationUnmodified = prototype.GetOwnProperty(WellKnownSymbols.Iterator, out Property values)
                && ReferenceEquals(values.Value.Reference, Realm[Intrinsic.ArrayPrototypeValues])
                && Realm.IsArrayIteratorUnmodified;
        }

        return _isIterationUnmodified;
    }

    private static string IterationHint(Value value) => value.Reference switch
    {
        JsPromise => "; await the promise first",
        JsFunction => "; call it first",
        JsObject { ClassName: "Object" } => "; use Object.entries(object), Object.keys(object) or Object.values(object)",
        _ => string.Empty,
    };

    /// <summary>ECMAScript GetIterator: the iterator and its next method.</summary>
    public (JsObject Iterator, Value Next) GetIterator(Value iterable)
    {
        JsFunction method = (iterable.IsNullish ? null : GetMethod(iterable, WellKnownSymbols.Iterator))
            ?? throw TypeError($"{Describe(iterable)} is not iterable{IterationHint(iterable)}");
        if (Call(method, iterable, []).Reference is not JsObject iterator)
        {
            throw TypeError("Result of the Symbol.iterator method is not an object");
        }

        return (iterator, Get(iterator, Atoms.Next));
    }

    private void GetIterator(Frame frame, int register, in Value iterable, bool isDelegate)
    {
        int target = frame.Base + register;
        if (!isDelegate && iterable.Reference is JsArray array && HasUnmodifiedIteration(array))
        {
            _stack[target] = array;
            _stack[target + 1] = 0;
            return;
        }

        (JsObject iterator, Value next) = GetIterator(iterable);
        _stack[target] = iterator;

        // A number there is the position in an array that is walked without an iterator. A next that is a number fails as undefined does, at the first call.
        _stack[target + 1] = next.Reference is null ? Value.Undefined : next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IteratorStep AdvanceIterator(Frame frame, in Instruction instruction)
    {
        Meter.Work(1);
        int iterator = frame.Base + instruction.A;
        if (_stack[iterator + 1].Reference is null)
        {
            return AdvanceArray(frame, iterator, instruction.B);
        }

        if (_stack[iterator].Reference is BuiltInIterator builtIn && builtIn.IsUnmodified(_stack[iterator + 1]))
        {
            if (!builtIn.MoveNext(this, out Value value))
            {
                return IteratorStep.Done;
            }

            _stack[frame.Base + instruction.B] = value;
            return IteratorStep.Value;
        }

        frame.ResultRegister = instruction.B;
        if (!CallNext(iterator, out Value result))
        {
            return IteratorStep.Pending;
        }

        _stack[frame.Base + instruction.B] = result;
        return IteratorStep.Result;
    }

    /// <summary>Calls next of the iterator in a register; false where the result will be delivered.</summary>
    private bool CallNext(int iterator, out Value result)
    {
        if (_stack[iterator + 1].Reference is not JsFunction next)
        {
            throw TypeError($"{Describe(_stack[iterator + 1])} is not a function: the iterator has no next method");
        }

        return TryCall(next, _stack[iterator], [], out result);
    }

    private IteratorStep AdvanceArray(Frame frame, int iterator, int valueRegister)
    {
        var array = (JsArray)_stack[iterator].Reference!;
        double position = _stack[iterator + 1].Number;
        if (position >= array.Length)
        {
            // An exhausted iterator stays so, even if the array grows.
            _stack[iterator + 1] = double.PositiveInfinity;
            return IteratorStep.Done;
        }

        _stack[iterator + 1] = position + 1;
        _stack[frame.Base + valueRegister] = Get(array, (uint)position);
        return IteratorStep.Value;
    }

    /// <summary>ECMAScript IteratorComplete, of what an iterator's method gave.</summary>
    public bool IsIteratorDone(in Value result)
    {
        if (result.Reference is not JsObject instance)
        {
            throw TypeError($"Iterator result {Describe(result)} is not an object");
        }

        return Get(instance, Atoms.Done).ToBoolean();
    }

    private bool IteratorClose(Frame frame, in Instruction instruction)
    {
        int iterator = frame.Base + instruction.A;
        if (_stack[iterator + 1].Reference is null || GetMethod(_stack[iterator], Atoms.Return) is not { } method)
        {
            frame.Pc = instruction.C;
            return true;
        }

        frame.ResultRegister = instruction.B;
        if (TryCall(method, _stack[iterator], [], out Value result))
        {
            Deliver(result);
        }

        return false;
    }

    private NameEnumerator GetNames(in Value value)
    {
        var names = new List<Value>();
        JsObject? start = value.IsNullish ? null : ToObject(value);
        var seen = new HashSet<PropertyKey>();
        bool isFixed = false;
        for (JsObject? holder = start; holder is not null; holder = GetPrototypeOf(holder))
        {
            isFixed |= holder.IsProxy;
            foreach (PropertyKey key in OwnKeys(holder))
            {
                if (!key.IsSymbol && seen.Add(key) && holder.GetOwnProperty(key, out Property property) && property.IsEnumerable)
                {
                    names.Add(key.ToValue());
                }
            }
        }

        Meter.Allocate(64 + (80L * names.Count));
        return new NameEnumerator(isFixed ? null : start, [.. names]);
    }
}

/// <summary>The names that a for-in loop visits, fixed at its start; one that is deleted before its turn is left out, unless they come from a proxy.</summary>
internal sealed class NameEnumerator(JsObject? instance, Value[] names) : Cell(CellKind.Internal)
{
    private int _next;

    public bool MoveNext(Agent agent, out Value name)
    {
        while (_next < names.Length)
        {
            name = names[_next++];
            if (instance is null || agent.HasProperty(instance, agent.ToPropertyKey(name)))
            {
                return true;
            }
        }

        name = Value.Undefined;
        return false;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(instance);
        tracer.Visit(names);
        return 56;
    }
}
