using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <content>Methods that call a function for each element, and sorting.</content>
internal static partial class TypedArrayPrototype
{
    private static Value ForEach(in NativeCall call)
    {
        JsTypedArray array = This(call, "forEach");
        return call.Agent.Start(new ForEachFrame(array, array.Length, Callback(call), call[1]) { CountsMissing = true });
    }

    private static Value Check(in NativeCall call, string name, bool wanted)
    {
        JsTypedArray array = This(call, name);
        return call.Agent.Start(new SomeFrame(array, array.Length, Callback(call), call[1], wanted) { CountsMissing = true });
    }

    private static Value Find(in NativeCall call, string name, bool isBackwards, bool givesIndex)
    {
        JsTypedArray array = This(call, name);
        return call.Agent.Start(new FindFrame(array, array.Length, Callback(call), call[1], isBackwards, givesIndex));
    }

    private static Value Reduce(in NativeCall call, string name, bool isBackwards)
    {
        JsTypedArray array = This(call, name);
        return call.Agent.Start(new ReduceFrame(array, array.Length, Callback(call), call.Count > 1 ? call[1] : Value.Hole, isBackwards) { CountsMissing = true });
    }

    private static Value Map(in NativeCall call)
    {
        JsTypedArray array = This(call, "map");
        JsFunction callback = Callback(call);
        double length = array.Length;
        return call.Agent.Start(new TypedMapFrame(array, length, callback, call[1], TypedArrayFactory.CreateLike(call.Agent, array, length)) { CountsMissing = true });
    }

    private static Value Filter(in NativeCall call)
    {
        JsTypedArray array = This(call, "filter");
        return call.Agent.Start(new TypedFilterFrame(array, array.Length, Callback(call), call[1], call.Realm.NewArray()) { CountsMissing = true });
    }

    private static Value Sort(in NativeCall call)
    {
        JsFunction? comparer = Comparer(call);
        JsTypedArray array = This(call, "sort");
        return Sort(call.Agent, array, array, comparer);
    }

    private static Value ToSorted(in NativeCall call)
    {
        JsFunction? comparer = Comparer(call);
        JsTypedArray array = This(call, "toSorted");
        return Sort(call.Agent, array, Copy(call.Agent, array), comparer);
    }

    private static Value Sort(Agent agent, JsTypedArray source, JsTypedArray target, JsFunction? comparer)
    {
        if (comparer is null || source.Length < 2)
        {
            ElementSort.Sort(agent, target);
            return target;
        }

        int length = source.Length;
        agent.Meter.Allocate(ModelBytes.Values(length));
        agent.Meter.Work(length);
        var items = new Value[length];
        for (int i = 0; i < length; i++)
        {
            source.TryGetElement((uint)i, out items[i]);
        }

        return agent.Start(new TypedSortFrame(target, comparer, new MergeSort<Value>(agent.Meter, items, length)));
    }

    private static JsFunction? Comparer(in NativeCall call) => call[0].Reference switch
    {
        JsFunction function => function,
        { Kind: CellKind.Undefined } => null,
        _ => throw call.Agent.TypeError("The comparison function must be either a function or undefined"),
    };

    private sealed class TypedMapFrame(JsTypedArray source, double length, JsFunction callback, Value thisArgument, JsTypedArray result)
        : ArrayCallbackFrame(source, length, callback, thisArgument)
    {
        public override void Trace(Tracer tracer)
        {
            base.Trace(tracer);
            tracer.Visit(result);
        }

        protected override bool Take(Agent agent, ref Value value)
        {
            agent.SetElement(result, (uint)Index, value);
            return false;
        }

        protected override Value Complete(Agent agent) => result;
    }

    /// <summary>Keeps the elements aside, as the length of the result is known only at the end.</summary>
    private sealed class TypedFilterFrame(JsTypedArray source, double length, JsFunction callback, Value thisArgument, JsArray kept)
        : ArrayCallbackFrame(source, length, callback, thisArgument)
    {
        public override void Trace(Tracer tracer)
        {
            base.Trace(tracer);
            tracer.Visit(kept);
        }

        protected override bool Take(Agent agent, ref Value value)
        {
            if (value.ToBoolean())
            {
                kept.Append(Element);
            }

            return false;
        }

        protected override Value Complete(Agent agent)
        {
            JsTypedArray result = TypedArrayFactory.CreateLike(agent, source, kept.Count);
            agent.Meter.Work(kept.Count);
            for (int i = 0; i < kept.Count; i++)
            {
                agent.SetElement(result, (uint)i, kept.Items[i]);
            }

            return result;
        }
    }

    private sealed class TypedSortFrame(JsTypedArray target, JsFunction comparer, MergeSort<Value> order) : NativeFrame
    {
        private bool _isCalling;

        public override bool Resume(Agent agent, ref Value value)
        {
            bool isLess = _isCalling && agent.ToNumber(value) < 0;
            _isCalling = true;
            while (order.Advance(isLess))
            {
                if (!agent.TryCall(comparer, Value.Undefined, [order.Later, order.Earlier], out value))
                {
                    return false;
                }

                isLess = agent.ToNumber(value) < 0;
            }

            agent.Meter.Work(order.Count);
            for (int i = 0; i < order.Count; i++)
            {
                target.SetElement((uint)i, order.Items[i]);
            }

            value = target;
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(target);
            tracer.Visit(comparer);
            tracer.Visit(order.Items);
            tracer.Visit(order.Scratch);
            tracer.Visit(order.Later);
            tracer.Visit(order.Earlier);
        }
    }
}
