// How to test code of your own that uses a module: mock the chat client, and leave the rest as it is. The sandbox is the real one, so a test shows
// what the code of a reply does with your inputs, your types and your tools. No key, no network, a few milliseconds each.
using Microsoft.Extensions.AI;
using Moq;
using Xunit;

namespace UnitTesting;

public class ContractReaderTests
{
    private const string Contract = "§1 The work is done at home.\n§2 Notice: 3 months, by letter.\n§3 The pay is 100 USD a day.";

    [Fact]
    public async Task NoticePeriod_ModelFindsIt_IsInDays()
    {
        var reader = new ContractReader(Replies("const months = Number(contract.match(/Notice: (\\d+) months/)[1]); SUBMIT(months * 30)").Object, _ => 1);

        Assert.Equal(90, await reader.NoticePeriodAsync(Contract));
    }

    [Fact]
    public async Task NoticePeriod_WrongTypeFirst_IsCorrectedInTheNextTurn()
    {
        var chatClient = Replies("SUBMIT('three months')", "SUBMIT(90)");
        var reader = new ContractReader(chatClient.Object, _ => 1);

        Assert.Equal(90, await reader.NoticePeriodAsync(Contract));

        // The second request tells the model what was wrong with its first submission.
        Assert.Contains("SUBMIT refused: noticeDays", Request(chatClient, 1).Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoticePeriod_CodeCallsATool_ReachesTheApplication()
    {
        var asked = new List<string>();
        var reader = new ContractReader(Replies("print(await exchangeRate('USD')); SUBMIT(1)").Object, currency =>
        {
            asked.Add(currency);
            return 0.9m;
        });

        await reader.NoticePeriodAsync(Contract);

        Assert.Equal(["USD"], asked);
    }

    [Fact]
    public async Task NoticePeriod_ModelIsDown_IsNull()
    {
        var chatClient = new Mock<IChatClient>();
        chatClient
            .Setup(client => client.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("503"));

        Assert.Null(await new ContractReader(chatClient.Object, _ => 1).NoticePeriodAsync(Contract));
    }

    [Fact]
    public async Task NoticePeriod_Prompt_DoesNotHoldTheWholeContract()
    {
        var chatClient = Replies("SUBMIT(1)");

        await new ContractReader(chatClient.Object, _ => 1).NoticePeriodAsync(Contract + new string('x', 1_000_000));

        Assert.True(Request(chatClient, 0).Sum(message => message.Text.Length) < 10_000);
    }

    /// <summary>A chat client that replies with one block of code after the other.</summary>
    private static Mock<IChatClient> Replies(params string[] codes)
    {
        var chatClient = new Mock<IChatClient>();
        var sequence = chatClient.SetupSequence(client => client.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>()));
        foreach (var code in codes)
        {
            sequence = sequence.ReturnsAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, $"I look.\n```js\n{code}\n```")));
        }

        return chatClient;
    }

    private static IEnumerable<ChatMessage> Request(Mock<IChatClient> chatClient, int number) =>
        Assert.IsAssignableFrom<IEnumerable<ChatMessage>>(chatClient.Invocations.Where(call => call.Method.Name == nameof(IChatClient.GetResponseAsync)).ElementAt(number).Arguments[0]);
}
