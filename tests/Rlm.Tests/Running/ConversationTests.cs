using Microsoft.Extensions.AI;
using Rlm.Running;

namespace Rlm.Tests.Running;

public class ConversationTests
{
    [Fact]
    public void Snapshot_TakenBefore_DoesNotSeeWhatIsAppended()
    {
        var conversation = new Conversation("system", "task");
        var before = conversation.Snapshot();

        conversation.AddReply(new ChatResponse(new ChatMessage(ChatRole.Assistant, "reply")));
        conversation.AddUser("output");

        Assert.Equal(["system", "task"], before.Select(message => message.Text));
        Assert.Equal(["system", "task", "reply", "output"], conversation.Snapshot().Select(message => message.Text));
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], conversation.Snapshot().Select(message => message.Role));
    }

    [Fact]
    public void Snapshot_ChangedByTheClient_ChangesNothing()
    {
        var conversation = new Conversation("system", "task");

        conversation.Snapshot().Clear();

        Assert.Equal(2, conversation.Count);
        Assert.Equal(2, conversation.Snapshot().Count);
    }

    [Fact]
    public void AddReply_EmptyOrCallsOfFunctions_IsAMessageThatProvidersTake()
    {
        var conversation = new Conversation("system", "task");

        conversation.AddReply(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "f"), new TextReasoningContent("hm")])));
        conversation.AddReply(new ChatResponse());

        var replies = conversation.Snapshot().Skip(2).ToList();
        Assert.Equal(["(empty reply)", "(empty reply)"], replies.Select(reply => reply.Text));
        Assert.DoesNotContain(replies.SelectMany(reply => reply.Contents), content => content is FunctionCallContent);
        Assert.Contains(replies[0].Contents, content => content is TextReasoningContent);
    }
}
