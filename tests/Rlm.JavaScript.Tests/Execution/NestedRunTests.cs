namespace Rlm.JavaScript.Tests.Execution;

/// <summary>What built-ins call on the CLR stack ends in a guest error before the host's stack does.</summary>
public sealed class NestedRunTests
{
    private const int SmallStack = 256 * 1024;

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

    // Scripts that wait for nothing run on the thread that starts them.
    private static string? OnSmallStack(string source)
    {
        string? shown = null;
        var thread = new Thread(() => shown = Scripts.ShowAsync(source).GetAwaiter().GetResult(), SmallStack);
        thread.Start();
        thread.Join();
        return shown;
    }
}
