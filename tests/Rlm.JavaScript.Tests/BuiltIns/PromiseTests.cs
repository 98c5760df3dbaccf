namespace Rlm.JavaScript.Tests.BuiltIns;

public class PromiseTests
{
    [Theory]
    [MemberData(nameof(PromiseSamples.All), MemberType = typeof(PromiseSamples))]
    public async Task Promises_AnyUse_BehaveAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task PromiseAny_AllRejected_GivesAnAggregateError() =>
        Assert.Equal("true [ 1, 2 ]\n", await Printed.ByAsync("try { await Promise.any([Promise.reject(1), Promise.reject(2)]) } catch (e) { print(e instanceof AggregateError, e.errors) }"));

    [Fact]
    public async Task PromiseWithResolvers_GivesItsParts() =>
        Assert.Equal("5\nno\n", await Printed.ByAsync("const { promise, resolve, reject } = Promise.withResolvers(); resolve(5); reject(6); print(await promise); const w = Promise.withResolvers(); w.reject('no'); await w.promise.catch(print)"));

    [Fact]
    public async Task PromiseThen_Patched_IsNotUsedByAwait() =>
        Assert.Equal("5\n", await Printed.ByAsync("Promise.prototype.then = function () { return 'patched' }; print(await (async () => 5)())"));

    [Theory]
    [InlineData("class Bad { constructor() {} } Promise.all.call(Bad, [])", "TypeError: Promise resolve function is undefined, not a function")]
    [InlineData("Promise.all.call(1, [])", "TypeError: Promise.all called on non-object")]
    [InlineData("Promise.all.call(() => {}, [])", "TypeError: function  is not a constructor")]
    public async Task PromiseStatics_BadReceiver_ThrowAtOnce(string source, string expected)
    {
        string error = await Printed.ErrorOfAsync(source);
        Assert.Equal(expected.Split(':')[0], error.Split(':')[0]);
    }

    [Fact]
    public async Task Microtasks_WithoutEnd_AreStopped() =>
        Assert.Equal(EvaluationOutcome.WorkLimit, await Printed.StopOfAsync("(function t() { Promise.resolve().then(t) })()", new JavaScriptOptions { MaxWork = 1_000_000 }));

    [Fact]
    public async Task PromiseAll_OverEndlessGenerator_IsStopped() =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync("await Promise.all((function* () { for (;;) yield 1 })())", new JavaScriptOptions { MaxMemory = 16 * 1024 * 1024 }));
}
