using System.Collections.Concurrent;

namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Calls of independent functions overlap by themselves, and mean what they mean without that.</summary>
public sealed class DeferredValueTests
{
    // Each of these makes calls ask(1) to ask(4), of which none needs another: all have to be in flight before the first is answered.
    [Theory]
    [InlineData("const out = []; for (const c of [1, 2, 3, 4]) { out.push(await ask(c)); } out.join()")]
    [InlineData("const out = []; for (const c of [1, 2, 3, 4]) out.push(ask(c)); out.join()")]
    [InlineData("const out = []; for (let i = 1; i < 5; i++) { const a = await ask(i); out.push(a); } out.join()")]
    [InlineData("const out = []; let i = 0; while (i < 4) { i++; out[out.length] = await ask(i); } out.join()")]
    [InlineData("const out = []; [1, 2, 3, 4].forEach(c => { out.push(ask(c)); }); out.join()")]
    [InlineData("const out = [1, 2, 3, 4].map(c => ask(c)); out.join()")]
    [InlineData("[1, 2, 3, 4].map(ask).join()")]
    [InlineData("[1, 2, 3, 4].reduce((out, c) => { out.push(ask(c)); return out; }, []).join()")]
    [InlineData("[1, 2, 3, 4].reduce((out, c) => [...out, ask(c)], []).join()")]
    [InlineData("Array.from({ length: 4 }, (_, i) => ask(i + 1)).join()")]
    [InlineData("Array.from([1, 2, 3, 4], c => ask(c)).join()")]
    [InlineData("[1, 2, 3, 4].flatMap(c => [ask(c)]).join()", 1)]
    [InlineData("const by = {}; for (const c of [1, 2, 3, 4]) by['k' + c] = await ask(c); Object.values(by).join()")]
    [InlineData("const by = new Map(); for (const c of [1, 2, 3, 4]) by.set(c, await ask(c)); [...by.values()].join()")]
    [InlineData("const out = []; for (const [i, c] of [1, 2, 3, 4].entries()) out.push({ i, answer: await ask(c) }); out.map(o => o.answer).join()")]
    [InlineData("const out = []; for (const r of [[1, 2], [3, 4]]) for (const c of r) out.push(await ask(c)); out.join()")]
    [InlineData("function one(c) { return ask(c); } const out = []; for (const c of [1, 2, 3, 4]) out.push(one(c)); out.join()")]
    [InlineData("async function one(c) { return await ask(c); } const out = []; for (const c of [1, 2, 3, 4]) out.push(await one(c)); out.join()")]
    [InlineData("async function one(c, out) { out.push(await ask(c)); } const out = []; for (const c of [1, 2, 3, 4]) await one(c, out); out.join()")]
    [InlineData("(await Promise.all([1, 2, 3, 4].map(c => ask(c)))).join()")]
    [InlineData("(await Promise.all([1, 2, 3, 4].map(async c => await ask(c)))).join()")]
    [InlineData("(await Promise.all([ask(1), ask(2), ask(3), ask(4)])).join()")]
    [InlineData("(await Promise.allSettled([1, 2, 3, 4].map(ask))).map(r => r.value).join()")]
    [InlineData("(await Promise.all([1, 2, 3, 4].map(c => ask(c).catch(e => 'no')))).join()")]
    [InlineData("(await Promise.all([1, 2, 3, 4].map(c => ask(c).then(r => r)))).join()")]
    [InlineData("(await Promise.all([1, 2, 3, 4].map(async c => { try { return await ask(c); } catch { return 0; } }))).join()")]
    [InlineData("const out = []; try { for (const c of [1, 2, 3, 4]) out.push(await ask(c)); } catch {} out.join()")]
    [InlineData("const [a, b] = [ask(1), ask(2)]; const { c, d } = { c: ask(3), d: ask(4) }; [a, b, c, d].join()")]
    [InlineData("const a = ask(1), b = ask(2), c = ask(3), d = ask(4); `${a},${b},${c},${d}`")]
    [InlineData("class N { constructor(c) { this.a = ask(c); } } const ns = [1, 2, 3, 4].map(c => new N(c)); ns.map(n => n.a).join()")]
    [InlineData("const out = []; for (const c of [1, 2, 3, 4]) { console.log('at', c); out.push(await ask(c)); } out.join()")]
    [InlineData("const out = []; for (const item of [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]) out.push(await ask(JSON.parse(JSON.stringify(item)).n)); out.join()")]
    [InlineData("const out = []; for (const c of ['1', '2', '3', '4']) out.push(await ask(parseInt(c.trim().slice(0, 5), 10))); out.join()")]
    [InlineData("const jobs = []; for (const c of [1, 2, 3, 4]) jobs.push((async () => { const a = await ask(c); return a; })()); (await Promise.all(jobs)).join()")]
    [InlineData("function* g() { for (const c of [1, 2, 3, 4]) yield c; } const out = []; for (const c of g()) out.push(ask(c)); out.join()")]
    public async Task Calls_ThatNeedNotWait_AreAllInFlight(string source, int inFlight = 4)
    {
        using var host = new HeldHost();
        ValueTask<EvaluationResult> running = host.Session.EvaluateAsync(source);
        Assert.Equal(inFlight, host.Waiting);
        EvaluationResult result = await host.AnswerUntilAsync(running);

        Assert.Null(result.Error);
        Assert.Equal("1,2,3,4", result.Value.ToString());
    }

