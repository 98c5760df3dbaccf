namespace Rlm.JavaScript.Tests.Hosting;

/// <summary>Every runaway program ends in a clean stop, and the next evaluation works.</summary>
public sealed class LimitTests
{
    private static readonly JavaScriptOptions Tight = new() { MaxWork = 5_000_000, MaxMemory = 16 * 1024 * 1024, MaxTime = TimeSpan.FromSeconds(60) };

    public static TheoryData<string, EvaluationOutcome> Runaways => new()
    {
        { "while (true);", EvaluationOutcome.WorkLimit },
        { "for (;;) try { throw 1 } catch {}", EvaluationOutcome.WorkLimit },
        { "try { while (true); } finally { while (true); }", EvaluationOutcome.WorkLimit },
        { "while (true) { try { while (true); } catch {} }", EvaluationOutcome.WorkLimit },
        { "function t() { Promise.resolve().then(t) } t()", EvaluationOutcome.WorkLimit },
        { "while (true) await 1", EvaluationOutcome.WorkLimit },
        { "const s = new Set([1]); for (const x of s) { s.delete(x); s.add(x) }", EvaluationOutcome.WorkLimit },
        { "[...(function* () { for (;;) yield 1 })()].length", EvaluationOutcome.MemoryLimit },
        { "let a = []; for (;;) a.push('x'.repeat(1000))", EvaluationOutcome.MemoryLimit },
        { "let o = {}; for (let i = 0; ; i++) o['k' + i] = {}", EvaluationOutcome.MemoryLimit },
        { "let m = new Map(); for (let i = 0; ; i++) m.set(i, [i])", EvaluationOutcome.MemoryLimit },
        { "let n = null; for (;;) n = { n }", EvaluationOutcome.MemoryLimit },
        { "let f = []; for (;;) f.push(() => f)", EvaluationOutcome.MemoryLimit },
        { "Array.from({ length: 1e9 })", EvaluationOutcome.MemoryLimit },
        { "let s = 'ab'; for (;;) s += s", EvaluationOutcome.MemoryLimit },
        { "const big = []; for (;;) big.push(new Promise(() => {}))", EvaluationOutcome.MemoryLimit },
    };

    public static TheoryData<string, string> Refusals => new()
    {
        { "'x'.repeat(2 ** 30)", "RangeError" },
        { "'x'.padStart(2 ** 30)", "RangeError" },
        { "function f() { f() } f()", "RangeError" },
        { "const f = () => f(); f()", "RangeError" },
        { "({ get a() { return this.a } }).a", "RangeError" },
        { "const o = { toString() { return '' + o } }; '' + o", "RangeError" },
        { "class A { constructor() { new A() } } new A()", "RangeError" },
        { "[1, 2].sort(function c() { return [1, 2].sort(c) })", "RangeError" },
        { "new Array(-1)", "RangeError" },
        { "JSON.parse('['.repeat(100000))", "SyntaxError" },
        { "2n ** 10000000n", "RangeError" },
    };

