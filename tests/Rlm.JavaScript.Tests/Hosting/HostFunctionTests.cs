using System.Collections.Concurrent;

namespace Rlm.JavaScript.Tests.Hosting;

/// <summary>Calls of the host: they wait without a thread, overlap, fail cleanly and end evaluations.</summary>
public sealed class HostFunctionTests : IDisposable
{
    private readonly JavaScriptSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("echo('a', 1, [true, null])")]
    [InlineData("await echo('a', 1, [true, null])")]
    [InlineData("(() => echo('a', 1, [true, null]))()")]
    [InlineData("async function f() { return echo('a', 1, [true, null]) } await f()")]
    [InlineData("['a'].map(x => echo(x, 1, [true, null]))[0]")]
    [InlineData("let r; for (const x of ['a']) r = echo(x, 1, [true, null]); r")]
    [InlineData("function* g() { yield echo('a', 1, [true, null]) } [...g()][0]")]
    [InlineData("class A { m() { return echo('a', 1, [true, null]) } } new A().m()")]
    [InlineData("'x'.replace(/x/, () => JSON.stringify(echo('a', 1, [true, null])))")]
    [InlineData("[2, 1].sort((x, y) => { echo('s'); return x - y }); echo('a', 1, [true, null])")]
    [InlineData("await Promise.resolve('a').then(x => echo(x, 1, [true, null]))")]
    [InlineData("echo.call(null, 'a', 1, [true, null])")]
    [InlineData("echo(...['a', 1, [true, null]])")]
    public async Task Call_FromAnywhere_GivesTheResult(string source)
    {
        _session.SetFunction("echo", async (call, _) =>
        {
            await Task.Yield();
            return JavaScriptValue.FromArray(call.Arguments);
        });

        EvaluationResult result = await _session.EvaluateAsync(source);

        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        Assert.Equal("""["a",1,[true,null]]""", result.Value.Kind == JavaScriptValueKind.String ? result.Value.AsString() : result.Value.ToJson());
    }

    [Fact]
    public async Task Calls_InAsyncFunctions_Overlap()
    {
        var started = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource();
        _session.SetFunction("ask", async (call, _) =>
        {
            started.Enqueue(call.Arguments[0].AsString());
            if (started.Count == 3)
            {
                all.SetResult();
            }

            await all.Task;
            return call.Arguments[0];
        });

        EvaluationResult result = await _session.EvaluateAsync("await Promise.all(['a', 'b', 'c'].map(async x => await ask(x) + '!'))");

        Assert.Equal("""["a!","b!","c!"]""", result.Value.ToJson());
    }

    [Fact]
    public async Task Calls_AtTheSameTime_AreCapped()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxConcurrentHostCalls = 2 });
        int running = 0;
        int peak = 0;
        session.SetFunction("ask", async (_, _) =>
        {
            peak = Math.Max(peak, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return JavaScriptValue.Null;
        });

        await session.EvaluateAsync("await Promise.all(Array.from({ length: 20 }, async () => ask()))");

        Assert.InRange(peak, 1, 2);
    }

    [Fact]
    public async Task Failure_IsACatchableErrorWithTheMessage()
    {
        _session.SetFunction("fail", async (_, _) =>
        {
            await Task.Yield();
            throw new JavaScriptHostException("no such document");
        });

        EvaluationResult caught = await _session.EvaluateAsync("try { fail() } catch (e) { `${e.name}: ${e.message}` }\nlet m; try { await fail() } catch (e) { m = e.message } m");
        EvaluationResult thrown = await _session.EvaluateAsync("fail()");

        Assert.Equal("no such document", caught.Value.AsString());
        Assert.Equal("no such document", thrown.Error!.Message);
        Assert.Equal(1, thrown.Error.Line);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OtherExceptions_DoNotReachTheGuest(bool isSynchronous)
    {
        _session.SetFunction("leak", (_, _) => isSynchronous
            ? throw new InvalidOperationException("Password=secret")
            : ValueTask.FromException<JavaScriptValue>(new InvalidOperationException("Password=secret")));

        EvaluationResult result = await _session.EvaluateAsync("try { leak() } catch (e) { print(e, e.stack, e.cause, JSON.stringify(e)) }");

        Assert.Contains("leak failed.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("submit(1); print('after')")]
    [InlineData("try { submit(1) } catch { print('after') } finally { print('after') }")]
    [InlineData("async function f() { try { await submit(1) } finally { print('after') } } await f()")]
    [InlineData("[1].forEach(() => { submit(1) }); print('after')")]
    [InlineData("Promise.resolve().then(() => submit(1)).finally(() => print('after')); await 1; await 2; await 3; await 4; print('after')")]
    public async Task EndEvaluation_EndsAtOnce(string source)
    {
        JavaScriptValue submitted = default;
        _session.SetFunction("submit", (call, _) =>
        {
            submitted = call.Arguments[0];
            call.EndEvaluation();
            return ValueTask.FromResult<JavaScriptValue>(true);
        });

        EvaluationResult result = await _session.EvaluateAsync($"print('before'); {source}");

        Assert.Equal(EvaluationOutcome.EndedByHost, result.Outcome);
        Assert.Equal("before\n", result.Output);
        Assert.Equal(1, submitted.AsNumber());
        Assert.Equal(2, (await _session.EvaluateAsync("1 + 1")).Value.AsNumber());
    }

    [Fact]
    public async Task CallNobodyAwaited_IsAwaitedBeforeTheEvaluationEnds()
    {
        bool finished = false;
        _session.SetFunction("slow", async (_, _) =>
        {
            await Task.Yield();
            finished = true;
            return JavaScriptValue.Null;
        });

        await _session.EvaluateAsync("(async () => { await slow() })(); 1");

        Assert.True(finished);
    }

    [Fact]
    public async Task CallNobodyAwaited_ThatFails_IsReported()
    {
        _session.SetFunction("fail", async (_, _) =>
        {
            await Task.Yield();
            throw new JavaScriptHostException("lost");
        });

        EvaluationResult result = await _session.EvaluateAsync("(async () => { await fail() })(); 1");

        Assert.Equal("lost (in a promise that nobody awaited)", result.Error!.Message);
    }

    [Fact]
    public async Task Cancellation_ReachesTheHandlerAndTheCaller()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = new TaskCompletionSource<bool>();
        _session.SetFunction("wait", async (_, token) =>
        {
            await cancellation.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                seen.SetResult(true);
            }

            return JavaScriptValue.Null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _session.EvaluateAsync("wait()", cancellation.Token));

        Assert.True(await seen.Task);
        Assert.Equal(2, (await _session.EvaluateAsync("1 + 1")).Value.AsNumber());
    }

    [Theory]
    [InlineData("const a = {}; a.a = a; echo(a)", "contains itself")]
    [InlineData("let n = 1; for (let i = 0; i < 1000; i++) n = [n]; echo(n)", "nests deeper")]
    [InlineData("echo(() => 1)", "argument 1 is a function")]
    [InlineData("echo('x'.repeat(2e7))", "too large")]
    [InlineData("echo(new Array(4e9))", "too large")]
    public async Task ArgumentThatCannotBeHandedOver_IsAnErrorForTheGuest(string source, string message)
    {
        int calls = 0;
        _session.SetFunction("echo", (_, _) =>
        {
            calls++;
            return ValueTask.FromResult(JavaScriptValue.Null);
        });

        EvaluationResult result = await _session.EvaluateAsync(source);

        Assert.Contains(message, result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task TooManyCalls_AreRefused()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxHostCalls = 3 });
        int calls = 0;
        session.SetFunction("ask", (_, _) =>
        {
            calls++;
            return ValueTask.FromResult(JavaScriptValue.Null);
        });

        EvaluationResult result = await session.EvaluateAsync("for (;;) ask()");

        Assert.Equal("ask was not called: the limit of 3 calls in one evaluation is reached.", result.Error!.Message);
        Assert.Equal(3, calls);
    }

    [Theory]
    [InlineData("`${{ toString() { return ask() } }}`")]
    [InlineData("({ valueOf() { return ask() } }) + 1")]
    public async Task CallFromWhereNothingCanWait_IsAClearError(string source)
    {
        _session.SetFunction("ask", async (_, _) =>
        {
            await Task.Yield();
            return JavaScriptValue.Null;
        });

        EvaluationResult result = await _session.EvaluateAsync(source);

        Assert.Contains("ask cannot be called here", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultKeysThatLookSpecial_AreData()
    {
        const string Json = """{"__proto__":{"x":1},"constructor":1,"then":2}""";
        _session.SetFunction("get", (_, _) => ValueTask.FromResult(JavaScriptValue.FromJson(System.Text.Json.JsonDocument.Parse(Json).RootElement)));

        EvaluationResult result = await _session.EvaluateAsync("const r = await get(); [r.x, Object.keys(r), Object.getPrototypeOf(r) === Object.prototype]");

        Assert.Equal("""[null,["__proto__","constructor","then"],true]""", result.Value.ToJson());
    }

    [Theory]
    [InlineData("ask.constructor('return 1')()")]
    [InlineData("ask.bind().constructor('return 1')")]
    [InlineData("[].constructor.constructor('return this')()")]
    [InlineData("(async () => {}).constructor('1')")]
    [InlineData("(function* () {}).constructor('1')")]
    [InlineData("(async function* () {}).constructor('1')")]
    public async Task FunctionConstructors_AreDisabled(string source)
    {
        _session.SetFunction("ask", (_, _) => ValueTask.FromResult(JavaScriptValue.Null));

        Assert.Contains("is disabled in this sandbox", (await _session.EvaluateAsync(source)).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyCalls_UseNoThreadEach()
    {
        var gate = new TaskCompletionSource<JavaScriptValue>();
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxConcurrentHostCalls = 500 });
        int started = 0;
        session.SetFunction("ask", (_, _) =>
        {
            if (Interlocked.Increment(ref started) == 500)
            {
                gate.SetResult(1);
            }

            return new ValueTask<JavaScriptValue>(gate.Task);
        });

        EvaluationResult result = await session.EvaluateAsync("(await Promise.all(Array.from({ length: 500 }, async (_, i) => await ask(i)))).length");

        Assert.Equal(500, result.Value.AsNumber());
    }
}