    // What needs a value waits for it before it goes on: no more calls are made than there would be one after the other.
    [Theory]
    [InlineData("for (const c of [1, 2, 3]) { const a = await ask(c); if (a === 2) break; } 0", 1)]
    [InlineData("let out = ''; for (const c of [1, 2]) out += await ask(c); out", 1)]
    [InlineData("for (const c of [1, 2]) { try { await ask(c); } catch {} } 0", 1)]
    [InlineData("for (const c of [1, 2]) { try { ask(c); } finally {} } 0", 1)]
    [InlineData("const a = ask(1); ask(a); 0", 1)]
    [InlineData("const a = ask(1); ask({ deep: [a] }); 0", 1)]
    [InlineData("const a = [ask(1)]; console.log(a); ask(2); 0", 1)]
    [InlineData("const a = { b: [ask(1)] }; JSON.stringify(a); ask(2); 0", 1)]
    [InlineData("const a = [ask(1)]; a.includes(1); ask(2); 0", 1)]
    [InlineData("const a = [ask(1)]; a.sort(); ask(2); 0", 1)]
    [InlineData("const a = [3, ask(1)]; a.reverse(); ask(2); 0", 1)]
    [InlineData("const a = ask(1); typeof a; ask(2); 0", 1)]
    [InlineData("const a = ask(1); a?.length; ask(2); 0", 1)]
    [InlineData("const a = ask(1); switch (a) { case 1: ask(2); } 0", 1)]
    [InlineData("const a = ask(1); [...String(a)]; ask(2); 0", 1)]
    [InlineData("const a = { x: ask(1) }; const b = { ...a }; ask(2); 0", 1)]
    [InlineData("const a = new Map([['x', ask(1)]]); ask(2); 0", 1)]
    [InlineData("const a = new Set(); a.add(ask(1)); ask(2); 0", 1)]
    [InlineData("const o = { toString() { return String(a); } }; const a = ask(1); '' + o; ask(2); 0", 1)]
    [InlineData("const o = { toJSON() { return a; } }; const a = ask(1); JSON.stringify([o]); ask(2); 0", 1)]
    [InlineData("const a = [ask(1)]; for (const x of a) { if (x) ask(2); } 0", 1)]
    [InlineData("const a = ask(1); const f = (x = 1) => x; f(a); ask(2); 0", 1)]
    [InlineData("const a = ask(1); structuredClone({ a }); ask(2); 0", 1)]
    [InlineData("globalThis.v = ask(1); ask(2); 0", 1)]
    [InlineData("var v = ask(1); globalThis.v + 1; ask(2); 0", 1)]
    [InlineData("const r = /x/g; r.lastIndex = ask(1); r.test('xx'); ask(2); 0", 1)]
    [InlineData("const a = []; a.length = ask(1); ask(2); 0", 1)]
    [InlineData("const t = new Uint8Array(2); t[0] = ask(1); ask(2); 0", 1)]
    [InlineData("const p = new Proxy({}, {}); p.x = ask(1); ask(2); 0", 1)]
    [InlineData("await Promise.race([ask(1), ask(2)]); ask(3); 0", 2)]
    [InlineData("throw ask(1)", 1)]
    public async Task Calls_AfterWhatNeedsAValue_AreNotMade(string source, int inFlight)
    {
        using var host = new HeldHost();
        ValueTask<EvaluationResult> running = host.Session.EvaluateAsync(source);

        Assert.Equal(inFlight, host.Waiting);
        await host.AnswerUntilAsync(running);
    }

