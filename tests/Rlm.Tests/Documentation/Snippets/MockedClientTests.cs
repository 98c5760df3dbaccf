using Microsoft.Extensions.AI;
using Moq;
using Rlm;

namespace Documentation.Snippets;

public sealed class MockedClientTests
{
    // <snippet test>
    [Fact]
    public async Task Answer_ModelSubmitsLength_IsLengthOfInput()
    {
        var chatClient = new Mock<IChatClient>();
        chatClient
            .Setup(client => client.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "```js\nSUBMIT({ answer: text.length });\n```")));
        var module = new RecursiveModule("text -> answer: int", chatClient.Object);

        var prediction = await module.RunAsync(new Dictionary<string, object?> { ["text"] = "hello" });

        Assert.Equal(5, prediction.Get<int>("answer"));
    }
    // </snippet>
}
