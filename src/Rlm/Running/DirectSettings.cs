using Microsoft.Extensions.Logging;
using Rlm.Budgets;
using Rlm.Prompts;

namespace Rlm.Running;

/// <summary>What all runs of a module that asks once share. Immutable.</summary>
internal sealed record DirectSettings
{
    public required Signature Signature { get; init; }
    public required ModelEndpoint Model { get; init; }
    public required int MaxInputLength { get; init; }

    /// <summary>Whether the reply is asked for reasoning beside the outputs.</summary>
    public required bool AsksForReasoning { get; init; }

    public required TimeProvider TimeProvider { get; init; }
    public required bool EnableSensitiveData { get; init; }
    public required ILogger Logger { get; init; }
    public required PredictPrompts Prompts { get; init; }
    public required OutputBinder Binder { get; init; }
}
