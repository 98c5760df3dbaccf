using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>A function with a fixed <c>this</c> and first arguments (ECMA-262 §10.4.1). A chain of bound functions is flattened when it is made.</summary>
internal sealed class BoundFunction(Shape shape, JsFunction target, Value boundThis, Value[] boundArguments) : JsFunction(shape)
{
    public readonly JsFunction Target = target;
    public readonly Value BoundThis = boundThis;
    public readonly Value[] BoundArguments = boundArguments;

    public override bool IsConstructor => Target.IsConstructor;

    public override string DisplayName => $"bound {Target.DisplayName}";

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Target);
        tracer.Visit(BoundThis);
        tracer.Visit(BoundArguments);
        return base.Trace(tracer);
    }
}