    [Theory]
    [InlineData("const a = ask(-1); console.log('on'); a.length", "Error: no -1", "on")]
    [InlineData("const out = []; for (const c of [1, -2, 3]) out.push(await ask(c)); out.join()", "Error: no -2", "")]
    [InlineData("const out = []; for (const c of [1, -2, 3]) { try { out.push(await ask(c)); } catch (e) { out.push(e.message); } } console.log(out.join())", null, "1,no -2,3")]
    [InlineData("const out = []; for (const c of [1, -2, 3]) { try { out.push(ask(c)); } catch (e) { out.push(e.message); } } console.log(out.join())", null, "1,no -2,3")]
    [InlineData("function one(c) { return ask(c); } const out = []; for (const c of [1, -2, 3]) { try { out.push(one(c)); } catch (e) { out.push(e.message); } } console.log(out.join())", null, "1,no -2,3")]
    [InlineData("async function one(c) { return await ask(c); } const out = []; for (const c of [1, -2, 3]) { try { out.push(await one(c)); } catch (e) { out.push(e.message); } } console.log(out.join())", null, "1,no -2,3")]
    [InlineData("async function one(c, out) { out.push(await ask(c)); } const out = []; for (const c of [1, -2, 3]) { try { await one(c, out); } catch (e) { out.push(e.message); } } console.log(out.length, out[2])", null, "4 no -2")]
    [InlineData("try { for (const c of [1, -2, 3]) await ask(c); console.log('after'); } catch (e) { console.log(e.message); }", null, "after\nno -2")]
    [InlineData("try { await Promise.all([1, -2].map(c => ask(c))); console.log('after'); } catch (e) { console.log(e.message); }", null, "after\nno -2")]
    [InlineData("console.log((await Promise.all([1, -2].map(c => ask(c).catch(e => e.message)))).join())", null, "1,no -2")]
    [InlineData("console.log((await Promise.all([1, -2].map(async c => { try { return await ask(c); } catch (e) { return e.message; } }))).join())", null, "1,no -2")]
    [InlineData("console.log((await Promise.allSettled([1, -2].map(ask))).map(r => r.status).join())", null, "fulfilled,rejected")]
    [InlineData("ask(-1); ask(-2); console.log('end')", "Error: no -1", "end")]
    [InlineData("ask(-1); throw new TypeError('mine')", "TypeError: mine", "")]
    [InlineData("try { ask(-1); } finally { console.log('finally'); }", "Error: no -1", "finally")]
    [InlineData("function f() { try { return ask(-1); } catch (e) { return e.message; } } console.log(f())", null, "no -1")]
    [InlineData("for (const c of [-1, 2]) { try { if (c < 0) { ask(c); continue; } console.log(c); } catch (e) { console.log(e.message); } }", null, "no -1\n2")]
    [InlineData("const a = [ask(-1)]; try { console.log(a); } catch (e) { console.log('caught', e.message); } console.log(a)", null, "caught no -1\n[ undefined ]")]
    [InlineData("const p = ask(-1).catch(e => 'saved'); console.log(await p)", null, "saved")]
    [InlineData("ask(1).then(x => console.log('then', x)).finally(() => console.log('done')); console.log('first')", null, "first\nthen 1\ndone")]
    [InlineData("const o = {}; o.x = ask(-1); try { Object.keys(o); } catch (e) { console.log(e.message); }", null, "no -1")]
    [InlineData("class N { constructor(c) { this.a = ask(c); } toString() { return 'N' + this.a; } } console.log([new N(1), new N(2)].join())", null, "N1,N2")]
    [InlineData("let n = 0; const o = { toString() { n++; return 'x' + a; } }; const a = ask(1); console.log('' + o, n)", null, "x1 1")]
    [InlineData("console.log([1, 2, 3].filter(c => ask(c) > 1).join(), [1, 2, 3].find(c => ask(c) === 2), [3, 1, 2].sort((a, b) => ask(a) - ask(b)).join())", null, "2,3 2 1,2,3")]
    [InlineData("console.log('a1b2'.replace(/\\d/g, d => ask(+d + 1)))", null, "a2b3")]
    [InlineData("const m = new Map(); m.set('a', ask(1)); console.log(m.get('a') + 1, m.size, [...m])", null, "2 1 [ [ 'a', 1 ] ]")]
    [InlineData("function* g() { try { yield ask(1); yield ask(-2); } catch (e) { yield e.message; } } console.log([...g()].join())", null, "1,no -2")]
    [InlineData("async function* g() { yield ask(1); yield await ask(2); } for await (const x of g()) console.log(x)", null, "1\n2")]
    [InlineData("console.log(JSON.stringify({ a: [ask(1), { b: ask(2) }] }))", null, "{\"a\":[1,{\"b\":2}]}")]
    [InlineData("function f(...all) { return all; } function h() { return arguments[1]; } console.log(f(ask(1), ask(2)).length, h(0, ask(3)))", null, "2 3")]
    [InlineData("const a = [ask(1), ask(2)]; const [x, ...rest] = a; console.log(x, rest)", null, "1 [ 2 ]")]
    [InlineData("const o = { a: ask(1), b: ask(2) }; const { a, ...rest } = o; console.log(a, rest); delete o.a; console.log('a' in o)", null, "1 { b: 2 }\nfalse")]
    [InlineData("const c = (() => { let held = ask(5); return () => held; })(); console.log(c() + c())", null, "10")]
    [InlineData("const fs = []; for (let i = 0; i < 2; i++) { let held = ask(i + 1); fs.push(() => held); } console.log(fs.map(f => f()).join())", null, "1,2")]
    [InlineData("const a = [ask(1)]; a.unshift(ask(0)); a.push(ask(2)); a.shift(); console.log(a.pop(), a)", null, "2 [ 1 ]")]
    [InlineData("const a = ask(3); const t = (s, ...v) => v[0]; console.log(t`x${a}`, `${a}`, -a, +a, !a, a ? 'y' : 'n', a ?? 0, a ** 2, a in { 3: 1 }, a > 2, 2 < a, a == 3, a === 3)", null, "3 3 -3 3 false y 3 9 true true true true true")]
    [InlineData("let x = ask(1); x++; x += ask(2); x ||= 5; x &&= ask(7); x ??= 1; console.log(x)", null, "7")]
    [InlineData("console.log(await Promise.race([ask(1), ask(2)]), await Promise.any([ask(-1), ask(2)]))", null, "1 2")]
    [InlineData("let r; try { r = ask(-1); } catch {} console.log(r)", null, "undefined")]
    [InlineData("const o = { get v() { return ask(4); }, set v(x) { this.w = ask(x); } }; o.v = ask(5); console.log(o.v, o.w)", null, "4 5")]
    [InlineData("class P { #a = ask(1); static s = ask(2); get a() { return this.#a; } } console.log(new P().a, P.s)", null, "1 2")]
    [InlineData("class A { constructor() { return ask(1); } } console.log(typeof new A())", null, "object")]
    [InlineData("const s = Object.assign({}, { a: ask(1) }, { b: ask(2) }); console.log(s, Object.fromEntries([['k', ask(3)]]))", null, "{ a: 1, b: 2 } { k: 3 }")]
    [InlineData("const u = { a: 1, get b() { return 'g' + a; } }; const a = ask(9); console.log(JSON.stringify(u), { ...u })", null, "{\"a\":1,\"b\":\"g9\"} { a: 1, b: 'g9' }")]
    [InlineData("const a = ask(1); const odd = { toString() { return {}; }, valueOf() { return {}; } }; try { await (async () => odd)().then(String); } catch (e) { console.log(e.name); }", null, "TypeError")]
    [InlineData("for (const k in { [ask('k')]: 1 }) console.log(k); label: for (;;) { for (;;) { if (ask(1)) break label; } }", null, "k")]
    [InlineData("const ps = [1, 2].map(async c => { const a = ask(c); const b = ask(a + 10); return a + b; }); console.log((await Promise.all(ps)).join())", null, "12,14")]
    [InlineData("let kept = [ask(1), ask(2)]; kept += await 3; console.log(kept)", null, "1,23")]
    [InlineData("const a = ask(1); console.log('%s %s', true, { toString() { return 'v' + a; } })", null, "true v1")]
    [InlineData("console.log(await Promise.all(ask([])))", null, "[]")]
    [InlineData("const a = ask(1); const p = await (async () => new Proxy({}, { get(target, name) { return a === 1 ? undefined : name; } }))(); console.log(typeof p)", null, "object")]
    public async Task Program_WithDeferredValues_DoesAsWithout(string source, string? error, string output)
    {
        foreach (bool overlaps in (bool[])[true, false])
        {
            foreach (bool isImmediate in (bool[])[true, false])
            {
                (string? Error, string Output) result = await RunAsync(source, overlaps, isImmediate);

                Assert.Equal((error, output), (result.Error, result.Output.TrimEnd()));
            }
        }
    }

