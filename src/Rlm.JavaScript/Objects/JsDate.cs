namespace Rlm.JavaScript.Objects;

/// <summary>A Date object (ECMA-262 §21.4).</summary>
internal sealed class JsDate(Shape shape, double time) : JsObject(shape)
{
    /// <summary>The time value: milliseconds since 1970 in UTC; NaN for an invalid date.</summary>
    public double Time = time;

    public override string ClassName => "Date";

    protected override long OwnBytes => ModelBytes.Object + 8;
}
