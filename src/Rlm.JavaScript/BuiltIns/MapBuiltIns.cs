using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Map (ECMA-262 §24.1).</summary>
internal static class MapBuiltIns
{
    /// <summary>The code of <c>set</c>.</summary>
    public static readonly NativeMethod SettingMethod = Set;

    /// <summary>Methods that look at no value.</summary>
    public static IEnumerable<NativeMethod> ReadingKeys => [Get, Has, GetSize, Keys, Delete];

    public static JsObject CreatePrototype(Realm realm)
    {
        NativeFunction entries = realm.NewFunction("entries", 0, Entries);
        return ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 14)
            .Method("get", 1, Get)
            .Method("set", 2, SettingMethod)
            .Method("has", 1, Has)
            .Method("delete", 1, Delete)
            .Method("clear", 0, Clear)
            .Value("entries", entries)
            .Method("forEach", 1, ForEach)
            .Method("keys", 0, Keys)
            .Getter("size", GetSize)
            .Method("values", 0, Values)
            .Tag("Map")
            .Value(WellKnownSymbols.Iterator, entries)
            .Object;
    }

    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Map", 0, Construct))
            .Constructs(realm[Intrinsic.MapPrototype])
            .Method("groupBy", 2, GroupBy)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", (in NativeCall call) => call.This)
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError("Constructor Map requires 'new'");
        }

        Shape shape = agent.ShapeFor(call.NewTarget, Intrinsic.MapPrototype);
        agent.Meter.Allocate(ModelBytes.Object + 72);
        var map = new JsMap(shape, agent.Meter);
        if (call[0].IsNullish)
        {
            return map;
        }

        JsFunction adder = Adder(agent, map, Atoms.Set);
        return agent.Start(new MapEntriesFrame(call[0], map, adder, IsOriginal(adder, SettingMethod) ? map.Table : null));
    }

    /// <summary>The method by which constructors of keyed collections add, which a subclass may override.</summary>
    internal static JsFunction Adder(Agent agent, JsObject collection, Atom name)
    {
        Value adder = agent.Get(collection, name);
        return adder.Reference as JsFunction
            ?? throw agent.TypeError($"'{Agent.Describe(adder)}' returned for property '{name}' of object '#<{collection.ClassName}>' is not a function");
    }

    internal static bool IsOriginal(JsFunction function, NativeMethod method) =>
        function is NativeFunction native && ReferenceEquals(native.Method, method);

    private static KeyedTable Table(in NativeCall call, string method) => Receiver(call, method).Table;

    private static JsMap Receiver(in NativeCall call, string method) =>
        call.This.Reference as JsMap
        ?? throw call.Agent.TypeError($"Method Map.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");

    private static Value Get(in NativeCall call)
    {
        Table(call, "get").TryGet(call[0], out Value value);
        return value;
    }

    private static Value Set(in NativeCall call)
    {
        Table(call, "set").Set(call[0], call[1]);
        return call.This;
    }

    private static Value Has(in NativeCall call) => Table(call, "has").Contains(call[0]);

    private static Value Delete(in NativeCall call) => Table(call, "delete").Remove(call[0]);

    private static Value Clear(in NativeCall call)
    {
        Table(call, "clear").Clear();
        return Value.Undefined;
    }

    private static Value GetSize(in NativeCall call) => Table(call, "size").Count;

    private static Value Keys(in NativeCall call) => TableIterator.Create(call.Realm, Receiver(call, "keys"), IterationKind.Keys);

    private static Value Values(in NativeCall call) => TableIterator.Create(call.Realm, Receiver(call, "values"), IterationKind.Values);

    private static Value Entries(in NativeCall call) => TableIterator.Create(call.Realm, Receiver(call, "entries"), IterationKind.Entries);

    private static Value ForEach(in NativeCall call)
    {
        JsMap map = Receiver(call, "forEach");
        JsFunction callback = call[0].Reference as JsFunction ?? throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a function");
        return call.Agent.Start(new TableForEachFrame(map, map.Table, callback, call[1]));
    }

    private static Value GroupBy(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call[0].IsNullish)
        {
            throw IterationFrame.NotIterable(agent, call[0]);
        }

        JsFunction callback = call[1].Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(call[1])} is not a function");
        agent.Meter.Allocate(ModelBytes.Object + 72);
        return agent.Start(new MapGroupByFrame(call[0], callback, new JsMap(call.Realm.ShapeOf(Intrinsic.MapPrototype), agent.Meter)));
    }
}

/// <summary>AddEntriesFromIterable (ECMA-262 §24.1.1.2) for Map and WeakMap.</summary>
/// <param name="entries">The iterable.</param>
/// <param name="collection">What is filled.</param>
/// <param name="adder">The method that adds an entry.</param>
/// <param name="table">The table to add to where that is all the method does; else null.</param>
internal sealed class MapEntriesFrame(Value entries, JsObject collection, JsFunction adder, KeyedTable? table) : IterationFrame(entries)
{
    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(collection);
        tracer.Visit(adder);
    }

    protected override bool OnValue(Agent agent, Value value)
    {
        JsObject entry = value.Reference as JsObject ?? throw agent.TypeError($"Iterator value {Agent.Describe(value)} is not an entry object");
        Value key = ArrayLike.Get(agent, entry, 0);
        Value mapped = ArrayLike.Get(agent, entry, 1);
        if (table is null)
        {
            return Call(agent, adder, collection, [key, mapped]);
        }

        table.Set(key, mapped);
        return true;
    }

    protected override Value OnDone(Agent agent) => collection;
}

/// <summary><c>Map.groupBy</c> (ECMA-262 §24.1.2.1).</summary>
internal sealed class MapGroupByFrame(Value items, JsFunction callback, JsMap groups) : IterationFrame(items)
{
    private double _index;
    private Value _item;

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(callback);
        tracer.Visit(groups);
        tracer.Visit(_item);
    }

    protected override bool OnValue(Agent agent, Value value)
    {
        _item = value;
        return Call(agent, callback, Value.Undefined, [value, _index++]);
    }

    protected override bool OnCallResult(Agent agent, Value key)
    {
        JsArray group;
        if (groups.Table.TryGet(key, out Value known))
        {
            group = (JsArray)known.AsObject();
        }
        else
        {
            group = agent.Realm.NewArray();
            groups.Table.Set(key, group);
        }

        group.Append(_item);
        return true;
    }

    protected override Value OnDone(Agent agent) => groups;
}
