using Rlm.JavaScript.Tests.Execution;

namespace Rlm.JavaScript.Tests.BuiltIns;

public class ProxyTests
{
    /// <summary>A handler whose every trap ends the program.</summary>
    private const string Hostile = "const hostile = new Proxy({}, { get() { throw new Error('a trap ran') } }); ";

    public static TheoryData<string, string> All => Samples.Read(ProxySamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_WithProxies_GivesWhatNodeGives(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("const p = new Proxy({ x: 1 }, { get: (t, k) => ask(t[k]) }); [p.x, p['x'], Reflect.get(p, 'x'), Object.create(p).x]", "[10,10,10,10]")]
    [InlineData("const t = {}; const p = new Proxy(t, { set(t, k, v) { t[k] = ask(v); return true; } }); p.a = 1; p['b'] = 2; Object.create(p).c = 3; t", """{"a":10,"b":20,"c":30}""")]
    [InlineData("const p = new Proxy(x => x, { apply: (t, self, args) => ask(args[0]) }); [p(1), [2, 3].map(p), p.call(null, 4)]", "[10,[20,30],40]")]
    [InlineData("const p = new Proxy(class {}, { construct: (t, args) => ({ v: ask(args[0]) }) }); [new p(1).v, Reflect.construct(p, [2]).v, new (class extends p {})(3).v]", "[10,20,30]")]
    [InlineData("const p = new Proxy(class { constructor(v) { this.v = ask(v); } }, {}); [new p(1).v, Reflect.construct(p, [2]).v]", "[10,20]")]
    [InlineData("const p = new Proxy({ get x() { return ask(1); }, set x(v) { this.y = ask(v); } }, {}); p.x = 5; [p.x, p.y]", "[10,50]")]
    [InlineData("const p = new Proxy({}, { get: (t, k) => k === 'x' ? ask(1) : undefined }); const { x } = p; x + p?.x", "20")]
    public async Task Trap_ThatWaitsForTheHost_GoesOn(string source, string expected)
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsNumber() * 10;
        });
        EvaluationResult result = await session.EvaluateAsync(source);
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Value.ToJson());
    }

    [Theory]
    [InlineData("let p = { x: 1 }; for (let i = 0; i < 1e6; i++) p = new Proxy(p, E); [p.x, 'x' in p, Object.keys(p).length, (p.y = 2, p.y), delete p.y, Object.isExtensible(p)].join()", "'1,true,1,2,true,true'")]
    [InlineData("let p = () => 7; for (let i = 0; i < 1e6; i++) p = new Proxy(p, E); p()", "7")]
    [InlineData("let p = class { v = 7 }; for (let i = 0; i < 1e6; i++) p = new Proxy(p, E); new p().v", "7")]
    [InlineData("let p = [1, [2]]; for (let i = 0; i < 1e6; i++) p = new Proxy(p, E); [Array.isArray(p), p.flat(), JSON.stringify(p)].join()", "'true,1,2,[1,[2]]'")]
    [InlineData("let p = {}; for (let i = 0; i < 1e6; i++) p = new Proxy(p, E); p", "{}")]
    [InlineData("let p = null; for (let i = 0; i < 1e5; i++) p = new Proxy(Object.create(p), E); [p.x, 'x' in p].join()", "',false'")]
    [InlineData("let p = { x: 1 }; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); p.x", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = { x: 1 }; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); 'x' in p", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = { x: 1 }; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); p.x = 2", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = { x: 1 }; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); Object.keys(p)", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = () => 1; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); p()", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let p = class {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, Reflect); new p()", "RangeError: Maximum call stack size exceeded")]
    [InlineData("let h = {}; for (let i = 0; i < 1e5; i++) h = new Proxy({}, h); h.x", "RangeError: Maximum call stack size exceeded")]
    [InlineData("const p = new Proxy({}, { get(t, k, r) { return r[k]; } }); p.x", "RangeError: Maximum call stack size exceeded")]
    [InlineData("const p = new Proxy({}, { has(t, k) { return k in p; } }); 'x' in p", "RangeError: Maximum call stack size exceeded")]
    [InlineData("const p = new Proxy({}, { ownKeys() { return Object.keys(p); } }); Object.keys(p)", "RangeError: Maximum call stack size exceeded")]
    public void Chain_OfProxies_NeedsNoStack(string source, string expected)
    {
        string? shown = null;
        var thread = new Thread(() => shown = Scripts.ShowAsync($"const E = {{}}; {source}").GetAwaiter().GetResult(), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("print(new Proxy({ a: 1 }, hostile), [new Proxy([1, 2], hostile)], new Proxy(function f() {}, hostile))", "{ a: 1 } [ [ 1, 2 ] ] [Function: f]\n")]
    [InlineData("print(Object.create(new Proxy({}, hostile)), Object.setPrototypeOf([1], new Proxy([], hostile)).length)", "Object <{}> {} 1\n")]
    [InlineData("const e = new Error('x'); Object.setPrototypeOf(e, new Proxy(e, hostile)); e.stack = 'E'; print(typeof e); print(e)", null)]
    [InlineData("print({ a: new Proxy(new Map([[1, 2]]), hostile) }, new Proxy(new Date(0), hostile))", "{ a: Map(1) { 1 => 2 } } 1970-01-01T00:00:00.000Z\n")]
    [InlineData("const o = {}; const p = new Proxy(o, hostile); o.self = p; print(p)", "<ref *1> { self: [Circular *1] }\n")]
    [InlineData("const r = Proxy.revocable({}, {}); r.revoke(); print(r.proxy, [r.proxy])", "<Revoked Proxy> [ <Revoked Proxy> ]\n")]
    public async Task ConsoleLog_OfAProxy_ShowsTheTargetAndRunsNoTrap(string source, string? expected)
    {
        string output = await Printed.ByAsync(Hostile + source);
        Assert.DoesNotContain("trap ran", output, StringComparison.Ordinal);
        if (expected is not null)
        {
            Assert.Equal(expected, output);
        }
    }

    [Theory]
    [InlineData("[new Proxy({ a: [1] }, hostile)]", """[{"a":[1]}]""")]
    [InlineData("[new Proxy([1, new Proxy({ b: 2 }, hostile)], hostile)]", """[[1,{"b":2}]]""")]
    [InlineData("({ p: new Proxy(new Map([['k', 1]]), hostile), f: new Proxy(() => 1, hostile) })", """{"p":{"k":1}}""")]
    [InlineData("[Object.create(new Proxy({ inherited: 1 }, hostile), { own: { value: 1, enumerable: true } })]", """[{"own":1}]""")]
    public async Task Value_OfAProxy_IsThatOfTheTargetAndRunsNoTrap(string source, string expected)
    {
        using var session = new JavaScriptSession();
        await session.EvaluateAsync(Hostile);
        EvaluationResult result = await session.EvaluateAsync($"var kept = {source}; var bad = Object.create(kept); kept");
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Value.ToJson());
        Assert.NotEmpty(result.Variables);
    }

    [Theory]
    [InlineData("host(new Proxy({ a: 1 }, hostile))", """{"a":1}""")]
    [InlineData("const r = Proxy.revocable({}, {}); r.revoke(); try { host(r.proxy) } catch (e) { return e.message }", "\"A revoked proxy cannot be handed to the host.\"")]
    public async Task HostFunction_CalledWithAProxy_GetsTheTarget(string source, string expected)
    {
        using var session = new JavaScriptSession();
        session.SetFunction("host", (call, cancellationToken) => new ValueTask<JavaScriptValue>(call.Arguments[0]));
        EvaluationResult result = await session.EvaluateAsync($"{Hostile} return (() => {{ return {(source.Contains("return", StringComparison.Ordinal) ? $"(() => {{ {source} }})()" : source)} }})()");
        Assert.Equal(expected, result.Value.ToJson());
    }

    [Theory]
    [InlineData("throw new Proxy(new Error('x'), hostile)")]
    [InlineData("throw new Proxy({ name: 'A', message: 'B' }, hostile)")]
    [InlineData("throw Object.setPrototypeOf(new Error('x'), new Proxy({}, hostile))")]
    [InlineData("class E extends Error {} Object.setPrototypeOf(E.prototype, new Proxy(Error.prototype, hostile)); throw new E()")]
    [InlineData("await Promise.reject(new Proxy({}, hostile))")]
    public async Task Error_ThatIsAProxyOrInheritsFromOne_IsReportedWithoutItsTraps(string source)
    {
        string error = await Printed.ErrorOfAsync(Hostile + source);
        Assert.DoesNotContain("trap ran", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const p = new Proxy({}, { ownKeys() { const a = []; for (let i = 0; ; i++) a.push('k' + i); } }); Object.keys(p)")]
    [InlineData("const p = new Proxy({}, { ownKeys: () => ({ length: 2 ** 53 - 1, get 0() { return 'a'; } }), get: () => 1 }); const q = new Proxy({}, { ownKeys: () => new Proxy({ length: 2 ** 50 }, { get: (t, k) => k === 'length' ? 2 ** 50 : 'k' + k }) }); Object.keys(q)")]
    [InlineData("const o = {}; const p = new Proxy(o, {}); Object.setPrototypeOf(o, p); p.missing")]
    [InlineData("const p = new Proxy({}, { getPrototypeOf: () => p }); p instanceof Object")]
    [InlineData("const p = new Proxy({}, { getPrototypeOf: () => p, ownKeys: () => [] }); for (const k in p);")]
    public async Task Proxy_WithoutEnd_MeetsALimit(string source)
    {
        EvaluationOutcome outcome = await Printed.StopOfAsync(source, new JavaScriptOptions { MaxWork = 3_000_000, MaxMemory = 64 * 1024 * 1024, MaxTime = Timeout.InfiniteTimeSpan });
        Assert.Contains(outcome, (EvaluationOutcome[])[EvaluationOutcome.WorkLimit, EvaluationOutcome.MemoryLimit]);
    }

    [Fact]
    public async Task Trap_OutsideOfTheDispatchLoop_CannotWaitForTheHostAndSaysSo()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", (call, cancellationToken) => new ValueTask<JavaScriptValue>(true));
        EvaluationResult result = await session.EvaluateAsync("'x' in new Proxy({}, { has: () => ask() })");
        Assert.StartsWith("ask cannot be called here", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConsoleTable_OfProxies_ShowsTheTargets()
    {
        string output = await Printed.ByAsync(Hostile + "console.table(new Proxy([new Proxy({ a: 1 }, hostile)], hostile))");
        Assert.Contains("│ 0       │ 1 │", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxies_KeptWithoutEnd_MeetTheMemoryLimit() =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync("{ const a = []; for (;;) a.push(new Proxy({}, {})); }", new JavaScriptOptions { MaxMemory = 16 * 1024 * 1024 }));

    [Fact]
    public async Task PropertyAccess_AtTheSameSite_TellsProxiesAndObjectsApart() => Assert.Equal(
        "'1,trap,1,trap,2,trap,1'",
        await Scripts.ShowAsync("""
            const read = o => o.x;
            const write = (o, v) => { o.x = v; };
            const proxy = () => new Proxy({ x: 0 }, { get: () => 'trap', set: () => true });
            const o = { x: 1 };
            const seen = [read(o), read(proxy()), read(o), read(proxy())];
            write(o, 2); write(proxy(), 3);
            seen.push(read(o), read(Object.create(proxy())), read(Object.create({ x: 1 })));
            seen.join()
            """));

    [Fact]
    public async Task Prototype_ReplacedByAProxy_IsNoticedByCaches() => Assert.Equal(
        "'undefined,trap,set a'",
        await Scripts.ShowAsync("""
            class A {}
            const read = o => o.missing;
            const make = () => { const o = new A(); o.a = 1; return o; };
            let log = [];
            for (let i = 0; i < 10; i++) { read(new A()); make(); }
            log.push(String(read(new A())));
            Object.setPrototypeOf(A.prototype, new Proxy({}, { get: (t, k) => k === 'missing' ? 'trap' : undefined, set(t, k) { log.push('set ' + k); return true; } }));
            log.push(read(new A()));
            make();
            log.join()
            """));
}
