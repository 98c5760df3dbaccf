using System.Runtime.CompilerServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <summary>
/// Shows any value as <c>util.inspect</c> of Node.js does by default, which is what language models know. It runs no guest code: an accessor is shown as
/// such, and names, tags and messages count only where they are data properties. Levels are opened to a fixed depth, so that its recursion is bounded.
/// </summary>
internal sealed partial class Inspector
{
    /// <summary>No option opens more levels than this.</summary>
    private const int MaxDepth = 100;

    private readonly Agent _agent;
    private readonly InspectOptions _options;
    private readonly int _depth;
    private readonly List<JsObject> _open = [];
    private Dictionary<JsObject, int>? _circular;

    /// <summary>The column that the value being shown begins at, at least.</summary>
    private int _indentation;

    /// <summary>The level of the object that was opened last.</summary>
    private int _lastLevel;
    private long _remaining;

    private Inspector(Agent agent, InspectOptions options)
    {
        _agent = agent;
        _options = options;
        _depth = Math.Min(options.Depth, MaxDepth);
        _remaining = options.MaxLength;
    }

    private enum EntryKind
    {
        /// <summary>A property of an object.</summary>
        Property,

        /// <summary>An element of an array, shown without its key.</summary>
        Element,

        /// <summary>A named property of an array.</summary>
        ArrayExtra,
    }

    /// <summary>Whether enough has been made that the rest would not be kept.</summary>
    private bool IsSpent => _remaining < 0;

    /// <summary>Shows a value.</summary>
    public static string Inspect(Agent agent, Value value, InspectOptions? options = null) =>
        new Inspector(agent, options ?? InspectOptions.Default).Format(value, 0);

    private string Format(Value value, int level)
    {
        _agent.Meter.Work(1);
        if (value.Reference is not JsObject shown)
        {
            return Charge(FormatPrimitive(value));
        }

        if (ProxyLink.Innermost(shown) is not { } instance)
        {
            return Charge("<Revoked Proxy>");
        }

        if (_open.Contains(instance))
        {
            _circular ??= [];
            if (!_circular.TryGetValue(instance, out int number))
            {
                number = _circular.Count + 1;
                _circular.Add(instance, number);
            }

            return $"[Circular *{NumberText.ToText(number)}]";
        }

        return RuntimeHelpers.TryEnsureSufficientExecutionStack() ? FormatObject(instance, level) : $"[{instance.ClassName}]";
    }

    private string FormatObject(JsObject instance, int level)
    {
        string? constructor = ConstructorName(instance, level);
        string tag = Tag(instance);
        Anatomy anatomy = Dissect(instance, constructor, tag);
        if (anatomy.Keys.Count == 0 && anatomy.IsComplete)
        {
            return Charge(anatomy.Whole);
        }

        if (level > _depth)
        {
            string name = Prefix(constructor, instance is JsTypedArray ? instance.ClassName : tag, anatomy.IsArray ? "Array" : "Object").TrimEnd(' ');
            return anatomy.IsSelfDescribing ? Charge(anatomy.Base) : name[0] == '[' ? name : $"[{name}]";
        }

        level++;
        _open.Add(instance);
        _lastLevel = level;
        var entries = new List<string>();
        anatomy.Fill?.Invoke(entries, level);
        foreach (PropertyKey key in anatomy.Keys)
        {
            if (IsSpent)
            {
                break;
            }

            entries.Add(FormatProperty(instance, key, anatomy.IsArray ? EntryKind.ArrayExtra : EntryKind.Property, level));
        }

        _open.RemoveAt(_open.Count - 1);
        string start = anatomy.Base;
        if (_circular is not null && _circular.TryGetValue(instance, out int number))
        {
            string reference = $"<ref *{NumberText.ToText(number)}>";
            start = start.Length == 0 ? reference : $"{reference} {start}";
        }

        return Layout(entries, start, anatomy.Opening, anatomy.Closing, anatomy.IsArray, level, instance);
    }

