using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Methods that call a function for each element.</content>
internal static partial class ArrayPrototype
{
    private static Value ForEach(in NativeCall call)
    {
        JsObject target = Prepare(call, "forEach", out double length, out JsFunction callback);
        return call.Agent.Start(new ForEachFrame(target, length, callback, call[1]));
    }

    private static Value Map(in NativeCall call)
    {
        JsObject target = Prepare(call, "map", out double length, out JsFunction callback);
        JsObject result = SpeciesCreate(call.Agent, target, length, out bool isPlain);
        if (isPlain && target is JsArray source)
        {
            ((JsArray)result).Reserve(source.Count);
        }

        return call.Agent.Start(new MapFrame(target, length, callback, call[1], result, isPlain));
    }

    private static Value Filter(in NativeCall call)
    {
        JsObject target = Prepare(call, "filter", out double length, out JsFunction callback);
        return call.Agent.Start(new FilterFrame(target, length, callback, call[1], SpeciesCreate(call.Agent, target, 0)));
    }

    private static Value Some(in NativeCall call)
    {
        JsObject target = Prepare(call, "some", out double length, out JsFunction callback);
        return call.Agent.Start(new SomeFrame(target, length, callback, call[1], wanted: true));
    }

    private static Value Every(in NativeCall call)
    {
        JsObject target = Prepare(call, "every", out double length, out JsFunction callback);
        return call.Agent.Start(new SomeFrame(target, length, callback, call[1], wanted: false));
    }

    private static Value Find(in NativeCall call) => Find(call, "find", isBackwards: false, givesIndex: false);

    private static Value FindIndex(in NativeCall call) => Find(call, "findIndex", isBackwards: false, givesIndex: true);

    private static Value FindLast(in NativeCall call) => Find(call, "findLast", isBackwards: true, givesIndex: false);

    private static Value FindLastIndex(in NativeCall call) => Find(call, "findLastIndex", isBackwards: true, givesIndex: true);

    private static Value Find(in NativeCall call, string name, bool isBackwards, bool givesIndex)
    {
        JsObject target = Prepare(call, name, out double length, out JsFunction callback);
        return call.Agent.Start(new FindFrame(target, length, callback, call[1], isBackwards, givesIndex));
    }

    private static Value Reduce(in NativeCall call)
    {
        JsObject target = Prepare(call, "reduce", out double length, out JsFunction callback);
        return call.Agent.Start(new ReduceFrame(target, length, callback, call.Count > 1 ? call[1] : Value.Hole, isBackwards: false));
    }

    private static Value ReduceRight(in NativeCall call)
    {
        JsObject target = Prepare(call, "reduceRight", out double length, out JsFunction callback);
        return call.Agent.Start(new ReduceFrame(target, length, callback, call.Count > 1 ? call[1] : Value.Hole, isBackwards: true));
    }

    private static Value FlatMap(in NativeCall call)
    {
        JsObject target = Target(call, "flatMap");
        double length = call.Agent.LengthOf(target);
        JsFunction callback = call[0].Reference as JsFunction ?? throw call.Agent.TypeError("flatMap mapper function is not callable");
        return call.Agent.Start(new FlatMapFrame(target, length, callback, call[1], SpeciesCreate(call.Agent, target, 0)));
    }

    private static Value Flat(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject target = Target(call, "flat");
        double length = agent.LengthOf(target);
        double depth = call[0].IsUndefined ? 1 : agent.ToIntegerOrInfinity(call[0]);
        JsObject result = SpeciesCreate(agent, target, 0);
        ArrayFlattening.Flatten(agent, result, 0, target, length, depth);
        return result;
    }

    /// <summary>The steps these methods begin with: the object, its length, and the function.</summary>
    private static JsObject Prepare(in NativeCall call, string name, out double length, out JsFunction callback)
    {
        JsObject target = Target(call, name);
        length = call.Agent.LengthOf(target);
        callback = Callback(call);
        return target;
    }
}
