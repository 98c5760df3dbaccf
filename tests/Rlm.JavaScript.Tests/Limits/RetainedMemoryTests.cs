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

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task Evaluate_WorkEndsWhileMemoryIsMeasured_WhatWasAskedForIsNotCounted(int less)
    {
        const string Source = "const a = []; for (let i = 0; ; i++) a[i * 1000] = 1";
        var options = new JavaScriptOptions { MaxMemory = 2 * Limit };
        using var unhindered = new JavaScriptSession(options);
        var whole = await unhindered.EvaluateAsync(Source);

        // The last thing that the stopped evaluation did is to measure, before it refused to double the elements.
        using var session = new JavaScriptSession(options with { MaxWork = whole.Usage.Work - less });
        var result = await session.EvaluateAsync(Source);

        Assert.Equal((EvaluationOutcome.MemoryLimit, EvaluationOutcome.WorkLimit), (whole.Outcome, result.Outcome));
        Assert.InRange(result.Usage.Memory, 0, (long)(2 * Limit * 1.1));
    }

    [Fact]
    public async Task Evaluate_ChainOfPrototypes_IsChargedWhatItRetains()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Limit });

        var result = await session.EvaluateAsync("let o = {}; for (;;) o = Object.create(o)");

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, (long)(Limit * 1.1));
    }

    // Names are kept in a table of the session, which is only swept now and then: as looking for those in use traces all that is live.
    [Theory]
    [InlineData("")]
    [InlineData("globalThis.live ??= Object.fromEntries(Array.from({ length: 20000 }, (_, i) => ['live' + i, i]));")]
    public async Task Evaluate_NewNamesInEachTurn_AreForgotten(string first)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 2 * Limit });

        for (int turn = 0; turn < 30; turn++)
        {
            var result = await session.EvaluateAsync($"{first} for (let i = 0; i < 20000; i++) {{ const o = {{}}; o['name {turn} ' + i] = i; }}");

            Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        }
    }

    [Fact]
    public async Task Evaluate_EachTurnKeepsAsMuchAsItCan_TheSessionStaysAtItsLimit()
    {
        const long Large = 64 * 1024 * 1024;
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Large });
        await session.EvaluateAsync("const kept = []");

        for (int turn = 0; turn < 20; turn++)
        {
            var result = await session.EvaluateAsync("for (let i = 0; ; i++) kept.push('x'.repeat(50_000) + i)");

            Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
            Assert.InRange(result.Usage.Memory, 0, (long)(Large * 1.2));
        }

        Assert.Equal(EvaluationOutcome.Completed, (await session.EvaluateAsync("kept.length = 0")).Outcome);
    }

    // The list of reactions was not charged.
    [Theory]
    [InlineData("let p = Promise.resolve(1); for (;;) p = p.then(x => x + 1)")]
    [InlineData("const first = new Promise(() => {}); let p = first; for (;;) p = p.then(x => x + 1)")]
    [InlineData("const all = []; const f = async () => { await new Promise(() => {}) }; for (;;) all.push(f())")]
    public async Task Evaluate_ChainOfPromises_IsChargedWhatItRetains(string source)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Limit });

        var result = await session.EvaluateAsync(source);

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, (long)(Limit * 1.1));
    }

    [Theory]
    [InlineData("new (class { constructor() { function r() { return JSON.stringify([1], r) } r() } })()")]
    [InlineData("function r() { return JSON.stringify([2], r) } r()")]
    [InlineData("const kept = []; for (;;) { kept.push([]); if (kept.length % 1000 === 0) JSON.stringify(globalThis) }")]
    [InlineData("const a = []; for (let i = 0; ; i++) a.push(String.fromCharCode(i & 65535))")]
    [InlineData("var ballast = (buffer => () => buffer)(new ArrayBuffer(1017481)); const a = []; for (let i = 0; ; i++) a.push(String.fromCharCode(i & 65535))")]
    public async Task Evaluate_SmallLimit_IsKeptWithinATenth(string source)
    {
        const int Small = 1024 * 1024;
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = Small });

        var result = await session.EvaluateAsync(source);

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, (long)(Small * 1.1));
    }
}
