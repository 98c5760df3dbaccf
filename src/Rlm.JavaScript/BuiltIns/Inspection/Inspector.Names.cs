using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>What objects are called.</content>
internal sealed partial class Inspector
{
    /// <summary>The name of the constructor that the object is an instance of; null for an object without prototype.</summary>
    private string? ConstructorName(JsObject instance, int level)
    {
        JsObject? firstPrototype = instance.Prototype;
        for (JsObject? holder = instance; holder is not null; holder = holder.Prototype)
        {
            _agent.Meter.Work(1);
            if (OwnData(holder, Atoms.Constructor) is { Reference: JsFunction constructor }
                && NameOf(constructor) is { Length: > 0 } name
                && IsInstance(instance, constructor))
            {
                return name;
            }
        }

        if (firstPrototype is null)
        {
            return null;
        }

        string kind = instance.ClassName;
        if (level > _depth)
        {
            return $"{kind} <Complex prototype>";
        }

        string? parent = ConstructorName(firstPrototype, level + 1);
        return parent is null
            ? $"{kind} <{new Inspector(_agent, _options with { Depth = -1 }).Format(firstPrototype, 0)}>"
            : $"{kind} <{parent}>";
    }

    private bool IsInstance(JsObject instance, JsFunction constructor)
    {
        if (OwnData(constructor, Atoms.Prototype) is not { Reference: JsObject prototype })
        {
            return false;
        }

        for (JsObject? ancestor = instance.Prototype; ancestor is not null; ancestor = ancestor.Prototype)
        {
            _agent.Meter.Work(1);
            if (ReferenceEquals(ancestor, prototype))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The <c>Symbol.toStringTag</c>, unless it is shown as a property anyway.</summary>
    private string Tag(JsObject instance)
    {
        for (JsObject? holder = instance; holder is not null; holder = holder.Prototype)
        {
            _agent.Meter.Work(1);
            if (!holder.IsProxy && holder.GetOwnProperty(WellKnownSymbols.ToStringTag, out Property property))
            {
                bool isShown = ReferenceEquals(holder, instance) && property.IsEnumerable;
                return !isShown && !property.IsAccessor && property.Value.Reference is JsString text ? TextOf(text) : string.Empty;
            }
        }

        return string.Empty;
    }

    private static string Prefix(string? constructor, string tag, string fallback, string size = "")
    {
        if (constructor is null)
        {
            return tag.Length != 0 && fallback != tag ? $"[{fallback}{size}: null prototype] [{tag}] " : $"[{fallback}{size}: null prototype] ";
        }

        return tag.Length != 0 && constructor != tag ? $"{constructor}{size} [{tag}] " : $"{constructor}{size} ";
    }

    private string FunctionBase(JsFunction function, string? constructor, string tag)
    {
        if (function is Closure { IsClassConstructor: true })
        {
            return ClassBase(function, constructor, tag);
        }

        string type = function is Closure { Code: var code }
            ? (code.IsAsync ? "Async" : string.Empty) + (code.IsGenerator ? "Generator" : string.Empty) + "Function"
            : "Function";
        string name = NameOf(function);
        string text = $"[{type}{(constructor is null ? " (null prototype)" : string.Empty)}{(name.Length == 0 ? " (anonymous)" : $": {name}")}]";
        if (constructor is not null && constructor != type)
        {
            text += $" {constructor}";
        }

        return tag.Length != 0 && constructor != tag ? $"{text} [{tag}]" : text;
    }

    private string ClassBase(JsFunction function, string? constructor, string tag)
    {
        string name = OwnData(function, Atoms.Name)?.Reference is JsString { Length: > 0 } own ? TextOf(own) : "(anonymous)";
        string text = $"[class {name}";
        if (constructor is not null && constructor != "Function")
        {
            text += $" [{constructor}]";
        }

        if (tag.Length != 0 && constructor != tag)
        {
            text += $" [{tag}]";
        }

        if (constructor is null)
        {
            text += " extends null";
        }
        else if (function.Prototype is JsFunction parent && NameOf(parent) is { Length: > 0 } parentName)
        {
            text += $" extends {parentName}";
        }

        return text + "]";
    }

    /// <summary>The <c>name</c> of a function, its own or inherited, where it is a text.</summary>
    private string NameOf(JsFunction function)
    {
        for (JsObject? holder = function; holder is not null; holder = holder.Prototype)
        {
            _agent.Meter.Work(1);
            if (!holder.IsProxy && holder.GetOwnProperty(Atoms.Name, out Property property))
            {
                return !property.IsAccessor && property.Value.Reference is JsString name ? TextOf(name) : string.Empty;
            }
        }

        return string.Empty;
    }

    private string TextOf(JsRegExp expression)
    {
        string text = expression.ToLiteral();
        _agent.Meter.Copy(text.Length);
        return text;
    }

    private string TextOf(JsString text)
    {
        _agent.Meter.Copy(text.Length);
        return text.ToString();
    }

    private static Value? OwnData(JsObject instance, PropertyKey key) =>
        !instance.IsProxy && instance.GetOwnProperty(key, out Property property) && !property.IsAccessor ? property.Value : (Value?)null;

    /// <summary>A data property of the object or its prototypes; undefined for an accessor.</summary>
    private Value Data(JsObject instance, PropertyKey key) =>
        _agent.FindProperty(instance, key, out Property property) && !property.IsAccessor ? property.Value : Value.Undefined;

    /// <summary>The own enumerable keys.</summary>
    private List<PropertyKey> EnumerableKeys(JsObject instance)
    {
        List<PropertyKey> keys = _agent.OwnKeys(instance);
        keys.RemoveAll(key => !instance.GetOwnProperty(key, out Property property) || !property.IsEnumerable);
        return keys;
    }

    /// <summary>The own enumerable keys that are not indices.</summary>
    private List<PropertyKey> NamedKeys(JsObject instance)
    {
        if (instance is JsArray { IsDense: true } array && array.Shape.Count == 0)
        {
            return [];
        }

        if (instance is JsTypedArray { Shape.Count: 0 })
        {
            return [];
        }

        List<PropertyKey> keys = _agent.OwnKeys(instance);
        keys.RemoveAll(key => key.IsIndex || !instance.GetOwnProperty(key, out Property property) || !property.IsEnumerable);
        return keys;
    }
}