    /// <summary>What kind of object it is, and what is to be shown of it.</summary>
    private Anatomy Dissect(JsObject instance, string? constructor, string tag)
    {
        switch (instance)
        {
            case JsArray array:
                return DissectArray(array, constructor, tag);
            case JsSet set:
                return new Anatomy
                {
                    Keys = EnumerableKeys(instance),
                    Opening = Prefix(constructor, tag, "Set", $"({NumberText.ToText(set.Table.Count)})") + "{",
                    IsComplete = set.Table.Count == 0,
                    Fill = (entries, level) => FillSet(set, entries, level),
                };
            case JsMap map:
                return new Anatomy
                {
                    Keys = EnumerableKeys(instance),
                    Opening = Prefix(constructor, tag, "Map", $"({NumberText.ToText(map.Table.Count)})") + "{",
                    IsComplete = map.Table.Count == 0,
                    Fill = (entries, level) => FillMap(map, entries, level),
                };
            case JsPromise promise:
                return new Anatomy
                {
                    Keys = EnumerableKeys(instance),
                    Opening = Prefix(constructor, tag, "Promise") + "{",
                    Fill = (entries, level) => FillPromise(promise, entries, level),
                };
            case JsWeakCollection:
                return new Anatomy
                {
                    Keys = EnumerableKeys(instance),
                    Opening = Prefix(constructor, tag, instance.ClassName) + "{",
                    Fill = (entries, _) => entries.Add("<items unknown>"),
                };
            case JsFunction function:
                return new Anatomy { Keys = EnumerableKeys(instance), Base = FunctionBase(function, constructor, tag), IsComplete = true };
            case JsPrimitiveObject boxed:
                return DissectBoxed(boxed, constructor, tag);
            case JsRegExp expression:
                return DissectSelfDescribing(expression, TextOf(expression), constructor, tag);
            case JsDate date:
                return DissectSelfDescribing(date, double.IsNaN(date.Time) ? DateText.InvalidDate : DateText.ToIsoText(date.Time), constructor, tag);
            case JsArguments:
                return new Anatomy { Keys = EnumerableKeys(instance), Opening = "[Arguments] {", IsComplete = true };
            case JsTypedArray typed:
                return DissectTyped(typed, constructor);
            case JsArrayBuffer buffer:
                return DissectBuffer(buffer, constructor, tag);
            case JsDataView view:
                return DissectView(view, constructor, tag);
            case TableIterator iterator:
                return DissectIterator(iterator, tag);
        }

        if (IsError(instance))
        {
            List<PropertyKey> keys = EnumerableKeys(instance);
            string text = FormatError(instance, constructor, tag, keys);
            return new Anatomy { Keys = keys, Base = text, IsComplete = true };
        }


        string prefix = constructor == "Object" && tag.Length == 0 ? string.Empty : Prefix(constructor, tag, "Object");
        return new Anatomy { Keys = EnumerableKeys(instance), Opening = prefix + "{", IsComplete = true };
    }

    private Anatomy DissectArray(JsArray array, string? constructor, string tag)
    {
        string prefix = constructor != "Array" || tag.Length != 0
            ? Prefix(constructor, tag, "Array", $"({NumberText.ToText((double)array.Length)})")
            : string.Empty;
        return new Anatomy
        {
            Keys = NamedKeys(array),
            Opening = prefix + "[",
            Closing = "]",
            IsArray = true,
            IsComplete = array.Length == 0,
            Fill = (entries, level) => FillArray(array, entries, level),
        };
    }

    private Anatomy DissectBoxed(JsPrimitiveObject boxed, string? constructor, string tag)
    {
        string type = boxed.ClassName;
        string text = $"[{type}";
        if (type != constructor)
        {
            text += constructor is null ? " (null prototype)" : $" ({constructor})";
        }

        text += $": {FormatPrimitive(boxed.Primitive)}]";
        if (tag.Length != 0 && tag != constructor)
        {
            text += $" [{tag}]";
        }

        List<PropertyKey> keys = boxed.Primitive.IsString ? NamedKeys(boxed) : EnumerableKeys(boxed);
        return new Anatomy { Keys = keys, Base = text, IsComplete = true };
    }

