using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// The code of a built-in function. It returns its result, or throws a <see cref="GuestException"/>, or returns
/// <see cref="Agent.Pending"/> after it has pushed a <see cref="NativeFrame"/> that will give the result.
/// </summary>
internal delegate Value NativeMethod(in NativeCall call);

/// <summary>What a built-in function is called with.</summary>
internal readonly ref struct NativeCall(Agent agent, NativeFunction function, Value thisValue, ReadOnlySpan<Value> arguments, JsObject? newTarget)
{
    public readonly Agent Agent = agent;
    public readonly NativeFunction Function = function;
    public readonly Value This = thisValue;
    public readonly ReadOnlySpan<Value> Arguments = arguments;

    /// <summary>The constructor that <c>new</c> was applied to; null for a plain call.</summary>
    public readonly JsObject? NewTarget = newTarget;

    public Realm Realm => Agent.Realm;

    public int Count => Arguments.Length;

    /// <summary>The argument at an index, or undefined.</summary>
    public Value this[int index] => (uint)index < (uint)Arguments.Length ? Arguments[index] : Value.Undefined;
}

/// <summary>A function whose code is part of the engine.</summary>
internal sealed class NativeFunction : JsFunction
{
    public readonly NativeMethod Method;

    /// <summary>What the function remembers, such as the promise that a resolving function settles.</summary>
    public readonly Value[] Captured;
    private readonly Value _name;
    private readonly int _length;
    private readonly bool _isConstructor;
    private DeferredReach? _reach;

    public NativeFunction(Shape shape, Value name, int length, NativeMethod method, bool isConstructor = false, Value[]? captured = null)
        : base(shape)
    {
        Method = method;
        Captured = captured ?? [];
        _name = name;
        _length = length;
        _isConstructor = isConstructor;
        IsLazy = true;
    }

    public override bool IsConstructor => _isConstructor;

    /// <summary>What it does with deferred values; looked up once.</summary>
    public DeferredReach ReachIn(Realm realm) => _reach ??= realm.ReachOf(Method);

    public override string DisplayName => _name.Reference?.ToString() ?? string.Empty;

    protected override void Materialize()
    {
        IsLazy = false;
        AddSlot(Atoms.Length, _length, PropertyAttributes.Configurable);
        AddSlot(Atoms.Name, _name, PropertyAttributes.Configurable);
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Captured);
        return base.Trace(tracer);
    }
}
