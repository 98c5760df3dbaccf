using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum PromiseState : byte
{
    Pending,
    Fulfilled,
    Rejected,
}

/// <summary>A promise (ECMA-262 §27.2.6) with the reactions that wait for it.</summary>
internal sealed class JsPromise(Shape shape) : JsObject(shape)
{
    private const int FirstCapacity = 2;

    public PromiseState State;

    /// <summary>The value or the reason.</summary>
    public Value Result = Value.Undefined;

    /// <summary>Whether anyone has asked for the outcome; a rejection that nobody asks for is reported at the end of the turn.</summary>
    public bool IsHandled;
    public List<PromiseReaction>? Reactions { get; private set; }

    public override string ClassName => "Promise";

    /// <summary>Adds a reaction to a pending promise.</summary>
    public void Add(Meter meter, PromiseReaction reaction)
    {
        if (Reactions is null)
        {
            meter.Allocate(ListBytes(FirstCapacity));
            Reactions = new List<PromiseReaction>(FirstCapacity);
        }
        else if (Reactions.Count == Reactions.Capacity)
        {
            meter.Allocate(sizeof(long) * (long)Reactions.Capacity);
        }

        Reactions.Add(reaction);
    }

    /// <summary>Settles the promise and hands out its reactions.</summary>
    public List<PromiseReaction> Settle(PromiseState state, Value result)
    {
        List<PromiseReaction> reactions = Reactions ?? [];
        State = state;
        Result = result;
        Reactions = null;
        return reactions;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Result);
        if (Reactions is not null)
        {
            tracer.Count(ListBytes(Reactions.Capacity));
            foreach (PromiseReaction reaction in Reactions)
            {
                reaction.Trace(tracer);
            }
        }

        return base.Trace(tracer) + 32;
    }

    private static long ListBytes(int capacity) => 56 + (sizeof(long) * (long)capacity);
}

/// <summary>What happens when a promise settles: a coroutine goes on, or a handler is called and settles a derived promise.</summary>
internal sealed class PromiseReaction
{
    /// <summary>The coroutine that awaits the promise; null for a reaction made by <c>then</c>.</summary>
    public Coroutine? Coroutine { get; init; }

    /// <summary>The promise that this is a reaction to.</summary>
    public JsPromise? Promise { get; set; }

    /// <summary>For an async generator that was asked to return: the value is returned, not sent.</summary>
    public bool IsReturn { get; init; }

    public JsFunction? OnFulfilled { get; init; }

    public JsFunction? OnRejected { get; init; }

    /// <summary>What the outcome of the handler settles; its promise may be of a subclass. Null where nobody can see it.</summary>
    public PromiseCapability? Derived { get; init; }

    public long Bytes => Derived is null ? 64 : 104;

    public void Trace(Tracer tracer)
    {
        tracer.Count(Bytes);
        tracer.Visit(Coroutine);
        tracer.Visit(Promise);
        tracer.Visit(OnFulfilled);
        tracer.Visit(OnRejected);
        tracer.Visit(Derived?.Promise);
        tracer.Visit(Derived?.Resolve);
        tracer.Visit(Derived?.Reject);
    }
}

/// <summary>A promise and the functions that settle it (ECMA-262 §27.2.1.1). For a plain promise the functions are not needed and null.</summary>
internal sealed record PromiseCapability(JsObject Promise, JsFunction? Resolve, JsFunction? Reject);
