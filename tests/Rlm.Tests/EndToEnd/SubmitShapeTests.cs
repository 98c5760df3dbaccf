namespace Rlm.Tests.EndToEnd;

/// <summary>The ways in which values of several outputs are handed in.</summary>
public class SubmitShapeTests
{
    private const string Signature = "x -> answer, count: int, tags: list[str]";

    private static readonly Dictionary<string, object?> Input = new() { ["x"] = "text" };

    [Theory]
    [InlineData("SUBMIT({ answer: 'a', count: 4, tags: ['t'] })")]
    [InlineData("SUBMIT('a', 4, ['t'])")]
    [InlineData("const answer = x[3] === 't' ? 'a' : 'b'; const count = x.length; const tags = [x[0]]; SUBMIT(answer, count, tags)")]
    [InlineData("const result = { answer: 'a', count: '4', tags: new Set(['t']) }; SUBMIT({ ...result, tags: [...result.tags] })")]
    [InlineData("const values = ['a', 4, ['t']]; SUBMIT(...values)")]
    public async Task Submit_ThreeOutputs_ComeBackEachInItsType(string code)
    {
        var run = await Scenario.RunAsync(Signature, Input, null, code);

        Assert.Equal(("a", 4), (run.Prediction.Get<string>("answer"), run.Prediction.Get<int>("count")));
        Assert.Equal(new List<string> { "t" }, run.Prediction.Get<List<string>>("tags"));
    }

    [Theory]
    [InlineData("SUBMIT('a', 4)", "tags is missing; expected string[]")]
    [InlineData("SUBMIT({ answer: 'a', tags: [] })", "count is missing; expected number")]
    [InlineData("SUBMIT(['a', 4, ['t']])", "answer expected string, but got an array of 3")]
    public async Task Submit_PartOfTheOutputs_IsToldWithTheWholeShapeAndCanBeCorrected(string code, string problem)
    {
        var run = await Scenario.RunAsync(Signature, Input, null, code, "SUBMIT('a', 4, [])");

        Assert.Contains(problem, run.Output(), StringComparison.Ordinal);
        Assert.Contains("Call it as SUBMIT({ answer: string, count: number, tags: string[] }).", run.Output(), StringComparison.Ordinal);
        Assert.Equal(4, run.Prediction.Get<int>("count"));
    }

    [Fact]
    public async Task Submit_WordThatIsNotOffered_IsToldAndTheNextIsTaken()
    {
        var run = await Scenario.RunAsync("x -> mood: 'good'|'bad'", Input, null, "SUBMIT('middling')", "SUBMIT('good')");

        Assert.Contains("mood must be one of \"good\", \"bad\", but is \"middling\"", run.Output(), StringComparison.Ordinal);
        Assert.Equal("good", run.Prediction.Get<string>("mood"));
    }

    /// <summary>Names that are keys but no variables, so that the short form <c>{ name }</c> would be an error or take something else.</summary>
    [Theory]
    [InlineData("class", "class: value", "class: string")]
    [InlineData("print", "print: value", "print: string")]
    [InlineData("undefined", "undefined: value", "undefined: string")]
    [InlineData("when-it-was", "\"when-it-was\": value", "\"when-it-was\": string")]
    [InlineData("in two words", "\"in two words\": value", "\"in two words\": string")]
    [InlineData("toString", "toString", "toString: string")]
    public async Task Submit_OutputThatIsNoVariable_IsShownAsItCanBeWritten(string name, string sample, string declaration)
    {
        var signature = Rlm.Signature.Parse("x -> other").Append(SignatureField.Output(name));
        var call = $"SUBMIT({{ other, {sample} }})";
        var client = new ScriptedChatClient(ScriptedChatClient.Code("SUBMIT('o')"), ScriptedChatClient.Code($"const other = 'o', value = 'v'; {(sample == name ? $"const {name} = 'v'; " : "")}{call}"));

        var prediction = await new RecursiveModule(signature, client).RunAsync(Input);

        Assert.Contains($"- `{call}` ends the run", client.Texts(0)[0], StringComparison.Ordinal);
        Assert.Contains($"- `{declaration}`\n", client.Texts(0)[0], StringComparison.Ordinal);
        Assert.Contains($"Call it as SUBMIT({{ other: string, {declaration} }}).", client.Texts(1)[^1], StringComparison.Ordinal);
        Assert.Equal("v", prediction.Get<string>(name));
    }
}
