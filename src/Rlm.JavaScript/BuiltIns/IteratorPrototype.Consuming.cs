using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>The methods that walk through the iterator.</content>
internal static partial class IteratorPrototype
{
    private static Value Reduce(in NativeCall call)
    {
        JsObject iterator = ThisIterator(call, "reduce");
        JsFunction reducer = Callback(call, iterator);
        return call.Agent.Start(new ReduceIterationFrame(IteratorRecord.Of(call.Agent, iterator), reducer, call.Count > 1, call[1]));
    }

    private static Value ToArray(in NativeCall call)
    {
        JsObject iterator = ThisIterator(call, "toArray");
        return call.Agent.Start(new ToArrayFrame(IteratorRecord.Of(call.Agent, iterator), call.Realm.NewArray()));
    }

    private static Value ForEach(in NativeCall call) => Search(call, "forEach", SearchKind.ForEach);

    private static Value Some(in NativeCall call) => Search(call, "some", SearchKind.Some);

    private static Value Every(in NativeCall call) => Search(call, "every", SearchKind.Every);

    private static Value Find(in NativeCall call) => Search(call, "find", SearchKind.Find);

    private static Value Search(in NativeCall call, string method, SearchKind kind)
    {
        JsObject iterator = ThisIterator(call, method);
        JsFunction callback = Callback(call, iterator);
        return call.Agent.Start(new SearchFrame(IteratorRecord.Of(call.Agent, iterator), callback, kind));
    }

    private enum SearchKind
    {
        ForEach,
        Some,
        Every,
        Find,
    }

    private sealed class ToArrayFrame(IteratorRecord record, JsArray result) : IterationFrame(record)
    {
        public override void Trace(Tracer tracer)
        {
            tracer.Visit(result);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            result.Append(value);
            return true;
        }

        protected override Value OnDone(Agent agent) => result;
    }

    /// <summary>Calls a function with each value, until its answer decides.</summary>
    private sealed class SearchFrame(IteratorRecord record, JsFunction callback, SearchKind kind) : IterationFrame(record)
    {
        private Value _value = Value.Undefined;
        private double _index;

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(callback);
            tracer.Visit(_value);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            _value = value;
            return Call(agent, callback, Value.Undefined, [value, _index++]);
        }

        protected override bool OnCallResult(Agent agent, Value result) => kind == SearchKind.ForEach || result.ToBoolean() == (kind == SearchKind.Every);

        protected override Value OnDone(Agent agent) => kind switch
        {
            SearchKind.Some => false,
            SearchKind.Every => true,
            _ => Value.Undefined,
        };

        protected override Value OnStopped(Agent agent) => kind switch
        {
            SearchKind.Some => true,
            SearchKind.Every => false,
            _ => _value,
        };
    }

    private sealed class ReduceIterationFrame(IteratorRecord record, JsFunction reducer, bool hasValue, Value initial) : IterationFrame(record)
    {
        private Value _accumulator = initial;
        private bool _hasValue = hasValue;
        private double _index;

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(reducer);
            tracer.Visit(_accumulator);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            double index = _index++;
            if (_hasValue)
            {
                return Call(agent, reducer, Value.Undefined, [_accumulator, value, index]);
            }

            _accumulator = value;
            _hasValue = true;
            return true;
        }

        protected override bool OnCallResult(Agent agent, Value result)
        {
            _accumulator = result;
            return true;
        }

        protected override Value OnDone(Agent agent) =>
            _hasValue ? _accumulator : throw agent.TypeError("Reduce of a done iterator with no initial value");
    }
}
