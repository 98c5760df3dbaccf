using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>Object</c> constructor, ECMA-262 §20.1.1 and §20.1.2.</summary>
internal static partial class ObjectConstructor
{
    /// <summary>Methods that look at properties, but not into them.</summary>
    public static IEnumerable<NativeMethod> ReadingProperties => [Assign, Keys, Entries, Values, HasOwn, Freeze];

    public static JsObject Create(Realm realm)
    {
        NativeFunction constructor = realm.NewConstructor("Object", 1, Construct);
        return ObjectBuilder.On(realm, constructor)
            .Constructs(realm[Intrinsic.ObjectPrototype])
            .Method("assign", 2, Assign)
            .Method("getOwnPropertyDescriptor", 2, GetOwnPropertyDescriptor)
            .Method("getOwnPropertyDescriptors", 1, GetOwnPropertyDescriptors)
            .Method("getOwnPropertyNames", 1, GetOwnPropertyNames)
            .Method("getOwnPropertySymbols", 1, GetOwnPropertySymbols)
            .Method("hasOwn", 2, HasOwn)
            .Method("is", 2, Is)
            .Method("preventExtensions", 1, PreventExtensions)
            .Method("seal", 1, Seal)
            .Method("create", 2, CreateObject)
            .Method("defineProperties", 2, DefineProperties)
            .Method("defineProperty", 3, DefineProperty)
            .Method("freeze", 1, Freeze)
            .Method("getPrototypeOf", 1, GetPrototypeOf)
            .Method("setPrototypeOf", 2, SetPrototypeOf)
            .Method("isExtensible", 1, IsExtensible)
            .Method("isFrozen", 1, IsFrozen)
            .Method("isSealed", 1, IsSealed)
            .Method("keys", 1, Keys)
            .Method("entries", 1, Entries)
            .Method("fromEntries", 1, FromEntries)
            .Method("values", 1, Values)
            .Method("groupBy", 2, GroupBy)
            .Object;
    }

    /// <summary>[[SetPrototypeOf]], or a TypeError that says why it is refused.</summary>
    public static void SetPrototypeOrThrow(Agent agent, JsObject target, JsObject? prototype)
    {
        if (target.SetPrototypeOf(prototype))
        {
            return;
        }

        if (target.IsProxy)
        {
            throw agent.TypeError("'setPrototypeOf' on proxy: trap returned falsish");
        }

        if (!target.IsExtensible)
        {
            throw agent.TypeError("The object is not extensible, its prototype cannot be set");
        }

        throw agent.TypeError(ReferenceEquals(target, agent.Realm[Intrinsic.ObjectPrototype])
            ? "Immutable prototype object 'Object.prototype' cannot have their prototype set"
            : "Cyclic __proto__ value");
    }

    private static Value Construct(in NativeCall call)
    {
        if (call.NewTarget is { } newTarget && !ReferenceEquals(newTarget, call.Function))
        {
            call.Agent.Meter.Allocate(ModelBytes.Object);
            return new JsObject(call.Agent.ShapeFor(newTarget, Intrinsic.ObjectPrototype));
        }

        return call[0].IsNullish ? call.Realm.NewObject() : call.Agent.ToObject(call[0]);
    }

    private static Value CreateObject(in NativeCall call)
    {
        JsObject result = call.Realm.NewObject(RequirePrototype(call.Agent, call[0]));
        if (!call[1].IsUndefined)
        {
            DefineAll(call.Agent, result, call[1]);
        }

        return result;
    }

    private static Value GetPrototypeOf(in NativeCall call) =>
        call.Agent.GetPrototypeOf(call.Agent.ToObject(call[0])) is { } prototype ? prototype : Value.Null;

    private static Value SetPrototypeOf(in NativeCall call)
    {
        if (call[0].IsNullish)
        {
            throw call.Agent.TypeError("Object.setPrototypeOf called on null or undefined");
        }

        JsObject? prototype = RequirePrototype(call.Agent, call[1]);
        if (call[0].Reference is JsObject target)
        {
            SetPrototypeOrThrow(call.Agent, target, prototype);
        }

        return call[0];
    }

    private static Value Is(in NativeCall call) => Value.SameValue(call[0], call[1]);

    private static Value HasOwn(in NativeCall call)
    {
        JsObject instance = call.Agent.ToObject(call[0]);
        return instance.GetOwnProperty(call.Agent.ToPropertyKey(call[1]), out _);
    }

    private static Value DefineProperty(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call[0].Reference is not JsObject target)
        {
            throw agent.TypeError("Object.defineProperty called on non-object");
        }

        PropertyKey key = agent.ToPropertyKey(call[1]);
        PropertyDescriptors.DefineOrThrow(agent, target, key, PropertyDescriptors.FromObject(agent, call[2]));
        return call[0];
    }

    private static Value DefineProperties(in NativeCall call)
    {
        if (call[0].Reference is not JsObject target)
        {
            throw call.Agent.TypeError("Object.defineProperties called on non-object");
        }

        DefineAll(call.Agent, target, call[1]);
        return call[0];
    }

    /// <summary>ObjectDefineProperties: all descriptors are read before the first one is applied.</summary>
    private static void DefineAll(Agent agent, JsObject target, Value properties)
    {
        JsObject source = agent.ToObject(properties);
        var descriptors = new List<(PropertyKey Key, PropertyDescriptor Descriptor)>();
        foreach (PropertyKey key in agent.OwnKeys(source))
        {
            if (source.GetOwnProperty(key, out Property property) && property.IsEnumerable)
            {
                agent.Meter.Allocate(120);
                descriptors.Add((key, PropertyDescriptors.FromObject(agent, agent.Get(source, key))));
            }
        }

        foreach ((PropertyKey key, PropertyDescriptor descriptor) in descriptors)
        {
            agent.Meter.Work(1);
            PropertyDescriptors.DefineOrThrow(agent, target, key, descriptor);
        }
    }

    private static Value GetOwnPropertyDescriptor(in NativeCall call)
    {
        JsObject instance = call.Agent.ToObject(call[0]);
        PropertyKey key = call.Agent.ToPropertyKey(call[1]);
        return instance.GetOwnProperty(key, out Property property) ? PropertyDescriptors.ToObject(call.Realm, property) : Value.Undefined;
    }

    private static Value GetOwnPropertyDescriptors(in NativeCall call)
    {
        JsObject instance = call.Agent.ToObject(call[0]);
        JsObject result = call.Realm.NewObject();
        foreach (PropertyKey key in call.Agent.OwnKeys(instance))
        {
            if (instance.GetOwnProperty(key, out Property property))
            {
                result.Put(key, PropertyDescriptors.ToObject(call.Realm, property));
            }
        }

        return result;
    }

    private static JsObject? RequirePrototype(Agent agent, Value value) =>
        value.IsObject || value.IsNull
            ? value.Reference as JsObject
            : throw agent.TypeError($"Object prototype may only be an Object or null: {Agent.Describe(value)}");
}
