using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Rlm.Tests;

/// <summary>
/// A chat client that gives the scripted replies in order and keeps every request. A reply is a string, an exception, a
/// <see cref="ChatResponse"/> or a function from the messages to one of these.
/// </summary>
internal sealed partial class ScriptedChatClient(params object[] replies) : IChatClient
{
    private readonly Lock _lock = new();
    private readonly Queue<object> _replies = new(replies);

    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public string ModelId { get; init; } = "scripted";

    public UsageDetails? Usage { get; init; } = new() { InputTokenCount = 10, OutputTokenCount = 5, TotalTokenCount = 15 };

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<string> Texts(int request) => [.. Requests[request].Select(message => message.Text)];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        object reply;
        lock (_lock)
        {
            Requests.Add([.. messages]);
            Options.Add(options);
            reply = _replies.Count switch
            {
                0 => throw new InvalidOperationException("The script has no more replies."),
                1 when _replies.Peek() is Delegate => _replies.Peek(),
                _ => _replies.Dequeue(),
            };
        }

        if (reply is Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> answer)
        {
            reply = await answer([.. messages], cancellationToken);
        }

        return reply switch
        {
            Exception exception => throw exception,
            ChatResponse response => response,
            string text => new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = ModelId, Usage = Usage },
            _ => throw new InvalidOperationException($"A scripted reply cannot be {reply}."),
        };
    }

    /// <summary>Whether the replies are streamed, word by word.</summary>
    public bool CanStream { get; init; }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        CanStream ? StreamAsync(messages, options, cancellationToken) : throw new NotSupportedException("Nothing here streams.");

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            foreach (var content in update.Contents)
            {
                foreach (var part in content is TextContent text ? Words().Split(text.Text).Select(word => (AIContent)new TextContent(word)) : [content])
                {
                    yield return new ChatResponseUpdate(update.Role, [part]) { ModelId = update.ModelId, MessageId = update.MessageId, ResponseId = update.ResponseId };
                }
            }
        }
    }

    [GeneratedRegex("(?<= )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => IsDisposed = true;

    /// <summary>A reply for every request, made from its messages.</summary>
    public static Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> Answer(Func<string, object> answer) =>
        (messages, _) => Task.FromResult(answer(messages[^1].Text));

    /// <summary>A reply with one block of code.</summary>
    public static string Code(string code, string reasoning = "I look.") => $"{reasoning}\n\n```js\n{code}\n```";
}
