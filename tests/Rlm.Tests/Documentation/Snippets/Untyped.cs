// <snippet untyped>
using Rlm;
// </snippet>
using Microsoft.Extensions.AI;

namespace Documentation.Snippets;

internal static class Untyped
{
    public static async Task<Prediction> RunAsync(IChatClient chatClient, string report)
    {
        // <snippet untyped>
        var module = new RecursiveModule("report, question -> answer, confidence: float?", chatClient);
        var prediction = await module.RunAsync(new Dictionary<string, object?>
        {
            ["report"] = report,
            ["question"] = "Which region grew fastest?",
        });

        Console.WriteLine(prediction.Get<string>("answer"));
        Console.WriteLine(prediction.StopReason);
        // </snippet>
        return prediction;
    }
}
