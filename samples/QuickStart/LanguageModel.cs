using System.ClientModel;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;
using QuickStart.Offline;

namespace QuickStart;

/// <summary>The chat clients of a run.</summary>
/// <param name="Client">Writes the code.</param>
/// <param name="SubClient">Answers <c>llm_query</c>; null for the same client.</param>
/// <param name="Name">What to call it on the screen.</param>
/// <param name="IsStandIn">Whether it is the rule-based stand-in and no language model.</param>
internal sealed record LanguageModel(IChatClient Client, IChatClient? SubClient, string Name, bool IsStandIn) : IDisposable
{
    private const string DefaultClaude = "claude-sonnet-5-5";
    private const string DefaultOpenAI = "gpt-5.1";
    private const int MaxOutputTokens = 16_000;

    /// <summary>Chooses by the keys in the environment: Claude, then OpenAI or a server like it, then the stand-in.</summary>
    public static LanguageModel Choose(QuickStartOptions options) =>
        options.IsOffline ? StandIn()
        : Variable("ANTHROPIC_API_KEY") is { } anthropicKey ? Claude(options, anthropicKey)
        : Variable("OPENAI_API_KEY") is { } openAIKey ? OpenAI(options, openAIKey)
        : StandIn();

    public void Dispose()
    {
        Client.Dispose();
        SubClient?.Dispose();
    }

    private static LanguageModel StandIn() => new(new OfflineChatClient(), SubClient: null, OfflineChatClient.ModelName, IsStandIn: true);

    private static LanguageModel Claude(QuickStartOptions options, string key)
    {
        var (model, subModel) = Models(options, "ANTHROPIC_MODEL", DefaultClaude);
        return Create("Anthropic", model, subModel, name => new AnthropicClient { ApiKey = key }.AsIChatClient(name, MaxOutputTokens));
    }

    private static LanguageModel OpenAI(QuickStartOptions options, string key)
    {
        var (model, subModel) = Models(options, "OPENAI_MODEL", DefaultOpenAI);
        var clientOptions = new OpenAIClientOptions();
        if (Variable("OPENAI_BASE_URL") is { } address)
        {
            clientOptions.Endpoint = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new UserErrorException($"OPENAI_BASE_URL is '{address}', which is not an http or https address.");
        }

        var client = new OpenAIClient(new ApiKeyCredential(key), clientOptions);
        return Create(clientOptions.Endpoint?.Host ?? "OpenAI", model, subModel, name => new OpenAIChatClient(client.GetChatClient(name), name));
    }

    private static LanguageModel Create(string provider, string model, string? subModel, Func<string, IChatClient> create) =>
        new(create(model), subModel is null ? null : create(subModel), $"{model} ({provider})" + (subModel is null ? "" : $", sub-calls by {subModel}"), IsStandIn: false);

    private static (string Model, string? SubModel) Models(QuickStartOptions options, string variable, string otherwise) =>
        (options.Model ?? Variable(variable) ?? otherwise, options.SubModel);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
