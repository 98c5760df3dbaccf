namespace Rlm.JavaScript.Objects;

/// <summary>An object that can be called. What a call does is the business of the kinds that derive from it.</summary>
internal abstract class JsFunction : JsObject
{
    private protected JsFunction(Shape shape)
        : base(shape)
    {
    }

    public override string ClassName => "Function";

    /// <summary>Whether <c>new</c> may be applied.</summary>
    public abstract bool IsConstructor { get; }

    /// <summary>The name for stack traces and messages; empty for an anonymous function.</summary>
    public abstract string DisplayName { get; }

    protected override long OwnBytes => ModelBytes.Function;
}
