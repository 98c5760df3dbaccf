using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum DeferredState : byte
{
    /// <summary>The host has not answered, or nobody has looked.</summary>
    Waiting,
    Fulfilled,

    /// <summary>The call failed, and no code of the guest has seen it.</summary>
    Failed,

    /// <summary>The error was thrown where the value was needed first. From then on the value is undefined.</summary>
    Surfaced,
}

/// <summary>
/// Stands for the result of a call of an independent host function until it is needed. It moves freely through variables, arguments, arrays, properties and
/// promises; whatever needs the real value waits for it. Code of the guest cannot tell it from the value.
/// </summary>
internal sealed class DeferredValue(HostOperation operation, List<StackEntry> place) : Cell(CellKind.Deferred)
{
    /// <summary>The call; null once its outcome was taken.</summary>
    public HostOperation? Operation = operation;

    /// <summary>The call stack at the call.</summary>
    public readonly List<StackEntry> Place = place;

    public DeferredState State;

    /// <summary>The value, or the error of a call that failed.</summary>
    public Value Result = Value.Undefined;

    /// <summary>Who would have seen the error, had the call been waited for: the coroutine that made it, or the promise of one that ended before.</summary>
    public Cell? Owner;

    /// <summary>Orders the deferred values of an owner; a try block looks at those after the number it began with.</summary>
    public long Number;

    /// <summary>The value that it stands for; false where it has not arrived or its failure has not been seen.</summary>
    public bool TryGetValue(out Value value)
    {
        value = State == DeferredState.Fulfilled ? Result : Value.Undefined;
        return State is DeferredState.Fulfilled or DeferredState.Surfaced;
    }

    /// <summary>Replaces the deferred values among <paramref name="values"/> that have arrived.</summary>
    public static void Replace(Span<Value> values)
    {
        foreach (ref Value value in values)
        {
            if (value.Reference is DeferredValue deferred && deferred.TryGetValue(out Value arrived))
            {
                value = arrived;
            }
        }
    }

    /// <summary>Whether there is a deferred value among <paramref name="values"/>.</summary>
    public static bool IsAmong(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly Value value in values)
        {
            if (value.Reference is DeferredValue)
            {
                return true;
            }
        }

        return false;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Result);
        tracer.Visit(Owner);
        Operation?.Trace(tracer);
        return BytesOf(Place);
    }

    /// <summary>What a deferred value takes besides its operation, in model bytes.</summary>
    public static long BytesOf(List<StackEntry> place) => 152 + (48L * place.Count);
}
