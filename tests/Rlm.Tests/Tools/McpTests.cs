using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Tools;

/// <summary>Tools of a real MCP server, a process of its own that is spoken to over its standard input and output.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private McpClient _server = null!;
    private IList<McpClientTool> _tools = [];

    public async Task InitializeAsync()
    {
        _server = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "library",
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "Rlm.McpServer.dll")],
        }));
        _tools = await _server.ListToolsAsync();
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    private async Task<(string Output, TrajectoryStep Step, ScriptedChatClient Client)> RunAsync(string code)
    {
        var client = new ScriptedChatClient(Code(code), Code("SUBMIT('ok')"));
        var prediction = await new RecursiveModule("text -> answer", client, new() { Tools = [.. _tools] }).RunAsync(new Dictionary<string, object?> { ["text"] = "t" });
        return (prediction.Trajectory.Steps[0].Output, prediction.Trajectory.Steps[0], client);
    }

    [Fact]
    public async Task Prompt_DeclaresTheToolsOfTheServer()
    {
        var (_, _, client) = await RunAsync("1");

        Assert.Contains("- `find_books(word: string, limit?: number): Promise<any>` — Finds books by words in their titles.\n  - `word`: A word of the title.", client.Texts(0)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print(JSON.parse(await find_books('sea', 2)))", "[ 'sea 1', 'sea 2' ]\n")]
    [InlineData("print(await find_books({ word: 'sky' }))", "[\"sky 1\",\"sky 2\",\"sky 3\"]\n")]
    [InlineData("const loan = await lend('Emma', 14); print(loan.title, loan.days + 1, loan.isExtended)", "Emma 15 false\n")]
    [InlineData("print((await cover('Emma')).uri)", "data:image/png;base64,BA==\n")]
    [InlineData("print((await Promise.all(['a', 'b'].map(async w => JSON.parse(await find_books(w, 1))[0]))).join())", "a 1,b 1\n")]
    public async Task Call_Tool_GivesItsResultAsAValue(string code, string output) => Assert.Equal(output, (await RunAsync(code)).Output);

    [Fact]
    public async Task Call_ToolFails_IsAnErrorThatTheCodeCanCatch()
    {
        var (output, step, _) = await RunAsync("try { await take_back('Emma'); print('back') } catch (e) { print(e.message) }");

        Assert.Equal("take_back failed: 'Emma' was never lent.\n", output);
        Assert.Equal("take_back failed: 'Emma' was never lent.", Assert.Single(step.ToolCalls).Error);
    }

    [Fact]
    public async Task Call_WrongArguments_AreNamedWithoutAskingTheServer()
    {
        var (output, _, _) = await RunAsync("try { await lend({ name: 'Emma' }) } catch (e) { print(e.message) }");

        Assert.StartsWith("lend: 'name' is not an argument; 'title' is missing; 'days' is missing. Call it as lend(title: string, days: number)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Cancelled_EndsTheRun()
    {
        using var cancellation = new CancellationTokenSource();
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("await wait()")), new() { Tools = [.. _tools] });

        var exception = await Assert.ThrowsAsync<RunCanceledException>(async () =>
        {
            await foreach (var update in module.RunStreamingAsync(new Dictionary<string, object?> { ["text"] = "t" }, cancellation.Token))
            {
                if (update is ToolCallStartedUpdate)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal("it was cancelled", Assert.Single(Assert.Single(exception.Trajectory.Steps).ToolCalls).Error);
    }
}
