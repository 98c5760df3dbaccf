using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Hosting;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Limits;

/// <summary>A trace never finds more than was charged: else a program could be over the limit before anything looks.</summary>
public sealed class ChargeTests
{
    /// <summary>What kinds of objects may take more than they are charged: together with the room until the next trace no more than a tenth over the limit.</summary>
    private const double Tolerance = 1.02;

    [Theory]
    [InlineData("1")]
    [InlineData("JSON.stringify(globalThis)")]
    [InlineData("Reflect.ownKeys(globalThis).map(name => globalThis[name])")]
    [InlineData("Reflect.ownKeys(globalThis).map(name => globalThis[name]).filter(value => Object(value) === value).flatMap(value => Reflect.ownKeys(value).map(key => Reflect.getOwnPropertyDescriptor(value, key)))")]
    [InlineData("Array.from({ length: 100 }, (_, i) => Object.getOwnPropertyNames(Object(i)))")]
    [InlineData("(class A extends Iterator {}, Array.from({ length: 100 }, () => new (class extends Iterator {})))")]
    public void Trace_AfterProgram_FindsNoMoreThanWasCharged(string source)
    {
        using var session = new Measured();

        session.Run(source);

        Assert.InRange(session.Traced, 0, session.Charged);
    }

    [Theory]
    [InlineData("JSON.stringify([1], f)")]
    [InlineData("JSON.stringify({ toJSON: f })")]
    [InlineData("JSON.parse('[1]', f)")]
    [InlineData("[1, 2].map(f)")]
    [InlineData("[1, 2].forEach(f)")]
    [InlineData("[1, 2].reduce(f)")]
    [InlineData("[2, 1].sort(f)")]
    [InlineData("[2, 1].toSorted(f)")]
    [InlineData("[1, 2].flatMap(f)")]
    [InlineData("[1, 2].findLast(f)")]
    [InlineData("[{ toString: f }, 1].join()")]
    [InlineData("Array.from([1, 2], f)")]
    [InlineData("Array.from({ length: 2 }, f)")]
    [InlineData("Object.groupBy([1, 2], f)")]
    [InlineData("Map.groupBy([1, 2], f)")]
    [InlineData("new Map([[1, 2]]).forEach(f)")]
    [InlineData("new Set([1, 2]).forEach(f)")]
    [InlineData("new Set([1]).union({ size: 1, has: f, keys: f })")]
    [InlineData("new Set([1]).isSubsetOf({ size: 1, has: f, keys: f })")]
    [InlineData("new Map({ [Symbol.iterator]: f })")]
    [InlineData("new Promise(f)")]
    [InlineData("Promise.all({ [Symbol.iterator]: f })")]
    [InlineData("Promise.resolve.call(f, 1)")]
    [InlineData("'abc'.replace(/b/, f)")]
    [InlineData("'abc'.replaceAll('b', f)")]
    [InlineData("'abc'.replace({ [Symbol.replace]: f })")]
    [InlineData("Object.assign(/b/g, { exec: f }).test('a')")]
    [InlineData("Object.fromEntries({ [Symbol.iterator]: f })")]
    [InlineData("Object.assign({}, { get a() { return f() } })")]
    [InlineData("Reflect.construct(f, [1, 2])")]
    [InlineData("Reflect.apply(f, null, [1, 2])")]
    [InlineData("f.apply(null, [1, 2])")]
    [InlineData("f.call(null, 1)")]
    [InlineData("f.bind(null, 1)()")]
    [InlineData("[1].values().map(f).next()")]
    [InlineData("[1].values().reduce(f, 0)")]
    [InlineData("Iterator.from({ next: f }).toArray()")]
    [InlineData("new Uint8Array([2, 1]).map(f)")]
    [InlineData("new Uint8Array([2, 1]).sort(f)")]
    [InlineData("Uint8Array.from([1], f)")]
    [InlineData("new Proxy(f, {})()")]
    [InlineData("new Proxy({}, { get: f }).a")]
    [InlineData("new Proxy(f, { apply: f })()")]
    [InlineData("new (class { constructor() { f() } })")]
    [InlineData("[...{ [Symbol.iterator]: f }]")]
    [InlineData("`${{ toString: f }}`")]
    [InlineData("[...(function* () { f(); })()]")]
    [InlineData("(async () => f())()")]
    [InlineData("structuredClone({ get a() { return f() } })")]
    public void Trace_DeepInCallbacks_FindsNoMoreThanWasCharged(string call)
    {
        using var session = new Measured();

        session.Run($"let depth = 0; function f() {{ if (++depth % 10 === 0) probe(); if (depth < 50) {{ try {{ {call} }} catch {{ }} }} return 1 }} f()");

        Assert.True(session.Probes.Count >= 5);
        Assert.All(session.Probes, probe => Assert.InRange(probe.Traced, 0, probe.Charged));
        Assert.All(session.Probes.Zip(session.Probes.Skip(1)), pair => Assert.InRange(pair.Second.Traced - pair.First.Traced, long.MinValue, (long)(Tolerance * (pair.Second.Charged - pair.First.Charged))));
    }

    /// <summary>An agent without limits whose charges and traces can be compared at any place of a program.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly Agent _agent;

        public Measured()
        {
            var meter = new Meter();
            _agent = new Agent(new Realm(meter, BuiltInCatalog.Instance), new AgentOptions { Time = TimeProvider.System, RandomSeed = 1, AllowRedeclaration = true, AllowUndeclaredAssignment = true, AwaitsResult = true, MaxOutputLength = 1000, MaxHostCalls = 1 });
            meter.Begin(new ExecutionLimits { Memory = null, Time = Timeout.InfiniteTimeSpan }, TimeProvider.System, CancellationToken.None);
            meter.Enter();
            NativeFunction probe = _agent.Realm.NewFunction("probe", 0, (in NativeCall _) =>
            {
                Probes.Add((Charged, Traced));
                return Value.Undefined;
            });
            GlobalCell cell = _agent.Realm.Globals.GetOrAdd(_agent.Realm.Names.Intern("probe"));
            cell.Value = probe;
            cell.Role = GlobalKind.Host;
        }

        public List<(long Charged, long Traced)> Probes { get; } = [];

        public long Charged => _agent.Meter.Memory;

        public long Traced
        {
            get
            {
                var tracer = new Tracer();
                _agent.Trace(tracer);
                return tracer.Run();
            }
        }

        public void Run(string source)
        {
            _agent.BeginEvaluation();
            _agent.Start(Compiler.Compile(new SourceText(source), new ParserOptions { AllowTopLevelAwait = true, AllowRedeclaration = true }, _agent.Meter));
        }

        public void Dispose() => _agent.Meter.Leave();
    }
}
