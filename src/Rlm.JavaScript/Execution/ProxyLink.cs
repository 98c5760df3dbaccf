using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>The target and the handler of a Proxy, and its internal methods (ECMA-262 §10.5) with the checks that no trap may get around.</summary>
/// <remarks>
/// A chain of proxies without traps is walked in a loop. What cannot be a loop, as where a trap forwards to another proxy, nests on the CLR stack
/// and ends in a RangeError before that does.
/// </remarks>
internal sealed partial class ProxyLink(Agent agent, JsObject target, JsObject handler)
{
    /// <summary>With the reference to it, in model bytes.</summary>
    public const long Bytes = 56;

    /// <summary>Gets the target; null after the proxy was revoked.</summary>
    public JsObject? Target { get; private set; } = target;

    public JsObject? Handler { get; private set; } = handler;

    /// <summary>
    /// The object behind a proxy, or behind proxies of proxies, for those who look at it without calling traps; null where one of them was revoked.
    /// </summary>
    public static JsObject? Innermost(JsObject instance)
    {
        JsObject? found = instance;
        while (found is { IsProxy: true })
        {
            found.Shape.Space.Meter.Work(1);
            found = ((IProxy)found).Link.Target;
        }

        return found;
    }

    public void Revoke()
    {
        Target = null;
        Handler = null;
    }

    public JsObject? GetPrototypeOf()
    {
        ProxyTrap trap = Find("getPrototypeOf");
        if (trap.Function is null)
        {
            return trap.Target.Prototype;
        }

        Value result = agent.Call(trap.Function, trap.Handler, [trap.Target]);
        if (!result.IsObject && !result.IsNull)
        {
            throw agent.TypeError("'getPrototypeOf' on proxy: trap returned neither object nor null");
        }

        var prototype = result.Reference as JsObject;
        return agent.IsExtensible(trap.Target) || ReferenceEquals(prototype, agent.GetPrototypeOf(trap.Target))
            ? prototype
            : throw agent.TypeError("'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype");
    }

    public bool SetPrototypeOf(JsObject? prototype)
    {
        ProxyTrap trap = Find("setPrototypeOf");
        if (trap.Function is null)
        {
            return trap.Target.SetPrototypeOf(prototype);
        }

        Value wanted = prototype is null ? Value.Null : prototype;
        if (!agent.Call(trap.Function, trap.Handler, [trap.Target, wanted]).ToBoolean())
        {
            return false;
        }

        return agent.IsExtensible(trap.Target) || ReferenceEquals(prototype, agent.GetPrototypeOf(trap.Target))
            ? true
            : throw agent.TypeError("'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the non-extensible proxy target");
    }

    public bool IsExtensible()
    {
        ProxyTrap trap = Find("isExtensible");
        if (trap.Function is null)
        {
            return trap.Target.IsExtensible;
        }

        bool answer = agent.Call(trap.Function, trap.Handler, [trap.Target]).ToBoolean();
        return answer == agent.IsExtensible(trap.Target)
            ? answer
            : throw agent.TypeError($"'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is '{(answer ? "false" : "true")}')");
    }

    public bool PreventExtensions()
    {
        ProxyTrap trap = Find("preventExtensions");
        if (trap.Function is null)
        {
            return trap.Target.PreventExtensions();
        }

        bool answer = agent.Call(trap.Function, trap.Handler, [trap.Target]).ToBoolean();
        return answer && agent.IsExtensible(trap.Target)
            ? throw agent.TypeError("'preventExtensions' on proxy: trap returned truish but the proxy target is extensible")
            : answer;
    }

    /// <summary>[[Call]]; see <see cref="Agent.TryCall"/>.</summary>
    public bool TryCall(Value thisValue, ReadOnlySpan<Value> arguments, out Value result)
    {
        ProxyTrap trap = Find("apply");
        return trap.Function is null
            ? agent.TryCall((JsFunction)trap.Target, thisValue, arguments, out result)
            : agent.TryCall(trap.Function, trap.Handler, [trap.Target, thisValue, agent.Realm.NewArray(arguments.ToArray())], out result);
    }

    /// <summary>The trap for [[Construct]].</summary>
    public ProxyTrap FindConstruct() => Find("construct");

    private ProxyTrap Find(string name) => Find(agent.Realm.Key(name), name);

    /// <summary>Finds the trap that an operation calls: that of this proxy, or where there is none that of its target, and so on, or none at all.</summary>
    private ProxyTrap Find(PropertyKey key, string name)
    {
        ProxyLink link = this;
        while (true)
        {
            agent.Meter.Work(1);
            if (link.Target is not { } found || link.Handler is not { } asked)
            {
                throw agent.TypeError($"Cannot perform '{name}' on a proxy that has been revoked");
            }

            if (FindOn(asked, key) is { } function)
            {
                return new ProxyTrap(found, asked, function);
            }

            if (!found.IsProxy)
            {
                return new ProxyTrap(found, asked, null);
            }

            link = ((IProxy)found).Link;
        }
    }

    // A handler may be a proxy itself, whose handler may be one.
    private JsFunction? FindOn(JsObject handler, PropertyKey key)
    {
        agent.EnterNested();
        try
        {
            return agent.GetMethod(handler, key);
        }
        finally
        {
            agent.LeaveNested();
        }
    }
}

/// <summary>A trap with the target and the handler it is called with. Without a function the operation is that of the target, which is no proxy then.</summary>
internal readonly record struct ProxyTrap(JsObject Target, JsObject Handler, JsFunction? Function)
{
    public void Trace(Tracer tracer)
    {
        tracer.Visit(Target);
        tracer.Visit(Handler);
        tracer.Visit(Function);
    }
}
