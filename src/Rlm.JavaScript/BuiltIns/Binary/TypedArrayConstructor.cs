using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Binary;

/// <summary>%TypedArray% and the constructors of the kinds of typed arrays (ECMA-262 §23.2.1, §23.2.2, §23.2.5 and §23.2.6).</summary>
internal static class TypedArrayConstructor
{
    /// <summary>Makes %TypedArray%, the constructor that all others inherit from.</summary>
    public static JsObject CreateAbstract(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("TypedArray", 0, static (in NativeCall call) => throw call.Agent.TypeError("Abstract class TypedArray not directly constructable")))
            .Constructs(realm[Intrinsic.TypedArrayPrototype])
            .Method("from", 1, From)
            .Method("of", 0, Of)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", static (in NativeCall call) => call.This)
            .Object;

    /// <summary>Makes the constructor or the prototype of one kind.</summary>
    public static JsObject Create(Realm realm, Intrinsic intrinsic)
    {
        int position = intrinsic - Intrinsic.Int8ArrayPrototype;
        var kind = (ElementKind)(position / 2);
        Value size = 1 << kind.Shift();
        if (position % 2 == 0)
        {
            return ObjectBuilder.New(realm, realm[Intrinsic.TypedArrayPrototype], capacity: 2)
                .Value("BYTES_PER_ELEMENT", size, PropertyAttributes.None)
                .Object;
        }

        NativeFunction constructor = realm.NewConstructor(JsTypedArray.NameOf(kind), 3, (in NativeCall call) => Construct(call, kind), realm[Intrinsic.TypedArray]);
        return ObjectBuilder.On(realm, constructor)
            .Constructs(realm[TypedArrayFactory.PrototypeOf(kind)])
            .Value("BYTES_PER_ELEMENT", size, PropertyAttributes.None)
            .Object;
    }

