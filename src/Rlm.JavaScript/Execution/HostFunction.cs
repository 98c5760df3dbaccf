using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>Starts a call of a host function. The arguments are turned into host values before this returns: no guest object leaves the agent.</summary>
internal delegate HostOperation HostMethod(Agent agent, ReadOnlySpan<Value> arguments);

/// <summary>A host call that was started.</summary>
internal abstract class HostOperation
{
    /// <summary>What an operation takes besides its arguments, in model bytes.</summary>
    public const long Bytes = 400;

    /// <summary>Completes, never faulted, when the host has answered; on any thread.</summary>
    public abstract Task Completion { get; }

    /// <summary>Gives the outcome to the guest, on the agent's own turn: a value, or a <see cref="GuestException"/> or <see cref="EvaluationEndedException"/>.</summary>
    public abstract Value GetResult(Agent agent);

    /// <summary>The size of the arguments, in model bytes. They are kept until the outcome is taken.</summary>
    public abstract long ArgumentBytes { get; }

    /// <summary>Counts what the operation keeps.</summary>
    public abstract void Trace(Tracer tracer);
}

/// <summary>Ends the evaluation at once from inside a host function: no guest handler sees it.</summary>
internal sealed class EvaluationEndedException : Exception;

/// <summary>A function that the host provides. To the guest it is a plain function; nothing of the host can be reached from it.</summary>
internal sealed class HostFunction(Shape shape, string name, HostMethod method, bool isIndependent) : JsFunction(shape)
{
    public readonly string Name = name;
    public readonly HostMethod Method = method;

    /// <summary>Whether its calls neither change nor depend on anything that other calls do, so that they may overlap; see <see cref="DeferredValue"/>.</summary>
    public readonly bool IsIndependent = isIndependent;

    public override bool IsConstructor => false;

    public override string DisplayName => Name;
}
