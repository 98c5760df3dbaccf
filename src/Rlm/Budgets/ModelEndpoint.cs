using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>A chat client with the options of its calls.</summary>
internal sealed record ModelEndpoint(IChatClient Client, ChatOptions? Options)
{
    public const string UnknownModel = "unknown";

    /// <summary>The model as the client names it, before anything was asked.</summary>
    public string Model => Options?.ModelId ?? Metadata?.DefaultModelId ?? UnknownModel;

    /// <summary>Who offers the model, such as <c>openai</c>; null where the client does not say.</summary>
    public string? Provider => Metadata?.ProviderName;

    private ChatClientMetadata? Metadata => Client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;

    /// <summary>The model that answered, or null where neither the answer nor the client says.</summary>
    public string? ModelOf(ChatResponse response) => response.ModelId ?? Metadata?.DefaultModelId;
}
