using System.Globalization;

namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>The list of names that an evaluation declared must cost the guest what it costs the host: it was searched for each name, unmetered.</summary>
public sealed class DeclaredNamesTests
{
    [Theory]
    [InlineData("let v{0} = 0")]
    [InlineData("function v{0}() {{}}")]
    [InlineData("v{0} = 0")]
    public async Task Evaluate_VeryManyGlobalNames_ListsEachOnceInOrder(string statement)
    {
        const int Count = 40_000;
        using var session = new JavaScriptSession();
        string source = string.Join(";\n", Enumerable.Range(0, Count).Select(index => string.Format(CultureInfo.InvariantCulture, statement, index)));

        EvaluationResult result = await session.EvaluateAsync(source);

        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(Enumerable.Range(0, Count).Select(index => $"v{index}"), result.Variables.Select(variable => variable.Name));
        Assert.True(result.Usage.Work >= Count);
    }

    [Fact]
    public async Task Evaluate_NameDeletedAndMadeAgain_IsListedOnce()
    {
        using var session = new JavaScriptSession();

        EvaluationResult result = await session.EvaluateAsync("for (let i = 0; i < 1000; i++) { again = i; delete globalThis.again } again = 7; undefined");

        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(["again"], result.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public async Task Evaluate_NameAssignedInLaterTurnAfterDelete_IsListedInThatTurn()
    {
        using var session = new JavaScriptSession();
        await session.EvaluateAsync("again = 1; delete globalThis.again");

        EvaluationResult result = await session.EvaluateAsync("again = 2; undefined");

        Assert.Equal(["again"], result.Variables.Select(variable => variable.Name));
    }
}
