using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Budgets;
using Rlm.Prompts;
using Rlm.SubCalls;
using Rlm.Tools;

namespace Rlm.Running;

/// <summary>What all runs of a module share. Immutable.</summary>
internal sealed record RunSettings
{
    public required Signature Signature { get; init; }
    public required ModelEndpoint Model { get; init; }
    public required SubModels SubModels { get; init; }
    public IReadOnlyList<(string Name, string Description)> ModelDescriptions { get; init; } = [];
    public required ToolSet Tools { get; init; }

    /// <summary>The tools of children.</summary>
    public required ToolSet ChildTools { get; init; }

    public required RunLimits Limits { get; init; }
    public required bool ThrowOnLimit { get; init; }
    public required Func<InterpreterOptions, ICodeInterpreter> InterpreterFactory { get; init; }
    public required JsonSerializerOptions SerializerOptions { get; init; }
    public required TimeProvider TimeProvider { get; init; }
    public required bool EnableSensitiveData { get; init; }
    public required ILogger Logger { get; init; }
    public IServiceProvider? Services { get; init; }
    public required PromptBuilder Prompts { get; init; }
    public required OutputBinder Binder { get; init; }

    /// <summary>How deep the runs stand in each other; 0 is the first.</summary>
    public int Depth { get; init; }

    /// <summary>Whether <c>rlm_query</c> starts a child.</summary>
    public bool HasChildren => Depth + 1 < Limits.MaxDepth;

    public InterpreterOptions InterpreterOptions => new()
    {
        TimeLimit = Limits.TurnTimeLimit,
        MemoryLimit = Limits.MemoryLimit,
        OverlapsCalls = Limits.OverlapsCalls,
        MaxCalls = InterpreterOptions.CallsBeside(Limits.Tree.MaxSubCalls),
    };

    /// <summary>Makes the settings for a signature; the prompts are those of the run's depth.</summary>
    public static PromptBuilder PromptsFor(Signature signature, RunLimits limits, ToolSet tools, IReadOnlyList<(string Name, string Description)> models, int depth) => new(new PromptSettings
    {
        Signature = signature,
        Limits = limits,
        ToolDeclarations = tools.Declarations,
        Models = models,
        HasChildren = depth + 1 < limits.MaxDepth,
    });

    /// <summary>The settings of a child.</summary>
    public RunSettings ForChild(Signature signature, ModelEndpoint? model) => this with
    {
        Signature = signature,
        Model = model ?? Model,
        Tools = ChildTools,
        Prompts = PromptsFor(signature, Limits, ChildTools, ModelDescriptions, Depth + 1),
        Binder = new OutputBinder(signature, SerializerOptions, Services),
        ThrowOnLimit = false,
        Depth = Depth + 1,
    };
}
