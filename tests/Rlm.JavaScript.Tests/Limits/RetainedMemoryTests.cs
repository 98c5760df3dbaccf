namespace Rlm.JavaScript.Tests.Limits;

/// <summary>What is retained stops the code, whatever holds it; what is garbage does not.</summary>
public sealed class RetainedMemoryTests
{
    private const int Limit = 8 * 1024 * 1024;

    [Theory]
    [InlineData("'abc'.repeat(1000)")]
    [InlineData("'abc'.padEnd(3000, 'x')")]
    [InlineData("'abc'.repeat(1000) + i")]
    [InlineData("'abc'.repeat(1000).toUpperCase()")]
    [InlineData("JSON.stringify('abc'.repeat(1000))")]
    [InlineData("new Array(400).fill(1)")]
    [InlineData("new Map(Array.from({ length: 100 }, (_, k) => [k, k]))")]
    [InlineData("Object.fromEntries(Array.from({ length: 100 }, (_, k) => ['k' + k, k]))")]
    [InlineData("2n ** 30000n")]
    public async Task Evaluate_RetainsMoreThanLimit_IsStopped(string value)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Limit });

        var result = await session.EvaluateAsync($"const kept = []; for (let i = 0; i < 20000; i++) kept.push({value});");

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
    }

    [Theory]
    [InlineData("'abc'.repeat(1000)")]
    [InlineData("JSON.stringify('abc'.repeat(1000))")]
    [InlineData("new Array(400).fill(1)")]
    [InlineData("2n ** 30000n")]
    public async Task Evaluate_MakesGarbageOnly_IsNotStopped(string value)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Limit });

        var result = await session.EvaluateAsync($"let last; for (let i = 0; i < 5000; i++) last = {value};");

        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
    }
}
