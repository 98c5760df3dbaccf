using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>A construction that a proxy's trap does (ECMA-262 §10.5.13).</summary>
internal sealed class ProxyConstructFrame(ProxyTrap trap, JsArray arguments, JsObject newTarget) : NativeFrame
{
    private bool _isCalled;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (!_isCalled)
        {
            _isCalled = true;
            if (!agent.TryCall(trap.Function!, trap.Handler, [trap.Target, arguments, newTarget], out value))
            {
                return false;
            }
        }

        return value.IsObject ? true : throw agent.TypeError($"'construct' on proxy: trap returned non-object ('{Agent.Describe(value)}')");
    }

    public override void Trace(Tracer tracer)
    {
        trap.Trace(tracer);
        tracer.Visit(arguments);
        tracer.Visit(newTarget);
    }
}
