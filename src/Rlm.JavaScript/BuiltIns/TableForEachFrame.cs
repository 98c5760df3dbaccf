using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>forEach</c> of Map and Set (ECMA-262 §24.1.3.5, §24.2.4.6): visits what is added on the way, too.</summary>
internal sealed class TableForEachFrame(JsObject owner, KeyedTable table, JsFunction callback, Value thisArgument) : NativeFrame
{
    private readonly bool _isSet = owner is JsSet;
    private long _cursor;

    public override bool Resume(Agent agent, ref Value value)
    {
        while (table.MoveNext(ref _cursor, out Value key, out Value mapped))
        {
            if (!agent.TryCall(callback, thisArgument, [_isSet ? key : mapped, key, owner], out value))
            {
                return false;
            }
        }

        value = Value.Undefined;
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(owner);
        tracer.Visit(callback);
        tracer.Visit(thisArgument);
    }
}
