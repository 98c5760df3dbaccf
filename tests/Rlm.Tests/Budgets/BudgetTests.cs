using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Budgets;

public class BudgetTests
{
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "Some text." };

    private static UsageDetails Tokens(int count) => new() { InputTokenCount = count - 1, OutputTokenCount = 1, TotalTokenCount = count };

    private static Task<Prediction> RunAsync(ScriptedChatClient client, RecursiveModuleOptions options) =>
        new RecursiveModule("text -> answer", client, options).RunAsync(Inputs);

    [Fact]
    public async Task MaxTokens_UsedUpInATurn_ExtractsAfterIt()
    {
        var client = new ScriptedChatClient(Code("print(1)"), Code("print(2)"), """{ "answer": "x" }""") { Usage = Tokens(100) };

        var prediction = await RunAsync(client, new() { MaxTokens = 150 });

        Assert.Equal(StopReason.MaxTokens, prediction.StopReason);
        Assert.Equal(2, prediction.Trajectory.Steps.Count);
        Assert.Equal("x", prediction.Get<string>("answer"));
        Assert.Contains("it used its 150 tokens.", client.Texts(2)[^1], StringComparison.Ordinal);
        Assert.Equal("The answer was extracted from the transcript, because the run used its 150 tokens before a valid SUBMIT.", prediction.FinalReasoning);
    }

    [Fact]
    public async Task MaxTokens_AnswerInTheTurnThatTripsIt_IsKept()
    {
        var prediction = await RunAsync(new ScriptedChatClient(Code("SUBMIT('kept')")) { Usage = Tokens(1_000) }, new() { MaxTokens = 10 });

        Assert.Equal((StopReason.Submitted, "kept"), (prediction.StopReason, prediction.Get<string>("answer")));
    }

    [Fact]
    public async Task MaxTokens_ParallelSubCalls_DoNotOvershoot()
    {
        var sub = new ScriptedChatClient(Answer(_ => "a")) { Usage = Tokens(1_000) };
        var client = new ScriptedChatClient(
            Code("const r = await llm_query_batched(Array.from({ length: 20 }, () => 'q')); print(r.filter(a => a.startsWith('[ERROR]')).length, r[19])"),
            Code("SUBMIT('done')")) { Usage = Tokens(1_000) };

        var prediction = await RunAsync(client, new() { MaxTokens = 5_500, SubClient = sub, MaxConcurrency = 20 });

        // 1,000 by the turn; each sub-call is likely to take 1,001 and takes 1,000.
        Assert.Equal(4, sub.Requests.Count);
        Assert.Equal("16 [ERROR] it may take about 1,001 tokens, but only 500 of the run's 5,500 are left\n", prediction.Trajectory.Steps[0].Output);
        Assert.EndsWith("Tokens left: 500 of 5,500.", client.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxTokens_CallsUnderWayReserveMoreThanTheyUse_OthersWaitForThem()
    {
        var sub = new ScriptedChatClient(Answer(_ => "a")) { Usage = Tokens(10) };
        var client = new ScriptedChatClient(Code("SUBMIT(String((await llm_query_batched(Array.from({ length: 30 }, () => 'q'))).filter(a => a === 'a').length))")) { Usage = Tokens(10) };

        // Two may be under way at once, and all thirty fit.
        var prediction = await RunAsync(client, new() { MaxTokens = 2_500, SubClient = sub, MaxConcurrency = 30 });

        Assert.Equal("30", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task MaxTokens_ClientReportsNone_CountsCharacters()
    {
        var client = new ScriptedChatClient(Code("print(1)"), """{ "answer": "x" }""") { Usage = null };

        var prediction = await RunAsync(client, new() { MaxTokens = 100 });

        Assert.Equal(StopReason.MaxTokens, prediction.StopReason);
    }

    [Fact]
    public async Task MaxOutputTokens_OfSubCalls_IsWhatTheyReserve()
    {
        var sub = new ScriptedChatClient(Answer(_ => "a")) { Usage = Tokens(10) };
        var client = new ScriptedChatClient(Code("try { await llm_query('q') } catch (e) { SUBMIT(e.message) }")) { Usage = Tokens(10) };

        var prediction = await RunAsync(client, new() { MaxTokens = 5_000, SubClient = sub, SubChatOptions = new() { MaxOutputTokens = 8_000 } });

        Assert.Equal("llm_query failed: it may take about 8,001 tokens, but only 4,990 of the run's 5,000 are left", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task MaxCost_ByModel_StopsAndIsReported()
    {
        var client = new ScriptedChatClient(Code("print(1)"), Code("print(2)"), """{ "answer": "x" }""") { Usage = Tokens(100), ModelId = "big" };

        var prediction = await RunAsync(client, new() { MaxCost = 0.02m, Price = (model, usage) => model == "big" ? usage.TotalTokenCount!.Value * 0.0001m : 99 });

        Assert.Equal(StopReason.MaxCost, prediction.StopReason);
        Assert.Equal(0.03m, prediction.Cost);
        Assert.Contains("it used its budget of 0.02.", client.Texts(2)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Price_WithoutLimit_IsReportedOnly()
    {
        var client = new ScriptedChatClient(Code("await llm_query('q'); SUBMIT('x')"), "a") { Usage = Tokens(100) };

        var prediction = await RunAsync(client, new() { Price = (_, usage) => usage.TotalTokenCount!.Value });

        Assert.Equal(200, prediction.Cost);
        Assert.Null((await RunAsync(new ScriptedChatClient(Code("SUBMIT('x')")), new())).Cost);
    }

    [Fact]
    public async Task Price_Throws_EndsTheRunWithTheTrajectory()
    {
        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => RunAsync(new ScriptedChatClient(Code("1")), new() { Price = (_, _) => throw new KeyNotFoundException("no price") }));

        Assert.Contains("Price failed for the model 'scripted': no price", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxConsecutiveErrors_InARow_EndsTheRun()
    {
        var client = new ScriptedChatClient(Code("boom()"), "", Code("print('fine')"), Code("a."), Code("boom()"), Code("boom()"), """{ "answer": "x" }""");

        var prediction = await RunAsync(client, new() { MaxConsecutiveErrors = 3 });

        Assert.Equal(StopReason.MaxConsecutiveErrors, prediction.StopReason);
        Assert.Equal(6, prediction.Trajectory.Steps.Count);
        Assert.EndsWith("Failed turns in a row: 2; after 3 the run ends.", client.Texts(2)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("in a row", client.Texts(3)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StopReason.MaxTokens, "The run used its 10 tokens without a valid SUBMIT. Raise MaxTokens, or turn ThrowOnLimit off to have the outputs extracted from the transcript.")]
    [InlineData(StopReason.MaxCost, "The run used its budget of 0.5 without a valid SUBMIT. Raise MaxCost, or turn ThrowOnLimit off to have the outputs extracted from the transcript.")]
    [InlineData(StopReason.MaxConsecutiveErrors, "The run failed in 1 turn in a row without a valid SUBMIT. Raise MaxConsecutiveErrors, or turn ThrowOnLimit off to have the outputs extracted from the transcript.")]
    public async Task ThrowOnLimit_AnyLimit_ThrowsWithTheTrajectory(StopReason limit, string message)
    {
        var options = new RecursiveModuleOptions { ThrowOnLimit = true };
        switch (limit)
        {
            case StopReason.MaxTokens:
                options.MaxTokens = 10;
                break;
            case StopReason.MaxCost:
                (options.MaxCost, options.Price) = (0.5m, (_, _) => 1);
                break;
            default:
                options.MaxConsecutiveErrors = 1;
                break;
        }

        var exception = await Assert.ThrowsAsync<LimitReachedException>(() => RunAsync(new ScriptedChatClient(Code("boom()")), options));

        Assert.Equal(message, exception.Message);
        Assert.Equal(limit, exception.StopReason);
        Assert.Single(exception.Trajectory.Steps);
    }

    [Fact]
    public async Task Budget_UsedUpByAChild_EndsTheParentByIt()
    {
        var client = new ScriptedChatClient(
            Code("try { await rlm_query('Q') } catch (e) { print(e.message) }"),
            Code("print('child')"),
            """{ "answer": "x" }""") { Usage = Tokens(3_000) };

        var prediction = await RunAsync(client, new() { MaxDepth = 2, MaxTokens = 6_000 });

        Assert.Equal(StopReason.MaxTokens, prediction.StopReason);
        var step = Assert.Single(prediction.Trajectory.Steps);
        Assert.Equal("rlm_query failed: The run used its 6,000 tokens without a valid SUBMIT. Raise MaxTokens, or turn ThrowOnLimit off to have the outputs extracted from the transcript.\n", step.Output);
        Assert.Equal(StopReason.MaxTokens, step.SubCalls[0].StopReason);
        Assert.Single(step.SubCalls[0].Trajectory!.Steps);
        Assert.Equal(3, client.Requests.Count);
    }

    [Fact]
    public async Task Budget_TooLittleForATurnOfAChild_IsNotBegun()
    {
        var client = new ScriptedChatClient(Code("try { await rlm_query('Q') } catch (e) { SUBMIT(e.message) }")) { Usage = Tokens(10) };

        var prediction = await RunAsync(client, new() { MaxDepth = 2, MaxTokens = 1_000 });

        Assert.StartsWith("rlm_query failed: Turn 1 was not begun: it may take about", prediction.Get<string>("answer"), StringComparison.Ordinal);
        Assert.Single(client.Requests);
    }

    [Fact]
    public void Options_BadBudgets_AreAllNamed()
    {
        var exception = Assert.Throws<ArgumentException>(() => new RecursiveModule("text -> answer", new ScriptedChatClient(), new()
        {
            MaxDepth = 0,
            MaxTokens = 0,
            MaxCost = -1,
            MaxDuration = TimeSpan.Zero,
            MaxConsecutiveErrors = 0,
            SubModels = [new SubModel("a", new ScriptedChatClient()), new SubModel("a", new ScriptedChatClient())],
        }));

        Assert.Equal(
            """
            The options are not valid:
            - MaxDepth must be at least 1, but is 0
            - MaxTokens must be at least 1, but is 0
            - MaxConsecutiveErrors must be at least 1, but is 0
            - MaxDuration must be more than zero and at most 49 days, but is 00:00:00
            - MaxCost must be more than zero, but is -1
            - MaxCost needs Price, which says what a call costs
            - 2 models have the name 'a'; names must differ (Parameter 'options')
            """,
            exception.Message,
            ignoreLineEndingDifferences: true);
    }
}
