// <snippet signature>
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Rlm;
// </snippet>
using Microsoft.Extensions.AI;

namespace Documentation.Snippets;

// <snippet signature>
[Description("Answer the question from the report.")]
public sealed class ReportQuestion
{
    [Input, Description("The full text of the report.")]
    public required string Report { get; init; }

    [Input]
    public required string Question { get; init; }

    [Output, Description("One sentence.")]
    public string Answer { get; init; } = "";

    [Output, Range(0.0, 1.0)]
    public double? Confidence { get; init; }
}
// </snippet>

internal static class Typed
{
    public static async Task<Prediction<ReportQuestion>> RunAsync(IChatClient chatClient, string report)
    {
        // <snippet typed>
        var module = new RecursiveModule<ReportQuestion>(chatClient);
        var prediction = await module.RunAsync(new() { Report = report, Question = "Which region grew fastest?" });

        Console.WriteLine(prediction.Result.Answer);
        foreach (var step in prediction.Trajectory.Steps)
        {
            Console.WriteLine($"Turn {step.Turn}: {step.Reasoning}\n{step.Code}\n{step.Output}");
        }
        // </snippet>
        return prediction;
    }
}
