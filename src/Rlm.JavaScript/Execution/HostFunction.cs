using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>Starts a call of a host function; see <see cref="HostCallResult"/> for what may come back.</summary>
internal delegate ValueTask<HostCallResult> HostMethod(HostCallArguments arguments, CancellationToken cancellationToken);

/// <summary>The arguments of a host call, already turned into host values, so that no guest object leaves the agent.</summary>
internal readonly record struct HostCallArguments(IReadOnlyList<Hosting.JavaScriptValue> Values);

/// <summary>What a host call gave: a value, an error message for the guest, or the end of the evaluation.</summary>
internal readonly record struct HostCallResult(HostCallOutcome Outcome, Hosting.JavaScriptValue Value, string? Message);

internal enum HostCallOutcome
{
    Value,

    /// <summary>The guest sees an Error with the message.</summary>
    Error,

    /// <summary>The evaluation ends at once: no catch, no finally.</summary>
    EndEvaluation,
}

/// <summary>A function that the host provides. To the guest it is a plain function; nothing of the host can be reached from it.</summary>
internal sealed class HostFunction(Shape shape, string name, HostMethod method) : JsFunction(shape)
{
    public readonly string Name = name;
    public readonly HostMethod Method = method;

    public override bool IsConstructor => false;

    public override string DisplayName => Name;
}
