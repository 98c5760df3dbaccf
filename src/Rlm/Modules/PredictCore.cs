using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rlm.Budgets;
using Rlm.Inputs;
using Rlm.Json;
using Rlm.Prompts;
using Rlm.Running;

namespace Rlm.Modules;

/// <summary>What the modules that ask once have in common.</summary>
internal sealed class PredictCore
{
    private readonly DirectSettings _settings;
    private readonly InputConversion _inputs;
    private readonly JsonSerializerOptions _serializerOptions;

    public PredictCore(Func<JsonSerializerOptions, Signature> read, IChatClient chatClient, PredictOptions? options, ILoggerFactory? loggerFactory, IServiceProvider? services, bool asksForReasoning)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        options ??= new PredictOptions();
        ThrowIfInvalid(options);
        _serializerOptions = ValueSerialization.Complete(options.SerializerOptions);
        Signature = read(_serializerOptions);
        _inputs = new InputConversion(Signature, _serializerOptions);
        _settings = new DirectSettings
        {
            Signature = Signature,
            Model = new ModelEndpoint(chatClient, options.ChatOptions?.Clone()),
            MaxInputLength = options.MaxInputLength,
            AsksForReasoning = asksForReasoning,
            TimeProvider = options.TimeProvider,
            EnableSensitiveData = options.EnableSensitiveData,
            Logger = loggerFactory?.CreateLogger(asksForReasoning ? "Rlm.ChainOfThought" : "Rlm.Predict") ?? NullLogger.Instance,
            Prompts = new PredictPrompts(Signature, asksForReasoning && Signature.Outputs.All(output => output.Name != "reasoning")),
            Binder = new OutputBinder(Signature, _serializerOptions, services),
        };
    }

    public Signature Signature { get; }

    public Task<Prediction> RunAsync(IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return DirectRun.ExecuteAsync(_settings, new RunRequest { Inputs = _inputs.Convert(inputs), Finish = outcome => new Prediction(outcome, _serializerOptions) }, cancellationToken);
    }

    public async Task<Prediction<TSignature>> RunAsync<TSignature>(TSignature input, CancellationToken cancellationToken)
        where TSignature : class
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = new RunRequest
        {
            Inputs = _inputs.Convert(input),
            Instance = input,
            Apply = outputs => ResultObject.Make(Signature, input, outputs),
            Finish = outcome => new Prediction<TSignature>(outcome, _serializerOptions),
        };
        return (Prediction<TSignature>)await DirectRun.ExecuteAsync(_settings, request, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfInvalid(PredictOptions options)
    {
        var problems = new List<string>();
        if (options.MaxInputLength < 1)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{nameof(options.MaxInputLength)} must be at least 1, but is {options.MaxInputLength}"));
        }

        if (options.TimeProvider is null)
        {
            problems.Add($"{nameof(options.TimeProvider)} must not be null");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The options are not valid:\n- {string.Join("\n- ", problems)}", nameof(options));
        }
    }
}
