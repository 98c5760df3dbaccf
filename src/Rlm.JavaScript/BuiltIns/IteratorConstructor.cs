using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>Iterator</c> constructor (<see href="https://tc39.es/ecma262/#sec-iterator-constructor"/>).</summary>
internal static class IteratorConstructor
{
    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Iterator", 0, Construct))
            .Value(Atoms.Prototype, realm[Intrinsic.IteratorPrototype], PropertyAttributes.None)
            .Method("from", 1, From)
            .Object;

    /// <summary>The prototype of what <c>Iterator.from</c> makes of iterators that do not inherit from <c>Iterator.prototype</c>.</summary>
    public static JsObject CreateWrapperPrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.IteratorPrototype], capacity: 2)
            .Method("next", 0, WrapperNext)
            .Method("return", 0, WrapperReturn)
            .Object;

    private static Value Construct(in NativeCall call)
    {
        if (call.NewTarget is null)
        {
            throw call.Agent.TypeError("Constructor Iterator requires 'new'");
        }

        if (ReferenceEquals(call.NewTarget, call.Function))
        {
            throw call.Agent.TypeError("Abstract class Iterator not directly constructable");
        }

        call.Agent.Meter.Allocate(ModelBytes.Object);
        return new JsObject(call.Agent.ShapeFor(call.NewTarget, Intrinsic.IteratorPrototype));
    }

    private static Value From(in NativeCall call) =>
        call[0].IsObject || call[0].IsString
            ? call.Agent.Start(new FromFrame(call[0]))
            : throw call.Agent.TypeError("Iterator.from called on non-object");

    private static IteratorRecord Wrapped(in NativeCall call, string method) =>
        call.This.Reference is Wrapper wrapper
            ? wrapper.Record
            : throw call.Agent.TypeError($"%WrapForValidIteratorPrototype%.{method} called on incompatible receiver {Agent.Describe(call.This)}");

    private static Value WrapperNext(in NativeCall call) =>
        Wrapped(call, "next").TryCallNext(call.Agent, out Value result) ? result : Agent.Pending;

    private static Value WrapperReturn(in NativeCall call)
    {
        JsObject iterator = Wrapped(call, "return").Iterator;
        if (call.Agent.GetMethod(iterator, Atoms.Return) is not { } method)
        {
            return call.Realm.NewIteratorResult(Value.Undefined, done: true);
        }

        return call.Agent.TryCall(method, iterator, [], out Value result) ? result : Agent.Pending;
    }

    private sealed class Wrapper(Shape shape, IteratorRecord record) : JsObject(shape)
    {
        public IteratorRecord Record => record;

        internal override long Trace(Tracer tracer)
        {
            record.Trace(tracer);
            return base.Trace(tracer) + 24;
        }
    }

    /// <summary>Iterator.from, whose iterable may give its iterator late.</summary>
    private sealed class FromFrame(Value source) : NativeFrame
    {
        private bool _isOpened;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (!_isOpened)
            {
                _isOpened = true;
                value = source;
                if (agent.GetMethod(source, WellKnownSymbols.Iterator) is { } method && !agent.TryCall(method, source, [], out value))
                {
                    return false;
                }
            }

            JsObject iterator = value.Reference as JsObject ?? throw agent.TypeError($"{Agent.Describe(value)} is not an object");
            IteratorRecord record = IteratorRecord.Of(agent, iterator);
            if (!agent.OrdinaryHasInstance(agent.Realm[Intrinsic.Iterator], iterator))
            {
                agent.Meter.Allocate(ModelBytes.Object + 24);
                value = new Wrapper(agent.Realm.ShapeOf(Intrinsic.WrapForValidIteratorPrototype), record);
            }

            return true;
        }

        public override void Trace(Tracer tracer) => tracer.Visit(source);
    }
}
