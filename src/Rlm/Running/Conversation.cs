using Microsoft.Extensions.AI;

namespace Rlm.Running;

/// <summary>The messages of a run. Only ever appended to: each prompt begins with the whole of the one before, so that caches of providers hold.</summary>
internal sealed class Conversation(string system, string task)
{
    private const string EmptyReply = "(empty reply)";

    private readonly List<ChatMessage> _messages = [new(ChatRole.System, system), new(ChatRole.User, task)];

    public int Count => _messages.Count;

    /// <summary>A copy, which the client may keep or change.</summary>
    public IList<ChatMessage> Snapshot() => [.. _messages];

    public void AddUser(string text) => _messages.Add(new ChatMessage(ChatRole.User, text));

    /// <summary>
    /// Appends the reply as it came. What is neither text nor reasoning is left out: providers refuse a function call that no result follows;
    /// and they refuse an empty message.
    /// </summary>
    public void AddReply(ChatResponse response)
    {
        var contents = response.Messages.SelectMany(message => message.Contents).Where(content => content is TextContent or TextReasoningContent).ToList();
        if (string.IsNullOrWhiteSpace(response.Text))
        {
            contents.Add(new TextContent(EmptyReply));
        }

        _messages.Add(new ChatMessage(ChatRole.Assistant, contents));
    }
}
