using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

/// <summary>What happened in one turn has no effect in a later one.</summary>
public class LateEffectTests
{
    [Fact]
    public async Task Submission_Refused_IsForgotten()
    {
        var client = new ScriptedChatClient(
            ScriptedChatClient.Code("SUBMIT({ answer: 'stale', count: 'many' })"),
            ScriptedChatClient.Code("print('no submission here')"),
            """{ "answer": "fresh", "count": 1 }""");

        var prediction = await new RecursiveModule("x -> answer, count: int", client, new() { MaxIterations = 2 }).RunAsync(new Dictionary<string, object?> { ["x"] = "" });

        Assert.Equal((StopReason.MaxIterations, "fresh"), (prediction.StopReason, prediction.Get<string>("answer")));
    }

    [Fact]
    public async Task Submission_RefusedThenPartOfIt_IsNotCompletedByWhatWasRefused()
    {
        var run = await Scenario.RunAsync("x -> answer, count: int", new Dictionary<string, object?> { ["x"] = "" }, null,
            "SUBMIT({ answer: 'stale', count: 'many' })", "SUBMIT({ count: 1 })", "SUBMIT({ answer: 'fresh', count: 1 })");

        Assert.Contains("answer is missing", run.Output(2), StringComparison.Ordinal);
        Assert.Equal("fresh", run.Prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task Call_OfAStoppedTurn_EndsInNoLaterOne()
    {
        var release = new TaskCompletionSource<string>();
        var slow = AIFunctionFactory.Create(() => release.Task, "slow");
        var let = AIFunctionFactory.Create(
            async () =>
            {
                release.TrySetResult("late");
                for (var i = 0; i < 100; i++)
                {
                    await Task.Yield();
                }
            },
            "let_go");
        var options = new RecursiveModuleOptions { Tools = [slow, let], TurnTimeLimit = TimeSpan.FromMilliseconds(200) };

        var run = await Scenario.RunAsync(
            options,
            "let got = 'nothing'; async function wait() { got = await slow(); print('arrived', got); }\nwait();\nwhile (true);",
            "await let_go(); print(got)",
            "print(got)");

        Assert.StartsWith("Stopped: the code computed for longer than 0.2 seconds.", run.Steps[0].Error, StringComparison.Ordinal);
        Assert.Equal("nothing", run.Output(2).TrimEnd());
        Assert.Equal("nothing", run.Output(3).TrimEnd());
        Assert.Equal(["slow", "let_go"], run.Steps.SelectMany(step => step.ToolCalls).Select(call => call.Name));
        Assert.Equal("slow", Assert.Single(run.Steps[0].ToolCalls).Name);
    }
}
