using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace Rlm.Tests.Modules;

public class ModuleConstructionTests
{
    private static readonly ScriptedChatClient Client = new();

    private static RecursiveModule Module(RecursiveModuleOptions options, string signature = "text -> answer") => new(signature, Client, options);

    private static AIFunction Tool(string name) => AIFunctionFactory.Create((string query) => query, name);

    [Fact]
    public void Options_Defaults_AreThoseDocumented()
    {
        var options = new RecursiveModuleOptions();

        Assert.Equal(20, options.MaxIterations);
        Assert.Equal(50, options.MaxSubCalls);
        Assert.Equal(10_000, options.MaxOutputLength);
        Assert.Equal(8, options.MaxConcurrency);
        Assert.Equal(500_000, options.MaxSubPromptLength);
        Assert.Equal(TimeSpan.FromSeconds(30), options.TurnTimeLimit);
        Assert.Equal(256 * 1024 * 1024, options.MemoryLimit);
        Assert.Equal(1, options.MaxDepth);
        Assert.Null(options.MaxTokens);
        Assert.Null(options.MaxCost);
        Assert.Null(options.Price);
        Assert.Null(options.MaxDuration);
        Assert.Null(options.MaxConsecutiveErrors);
        Assert.Null(options.ChildTools);
        Assert.Null(options.ToolApproval);
        Assert.Empty(options.SubModels);
        Assert.Null(options.InterpreterFactory);
        Assert.False(options.ThrowOnLimit);
        Assert.Empty(options.Tools);
        Assert.Null(options.SubClient);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Fact]
    public void Options_Invalid_AreAllNamed()
    {
        var exception = Assert.Throws<ArgumentException>(() => Module(new RecursiveModuleOptions
        {
            MaxIterations = 0,
            MaxSubCalls = -1,
            MaxOutputLength = 99,
            MaxConcurrency = 0,
            MaxSubPromptLength = 0,
            MemoryLimit = 1_048_575,
            TurnTimeLimit = TimeSpan.Zero,
            TimeProvider = null!,
            Tools = null!,
        }));

        Assert.Equal(
            """
            The options are not valid:
            - MaxIterations must be at least 1, but is 0
            - MaxSubCalls must be at least 0, but is -1
            - MaxOutputLength must be at least 100, but is 99
            - MaxConcurrency must be at least 1, but is 0
            - MaxSubPromptLength must be at least 1, but is 0
            - MemoryLimit must be at least 1048576, but is 1048575
            - TurnTimeLimit must be more than zero, but is 00:00:00
            - TimeProvider must not be null
            - Tools must not be null (Parameter 'options')
            """.ReplaceLineEndings("\n"),
            exception.Message);
    }

    [Theory]
    [InlineData("invalid-name", "is not a JavaScript identifier")]
    [InlineData("123start", "is not a JavaScript identifier")]
    [InlineData("for", "is a word that JavaScript reserves")]
    [InlineData("llm_query", "is the name of a built-in")]
    [InlineData("llm_query_batched", "is the name of a built-in")]
    [InlineData("rlm_query", "is the name of a built-in")]
    [InlineData("rlm_query_batched", "is the name of a built-in")]
    [InlineData("SUBMIT", "is the name of a built-in")]
    [InlineData("print", "is the name of a built-in")]
    [InlineData("console", "is the name of a built-in")]
    public void Tools_ForbiddenName_IsRefused(string name, string problem) =>
        Assert.Equal(
            $"The options are not valid:\n- the tool '{name}' {problem}; give it another name (Parameter 'options')",
            Assert.Throws<ArgumentException>(() => Module(new() { Tools = [Tool(name)] })).Message);

    [Fact]
    public void Tools_ManyProblems_AreAllNamed()
    {
        var approval = new ApprovalRequiredAIFunction(Tool("delete_all"));

        var exception = Assert.Throws<ArgumentException>(() => Module(new() { Tools = [Tool("text"), Tool("a"), Tool("a"), Tool("class"), approval] }));

        Assert.Equal(
            """
            The options are not valid:
            - the tool 'text' has the name of an input; rename one of them
            - the tool 'class' is a word that JavaScript reserves; give it another name
            - the tool 'delete_all' requires approval, and nobody is there to give it; set ToolApproval, or pass the function itself if it may run freely
            - 2 tools have the name 'a'; names must differ (Parameter 'options')
            """.ReplaceLineEndings("\n"),
            exception.Message);
    }

    [Fact]
    public void Tools_Null_IsRefused() =>
        Assert.StartsWith("The options are not valid:\n- Tools must not hold null", Assert.Throws<ArgumentException>(() => Module(new() { Tools = [null!] })).Message, StringComparison.Ordinal);

    [Fact]
    public void Constructor_Nulls_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new RecursiveModule((Signature)null!, Client));
        Assert.Throws<ArgumentNullException>(() => new RecursiveModule((string)null!, Client));
        Assert.Throws<ArgumentNullException>(() => new RecursiveModule("a -> b", null!));
        Assert.Throws<ArgumentNullException>(() => new RecursiveModule<Typed>(null!));
    }

    [Description("Do it.")]
    private sealed class Typed
    {
        [Input] public string Text { get; init; } = "";
        [Output] public string Answer { get; init; } = "";
    }

    [Fact]
    public void Constructor_AnySignature_IsKept()
    {
        var options = new ScriptedInterpreter().In();

        Assert.Equal("text: string -> answer: string, score?: number", new RecursiveModule("text -> answer, score: float?", Client, options).Signature.ToString());
        Assert.Equal("Do it.", new RecursiveModule<Typed>(Client, options).Signature.Instructions);
        Assert.Equal("Typed", new RecursiveModule(Signature.From<Typed>(), Client, options).Signature.Name);
    }

    [Fact]
    public async Task Options_ChangedLater_HaveNoEffect()
    {
        var client = new ScriptedChatClient(ScriptedChatClient.Code("x"));
        var options = new ScriptedInterpreter(ScriptedInterpreter.Submit("""["ok"]""")).In();
        options.Tools = [Tool("search")];
        var module = new RecursiveModule("text -> answer", client, options);

        options.MaxIterations = 0;
        options.Tools.Clear();
        await module.RunAsync(new Dictionary<string, object?> { ["text"] = "" });

        Assert.Contains("search(query: string)", client.Texts(0)[0], StringComparison.Ordinal);
        Assert.Contains("Turn 1 of 20.", client.Texts(0)[1], StringComparison.Ordinal);
    }
}
