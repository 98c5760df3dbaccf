using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Hosting;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Limits;

/// <summary>
/// The memory limit counts model bytes. For each kind of guest data they must be what the runtime really keeps, within a tenth: both what a trace
/// finds and, where nothing is garbage, what was charged beforehand.
/// </summary>
[Collection(Calibration.Alone)]
public sealed class CalibrationTests
{
    private const int Count = 100_000;

    /// <summary>What the process keeps also changes by what earlier tests left and the runtime gives up only later: a measurement that does not fit is repeated.</summary>
    private const int Attempts = 3;

    [Theory]
    [InlineData("{}")]
    [InlineData("{ a: 1 }")]
    [InlineData("{ a: 1, b: 2, c: 3, d: 4 }")]
    [InlineData("{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 }")]
    [InlineData("{ get a() { return 1 } }")]
    [InlineData("{ 5: 1 }")]
    [InlineData("Object.create(null)")]
    [InlineData("Object.freeze({ a: 1 })")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8]")]
    [InlineData("new Array(20).fill(1)")]
    [InlineData("Object.freeze([1, 2, 3])")]
    [InlineData("new Map()")]
    [InlineData("new Map([[1, 2]])")]
    [InlineData("new Map([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10], [11, 12], [13, 14], [15, 16], [17, 18], [19, 20]])")]
    [InlineData("new Set()")]
    [InlineData("new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])")]
    [InlineData("new WeakMap()")]
    [InlineData("'text number ' + i")]
    [InlineData("'a text that is a little longer than the others ' + i")]
    [InlineData("base.slice(i, i + 12)")]
    [InlineData("base.slice(i, i + 60)")]
    [InlineData("base.charAt(i)")]
    [InlineData("String.fromCharCode(1000 + i)")]
    [InlineData("base.slice(i, i + 600).toUpperCase()")]
    [InlineData("base.slice(i, i + 600) + base.slice(i, i + 700)")]
    [InlineData("() => i")]
    [InlineData("function () { return i }")]
    [InlineData("class { m() {} }")]
    [InlineData("callback.bind(null, 1)")]
    [InlineData("generate()")]
    [InlineData("started()")]
    [InlineData("generateLater()")]
    [InlineData("wait()")]
    [InlineData("new Promise(() => {})")]
    [InlineData("Promise.resolve(1)")]
    [InlineData("new Promise(() => {}).then(callback)")]
    [InlineData("pending(p => p.then(callback))")]
    [InlineData("pending(p => { p.then(callback); p.then(callback); p.then(callback) })")]
    [InlineData("pending(p => p.finally(callback))")]
    [InlineData("pending(p => Promise.all([p, 1]))")]
    [InlineData("pending(p => Promise.race([p]))")]
    [InlineData("pending(async p => await p)")]
    [InlineData("Promise.withResolvers()")]
    [InlineData("Promise.all([1, 2])")]
    [InlineData("new Proxy({}, {})")]
    [InlineData("new Proxy(callback, handler)")]
    [InlineData("new WeakSet()")]
    [InlineData("new WeakMap([[callback, 1]])")]
    [InlineData("Symbol.for('symbol' + i)")]
    [InlineData("Promise.reject(i)")]
    [InlineData("globalThis['global' + i] = 1")]
    [InlineData("asked(3)")]
    [InlineData("asked(20)")]
    [InlineData("new Map([[1, 2]]).entries()")]
    [InlineData("new Set([1, 2]).values()")]
    [InlineData("'abc'[Symbol.iterator]()")]
    [InlineData("'abc'.matchAll(/b/g)")]
    [InlineData("[1].values().filter(callback).take(3)")]
    [InlineData("[1].values().flatMap(callback)")]
    [InlineData("Iterator.from({ next: callback })")]
    [InlineData("new WithFields()")]
    [InlineData("new Extended(1, 2)")]
    [InlineData("class extends WithFields { #b = 2; static c = 3; get d() { return 4 } }")]
    [InlineData("(o => (delete o.a, o))({ a: 1, b: 2, c: 3 })")]
    [InlineData("({ ['key' + i]: i })")]
    [InlineData("({ [Symbol()]: 1 })")]
    [InlineData("Object.assign([], { 1000000: 1 })")]
    [InlineData("new Array(1e9)")]
    [InlineData("new Error('message', { cause: 1 })")]
    [InlineData("new AggregateError([1, 2])")]
    [InlineData("structuredClone({ a: [1, 2], b: new Map([[1, 2]]) })")]
    [InlineData("JSON.parse('{\"a\":[1,2,{\"b\":\"text\"}]}')")]
    [InlineData("Object.groupBy([1, 2, 3], x => x % 2 ? 'odd' : 'even')")]
    [InlineData("'a,b,c'.split(',')")]
    [InlineData("'2020-01-02'.match(/(?<y>\\d+)-(?<m>\\d+)/)")]
    [InlineData("asynchronously()")]
    [InlineData("Symbol('s')")]
    [InlineData("BigInt(i)")]
    [InlineData("2n ** 64n + BigInt(i)")]
    [InlineData("2n ** 1000n + BigInt(i)")]
    [InlineData("/a(b)c/g")]
    [InlineData("new RegExp('a(b)c')")]
    [InlineData("/b(.)/.exec('abc')")]
    [InlineData("new Error('message')")]
    [InlineData("new Date(i)")]
    [InlineData("Object('s')")]
    [InlineData("Object(1)")]
    [InlineData("[1][Symbol.iterator]()")]
    [InlineData("argumentsOf(1, 2, 3)")]
    [InlineData("new ArrayBuffer(64)")]
    [InlineData("new Uint8Array(8)")]
    [InlineData("new Float64Array(100)")]
    [InlineData("new DataView(buffer)")]
    [InlineData("[1].values().map(callback)")]
    public void ModelBytes_OfKind_AreWhatTheRuntimeKeeps(string expression)
    {
        Calibration measured = Calibration.Measure(expression, Count);
        for (int attempt = 1; attempt < Attempts && !measured.Fits; attempt++)
        {
            measured = Calibration.Measure(expression, Count);
        }

        Assert.True(measured.Fits, $"traced {measured}");
        Assert.True(measured.Charged >= 0.995 * measured.Traced, $"charged {measured}");
    }
}

