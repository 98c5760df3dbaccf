namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Computations that are set aside while the host works.</summary>
public sealed class HostCallTests
{
    [Fact]
    public async Task Error_OfACallThatWasWaitedFor_KnowsThePlaceOfTheCall()
    {
        using var session = new JavaScriptSession();
        var answer = new TaskCompletionSource<JavaScriptValue>();
        session.SetFunction("ask", (_, _) => new ValueTask<JavaScriptValue>(answer.Task));
        ValueTask<EvaluationResult> running = session.EvaluateAsync("function f() {\n  return ask();\n}\nf()");
        answer.SetException(new JavaScriptHostException("no"));

        EvaluationResult result = await running;

        Assert.Equal("no", result.Error!.Message);
        Assert.Equal(2, result.Error.Line);
        Assert.Contains("at f", Assert.Single(result.Error.Stack), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2].map(x => ask(x))", "[ 1, 2 ]")]
    [InlineData("[...function* () { yield ask(1); yield ask(2); }()]", "[ 1, 2 ]")]
    [InlineData("Array.from(function* () { yield ask(1); yield* [ask(2), ask(3)]; }())", "[ 1, 2, 3 ]")]
    [InlineData("class C { x = ask(1); static y = ask(2); get z() { return ask(3); } } const c = new C(); [c.x, C.y, c.z]", "[ 1, 2, 3 ]")]
    [InlineData("const f = (a = ask(1), { b = ask(2) } = {}, [c = ask(3)] = []) => [a, b, c]; f()", "[ 1, 2, 3 ]")]
    [InlineData("let log = []; try { try { ask(1); throw 'a'; } finally { log.push(ask(2)); } } catch (e) { log.push(e, ask(3)); } log", "[ 2, 'a', 3 ]")]
    [InlineData("[3, 1, 2].sort((a, b) => ask(a) - ask(b))", "[ 1, 2, 3 ]")]
    [InlineData("const { [ask('a')]: v = ask(7) } = {}; v", "7")]
    [InlineData("let n = 0; for (const x of [1, 2, 3]) { if (ask(x) === 2) break; n += ask(x); } n", "1")]
    [InlineData("switch (ask(2)) { case ask(1): 'one'; break; case ask(2): x = 'two'; } var x; x", "'two'")]
    [InlineData("const o = { set v(x) { this.w = ask(x); } }; o.v = 5; o.w", "5")]
    [InlineData("`${ask('a')}-${ask('b')}`", "'a-b'")]
    [InlineData("const tag = (s, ...v) => v.map(x => ask(x)); tag`${1}${2}`", "[ 1, 2 ]")]
    [InlineData("const b = ask.bind(null, 4); [b(), ask.call(null, 5), ask.apply(null, [6])]", "[ 4, 5, 6 ]")]
    [InlineData("class A { constructor() { this.v = ask(1); } } class B extends A { constructor() { super(); this.w = ask(2); } } const b = new B(); [b.v, b.w]", "[ 1, 2 ]")]
    [InlineData("(await Promise.all([1, 2, 3].map(async x => (await ask(x)) * 2)))", "[ 2, 4, 6 ]")]
    [InlineData("await new Promise(resolve => resolve(ask(8)))", "8")]
    [InlineData("await Promise.resolve(1).then(x => ask(x + 1)).finally(() => ask(0))", "2")]
    [InlineData("JSON.parse('[1,2]', (k, v) => Array.isArray(v) ? v : ask(v))", "[ 1, 2 ]")]
    [InlineData("let t = 0; label: for (let i = 0; i < 3; i++) for (const k in { a: 1, b: 2 }) { if (ask(i) === 1) continue label; t++; } t", "4")]
    public async Task Call_AnywhereInTheCode_IsWaitedFor(string source, string expected)
    {
        foreach (bool isIndependent in (bool[])[false, true])
        {
            using var session = new JavaScriptSession();
            session.SetFunction(
                "ask",
                async (call, _) =>
                {
                    await Task.Yield();
                    return call.Arguments[0];
                },
                isIndependent);

            Assert.Equal(expected, await Scripts.ShowAsync(session, source));
        }
    }

    // A conversion runs on the CLR stack, which cannot be set aside.
    [Theory]
    [InlineData("'' + { toString: ask }")]
    [InlineData("'' + { toString() { return ask(); } }")]
    [InlineData("[...{ [Symbol.iterator]: ask }]")]
    [InlineData("'' + { toString: ask.bind(null) }")]
    public async Task Call_FromAConversion_IsRefused(string source)
    {
        foreach (bool isIndependent in (bool[])[false, true])
        {
            using var session = new JavaScriptSession();
            session.SetFunction(
                "ask",
                async (_, _) =>
                {
                    await Task.Yield();
                    return 1;
                },
                isIndependent);

            Assert.StartsWith("TypeError: ask cannot be called here", await Scripts.ShowAsync(session, source), StringComparison.Ordinal);
            Assert.Equal("2", await Scripts.ShowAsync(session, "1 + 1"));
        }
    }
}
