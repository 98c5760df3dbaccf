using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Chat;

namespace Rlm;

/// <summary>
/// A chat client for conversations of any length. Short ones go to the inner client as they are. For a longer one the inner client writes code over
/// the messages, which are variables of a sandbox, until it submits the reply; long texts never enter a prompt.
/// </summary>
/// <remarks>
/// <para>
/// Of the options of a request a run keeps <see cref="ChatOptions.Instructions"/>, the response format (the reply fits its schema), the model and the settings of sampling.
/// Its tools, if they are functions, can be called by the code, and are called within the run; other tools are refused, and so are conversations that the provider keeps
/// (<see cref="ChatOptions.ConversationId"/>). The limit of tokens and the stop sequences, which are meant for a reply, are not applied to the code.
/// </para>
/// <para>
/// The response to a longer conversation has the usage of the whole run, and the <see cref="Prediction"/> as its <see cref="ChatResponse.RawRepresentation"/>. It is streamed once it is
/// there as a whole. Failures of a run are thrown as <see cref="RunException"/>, which has the trajectory. Images and other media of a longer conversation are only named.
/// </para>
/// </remarks>
public sealed class RecursiveChatClient : DelegatingChatClient
{
    private const int SmallestPromptLength = 1_000;
    private const int SmallestMessageLength = 100;

    private readonly int _maxPromptLength;
    private readonly int _maxMessageLength;
    private readonly RecursiveModuleOptions _module;
    private readonly ILoggerFactory? _loggerFactory;
    private readonly IServiceProvider? _services;

    /// <summary>Initializes a new instance of the <see cref="RecursiveChatClient"/> class.</summary>
    /// <param name="innerClient">The client that answers short conversations and writes the code for longer ones. It is disposed of with this one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where runs log.</param>
    /// <param name="services">The services that tools may ask for.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public RecursiveChatClient(IChatClient innerClient, RecursiveChatClientOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
        : base(innerClient)
    {
        options ??= new RecursiveChatClientOptions();
        ThrowIfInvalid(options);
        _maxPromptLength = options.MaxPromptLength;
        _maxMessageLength = options.MaxMessageLength;
        _module = options.Module.Clone();
        _loggerFactory = loggerFactory;
        _services = services;

        // A module checks its options; those that no run could have must not wait for the first long conversation.
        _ = new RecursiveModule("conversation: json -> reply", innerClient, _module);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The conversation is long, and the options have something that a run cannot keep.</exception>
    /// <exception cref="RunException">The run that answers a long conversation failed; the exception has the trajectory.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var given = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return LongOrNull(given, options) is { } conversation
            ? await RunAsync(conversation, options, cancellationToken).ConfigureAwait(false)
            : await base.GetResponseAsync(given, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The conversation is long, and the options have something that a run cannot keep.</exception>
    /// <exception cref="RunException">The run that answers a long conversation failed; the exception has the trajectory.</exception>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var given = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return LongOrNull(given, options) is { } conversation
            ? StreamAsync(conversation, options, cancellationToken)
            : base.GetStreamingResponseAsync(given, options, cancellationToken);
    }

    private LongConversation? LongOrNull(IReadOnlyCollection<ChatMessage> messages, ChatOptions? options)
    {
        var conversation = new LongConversation(messages, options?.Instructions);
        return conversation.Length > _maxPromptLength ? conversation : null;
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(LongConversation conversation, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var response = await RunAsync(conversation, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    private async Task<ChatResponse> RunAsync(LongConversation conversation, ChatOptions? options, CancellationToken cancellationToken)
    {
        ThrowIfUnsupported(options);
        var format = options?.ResponseFormat as ChatResponseFormatJson;
        var schema = format is null ? (JsonElement?)null : format.Schema ?? JsonElement.Parse("{}");
        var (signature, inputs) = conversation.LayOut(_maxPromptLength, _maxMessageLength, schema);
        var module = new RecursiveModule(signature, InnerClient, ModuleOptions(options), _loggerFactory, _services);
        var prediction = await module.RunAsync(inputs, cancellationToken).ConfigureAwait(false);

        var reply = prediction.Outputs[LongConversation.Reply];
        var id = Guid.NewGuid().ToString("N");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, format is null ? reply.GetString() : reply.GetRawText()) { MessageId = id })
        {
            ResponseId = id,
            ModelId = prediction.Trajectory.Steps is [.., var last] ? last.Model : null,
            FinishReason = ChatFinishReason.Stop,
            Usage = prediction.Usage,
            RawRepresentation = prediction,
        };
    }

    private RecursiveModuleOptions ModuleOptions(ChatOptions? options)
    {
        if (options is null)
        {
            return _module;
        }

        var module = _module.Clone();
        var chat = module.ChatOptions ?? new ChatOptions();
        chat.ModelId = options.ModelId ?? chat.ModelId;
        chat.Temperature = options.Temperature ?? chat.Temperature;
        chat.TopP = options.TopP ?? chat.TopP;
        chat.TopK = options.TopK ?? chat.TopK;
        chat.FrequencyPenalty = options.FrequencyPenalty ?? chat.FrequencyPenalty;
        chat.PresencePenalty = options.PresencePenalty ?? chat.PresencePenalty;
        chat.Seed = options.Seed ?? chat.Seed;
        chat.Reasoning = options.Reasoning ?? chat.Reasoning;
        chat.AdditionalProperties = options.AdditionalProperties ?? chat.AdditionalProperties;
        chat.RawRepresentationFactory = options.RawRepresentationFactory ?? chat.RawRepresentationFactory;
        module.ChatOptions = chat;
        if (options.ToolMode is not NoneChatToolMode)
        {
            module.Tools = [.. module.Tools, .. options.Tools?.OfType<AIFunction>() ?? []];
        }

        return module;
    }

    private static void ThrowIfUnsupported(ChatOptions? options)
    {
        if (options?.ConversationId is not null || options?.ContinuationToken is not null)
        {
            throw new NotSupportedException(
                "The conversation is too long for a prompt, and its beginning is kept by the provider, where the sandbox cannot see it. Give all messages, and no ConversationId or ContinuationToken.");
        }

        if (options?.ToolMode is not NoneChatToolMode && options?.Tools?.Where(tool => tool is not AIFunction).Select(tool => tool.Name).ToList() is [_, ..] others)
        {
            throw new NotSupportedException(
                $"The conversation is too long for a prompt, and these tools cannot be called by code, since they are not functions of this process: {string.Join(", ", others)}. Leave them out for such conversations.");
        }
    }

    private static void ThrowIfInvalid(RecursiveChatClientOptions options)
    {
        var problems = new StringBuilder();
        if (options.MaxPromptLength < SmallestPromptLength)
        {
            problems.Append(CultureInfo.InvariantCulture, $"\n- {nameof(options.MaxPromptLength)} must be at least {SmallestPromptLength}, but is {options.MaxPromptLength}");
        }

        if (options.MaxMessageLength < SmallestMessageLength)
        {
            problems.Append(CultureInfo.InvariantCulture, $"\n- {nameof(options.MaxMessageLength)} must be at least {SmallestMessageLength}, but is {options.MaxMessageLength}");
        }

        if (options.Module is null)
        {
            problems.Append(CultureInfo.InvariantCulture, $"\n- {nameof(options.Module)} must not be null");
        }

        if (problems.Length > 0)
        {
            throw new ArgumentException($"The options are not valid:{problems}", nameof(options));
        }
    }
}
