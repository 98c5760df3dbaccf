using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace QuickStart.Offline;

/// <summary>
/// A stand-in for a language model that needs no key and no network. It is a set of rules: it reads the messages that any chat client would be
/// sent, recognises some kinds of questions by their words, writes code for them, reads the output, and submits what the code computed.
/// It understands no language, and it knows nothing but what the messages say.
/// </summary>
internal sealed class OfflineChatClient : IChatClient
{
    public const string ModelName = "rule-based stand-in (offline)";

    private readonly ChatClientMetadata _metadata = new("offline", defaultModelId: ModelName);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var conversation = messages.ToList();
        var reply = Conversation.Read(conversation) is { } run
            ? CodeAuthor.Reply(run)
            : AnswerPrompt(conversation.LastOrDefault()?.Text ?? "");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply)) { ModelId = ModelName });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // There is nothing to release.
    }

    /// <summary>Answers what the code asks with <c>llm_query</c>, as far as counting goes.</summary>
    private static string AnswerPrompt(string prompt) =>
        $"I am an offline stand-in and no language model: I cannot read, judge or summarise text. The prompt has {Plural.Of(prompt.Length, "character")} in {Plural.Of(prompt.Split('\n').Length, "line")}.";
}
