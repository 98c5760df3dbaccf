using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rlm.Budgets;
using Rlm.Inputs;
using Rlm.Interpreters;
using Rlm.Running;
using Rlm.SubCalls;
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
        var logger = loggerFactory?.CreateLogger("Rlm.RecursiveModule") ?? NullLogger.Instance;
        var tools = ToolSetOf(options.Tools, options, logger);
        var limits = Limits(options);
        (string, string)[] models = [.. options.SubModels.Select(model => (model.Name, model.Description))];
        _settings = new RunSettings
        {
            Signature = signature,
            Model = new ModelEndpoint(chatClient, options.ChatOptions?.Clone()),
            SubModels = new SubModels(new ModelEndpoint(options.SubClient ?? chatClient, options.SubChatOptions?.Clone()), options.SubModels),
            ModelDescriptions = models,
            Tools = tools,
            ChildTools = options.ChildTools is null ? tools : ToolSetOf(options.ChildTools, options, logger),
            Limits = limits,
            ThrowOnLimit = options.ThrowOnLimit,
            InterpreterFactory = options.InterpreterFactory ?? (interpreterOptions => new JavaScriptInterpreter(interpreterOptions)),
            SerializerOptions = serializerOptions,
            TimeProvider = options.TimeProvider,
            EnableSensitiveData = options.EnableSensitiveData,
            Logger = logger,
            Services = services,
            Prompts = RunSettings.PromptsFor(signature, limits, tools, models, depth: 0),
            Binder = new OutputBinder(signature, serializerOptions, services),
        };
        Inputs = new InputConversion(signature, serializerOptions);
    }

    public Signature Signature => _settings.Signature;

    /// <summary>Checks and converts the inputs of runs.</summary>
    public InputConversion Inputs { get; }

    public RecursiveSession CreateSession() => new(_settings.InterpreterFactory(_settings.InterpreterOptions)
        ?? throw new InvalidOperationException($"{nameof(RecursiveModuleOptions.InterpreterFactory)} returned null."));

    public Task<Prediction> RunAsync(RunRequest request, CancellationToken cancellationToken) =>
        Run.ExecuteAsync(_settings, request, cancellationToken);

    public async IAsyncEnumerable<RunUpdate> RunStreamingAsync(RunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Room for one update only: the run does not get ahead of its reader, and an update is seen when it happens.
        var updates = Channel.CreateBounded<RunUpdate>(new BoundedChannelOptions(1) { SingleReader = true });
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

    private static ToolSet ToolSetOf(IEnumerable<AIFunction> functions, RecursiveModuleOptions options, ILogger logger) =>
        new(functions, options.ToolApproval, options.IsReadOnlyTool, options.MaxConcurrency, logger);

    private static RunLimits Limits(RecursiveModuleOptions options) => new()
    {
        Tree = new BudgetLimits
        {
            MaxSubCalls = options.MaxSubCalls,
            MaxTokens = options.MaxTokens,
            MaxCost = options.MaxCost,
            Price = options.Price,
        },
        MaxIterations = options.MaxIterations,
        MaxConcurrency = options.MaxConcurrency,
        OverlapsCalls = options.OverlapSubCalls,
        MaxSubPromptLength = options.MaxSubPromptLength,
        MaxOutputLength = options.MaxOutputLength,
        TurnTimeLimit = options.TurnTimeLimit,
        MemoryLimit = options.MemoryLimit,
        MaxConsecutiveErrors = options.MaxConsecutiveErrors,
        MaxDuration = options.MaxDuration,
        MaxDepth = options.MaxDepth,
    };
}
