namespace Rlm.JavaScript.Tests.BuiltIns;

public class IteratorHelperTests
{
    public static TheoryData<string, string> All => Samples.Read(IteratorSamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_WithIteratorHelpers_GivesItsValue(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("[1, 2].values().map(x => ask(x)).toArray()", "[10,20]")]
    [InlineData("[...[1, 2, 3].values().filter(x => ask(x) > 10)]", "[2,3]")]
    [InlineData("[1, 2].values().flatMap(x => (function* () { yield x; yield ask(x); })()).toArray()", "[1,10,2,20]")]
    [InlineData("numbers().drop(1).take(1).toArray()", "[20]")]
    [InlineData("numbers().reduce((a, x) => a + ask(x), 0)", "600")]
    [InlineData("[numbers().some(x => ask(x) === 200), numbers().every(x => ask(x) === 100), numbers().find(x => ask(x) === 200)]", "[true,false,20]")]
    [InlineData("const r = []; numbers().forEach(x => r.push(ask(x))); r", "[100,200,300]")]
    [InlineData("Iterator.from({ [Symbol.iterator]() { return ask(1) && { next: () => ({ done: true }) }; } }).toArray()", "[]")]
    [InlineData("const log = []; try { closing(log).map(x => { throw ask(x); }).next(); } catch (e) { log.push(e); } log", "[30,10]")]
    [InlineData("const log = []; const it = closing(log).flatMap(x => closing(log)); it.next(); log.push(it.return().done, it.next().done); log", "[30,30,true,true]")]
    public async Task Callback_ThatWaitsForTheHost_GoesOn(string source, string expected)
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsNumber() * 10;
        });
        EvaluationResult result = await session.EvaluateAsync(
            "function* numbers() { yield ask(1); yield ask(2); yield ask(3); } "
            + "const closing = log => Iterator.from({ next: () => ({ done: false, value: 1 }), return() { log.push(ask(3)); return {}; } }); "
            + source);
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Value.ToJson());
    }

    [Theory]
    [InlineData("let it = [1].values(); for (let i = 0; i < 5000; i++) it = it.map(x => x + 1); it.next().value", "5001")]
    [InlineData("let it = [[1]].values(); for (let i = 0; i < 5000; i++) it = it.flatMap(x => [x]); it.next().value[0]", "1")]
    [InlineData("let it = [1].values(); for (let i = 0; i < 50000; i++) it = it.filter(x => true); it.next()", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let it = [1].values(); for (let i = 0; i < 5000; i++) it = it.map(x => x); it.return().done", "true")]
    [InlineData("let it = [1].values(); for (let i = 0; i < 5000; i++) it = Iterator.from({ __proto__: null, next: it.next.bind(it) }); it.next().value", "1")]
    public void Chain_AsDeepAsCallsMayNest_NeedsNoStack(string source, string expected)
    {
        string? shown = null;
        var thread = new Thread(() => shown = Execution.Scripts.ShowAsync(source).GetAwaiter().GetResult(), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("naturals().filter(() => false).next()")]
    [InlineData("naturals().drop(Infinity).next()")]
    [InlineData("naturals().flatMap(() => []).next()")]
    [InlineData("naturals().toArray()")]
    [InlineData("naturals().reduce((a, b) => a + b)")]
    public async Task Helper_OverAnEndlessIterator_MeetsTheLimit(string code)
    {
        EvaluationOutcome outcome = await Printed.StopOfAsync(
            "function* naturals() { for (let i = 0; ; i++) yield i; } " + code,
            new JavaScriptOptions { MaxWork = 3_000_000, MaxTime = Timeout.InfiniteTimeSpan, MaxMemory = 64 * 1024 * 1024 });
        Assert.Equal(EvaluationOutcome.WorkLimit, outcome);
    }

    [Fact]
    public async Task Helper_WhoseCallbackThrewOrWhoseSourceThrew_IsOver() => Assert.Equal(
        "[ 'a', true, 'b', true, 0 ]",
        await Execution.Scripts.ShowAsync("""
            const log = [];
            let closed = 0;
            const failing = () => ({ __proto__: Iterator.prototype, next() { throw 'b'; }, return() { closed++; return {}; } });
            const one = [1].values().map(() => { throw 'a'; });
            try { one.next(); } catch (e) { log.push(e, one.next().done); }
            const two = failing().map(x => x);
            try { two.next(); } catch (e) { log.push(e, two.next().done); }
            log.push(closed);
            log
            """));

    [Fact]
    public async Task Helper_StoppedInTheMiddle_IsOver()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 100_000 });
        EvaluationResult stopped = await session.EvaluateAsync("var it = [1, 2].values().map(x => { for (;;); }); it.next()");
        Assert.Equal(EvaluationOutcome.WorkLimit, stopped.Outcome);
        Assert.Equal("{ value: undefined, done: true }", (await session.EvaluateAsync("it.next()")).Display);
    }

    [Fact]
    public async Task Properties_OfIteratorPrototype_MayBeAssignedToIterators() => Assert.Equal(
        "[ 'mine', 'mine', 'TypeError', 'Iterator' ]",
        await Execution.Scripts.ShowAsync("""
            const it = { __proto__: Iterator.prototype };
            it[Symbol.toStringTag] = 'mine';
            it.constructor = 'mine';
            let name;
            try { Iterator.prototype[Symbol.toStringTag] = 1; } catch (e) { name = e.name; }
            [it[Symbol.toStringTag], it.constructor, name, Iterator.prototype[Symbol.toStringTag]]
            """));
}
