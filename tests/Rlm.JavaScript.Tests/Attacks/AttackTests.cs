namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>
/// Runs the corpus of hostile programs. Each must come to its end and to no other, within its limits, and leave both its session and the process usable.
/// </summary>
[Trait("Category", "Attack")]
public sealed class AttackTests
{
    /// <summary>A quarter of what threads of a server have, and a sixth of what the main thread of a process has.</summary>
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string> Programs => [.. AttackCorpus.Programs.Keys];

    /// <summary>The programs that mean the same inside a function that is called a turn later.</summary>
    public static TheoryData<string> Plantable =>
        [.. AttackCorpus.Programs.Values.Where(program => program is { IsWhole: false, IsGenerated: false, Turns.Count: 1 }).Select(program => program.Id)];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Program_ComesToItsEnd(string id) => RunAsync(AttackCorpus.Programs[id], answersAtOnce: false);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_OnSmallStack_ComesToItsEnd(string id)
    {
        // The host answers at once, so that all of the run stays on this thread.
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => RunAsync(AttackCorpus.Programs[id], answersAtOnce: true).GetAwaiter().GetResult()), SmallStack);
        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    [Theory]
    [MemberData(nameof(Plantable))]
    public async Task Program_PlantedInOneTurn_ComesToItsEndInTheNext(string id)
    {
        AttackProgram program = AttackCorpus.Programs[id];
        AttackTurn turn = program.Turns[0];
        using JavaScriptSession session = AttackSession.Create(program, answersAtOnce: false);

        EvaluationResult planted = await session.EvaluateAsync($"globalThis.fire = async () => {{ {turn.Code}\n}}; 1");
        EvaluationResult fired = await session.EvaluateAsync("await fire()");

        Assert.True(planted.Outcome == EvaluationOutcome.Completed || IsSyntaxError(planted), AttackEnd.Of(planted));
        AssertEnd(program, WithoutValue(turn), planted.Outcome == EvaluationOutcome.Completed ? fired : planted);
        await AssertUsableAsync(session);
    }

    private static async Task RunAsync(AttackProgram program, bool answersAtOnce)
    {
        using JavaScriptSession session = AttackSession.Create(program, answersAtOnce);
        foreach (AttackTurn turn in program.Turns)
        {
            EvaluationResult result = await session.EvaluateAsync(await AttackSession.SourceAsync(program, turn));

            AssertEnd(program, turn.End, result);
        }

        await AssertUsableAsync(session);
        await AssertFreshSessionIsUnaffectedAsync();
    }

    private static void AssertEnd(AttackProgram program, string expected, EvaluationResult result)
    {
        Assert.True(AttackEnd.Matches(expected, result), $"{program.Id} should come to the end '{expected}' but came to '{AttackEnd.Of(result)}'.");
        Assert.True(result.Usage.Memory <= program.Memory * 1.1, $"{program.Id} reports {result.Usage.Memory} bytes under a limit of {program.Memory}.");
        Assert.DoesNotContain(AttackSession.Secret, $"{result.Output} {result.Error?.Message} {result.Display}", StringComparison.Ordinal);
    }

    // What an async function gives is what it returns, not its last expression.
    private static string WithoutValue(AttackTurn turn) =>
        turn.End.StartsWith("value ", StringComparison.Ordinal) ? "completes" : turn.End;

    private static bool IsSyntaxError(EvaluationResult result) => result is { Outcome: EvaluationOutcome.Failed, Error.IsParseError: true };

    /// <summary>After whatever stopped it, a session runs code again; one whose variables fill the memory says so.</summary>
    private static async Task AssertUsableAsync(JavaScriptSession session)
    {
        EvaluationResult result = await session.EvaluateAsync("1 + 1");

        Assert.Equal("value 2", AttackEnd.Of(result));
        Assert.All(session.Variables, variable => Assert.NotEmpty(variable.Type));
    }

    private static async Task AssertFreshSessionIsUnaffectedAsync()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { RandomSeed = 1 });

        EvaluationResult result = await session.EvaluateAsync(AttackSession.Fingerprint);

        Assert.Equal(AttackSession.ExpectedFingerprint.Value, AttackEnd.Of(result));
    }
}
