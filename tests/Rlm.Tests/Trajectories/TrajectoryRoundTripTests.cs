using System.Text.Json;

namespace Rlm.Tests.Trajectories;

public class TrajectoryRoundTripTests
{
    [Fact]
    public void Trajectory_EverythingSet_ComesBackEqual() => RecordEquality.AssertEqual(SampleTrajectory.Full, Trajectory.FromJson(SampleTrajectory.Full.ToJson()));

    [Fact]
    public void Trajectory_Empty_ComesBackEqual() => RecordEquality.AssertEqual(new Trajectory(), Trajectory.FromJson(new Trajectory().ToJson()));

    [Fact]
    public void Prediction_EverythingSet_ComesBackEqual()
    {
        var prediction = new Prediction
        {
            Outputs = new Dictionary<string, JsonElement> { ["answer"] = JsonElement.Parse("""{"a": [1, null, 12345678901234567890]}"""), ["note"] = JsonElement.Parse("null") },
            Trajectory = SampleTrajectory.Full,
            FinalReasoning = "Because.",
            StopReason = StopReason.MaxCost,
            Usage = SampleTrajectory.Usage(9),
            UsageByModel = new Dictionary<string, Microsoft.Extensions.AI.UsageDetails> { ["big"] = SampleTrajectory.Usage(8), ["small"] = SampleTrajectory.Usage(1) },
            Cost = 0.0123456789m,
            Duration = TimeSpan.FromDays(1.5),
        };

        RecordEquality.AssertEqual(prediction, Prediction.FromJson(prediction.ToJson()));
    }

    [Fact]
    public void Json_WhatIsNull_IsLeftOut()
    {
        var json = new Trajectory { Steps = [new() { Turn = 1 }] }.ToJson();

        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("extraction", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"steps": [{"reasoning": "no turn"}]}""")]
    [InlineData("""{"steps": [{"turn": "x"}]}""")]
    [InlineData("""{"steps": {}}""")]
    public void FromJson_WrongShape_Throws(string json) => Assert.Throws<JsonException>(() => Trajectory.FromJson(json));
}
