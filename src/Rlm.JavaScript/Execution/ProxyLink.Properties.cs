using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>The operations on own properties.</content>
internal sealed partial class ProxyLink
{
    public bool GetOwnProperty(PropertyKey key, out Property property)
    {
        ProxyTrap trap = Find("getOwnPropertyDescriptor");
        if (trap.Function is null)
        {
            return trap.Target.GetOwnProperty(key, out property);
        }

        Value result = agent.Call(trap.Function, trap.Handler, [trap.Target, key.ToValue()]);
        if (!result.IsObject && !result.IsUndefined)
        {
            throw Broken("getOwnPropertyDescriptor", "returned neither object nor undefined for property", key);
        }

        bool isThere = trap.Target.GetOwnProperty(key, out Property current);
        property = default;
        if (result.IsUndefined)
        {
            if (isThere && !current.IsConfigurable)
            {
                throw Broken("getOwnPropertyDescriptor", "returned undefined for property", key, "which is non-configurable in the proxy target");
            }

            return isThere && !agent.IsExtensible(trap.Target)
                ? throw Broken("getOwnPropertyDescriptor", "returned undefined for property", key, "which exists in the non-extensible proxy target")
                : false;
        }

        bool isExtensible = agent.IsExtensible(trap.Target);
        property = JsObject.PropertyFrom(PropertyDescriptors.FromObject(agent, result));
        if (isThere ? !JsObject.IsCompatible(PropertyDescriptors.Complete(property), current) : !isExtensible)
        {
            throw Broken("getOwnPropertyDescriptor", "returned descriptor for property", key, "that is incompatible with the existing property in the proxy target");
        }

        if (!property.IsConfigurable && (!isThere || current.IsConfigurable || (property is { IsAccessor: false, IsWritable: false } && current.IsWritable)))
        {
            throw Broken("getOwnPropertyDescriptor", "reported non-configurability for property", key, "which is either non-existent or configurable in the proxy target");
        }

        return true;
    }

    public bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        ProxyTrap trap = Find("defineProperty");
        if (trap.Function is null)
        {
            return PropertyDescriptors.Define(agent, trap.Target, key, descriptor);
        }

        if (!agent.Call(trap.Function, trap.Handler, [trap.Target, key.ToValue(), PropertyDescriptors.ToObject(agent.Realm, descriptor)]).ToBoolean())
        {
            return false;
        }

        bool isThere = trap.Target.GetOwnProperty(key, out Property current);
        bool isExtensible = agent.IsExtensible(trap.Target);
        bool isFixed = descriptor.Configurable == false;
        if (!isThere && !isExtensible)
        {
            throw Broken("defineProperty", "returned truish for adding property", key, "to the non-extensible proxy target");
        }

        if (isFixed && (!isThere || current.IsConfigurable))
        {
            throw Broken("defineProperty", "returned truish for defining non-configurable property", key, "which is either non-existent or configurable in the proxy target");
        }

