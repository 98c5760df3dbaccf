using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>An iterator and its <c>next</c>, which is read once (the Iterator Record of ECMA-262 §7.4.1).</summary>
internal readonly record struct IteratorRecord(JsObject Iterator, Value Next)
{
    /// <summary>Whether the iterator may be stepped without calls; see <see cref="BuiltInIterator"/>.</summary>
    public bool IsBuiltIn => Iterator is BuiltInIterator builtIn && builtIn.IsUnmodified(Next);

    /// <summary>ECMAScript GetIteratorDirect.</summary>
    public static IteratorRecord Of(Agent agent, JsObject iterator) => new(iterator, agent.Get(iterator, Atoms.Next));

    /// <summary>Calls <c>next</c>; see <see cref="Agent.TryCall"/>.</summary>
    public bool TryCallNext(Agent agent, out Value result) =>
        agent.TryCall(Next.Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(Next)} is not a function"), Iterator, [], out result);

    public void Trace(Tracer tracer)
    {
        tracer.Visit(Iterator);
        tracer.Visit(Next);
    }
}
