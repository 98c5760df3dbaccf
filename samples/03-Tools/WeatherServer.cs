using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Samples;

/// <summary>A server of the Model Context Protocol that speaks over standard input and output.</summary>
internal static class WeatherServer
{
    private static readonly Dictionary<string, double> Celsius = new(StringComparer.OrdinalIgnoreCase) { ["Lisbon"] = 15.5, ["Oslo"] = -4, ["Vienna"] = 2 };

    public static async Task RunAsync()
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "weather", Version = "1.0" },
            ToolCollection = [McpServerTool.Create(GetWeather, new McpServerToolCreateOptions { Name = "get_weather", Description = "Gives the weather of a city as JSON." })],
        };
        await using var server = McpServer.Create(new StdioServerTransport("weather"), options);
        await server.RunAsync();
    }

    private static string GetWeather([Description("The name of the city.")] string city) => Celsius.TryGetValue(city, out var celsius)
        ? System.Text.Json.JsonSerializer.Serialize(new { celsius })
        : throw new ModelContextProtocol.McpException($"There is no weather of {city}.");
}
