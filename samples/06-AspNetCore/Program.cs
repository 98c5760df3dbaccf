// A web API that streams a run as server-sent events. When the client goes away, the run is cancelled: no more tokens are paid for.
//
//   dotnet run --project samples/06-AspNetCore -- --urls http://localhost:5080
//   curl -N "http://localhost:5080/ask?question=How+many+words?"
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Rlm;
using Samples;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => SampleModel.Choose(
    """
    I look at the size of the text.

    ```js
    print(text.length, text.slice(0, 80));
    const words = text.split(/\s+/);
    ```
    """,
    """
    Now I count.

    ```js
    print(words.length);
    SUBMIT(`The text has ${words.length} words.`);
    ```
    """));

// One module serves all requests: it keeps nothing of a run.
builder.Services.AddSingleton(services => new RecursiveModule(
    "text, question -> answer", services.GetRequiredService<IChatClient>(), loggerFactory: services.GetRequiredService<ILoggerFactory>(), services: services));
var app = builder.Build();

app.MapGet("/ask", (string question, RecursiveModule module, ILogger<Program> logger, CancellationToken cancellationToken) =>
    TypedResults.ServerSentEvents(AskAsync(module, question, logger, cancellationToken)));

app.Run();

static async IAsyncEnumerable<SseItem<string>> AskAsync(RecursiveModule module, string question, ILogger logger, [EnumeratorCancellation] CancellationToken cancellationToken)
{
    var inputs = new Dictionary<string, object?> { ["text"] = Document.Text, ["question"] = question };
    var isFinished = false;
    try
    {
        await foreach (var update in module.RunStreamingAsync(inputs, cancellationToken))
        {
            if (Event(update) is { } item)
            {
                yield return item;
            }
        }

        isFinished = true;
    }
    finally
    {
        if (!isFinished)
        {
            Log.Abandoned(logger, question);
        }
    }
}

static SseItem<string>? Event(RunUpdate update) => update switch
{
    ModelTextUpdate { IsReasoning: false } part => new SseItem<string>(part.Text, "text"),
    TurnFinishedUpdate { Step: var step } => new SseItem<string>(step.Output, "output"),
    RunFinishedUpdate { Prediction: var prediction } => new SseItem<string>(prediction.Get<string>("answer")!, "answer"),
    _ => null,
};
