using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Reads the options object of a method for locales, with the checks and messages of ECMA-402 §9.2.</summary>
internal readonly struct LocaleOptions
{
    private readonly Agent _agent;
    private readonly string _method;
    private readonly JsObject? _options;

    /// <param name="agent">The agent.</param>
    /// <param name="method">The method as messages name it.</param>
    /// <param name="options">The argument; undefined is an object without options.</param>
    public LocaleOptions(Agent agent, string method, Value options)
    {
        if (options.IsNull)
        {
            throw agent.TypeError($"{method} called on null or undefined");
        }

        _agent = agent;
        _method = method;
        _options = options.IsUndefined ? null : agent.ToObject(options);
    }

    /// <summary>An option's value; undefined where it is not given.</summary>
    public Value Get(string name) => _options is null ? Value.Undefined : _agent.Get(_options, _agent.Realm.Key(name));

    public bool? GetBoolean(string name)
    {
        Value value = Get(name);
        return value.IsUndefined ? null : value.ToBoolean();
    }

    /// <summary>An option that must be one of a few words.</summary>
    public string GetText(string name, string whenUndefined, params ReadOnlySpan<string> allowed)
    {
        Value value = Get(name);
        if (value.IsUndefined)
        {
            return whenUndefined;
        }

        string text = Agent.Quote(_agent.ToJsString(value));
        return allowed.Contains(text) ? text : throw _agent.RangeError($"Value {text} out of range for {_method} options property {name}");
    }

    /// <summary>An option that must be an integer within bounds; null where it is not given.</summary>
    public int? GetInteger(string name, int minimum, int maximum)
    {
        Value value = Get(name);
        if (value.IsUndefined)
        {
            return null;
        }

        double number = _agent.ToNumber(value);
        return number >= minimum && number <= maximum
            ? (int)Math.Floor(number)
            : throw _agent.RangeError($"{name} value is out of range.");
    }
}
