// A server of the Model Context Protocol over standard input and output, for the tests.
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rlm.McpServer;

var options = new McpServerOptions
{
    ServerInfo = new Implementation { Name = "library", Version = "1.0" },
    ToolCollection =
    [
        McpServerTool.Create(Library.Find, new McpServerToolCreateOptions { Name = "find_books" }),
        McpServerTool.Create(Library.Lend, new McpServerToolCreateOptions { Name = "lend", UseStructuredContent = true }),
        McpServerTool.Create(Library.TakeBack, new McpServerToolCreateOptions { Name = "take_back" }),
        McpServerTool.Create(Library.Cover, new McpServerToolCreateOptions { Name = "cover" }),
        McpServerTool.Create(Library.WaitAsync, new McpServerToolCreateOptions { Name = "wait" }),
    ],
};
await using var server = ModelContextProtocol.Server.McpServer.Create(new StdioServerTransport("library"), options);
await server.RunAsync();
