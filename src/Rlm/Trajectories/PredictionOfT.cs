using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Rlm.Trajectories;

namespace Rlm;

/// <summary>What a run of a typed module gave.</summary>
/// <typeparam name="TSignature">The signature class.</typeparam>
public sealed class Prediction<TSignature> : Prediction
    where TSignature : class
{
    /// <summary>Initializes a new instance of the <see cref="Prediction{TSignature}"/> class.</summary>
    public Prediction()
    {
    }

    [SetsRequiredMembers]
    internal Prediction(RunOutcome outcome, JsonSerializerOptions serializerOptions)
        : base(outcome, serializerOptions) => Result = (TSignature)outcome.Result!;

    /// <summary>Gets a copy of the input object with its outputs set. The values of its inputs are those of the original, not copies.</summary>
    public required TSignature Result { get; init; }
}
