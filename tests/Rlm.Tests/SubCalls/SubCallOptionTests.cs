using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.SubCalls;

/// <summary>Named models and answers by schema, in the real sandbox.</summary>
public class SubCallOptionTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "t" };

    private static async Task<(Prediction Prediction, ScriptedChatClient Root)> RunAsync(string code, RecursiveModuleOptions options)
    {
        var root = new ScriptedChatClient(Code(code), Code("SUBMIT(null)"));
        return (await new RecursiveModule("text -> answer: json?", root, options).RunAsync(Inputs), root);
    }

    private static async Task<(string Output, ScriptedChatClient Sub)> PrintAsync(string code, params object[] replies)
    {
        var sub = new ScriptedChatClient(replies) { ModelId = "small" };
        var (prediction, _) = await RunAsync(code, new() { SubClient = sub });
        return (prediction.Trajectory.Steps[0].Output, sub);
    }

    [Fact]
    public async Task Model_Named_Answers()
    {
        var fast = new ScriptedChatClient("fast answer") { ModelId = "fast-1" };
        var strong = new ScriptedChatClient("strong answer") { ModelId = "strong-1" };
        var (prediction, root) = await RunAsync(
            "print(await llm_query('Q', { model: 'strong' }), await llm_query('Q', 'C', { model: 'fast' }))",
            new()
            {
                SubModels = [new SubModel("fast", fast, "Cheap.\nFor simple\tquestions."), new SubModel("strong", strong) { ChatOptions = new() { Temperature = 0 } }],
                SubChatOptions = new() { MaxOutputTokens = 9 },
            });

        Assert.Equal("strong answer fast answer\n", prediction.Trajectory.Steps[0].Output);
        Assert.Equal(["strong-1", "fast-1"], prediction.Trajectory.Steps[0].SubCalls.Select(call => call.Model));
        Assert.Equal(["Q\n\nC"], fast.Texts(0));
        Assert.Equal((9, null), (fast.Options[0]!.MaxOutputTokens, strong.Options[0]!.MaxOutputTokens));
        Assert.Equal(0, strong.Options[0]!.Temperature);
        Assert.Contains("`{ model }` chooses who answers: `\"fast\"` (Cheap. For simple questions.); `\"strong\"`.", root.Texts(0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_Unknown_IsAnErrorThatListsThem()
    {
        var (prediction, _) = await RunAsync("await llm_query('Q', { model: 'best' })", new() { SubModels = [new SubModel("fast", new ScriptedChatClient()), new SubModel("strong", new ScriptedChatClient())] });

        Assert.Equal("Error: llm_query: there is no model \"best\"; the models are: fast, strong.", prediction.Trajectory.Steps[0].Error!.Split('\n')[0]);
    }

    [Fact]
    public async Task Schema_AnswerFits_IsAValue()
    {
        var (output, sub) = await PrintAsync(
            "const r = await llm_query('Who?', { schema: { type: 'object', properties: { name: { type: 'string' }, age: { type: 'integer' } }, required: ['name'] } }); print(r.name, r.age + 1)",
            "Here you are:\n```json\n{\"name\": \"Ada\", \"age\": \"36\"}\n```");

        Assert.Equal("Ada 37\n", output);
        Assert.StartsWith("Who?\n\nAnswer with JSON that fits this JSON schema, and with nothing else:\n{\"type\":\"object\"", sub.Texts(0)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: 'array', items: { type: 'object', properties: { a: { type: 'number' } } } }", """[{"a": 1}, {"a": 2}]""", "[ { a: 1 }, { a: 2 } ]")]
    [InlineData("{ type: 'array', items: { type: 'string' } }", "The list: [\"x\", \"y\"] and {\"note\": 1}", "[ 'x', 'y' ]")]
    [InlineData("{ type: 'number' }", "42", "42")]
    [InlineData("{ type: 'boolean' }", "```\ntrue\n```", "true")]
    [InlineData("{ enum: ['yes', 'no'] }", "\"YES\"", "yes")]
    [InlineData("{ type: ['string', 'null'] }", "null", "null")]
    public async Task Schema_OfAnyKind_IsRead(string schema, string reply, string output) =>
        Assert.Equal(output + "\n", (await PrintAsync($"print(await llm_query('Q', {{ schema: {schema} }}))", reply)).Output);

    [Fact]
    public async Task Schema_FirstAnswerDoesNotFit_IsRepairedOnce()
    {
        var (output, sub) = await PrintAsync(
            "print(await llm_query('Q', { schema: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] } }))",
            "{\"n\": \"many\"}",
            "{\"n\": 3}");

        Assert.Equal("{ n: 3 }\n", output);
        Assert.Equal(3, sub.Texts(1).Count);
        Assert.Equal("{\"n\": \"many\"}", sub.Texts(1)[1]);
        Assert.StartsWith("Your answer does not fit the schema: ", sub.Texts(1)[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_SecondAnswerDoesNotFitEither_IsAnErrorThatCountsOnce()
    {
        var sub = new ScriptedChatClient("no json", "still none");
        var (prediction, root) = await RunAsync("await llm_query('Q', { schema: { type: 'object' } })", new() { SubClient = sub });

        Assert.StartsWith("Error: llm_query failed: the answer does not fit the schema, and neither did the one before: there is no JSON in it", prediction.Trajectory.Steps[0].Error, StringComparison.Ordinal);
        var call = Assert.Single(prediction.Trajectory.Steps[0].SubCalls);
        Assert.Equal((30L, "still none"), (call.Usage!.TotalTokenCount, call.ResponsePreview));
        Assert.EndsWith("Sub-calls left: 49 of 50.", root.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_InABatch_GivesValuesAndNamesWhatFailed()
    {
        var sub = new ScriptedChatClient(Answer(text => text.StartsWith("bad", StringComparison.Ordinal) || text.StartsWith("Your answer", StringComparison.Ordinal) ? "?" : "[1]"));
        var (prediction, root) = await RunAsync("print(await llm_query_batched(['good', 'bad'], { schema: { type: 'array' } }))", new() { SubClient = sub });

        Assert.StartsWith("[\n  [ 1 ],\n  '[ERROR] the answer does not fit the schema", prediction.Trajectory.Steps[0].Output, StringComparison.Ordinal);
        Assert.Contains("Failed sub-calls: llm_query_batched at index 1", root.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("llm_query_batched(['a', 'b'], { context: 'C' })", "a\n\nC|b\n\nC")]
    [InlineData("llm_query_batched([{ prompt: 'a', context: 1 }, 'b'], { context: 'C' })", "a\n\n1|b\n\nC")]
    [InlineData("llm_query('a', { context: 'C' })", "a\n\nC")]
    [InlineData("llm_query('a', { name: 'data' })", "a\n\n{\"name\":\"data\"}")]
    [InlineData("llm_query('a', { model: undefined, context: 'C' })", "a\n\nC")]
    [InlineData("llm_query('a', undefined, undefined)", "a")]
    [InlineData("llm_query('a', {})", "a\n\n{}")]
    public async Task Context_HoweverGiven_FollowsThePrompt(string call, string prompts)
    {
        var sub = new ScriptedChatClient(Answer(_ => "x"));
        await RunAsync($"await {call}", new() { SubClient = sub });

        Assert.Equal(prompts, string.Join('|', Enumerable.Range(0, sub.Requests.Count).Select(request => sub.Texts(request)[0])));
    }

    [Fact]
    public async Task Approval_ToolRequiresIt_AsksWithCheckedArguments()
    {
        var asked = new List<string>();
        var tool = new ApprovalRequiredAIFunction(AIFunctionFactory.Create((string path) => $"deleted {path}", "remove"));
        var (prediction, _) = await RunAsync(
            "try { await remove({ path: 'b' }) } catch (e) { print(e.message) } print(await remove('a')); try { await remove() } catch (e) { print(e.message) }",
            new()
            {
                Tools = [tool],
                ToolApproval = (function, arguments, _) =>
                {
                    asked.Add($"{function.Name}({arguments["path"]})");
                    return ValueTask.FromResult(arguments["path"]!.ToString() == "a");
                },
            });

        Assert.Equal(["remove(b)", "remove(a)"], asked);
        Assert.Equal(
            "remove: the call was not approved. Do not repeat it; go on without.\ndeleted a\nremove: 'path' is missing. Call it as remove(path: string): Promise<string>.\n",
            prediction.Trajectory.Steps[0].Output);
    }

    [Fact]
    public async Task Approval_Throws_IsAnErrorOfTheCode()
    {
        var tool = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "x", "remove"));
        var (prediction, _) = await RunAsync("await remove()", new() { Tools = [tool], ToolApproval = (_, _, _) => throw new TimeoutException("nobody answered") });

        Assert.StartsWith("Error: remove failed: nobody answered", prediction.Trajectory.Steps[0].Error, StringComparison.Ordinal);
    }
}
