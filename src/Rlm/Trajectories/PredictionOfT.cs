namespace Rlm;

/// <summary>What a run of a typed module gave.</summary>
/// <typeparam name="TSignature">The signature class.</typeparam>
public sealed class Prediction<TSignature> : Prediction
    where TSignature : class
{
    /// <summary>Gets a copy of the input object with its outputs set. The values of its inputs are those of the original, not copies.</summary>
    public required TSignature Result { get; init; }
}
