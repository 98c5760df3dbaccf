using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>A call of a built-in function that is made by the dispatch loop, as the CLR stack was used up where it was to be made.</summary>
internal sealed class DeferredCall(NativeFunction function, Value thisValue, Value[] arguments) : NativeFrame
{
    private bool _isMade;

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
