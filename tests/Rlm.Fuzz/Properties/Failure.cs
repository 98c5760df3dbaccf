namespace Rlm.Fuzz.Properties;

/// <summary>A property that does not hold for a program.</summary>
/// <param name="Property">Which one.</param>
/// <param name="Detail">In what way.</param>
internal sealed record Failure(string Property, string Detail);

/// <summary>Ends the examination of a program with a failure.</summary>
internal sealed class PropertyException(string property, string detail) : Exception($"{property}: {detail}")
{
    public Failure Failure { get; } = new(property, detail);
}
