using Anthropic;
using Microsoft.Extensions.AI;

namespace Samples;

/// <summary>The language model of a sample: Claude if <c>ANTHROPIC_API_KEY</c> is set, else a recording, so that every sample runs offline.</summary>
internal static class SampleModel
{
    private const string DefaultClaude = "claude-sonnet-5-5";
    private const int MaxOutputTokens = 16_000;

    /// <param name="replies">What a model might reply, turn by turn.</param>
    public static IChatClient Choose(params string[] replies)
    {
        if (Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is not { Length: > 0 } key)
        {
            Console.WriteLine("(No ANTHROPIC_API_KEY: the replies of the model are a recording. What its code does is real.)\n");
            return new RecordedChatClient(replies);
        }

        var model = Environment.GetEnvironmentVariable("ANTHROPIC_MODEL") is { Length: > 0 } name ? name : DefaultClaude;
        return new AnthropicClient { ApiKey = key }.AsIChatClient(model, MaxOutputTokens);
    }
}
