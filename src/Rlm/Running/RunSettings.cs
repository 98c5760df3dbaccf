using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Prompts;
using Rlm.Tools;

namespace Rlm.Running;

/// <summary>What all runs of a module share. Immutable.</summary>
internal sealed record RunSettings
{
    public required Signature Signature { get; init; }
    public required IChatClient Client { get; init; }
    public required IChatClient SubClient { get; init; }
    public ChatOptions? ChatOptions { get; init; }
    public ChatOptions? SubChatOptions { get; init; }
    public required IReadOnlyList<Tool> Tools { get; init; }
    public required PromptLimits Limits { get; init; }
    public required int MaxConcurrency { get; init; }
    public required bool ThrowOnLimit { get; init; }
    public required Func<InterpreterOptions, ICodeInterpreter> InterpreterFactory { get; init; }
    public required JsonSerializerOptions SerializerOptions { get; init; }
    public required TimeProvider TimeProvider { get; init; }
    public required ILogger Logger { get; init; }
    public IServiceProvider? Services { get; init; }
    public required PromptBuilder Prompts { get; init; }
    public required OutputBinder Binder { get; init; }
}
