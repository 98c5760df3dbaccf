namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Async generators and iteration over plain iterators in async code.</summary>
public sealed class AsyncGeneratorTests
{
    [Theory]
    [InlineData("async function* f(a = missing) {}", "f()")]
    [InlineData("async function* f([a]) {}", "f(null)")]
    [InlineData("class C { static async *m({ a }) {} }", "C.m()")]
    public async Task Parameters_Throw_CallerGetsTheError(string declaration, string call) =>
        Assert.Equal("'caught'", await Scripts.ShowAsync($"{declaration} let seen = ''; try {{ {call}; }} catch {{ seen = 'caught'; }} seen"));

    [Fact]
    public async Task Delegate_ReceivesReturn_InnerIteratorDecides() =>
        Assert.Equal(
            "'[[1,false],[\"inner 5\",true],[null,true]]'",
            await Scripts.ShowAsync("""
                const inner = { [Symbol.asyncIterator]() { return this; }, next() { return { value: 1, done: false }; }, return(v) { return { value: 'inner ' + v, done: true }; } };
                async function* f() { yield* inner; }
                const g = f();
                JSON.stringify([await g.next(), await g.return(5), await g.next()].map(step => [step.value, step.done]))
                """));

    [Fact]
    public async Task Delegate_ReceivesThrow_InnerIteratorDecides() =>
        Assert.Equal(
            "'[[1,false],[\"inner 5\",false],[1,false]]'",
            await Scripts.ShowAsync("""
                const inner = { [Symbol.asyncIterator]() { return this; }, next() { return { value: 1, done: false }; }, throw(v) { return { value: 'inner ' + v, done: false }; } };
                async function* f() { yield* inner; }
                const g = f();
                JSON.stringify([await g.next(), await g.throw(5), await g.next()].map(step => [step.value, step.done]))
                """));

    [Fact]
    public async Task Delegate_ThrowMethodMissing_IteratorIsClosed() =>
        Assert.Equal(
            "[ 'TypeError', true ]",
            await Scripts.ShowAsync("""
                let closed = false;
                const inner = { [Symbol.asyncIterator]() { return this; }, next() { return { value: 1, done: false }; }, async return() { closed = true; return {}; } };
                async function* f() { yield* inner; }
                const g = f();
                await g.next();
                const name = await g.throw(5).catch(e => e.name);
                [name, closed]
                """));

    [Fact]
    public async Task ForAwait_PlainIteratorGivesRejectedPromise_IteratorIsClosed() =>
        Assert.Equal(
            "[ 'no', 'closed' ]",
            await Scripts.ShowAsync("""
                const log = [];
                function* f() { try { yield Promise.reject('no'); } finally { log.push('closed'); } }
                try { for await (const x of f()) log.push(x); } catch (e) { log.unshift(e); }
                log
                """));

    [Fact]
    public async Task ForAwait_PlainGeneratorWaitsForTheHost_Works()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, _) =>
        {
            await Task.Yield();
            return call.Arguments[0];
        });
        Assert.Equal("[ 1, 2 ]", await Scripts.ShowAsync(session, "function* f() { yield ask(1); yield ask(2); } const all = []; for await (const x of f()) all.push(x); all"));
    }

    // Loops step the engine's own iterators without result objects, but an async loop has to await what next gives.
    [Fact]
    public async Task ForAwait_AsyncIteratorIsAnArrayIterator_GivesTheElements() =>
        Assert.Equal("[ 1, 2 ]", await Scripts.ShowAsync("const all = []; for await (const x of { [Symbol.asyncIterator]: () => [1, 2].values() }) all.push(x); all"));

    [Fact]
    public async Task Requests_MadeBeforeTheFirstIsAnswered_AreAnsweredInOrder() =>
        Assert.Equal(
            "'[[1,false],[2,false],[9,true],[null,true]]'",
            await Scripts.ShowAsync("""
                async function* f() { yield 1; yield 2; yield 3; }
                const g = f();
                const steps = await Promise.all([g.next(), g.next(), g.return(9), g.next()]);
                JSON.stringify(steps.map(step => [step.value, step.done]))
                """));

    [Fact]
    public async Task Requests_MadeByTheGeneratorItself_AreAnsweredAfterItEnds() =>
        Assert.Equal(
            "'[[null,true],[null,true]]'",
            await Scripts.ShowAsync("""
                let own, g;
                async function* f() { own = g.next(); }
                g = f();
                const first = await g.next();
                JSON.stringify([first, await own].map(step => [step.value, step.done]))
                """));
}
