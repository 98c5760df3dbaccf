using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.SubCalls;

public class SubCallTests
{
    /// <summary>Runs one turn that makes the call, and gives its step and the message that the model got.</summary>
    private static async Task<(TrajectoryStep Step, string Message, ScriptedChatClient Sub)> CallAsync(
        string function, string argumentsJson, object reply, RecursiveModuleOptions? options = null)
    {
        var sub = new ScriptedChatClient(reply) { ModelId = "small" };
        var root = new ScriptedChatClient(Code("call()"), Code("submit()"));
        var interpreter = new ScriptedInterpreter(Call(function, argumentsJson), Submit("""["ok"]"""));
        options ??= new RecursiveModuleOptions();
        options.SubClient = sub;
        var prediction = await new RecursiveModule("text -> answer", root, interpreter.In(options)).RunAsync(new Dictionary<string, object?> { ["text"] = "t" });
        return (prediction.Trajectory.Steps[0], root.Texts(1)[^1], sub);
    }

    [Theory]
    [InlineData("llm_query")]
    [InlineData("rlm_query")]
    public async Task Query_Prompt_GivesTheText(string function)
    {
        var (step, message, sub) = await CallAsync(function, """["What?"]""", "<think>Hm.</think>\nThat. ");

        Assert.Equal("That.", step.Output);
        Assert.Equal(["What?"], sub.Texts(0));
        Assert.Equal(ChatRole.User, sub.Requests[0][0].Role);
        var call = Assert.Single(step.SubCalls);
        Assert.Equal((function, "small", 5, "What?", 5, "That.", null), (call.Function, call.Model, call.PromptLength, call.PromptPreview, call.ResponseLength, call.ResponsePreview, call.Error));
        Assert.Equal(15, call.Usage!.TotalTokenCount);
        Assert.EndsWith("Sub-calls left: 49 of 50.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["Q", "context"]""", "Q\n\ncontext")]
    [InlineData("""["Q", null]""", "Q")]
    [InlineData("""["Q", {"a": [1]}]""", "Q\n\n{\"a\": [1]}")]
    public async Task Query_Context_FollowsThePrompt(string arguments, string prompt)
    {
        var (_, _, sub) = await CallAsync("llm_query", arguments, "x");

        Assert.Equal(prompt, sub.Texts(0)[0]);
    }

