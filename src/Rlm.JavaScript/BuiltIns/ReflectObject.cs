using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Reflect</c>, ECMA-262 §28.1: the internal methods of objects as functions.</summary>
internal static class ReflectObject
{
    public static JsObject Create(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 14)
            .Method("defineProperty", 3, DefineProperty)
            .Method("deleteProperty", 2, DeleteProperty)
            .Method("apply", 3, Apply)
            .Method("construct", 2, Construct)
            .Method("get", 2, Get)
            .Method("getOwnPropertyDescriptor", 2, GetOwnPropertyDescriptor)
            .Method("getPrototypeOf", 1, GetPrototypeOf)
            .Method("has", 2, Has)
            .Method("isExtensible", 1, IsExtensible)
            .Method("ownKeys", 1, OwnKeys)
            .Method("preventExtensions", 1, PreventExtensions)
            .Method("set", 3, Set)
            .Method("setPrototypeOf", 2, SetPrototypeOf)
            .Tag("Reflect")
            .Object;

    private static JsObject Target(in NativeCall call, string method) =>
        call[0].Reference as JsObject ?? throw call.Agent.TypeError($"Reflect.{method} called on non-object");

    private static Value Apply(in NativeCall call)
    {
        JsFunction target = call[0].Reference as JsFunction
            ?? throw call.Agent.TypeError($"Function.prototype.apply was called on {Agent.Describe(call[0])}, which is not a function");
        Value[] arguments = FunctionPrototype.ListFromArrayLike(call.Agent, call[2]);
        return call.Agent.TryCall(target, call[1], arguments, out Value result) ? result : Agent.Pending;
    }

    private static Value Construct(in NativeCall call)
    {
        JsFunction target = RequireConstructor(call.Agent, call[0]);
        JsFunction newTarget = call.Count > 2 ? RequireConstructor(call.Agent, call[2]) : target;
        Value[] arguments = FunctionPrototype.ListFromArrayLike(call.Agent, call[1]);
        return call.Agent.TryConstruct(target, arguments, newTarget, out Value result) ? result : Agent.Pending;
    }

    private static JsFunction RequireConstructor(Agent agent, Value value) =>
        value.Reference is JsFunction { IsConstructor: true } constructor ? constructor : throw agent.TypeError($"{Agent.Describe(value)} is not a constructor");

    private static Value DefineProperty(in NativeCall call)
    {
        JsObject target = Target(call, "defineProperty");
        PropertyKey key = call.Agent.ToPropertyKey(call[1]);
        return PropertyDescriptors.Define(call.Agent, target, key, PropertyDescriptors.FromObject(call.Agent, call[2]));
    }

    private static Value DeleteProperty(in NativeCall call) => Target(call, "deleteProperty").DeleteOwnProperty(call.Agent.ToPropertyKey(call[1]));

    /// <summary>A getter, and the trap of a proxy, may wait for the host.</summary>
    private static Value Get(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "get");
        if (!agent.FindProperty(target, agent.ToPropertyKey(call[1]), out Property property))
        {
            return Value.Undefined;
        }

        if (!property.IsAccessor)
        {
            return property.Value;
        }

        Value receiver = call.Count > 2 ? call[2] : target;
        return property.Accessor.Getter is not { } getter ? Value.Undefined
            : agent.TryCall(getter, receiver, [], out Value result) ? result
            : Agent.Pending;
    }

    private static Value GetOwnPropertyDescriptor(in NativeCall call)
    {
        JsObject target = Target(call, "getOwnPropertyDescriptor");
        return target.GetOwnProperty(call.Agent.ToPropertyKey(call[1]), out Property property) ? PropertyDescriptors.ToObject(call.Realm, property) : Value.Undefined;
    }

    private static Value GetPrototypeOf(in NativeCall call) =>
        call.Agent.GetPrototypeOf(Target(call, "getPrototypeOf")) is { } prototype ? prototype : Value.Null;

    private static Value Has(in NativeCall call)
    {
        JsObject target = Target(call, "has");
        return call.Agent.HasProperty(target, call.Agent.ToPropertyKey(call[1]));
    }

    private static Value IsExtensible(in NativeCall call) => call.Agent.IsExtensible(Target(call, "isExtensible"));

    private static Value OwnKeys(in NativeCall call)
    {
        List<PropertyKey> keys = call.Agent.OwnKeys(Target(call, "ownKeys"));
        call.Agent.Meter.Allocate(ObjectConstructor.IndexTextBytes * keys.Count);
        JsArray result = call.Realm.NewArray(keys.Count);
        foreach (PropertyKey key in keys)
        {
            result.Append(key.ToValue());
        }

        return result;
    }

    private static Value PreventExtensions(in NativeCall call) => Target(call, "preventExtensions").PreventExtensions();

    private static Value Set(in NativeCall call)
    {
        JsObject target = Target(call, "set");
        PropertyKey key = call.Agent.ToPropertyKey(call[1]);
        return call.Agent.TrySet(target, key, call[2], call.Count > 3 ? call[3] : target);
    }

    private static Value SetPrototypeOf(in NativeCall call)
    {
        JsObject target = Target(call, "setPrototypeOf");
        return call[1].IsObject || call[1].IsNull
            ? target.SetPrototypeOf(call[1].Reference as JsObject)
            : throw call.Agent.TypeError($"Object prototype may only be an Object or null: {Agent.Describe(call[1])}");
    }
}
