using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

internal enum IteratorHelperKind : byte
{
    Map,
    Filter,
    Take,
    Drop,
    FlatMap,
}

internal enum IteratorHelperState : byte
{
    /// <summary>Nothing has been asked of it yet.</summary>
    Fresh,
    Suspended,
    Running,
    Completed,
}

/// <summary>
/// What <c>map</c> and its kin of iterators give: a lazy iterator over another one (<see href="https://tc39.es/ecma262/#sec-iterator-helper-objects"/>).
/// <see cref="IteratorHelperFrame"/> does its steps.
/// </summary>
internal sealed class IteratorHelper : JsObject
{
    public const long Bytes = ModelBytes.Object + 160;

    public readonly IteratorHelperKind Operation;
    public readonly IteratorRecord Source;
    public readonly JsFunction? Callback;
    public IteratorHelperState State;

    /// <summary>How many values are still to be taken or dropped.</summary>
    public double Remaining;

    /// <summary>The number of the next value for the callback.</summary>
    public double Index;

    /// <summary>For <c>flatMap</c>: the iterator whose values it gives at the moment.</summary>
    public IteratorRecord? Inner;
    private readonly IteratorHelperFrame _frame;

    public IteratorHelper(Shape shape, IteratorHelperKind kind, IteratorRecord source, JsFunction? callback, double limit)
        : base(shape)
    {
        Operation = kind;
        Source = source;
        Callback = callback;
        Remaining = limit;
        _frame = new IteratorHelperFrame(this);
    }

    public static JsObject CreatePrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.IteratorPrototype], capacity: 3)
            .Method("next", 0, Next)
            .Method("return", 0, Return)
            .Tag("Iterator Helper")
            .Object;

    internal override long Trace(Tracer tracer)
    {
        Source.Trace(tracer);
        Inner?.Trace(tracer);
        tracer.Visit(Callback);
        return base.Trace(tracer) + Bytes - ModelBytes.Object;
    }

    private static Value Next(in NativeCall call)
    {
        IteratorHelper helper = ThisHelper(call, "next");
        if (helper.State == IteratorHelperState.Completed)
        {
            return call.Realm.NewIteratorResult(Value.Undefined, done: true);
        }

        helper.State = IteratorHelperState.Running;
        helper._frame.BeginNext();
        return call.Agent.Start(helper._frame);
    }

    private static Value Return(in NativeCall call)
    {
        IteratorHelper helper = ThisHelper(call, "return");
        if (helper.State == IteratorHelperState.Completed)
        {
            return call.Realm.NewIteratorResult(Value.Undefined, done: true);
        }

        // One that was never asked for a value is over at once; any other runs while it closes what it reads from.
        helper.State = helper.State == IteratorHelperState.Fresh ? IteratorHelperState.Completed : IteratorHelperState.Running;
        helper._frame.BeginReturn();
        return call.Agent.Start(helper._frame);
    }

    /// <summary>The receiver, which must not be running: so its frame is on no stack, and can be used again.</summary>
    private static IteratorHelper ThisHelper(in NativeCall call, string method)
    {
        if (call.This.Reference is not IteratorHelper helper)
        {
            throw call.Agent.TypeError($"Iterator Helper.prototype.{method} called on incompatible receiver {Agent.Describe(call.This)}");
        }

        return helper.State == IteratorHelperState.Running ? throw call.Agent.TypeError("Generator is already running") : helper;
    }
}
