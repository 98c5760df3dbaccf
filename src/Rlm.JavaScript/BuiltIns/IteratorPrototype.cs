using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Iterator.prototype</c> (<see href="https://tc39.es/ecma262/#sec-%iterator.prototype%-object"/>): the methods that make iterators of iterators.</summary>
internal static partial class IteratorPrototype
{
    /// <summary>The greatest number that counts exactly; beyond it there is only "all".</summary>
    private const double MaxLimit = 9007199254740991;

    public static JsObject Create(Realm realm)
    {
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 14)
            .Method("reduce", 1, Reduce)
            .Method("toArray", 0, ToArray)
            .Method("forEach", 1, ForEach)
            .Method("some", 1, Some)
            .Method("every", 1, Every)
            .Method("find", 1, Find)
            .Method("map", 1, static (in NativeCall call) => Transform(call, IteratorHelperKind.Map, "map"))
            .Method("filter", 1, static (in NativeCall call) => Transform(call, IteratorHelperKind.Filter, "filter"))
            .Method("take", 1, static (in NativeCall call) => Limit(call, IteratorHelperKind.Take, "take"))
            .Method("drop", 1, static (in NativeCall call) => Limit(call, IteratorHelperKind.Drop, "drop"))
            .Method("flatMap", 1, static (in NativeCall call) => Transform(call, IteratorHelperKind.FlatMap, "flatMap"))
            .Method(WellKnownSymbols.Iterator, "[Symbol.iterator]", 0, static (in NativeCall call) => call.This);
        AddAccessor(builder, realm, Atoms.Constructor, "constructor", static (in NativeCall call) => call.Realm[Intrinsic.Iterator]);
        AddAccessor(builder, realm, WellKnownSymbols.ToStringTag, "[Symbol.toStringTag]", static (in NativeCall _) => Value.FromString("Iterator"));
        return builder.Object;
    }

    /// <summary>
    /// A property that reads like a value, but whose assignment makes an own property of the receiver, so that old code which assigns it to its
    /// own iterators goes on to work (<see href="https://tc39.es/ecma262/#sec-SetterThatIgnoresPrototypeProperties"/>).
    /// </summary>
    private static void AddAccessor(ObjectBuilder builder, Realm realm, PropertyKey key, string name, NativeMethod getter)
    {
        var accessor = new Accessor(
            realm.NewFunction($"get {name}", 0, getter),
            realm.NewFunction($"set {name}", 1, SetOnReceiver, key.ToValue()));
        builder.Value(key, accessor, PropertyAttributes.Configurable | PropertyAttributes.Accessor);
    }

    private static Value SetOnReceiver(in NativeCall call)
    {
        Agent agent = call.Agent;
        PropertyKey key = agent.ToPropertyKey(call.Function.Captured[0]);
        if (call.This.Reference is not JsObject receiver || ReferenceEquals(receiver, call.Realm[Intrinsic.IteratorPrototype]))
        {
            throw agent.TypeError($"Cannot assign to this property '{Agent.Shown(key)}' of Iterator.prototype");
        }

        if (receiver.GetOwnProperty(key, out _))
        {
            agent.Set(receiver, key, call[0]);
        }
        else
        {
            agent.CreateDataPropertyOrThrow(receiver, key, call[0]);
        }

        return Value.Undefined;
    }

    private static Value Transform(in NativeCall call, IteratorHelperKind kind, string method)
    {
        JsObject iterator = ThisIterator(call, method);
        JsFunction callback = Callback(call, iterator);
        return NewHelper(call, kind, IteratorRecord.Of(call.Agent, iterator), callback, limit: 0);
    }

    private static Value Limit(in NativeCall call, IteratorHelperKind kind, string method)
    {
        JsObject iterator = ThisIterator(call, method);
        double limit;
        try
        {
            double number = call.Agent.ToNumber(call[0]);
            limit = NumberConversions.ToIntegerOrInfinity(number);
            if (double.IsNaN(number) || limit < 0 || (limit > MaxLimit && double.IsFinite(limit)))
            {
                throw call.Agent.RangeError($"{Agent.Describe(call[0])} must be positive");
            }
        }
        catch (GuestException)
        {
            CloseAfterThrow(call.Agent, iterator);
            throw;
        }

        return NewHelper(call, kind, IteratorRecord.Of(call.Agent, iterator), callback: null, limit);
    }

    private static IteratorHelper NewHelper(in NativeCall call, IteratorHelperKind kind, IteratorRecord record, JsFunction? callback, double limit)
    {
        call.Agent.Meter.Allocate(IteratorHelper.Bytes);
        return new IteratorHelper(call.Realm.ShapeOf(Intrinsic.IteratorHelperPrototype), kind, record, callback, limit);
    }

    private static JsObject ThisIterator(in NativeCall call, string method) =>
        call.This.Reference as JsObject ?? throw call.Agent.TypeError($"Iterator.prototype.{method} called on non-object");

    /// <summary>The argument as a function; an iterator that gets none is closed.</summary>
    private static JsFunction Callback(in NativeCall call, JsObject iterator)
    {
        if (call[0].Reference is JsFunction callback)
        {
            return callback;
        }

        CloseAfterThrow(call.Agent, iterator);
        throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a function");
    }

    /// <summary>IteratorClose where an argument was refused, before anything was read from the iterator. It is rare enough to run on the CLR stack.</summary>
    private static void CloseAfterThrow(Agent agent, JsObject iterator)
    {
        try
        {
            if (agent.GetMethod(iterator, Atoms.Return) is { } close)
            {
                agent.Call(close, iterator, []);
            }
        }
        catch (GuestException)
        {
            // The exception for the argument is the one that counts (ECMA-262 §7.4.11, step 5).
        }
    }
}