        bool makesReadOnly = isThere && current is { IsAccessor: false, IsConfigurable: false, IsWritable: true } && descriptor.Writable == false;
        return isThere && (makesReadOnly || !JsObject.IsCompatible(descriptor, current))
            ? throw Broken("defineProperty", "returned truish for adding property", key, "that is incompatible with the existing property in the proxy target")
            : true;
    }

    /// <summary>[[HasProperty]]; null where there is no trap and the target, which is no proxy, is to be asked.</summary>
    public bool? Has(PropertyKey key, out JsObject target)
    {
        ProxyTrap trap = Find(Atoms.Has, "has");
        target = trap.Target;
        if (trap.Function is null)
        {
            return null;
        }

        if (agent.Call(trap.Function, trap.Handler, [trap.Target, key.ToValue()]).ToBoolean())
        {
            return true;
        }

        if (trap.Target.GetOwnProperty(key, out Property current))
        {
            if (!current.IsConfigurable)
            {
                throw Broken("has", "returned falsish for property", key, "which exists in the proxy target as non-configurable");
            }

            if (!agent.IsExtensible(trap.Target))
            {
                throw Broken("has", "returned falsish for property", key, "but the proxy target is not extensible");
            }
        }

        return false;
    }

    public bool Delete(PropertyKey key)
    {
        ProxyTrap trap = Find("deleteProperty");
        if (trap.Function is null)
        {
            return trap.Target.DeleteOwnProperty(key);
        }

        if (!agent.Call(trap.Function, trap.Handler, [trap.Target, key.ToValue()]).ToBoolean())
        {
            return false;
        }

        if (trap.Target.GetOwnProperty(key, out Property current))
        {
            if (!current.IsConfigurable)
            {
                throw Broken("deleteProperty", "returned truish for property", key, "which is non-configurable in the proxy target");
            }

            if (!agent.IsExtensible(trap.Target))
            {
                throw Broken("deleteProperty", "returned truish for property", key, "but the proxy target is non-extensible");
            }
        }

        return true;
    }

    public void CollectOwnKeys(List<PropertyKey> keys)
    {
        ProxyTrap trap = Find("ownKeys");
        if (trap.Function is null)
        {
            trap.Target.CollectOwnKeys(keys);
            return;
        }

        Value result = agent.Call(trap.Function, trap.Handler, [trap.Target]);
        HashSet<PropertyKey> given = ReadKeys(result, keys);
        bool isExtensible = agent.IsExtensible(trap.Target);
        List<PropertyKey> own = agent.OwnKeys(trap.Target);
        agent.Meter.Allocate(16L * own.Count);
        var removable = new List<PropertyKey>();
        var permanent = new List<PropertyKey>();
        foreach (PropertyKey key in own)
        {
            (trap.Target.GetOwnProperty(key, out Property property) && !property.IsConfigurable ? permanent : removable).Add(key);
        }

        if (isExtensible && permanent.Count == 0)
        {
            return;
        }

        RemoveAll(given, permanent);
        if (isExtensible)
        {
            return;
        }

        RemoveAll(given, removable);
        if (given.Count > 0)
        {
            throw agent.TypeError("'ownKeys' on proxy: trap returned extra keys but proxy target is non-extensible");
        }
    }

    /// <summary>CreateListFromArrayLike for names and symbols, each once.</summary>
    private HashSet<PropertyKey> ReadKeys(Value list, List<PropertyKey> keys)
    {
        JsObject source = list.Reference as JsObject ?? throw agent.TypeError("CreateListFromArrayLike called on non-object");
        double length = agent.LengthOf(source);
        var given = new HashSet<PropertyKey>();
        for (double i = 0; i < length; i++)
        {
            agent.Meter.Work(1);
            agent.Meter.Allocate(48);
            Value name = agent.Get(source, i <= PropertyKey.MaxIndex ? (uint)i : agent.Realm.Key(Numerics.NumberText.ToText(i)));
            if (!name.IsString && !name.IsSymbol)
            {
                throw agent.TypeError($"{Agent.Describe(name)} is not a valid property name");
            }

            PropertyKey key = agent.ToPropertyKey(name);
            if (!given.Add(key))
            {
                throw agent.TypeError("'ownKeys' on proxy: trap returned duplicate entries");
            }

            keys.Add(key);
        }

        return given;
    }

    private void RemoveAll(HashSet<PropertyKey> given, List<PropertyKey> expected)
    {
        foreach (PropertyKey key in expected)
        {
            if (!given.Remove(key))
            {
                throw agent.TypeError($"'ownKeys' on proxy: trap result did not include '{Agent.Shown(key)}'");
            }
        }
    }

    private GuestException Broken(string operation, string what, PropertyKey key, string why = "") =>
        agent.TypeError($"'{operation}' on proxy: trap {what} '{Agent.Shown(key)}' {why}".TrimEnd());
}
