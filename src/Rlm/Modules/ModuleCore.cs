using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rlm.Inputs;
using Rlm.Interpreters;
using Rlm.Prompts;
using Rlm.Running;
using Rlm.Tools;

namespace Rlm.Modules;

/// <summary>What the typed and the untyped module have in common.</summary>
internal sealed class ModuleCore
{
    private readonly RunSettings _settings;

    public ModuleCore(Signature signature, IChatClient chatClient, RecursiveModuleOptions? options, JsonSerializerOptions serializerOptions, ILoggerFactory? loggerFactory, IServiceProvider? services)
    {
        options ??= new RecursiveModuleOptions();
        OptionsRules.ThrowIfInvalid(options, signature);
        var tools = options.Tools.Select(function => new Tool(function)).ToList();
        var promptLimits = new PromptLimits
        {
            MaxIterations = options.MaxIterations,
            MaxSubCalls = options.MaxSubCalls,
            MaxSubPromptLength = options.MaxSubPromptLength,
            MaxOutputLength = options.MaxOutputLength,
            TimeLimit = options.TurnTimeLimit,
            MemoryLimit = options.MemoryLimit,
        };
        _settings = new RunSettings
        {
            Signature = signature,
            Client = chatClient,
            SubClient = options.SubClient ?? chatClient,
            ChatOptions = options.ChatOptions?.Clone(),
            SubChatOptions = options.SubChatOptions?.Clone(),
            Tools = tools,
            Limits = promptLimits,
            MaxConcurrency = options.MaxConcurrency,
            ThrowOnLimit = options.ThrowOnLimit,
            InterpreterFactory = options.InterpreterFactory ?? (limits => new JavaScriptInterpreter(limits)),
            SerializerOptions = serializerOptions,
            TimeProvider = options.TimeProvider,
            Logger = loggerFactory?.CreateLogger("Rlm.RecursiveModule") ?? NullLogger.Instance,
            Services = services,
            Prompts = new PromptBuilder(signature, [.. tools.Select(tool => tool.Declaration)], promptLimits),
            Binder = new OutputBinder(signature, serializerOptions, services),
        };
        Inputs = new InputConversion(signature, serializerOptions);
    }

    public Signature Signature => _settings.Signature;

    /// <summary>Checks and converts the inputs of runs.</summary>
    public InputConversion Inputs { get; }

    public Task<Prediction> RunAsync(RunRequest request, CancellationToken cancellationToken) =>
        Run.ExecuteAsync(_settings, request, cancellationToken);

    public async IAsyncEnumerable<RunUpdate> RunStreamingAsync(RunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Room for one update only: the run does not get ahead of its reader, and an update is seen when it happens.
        var updates = Channel.CreateBounded<RunUpdate>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = PumpAsync(updates.Writer, request with { Emit = updates.Writer.WriteAsync }, abandoned.Token);
        var isReadToEnd = false;
        try
        {
            await foreach (var update in updates.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return update;
            }

            isReadToEnd = true;
        }
        finally
        {
            if (!isReadToEnd)
            {
                await abandoned.CancelAsync().ConfigureAwait(false);
                await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await run.ConfigureAwait(false);
    }

    private async Task PumpAsync(ChannelWriter<RunUpdate> writer, RunRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await Run.ExecuteAsync(_settings, request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writer.Complete();
        }
    }
}
