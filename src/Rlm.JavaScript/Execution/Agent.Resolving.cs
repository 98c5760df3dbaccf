using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Putting values in the place of deferred ones, and noting where those are kept.</content>
internal sealed partial class Agent
{
    /// <summary>Puts the value in the place of a deferred one. False: the agent has paused. Throws the error of a call that failed.</summary>
    private bool Touch(ref Value value)
    {
        if (value.Reference is not DeferredValue deferred)
        {
            return true;
        }

        if (!HasArrived(deferred))
        {
            return false;
        }

        if (!deferred.TryGetValue(out Value arrived))
        {
            throw new GuestException(Surface(deferred));
        }

        value = arrived;
        return true;
    }

    private bool TouchAll(Span<Value> values)
    {
        foreach (ref Value value in values)
        {
            if (!Touch(ref value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a built-in function can be given the result of a call; else the agent pauses, and gives it later.</summary>
    private bool IsReadyFor(ref Value result)
    {
        if (Touch(ref result) && Resolve(result))
        {
            return true;
        }

        _pause = _pause with { Kind = PauseKind.Deliver, Value = result };
        return false;
    }

    /// <summary>Puts values in the place of the deferred ones that an object holds itself.</summary>
    private bool Resolve(in Value holder) => holder.Reference is not JsObject instance || Resolve(instance);

    private bool Resolve(Cell holder)
    {
        while (_places.FirstOpen(holder) is { } deferred)
        {
            if (!HasArrived(deferred))
            {
                return false;
            }

            if (deferred.State == DeferredState.Failed)
            {
                throw new GuestException(Surface(deferred));
            }
        }

        return true;
    }

    private bool ResolveEach(ReadOnlySpan<Value> holders)
    {
        foreach (ref readonly Value holder in holders)
        {
            if (!Resolve(holder))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts values in the place of all deferred ones that can be reached without running code of the guest.</summary>
    private bool ResolveReachable(in Value first, in Value second, ReadOnlySpan<Value> more)
    {
        if (_places.IsEmpty || !(first.IsObject || second.IsObject || HoldsObject(more)))
        {
            return true;
        }

        var tracer = new Tracer(Meter);
        tracer.Visit(more);
        VisitBound(tracer, second);
        VisitBound(tracer, first);
        bool isResolved = true;
        while (isResolved && tracer.TryTake(out Cell? cell))
        {
            isResolved = !_places.Contains(cell) || Resolve(cell);
            if (isResolved && cell is not (JsFunction or Coroutine or Scope or DeferredValue))
            {
                cell.Trace(tracer);
            }
        }

        tracer.Report();
        return isResolved;
    }

    private static bool HoldsObject(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly Value value in values)
        {
            if (value.IsObject)
            {
                return true;
            }
        }

        return false;
    }

    private static void VisitBound(Tracer tracer, in Value value)
    {
        if (value.Reference is BoundFunction bound)
        {
            tracer.Visit(bound.BoundThis);
            tracer.Visit(bound.BoundArguments);
        }

        tracer.Visit(value);
    }

    /// <summary>Whether the calls have been answered that this computation has made since a number was taken; throws the first error.</summary>
    private bool HaveArrivedSince(double number)
    {
        if (FindCoroutine() is not (>= 0 and var bottom))
        {
            return true;
        }

        Meter.Work(_deferred.Count / DeferredPerUnit);
        Coroutine owner = _frames[bottom]!.Coroutine!;
        while (_deferred.Find(deferred => deferred.Number > number && ReferenceEquals(deferred.Owner, owner)) is { } deferred)
        {
            if (!HasArrived(deferred))
            {
                return false;
            }

            if (deferred.State == DeferredState.Failed)
            {
                throw new GuestException(Surface(deferred));
            }
        }

        return true;
    }

    /// <summary>A value is about to be stored in an object: one that is deferred may only go where it is found again.</summary>
    private bool PrepareStore(in Value receiver, in Value key, ref Value value)
    {
        if (value.Reference is not DeferredValue)
        {
            return true;
        }

        if (receiver.Reference is not JsObject instance || key.IsObject || !TakesDeferred(instance, ToPropertyKey(key)))
        {
            return Touch(ref value);
        }

        _places.Add(instance, ToPropertyKey(key));
        return true;
    }

    private bool PrepareStore(in Value receiver, Atom key, ref Value value)
    {
        if (value.Reference is not DeferredValue)
        {
            return true;
        }

        if (receiver.Reference is not JsObject instance || !TakesDeferred(instance, key))
        {
            return Touch(ref value);
        }

        _places.Add(instance, key);
        return true;
    }

    private static bool TakesDeferred(JsObject instance, PropertyKey key) =>
        !instance.IsProxy && (!instance.IsExotic || (instance is JsArray && !ReferenceEquals(key.Cell, Atoms.Length)));

    private void NoteVariable(Frame frame, in Instruction instruction, Span<Value> registers)
    {
        if (registers[instruction.A].Reference is not DeferredValue)
        {
            return;
        }

        switch (instruction.Op)
        {
            case OpCode.StoreGlobal or OpCode.InitializeGlobal:
                _places.Add(frame.Function.Script.Globals[instruction.C]);
                break;
            case OpCode.StoreSlot or OpCode.StoreSlotChecked:
                _places.Add((Scope)registers[instruction.B].Reference!, instruction.C);
                break;
            default:
                Scope scope = frame.Function.Scope!;
                for (int steps = instruction.B; steps > 0; steps--)
                {
                    scope = scope.Parent!;
                }

                _places.Add(scope, instruction.C);
                break;
        }
    }

    /// <summary>Notes the deferred values in what was just made.</summary>
    private void NoteContents(Cell made)
    {
        switch (made)
        {
            case JsArray array:
                for (int i = 0; i < array.Count; i++)
                {
                    NoteDeferred(array, (uint)i, array.Items[i]);
                }

                break;
            case JsObject instance:
                for (int slot = 0; slot < instance.Shape.Count; slot++)
                {
                    if (instance.Slots[slot].Reference is DeferredValue && instance.Shape.KeyAt(slot, out _) is { } key)
                    {
                        _places.Add(instance, key);
                    }
                }

                break;
            case Scope scope:
                for (int slot = 0; slot < scope.Slots.Length; slot++)
                {
                    if (scope.Slots[slot].Reference is DeferredValue)
                    {
                        _places.Add(scope, slot);
                    }
                }

                break;
        }
    }
}
