namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>
/// Whatever a program is doing, it stops at the first look at the token after cancelling: no built-in, no part of the parser and no matcher goes on over a look.
/// The clock of the session counts the looks, since each look at the token is one at the clock.
/// </summary>
[Trait("Category", "Attack")]
public sealed class CancellationTests
{
    /// <summary>Looks that the end of an evaluation takes by itself.</summary>
    private const int LooksAtTheEnd = 3;

    /// <summary>Programs whose work is announced in one piece and refused before it begins: there is nothing to cancel.</summary>
    private static readonly HashSet<string> RefusedAtOnce = new(StringComparer.Ordinal) { "63 exec with forged length", "63 replace on something that is no expression" };

    /// <summary>The programs that would go on for long.</summary>
    public static TheoryData<string> Endless =>
        [.. AttackCorpus.Programs.Values.Where(program => program.Turns.Count == 1 && program.Turns[0].End == "stops work" && !RefusedAtOnce.Contains(program.Id)).Select(program => program.Id)];

    [Theory]
    [MemberData(nameof(Endless))]
    public Task Evaluate_CancelledAtThirdLook_StopsAtTheNext(string id)
    {
        AttackProgram program = AttackCorpus.Programs[id];
        return AssertStopsAsync(program, program.Turns[0].Code, program.IsGenerated);
    }

    [Theory]
    [InlineData("'x = 1;\\n'.repeat(2e6)")]
    [InlineData("'/' + '(?:a|b)'.repeat(5e5) + '/'")]
    [InlineData("'[' + '1,'.repeat(2e6) + ']'")]
    [InlineData("'f(a => [a, {b: `${a}`}]);'.repeat(2e5)")]
    [InlineData("' '.repeat(1e7)")]
    [InlineData("'\\n'.repeat(1e7)")]
    public Task Evaluate_LongSource_StopsAtTheNextLook(string generator) =>
        AssertStopsAsync(new AttackProgram { Number = 82, Title = generator, Turns = [], IsGenerated = true, Memory = 1L << 30 }, generator, isGenerated: true);

    [Theory]
    [InlineData("const all = Array.from({ length: 1e6 }, (_, i) => [i]); all")]
    [InlineData("const all = Array.from({ length: 3e5 }, (_, i) => ({ i, text: 'abc' + i })); console.log(JSON.stringify(all).length); all")]
    [InlineData("globalThis.all = Array.from({ length: 1e6 }, () => ({})); for (;;) all.length")]
    public Task Evaluate_LargeData_StopsAtTheNextLook(string code) =>
        AssertStopsAsync(new AttackProgram { Number = 82, Title = code, Turns = [], Memory = 1L << 30 }, code, isGenerated: false);

    [Fact]
    public async Task Evaluate_CancelledByHostFunction_RunsNothingMore()
    {
        using var cancellation = new CancellationTokenSource();
        using var session = new JavaScriptSession();
        session.SetFunction("cancel", async (_, _) =>
        {
            await cancellation.CancelAsync();
            return JavaScriptValue.Undefined;
        });
        const string Code = """
            globalThis.after = [];
            function* g() { try { yield 1 } finally { after.push("generator") } }
            const it = { [Symbol.iterator]: () => ({ next: () => ({ done: false }), return() { after.push("return"); return {} } }) };
            Promise.resolve().then(() => after.push("reaction"));
            try {
              try { for (const x of it) for (const y of g()) { await cancel(); while (1); } } catch { after.push("catch") } finally { after.push("finally") }
            } finally { after.push("outer") }
            """;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.EvaluateAsync(Code, cancellation.Token).AsTask());
        EvaluationResult next = await session.EvaluateAsync("after.join()");

        Assert.Equal("'reaction'", next.Display);
    }

    private static async Task AssertStopsAsync(AttackProgram program, string code, bool isGenerated)
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new CountingClock(cancellation);
        using JavaScriptSession session = AttackSession.Create(program with { Work = long.MaxValue }, answersAtOnce: true, clock);
        string source = isGenerated ? await AttackSession.SourceAsync(program with { IsGenerated = true }, new AttackTurn(code, string.Empty)) : code;
        clock.CancelsAfter(3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.EvaluateAsync(source, cancellation.Token).AsTask());

        Assert.InRange(clock.LooksAfterCancelling, 1, LooksAtTheEnd);
        EvaluationResult next = await session.EvaluateAsync("1 + 1");
        Assert.Equal("2", next.Display);
    }

    /// <summary>A clock that stands still, counts who asks it, and cancels when it has been asked often enough.</summary>
    private sealed class CountingClock(CancellationTokenSource cancellation) : TimeProvider
    {
        private int _left = int.MaxValue;

        public int LooksAfterCancelling { get; private set; }

        public void CancelsAfter(int looks) => _left = looks;

        public override long GetTimestamp()
        {
            if (cancellation.IsCancellationRequested)
            {
                LooksAfterCancelling++;
            }
            else if (--_left == 0)
            {
                cancellation.Cancel();
            }

            return 0;
        }
    }
}
