using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// A built-in function that calls back into guest code, such as <c>map</c>, as a frame of the guest's call stack. Because it is a frame and not a call on
/// the CLR stack, what it calls may suspend, nest as deep as guest calls may, and be saved. Its state is in its fields.
/// </summary>
/// <remarks>
/// <see cref="Resume"/> runs once when the frame is pushed (with undefined) and once more for each value that a pending call gave. Typically it loops:
/// <code>
/// if (!agent.TryCall(callback, thisArgument, [element, index, array], out value)) return false; // pending: Resume comes again with the value
/// </code>
/// </remarks>
internal abstract class NativeFrame
{
    /// <summary>Whether <see cref="Resume"/> may be given a deferred value: it does no more with it than to keep or pass it on.</summary>
    public virtual bool TakesDeferred => false;

    /// <summary>Goes on with the value that the last call gave.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="value">In: the result of the pending call. Out: the result of the whole function, when true is returned.</param>
    /// <returns>True when the function is finished; false when a call is pending.</returns>
    public abstract bool Resume(Agent agent, ref Value value);

    /// <summary>Offers an exception thrown by the pending call. The default lets it pass.</summary>
    /// <returns>
    /// True when it is handled, with the result of the whole function in <paramref name="value"/>, or <see cref="Agent.Pending"/> where another frame was started
    /// that will give it; false to let it pass on.
    /// </returns>
    public virtual bool Catch(Agent agent, Value error, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>Its evaluation was stopped, or ran out of stack: it will not go on, and runs no guest code.</summary>
    public virtual void GiveUp()
    {
    }

    /// <summary>Reports the values in its fields.</summary>
    public abstract void Trace(Tracer tracer);
}
