using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>
/// What lists and copies properties. Plain objects are read slot by slot; all others through their internal methods.
/// Results are charged for as a whole before they are built: a trace in between would not see them.
/// </content>
internal static partial class ObjectConstructor
{
    /// <summary>What a text made from an index is charged as.</summary>
    public const long IndexTextBytes = 96;

    private enum Listing
    {
        Keys,
        Values,
        Entries,
    }

    private static Value Keys(in NativeCall call) => List(call.Agent, call.Agent.ToObject(call[0]), Listing.Keys);

    private static Value Values(in NativeCall call) => List(call.Agent, call.Agent.ToObject(call[0]), Listing.Values);

    private static Value Entries(in NativeCall call) => List(call.Agent, call.Agent.ToObject(call[0]), Listing.Entries);

    private static Value GetOwnPropertyNames(in NativeCall call) => OwnKeyValues(call, isSymbol: false);

    private static Value GetOwnPropertySymbols(in NativeCall call) => OwnKeyValues(call, isSymbol: true);

    private static Value OwnKeyValues(in NativeCall call, bool isSymbol)
    {
        List<PropertyKey> keys = call.Agent.OwnKeys(call.Agent.ToObject(call[0]));
        call.Agent.Meter.Allocate(IndexTextBytes * keys.Count);
        JsArray result = call.Realm.NewArray();
        foreach (PropertyKey key in keys)
        {
            if (key.IsSymbol == isSymbol)
            {
                result.Append(key.ToValue());
            }
        }

        return result;
    }

    /// <summary>EnumerableOwnProperties, ECMA-262 §7.3.23.</summary>
    private static Value List(Agent agent, JsObject instance, Listing listing)
    {
        if (instance.IsPlain && ListSlots(agent, instance, listing) is { } listed)
        {
            return listed;
        }

        if (instance is JsArray { IsDense: true } array && array.Shape.Count == 0)
        {
            return ListItems(agent, array, listing);
        }

        return ListSlowly(agent, instance, listing);
    }

    /// <summary>Lists the slots of a plain object; null where an accessor is among them.</summary>
    private static JsArray? ListSlots(Agent agent, JsObject instance, Listing listing)
    {
        Shape shape = instance.Shape;
        int slots = shape.Count;
        int count = 0;
        agent.Meter.Work(slots);
        for (int slot = 0; slot < slots; slot++)
        {
            if (shape.KeyAt(slot, out PropertyAttributes attributes) is Atom && (attributes & PropertyAttributes.Enumerable) != 0)
            {
                if (listing != Listing.Keys && (attributes & PropertyAttributes.Accessor) != 0)
                {
                    return null;
                }

                count++;
            }
        }

        Charge(agent, count, listing);
        var items = new Value[count];
        Shape pairShape = agent.Realm.ShapeOf(Intrinsic.ArrayPrototype);
        int next = 0;
        for (int slot = 0; next < count; slot++)
        {
            if (shape.KeyAt(slot, out PropertyAttributes attributes) is Atom name && (attributes & PropertyAttributes.Enumerable) != 0)
            {
                items[next++] = listing switch
                {
                    Listing.Keys => name.Text,
                    Listing.Values => instance.ValueAt(slot),
                    _ => new JsArray(pairShape, [name.Text, instance.ValueAt(slot)], 2),
                };
            }
        }

        return agent.Realm.NewArray(items);
    }

    private static JsArray ListItems(Agent agent, JsArray array, Listing listing)
    {
        ReadOnlySpan<Value> source = array.Items.AsSpan(0, array.Count);
        int count = 0;
        agent.Meter.Work(source.Length);
        foreach (ref readonly Value item in source)
        {
            count += item.IsHole ? 0 : 1;
        }

        Charge(agent, count, listing);
        agent.Meter.Allocate(listing == Listing.Values ? 0 : IndexTextBytes * count);
        var items = new Value[count];
        Shape pairShape = agent.Realm.ShapeOf(Intrinsic.ArrayPrototype);
        int next = 0;
        for (int i = 0; i < source.Length; i++)
        {
            if (!source[i].IsHole)
            {
                items[next++] = listing switch
                {
                    Listing.Keys => new PropertyKey((uint)i).ToValue(),
                    Listing.Values => source[i],
                    _ => new JsArray(pairShape, [new PropertyKey((uint)i).ToValue(), source[i]], 2),
                };
            }
        }

        return agent.Realm.NewArray(items);
    }