    [Fact]
    public async Task Failure_NobodyLookedAt_LosesNoOtherAnswer()
    {
        using JavaScriptSession session = NewSession(overlaps: true, isImmediate: false);
        EvaluationResult first = await session.EvaluateAsync("const out = [];\nfor (const c of [1, -2, 3]) {\n  out.push(await ask(c));\n}");

        Assert.Equal("no -2", first.Error!.Message);
        Assert.Equal(3, first.Error.Line);
        Assert.Equal("[ 1, undefined, 3 ]", (await session.EvaluateAsync("out")).Display);
    }

    [Fact]
    public async Task Error_ThrownWhereTheValueIsNeeded_TellsBothPlaces()
    {
        using JavaScriptSession session = NewSession(overlaps: true, isImmediate: false);
        EvaluationResult result = await session.EvaluateAsync("const a = ask(-1);\nlet n = 0;\nn = a + 1;");

        Assert.Equal(1, result.Error!.Line);
        Assert.Contains("needed at turn 1, line 3", Assert.Single(result.Error.Stack), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const a = ask(1); end(); never = 1", EvaluationOutcome.EndedByHost)]
    [InlineData("const a = ask(1); end(); for (;;);", EvaluationOutcome.EndedByHost)]
    [InlineData("const a = [ask(1)]; for (;;);", EvaluationOutcome.WorkLimit)]
    public async Task End_BeforeCallsAreAnswered_CancelsThem(string source, EvaluationOutcome outcome)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 10_000 });
        var cancelled = new TaskCompletionSource();
        session.SetFunction(
            "ask",
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => cancelled.TrySetResult(), TaskScheduler.Default);
                return 1;
            },
            isIndependent: true);
        session.SetFunction("end", (call, _) =>
        {
            call.EndEvaluation();
            return ValueTask.FromResult(JavaScriptValue.Undefined);
        });

        EvaluationResult result = await session.EvaluateAsync(source);

        await cancelled.Task;
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal("undefined", (await session.EvaluateAsync("typeof a === 'object' ? typeof a[0] : typeof a")).Value.ToString());
    }

    private static async Task<(string? Error, string Output)> RunAsync(string source, bool overlaps, bool isImmediate)
    {
        using JavaScriptSession session = NewSession(overlaps, isImmediate);
        EvaluationResult result = await session.EvaluateAsync(source);
        return (result.Error is { } error ? $"{error.Name}: {error.Message}" : null, result.Output);
    }

    private static JavaScriptSession NewSession(bool overlaps, bool isImmediate)
    {
        var session = new JavaScriptSession(new JavaScriptOptions { OverlapIndependentCalls = overlaps });
        session.SetFunction(
            "ask",
            async (call, _) =>
            {
                if (!isImmediate)
                {
                    await Task.Yield();
                }

                return call.Arguments[0] is { Kind: JavaScriptValueKind.Number } value && value.AsNumber() < 0
                    ? throw new JavaScriptHostException($"no {value}")
                    : call.Arguments[0];
            },
            isIndependent: true);
        return session;
    }

    /// <summary>A host that answers when it is told to.</summary>
    private sealed class HeldHost : IDisposable
    {
        private readonly ConcurrentQueue<(TaskCompletionSource<JavaScriptValue> Answer, JavaScriptValue Argument)> _calls = new();

        public HeldHost() => Session.SetFunction(
            "ask",
            (call, _) =>
            {
                var answer = new TaskCompletionSource<JavaScriptValue>(TaskCreationOptions.RunContinuationsAsynchronously);
                _calls.Enqueue((answer, call.Arguments.Count > 0 ? call.Arguments[0] : JavaScriptValue.Undefined));
                return new ValueTask<JavaScriptValue>(answer.Task);
            },
            isIndependent: true);

        public JavaScriptSession Session { get; } = new();

        public int Waiting => _calls.Count;

        public async Task<EvaluationResult> AnswerUntilAsync(ValueTask<EvaluationResult> running)
        {
            while (!running.IsCompleted)
            {
                AnswerAll();
                await Task.Yield();
            }

            return await running;
        }

        private void AnswerAll()
        {
            while (_calls.TryDequeue(out (TaskCompletionSource<JavaScriptValue> Answer, JavaScriptValue Argument) call))
            {
                call.Answer.SetResult(call.Argument);
            }
        }

        public void Dispose() => Session.Dispose();
    }
}
