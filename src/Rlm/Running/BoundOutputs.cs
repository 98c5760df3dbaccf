using System.Text.Json;

namespace Rlm.Running;

/// <summary>Valid values for all outputs: as JSON, and as CLR values where the signature is a class.</summary>
internal sealed record BoundOutputs(IReadOnlyDictionary<string, JsonElement> Json, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The result object of a typed run.</summary>
    public object? Result { get; init; }
}
