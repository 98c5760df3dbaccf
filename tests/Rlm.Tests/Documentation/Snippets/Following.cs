using Rlm;

namespace Documentation.Snippets;

internal static class Following
{
    public static async Task FollowAsync(RecursiveModule module, IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellationToken)
    {
        // <snippet streaming>
        await foreach (var update in module.RunStreamingAsync(inputs, cancellationToken))
        {
            switch (update)
            {
                case ModelTextUpdate part:
                    Console.Write(part.Text);
                    break;
                case TurnFinishedUpdate { Step: var step }:
                    Console.WriteLine($"Turn {step.Turn}: {step.SubCalls.Count} sub-calls\n{step.Output}");
                    break;
                case RunFinishedUpdate { Prediction: var prediction }:
                    Console.WriteLine(prediction.Get<string>("answer"));
                    break;
            }
        }
        // </snippet>
    }

    public static async Task<(Prediction First, Prediction Second)> AskTwiceAsync(RecursiveModule module, string report)
    {
        // <snippet session>
        await using var session = module.CreateSession();
        var inputs = new Dictionary<string, object?> { ["report"] = report, ["question"] = "Which region grew fastest?" };
        var first = await module.RunAsync(inputs, session);

        inputs["question"] = "And which customers made the difference there?";
        var second = await module.RunAsync(inputs, session);
        // </snippet>
        return (first, second);
    }
}
