// Typed inputs and outputs: what the model submits is converted to the types of the class and checked against its attributes.
//
// The log is an input of any size; the model sees only its beginning, its end and its length. In the recording the first submission is wrong on
// purpose: the code is told every problem at once, and the next turn corrects them.
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Rlm;
using Samples;

var log = SampleLog.Write(lines: 20_000);
using var chatClient = SampleModel.Choose(
    """
    I look at the format of the lines first.

    ```js
    const lines = log.split("\n");
    print(lines.length, lines.slice(0, 3));
    const errors = lines.filter(line => line.includes(" ERROR "));
    print(errors.length, errors.slice(0, 3));
    ```
    """,
    """
    Each line has a time, a level, a component and a message. I count the errors by component.

    ```js
    const counts = Map.groupBy(errors, line => line.split(" ")[2]);
    const incidents = [...counts].map(([component, found]) => ({ component, count: found.length, first: found[0].split(" ")[0] }));
    incidents.sort((a, b) => b.count - a.count);
    print(incidents);
    SUBMIT({ severity: "terrible", errorRate: errors.length, incidents });
    ```
    """,
    """
    The severity must be one of the listed values, and the rate is a share.

    ```js
    SUBMIT({ severity: "high", errorRate: errors.length / lines.length, incidents });
    ```
    """);

var module = new RecursiveModule<LogReview>(chatClient);
var prediction = await module.RunAsync(new LogReview { Log = log });

var review = prediction.Result;
Console.WriteLine($"Severity:   {review.Severity}");
Console.WriteLine($"Error rate: {review.ErrorRate:P2}");
Console.WriteLine($"Advice:     {review.Advice ?? "none"}");
foreach (var incident in review.Incidents)
{
    Console.WriteLine($"{incident.Component,-10} {incident.Count,4} errors, the first at {incident.First:u}");
}

Console.WriteLine($"\n{prediction.Trajectory.Steps.Count} turns. What the second was told:\n{prediction.Trajectory.Steps[1].Error}");

namespace Samples
{
    /// <summary>The signature: the description is the task, inputs become variables, outputs are what the model submits.</summary>
    [Description("Review the log: which components fail, how often, since when, and how bad is it?")]
    internal sealed class LogReview
    {
        [Input, Description("One event a line: time, level, component, message.")]
        public required string Log { get; init; }

        [Output]
        public Severity Severity { get; init; }

        [Output, Range(0.0, 1.0), Description("The share of all lines that are errors.")]
        public double ErrorRate { get; init; }

        [Output, MinLength(1), Description("One for each component that failed, the worst first.")]
        public IReadOnlyList<Incident> Incidents { get; init; } = [];

        [Output, Description("Only if something should be done at once.")]
        public string? Advice { get; init; }
    }

    internal sealed record Incident(string Component, int Count, DateTimeOffset First);

    internal enum Severity
    {
        Low,
        Medium,
        High,
    }

    /// <summary>Makes a log that is the same every time.</summary>
    internal static class SampleLog
    {
        private static readonly string[] Components = ["api", "billing", "mail", "search"];

        public static string Write(int lines)
        {
            var start = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
            return string.Join('\n', Enumerable.Range(0, lines).Select(i =>
            {
                var component = Components[i * 7 % Components.Length];
                var isError = component == "billing" ? i % 40 == 3 : component == "mail" && i % 200 == 2;
                return $"{start.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ} {(isError ? "ERROR" : "INFO")} {component} {(isError ? "request failed" : "request served")} id={i}";
            }));
        }
    }
}