    [Theory]
    [MemberData(nameof(Runaways))]
    public async Task Runaway_IsStopped_AndTheNextEvaluationWorks(string source, EvaluationOutcome expected)
    {
        using var session = new JavaScriptSession(Tight);

        EvaluationResult result = await session.EvaluateAsync($"print('before'); {source}");

        Assert.Equal(expected, result.Outcome);
        Assert.Equal("before\n", result.Output);
        Assert.Equal("LimitError", result.Error!.Name);
        Assert.InRange(result.Usage.Memory, 0, (long)(Tight.MaxMemory * 1.1));
        EvaluationResult next = await session.EvaluateAsync("a = o = m = n = f = s = big = null; 1 + 1");
        Assert.True(next.Outcome == EvaluationOutcome.Completed, next.Error?.ToString());
        Assert.Equal(2, next.Value.AsNumber());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task HopelessOperation_IsACatchableError(string source, string name)
    {
        using var session = new JavaScriptSession(Tight with { MaxMemory = 64 * 1024 * 1024 });

        EvaluationResult thrown = await session.EvaluateAsync(source);
        EvaluationResult caught = await session.EvaluateAsync($"let seen; try {{ {source} }} catch (e) {{ seen = e.name }} seen");

        Assert.Equal(name, thrown.Error?.Name);
        Assert.Equal(name, caught.Value.AsString());
    }

    [Fact]
    public async Task NestedParentheses_AreASyntaxError_AlsoOnASmallStack()
    {
        foreach (string open in (string[])["(", "[", "{a:", "!", "a=>", "function f(){", "`${", "if(1)", "a?b:"])
        {
            EvaluationResult result = await OnSmallStack(string.Concat(Enumerable.Repeat(open, 100_000)));
            Assert.Equal("SyntaxError", result.Error!.Name);
        }
    }

    [Theory]
    [InlineData("function f() { return f() } f()")]
    [InlineData("const o = { toString() { return '' + o } }; '' + o")]
    [InlineData("const o = { get a() { return JSON.stringify(o) } }; JSON.stringify(o)")]
    [InlineData("let a = []; a[0] = a; String(a); let n = []; for (let i = 0; i < 100000; i++) n = [n]; String(n); n.flat(Infinity); 1")]
    [InlineData("let n = {}; for (let i = 0; i < 100000; i++) n = { n }; print(n); JSON.stringify([n]).length")]
    public async Task DeepData_OnASmallStack_NeverKillsTheProcess(string source) =>
        Assert.NotEqual(EvaluationOutcome.TimeLimit, (await OnSmallStack(source)).Outcome);

    [Fact]
    public async Task Garbage_DoesNotCount()
    {
        using var session = new JavaScriptSession(Tight with { MaxWork = null });

        EvaluationResult result = await session.EvaluateAsync("let t = 0; for (let i = 0; i < 100000; i++) { const row = { i, text: 'x'.repeat(500) }; t += row.text.length } t");

        Assert.Equal(50_000_000, result.Value.AsNumber());
    }

    [Fact]
    public async Task RegexBomb_EndsWithTheRightAnswer()
    {
        using var session = new JavaScriptSession(Tight);

        Assert.False((await session.EvaluateAsync("/^(a+)+$/.test('a'.repeat(20000) + 'b')")).Value.AsBoolean());
    }

    [Fact]
    public async Task TimeLimit_Stops()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxTime = TimeSpan.FromMilliseconds(50) });

        EvaluationResult result = await session.EvaluateAsync("while (true);");

        Assert.Equal(EvaluationOutcome.TimeLimit, result.Outcome);
        Assert.Equal("Stopped after 0.05 s of execution, the limit of one evaluation.", result.Error!.Message);
    }

    [Theory]
    [InlineData("while (true);")]
    [InlineData("/(?=(a+))\\1b/.test('a'.repeat(1e6)); while (true) 'a'.repeat(1e6).indexOf('b')")]
    [InlineData("const a = Array.from({ length: 3e5 }, (_, i) => -i); while (true) a.toSorted((x, y) => x - y)")]
    public async Task Cancellation_EndsWhateverRuns_AndTheSessionLivesOn(string source)
    {
        using var session = new JavaScriptSession();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.EvaluateAsync(source, cancellation.Token));

        Assert.Equal(2, (await session.EvaluateAsync("1 + 1")).Value.AsNumber());
    }

    [Fact]
    public async Task Work_IsTheSameEveryTime()
    {
        const string Source = "const r = []; for (let i = 0; i < 1000; i++) r.push({ i }); r.sort((a, b) => b.i - a.i); JSON.stringify(r).length";
        using var first = new JavaScriptSession();
        using var second = new JavaScriptSession();

        Assert.Equal((await first.EvaluateAsync(Source)).Usage.Work, (await second.EvaluateAsync(Source)).Usage.Work);
    }

    [Fact]
    public async Task Output_BeyondTheLimit_IsCountedAndDropped()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = 10 });

        EvaluationResult result = await session.EvaluateAsync("for (let i = 0; i < 100; i++) print('abcd')");

        Assert.Equal("abcd\nabcd\n", result.Output);
        Assert.Equal(500, result.OutputLength);
    }

    private static Task<EvaluationResult> OnSmallStack(string source)
    {
        var completion = new TaskCompletionSource<EvaluationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                using var session = new JavaScriptSession(Tight with { MaxMemory = 128 * 1024 * 1024, MaxWork = null });
                completion.SetResult(session.EvaluateAsync(source).AsTask().GetAwaiter().GetResult());
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        return completion.Task;
    }
}
