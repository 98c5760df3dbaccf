using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Hosting;

/// <summary>Turns guest errors into text without running guest code.</summary>
internal static class GuestErrors
{
    /// <summary>The most characters of a message.</summary>
    private const int MaxMessage = 2_000;

    public static JavaScriptError From(Value thrown, SourceText? source, int turn)
    {
        if (thrown.Reference is not JsError error)
        {
            return thrown.Reference is JsObject instance && ReadText(instance, Atoms.Message) is { } text
                ? new JavaScriptError { Name = TypeNames.Of(thrown), Message = text }
                : new JavaScriptError { Name = "Error", Message = $"Uncaught {Shorten(Agent.Describe(thrown))}" };
        }

        (string name, string message) = Read(error);
        int at = IndexOfTurn(error.CallStack, turn);
        StackEntry? place = at >= 0 ? error.CallStack[at] : null;
        int? caret = null;
        string? line = null;
        if (place is { } entry && source is not null)
        {
            line = source.Excerpt(entry.Position, out int position);
            caret = position;
        }

        return new JavaScriptError
        {
            Name = name,
            Message = message,
            Line = place?.Line,
            Column = place?.Column,
            SourceLine = line,
            Caret = caret,
            Stack = [.. error.CallStack.Where(IsNamed).Select(Text), .. Needed(error)],
        };
    }

    // The place shown is that of the call, which may be far from where its result was needed.
    private static IEnumerable<string> Needed(JsError error) =>
        error.NeededAt is [var needed] && !error.CallStack.Contains(needed) ? [$"result needed at turn {needed.Turn}, line {needed.Line}, column {needed.Column}"] : [];

    public static JavaScriptError From(SyntaxErrorException exception, SourceText source) => new()
    {
        Name = "SyntaxError",
        Message = exception.Message,
        IsParseError = true,
        Line = source.LineAt(exception.Position),
        Column = source.ColumnAt(exception.Position),
        SourceLine = source.Excerpt(exception.Position, out int caret),
        Caret = caret,
    };

    /// <summary>Reads name and message as plain data properties along the prototype chain.</summary>
    public static (string Name, string Message) Read(JsError error) =>
        (ReadText(error, Atoms.Name) is { Length: > 0 } name ? name : "Error", ReadText(error, Atoms.Message) ?? string.Empty);

    private static string? ReadText(JsObject instance, Atom name)
    {
        int steps = 0;
        for (JsObject? holder = instance; holder is not null && steps < 100; holder = holder.Prototype, steps++)
        {
            if (!holder.IsProxy && holder.GetOwnProperty(name, out Property property))
            {
                return property.IsAccessor ? null : property.Value.Reference is JsString text ? Shorten(text.Slice(0, Math.Min(text.Length, MaxMessage + 1)).ToString()) : Agent.Describe(property.Value);
            }
        }

        return null;
    }

    private static int IndexOfTurn(IReadOnlyList<StackEntry> stack, int turn)
    {
        for (int i = 0; i < stack.Count; i++)
        {
            if (stack[i].Turn == turn)
            {
                return i;
            }
        }

        return -1;
    }

    // The innermost place is shown with its source line; the stack adds something only where functions are involved.
    private static bool IsNamed(StackEntry entry) => entry.Function.Length > 0;

    private static string Text(StackEntry entry) => $"at {entry.Function} (turn {entry.Turn}, line {entry.Line}, column {entry.Column})";

    private static string Shorten(string text) => text.Length <= MaxMessage ? text : string.Concat(text.AsSpan(0, MaxMessage), "…");
}
