using System.Numerics;
using System.Text.Json;

namespace Rlm;

/// <summary>A read-only variable for the code.</summary>
/// <param name="Name">The name, a JavaScript identifier.</param>
/// <param name="Value">
/// The value, one of: null, <see cref="string"/>, <see cref="bool"/>, <see cref="double"/>, <see cref="BigInteger"/> (an integer beyond 2^53),
/// <see cref="JsonElement"/>, <see cref="IReadOnlyList{T}"/> of such values, or <see cref="IReadOnlyDictionary{TKey, TValue}"/> from string to
/// such values. Nothing else occurs, and nothing nests deeper than 64.
/// </param>
public sealed record InterpreterVariable(string Name, object? Value)
{
    /// <summary>The text by which a value shows itself to the language model; null for the usual preview.</summary>
    internal string? Preview { get; init; }
}
