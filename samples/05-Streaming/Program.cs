// Live progress: everything that happens in a run comes as an update while it happens. Spectre.Console shows the reply as the model writes it, the
// code, the sub-calls that are under way, and at last the answer. Ctrl+C ends the run.
using System.Globalization;
using Microsoft.Extensions.AI;
using Rlm;
using Samples;
using Spectre.Console;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

using var chatClient = SampleModel.Choose(
    """
    The reviews are many and short. I put fifty of them into each prompt and ask for the mood of each part at once.

    ```js
    const parts = [];
    for (let i = 0; i < reviews.length; i += 50) parts.push(reviews.slice(i, i + 50).join("\n"));
    const moods = await llm_query_batched(parts.map(part => `How do the writers feel? Answer with one word.\n\n${part}`));
    print(moods);
    ```
    """,
    """
    Now I count.

    ```js
    const counts = {};
    for (const mood of moods) counts[mood] = (counts[mood] ?? 0) + 1;
    print(counts);
    SUBMIT(Object.entries(counts).sort((a, b) => b[1] - a[1])[0][0], counts);
    ```
    """);
using IChatClient subClient = chatClient is RecordedChatClient ? new SlowReader() : chatClient;

var reviews = Enumerable.Range(0, 600).Select(i => i % 3 == 0 ? $"Review {i}: it broke after a week." : $"Review {i}: I like it very much.").ToArray();
var module = new RecursiveModule("reviews: list[str] -> mood, counts: json", chatClient, new RecursiveModuleOptions { SubClient = subClient, MaxConcurrency = 4 });

Prediction? prediction = null;
var screen = new Screen();
await AnsiConsole.Live(screen.Render()).StartAsync(async live =>
{
    await foreach (var update in module.RunStreamingAsync(new Dictionary<string, object?> { ["reviews"] = reviews }, cancellation.Token))
    {
        screen.Show(update);
        live.UpdateTarget(screen.Render());
        prediction = (update as RunFinishedUpdate)?.Prediction ?? prediction;
    }
});

AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The mood is [bold]{prediction!.Get<string>("mood")}[/]: {prediction.Outputs["counts"].GetRawText()}");
