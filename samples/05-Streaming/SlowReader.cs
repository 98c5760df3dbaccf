using Microsoft.Extensions.AI;

namespace Samples;

/// <summary>Stands in for the sub-model: it takes its time, and judges by one word.</summary>
internal sealed class SlowReader : IChatClient
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(150);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.Delay(ReadingTime, cancellationToken);
        var text = messages.Last().Text;
        var likes = text.Split("like").Length - 1;
        var complaints = text.Split("broke").Length - 1;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, likes > complaints ? "content" : "angry"));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Sub-calls are not streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // There is nothing to release.
    }
}
