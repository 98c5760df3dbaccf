using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// <c>Array.prototype</c> (ECMA-262 §23.1.3). Every method works on any array-like object as the specification has it, and has a faster way for dense arrays
/// where the difference cannot be seen.
/// </summary>
internal static partial class ArrayPrototype
{
    private static readonly NativeMethod ToStringMethod = ToStringOf;
    private static readonly NativeMethod ToLocaleStringMethod = ToLocaleString;
    private static readonly NativeMethod JoinMethod = Join;

    /// <summary>The code of <c>push</c>.</summary>
    public static readonly NativeMethod AppendingMethod = Push;

    /// <summary>Methods that look at elements, but not into them.</summary>
    public static IEnumerable<NativeMethod> ReadingElements =>
    [
        At, Concat, CopyWithin, Fill, Find, FindIndex, FindLast, FindLastIndex, LastIndexOf, Pop, Reverse, Shift, Unshift, Slice, Splice, Includes, IndexOf,
        Keys, Entries, Values, ForEach, Filter, FlatMap, Map, Every, Some, Reduce, ReduceRight, ToReversed, ToSpliced, With,
    ];

    public static JsObject Create(Realm realm)
    {
        // The prototype is itself an array (ECMA-262 §23.1.3), which code that is old enough relies on.
        var prototype = new JsArray(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype], capacity: 48));
        JsObject values = realm[Intrinsic.ArrayPrototypeValues];
        return ObjectBuilder.On(realm, prototype)
            .Method("at", 1, At)
            .Method("concat", 1, Concat)
            .Method("copyWithin", 2, CopyWithin)
            .Method("fill", 1, Fill)
            .Method("find", 1, Find)
            .Method("findIndex", 1, FindIndex)
            .Method("findLast", 1, FindLast)
            .Method("findLastIndex", 1, FindLastIndex)
            .Method("lastIndexOf", 1, LastIndexOf)
            .Method("pop", 0, Pop)
            .Method("push", 1, AppendingMethod)
            .Method("reverse", 0, Reverse)
            .Method("shift", 0, Shift)
            .Method("unshift", 1, Unshift)
            .Method("slice", 2, Slice)
            .Method("sort", 1, Sort)
            .Method("splice", 2, Splice)
            .Method("includes", 1, Includes)
            .Method("indexOf", 1, IndexOf)
            .Method("join", 1, JoinMethod)
            .Method("keys", 0, Keys)
            .Method("entries", 0, Entries)
            .Value("values", values)
            .Method("forEach", 1, ForEach)
            .Method("filter", 1, Filter)
            .Method("flat", 0, Flat)
            .Method("flatMap", 1, FlatMap)
            .Method("map", 1, Map)
            .Method("every", 1, Every)
            .Method("some", 1, Some)
            .Method("reduce", 1, Reduce)
            .Method("reduceRight", 1, ReduceRight)
            .Method("toLocaleString", 0, ToLocaleStringMethod)
            .Method("toReversed", 0, ToReversed)
            .Method("toSorted", 1, ToSorted)
            .Method("toSpliced", 2, ToSpliced)
            .Method("toString", 0, ToStringMethod)
            .Method("with", 2, With)
            .Value(WellKnownSymbols.Iterator, values)
            .Value(WellKnownSymbols.Unscopables, CreateUnscopables(realm), PropertyAttributes.Configurable)
            .Object;
    }

    /// <summary>Makes <c>Array.prototype.values</c>, which is also its <c>Symbol.iterator</c>.</summary>
    public static JsObject CreateValues(Realm realm) => realm.NewFunction("values", 0, Values);

    private static JsObject CreateUnscopables(Realm realm)
    {
        JsObject names = realm.NewObject(prototype: null);
        foreach (string name in (ReadOnlySpan<string>)["at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex", "flat", "flatMap", "includes", "keys", "toReversed", "toSorted", "toSpliced", "values"])
        {
            names.Put(realm.Key(name), Value.True);
        }

        return names;
    }

    private static JsObject Target(in NativeCall call, string method) =>
        call.This.IsNullish ? throw call.Agent.TypeError($"Array.prototype.{method} called on null or undefined") : call.Agent.ToObject(call.This);

    private static JsFunction Callback(in NativeCall call) =>
        call[0].Reference as JsFunction ?? throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a function");

    /// <summary>Copies values in batches, each accounted for.</summary>
    private static void Copy(Agent agent, ReadOnlySpan<Value> source, Span<Value> target)
    {
        for (int start = 0; start < source.Length; start += ArrayLike.Batch)
        {
            int count = Math.Min(ArrayLike.Batch, source.Length - start);
            agent.Meter.Work(1 + (count / 4));
            source.Slice(start, count).CopyTo(target[start..]);
        }
    }

    /// <summary>
    /// ECMAScript ArraySpeciesCreate. Where it makes a plain array, that comes without a length, to be filled by appending;
    /// who fills it sets the length at the end.
    /// </summary>
    private static JsObject SpeciesCreate(Agent agent, JsObject original, double length) => SpeciesCreate(agent, original, length, out _);

    private static JsObject SpeciesCreate(Agent agent, JsObject original, double length, out bool isPlain)
    {
        isPlain = false;
        if (agent.IsArray(original))
        {
            Value constructor = agent.Get(original, Atoms.Constructor);
            if (constructor.Reference is JsObject type && !ArrayConstructor.HasOriginalSpecies(agent.Realm, type))
            {
                constructor = agent.Get(type, WellKnownSymbols.Species);
                constructor = constructor.IsNull ? Value.Undefined : constructor;
                if (!constructor.IsUndefined)
                {
                    return constructor.Reference is JsFunction { IsConstructor: true } species
                        ? agent.Construct(species, [length])
                        : throw agent.TypeError("object.constructor[Symbol.species] is not a constructor");
                }
            }
            else if (!constructor.IsUndefined && !constructor.IsObject)
            {
                throw agent.TypeError($"{Agent.Describe(constructor)} is not a constructor");
            }
        }

        isPlain = true;
        return length <= ArrayLike.MaxArrayLength ? agent.Realm.NewArray() : throw ArrayLike.InvalidLength(agent);
    }
}
