using System.Globalization;
using System.Text;

namespace Rlm.JavaScript.Tests.Limits;

/// <summary>Code without loops reports work by its length: in the body of a loop, or of a function called in one, it ran for seconds between two looks.</summary>
public sealed class StraightCodeTests
{
    private const int Turns = 10;
    private const int Length = 20_000;
    private const int MostInstructionsPerUnit = 70;
    private const int MostObjectsPerUnit = 12;

    [Theory]
    [InlineData("x = i;")]
    [InlineData("if (no) { x = i; y = i; }")]
    [InlineData("if (no) { x = i; y = i; z = i; x = y; y = z; z = x; x = i; y = i; z = i; x = y; y = z; z = x; x = i; y = i; z = i; x = y; y = z; z = x; x = i; y = i; z = i; x = y; y = z; z = x; x = i; y = i; z = i; x = y; y = z; z = x; }")]
    [InlineData("no && (x = i);")]
    [InlineData("x = no ? y + 1 : z;")]
    [InlineData("x ??= y;")]
    [InlineData("[x = y] = one;")]
    [InlineData("a: { if (!no) break a; x = 1; }")]
    [InlineData("try { x = i; } finally { y = i; }")]
    [InlineData("switch (i) { case -1: x = i; }")]
    [InlineData("nothing?.x.y.z;")]
    public async Task Evaluate_LongStraightCodeInLoop_ReportsItsLength(string statement)
    {
        Assert.InRange(await WorkOfAsync(Repeated(statement)), Turns * Length / MostInstructionsPerUnit, long.MaxValue);
    }

    [Fact]
    public async Task Evaluate_SwitchOfManyCasesInLoop_ReportsItsTests()
    {
        string cases = string.Concat(Enumerable.Range(0, Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"case 'k{i}': x = i; break;")));

        Assert.InRange(await WorkOfAsync($"switch ('no') {{ {cases} }}"), Turns * Length / MostInstructionsPerUnit, long.MaxValue);
    }

    [Theory]
    [InlineData("x = 1", "+ x")]
    [InlineData("x = [0", ", x", "]")]
    [InlineData("x = one", ".self")]
    [InlineData("x = no", "|| no")]
    [InlineData("x = `", "${i}", "`")]
    [InlineData("if (no", "|| no", ") {}")]
    public async Task Evaluate_LongExpressionInLoop_ReportsItsLength(string start, string part, string end = "")
    {
        Assert.InRange(await WorkOfAsync($"{start}{Repeated(part)}{end}"), Turns * Length / MostInstructionsPerUnit, long.MaxValue);
    }

    // Making an object takes as long as dozens of other instructions.
    [Theory]
    [InlineData("x = () => 1;")]
    [InlineData("x = { a: i };")]
    [InlineData("x = {};")]
    [InlineData("x = [i];")]
    [InlineData("x = `${i} text`;")]
    [InlineData("x = /a/;")]
    [InlineData("x = { ...no };")]
    [InlineData("{ let c = i; y = () => c; }")]
    public async Task Evaluate_LongCodeThatMakesObjectsInLoop_ReportsAFewEach(string statement)
    {
        Assert.InRange(await WorkOfAsync(Repeated(statement)), Turns * Length / MostObjectsPerUnit, long.MaxValue);
    }

    [Theory]
    [InlineData("x = {", "p", ": i,", "}")]
    [InlineData("x = {", "p", "() {},", "}")]
    [InlineData("x = {", "get p", "() { return 1 },", "}")]
    [InlineData("x = class {", "p", "() {}", "}")]
    [InlineData("x = class {", "static p", " = i;", "}")]
    public async Task Evaluate_VeryManyPropertiesInOneLiteral_ReportsEach(string start, string name, string value, string end)
    {
        string properties = string.Concat(Enumerable.Range(0, Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}{i}{value}\n")));

        Assert.InRange(await WorkOfAsync(start + properties + end), Turns * Length * 9 / 10, long.MaxValue);
    }

    [Fact]
    public async Task Evaluate_ShortStraightCode_ReportsNothing()
    {
        Assert.Equal(await WorkOfAsync("x = i;"), await WorkOfAsync("x = i; y = i; z = i; x = y;"));
    }

    /// <summary>What running the code in a loop takes, beyond compiling it.</summary>
    private static async Task<long> WorkOfAsync(string code)
    {
        async Task<long> RunAsync(int turns)
        {
            using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 100_000_000 });
            EvaluationResult result = await session.EvaluateAsync(
                $$"""(function () { let x = 0, y = 0, z = 0, no = false, nothing, one = { get self() { return null }, [Symbol.iterator]: () => [1].values() }; Object.defineProperty(one, "self", { value: one }); for (let i = 0; i < {{turns.ToString(CultureInfo.InvariantCulture)}}; i++) { {{code}} } })()""");
            Assert.True(result.Outcome == EvaluationOutcome.Completed, $"{result.Outcome} {result.Error?.Message}");
            return result.Usage.Work;
        }

        return await RunAsync(Turns) - await RunAsync(0);
    }

    private static string Repeated(string text) => new StringBuilder().Insert(0, text, Length).ToString();
}
