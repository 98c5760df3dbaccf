using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// WeakMap and WeakSet (ECMA-262 §24.3, §24.4). They hold their keys strongly: nothing a guest can do tells the difference, and the memory behind them is
/// counted for as long as it is there.
/// </summary>
internal static class WeakCollections
{
    private static readonly NativeMethod MapSetMethod = MapSet;
    private static readonly NativeMethod SetAddMethod = SetAdd;

    public static JsObject CreateMapPrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 6)
            .Method("delete", 1, (in NativeCall call) => Map(call, "delete").Table.Remove(call[0]))
            .Method("get", 1, MapGet)
            .Method("set", 2, MapSetMethod)
            .Method("has", 1, (in NativeCall call) => Map(call, "has").Table.Contains(call[0]))
            .Tag("WeakMap")
            .Object;

    public static JsObject CreateMapConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("WeakMap", 0, ConstructMap))
            .Constructs(realm[Intrinsic.WeakMapPrototype])
            .Object;

    public static JsObject CreateSetPrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 5)
            .Method("delete", 1, (in NativeCall call) => Set(call, "delete").Table.Remove(call[0]))
            .Method("has", 1, (in NativeCall call) => Set(call, "has").Table.Contains(call[0]))
            .Method("add", 1, SetAddMethod)
            .Tag("WeakSet")
            .Object;

    public static JsObject CreateSetConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("WeakSet", 0, ConstructSet))
            .Constructs(realm[Intrinsic.WeakSetPrototype])
            .Object;

    private static Value ConstructMap(in NativeCall call)
    {
        JsWeakCollection map = Construct(call, "WeakMap", Intrinsic.WeakMapPrototype);
        return call[0].IsNullish
            ? map
            : call.Agent.Start(new MapEntriesFrame(call[0], map, MapBuiltIns.Adder(call.Agent, map, Atoms.Set), table: null));
    }

    private static Value ConstructSet(in NativeCall call)
    {
        JsWeakCollection set = Construct(call, "WeakSet", Intrinsic.WeakSetPrototype);
        return call[0].IsNullish
            ? set
            : call.Agent.Start(new SetElementsFrame(call[0], set, MapBuiltIns.Adder(call.Agent, set, Atoms.Add), table: null));
    }

    private static JsWeakCollection Construct(in NativeCall call, string name, Intrinsic prototype)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError($"Constructor {name} requires 'new'");
        }

        Shape shape = agent.ShapeFor(call.NewTarget, prototype);
        agent.Meter.Allocate(ModelBytes.Object + 72);
        return new JsWeakCollection(shape, agent.Meter, name);
    }

    private static Value MapGet(in NativeCall call)
    {
        Map(call, "get").Table.TryGet(call[0], out Value value);
        return value;
    }

    private static Value MapSet(in NativeCall call)
    {
        JsWeakCollection map = Map(call, "set");
        if (!CanBeHeldWeakly(call.Agent, call[0]))
        {
            throw call.Agent.TypeError($"Invalid value used as weak map key: {Agent.Describe(call[0])}");
        }

        map.Table.Set(call[0], call[1]);
        return call.This;
    }

    private static Value SetAdd(in NativeCall call)
    {
        JsWeakCollection set = Set(call, "add");
        if (!CanBeHeldWeakly(call.Agent, call[0]))
        {
            throw call.Agent.TypeError($"Invalid value used in weak set: {Agent.Describe(call[0])}");
        }

        set.Table.Set(call[0], Value.Undefined);
        return call.This;
    }

    private static JsWeakCollection Map(in NativeCall call, string method) => Receiver(call, "WeakMap", method);

    private static JsWeakCollection Set(in NativeCall call, string method) => Receiver(call, "WeakSet", method);

    private static JsWeakCollection Receiver(in NativeCall call, string type, string method) =>
        call.This.Reference is JsWeakCollection collection && collection.ClassName == type
            ? collection
            : throw call.Agent.TypeError($"Method {type}.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");

    /// <summary>ECMAScript CanBeHeldWeakly: objects, and symbols that are not registered.</summary>
    private static bool CanBeHeldWeakly(Agent agent, Value value) =>
        value.IsObject || (value.Reference is Symbol symbol && !SymbolBuiltIns.IsRegistered(agent, symbol));
}

/// <summary>A WeakMap or a WeakSet.</summary>
internal sealed class JsWeakCollection(Shape shape, Limits.Meter meter, string className) : JsObject(shape)
{
    public readonly KeyedTable Table = new(meter);

    public override string ClassName => className;

    internal override long Trace(Tracer tracer)
    {
        Table.Trace(tracer);
        return base.Trace(tracer);
    }
}
