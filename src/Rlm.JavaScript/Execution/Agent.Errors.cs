using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Guest errors.</content>
internal sealed partial class Agent
{
    /// <summary>How much of a guest text a message quotes.</summary>
    private const int MaxQuoted = 60;

    private const int WorkOfException = 64;

    public GuestException TypeError(string message) => Error(Intrinsic.TypeErrorPrototype, message);

    public GuestException RangeError(string message) => Error(Intrinsic.RangeErrorPrototype, message);

    public GuestException ReferenceError(string message) => Error(Intrinsic.ReferenceErrorPrototype, message);

    public GuestException SyntaxError(string message) => Error(Intrinsic.SyntaxErrorPrototype, message);

    /// <summary>Makes an exception to throw from a built-in function: <c>throw agent.Error(Intrinsic.RangeErrorPrototype, "…")</c>.</summary>
    public GuestException Error(Intrinsic prototype, string message)
    {
        // An exception of the host's runtime takes microseconds to find its handler.
        Meter.Work(WorkOfException);
        return new(NewError(prototype, message));
    }

    /// <summary>Makes an error object with a message and the current call stack.</summary>
    public JsError NewError(Intrinsic prototype, string message)
    {
        JsError error = NewError(Realm.ShapeOf(prototype));
        error.Put(Atoms.Message, Realm.NewString(message), PropertyAttributes.Hidden);
        return error;
    }

    /// <summary>Makes an error object without a message, with the current call stack.</summary>
    public JsError NewError(Shape shape)
    {
        List<StackEntry> stack = CaptureStack();
        Meter.Allocate(ModelBytes.Object + 24 + (48L * stack.Count));
        return new JsError(shape) { CallStack = stack };
    }

    /// <summary>A guest value in a few words for a message; runs no guest code.</summary>
    public static string Describe(Value value) => value.Reference switch
    {
        null => Numerics.NumberText.ToText(value.Number),
        JsString text => $"\"{Quote(text)}\"",
        Symbol symbol => symbol.ToString(),
        JsBigInt => "a BigInt",
        JsFunction { DisplayName.Length: > 0 } function => $"function {Shorten(function.DisplayName)}",
        JsFunction => "a function",
        JsObject { ClassName: "Object" } => "an object",
        JsObject instance => instance.ClassName is "Array" or "Error" ? $"an {instance.ClassName}" : $"a {instance.ClassName}",
        { Kind: CellKind.Null } => "null",
        { Kind: CellKind.Boolean } => value.IsTrue ? "true" : "false",
        _ => "undefined",
    };

    /// <summary>The start of a guest text, for messages.</summary>
    public static string Quote(JsString text) =>
        text.Length <= MaxQuoted ? text.ToString() : string.Concat(text.Span[..MaxQuoted], "…");

    /// <summary>A property key for messages, shortened.</summary>
    public static string Shown(PropertyKey key) => key.Cell is Atom name ? Quote(name.Text) : Shorten(key.ToString());

    private static string Shorten(string text) => text.Length <= MaxQuoted ? text : string.Concat(text.AsSpan(0, MaxQuoted), "…");
}