    [Theory]
    [InlineData("[]", "llm_query needs a prompt: llm_query(prompt, context?).")]
    [InlineData("[null]", "llm_query needs a prompt: llm_query(prompt, context?).")]
    [InlineData("""[" \n"]""", "llm_query: the prompt is empty. Nothing was sent, and nothing was counted.")]
    [InlineData("""[["a"]]""", "llm_query takes one prompt as a string; for several prompts use llm_query_batched(prompts).")]
    [InlineData("[{}]", "llm_query takes its prompt as a string, but got an object.")]
    [InlineData("[5]", "llm_query takes its prompt as a string, but got a number.")]
    [InlineData("""["a", "b", {"model": "x"}]""", "llm_query: there is no model \"x\"; there are no models to choose from; leave 'model' out.")]
    [InlineData("""["a", {"model": 5}]""", "llm_query: there is no model 5; there are no models to choose from; leave 'model' out.")]
    [InlineData("""["a", "b", {"model": "x"}, 1]""", "llm_query takes a prompt, a context and options, and no further arguments.")]
    [InlineData("""["a", "b", {"temperature": 1}]""", "llm_query: the options are an object with the keys model, schema, context, but got the keys temperature.")]
    [InlineData("""["a", "b", "c"]""", "llm_query: the options are an object with the keys model, schema, context, but got a string.")]
    [InlineData("""["a", {"schema": "string"}]""", "llm_query: 'schema' is a JSON schema, such as { type: \"object\", properties: { name: { type: \"string\" } }, required: [\"name\"] }.")]
    [InlineData("""["12345678901"]""", "llm_query: the prompt has 11 characters, but at most 10 are allowed. Split the text into parts and ask about each. Nothing was sent, and nothing was counted.")]
    [InlineData("""["123456789", "c"]""", "llm_query: the prompt has 12 characters, but at most 10 are allowed. Split the text into parts and ask about each. Nothing was sent, and nothing was counted.")]
    public async Task Query_BadArguments_AreErrorsThatCostNothing(string arguments, string error)
    {
        var (step, message, sub) = await CallAsync("llm_query", arguments, "x", new() { MaxSubPromptLength = 10 });

        Assert.Equal($"Error: {error}", step.Error);
        Assert.Empty(sub.Requests);
        Assert.Empty(step.SubCalls);
        Assert.EndsWith("Sub-calls left: 50 of 50.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_ModelFails_IsAnErrorOfTheCode()
    {
        var (step, message, _) = await CallAsync("llm_query", """["Q"]""", new HttpRequestException("503\nService Unavailable"));

        Assert.Equal("Error: llm_query failed: 503 Service Unavailable", step.Error);
        Assert.Equal("503 Service Unavailable", Assert.Single(step.SubCalls).Error);
        Assert.EndsWith("Sub-calls left: 49 of 50.", message, StringComparison.Ordinal);
    }

    public static TheoryData<ChatResponse, string> TextlessResponses => new()
    {
        { new ChatResponse(), "the answer is empty" },
        { new ChatResponse(new ChatMessage(ChatRole.Assistant, "")), "the answer has no text, only TextContent" },
        { new ChatResponse(new ChatMessage(ChatRole.Assistant, [new DataContent("data:image/png;base64,AA==")])), "the answer has no text, only DataContent" },
    };

    [Theory]
    [MemberData(nameof(TextlessResponses))]
    public async Task Query_AnswerWithoutText_NamesWhatItHas(ChatResponse response, string problem)
    {
        var (step, _, _) = await CallAsync("llm_query", """["Q"]""", response);

        Assert.Equal($"Error: llm_query failed: {problem}", step.Error);
    }

    [Fact]
    public async Task Query_AnswerInParts_IsAllOfItsText()
    {
        var response = new ChatResponse([
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("Hm."), new TextContent("One, "), new TextContent("two, ")]),
            new ChatMessage(ChatRole.Assistant, "three."),
        ]);

        var (step, _, _) = await CallAsync("llm_query", """["Q"]""", response);

        Assert.Equal("One, two, \nthree.", step.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Batch_ClientWithABug_IsAFailedSlotAndTheRunGoesOn()
    {
        var answer = Answer(prompt => prompt == "bad" ? new InvalidCastException("bug") : "fine");

        var (step, message, _) = await CallAsync("llm_query_batched", """[["a", "bad"]]""", answer);

        Assert.Equal("fine|[ERROR] bug", step.Output);
        Assert.Contains("Failed sub-calls: llm_query_batched at index 1 (bug).", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_NoSubClient_UsesTheClientOfTheModule()
    {
        var root = new ScriptedChatClient(Code("call()"), "sub answer", Code("submit()"));
        var interpreter = new ScriptedInterpreter(Call("llm_query", """["Q"]"""), Submit("""["ok"]"""));

        await new RecursiveModule("text -> answer", root, interpreter.In(new() { SubChatOptions = new() { MaxOutputTokens = 7 } })).RunAsync(new Dictionary<string, object?> { ["text"] = "t" });

        Assert.Equal(["Q"], root.Texts(1));
        Assert.Equal(7, root.Options[1]!.MaxOutputTokens);
        Assert.Null(root.Options[0]);
    }

    [Theory]
    [InlineData("llm_query_batched")]
    [InlineData("rlm_query_batched")]
    public async Task Batch_Prompts_KeepTheirOrder(string function)
    {
        var first = new TaskCompletionSource();
        var answer = async Task<object> (IReadOnlyList<ChatMessage> messages, CancellationToken _) =>
        {
            // The first to be asked is the last to answer.
            if (messages[0].Text == "p0")
            {
                await first.Task;
            }
            else if (messages[0].Text == "p4")
            {
                first.SetResult();
            }

            return $"answer to {messages[0].Text}";
        };

        var (step, message, _) = await CallAsync(function, """[["p0", "p1", "p2", "p3", "p4"]]""", answer);

        Assert.Equal("answer to p0|answer to p1|answer to p2|answer to p3|answer to p4", step.Output);
        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], step.SubCalls.Select(call => call.PromptPreview));
        Assert.EndsWith("Sub-calls left: 45 of 50.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_FailedSlot_IsATextAndIsListed()
    {
        var answer = Answer(prompt => prompt == "bad" ? new HttpRequestException("503") : "fine");

        var (step, message, _) = await CallAsync("llm_query_batched", """[["a", "bad", "b", "bad"]]""", answer);

        Assert.Equal("fine|[ERROR] 503|fine|[ERROR] 503", step.Output);
        Assert.Contains("Failed sub-calls: llm_query_batched at indices 1, 3 (503). Their answers are error texts, not data.", message, StringComparison.Ordinal);
        Assert.Null(step.Error);
    }

    [Fact]
    public async Task Batch_Empty_CostsNothing()
    {
        var (step, message, sub) = await CallAsync("llm_query_batched", "[[]]", "x");

        Assert.Equal("", step.Output);
        Assert.Null(step.Error);
        Assert.Empty(sub.Requests);
        Assert.EndsWith("Sub-calls left: 50 of 50.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "llm_query_batched takes an array of strings: llm_query_batched([prompt, …]).")]
    [InlineData("""["a"]""", "llm_query_batched takes an array of strings: llm_query_batched([prompt, …]).")]
    [InlineData("""[["a"], "context"]""", "llm_query_batched takes an array of prompts and, as its second argument, options such as { context, schema }.")]
    [InlineData("""[["a", "", 5, {"x": 1}, "12345678901"]]""", "llm_query_batched: Prompt 1 is empty. Prompt 2 is a number, not a string. Prompt 3 is an object, not a string. Prompt 4 has 11 characters, but at most 10 are allowed. Split the text into parts and ask about each. Nothing was sent, and nothing was counted.")]
    [InlineData("""[["", "", "", "", "", "", ""]]""", "llm_query_batched: Prompt 0 is empty. Prompt 1 is empty. Prompt 2 is empty. Prompt 3 is empty. Prompt 4 is empty. 2 more prompts are wrong. Nothing was sent, and nothing was counted.")]
    public async Task Batch_BadArguments_AreRefusedAsAWhole(string arguments, string error)
    {
        var (step, _, sub) = await CallAsync("llm_query_batched", arguments, "x", new() { MaxSubPromptLength = 10 });

        Assert.Equal($"Error: {error}", step.Error);
        Assert.Empty(sub.Requests);
    }

    [Fact]
    public async Task Batch_OverTheLimit_IsRefusedAsAWholeAndCostsNothing()
    {
        var (step, message, sub) = await CallAsync("llm_query_batched", """[["a", "b", "c", "d"]]""", "x", new() { MaxSubCalls = 3 });

        Assert.Equal("Error: llm_query_batched: this needs 4 sub-calls, but only 3 of 3 are left. Nothing was sent, and nothing was counted. Put more text into fewer prompts.", step.Error);
        Assert.Empty(sub.Requests);
        Assert.EndsWith("Sub-calls left: 3 of 3.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_OfFifty_NeverExceedsTheConcurrency()
    {
        var running = 0;
        var peak = 0;
        var answer = async Task<object> (IReadOnlyList<ChatMessage> messages, CancellationToken _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref peak, now);
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref running);
            return messages[0].Text;
        };
        var prompts = string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"{i}\""));

        var (step, _, sub) = await CallAsync("llm_query_batched", $"[[{prompts}]]", answer, new() { MaxConcurrency = 4 });

        Assert.Equal(string.Join('|', Enumerable.Range(0, 50)), step.Output);
        Assert.Equal(50, sub.Requests.Count);
        Assert.InRange(peak, 1, 4);
    }

    [Fact]
    public async Task Query_AtTheLimit_TheNextIsRefused()
    {
        var sub = new ScriptedChatClient(Answer(_ => "x"));
        var results = new List<FunctionResult>();
        var interpreter = new ScriptedInterpreter(
            async (interpreter, _, token) =>
            {
                var calls = Enumerable.Range(0, 11).Select(_ => Task.Run(() => interpreter.CallAsync("llm_query", """["Q"]""", token).AsTask())).ToList();
                results.AddRange(await Task.WhenAll(calls));
                return new ExecutionResult();
            },
            Submit("""["ok"]"""));

        await new RecursiveModule("text -> answer", new ScriptedChatClient(Code("1"), Code("2")), interpreter.In(new() { MaxSubCalls = 10, SubClient = sub }))
            .RunAsync(new Dictionary<string, object?> { ["text"] = "t" });

        var refused = Assert.Single(results, result => result.Outcome is FunctionOutcome.Threw);
        Assert.Equal("llm_query: all 10 sub-calls of this run are used. Nothing was sent. Go on with what you have, and with code.", refused.Message);
        Assert.Equal(10, sub.Requests.Count);
    }

    [Fact]
    public async Task Prompt_NoSubCallsAllowed_DoesNotOfferThem()
    {
        var root = new ScriptedChatClient(Code("submit()"));

        await new RecursiveModule("text -> answer", root, new ScriptedInterpreter(Submit("""["ok"]""")).In(new() { MaxSubCalls = 0 })).RunAsync(new Dictionary<string, object?> { ["text"] = "t" });

        Assert.DoesNotContain("llm_query", string.Join('\n', root.Texts(0)), StringComparison.Ordinal);
        Assert.DoesNotContain("Sub-calls", string.Join('\n', root.Texts(0)), StringComparison.Ordinal);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            seen = Volatile.Read(ref target);
        }
    }
}