    private static JsArray ListSlowly(Agent agent, JsObject instance, Listing listing)
    {
        List<PropertyKey> keys = agent.OwnKeys(instance);
        agent.Meter.Allocate(IndexTextBytes * keys.Count);
        Charge(agent, keys.Count, listing);
        JsArray result = agent.Realm.NewArray();
        Shape pairShape = agent.Realm.ShapeOf(Intrinsic.ArrayPrototype);
        foreach (PropertyKey key in keys)
        {
            if (key.IsSymbol || !instance.GetOwnProperty(key, out Property property) || !property.IsEnumerable)
            {
                continue;
            }

            agent.Meter.Work(1);
            if (listing == Listing.Keys)
            {
                result.Append(key.ToValue());
                continue;
            }

            Value value = property.IsAccessor || instance.IsProxy ? agent.Get(instance, key) : property.Value;
            result.Append(listing == Listing.Values ? value : new JsArray(pairShape, [key.ToValue(), value], 2));
        }

        return result;
    }

    private static void Charge(Agent agent, int count, Listing listing)
    {
        agent.Meter.Work(count);
        agent.Meter.Allocate(listing == Listing.Entries ? (ModelBytes.Array + ModelBytes.Values(2)) * count : 0);
    }

    private static Value Assign(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = agent.ToObject(call[0]);
        for (int i = 1; i < call.Count; i++)
        {
            if (!call[i].IsNullish)
            {
                CopyEnumerable(agent, target, agent.ToObject(call[i]));
            }
        }

        return target;
    }

    private static void CopyEnumerable(Agent agent, JsObject target, JsObject source)
    {
        foreach (PropertyKey key in agent.OwnKeys(source))
        {
            if (source.GetOwnProperty(key, out Property property) && property.IsEnumerable)
            {
                agent.Set(target, key, property.IsAccessor || source.IsProxy ? agent.Get(source, key) : property.Value);
            }
        }
    }

    private static Value FromEntries(in NativeCall call)
    {
        if (call[0].IsNullish)
        {
            throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not iterable");
        }

        return call.Agent.Start(new FromEntriesFrame(call[0], call.Realm.NewObject()));
    }

    private static Value GroupBy(in NativeCall call)
    {
        if (call[0].IsNullish)
        {
            throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not iterable");
        }

        JsFunction callback = call[1].Reference as JsFunction ?? throw call.Agent.TypeError($"{Agent.Describe(call[1])} is not a function");
        return call.Agent.Start(new GroupByFrame(call[0], callback, call.Realm.NewObject(prototype: null)));
    }

    /// <summary>Object.fromEntries, ECMA-262 §20.1.2.7.</summary>
    private sealed class FromEntriesFrame(Value iterable, JsObject result) : IterationFrame(iterable)
    {
        public override void Trace(Tracer tracer)
        {
            tracer.Visit(result);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            if (value.Reference is not JsObject entry)
            {
                throw agent.TypeError($"Iterator value {Agent.Describe(value)} is not an entry object");
            }

            Value key = ElementOf(agent, entry, 0);
            Value element = ElementOf(agent, entry, 1);
            result.Put(agent.ToPropertyKey(key), element);
            return true;
        }

        protected override Value OnDone(Agent agent) => result;

        private static Value ElementOf(Agent agent, JsObject entry, uint index) =>
            entry is JsArray pair && pair.TryGetDense(index, out Value element) ? element : agent.Get(entry, index);
    }

    /// <summary>Object.groupBy, ECMA-262 §20.1.2.13. The groups are gathered in the result itself.</summary>
    private sealed class GroupByFrame(Value items, JsFunction callback, JsObject groups) : IterationFrame(items)
    {
        private Value _item = Value.Undefined;
        private double _index;

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(callback);
            tracer.Visit(groups);
            tracer.Visit(_item);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            _item = value;
            return Call(agent, callback, Value.Undefined, [value, _index++]);
        }

        protected override bool OnCallResult(Agent agent, Value result)
        {
            PropertyKey key = agent.ToPropertyKey(result);
            if (!groups.GetOwnProperty(key, out Property group))
            {
                JsArray members = agent.Realm.NewArray();
                members.Append(_item);
                groups.Put(key, members);
            }
            else
            {
                ((JsArray)group.Value.Reference!).Append(_item);
            }

            return true;
        }

        protected override Value OnDone(Agent agent) => groups;
    }
}