    private static Value Construct(in NativeCall call, ElementKind kind)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError($"Constructor {JsTypedArray.NameOf(kind)} requires 'new'");
        }

        if (call[0].Reference is not JsObject source)
        {
            double length = ToIndex(agent, call[0], $"Invalid typed array length: {Agent.Describe(call[0])}");
            return TypedArrayFactory.Allocate(agent, agent.ShapeFor(call.NewTarget, TypedArrayFactory.PrototypeOf(kind)), kind, length);
        }

        Shape shape = agent.ShapeFor(call.NewTarget, TypedArrayFactory.PrototypeOf(kind));
        switch (source)
        {
            case JsTypedArray array:
                return FromTypedArray(agent, shape, kind, array);
            case JsArrayBuffer buffer:
                return FromBuffer(call, shape, kind, buffer);
            case JsArray { IsDense: true } array when agent.HasUnmodifiedIteration(array) && TryFromItems(agent, shape, kind, array, out JsTypedArray? result):
                return result!;
        }

        if (agent.GetMethod(source, WellKnownSymbols.Iterator) is { } method)
        {
            return agent.Start(new ElementsFrame(source, method, shape, kind));
        }

        double count = agent.LengthOf(source);
        JsTypedArray created = TypedArrayFactory.Allocate(agent, shape, kind, count);
        for (double i = 0; i < count; i++)
        {
            agent.Meter.Work(1);
            agent.SetElement(created, (uint)i, ArrayLike.Get(agent, source, i));
        }

        return created;
    }

    /// <summary>InitializeTypedArrayFromTypedArray.</summary>
    private static JsTypedArray FromTypedArray(Agent agent, Shape shape, ElementKind kind, JsTypedArray source)
    {
        if (source.IsOutOfBounds)
        {
            throw TypedArrayFactory.OutOfBounds(agent, source, "Construct");
        }

        if (kind.IsBigInt() != source.ElementType.IsBigInt())
        {
            throw TypedArrayFactory.MixedContent(agent);
        }

        JsTypedArray result = TypedArrayFactory.Allocate(agent, shape, kind, source.Length);
        ElementTransfer.Copy(agent, source, 0, result, 0, source.Length);
        return result;
    }

    /// <summary>InitializeTypedArrayFromArrayBuffer.</summary>
    private static JsTypedArray FromBuffer(in NativeCall call, Shape shape, ElementKind kind, JsArrayBuffer buffer)
    {
        Agent agent = call.Agent;
        string name = JsTypedArray.NameOf(kind);
        int size = 1 << kind.Shift();
        double offset = ToIndex(agent, call[1], $"Start offset {Agent.Describe(call[1])} is outside the bounds of the buffer");
        if (offset % size != 0)
        {
            throw agent.RangeError($"start offset of {name} should be a multiple of {size}");
        }

        double? length = call[2].IsUndefined ? null : ToIndex(agent, call[2], $"Invalid typed array length: {Agent.Describe(call[2])}");
        if (buffer.IsDetached)
        {
            throw agent.TypeError("Cannot perform Construct on a detached ArrayBuffer");
        }

        double available = buffer.Bytes.Length;
        if (length is null && !buffer.IsResizable)
        {
            if (available % size != 0)
            {
                throw agent.RangeError($"byte length of {name} should be a multiple of {size}");
            }

            length = (available - offset) / size;
        }

        if (offset > available || length < 0)
        {
            throw agent.RangeError($"Start offset {Agent.Describe(offset)} is outside the bounds of the buffer");
        }

        if (length is { } known && offset + (known * size) > available)
        {
            throw agent.RangeError($"Invalid typed array length: {Agent.Describe(known)}");
        }

        return TypedArrayFactory.View(agent, shape, kind, buffer, (int)offset, (int?)length);
    }

    /// <summary>From an array whose elements convert without guest code; false where one does not.</summary>
    private static bool TryFromItems(Agent agent, Shape shape, ElementKind kind, JsArray source, out JsTypedArray? result)
    {
        result = null;
        agent.Meter.Work(source.Count / 4);
        foreach (ref readonly Value item in source.Items.AsSpan(0, source.Count))
        {
            if (kind.IsBigInt() ? !item.IsBigInt : !item.IsNumber)
            {
                return false;
            }
        }

        result = TypedArrayFactory.Allocate(agent, shape, kind, source.Count);
        Span<byte> bytes = result.Bytes;
        for (int i = 0; i < source.Count; i++)
        {
            Elements.Write(kind, bytes[(i << kind.Shift())..], source.Items[i]);
        }

        return true;
    }

    private static Value Of(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsTypedArray result = TypedArrayFactory.Create(agent, RequireConstructor(call), call.Count);
        for (int i = 0; i < call.Count; i++)
        {
            agent.Meter.Work(1);
            agent.SetElement(result, (uint)i, call[i]);
        }

        return result;
    }

    private static Value From(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject constructor = RequireConstructor(call);
        JsFunction? mapper = call[1].IsUndefined ? null : call[1].Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(call[1])} is not a function");
        if (call[0].IsNullish)
        {
            throw IterationFrame.NotIterable(agent, call[0]);
        }

        if (agent.GetMethod(call[0], WellKnownSymbols.Iterator) is { } method)
        {
            return agent.Start(new MappedElementsFrame(call[0], method, constructor, mapper, call[2]));
        }

        JsObject source = agent.ToObject(call[0]);
        double length = agent.LengthOf(source);
        return agent.Start(new MappingFrame(source, length, TypedArrayFactory.Create(agent, constructor, length), mapper, call[2]));
    }

    private static JsFunction RequireConstructor(in NativeCall call) => call.This.Reference is JsFunction { IsConstructor: true } constructor
        ? constructor
        : throw call.Agent.TypeError($"{Agent.Describe(call.This)} is not a constructor");

    private static double ToIndex(Agent agent, Value value, string message)
    {
        double index = agent.ToIntegerOrInfinity(value);
        return index is >= 0 and <= ArrayLike.MaxSafeLength ? index : throw agent.RangeError(message);
    }

    /// <summary>Collects what an iterable gives: all of it comes before the first conversion.</summary>
    private abstract class ListFrame(Value iterable, JsFunction method) : IterationFrame(iterable, method)
    {
        protected JsArray? List { get; private set; }

        public override void Trace(Tracer tracer)
        {
            base.Trace(tracer);
            tracer.Visit(List);
        }

        protected sealed override void OnOpened(Agent agent) => List = agent.Realm.NewArray();

        protected sealed override bool OnValue(Agent agent, Value value)
        {
            List!.Append(value);
            return true;
        }
    }

    /// <summary>The constructor called with an iterable.</summary>
    private sealed class ElementsFrame(Value iterable, JsFunction method, Shape shape, ElementKind kind) : ListFrame(iterable, method)
    {
        public override void Trace(Tracer tracer)
        {
            base.Trace(tracer);
            tracer.Visit(shape.Prototype);
        }

        protected override Value OnDone(Agent agent)
        {
            JsTypedArray result = TypedArrayFactory.Allocate(agent, shape, kind, List!.Count);
            for (int i = 0; i < List.Count; i++)
            {
                agent.Meter.Work(1);
                agent.SetElement(result, (uint)i, List.Items[i]);
            }

            return result;
        }
    }

    /// <summary><c>from</c> called with an iterable.</summary>
    private sealed class MappedElementsFrame(Value iterable, JsFunction method, JsObject constructor, JsFunction? mapper, Value thisArgument) : ListFrame(iterable, method)
    {
        public override void Trace(Tracer tracer)
        {
            base.Trace(tracer);
            tracer.Visit(constructor);
            tracer.Visit(mapper);
            tracer.Visit(thisArgument);
        }

        protected override Value OnDone(Agent agent) =>
            agent.Start(new MappingFrame(List!, List!.Count, TypedArrayFactory.Create(agent, constructor, List.Count), mapper, thisArgument));
    }

    /// <summary><c>from</c> with its elements at hand.</summary>
    private sealed class MappingFrame(JsObject source, double length, JsTypedArray result, JsFunction? mapper, Value thisArgument) : NativeFrame
    {
        private double _index;
        private bool _isCalling;

        public override bool Resume(Agent agent, ref Value value)
        {
            while (true)
            {
                if (_isCalling)
                {
                    agent.SetElement(result, (uint)_index++, value);
                }

                if (_index >= length)
                {
                    value = result;
                    return true;
                }

                _isCalling = true;
                value = ArrayLike.Get(agent, source, _index);
                agent.Meter.Work(1);
                if (mapper is not null && !agent.TryCall(mapper, thisArgument, [value, _index], out value))
                {
                    return false;
                }
            }
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(source);
            tracer.Visit(result);
            tracer.Visit(mapper);
            tracer.Visit(thisArgument);
        }
    }
}
