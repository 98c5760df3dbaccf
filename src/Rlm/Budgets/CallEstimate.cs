using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>What a call of a model may use, as far as one can tell before it.</summary>
internal readonly record struct CallEstimate(string Model, UsageDetails Usage)
{
    private const int CharactersPerToken = 4;

    /// <summary>What an answer may take where <see cref="ChatOptions.MaxOutputTokens"/> does not say.</summary>
    private const int LikelyOutputTokens = 1_000;

    public static CallEstimate Before(string model, IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        new(model, UsageOf(Length(messages), null, options?.MaxOutputTokens ?? LikelyOutputTokens));

    /// <summary>What a call used whose client does not report it.</summary>
    public static UsageDetails After(IEnumerable<ChatMessage> messages, string reply) => UsageOf(Length(messages), reply.Length, 0);

    private static UsageDetails UsageOf(long promptLength, long? replyLength, long outputTokens)
    {
        var input = Tokens(promptLength);
        var output = replyLength is { } length ? Tokens(length) : outputTokens;
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }

    private static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    private static long Length(IEnumerable<ChatMessage> messages) => messages.Sum(message => (long)message.Text.Length);
}
