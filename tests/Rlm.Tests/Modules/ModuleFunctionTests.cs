using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Modules;

public class ModuleFunctionTests
{
    private sealed record Node(string Name, Node? Next);

    [Description("Count the lines.")]
    private sealed class LineCount
    {
        [Input, Description("The text to count in.")]
        public required string Text { get; init; }

        [Input, Range(1, 9)]
        public int Factor { get; init; } = 1;

        [Input]
        public Node? Chain { get; init; }

        [Output]
        public required int Lines { get; init; }

        [Output, Range(0.0, 1.0), Description("How sure.")]
        public double? Confidence { get; init; }
    }

    private static async Task<JsonElement> InvokeAsync(AIFunction function, Dictionary<string, object?> arguments, CancellationToken cancellationToken = default) =>
        Assert.IsType<JsonElement>(await function.InvokeAsync(new AIFunctionArguments(arguments), cancellationToken));

    [Fact]
    public void Function_TypedModule_DeclaresItsSignature()
    {
        var function = new RecursiveModule<LineCount>(new ScriptedChatClient()).AsAIFunction();

        Assert.Equal("LineCount", function.Name);
        Assert.Equal("Count the lines.", function.Description);
        var schema = function.JsonSchema;
        Assert.Equal(["text", "factor", "chain"], schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal("The text to count in.", schema.GetProperty("properties").GetProperty("text").GetProperty("description").GetString());
        Assert.Equal("from 1 to 9", schema.GetProperty("properties").GetProperty("factor").GetProperty("description").GetString());
        Assert.Equal(["text", "factor"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal("How sure.; from 0 to 1", function.ReturnJsonSchema!.Value.GetProperty("properties").GetProperty("confidence").GetProperty("description").GetString());
        Assert.Equal(["lines"], function.ReturnJsonSchema!.Value.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void Function_SchemaThatRefersToItself_RefersToItsNewPlace()
    {
        var schema = new RecursiveModule<LineCount>(new ScriptedChatClient()).AsAIFunction().JsonSchema;

        var references = schema.GetRawText().Split("\"$ref\":\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.Equal(["#/properties/chain/properties/next"], references.Distinct());
        Assert.Equal("object", schema.GetProperty("properties").GetProperty("chain").GetProperty("properties").GetProperty("next").GetProperty("type")[0].GetString());
    }

    [Fact]
    public async Task Function_TypedModule_RunsAndGivesTheOutputs()
    {
        var module = new RecursiveModule<LineCount>(new ScriptedChatClient(Code("SUBMIT({ lines: text.split('\\n').length * factor })")));

        var result = await InvokeAsync(module.AsAIFunction(), new() { ["text"] = JsonSerializer.SerializeToElement("a\nb"), ["factor"] = JsonElement.Parse("\"3\"") });

        Assert.Equal("""{"lines":6,"confidence":null}""", result.GetRawText());
    }

    [Fact]
    public async Task Function_ValuesOfTheHost_AreTakenAsTheyAre()
    {
        var module = new RecursiveModule("rows: json, note: str? -> answer: int, kind: 'a'|'b'", new ScriptedChatClient(Code("SUBMIT({ answer: rows[1].id, kind: note === null ? 'a' : 'b' })")));

        var result = await InvokeAsync(module.AsAIFunction("rows", "Counts."), new() { ["rows"] = new[] { new { id = 1 }, new { id = 7 } }, ["note"] = JsonElement.Parse("null") });

        Assert.Equal("""{"answer":7,"kind":"a"}""", result.GetRawText());
    }

    [Fact]
    public async Task Function_WrongArguments_AreAllNamedAndNothingIsAsked()
    {
        var client = new ScriptedChatClient();
        var function = new RecursiveModule<LineCount>(client).AsAIFunction();

        var wrong = await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, new() { ["text"] = JsonElement.Parse("{}"), ["factor"] = JsonElement.Parse("\"x\"") }));
        var missing = await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, new() { ["text"] = JsonElement.Parse("null"), ["other"] = 1 }));

        Assert.Contains("'text'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("'factor'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("'text' is null", missing.Message, StringComparison.Ordinal);
        Assert.Contains("'factor' is missing", missing.Message, StringComparison.Ordinal);
        Assert.Contains("'other' is not an input", missing.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task Function_RunFails_ThrowsWithTheTrajectory()
    {
        var function = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("1"), new HttpRequestException("503"))).AsAIFunction("ask");

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => InvokeAsync(function, new() { ["text"] = "t" }));

        Assert.Single(exception.Trajectory.Steps);
    }

    [Fact]
    public async Task Function_Cancelled_CancelsTheRun()
    {
        using var cancellation = new CancellationTokenSource();
        var function = new RecursiveModule("text -> answer", new ScriptedChatClient(Answer(_ =>
        {
            cancellation.Cancel();
            return Code("while (true) {}");
        }))).AsAIFunction("ask");

        await Assert.ThrowsAsync<RunCanceledException>(() => InvokeAsync(function, new() { ["text"] = "t" }, cancellation.Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("größe")]
    public void Function_BadName_IsRefused(string name)
    {
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient());

        Assert.Contains($"'{name}' cannot be the name of a function", Assert.Throws<ArgumentException>(() => module.AsAIFunction(name)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => module.AsAIFunction(new string('a', 65)));
    }

    [Fact]
    public async Task Function_AsToolOfAnotherModule_IsCalledByItsCode()
    {
        var inner = new RecursiveModule<LineCount>(new ScriptedChatClient(Code("SUBMIT({ lines: text.split('\\n').length })")));
        var outerClient = new ScriptedChatClient(Code("const { lines } = await LineCount({ text: text + '\\nmore', factor: 1 }); SUBMIT(lines)"));
        var outer = new RecursiveModule("text -> answer: int", outerClient, new() { Tools = [inner.AsAIFunction()] });

        var prediction = await outer.RunAsync(new Dictionary<string, object?> { ["text"] = "one\ntwo" });

        Assert.Equal(3, prediction.Get<int>("answer"));
        Assert.Null(prediction.Trajectory.Steps[0].ToolCalls[0].Error);
        Assert.Contains("LineCount(text: string, factor: number, chain?: ", outerClient.Texts(0)[0], StringComparison.Ordinal);
        Assert.Contains("Count the lines.", outerClient.Texts(0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_AsToolThatFails_ToldToTheCodeOfTheOther()
    {
        var inner = new RecursiveModule("text -> answer", new ScriptedChatClient(new HttpRequestException("503")));
        var outer = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("try { await ask(text) } catch (e) { SUBMIT(e.message) }")), new() { Tools = [inner.AsAIFunction("ask")] });

        var prediction = await outer.RunAsync(new Dictionary<string, object?> { ["text"] = "t" });

        Assert.Equal("ask failed: The language model failed in turn 1: 503", prediction.Get<string>("answer"));
    }
}
