using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>The variables of a function or block that inner functions use; all others live in registers.</summary>
internal sealed class Scope(Scope? parent, Value[] slots) : Cell(CellKind.Internal)
{
    public readonly Scope? Parent = parent;
    public readonly Value[] Slots = slots;

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Parent);
        tracer.Visit(Slots);
        return 40;
    }
}
