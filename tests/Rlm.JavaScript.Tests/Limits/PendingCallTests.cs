using System.Collections.Concurrent;

namespace Rlm.JavaScript.Tests.Limits;

/// <summary>The limits hold while calls of the host wait for their answers: what is noted about them, and what was given to them, is kept by the session too.</summary>
public sealed class PendingCallTests
{
    private const int Megabyte = 1024 * 1024;
    private const long MaxMemory = 16 * Megabyte;

    // Each store was noted anew: a gigabyte within a second.
    [Theory]
    [InlineData("let x;", "x = d")]
    [InlineData("{ let x; const f = () => x;", "x = d", "}")]
    [InlineData("const o = {};", "o.x = d")]
    [InlineData("const o = {};", "o['x' + i % 10] = d")]
    [InlineData("const a = [];", "a[0] = d")]
    [InlineData("const a = [];", "a[i % 10] = d")]
    [InlineData("const a = [];", "a.push(d); a.length = 0")]
    [InlineData("const m = new Map();", "m.set(1, d)")]
    [InlineData("const m = new Map();", "m.set('x' + i % 10, d)")]
    public async Task Store_SamePlacesAgainAndAgain_TakesNoMemory(string setup, string statement, string end = "")
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxWork = 2_000_000, MaxMemory = MaxMemory });
        long before = GC.GetAllocatedBytesForCurrentThread();

        EvaluationResult result = await host.EvaluateAsync($"const d = ask(1); {setup} for (let i = 0; ; i++) {{ {statement} }} {end}");

        Assert.Equal(EvaluationOutcome.WorkLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, MaxMemory);
        Assert.Equal(0, host.Answered);

        // The names that are made by the way are garbage; the notes would be 50 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (statement.Contains("'x'", StringComparison.Ordinal) ? 200 : 20) * Megabyte);
    }

    // The notes kept what was garbage alive, and the limit was reached.
    [Theory]
    [InlineData("const q = [d]")]
    [InlineData("const q = { d, text: 'x'.repeat(1000) + i }")]
    [InlineData("const q = new Map(); q.set(1, d)")]
    [InlineData("const q = [0]; q[0] = d")]
    [InlineData("(() => { let z = d; return () => z })()")]
    [InlineData("class A { static x = d }")]
    [InlineData("Promise.resolve(d)")]
    [InlineData("await d")]
    [InlineData("[...[d, d]]")]
    [InlineData("(async () => d)()")]
    public async Task Store_InWhatIsGarbageSoon_GoesOn(string statement)
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });

        EvaluationResult result = await host.EvaluateAsync($"const d = ask(1); for (let i = 0; i < 50000; i++) {{ {statement} }} d");

        Assert.Equal("Completed 1", $"{result.Outcome} {result.Value}");
        Assert.Equal(1, host.Answered);
    }

    [Fact]
    public async Task Store_InVeryManyPlacesThatStay_WaitsForTheValuesAndHasThem()
    {
        using var host = new WaitingHost(new JavaScriptOptions());

        EvaluationResult result = await host.EvaluateAsync("const d = [ask(1), ask(2)]; const all = []; for (let i = 0; i < 50000; i++) all.push({ value: d[i % 2] }); all.reduce((sum, { value }) => sum + value, 0)");

        Assert.Equal("Completed 75000", $"{result.Outcome} {result.Value}");
        Assert.Equal(2, host.Answered);
    }

    [Fact]
    public async Task Store_FailedCallInVeryManyPlaces_ThrowsWhereItIsNeeded()
    {
        using var host = new WaitingHost(new JavaScriptOptions());

        EvaluationResult result = await host.EvaluateAsync("""
            const d = ask('fail');
            const kept = [];
            for (let i = 0; i < 50000; i++) kept.push([d]);
            let error;
            try { kept[49999][0] + 1 } catch (e) { error = e.message }
            `${kept.length} ${error} ${kept[3][0]}`
            """);

        Assert.Equal("Completed 50000 no undefined", $"{result.Outcome} {result.Value}");
    }

    [Fact]
    public async Task Store_FailedCallInEndlesslyManyPlaces_ReachesTheMemoryLimit()
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });

        EvaluationResult result = await host.EvaluateAsync("const d = ask('fail'); const kept = []; for (;;) kept.push([d])");

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, (long)(MaxMemory * 1.1));
        Assert.Equal("undefined", (await host.EvaluateAsync("typeof kept[0][0]")).Value.ToString());
    }

    // The whole graph was searched for deferred values, for one unit of work.
    [Theory]
    [InlineData("Reflect.has(big, 'x')")]
    [InlineData("Object.is(big, 1)")]
    [InlineData("Object.getPrototypeOf(big)")]
    [InlineData("big.propertyIsEnumerable('x')")]
    [InlineData("Reflect.get(big, 'x', big)")]
    [InlineData("WeakMap.prototype.has.call(weak, big)")]
    public async Task Call_BuiltInWithLargeArgument_ReportsTheSearch(string call)
    {
        const int Length = 50_000;
        using var host = new WaitingHost(new JavaScriptOptions { MaxWork = 10 * Length });

        EvaluationResult result = await host.EvaluateAsync($"const weak = new WeakMap(); const big = Array.from({{ length: {Length} }}, (_, i) => ({{ i }})); const o = [ask(1)]; var turns = 0; for (;;) {{ turns++; {call} }}");

        Assert.Equal(EvaluationOutcome.WorkLimit, result.Outcome);
        Assert.Equal(0, host.Answered);
        Assert.InRange(Turns(host.Session), 1, 20);
    }

    [Fact]
    public async Task Call_ManyWithLargeArguments_KeepsNoMoreOfThemThanFits()
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });

        EvaluationResult result = await host.EvaluateAsync("const text = 'x'.repeat(500_000); const all = []; for (let i = 0; i < 200; i++) all.push(ask(text + i)); all.reduce((sum, length) => sum + length, 0)");

        Assert.Equal("Completed 100000490", $"{result.Outcome} {result.Value}");
        Assert.Equal(200, host.Answered);
        Assert.InRange(host.MostWaiting * 1_000_000L, 2_000_000, MaxMemory / 2);
    }

    [Fact]
    public async Task Call_AnsweredAtOnceWhileArgumentsOfOthersFillTheRoom_WaitsForNoOther()
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });
        int answeredBefore = -1;
        host.Session.SetFunction("now", (call, _) => ValueTask.FromResult(call.Arguments[0]), isIndependent: true);
        host.Session.SetFunction("look", (_, _) =>
        {
            answeredBefore = host.Answered;
            return ValueTask.FromResult(JavaScriptValue.Undefined);
        });

        EvaluationResult result = await host.EvaluateAsync("const text = 'x'.repeat(1_100_000); const a = ask(text + 1); const b = now(text + 2); look(); a + b.length");

        Assert.Equal("Completed 2200002", $"{result.Outcome} {result.Value}");
        Assert.Equal(0, answeredBefore);
    }

    [Theory]
    [InlineData("for (let i = 0; i < 200; i++) f(text + i)")]
    [InlineData("for (let i = 0; i < 200; i++) f([text + i])")]
    [InlineData("for (let i = 0; i < 200; i++) f({ [text + i]: 1 })")]
    [InlineData("for (let i = 0; i < 200; i++) f(Array.from({ length: 20_000 }, (_, j) => i + j))")]
    public async Task Call_ManyWithLargeArgumentsThatEachWait_ReachesTheLimit(string source)
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });

        EvaluationResult result = await host.EvaluateAsync($"const text = 'x'.repeat(500_000); const f = async x => {{ await wait(x) }}; {source}");

        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.InRange(result.Usage.Memory, 0, (long)(MaxMemory * 1.1));
        Assert.Equal("2", (await host.EvaluateAsync("1 + 1")).Value.ToString());
    }

    // The same text is given to each call and not copied.
    [Fact]
    public async Task Call_ManyWithOneTextOfTheGuest_CountsItOnce()
    {
        using var host = new WaitingHost(new JavaScriptOptions { MaxMemory = MaxMemory });

        host.Session.SetVariable("text", new string('x', Megabyte));

        EvaluationResult result = await host.EvaluateAsync("let sum = 0; await Promise.all(Array.from({ length: 200 }, async () => { const length = await wait(text); sum += length })); sum");

        Assert.Equal($"Completed {200 * Megabyte}", $"{result.Outcome} {result.Value}");
    }

    private static double Turns(JavaScriptSession session) => session.TryGetVariable("turns", out JavaScriptValue turns) ? turns.AsNumber() : double.NaN;

    /// <summary>A host that answers, the oldest call first, once the session waits for an answer: with what it is given, or the length of a long text. A call for 'fail' fails.</summary>
    private sealed class WaitingHost : IDisposable
    {
        private readonly ConcurrentQueue<(TaskCompletionSource<JavaScriptValue> Answer, JavaScriptValue Argument)> _calls = new();

        public WaitingHost(JavaScriptOptions options)
        {
            Session = new JavaScriptSession(options);
            Session.SetFunction("ask", (call, _) => Take(call), isIndependent: true);
            Session.SetFunction("wait", (call, _) => Take(call));
        }

        public JavaScriptSession Session { get; }

        public int Answered { get; private set; }

        public int MostWaiting { get; private set; }

        public async Task<EvaluationResult> EvaluateAsync(string source)
        {
            ValueTask<EvaluationResult> running = Session.EvaluateAsync(source);
            while (!running.IsCompleted)
            {
                if (_calls.TryDequeue(out (TaskCompletionSource<JavaScriptValue> Answer, JavaScriptValue Argument) call))
                {
                    Answered++;
                    Give(call.Answer, call.Argument);
                }

                await Task.Yield();
            }

            _calls.Clear();
            return await running;
        }

        private static void Give(TaskCompletionSource<JavaScriptValue> answer, JavaScriptValue argument)
        {
            string? text = argument.Kind == JavaScriptValueKind.String ? argument.AsString() : null;
            if (text == "fail")
            {
                answer.SetException(new JavaScriptHostException("no"));
            }
            else
            {
                answer.SetResult(text?.Length > 100 ? text.Length : argument);
            }
        }

        public void Dispose() => Session.Dispose();

        private ValueTask<JavaScriptValue> Take(HostFunctionCall call)
        {
            var answer = new TaskCompletionSource<JavaScriptValue>();
            _calls.Enqueue((answer, call.Arguments[0]));
            MostWaiting = Math.Max(MostWaiting, _calls.Count);
            return new ValueTask<JavaScriptValue>(answer.Task);
        }
    }
}
