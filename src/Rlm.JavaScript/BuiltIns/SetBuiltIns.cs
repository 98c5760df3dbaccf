using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Set (ECMA-262 §24.2).</summary>
internal static partial class SetBuiltIns
{
    private static readonly NativeMethod AddMethod = Add;

    /// <summary>Methods that look at no element.</summary>
    public static IEnumerable<NativeMethod> ReadingKeys => [Has, Add, Delete, GetSize];

    public static JsObject CreatePrototype(Realm realm)
    {
        NativeFunction values = realm.NewFunction("values", 0, Values);
        return ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 20)
            .Method("has", 1, Has)
            .Method("add", 1, AddMethod)
            .Method("delete", 1, Delete)
            .Method("clear", 0, Clear)
            .Method("entries", 0, Entries)
            .Method("forEach", 1, ForEach)
            .Getter("size", GetSize)
            .Value("values", values)
            .Value("keys", values)
            .Tag("Set")
            .Value(WellKnownSymbols.Iterator, values)
            .Method("union", 1, Union)
            .Method("intersection", 1, Intersection)
            .Method("difference", 1, Difference)
            .Method("symmetricDifference", 1, SymmetricDifference)
            .Method("isSubsetOf", 1, IsSubsetOf)
            .Method("isSupersetOf", 1, IsSupersetOf)
            .Method("isDisjointFrom", 1, IsDisjointFrom)
            .Object;
    }

    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Set", 0, Construct))
            .Constructs(realm[Intrinsic.SetPrototype])
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", (in NativeCall call) => call.This)
            .Object;

    /// <summary>Makes an empty plain Set.</summary>
    internal static JsSet NewSet(Agent agent)
    {
        agent.Meter.Allocate(ModelBytes.Object + 72);
        return new JsSet(agent.Realm.ShapeOf(Intrinsic.SetPrototype), agent.Meter);
    }

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError("Constructor Set requires 'new'");
        }

        Shape shape = agent.ShapeFor(call.NewTarget, Intrinsic.SetPrototype);
        agent.Meter.Allocate(ModelBytes.Object + 72);
        var set = new JsSet(shape, agent.Meter);
        if (call[0].IsNullish)
        {
            return set;
        }

        JsFunction adder = MapBuiltIns.Adder(agent, set, Atoms.Add);
        return agent.Start(new SetElementsFrame(call[0], set, adder, MapBuiltIns.IsOriginal(adder, AddMethod) ? set.Table : null));
    }

    private static JsSet Receiver(in NativeCall call, string method) =>
        call.This.Reference as JsSet
        ?? throw call.Agent.TypeError($"Method Set.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");

    private static Value Has(in NativeCall call) => Receiver(call, "has").Table.Contains(call[0]);

    private static Value Add(in NativeCall call)
    {
        Receiver(call, "add").Table.Set(call[0], Value.Undefined);
        return call.This;
    }

    private static Value Delete(in NativeCall call) => Receiver(call, "delete").Table.Remove(call[0]);

    private static Value Clear(in NativeCall call)
    {
        Receiver(call, "clear").Table.Clear();
        return Value.Undefined;
    }

    private static Value GetSize(in NativeCall call) => Receiver(call, "size").Table.Count;

    private static Value Values(in NativeCall call) => TableIterator.Create(call.Realm, Receiver(call, "values"), IterationKind.Values);

    private static Value Entries(in NativeCall call) => TableIterator.Create(call.Realm, Receiver(call, "entries"), IterationKind.Entries);

    private static Value ForEach(in NativeCall call)
    {
        JsSet set = Receiver(call, "forEach");
        JsFunction callback = call[0].Reference as JsFunction ?? throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a function");
        return call.Agent.Start(new TableForEachFrame(set, set.Table, callback, call[1]));
    }
}

/// <summary>The constructor of Set and WeakSet over an iterable (ECMA-262 §24.2.2.1).</summary>
/// <param name="elements">The iterable.</param>
/// <param name="collection">What is filled.</param>
/// <param name="adder">The method that adds an element.</param>
/// <param name="table">The table to add to where that is all the method does; else null.</param>
internal sealed class SetElementsFrame(Value elements, JsObject collection, JsFunction adder, KeyedTable? table) : IterationFrame(elements)
{
    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(collection);
        tracer.Visit(adder);
    }

    protected override bool OnValue(Agent agent, Value value)
    {
        if (table is null)
        {
            return Call(agent, adder, collection, [value]);
        }

        table.Set(value, Value.Undefined);
        return true;
    }

    protected override Value OnDone(Agent agent) => collection;
}
