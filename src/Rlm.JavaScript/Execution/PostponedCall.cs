using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// A call that the dispatch loop makes later: of a built-in function for which the CLR stack was used up, or of a host function whose arguments have not arrived.
/// </summary>
internal sealed class PostponedCall(JsFunction function, Value thisValue, Value[] arguments) : NativeFrame
{
    private bool _isMade;

    public override bool TakesDeferred => true;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (_isMade)
        {
            return true;
        }

        _isMade = true;
        return agent.TryCall(function, thisValue, arguments, out value);
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(function);
        tracer.Visit(thisValue);
        tracer.Visit(arguments);
    }
}
