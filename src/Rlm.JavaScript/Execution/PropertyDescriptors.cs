using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>Property descriptors as guest objects, ECMA-262 §6.2.6.</summary>
internal static class PropertyDescriptors
{
    /// <summary>ToPropertyDescriptor.</summary>
    public static PropertyDescriptor FromObject(Agent agent, Value value)
    {
        if (value.Reference is not JsObject source)
        {
            throw agent.TypeError($"Property description must be an object: {Agent.Describe(value)}");
        }

        var descriptor = new PropertyDescriptor
        {
            Enumerable = Flag(agent, source, Atoms.Enumerable),
            Configurable = Flag(agent, source, Atoms.Configurable),
        };
        if (TryGet(agent, source, Atoms.Value, out Value field))
        {
            descriptor.Value = field;
        }

        descriptor.Writable = Flag(agent, source, Atoms.Writable);
        if (TryGet(agent, source, Atoms.Get, out field))
        {
            descriptor.Getter = field.IsUndefined || field.IsCallable ? field : throw agent.TypeError($"Getter must be a function: {Agent.Describe(field)}");
        }

        if (TryGet(agent, source, Atoms.Set, out field))
        {
            descriptor.Setter = field.IsUndefined || field.IsCallable ? field : throw agent.TypeError($"Setter must be a function: {Agent.Describe(field)}");
        }

        if (descriptor is { IsAccessor: true, IsData: true })
        {
            throw agent.TypeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute");
        }

        return descriptor;
    }

    /// <summary>FromPropertyDescriptor, for a property that was found.</summary>
    public static JsObject ToObject(Realm realm, in Property property) => ToObject(realm, Complete(property));

    /// <summary>FromPropertyDescriptor: only the fields that are present.</summary>
    public static JsObject ToObject(Realm realm, in PropertyDescriptor descriptor)
    {
        JsObject result = realm.NewObject();
        PutField(result, Atoms.Value, descriptor.Value);
        PutField(result, Atoms.Writable, descriptor.Writable);
        PutField(result, Atoms.Get, descriptor.Getter);
        PutField(result, Atoms.Set, descriptor.Setter);
        PutField(result, Atoms.Enumerable, descriptor.Enumerable);
        PutField(result, Atoms.Configurable, descriptor.Configurable);
        return result;
    }

    /// <summary>The descriptor that says all of a property.</summary>
    public static PropertyDescriptor Complete(in Property property)
    {
        if (!property.IsAccessor)
        {
            return PropertyDescriptor.Data(property.Value, property.Attributes);
        }

        return new PropertyDescriptor
        {
            Getter = property.Accessor.Getter is { } getter ? getter : Value.Undefined,
            Setter = property.Accessor.Setter is { } setter ? setter : Value.Undefined,
            Enumerable = property.IsEnumerable,
            Configurable = property.IsConfigurable,
        };
    }

    /// <summary>[[DefineOwnProperty]] with an array length checked and converted first, as ArraySetLength asks (§10.4.2.4).</summary>
    public static bool Define(Agent agent, JsObject target, PropertyKey key, PropertyDescriptor descriptor)
    {
        if (target is JsArray && ReferenceEquals(key.Cell, Atoms.Length) && descriptor.Value is { } length)
        {
            uint integer = agent.ToUint32(length);
            if (integer != agent.ToNumber(length))
            {
                throw agent.RangeError("Invalid array length");
            }

            descriptor.Value = integer;
        }

        return agent.DefineOwnProperty(target, key, descriptor);
    }

    /// <summary>DefinePropertyOrThrow.</summary>
    public static void DefineOrThrow(Agent agent, JsObject target, PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (!Define(agent, target, key, descriptor))
        {
            throw agent.TypeError(target.IsProxy ? $"'defineProperty' on proxy: trap returned falsish for property '{Agent.Shown(key)}', or the target refused" : target.GetOwnProperty(key, out _)
                ? $"Cannot redefine property: {Agent.Shown(key)}"
                : $"Cannot define property {Agent.Shown(key)}, object is not extensible");
        }
    }

    private static void PutField(JsObject result, Atom name, Value? field)
    {
        if (field is { } value)
        {
            result.Put(name, value);
        }
    }

    private static void PutField(JsObject result, Atom name, bool? field)
    {
        if (field is { } value)
        {
            result.Put(name, value);
        }
    }

    private static bool? Flag(Agent agent, JsObject source, Atom name) =>
        TryGet(agent, source, name, out Value value) ? value.ToBoolean() : null;

    private static bool TryGet(Agent agent, JsObject source, Atom name, out Value value)
    {
        value = Value.Undefined;
        if (!agent.FindProperty(source, name, out Property property) || (property.IsProxied && !agent.HasProperty(source, name)))
        {
            return false;
        }

        value = property.IsAccessor ? agent.Get(source, name) : property.Value;
        return true;
    }
}
