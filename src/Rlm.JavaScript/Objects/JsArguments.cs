namespace Rlm.JavaScript.Objects;

/// <summary>The object behind <c>arguments</c>.</summary>
internal sealed class JsArguments(Shape shape) : JsObject(shape)
{
    public override string ClassName => "Arguments";
}
