using System.Text.Json;
using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Trajectories;

public class TrajectoryJsonTests
{
    private static async Task<Prediction> RunAsync(int maxIterations = 20)
    {
        var tool = AIFunctionFactory.Create((string query) => new[] { query }, "search");
        var client = new ScriptedChatClient(Code("print(1)"), Code("llm()"), "sub", Code("search()"), "", maxIterations == 4 ? """{"answer": "größe", "count": 12345678901234567890}""" : Code("submit()"))
        {
            Usage = new UsageDetails { InputTokenCount = 1, OutputTokenCount = 2, TotalTokenCount = 3, CachedInputTokenCount = 1, AdditionalCounts = new() { ["x"] = 5 } },
        };
        var interpreter = new ScriptedInterpreter(
            Fail("Error", "no"), Call("llm_query", """["Q"]"""), Call("search", """["cats"]"""), Submit("""["größe", 12345678901234567890]"""));
        return await new RecursiveModule("text -> answer, count: int", client, interpreter.In(new() { Tools = [tool], MaxIterations = maxIterations }))
            .RunAsync(new Dictionary<string, object?> { ["text"] = new string('x', 1_000_000) });
    }

    [Theory]
    [InlineData(20)]
    [InlineData(4)]
    public async Task Prediction_RoundTrips(int maxIterations)
    {
        var prediction = await RunAsync(maxIterations);

        var json = prediction.ToJson();
        var read = Prediction.FromJson(json);

        Assert.Equal(json, read.ToJson());
        Assert.Equal("größe", read.Get<string>("answer"));
        Assert.Equal(12345678901234567890, read.Get<ulong>("count"));
        Assert.Equal(prediction.StopReason, read.StopReason);
        Assert.Equal(prediction.Duration, read.Duration);
        Assert.Equal(prediction.Usage.TotalTokenCount, read.Usage.TotalTokenCount);
        Assert.Equal(prediction.Usage.AdditionalCounts!["x"], read.Usage.AdditionalCounts!["x"]);
        Assert.Equal(prediction.UsageByModel["scripted"].CachedInputTokenCount, read.UsageByModel["scripted"].CachedInputTokenCount);
        Assert.Equal(prediction.Trajectory.Steps.Count, read.Trajectory.Steps.Count);
        Assert.Equal("Q", read.Trajectory.Steps[1].SubCalls[0].PromptPreview);
        Assert.Equal("\"cats\"", read.Trajectory.Steps[2].ToolCalls[0].ArgumentsPreview);
        Assert.Equal(prediction.Trajectory.Extraction?.Reply, read.Trajectory.Extraction?.Reply);
    }

    [Fact]
    public async Task Trajectory_RoundTripsAndHoldsNoInput()
    {
        var trajectory = (await RunAsync()).Trajectory;

        var json = trajectory.ToJson();

        Assert.Equal(json, Trajectory.FromJson(json).ToJson());
        Assert.True(json.Length < 10_000);
        Assert.Contains("\"error\": \"Error: no", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void FromJson_OtherText_Throws(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Trajectory.FromJson(json));
        Assert.ThrowsAny<JsonException>(() => Prediction.FromJson(json));
    }

    [Fact]
    public async Task Get_UnknownName_NamesTheOutputs()
    {
        var prediction = await RunAsync();

        Assert.Equal("There is no output 'result'. The outputs are: answer, count. (Parameter 'name')", Assert.Throws<ArgumentException>(() => prediction.Get<string>("result")).Message);
        Assert.Throws<JsonException>(() => prediction.Get<int>("answer"));
    }
}