    /// <summary>An object that is shown by a text, such as a regular expression or a date.</summary>
    private Anatomy DissectSelfDescribing(JsObject instance, string text, string? constructor, string tag)
    {
        string prefix = Prefix(constructor, tag, instance.ClassName);
        if (prefix.AsSpan().TrimEnd(' ') is var name && !name.SequenceEqual(instance.ClassName))
        {
            text = prefix + text;
        }

        return new Anatomy { Keys = EnumerableKeys(instance), Base = text, IsComplete = true, IsSelfDescribing = true };
    }

    private string FormatProperty(JsObject instance, PropertyKey key, EntryKind kind, int level)
    {
        string text;
        bool isFound = instance.GetOwnProperty(key, out Property property);
        if (isFound && property.IsAccessor)
        {
            text = property.Accessor switch
            {
                { Getter: not null, Setter: not null } => "[Getter/Setter]",
                { Getter: not null } => "[Getter]",
                { Setter: not null } => "[Setter]",
                _ => "undefined",
            };
        }
        else
        {
            _indentation += 2;
            text = Format(isFound ? property.Value : Value.Undefined, level);
            _indentation -= 2;
        }

        return kind == EntryKind.Element ? text : Charge($"{FormatKey(key, isFound && !property.IsEnumerable)}: {text}");
    }

    private static string FormatKey(PropertyKey key, bool isHidden)
    {
        if (key.Cell is Symbol symbol)
        {
            return $"[{symbol}]";
        }

        if (key.Cell is not Atom name)
        {
            return $"'{NumberText.ToText((double)key.Index)}'";
        }

        if (ReferenceEquals(name, Atoms.Proto))
        {
            return "['__proto__']";
        }

        return isHidden ? $"[{name}]" : TextQuoting.IsPlainName(name.Text.Span) ? name.ToString() : TextQuoting.Quote(name.Text.Span);
    }

    private string FormatPrimitive(Value value)
    {
        switch (value.Reference)
        {
            case null:
                return value.Number == 0 && double.IsNegative(value.Number) ? "-0" : NumberText.ToText(value.Number);
            case JsString text:
                return FormatString(text);
            case JsBigInt big:
                return $"{_agent.BigIntToString(big.Value, 10)}n";
            case Symbol symbol:
                return symbol.ToString();
            default:
                return Agent.Describe(value);
        }
    }

    private string FormatString(JsString text)
    {
        ReadOnlySpan<char> shown = text.Span;
        string trailer = string.Empty;
        if (shown.Length > _options.MaxStringLength)
        {
            int hidden = shown.Length - _options.MaxStringLength;
            shown = shown[.._options.MaxStringLength];
            trailer = $"... {NumberText.ToText(hidden)} more character{(hidden > 1 ? "s" : string.Empty)}";
        }

        _agent.Meter.Copy(shown.Length);
        if (shown.Length <= 16 || shown.Length <= _options.BreakLength - _indentation - 4 || shown[..^1].IndexOf('\n') < 0)
        {
            return TextQuoting.Quote(shown) + trailer;
        }

        var lines = new List<string>();
        while (!shown.IsEmpty)
        {
            int end = shown.IndexOf('\n') + 1;
            end = end == 0 ? shown.Length : end;
            lines.Add(TextQuoting.Quote(shown[..end]));
            shown = shown[end..];
        }

        return string.Join($" +\n{Spaces(_indentation + 2)}", lines) + trailer;
    }

    private string Charge(string text)
    {
        _agent.Meter.Copy(text.Length);
        _remaining -= text.Length;
        return text;
    }

    /// <summary>The parts that an object is shown in: a base such as <c>[Function: f]</c>, and entries between brackets.</summary>
    private sealed class Anatomy
    {
        public required List<PropertyKey> Keys { get; init; }

        public string Base { get; init; } = string.Empty;

        public string Opening { get; init; } = "{";

        public string Closing { get; init; } = "}";

        public bool IsArray { get; init; }

        public bool IsSelfDescribing { get; init; }

        /// <summary>Whether without keys there is nothing between the brackets.</summary>
        public bool IsComplete { get; init; }

        public Action<List<string>, int>? Fill { get; init; }

        public string Whole => Base.Length == 0 ? Opening + Closing : Base;
    }
}
