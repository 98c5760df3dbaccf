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
            SubModels = [new SubModel("careful", chatClient, "For what needs judgement; costs more.")],
            Tools = [AIFunctionFactory.Create((string name) => prices[name], "price", "Gives the price of an article.")],
            MaxDepth = 2,
            MaxIterations = 10,
            MaxDuration = TimeSpan.FromMinutes(5),
            MaxCost = 0.50m,
            Price = (model, usage) => (usage.InputTokenCount ?? 0) * 3e-6m + (usage.OutputTokenCount ?? 0) * 15e-6m,
        };
        var module = new RecursiveModule("catalogue, question -> answer", chatClient, options);
        // </snippet>
        return module;
    }
}
