using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>Errors, with their stack and cause.</content>
internal sealed partial class Inspector
{
    private const string FrameStart = "\n    at";

    private bool IsError(JsObject instance)
    {
        if (instance is JsError)
        {
            return true;
        }

        if (!_agent.Realm.IsMade(Intrinsic.ErrorPrototype))
        {
            return false;
        }

        JsObject errorPrototype = _agent.Realm[Intrinsic.ErrorPrototype];
        for (JsObject? ancestor = instance.Prototype; ancestor is not null; ancestor = ancestor.Prototype)
        {
            _agent.Meter.Work(1);
            if (ReferenceEquals(ancestor, errorPrototype))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of an error; takes from the keys what the text says already, and adds what errors show besides.</summary>
    private string FormatError(JsObject error, string? constructor, string tag, List<PropertyKey> keys)
    {
        Value nameValue = Data(error, Atoms.Name);
        string name = nameValue.IsNullish ? "Error" : PlainText(nameValue);
        string message = PlainText(Data(error, Atoms.Message));
        string stack = StackOf(error);
        RemoveRepeated(error, keys, stack);
        AddKey(error, keys, Atoms.Cause);
        if (Data(error, Atoms.Errors).Reference is JsArray)
        {
            AddKey(error, keys, Atoms.Errors);
        }

        stack = NameOfClass(stack, constructor, name, tag);
        int afterMessage = message.Length == 0 ? -1 : stack.IndexOf(message, StringComparison.Ordinal);
        afterMessage = afterMessage < 0 ? 0 : afterMessage + message.Length;
        int frames = stack.IndexOf(FrameStart, Math.Min(afterMessage, stack.Length), StringComparison.Ordinal);
        stack = frames < 0 ? $"[{stack}]" : stack[..frames] + WithoutFramesOfCause(error, stack[frames..]);
        return _indentation == 0 ? stack : stack.Replace("\n", $"\n{Spaces(_indentation)}", StringComparison.Ordinal);
    }

    private string StackOf(JsObject error)
    {
        string stack = PlainText(Data(error, Atoms.Stack));
        if (stack.Length != 0)
        {
            return stack;
        }

        Value nameValue = Data(error, Atoms.Name);
        string name = nameValue.IsUndefined ? "Error" : PlainText(nameValue);
        string message = PlainText(Data(error, Atoms.Message));
        return name.Length == 0 ? message : message.Length == 0 ? name : $"{name}: {message}";
    }

    private void RemoveRepeated(JsObject error, List<PropertyKey> keys, string stack)
    {
        foreach (Atom key in (ReadOnlySpan<Atom>)[Atoms.Name, Atoms.Message, Atoms.Stack])
        {
            Value value = Data(error, key);
            if (!value.IsUndefined && (value.Reference is not JsString text || stack.AsSpan().Contains(text.Span, StringComparison.Ordinal)))
            {
                keys.Remove(key);
            }
        }
    }

    private void AddKey(JsObject error, List<PropertyKey> keys, Atom key)
    {
        if (!keys.Contains(key) && _agent.FindProperty(error, key, out Property property) && !property.IsProxied)
        {
            keys.Add(key);
        }
    }

    /// <summary>Puts the name of the error's class before a stack that begins with the plain name.</summary>
    private static string NameOfClass(string stack, string? constructor, string name, string tag)
    {
        bool startsWithName = name.EndsWith("Error", StringComparison.Ordinal)
            && stack.StartsWith(name, StringComparison.Ordinal)
            && (stack.Length == name.Length || stack[name.Length] is ':' or '\n');
        if (constructor is not null && !startsWithName)
        {
            return stack;
        }

        int length = name.Length;
        string fallback = "Error";
        if (constructor is null)
        {
            int end = stack.AsSpan().IndexOfAny(':', '\n');
            length = end < 0 ? stack.Length : end;
            fallback = length == 0 ? fallback : stack[..length];
        }

        string prefix = Prefix(constructor, tag, fallback)[..^1];
        if (name == prefix)
        {
            return stack;
        }

        return prefix.Contains(name, StringComparison.Ordinal)
            ? length == 0 ? $"{prefix}: {stack}" : prefix + stack[length..]
            : $"{prefix} [{name}]{stack[length..]}";
    }

    /// <summary>Leaves out the frames that the stack of the cause has as well.</summary>
    private string WithoutFramesOfCause(JsObject error, string frames)
    {
        if (Data(error, Atoms.Cause).Reference is not JsObject cause || !IsError(cause))
        {
            return frames;
        }

        string causeStack = StackOf(cause);
        int start = causeStack.IndexOf(FrameStart, StringComparison.Ordinal);
        if (start < 0)
        {
            return frames;
        }

        var own = new List<string>(frames[1..].Split('\n', MaxFrames));
        string[] others = causeStack[(start + 1)..].Split('\n', MaxFrames);
        for (int i = 0; i < own.Count - 3; i++)
        {
            int at = Array.IndexOf(others, own[i]);
            int same = 0;
            while (at >= 0 && i + same < own.Count && at + same < others.Length && own[i + same] == others[at + same])
            {
                same++;
            }

            if (same > 3)
            {
                own.RemoveRange(i + 1, same - 2);
                own.Insert(i + 1, $"    ... {Numerics.NumberText.ToText(same - 2)} lines matching cause stack trace ...");
                break;
            }
        }

        return $"\n{string.Join('\n', own)}";
    }

    private const int MaxFrames = 100;

    private string PlainText(Value value) => value.Reference switch
    {
        JsString text => TextOf(text),
        JsObject => "[object Object]",
        { Kind: CellKind.Undefined } => string.Empty,
        _ => FormatPrimitive(value),
    };
}
