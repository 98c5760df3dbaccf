// Tools: the code of the model calls functions of the application. They come from a delegate, from a function that needs approval, and from an
// MCP server over stdio, which is this same program started with --serve.
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using Rlm;
using Samples;

if (args is ["--serve"])
{
    await WeatherServer.RunAsync();
    return;
}

// An MCP client gives the tools of its server as AIFunctions. Any server does; this one needs no network.
await using var server = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
{
    Name = "weather",
    Command = Environment.ProcessPath!,
    Arguments = [.. EntryAssembly(), "--serve"],
}));
var tools = await server.ListToolsAsync();

using var chatClient = SampleModel.Choose(
    """
    I ask for the weather of all cities at once, and convert the temperatures.

    ```js
    const reports = await Promise.all(cities.map(async city => ({ city, ...JSON.parse(await get_weather({ city })) })));
    for (const report of reports) report.fahrenheit = await toFahrenheit(report.celsius);
    print(reports);
    try {
      await get_weather({ town: "Oslo" });
    } catch (error) {
      print(error.message);
    }
    ```
    """,
    """
    The coldest one is worth a warning.

    ```js
    const coldest = reports.reduce((a, b) => (b.celsius < a.celsius ? b : a));
    const sent = [];
    for (const report of reports) {
      try {
        await sendWarning(report.city, `It is ${report.celsius} °C.`);
        sent.push(report.city);
      } catch (error) {
        print(error.message);
      }
    }
    SUBMIT({ coldest: coldest.city, fahrenheit: coldest.fahrenheit, warned: sent });
    ```
    """);

var warnings = new List<string>();
var module = new RecursiveModule("cities: list[str] -> coldest, fahrenheit: float, warned: list[str]", chatClient, new RecursiveModuleOptions
{
    Tools =
    [
        .. tools,
        AIFunctionFactory.Create(Temperature.ToFahrenheit, "toFahrenheit"),
        new ApprovalRequiredAIFunction(AIFunctionFactory.Create((string city, string text) => warnings.Add($"{city}: {text}"), "sendWarning", "Sends a warning to all people in a city.")),
    ],

    // An application would ask somebody. Here only Oslo may be warned.
    ToolApproval = (function, arguments, _) => ValueTask.FromResult(arguments["city"]?.ToString() == "Oslo"),
});

var prediction = await module.RunAsync(new Dictionary<string, object?> { ["cities"] = (List<string>)["Lisbon", "Oslo", "Vienna"] });

Console.WriteLine($"The coldest is {prediction.Get<string>("coldest")} with {prediction.Get<double>("fahrenheit")} °F.");
Console.WriteLine($"Warned: {string.Join("; ", warnings)}");
foreach (var call in prediction.Trajectory.Steps.SelectMany(step => step.ToolCalls))
{
    Console.WriteLine($"  {call.Name}({call.ArgumentsPreview}) -> {call.Error ?? call.ResultPreview}");
}

// `dotnet run` starts an executable of its own name, `dotnet x.dll` needs the dll again.
static IEnumerable<string> EntryAssembly() =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
