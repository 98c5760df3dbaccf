using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// Carries a guest exception out of a built-in function to the dispatch loop, which looks for a guest handler.
/// A <c>throw</c> in guest code itself never becomes a CLR exception.
/// </summary>
internal sealed class GuestException(Value error) : Exception
{
    public Value Error { get; } = error;

    public override string Message => (Error.Reference as JsObject)?.ClassName ?? "guest exception";
}
