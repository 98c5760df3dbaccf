using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The Array constructor (ECMA-262 §23.1.1, §23.1.2).</summary>
internal static class ArrayConstructor
{
    private static readonly NativeMethod SpeciesMethod = (in NativeCall call) => call.This;

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Array", 1, Construct))
            .Constructs(realm[Intrinsic.ArrayPrototype])
            .Method("isArray", 1, IsArray)
            .Method("from", 1, From)
            .Method("of", 0, Of)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", SpeciesMethod)
            .Object;

    /// <summary>Whether a constructor is the realm's own, with the species it was made with.</summary>
    public static bool HasOriginalSpecies(Realm realm, JsObject constructor) =>
        realm.IsMade(Intrinsic.Array)
        && ReferenceEquals(constructor, realm[Intrinsic.Array])
        && constructor.GetOwnProperty(WellKnownSymbols.Species, out Property property)
        && property.IsAccessor
        && property.Accessor.Getter is NativeFunction getter
        && ReferenceEquals(getter.Method, SpeciesMethod);

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsArray array = NewArray(call);
        if (call.Count == 1 && call[0].IsNumber)
        {
            double length = call[0].Number;
            if (length is not (>= 0 and <= ArrayLike.MaxArrayLength) || length != Math.Floor(length))
            {
                throw ArrayLike.InvalidLength(agent);
            }

            array.DeclareLength((uint)length);
            return array;
        }

        array.Reserve(call.Count);
        foreach (ref readonly Value argument in call.Arguments)
        {
            array.Append(argument);
        }

        agent.Meter.Work(call.Count / 4);
        return array;
    }

    private static JsArray NewArray(in NativeCall call)
    {
        if (call.NewTarget is null || ReferenceEquals(call.NewTarget, call.Function))
        {
            return call.Realm.NewArray();
        }

        Shape shape = call.Agent.ShapeFor(call.NewTarget, Intrinsic.ArrayPrototype);
        call.Agent.Meter.Allocate(ModelBytes.Array);
        return new JsArray(shape);
    }

    private static Value IsArray(in NativeCall call) => call.Agent.IsArray(call[0]);

    private static Value Of(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject result = ConstructFrom(call, call.Count);
        for (int i = 0; i < call.Count; i++)
        {
            agent.Meter.Work(1);
            ArrayLike.Create(agent, result, i, call[i]);
        }

        ArrayLike.SetLength(agent, result, call.Count);
        return result;
    }

    private static Value From(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value items = call[0];
        JsFunction? mapper = call[1].IsUndefined ? null : call[1].Reference as JsFunction ?? throw agent.TypeError($"{Agent.Describe(call[1])} is not a function");
        if (items.IsNullish)
        {
            throw IterationFrame.NotIterable(agent, items);
        }

        if (agent.GetMethod(items, WellKnownSymbols.Iterator) is { } method)
        {
            return agent.Start(new ArrayFromIterableFrame(items, method, ConstructFrom(call, length: null), mapper, call[2]));
        }

        JsObject source = agent.ToObject(items);
        double length = agent.LengthOf(source);
        JsObject result = ConstructFrom(call, length);
        if (mapper is not null)
        {
            return agent.Start(new ArrayFromLikeFrame(source, length, mapper, call[2], result));
        }

        for (double i = 0; i < length; i++)
        {
            agent.Meter.Work(1);
            ArrayLike.Create(agent, result, i, ArrayLike.Get(agent, source, i));
        }

        ArrayLike.SetLength(agent, result, length);
        return result;
    }

    /// <summary>
    /// The object that <c>from</c> and <c>of</c> fill: what <c>this</c> constructs, or a plain array, which comes without its length.
    /// </summary>
    private static JsObject ConstructFrom(in NativeCall call, double? length)
    {
        if (call.This.Reference is JsFunction { IsConstructor: true } constructor && !ReferenceEquals(constructor, call.Realm[Intrinsic.Array]))
        {
            return length is { } known ? call.Agent.Construct(constructor, [known]) : call.Agent.Construct(constructor, []);
        }

        return length > ArrayLike.MaxArrayLength ? throw ArrayLike.InvalidLength(call.Agent) : call.Realm.NewArray();
    }
}

/// <summary><c>Array.from</c> of an iterable.</summary>
internal sealed class ArrayFromIterableFrame(Value items, JsFunction method, JsObject result, JsFunction? mapper, Value thisArgument)
    : IterationFrame(items, method)
{
    private double _index;

    // While the mapper runs; before, the iterator is asked for what it gives.
    public override bool TakesDeferred => IsCalling && result is JsArray { CanAppend: true };

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(result);
        tracer.Visit(mapper);
        tracer.Visit(thisArgument);
    }

    protected override bool OnValue(Agent agent, Value value) =>
        mapper is null ? OnCallResult(agent, value) : Call(agent, mapper, thisArgument, [value, _index]);

    protected override bool OnCallResult(Agent agent, Value mapped)
    {
        ArrayLike.NoteDeferred(agent, result, _index, mapped);
        ArrayLike.Create(agent, result, _index++, mapped);
        return true;
    }

    protected override Value OnDone(Agent agent)
    {
        ArrayLike.SetLength(agent, result, _index);
        return result;
    }
}

/// <summary><c>Array.from</c> of an array-like object with a mapping function.</summary>
internal sealed class ArrayFromLikeFrame(JsObject source, double length, JsFunction mapper, Value thisArgument, JsObject result) : NativeFrame
{
    private double _index;
    private bool _isCalling;

    public override bool TakesDeferred => result is JsArray { CanAppend: true };

    public override bool Resume(Agent agent, ref Value value)
    {
        while (true)
        {
            if (_isCalling)
            {
                ArrayLike.NoteDeferred(agent, result, _index, value);
                ArrayLike.Create(agent, result, _index++, value);
            }

            if (_index == length)
            {
                ArrayLike.SetLength(agent, result, length);
                value = result;
                return true;
            }

            _isCalling = true;
            if (!agent.TryCall(mapper, thisArgument, [ArrayLike.Get(agent, source, _index), _index], out value))
            {
                return false;
            }
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(source);
        tracer.Visit(mapper);
        tracer.Visit(thisArgument);
        tracer.Visit(result);
    }
}
