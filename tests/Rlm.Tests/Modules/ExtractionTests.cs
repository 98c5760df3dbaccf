using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Modules;

public class ExtractionTests
{
    private static readonly Dictionary<string, object?> Input = new() { ["text"] = "Some text." };

    private static RecursiveModule Module(ScriptedChatClient client, ScriptedInterpreter interpreter, string signature = "text -> answer, count: int?", bool throwOnLimit = false) =>
        new(signature, client, interpreter.In(new() { MaxIterations = 1, ThrowOnLimit = throwOnLimit }));

    [Theory]
    [InlineData("""{"answer": "found", "count": 3}""")]
    [InlineData("""Here it is: {"answer": "found", "count": "3",} and that is all {x}.""")]
    [InlineData("```json\n{\"answer\": \"found\", \"count\": 3}\n```")]
    [InlineData("""<think>{"answer": "wrong"}</think>{"answer": "found", "count": 3.0}""")]
    [InlineData("A set {a, b} and then { // note\n \"answer\": \"found\", \"count\": 3 }")]
    public async Task Limit_TurnsUsedUp_AnswersFromTheTranscript(string reply)
    {
        var client = new ScriptedChatClient(Code("print(1)"), reply);

        var prediction = await Module(client, new ScriptedInterpreter(Print("1"))).RunAsync(Input);

        Assert.Equal("found", prediction.Get<string>("answer"));
        Assert.Equal(3, prediction.Get<int>("count"));
        Assert.Equal(StopReason.MaxIterations, prediction.StopReason);
        Assert.Equal("The answer was extracted from the transcript, because the run used its 1 turn before a valid SUBMIT.", prediction.FinalReasoning);
        Assert.Equal(reply, prediction.Trajectory.Extraction!.Reply);
        Assert.Single(prediction.Trajectory.Steps);
        Assert.Equal(30, prediction.Usage.TotalTokenCount);
    }

    [Theory]
    [InlineData("text -> tags: list[str]", """["a", "b"]""")]
    [InlineData("text -> n: int", "42")]
    [InlineData("text -> n: int", "```json\n42\n```")]
    [InlineData("text -> answer", "\"yes\"")]
    public async Task Limit_SingleOutput_TakesABareValue(string signature, string reply)
    {
        var prediction = await Module(new ScriptedChatClient(Code("1"), reply), new ScriptedInterpreter(), signature).RunAsync(Input);

        Assert.Single(prediction.Outputs);
    }

    [Fact]
    public async Task Limit_Prompt_HasLastOutputVariablesAndOutputs()
    {
        var client = new ScriptedChatClient(Code("let found = 'x'"), """{"answer": "x"}""");
        var interpreter = new ScriptedInterpreter(
            Give(new ExecutionResult { Output = "seen", NewVariables = [new("found", "string", 1), new("broken", "object", null)] }),
            Print("a value\n"),
            Fail("Error", "cannot"));

        await Module(client, interpreter).RunAsync(Input);

        Assert.Equal(["let found = 'x'", "print(found)", "print(broken)"], interpreter.Codes);
        Assert.Equal(
            """
            Output of turn 1 (4 characters):
            ```
            seen
            ```
            New variables: found (string, 1 character), broken (object).

            The run is over: it used its 1 turn. No more code will run. Answer now, as well as you can, from what this conversation shows.

            These are variables that your code made, with their values in short:

            `found`
            ```
            a value
            ```

            Reply with one JSON object, and nothing else, that has these keys:

            - `answer: string`
            - `count?: number` (optional) (an integer)

            Use null for an optional value that you do not know.
            """.ReplaceLineEndings("\n"),
            client.Texts(1)[^1]);
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], client.Requests[1].Select(message => message.Role));
        Assert.Equal(client.Texts(0), client.Texts(1).Take(2));
    }

    [Theory]
    [InlineData("I do not know.", "there is no JSON in the reply")]
    [InlineData("{\"count\": 1}", "answer is missing; expected string")]
    [InlineData("", "there is no JSON in the reply")]
    public async Task Limit_BadExtraction_ThrowsWithTheTrajectory(string reply, string problem)
    {
        var exception = await Assert.ThrowsAsync<ExtractionException>(() => Module(new ScriptedChatClient(Code("1"), reply), new ScriptedInterpreter()).RunAsync(Input));

        Assert.Equal($"The run used its 1 turn without a valid SUBMIT, and the answer from the transcript is not valid: {problem}. Raise MaxIterations, or use a more capable model.", exception.Message);
        Assert.Single(exception.Trajectory.Steps);
        Assert.Equal(reply, exception.Trajectory.Extraction!.Reply);
        Assert.Equal(problem, exception.Trajectory.Extraction.Error);
        Assert.Equal(StopReason.MaxIterations, exception.StopReason);
    }

    [Fact]
    public async Task Limit_ModelFailsInExtraction_ThrowsWithTheTrajectory()
    {
        var failure = new HttpRequestException("503");

        var exception = await Assert.ThrowsAsync<ExtractionException>(() => Module(new ScriptedChatClient(Code("1"), failure), new ScriptedInterpreter()).RunAsync(Input));

        Assert.Same(failure, exception.InnerException);
        Assert.Single(exception.Trajectory.Steps);
        Assert.Equal("503", exception.Trajectory.Extraction!.Error);
    }

    [Fact]
    public async Task Limit_ThrowOnLimit_ThrowsWithoutAsking()
    {
        var client = new ScriptedChatClient(Code("1"));

        var exception = await Assert.ThrowsAsync<LimitReachedException>(() => Module(client, new ScriptedInterpreter(), throwOnLimit: true).RunAsync(Input));

        Assert.Equal("The run used its 1 turn without a valid SUBMIT. Raise MaxIterations, or turn ThrowOnLimit off to have the outputs extracted from the transcript.", exception.Message);
        Assert.Equal(StopReason.MaxIterations, exception.StopReason);
        Assert.Single(exception.Trajectory.Steps);
        Assert.Single(client.Requests);
    }
}
