using Microsoft.Extensions.AI;

namespace Rlm.SubCalls;

/// <summary>Names the model that answered.</summary>
internal static class ModelNames
{
    public const string Unknown = "unknown";

    public static string? Of(ChatResponse response, IChatClient client) =>
        response.ModelId ?? (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId;
}
