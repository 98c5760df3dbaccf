using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>%TypedArray%.prototype (ECMA-262 §23.2.3), which all kinds of typed arrays share.</summary>
internal static partial class TypedArrayPrototype
{
    public static JsObject Create(Realm realm)
    {
        NativeFunction values = realm.NewFunction("values", 0, static (in NativeCall call) => Iterator(call, "values", IterationKind.Values));
        NativeFunction length = realm.NewFunction("get length", 0, static (in NativeCall call) => View(call, "length").Length);
        realm.TypedArrayLength = length;
        realm.TypedArrayValues = values;
        Value toText = realm[Intrinsic.ArrayPrototype].GetOwnProperty(Atoms.ToStringName, out Property property) ? property.Value : Value.Undefined;
        return ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 48)
            .Getter("buffer", static (in NativeCall call) => View(call, "buffer").Buffer)
            .Getter("byteLength", static (in NativeCall call) => View(call, "byteLength").ByteLength)
            .Getter("byteOffset", static (in NativeCall call) => View(call, "byteOffset") is { IsOutOfBounds: false } view ? view.ByteOffset : 0)
            .Value(Atoms.Length, new Accessor(length, setter: null), PropertyAttributes.Configurable | PropertyAttributes.Accessor)
            .Getter(WellKnownSymbols.ToStringTag, "[Symbol.toStringTag]", static (in NativeCall call) => call.This.Reference is JsTypedArray view ? Value.FromString(view.ClassName) : Value.Undefined)
            .Method("entries", 0, static (in NativeCall call) => Iterator(call, "entries", IterationKind.Entries))
            .Method("keys", 0, static (in NativeCall call) => Iterator(call, "keys", IterationKind.Keys))
            .Value("values", values)
            .Value(WellKnownSymbols.Iterator, values)
            .Method("at", 1, At)
            .Method("set", 1, Set)
            .Method("slice", 2, Slice)
            .Method("subarray", 2, Subarray)
            .Method("fill", 1, Fill)
            .Method("copyWithin", 2, CopyWithin)
            .Method("reverse", 0, Reverse)
            .Method("sort", 1, Sort)
            .Method("with", 2, With)
            .Method("toReversed", 0, ToReversed)
            .Method("toSorted", 1, ToSorted)
            .Method("includes", 1, Includes)
            .Method("indexOf", 1, IndexOf)
            .Method("lastIndexOf", 1, LastIndexOf)
            .Method("join", 1, Join)
            .Method("toLocaleString", 0, ToLocaleString)
            .Value("toString", toText)
            .Method("every", 1, static (in NativeCall call) => Check(call, "every", wanted: false))
            .Method("some", 1, static (in NativeCall call) => Check(call, "some", wanted: true))
            .Method("find", 1, static (in NativeCall call) => Find(call, "find", isBackwards: false, givesIndex: false))
            .Method("findIndex", 1, static (in NativeCall call) => Find(call, "findIndex", isBackwards: false, givesIndex: true))
            .Method("findLast", 1, static (in NativeCall call) => Find(call, "findLast", isBackwards: true, givesIndex: false))
            .Method("findLastIndex", 1, static (in NativeCall call) => Find(call, "findLastIndex", isBackwards: true, givesIndex: true))
            .Method("forEach", 1, ForEach)
            .Method("filter", 1, Filter)
            .Method("map", 1, Map)
            .Method("reduce", 1, static (in NativeCall call) => Reduce(call, "reduce", isBackwards: false))
            .Method("reduceRight", 1, static (in NativeCall call) => Reduce(call, "reduceRight", isBackwards: true))
            .Object;
    }

    /// <summary>The receiver as a typed array, in bounds or not, as the accessors want it.</summary>
    private static JsTypedArray View(in NativeCall call, string name) => call.This.Reference as JsTypedArray
        ?? throw call.Agent.TypeError($"Method get TypedArray.prototype.{name} called on incompatible receiver {Agent.Describe(call.This)}");

    /// <summary>The receiver as a typed array that is in bounds.</summary>
    private static JsTypedArray This(in NativeCall call, string name) => TypedArrayFactory.Validate(call.Agent, call.This, $"%TypedArray%.prototype.{name}");

    private static JsFunction Callback(in NativeCall call) =>
        call[0].Reference as JsFunction ?? throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a function");

    private static Value Iterator(in NativeCall call, string name, IterationKind kind) => ArrayIterator.Create(call.Realm, This(call, name), kind);

    private static Value At(in NativeCall call)
    {
        JsTypedArray array = This(call, "at");
        double length = array.Length;
        double index = call.Agent.ToIntegerOrInfinity(call[0]);
        index = index < 0 ? length + index : index;
        return index < 0 || index >= length ? Value.Undefined : ArrayLike.Get(call.Agent, array, index);
    }

    private static Value Includes(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "includes");
        int length = array.Length;
        if (length == 0)
        {
            return false;
        }

        int start = (int)agent.ToRelativeIndex(call[1], length, 0);
        int end = Math.Min(length, array.Length);
        Value wanted = call[0];
        if (wanted.IsUndefined)
        {
            // What has gone meanwhile reads as undefined.
            return end < length && start < length;
        }

        if (!wanted.IsNumber || !double.IsNaN(wanted.Number))
        {
            return ElementTransfer.IndexOf(agent, array, wanted, start, end) >= 0;
        }

        for (int i = start; i < end; i++)
        {
            agent.Meter.Work(1);
            array.TryGetElement((uint)i, out Value element);
            if (element.IsNumber && double.IsNaN(element.Number))
            {
                return true;
            }
        }

        return false;
    }

    private static Value IndexOf(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "indexOf");
        int length = array.Length;
        if (length == 0)
        {
            return -1;
        }

        int start = (int)agent.ToRelativeIndex(call[1], length, 0);
        return ElementTransfer.IndexOf(agent, array, call[0], start, Math.Min(length, array.Length));
    }

    private static Value LastIndexOf(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "lastIndexOf");
        double length = array.Length;
        if (length == 0)
        {
            return -1;
        }

        double start = call.Count > 1 ? agent.ToIntegerOrInfinity(call[1]) : length - 1;
        start = start < 0 ? length + start : Math.Min(start, length - 1);
        for (double i = Math.Min(start, array.Length - 1); i >= 0; i--)
        {
            agent.Meter.Work(1);
            array.TryGetElement((uint)i, out Value element);
            if (Value.StrictEquals(element, call[0]))
            {
                return i;
            }
        }

        return -1;
    }

    private static Value Join(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray array = This(call, "join");
        double length = array.Length;
        JsString separator = call[0].IsUndefined ? JsString.FromChar(',') : agent.ToJsString(call[0]);
        return new ArrayJoin(agent, separator).Run(array, length);
    }

    private static Value ToLocaleString(in NativeCall call)
    {
        JsTypedArray array = This(call, "toLocaleString");
        return new ArrayJoin(call.Agent, JsString.FromChar(','), [call[0], call[1]]).Run(array, array.Length);
    }
}
