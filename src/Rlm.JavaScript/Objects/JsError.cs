using System.Globalization;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// An error object, and where it was made. Its <c>stack</c> is an own data property whose text is put together when it is first read,
/// from the name and message that the error has then.
/// </summary>
internal sealed class JsError(Shape shape) : JsObject(shape)
{
    private bool _isStackPending;

    public override string ClassName => "Error";

    /// <summary>As long as the stack is pending, the name <c>stack</c> is answered without a slot.</summary>
    public override bool IsExotic => _isStackPending;

    /// <summary>The call stack at creation, innermost first; empty for an error made outside guest code.</summary>
    public IReadOnlyList<StackEntry> CallStack
    {
        get;
        init
        {
            field = value;
            _isStackPending = true;
        }
    } = [];

    /// <summary>Where the result of the failed call was needed, which is where the error was thrown: one entry, or null for all other errors.</summary>
    public IReadOnlyList<StackEntry>? NeededAt { get; set; }

    public override bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (_isStackPending && ReferenceEquals(key.Cell, Atoms.Stack))
        {
            MakeStack();
        }

        return base.GetOwnProperty(key, out property);
    }

    public override bool PreventExtensions()
    {
        MakeStack();
        return base.PreventExtensions();
    }

    /// <summary>The name and message as <c>Error.prototype.toString</c> gives them, as far as no guest code need run for that.</summary>
    public string Header()
    {
        string name = Text(Atoms.Name, "Error");
        string message = Text(Atoms.Message, string.Empty);
        return name.Length == 0 ? message : message.Length == 0 ? name : $"{name}: {message}";
    }

    protected override long OwnBytes => ModelBytes.Object + 24 + (48L * CallStack.Count);

    protected override void CollectIndices(List<PropertyKey> keys)
    {
        MakeStack();
        base.CollectIndices(keys);
    }

    private void MakeStack()
    {
        if (!_isStackPending)
        {
            return;
        }

        _isStackPending = false;
        string text = string.Concat([Header(), .. CallStack.Select(Line), NeededAt is [var needed] ? $"{Line(needed)}, where the result was needed" : string.Empty]);
        Shape.Space.Meter.Copy(text.Length);
        AddSlot(Atoms.Stack, Value.FromString(text), PropertyAttributes.Hidden);
    }

    private static string Line(StackEntry entry) => entry.Function.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"\n    at turn {entry.Turn}:{entry.Line}:{entry.Column}")
        : string.Create(CultureInfo.InvariantCulture, $"\n    at {entry.Function} (turn {entry.Turn}:{entry.Line}:{entry.Column})");

    private string Text(Atom key, string missing)
    {
        for (JsObject? holder = this; holder is not null; holder = holder.Prototype)
        {
            Shape.Space.Meter.Work(1);
            if (!holder.IsProxy && holder.GetOwnProperty(key, out Property property) && !property.IsAccessor)
            {
                return Primitive(property.Value, missing);
            }
        }

        return missing;
    }

    private string Primitive(Value value, string missing)
    {
        switch (value.Reference)
        {
            case null:
                return Numerics.NumberText.ToText(value.Number);
            case JsString text:
                Shape.Space.Meter.Copy(text.Length);
                return text.ToString();
            case { Kind: CellKind.Null }:
                return "null";
            case { Kind: CellKind.Boolean }:
                return value.IsTrue ? "true" : "false";
            case JsObject:
                return "[object]";
            default:
                return missing;
        }
    }
}

/// <summary>One call on a stack trace. Line and column count from 1, the position is an offset into the source of the turn.</summary>
internal readonly record struct StackEntry(string Function, int Turn, int Line, int Column, int Position);
