using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>A Map.</summary>
internal sealed class JsMap(Shape shape, Meter meter) : JsObject(shape)
{
    public readonly KeyedTable Table = new(meter);

    public override string ClassName => "Map";

    internal override long Trace(Tracer tracer)
    {
        Table.Trace(tracer);
        return base.Trace(tracer);
    }
}

/// <summary>A Set; the keys of the table are its elements.</summary>
internal sealed class JsSet(Shape shape, Meter meter) : JsObject(shape)
{
    public readonly KeyedTable Table = new(meter);

    public override string ClassName => "Set";

    internal override long Trace(Tracer tracer)
    {
        Table.Trace(tracer);
        return base.Trace(tracer);
    }
}
