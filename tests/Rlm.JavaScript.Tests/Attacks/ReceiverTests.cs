using System.Globalization;

namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>
/// Calls and constructs every built-in that is reachable from the globals on every kind of receiver with every kind of argument. Each call gives a value or
/// throws a guest error, or a limit stops it: nothing else leaves the engine.
/// </summary>
[Trait("Category", "Attack")]
public sealed class ReceiverTests
{
    private const int Parts = 12;

    /// <summary>Collects the functions once per session, those of accessors and of prototypes that only values lead to included.</summary>
    private const string Setup = """
        globalThis.FUNCTIONS = [];
        {
          const seen = new Set(), pending = [globalThis];
          for (const value of [[].values(), new Map().values(), new Set().values(), ""[Symbol.iterator](), "".matchAll(/a/g), (function* () {})(), (async function* () {})(), async () => {}, [].values().map(x => x)]) pending.push(value);
          while (pending.length) {
            const value = pending.pop();
            if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value) || value === FUNCTIONS) continue;
            seen.add(value);
            if (typeof value === "function") FUNCTIONS.push(value);
            pending.push(Object.getPrototypeOf(value));
            for (const key of Reflect.ownKeys(value)) {
              const property = Object.getOwnPropertyDescriptor(value, key);
              pending.push(property.value, property.get, property.set);
            }
          }
        }
        globalThis.RECEIVERS = [() => undefined, () => null, () => 1, () => "abc", () => Symbol("q"), () => 5n, () => true, () => ({}), () => [3, 1, 2], () => new Map([[1, 2]]), () => new Set([1]), () => new WeakMap(), () => /a/g, () => new Date(0),
          () => Promise.resolve(1), () => function () {}, () => class A {}, () => ({ length: 3, 0: 1, 2: 5 }), () => new Error("x"), () => [1][Symbol.iterator](), () => (function* () { yield 1 })(), () => (async function* () {})(), () => Object.create(null),
          () => new Number(1), () => new String("ab"), () => Object(1n), () => (function () { return arguments })(1), () => "a".matchAll(/a/g), () => Object.freeze([1, 2]), () => { const a = []; a[1e6] = 1; return a }, () => new Proxy([1, 2], {}),
          () => new Uint8Array(4), () => new ArrayBuffer(4), () => new DataView(new ArrayBuffer(4)), () => [1, 2].values().map(x => x)];
        globalThis.APPLY = Function.prototype.apply.call.bind(Function.prototype.apply);
        FUNCTIONS.length
        """;

    private static readonly string[] Odd =
    [
        "undefined", "null", "-1", "'a'", "1e308", "Symbol()", "7n", "{}", "[1, 2]", "() => 1", "/a/", "new Map()", "Object.create(null)", "{ toString() { throw new Error('no') } }",
        "{ length: 4, get 0() { throw new Error('no') } }", "2 ** 31", "-(2 ** 31)", "2 ** 32 - 1", "''", "(function* () { yield 1 })()", "class A {}", "'\\ud800'", "new Proxy({}, {})",
    ];

    public static TheoryData<string, int> Calls
    {
        get
        {
            var calls = new TheoryData<string, int>();
            foreach (string odd in Odd)
            {
                calls.Add(odd, Array.IndexOf(Odd, odd) % Parts);
            }

            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task BuiltIn_WrongReceiverAndArguments_GivesValueOrGuestError(string odd, int first)
    {
        // Each kind of argument goes to every function, with the receivers spread over the kinds: all pairs of function and receiver come up.
        for (int part = 0; part < Parts; part++)
        {
            using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 400_000, MaxMemory = 16 * 1024 * 1024, RandomSeed = 1 });
            EvaluationResult setup = await session.EvaluateAsync(Setup);
            Assert.True(setup.Outcome == EvaluationOutcome.Completed && int.Parse(setup.Display!, CultureInfo.InvariantCulture) > 400, AttackEnd.Of(setup));

            string code = $$"""
                globalThis.NEXT ??= {{part}};
                while (NEXT < FUNCTIONS.length) {
                  const i = NEXT, f = FUNCTIONS[i];
                  NEXT += {{Parts}};
                  for (let r = (i + {{first}}) % 3; r < RECEIVERS.length; r += 3) {
                    for (const given of [[({{odd}})], [1, ({{odd}})], [[1, 2], ({{odd}}), ({{odd}})]]) {
                      try { const x = APPLY(f, RECEIVERS[r](), given); if (x && typeof x.next === "function") x.next() } catch (error) { if (typeof error?.message !== "string" && error instanceof Error) throw "no message" }
                      try { new f(...given) } catch {}
                    }
                  }
                }
                NEXT
                """;

            // A built-in that runs into a limit ends the evaluation; the next one goes on behind it.
            EvaluationResult result;
            do
            {
                result = await session.EvaluateAsync(code);
                Assert.Contains(result.Outcome, (EvaluationOutcome[])[EvaluationOutcome.Completed, EvaluationOutcome.Failed, EvaluationOutcome.WorkLimit, EvaluationOutcome.MemoryLimit]);
                Assert.True(result.Outcome != EvaluationOutcome.Failed || !result.Error!.Message.Contains("no message", StringComparison.Ordinal), AttackEnd.Of(result));
            }
            while (result.Outcome is EvaluationOutcome.WorkLimit or EvaluationOutcome.MemoryLimit);

            Assert.Equal("value 2", AttackEnd.Of(await session.EvaluateAsync("1 + 1")));
        }
    }
}
