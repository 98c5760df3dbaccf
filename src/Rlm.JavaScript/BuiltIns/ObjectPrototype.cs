using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Object.prototype</c>, ECMA-262 §20.1.3.</summary>
internal static class ObjectPrototype
{
    public static JsObject Create(Realm realm)
    {
        var prototype = new ImmutablePrototypeObject(Shape.CreateUnique(realm.Shapes, prototype: null, capacity: 16));

        // Its methods are functions, and their prototype has this object as its own.
        realm.Announce(Intrinsic.ObjectPrototype, prototype);
        ObjectBuilder.On(realm, prototype)
            .Method("__defineGetter__", 2, DefineGetter)
            .Method("__defineSetter__", 2, DefineSetter)
            .Method("hasOwnProperty", 1, HasOwnProperty)
            .Method("__lookupGetter__", 1, LookupGetter)
            .Method("__lookupSetter__", 1, LookupSetter)
            .Method("isPrototypeOf", 1, IsPrototypeOf)
            .Method("propertyIsEnumerable", 1, PropertyIsEnumerable)
            .Method("toString", 0, ToString)
            .Method("valueOf", 0, ValueOf)
            .Method("toLocaleString", 0, ToLocaleString)
            .Accessor(Atoms.Proto, "__proto__", GetProto, SetProto);
        return prototype;
    }

    /// <summary>ECMA-262 §20.1.3.6.</summary>
    public static Value ToStringOf(Agent agent, Value value)
    {
        if (value.IsNullish)
        {
            return Value.FromString(value.IsNull ? "[object Null]" : "[object Undefined]");
        }

        string builtInTag = BuiltInTag(agent, value);
        Value tag = agent.Get(agent.PrototypeForAccess(value)!, WellKnownSymbols.ToStringTag, value);
        if (tag.Reference is not JsString text)
        {
            return Value.FromString($"[object {builtInTag}]");
        }

        agent.Meter.Copy(text.Length);
        return agent.Realm.NewString(string.Concat("[object ", text.Span, "]"));
    }

    private static Value ToString(in NativeCall call) => ToStringOf(call.Agent, call.This);

    private static string BuiltInTag(Agent agent, Value value) => value.Reference switch
    {
        null => "Number",
        JsString => "String",
        JsObject { IsProxy: true } when agent.IsArray(value) => "Array",
        JsObject { ClassName: "Array" or "Function" or "Error" or "Boolean" or "Number" or "String" or "Date" or "RegExp" or "Arguments" } instance => instance.ClassName,
        { Kind: CellKind.Boolean } => "Boolean",
        _ => "Object",
    };

    private static Value ToLocaleString(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.IsNullish)
        {
            throw agent.TypeError("Object.prototype.toLocaleString called on null or undefined");
        }

        JsFunction method = agent.RequireCallable(agent.GetV(call.This, Atoms.ToStringName), "toString");
        return agent.TryCall(method, call.This, [], out Value result) ? result : Agent.Pending;
    }

    private static Value ValueOf(in NativeCall call) => call.Agent.ToObject(call.This);

    private static Value HasOwnProperty(in NativeCall call)
    {
        PropertyKey key = call.Agent.ToPropertyKey(call[0]);
        return call.Agent.ToObject(call.This).GetOwnProperty(key, out _);
    }

    private static Value IsPrototypeOf(in NativeCall call)
    {
        if (call[0].Reference is not JsObject instance)
        {
            return false;
        }

        JsObject wanted = call.Agent.ToObject(call.This);
        for (JsObject? ancestor = call.Agent.GetPrototypeOf(instance); ancestor is not null; ancestor = call.Agent.GetPrototypeOf(ancestor))
        {
            call.Agent.Meter.Work(1);
            if (ReferenceEquals(ancestor, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static Value PropertyIsEnumerable(in NativeCall call)
    {
        PropertyKey key = call.Agent.ToPropertyKey(call[0]);
        return call.Agent.ToObject(call.This).GetOwnProperty(key, out Property property) && property.IsEnumerable;
    }

    private static Value GetProto(in NativeCall call) =>
        call.Agent.GetPrototypeOf(call.Agent.ToObject(call.This)) is { } prototype ? prototype : Value.Null;

    private static Value SetProto(in NativeCall call)
    {
        if (call.This.IsNullish)
        {
            throw call.Agent.TypeError("set Object.prototype.__proto__ called on null or undefined");
        }

        if ((call[0].IsObject || call[0].IsNull) && call.This.Reference is JsObject target)
        {
            ObjectConstructor.SetPrototypeOrThrow(call.Agent, target, call[0].Reference as JsObject);
        }

        return Value.Undefined;
    }

    private static Value DefineGetter(in NativeCall call) => DefineAccessor(call, "__defineGetter__", isGetter: true);

    private static Value DefineSetter(in NativeCall call) => DefineAccessor(call, "__defineSetter__", isGetter: false);

    private static Value DefineAccessor(in NativeCall call, string name, bool isGetter)
    {
        Agent agent = call.Agent;
        JsObject target = agent.ToObject(call.This);
        if (!call[1].IsCallable)
        {
            throw agent.TypeError($"Object.prototype.{name}: Expecting function");
        }

        var descriptor = new PropertyDescriptor { Enumerable = true, Configurable = true };
        if (isGetter)
        {
            descriptor.Getter = call[1];
        }
        else
        {
            descriptor.Setter = call[1];
        }

        agent.DefinePropertyOrThrow(target, agent.ToPropertyKey(call[0]), descriptor);
        return Value.Undefined;
    }

    private static Value LookupGetter(in NativeCall call) =>
        LookupAccessor(call) is { Getter: { } getter } ? getter : Value.Undefined;

    private static Value LookupSetter(in NativeCall call) =>
        LookupAccessor(call) is { Setter: { } setter } ? setter : Value.Undefined;

    private static Accessor? LookupAccessor(in NativeCall call)
    {
        JsObject start = call.Agent.ToObject(call.This);
        PropertyKey key = call.Agent.ToPropertyKey(call[0]);
        for (JsObject? holder = start; holder is not null; holder = call.Agent.GetPrototypeOf(holder))
        {
            call.Agent.Meter.Work(1);
            if (holder.GetOwnProperty(key, out Property property))
            {
                return property.IsAccessor ? property.Accessor : null;
            }
        }

        return null;
    }

    /// <summary>An immutable prototype exotic object, ECMA-262 §10.4.7.</summary>
    private sealed class ImmutablePrototypeObject(Shape shape) : JsObject(shape, new Value[16])
    {
        public override bool SetPrototypeOf(JsObject? prototype) => ReferenceEquals(prototype, Prototype);
    }
}
