using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>An iterator over a Map or a Set (ECMA-262 §24.1.5, §24.2.6). The table's cursor makes it follow additions and removals.</summary>
internal sealed class TableIterator(Shape shape, KeyedTable table, Cell owner, IterationKind kind) : BuiltInIterator(shape)
{
    public static readonly NativeMethod NextInMap = (in NativeCall call) => Next(call, isSet: false);
    public static readonly NativeMethod NextInSet = (in NativeCall call) => Next(call, isSet: true);

    /// <summary>The Map or Set; null when the end was reached.</summary>
    private Cell? _owner = owner;
    private long _cursor;

    public override string ClassName => IsOfSet ? "Set Iterator" : "Map Iterator";

    public override NativeMethod OriginalNext => IsOfSet ? NextInSet : NextInMap;

    public override Cell? Source => _owner;

    public IterationKind Gives => kind;

    private bool IsOfSet { get; } = owner is JsSet;

    public static Value Create(Realm realm, JsMap map, IterationKind kind)
    {
        realm.Meter.Allocate(ModelBytes.Object + 40);
        return new TableIterator(realm.ShapeOf(Intrinsic.MapIteratorPrototype), map.Table, map, kind);
    }

    /// <summary>Iterates over a Set, whose elements are keys and values at once.</summary>
    public static Value Create(Realm realm, JsSet set, IterationKind kind)
    {
        realm.Meter.Allocate(ModelBytes.Object + 40);
        return new TableIterator(realm.ShapeOf(Intrinsic.SetIteratorPrototype), set.Table, set, kind == IterationKind.Values ? IterationKind.Keys : kind);
    }

    public override bool MoveNext(Agent agent, out Value value)
    {
        if (_owner is null || !table.MoveNext(ref _cursor, out Value key, out Value mapped))
        {
            _owner = null;
            value = Value.Undefined;
            return false;
        }

        value = kind switch
        {
            IterationKind.Keys => key,
            IterationKind.Values => mapped,
            _ => agent.Realm.NewArray([key, IsOfSet ? key : mapped]),
        };
        return true;
    }

    /// <summary>Looks at what is still to come without moving; a cursor of null stands at the next entry.</summary>
    public bool Peek(ref long? cursor, out Value key, out Value value)
    {
        long position = cursor ?? _cursor;
        key = value = Value.Undefined;
        bool found = _owner is not null && table.MoveNext(ref position, out key, out value);
        cursor = position;
        value = IsOfSet ? key : value;
        return found;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(_owner);
        return base.Trace(tracer) + 40;
    }

    private static Value Next(in NativeCall call, bool isSet)
    {
        if (call.This.Reference is TableIterator iterator && iterator.IsOfSet == isSet)
        {
            return iterator.Step(call.Agent);
        }

        throw call.Agent.TypeError($"Method {(isSet ? "Set" : "Map")} Iterator.prototype.next called on incompatible receiver {Agent.Describe(call.This)}");
    }
}
