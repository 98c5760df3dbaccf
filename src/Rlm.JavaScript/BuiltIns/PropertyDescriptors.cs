using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

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
    public static JsObject ToObject(Realm realm, in Property property)
    {
        JsObject result = realm.NewObject();
        if (property.IsAccessor)
        {
            result.Put(Atoms.Get, property.Accessor.Getter is { } getter ? getter : Value.Undefined);
            result.Put(Atoms.Set, property.Accessor.Setter is { } setter ? setter : Value.Undefined);
        }
        else
        {
            result.Put(Atoms.Value, property.Value);
            result.Put(Atoms.Writable, property.IsWritable);
        }

        result.Put(Atoms.Enumerable, property.IsEnumerable);
        result.Put(Atoms.Configurable, property.IsConfigurable);
        return result;
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
            throw agent.TypeError(target.GetOwnProperty(key, out _)
                ? $"Cannot redefine property: {Agent.Shown(key)}"
                : $"Cannot define property {Agent.Shown(key)}, object is not extensible");
        }
    }

    private static bool? Flag(Agent agent, JsObject source, Atom name) =>
        TryGet(agent, source, name, out Value value) ? value.ToBoolean() : null;

    private static bool TryGet(Agent agent, JsObject source, Atom name, out Value value)
    {
        if (!agent.FindProperty(source, name, out Property property))
        {
            value = Value.Undefined;
            return false;
        }

        value = property.IsAccessor ? agent.Get(source, name) : property.Value;
        return true;
    }
}
