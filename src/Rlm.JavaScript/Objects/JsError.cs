namespace Rlm.JavaScript.Objects;

/// <summary>An error object, and where it was made.</summary>
internal sealed class JsError(Shape shape) : JsObject(shape)
{
    public override string ClassName => "Error";

    /// <summary>The call stack at creation, innermost first; empty for an error made outside guest code.</summary>
    public IReadOnlyList<StackEntry> CallStack { get; set; } = [];

    protected override long OwnBytes => ModelBytes.Object + 24 + (48L * CallStack.Count);
}

/// <summary>One call on a stack trace. Line and column count from 1, the position is an offset into the source of the turn.</summary>
internal readonly record struct StackEntry(string Function, int Turn, int Line, int Column, int Position);
