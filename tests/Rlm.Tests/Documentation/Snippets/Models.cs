// <snippet anthropic>
using Anthropic;
using Microsoft.Extensions.AI;
using Rlm;
// </snippet>

namespace Documentation.Snippets;

internal static class Models
{
    public static RecursiveModule Claude(string apiKey)
    {
        // <snippet anthropic>
        IChatClient chatClient = new AnthropicClient { ApiKey = apiKey }.AsIChatClient("claude-sonnet-5-5", 16_000);
        var module = new RecursiveModule("report, question -> answer", chatClient);
        // </snippet>
        return module;
    }

    public static RecursiveModule WithOptions(IChatClient chatClient, IChatClient cheapClient, IReadOnlyDictionary<string, decimal> prices)
    {
        // <snippet options>
        var options = new RecursiveModuleOptions
        {
            SubClient = cheapClient,
            MaxIterations = 10,
            Tools = [AIFunctionFactory.Create((string name) => prices[name], "price", "Gives the price of an article.")],
        };
        var module = new RecursiveModule("catalogue, question -> answer", chatClient, options);
        // </snippet>
        return module;
    }
}