/// <summary>What a number of instances of one kind of guest data takes, each in bytes per instance.</summary>
/// <param name="Real">What the runtime keeps.</param>
/// <param name="Traced">What a trace finds.</param>
/// <param name="Charged">What was charged while they were made, garbage included.</param>
internal sealed record Calibration(double Real, double Traced, double Charged)
{
    /// <summary>Whether a trace finds what the runtime keeps, within a tenth.</summary>
    public bool Fits => Traced >= 0.9 * Real && Traced <= 1.1 * Real;

    /// <summary>The collection of tests that run alone, since they look at the memory of the process.</summary>
    public const string Alone = "Tests that measure the memory of the process";

    private const string Setup = """
        const base = Array.from({ length: 100000 }, (_, i) => String.fromCharCode(1000 + i % 20000)).join('');
        const buffer = new ArrayBuffer(8);
        function callback() {}
        function* generate() { yield 1 }
        function started() { const g = generate(); g.next(); return g }
        async function* generateLater() { yield 1 }
        async function wait() { await new Promise(() => {}) }
        function argumentsOf() { return arguments }
        function pending(use) { const p = new Promise(() => {}); use(p); return p }
        async function* later() { yield await new Promise(() => {}) }
        function asynchronously() { const g = later(); g.next(); g.next(); return g }
        function asked(times) { const g = later(); while (times-- > 0) g.next(); return g }
        const handler = {};
        class WithFields { a = 1; #b = 2 }
        class Extended extends Array {}
        """;

    public static Calibration Measure(string expression, int count)
    {
        // Once to let everything be made that is made on first use, and to be compiled.
        _ = MeasureOnce(expression, count / 10);
        return MeasureOnce(expression, count);
    }

    private static Calibration MeasureOnce(string expression, int count)
    {
        Agent? agent = null;
        var meter = new Meter(() => Trace(agent!));
        agent = new Agent(new Realm(meter, BuiltInCatalog.Instance), new AgentOptions { Time = TimeProvider.System, RandomSeed = 1, AllowRedeclaration = true, AllowUndeclaredAssignment = true, AwaitsResult = true, MaxOutputLength = 1000, MaxHostCalls = 1 });
        meter.Begin(new ExecutionLimits { Memory = null, Time = Timeout.InfiniteTimeSpan }, TimeProvider.System, CancellationToken.None);
        Run(agent, $"{Setup} const kept = new Array({count}).fill(null); function fill(n) {{ for (let i = 0; i < n; i++) kept[i] = ({expression}); }} fill(10)");
        long realBefore = Retained();
        long tracedBefore = Trace(agent);
        long chargedBefore = meter.Memory;
        Run(agent, $"fill({count})");
        long charged = meter.Memory - chargedBefore;
        long traced = Trace(agent) - tracedBefore;
        long real = Retained() - realBefore;
        GC.KeepAlive(agent);
        return new Calibration((double)real / count, (double)traced / count, (double)charged / count);
    }

    /// <summary>What the process keeps, without the gaps between.</summary>
    private static long Retained()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetGCMemoryInfo(GCKind.FullBlocking) is var info ? info.HeapSizeBytes - info.FragmentedBytes : 0;
    }

    private static void Run(Agent agent, string source)
    {
        agent.Meter.Enter();
        try
        {
            agent.BeginEvaluation();
            agent.Start(Compiler.Compile(new SourceText(source), new ParserOptions { AllowTopLevelAwait = true, AllowRedeclaration = true }, agent.Meter));
            agent.EndEvaluation();
        }
        finally
        {
            agent.Meter.Leave();
        }
    }

    private static long Trace(Agent agent)
    {
        var tracer = new Tracer();
        agent.Trace(tracer);
        return tracer.Run();
    }
}

/// <summary>Keeps other tests from allocating meanwhile.</summary>
[CollectionDefinition(Calibration.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
