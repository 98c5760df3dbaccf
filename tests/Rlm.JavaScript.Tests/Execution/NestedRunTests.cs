namespace Rlm.JavaScript.Tests.Execution;

/// <summary>What built-ins call on the CLR stack ends in a guest error before the host's stack does.</summary>
public sealed class NestedRunTests
{
    private const int SmallStack = 256 * 1024;
    private const int MainThreadOfWindows = 1024 * 1024;
    private const int Large = 16 * 1024 * 1024;

    // Every nested run that an exception passes through needs stack of its own, if it is thrown on from where it was caught.
    [Theory]
    [InlineData("let o = { toString() { return '' + o; } }; '' + o")]
    [InlineData("let o = { valueOf() { return +o; } }; +o")]
    [InlineData("let o = { [Symbol.toPrimitive]() { return `${o}`; } }; `${o}`")]
    [InlineData("let o = { [Symbol.iterator]() { return [...o]; } }; [...o]")]
    [InlineData("let o = { toJSON() { return JSON.stringify(o); } }; JSON.stringify(o)")]
    [InlineData("let o = { get [Symbol.iterator]() { return new Map(o); } }; new Map(o)")]
    [InlineData("class P extends Promise { constructor(f) { super(f); P.resolve(1); } } P.resolve(1)")]
    [InlineData("function* g() { yield '' + o; } let o = { toString() { return [...g()].join(); } }; '' + o")]
    public void Conversion_OfItself_ThrowsRangeErrorOnASmallStack(string source) =>
        Assert.Equal("RangeError: Maximum call stack size exceeded", OnSmallStack(source));

    // Built-ins that call built-ins would nest on the CLR stack.
    [Theory]
    [InlineData("let f = () => 1; for (let i = 0; i < 9000; i++) { const g = f; f = [1].map.bind([1], g); } String(f())", "'1'")]
    [InlineData("let f = () => 1; for (let i = 0; i < 100000; i++) f = Function.prototype.call.bind(f); f()", "1")]
    [InlineData("let f = () => { throw new Error('no'); }; for (let i = 0; i < 9000; i++) { const g = f; f = [1].forEach.bind([1], g); } f()", "Error: no")]
    [InlineData("let f = () => 1; for (let i = 0; i < 20000; i++) { const g = f; f = [1].forEach.bind([1], g); } f()", "RangeError: Maximum call stack size exceeded")]
    public void BuiltIns_CallingBuiltIns_NeedNoStack(string source, string expected) => Assert.Equal(expected, OnSmallStack(source));

    [Fact]
    public void Generator_GivenUpForWantOfStack_IsFinished() =>
        Assert.Equal(
            "true",
            OnSmallStack("let last; function* g() { yield '' + o; } let o = { toString() { last = g(); return last.next().value; } }; try { '' + o; } catch {} last.next().done"));

    [Fact]
    public async Task Exception_OutOfAPromiseExecutor_ReachesTheCallerThroughBuiltIns() =>
        Assert.Equal(
            "[ 'no', 'no' ]",
            await Scripts.ShowAsync("class P extends Promise {} const all = []; for (const x of [1, 2]) { try { await new P(() => { [0].map(() => { throw 'no'; }); }); } catch (e) { all.push(e); } } all"));

    // How much stack a call takes differs with the compiler of the CLR and the system; where a program ends may not.
    [Theory]
    [InlineData("const p = new Proxy(Iterator.prototype, {}); p.constructor = 1", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = {}; for (let i = 0; i < 5000; i++) p = new Proxy({}, p); p.x", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = { x: 7 }; for (let i = 0; i < 60; i++) p = new Proxy({}, p); String(p.x)", "'undefined'")]
    [InlineData("let p = { x: 7 }; for (let i = 0; i < 5000; i++) p = new Proxy(p, { get: Reflect.get }); p.x", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = { x: 7 }; for (let i = 0; i < 60; i++) p = new Proxy(p, { get: Reflect.get }); p.x", "7")]
    [InlineData("let f = () => 1; for (let i = 0; i < 9000; i++) { const g = f; f = [1].map.bind([1], g); } String(f())", "'1'")]
    [InlineData("let o = { toString() { return '' + o; } }; '' + o", "RangeError: Maximum call stack size exceeded")]
    public void Nesting_OnAnyStack_EndsAtTheSamePlace(string source, string expected)
    {
        (string? Shown, long Work) onLargeStack = OnStack(Large, source);
        (string? Shown, long Work) onOrdinaryStack = OnStack(MainThreadOfWindows, source);

        Assert.Equal(expected, onLargeStack.Shown);
        Assert.Equal(onLargeStack, onOrdinaryStack);
    }

    // After errors that built-ins catch, the count must be where it was.
    [Theory]
    [InlineData("let n = 0; const fails = Array.prototype.map.bind(null); for (let i = 0; i < 1000; i++) { try { new Promise(fails); new Map([[1]].values().map(fails)); } catch { n++; } } n")]
    [InlineData("let n = 0; const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return: null.x }) }; for (let i = 0; i < 1000; i++) { try { new Set(it); } catch { n++; } } n")]
    [InlineData("let n = 0; const p = new Proxy({}, { get: Map.prototype.get }); for (let i = 0; i < 1000; i++) { try { p.x; } catch { n++; } } n")]
    [InlineData("let n = 0; const o = Object.defineProperty({}, 'x', { get: Map.prototype.get, set: Map.prototype.get }); for (let i = 0; i < 1000; i++) { try { Reflect.get(o, 'x'); } catch { n++; } } n")]
    public async Task Errors_OutOfNestedBuiltIns_LeaveNothingCounted(string source)
    {
        using var session = new JavaScriptSession();

        await Scripts.ShowAsync(session, source);

        Assert.Equal("7", await Scripts.ShowAsync(session, "let q = { x: 7 }; for (let i = 0; i < 60; i++) q = new Proxy(q, { get: Reflect.get }); q.x"));
    }

    // Scripts that wait for nothing run on the thread that starts them.
    private static string? OnSmallStack(string source) => OnStack(SmallStack, source).Shown;

    private static (string? Shown, long Work) OnStack(int size, string source)
    {
        EvaluationResult? result = null;
        using var session = new JavaScriptSession();
        var thread = new Thread(() => result = session.EvaluateAsync(source).AsTask().GetAwaiter().GetResult(), size);
        thread.Start();
        thread.Join();
        return (result!.Error is { } error ? $"{error.Name}: {error.Message}" : result.Display, result.Usage.Work);
    }
}
