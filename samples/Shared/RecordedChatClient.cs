using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Samples;

/// <summary>
/// Plays recorded replies: the first in the first turn of a conversation, the second in the second, and so on. It keeps no state, so that any
/// number of conversations may go on at once. Streamed replies come word by word.
/// </summary>
internal sealed class RecordedChatClient(params string[] replies) : IChatClient
{
    private static readonly TimeSpan WordTime = TimeSpan.FromMilliseconds(5);

    /// <summary>Answers what the code asks by <c>llm_query</c>.</summary>
    public Func<string, string> Answer { get; init; } = _ => "I am a recording and cannot answer that.";

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var conversation = messages.ToList();
        var turn = conversation.Count(message => message.Role == ChatRole.Assistant);
        var reply = conversation[0].Role != ChatRole.System ? Answer(conversation[^1].Text)
            : turn < replies.Length ? replies[turn]
            : throw new InvalidOperationException($"The recording has {replies.Length} replies, but reply {turn + 1} was asked for.");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply))
        {
            ModelId = "recording",
            Usage = new UsageDetails { InputTokenCount = conversation.Sum(message => message.Text.Length) / 4, OutputTokenCount = reply.Length / 4 },
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        var words = response.Text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            await Task.Delay(WordTime, cancellationToken);
            yield return new ChatResponseUpdate(ChatRole.Assistant, i < words.Length - 1 ? words[i] + " " : words[i]) { ModelId = response.ModelId };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // There is nothing to release.
    }
}
