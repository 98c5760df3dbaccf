namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>What is there of the objects of browsers and Node.js.</summary>
public class OutsideNamesTests
{
    [Fact]
    public async Task ProcessStdoutWrite_Texts_PrintsThemWithoutLineFeed() =>
        Assert.Equal("ab\n  c\nd true\n", await Printed.ByAsync("process.stdout.write('a'); process.stdout.write('b\\n'); console.group(); console.log('c'); process.stderr.write('d '); console.groupEnd(); console.log(process.stdout.write(''))"));

    [Fact]
    public async Task ProcessStdoutWrite_OtherValue_ThrowsAsInNode() =>
        Assert.Equal("TypeError: The \"chunk\" argument must be of type string. Received 5; write String(value)", await Printed.ErrorOfAsync("process.stdout.write(5)"));

    [Fact]
    public async Task ProcessStdoutWrite_Endlessly_KeepsTheStart()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxOutputLength = 10 });
        EvaluationResult result = await session.EvaluateAsync("for (let i = 0; i < 1000; i++) process.stdout.write('abc')");
        Assert.Equal("abcabcabca", result.Output);
        Assert.Equal(3000, result.OutputLength);
    }

    [Fact]
    public async Task Process_ArgumentsAndEnvironment_AreEmptyAndOfTheSessionAlone()
    {
        const string Source = "print(process.argv, process.env.PATH, process.env.MINE ?? 'none'); process.env.MINE = 1; process.argv.push(1)";
        Assert.Equal("[] undefined none\n", await Printed.ByAsync(Source));
        Assert.Equal("[] undefined none\n", await Printed.ByAsync(Source));
    }

    [Theory]
    [InlineData("const process = 1; print(process)", "1\n")]
    [InlineData("function atob() { return 'mine' } print(atob('YQ=='))", "mine\n")]
    [InlineData("let performance = { now: () => 5 }; print(performance.now())", "5\n")]
    public async Task Names_DeclaredByTheCode_AreItsOwn(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task PerformanceNow_IsTheClockOfTheSessionInTenthsOfMilliseconds() =>
        Assert.Equal("0\n1.2\n2.5\n", await PrintedWithClockAsync("for (let i = 0; i < 3; i++) { print(performance.now()); await pass(1.2999) }"));

    [Fact]
    public async Task ConsoleTimers_ShowTheTimeOfTheSessionsClock() =>
        Assert.Equal(
            "a: 0.4ms 1 { b: 2 }\na: 400.4ms\na: 1.4s\nWarning: No such label 'a' for console.timeEnd()\nWarning: Label 'default' already exists for console.time()\ndefault: 1ms\n",
            await PrintedWithClockAsync("""
                await pass(5.05); console.time('a'); await pass(0.4); console.timeLog('a', 1, { b: 2 }); await pass(400); console.timeLog('a'); await pass(1000); console.timeEnd('a', 1); console.timeEnd('a');
                console.time(); await pass(1); console.time(); console.timeEnd(); console.clear()
                """));

    [Fact]
    public async Task ConsoleTime_EndlesslyManyLabels_StopsAtTheMemoryLimit() =>
        Assert.Equal(
            EvaluationOutcome.MemoryLimit,
            await Printed.StopOfAsync("for (let i = 0; ; i++) console.time('label ' + i)", new JavaScriptOptions { MaxMemory = 4 * 1024 * 1024 }));

    [Fact]
    public async Task QueueMicrotask_Callback_RunsInTurnWithReactions() =>
        Assert.Equal("sync\nmicro\np\nlater\n", await Printed.ByAsync("queueMicrotask(() => { print('micro'); queueMicrotask(() => print('later')) }); Promise.resolve().then(() => print('p')); print('sync')"));

    [Theory]
    [InlineData("queueMicrotask(5)", "TypeError: The \"callback\" argument must be of type function. Received 5")]
    [InlineData("queueMicrotask(() => { throw new RangeError('inside') })", "RangeError: inside")]
    public async Task QueueMicrotask_WhatFails_IsReported(string source, string expected) =>
        Assert.StartsWith(expected, await Printed.ErrorOfAsync(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("[btoa(''), btoa('a'), btoa('ab'), btoa('abc'), btoa('\\xff\\0\\x80'), btoa('Hello, World!'), btoa(12), btoa(null)]", "['', 'YQ==', 'YWI=', 'YWJj', '/wCA', 'SGVsbG8sIFdvcmxkIQ==', 'MTI=', 'bnVsbA==']")]
    [InlineData("['', 'YQ==', 'YQ', ' Y\\tQ = \\n=', 'YWI=', 'YWJj', 'YWJjZA', '//8='].map(atob)", "['', 'a', 'a', 'a', 'ab', 'abc', 'abcd', '\\xff\\xff']")]
    [InlineData("['Y', '=', '==', '====', 'YQ=', 'YQ===', 'a===', 'YW=I', 'YW-_', '\\xe9'].map(t => { try { return atob(t) } catch (e) { return e.name } })", "Array(10).fill('InvalidCharacterError')")]
    [InlineData("(() => { try { btoa('€') } catch (e) { return [e.name, e instanceof Error] } })()", "['InvalidCharacterError', true]")]
    [InlineData("(() => { const all = String.fromCharCode(...Array(256).keys()); return [0, 1, 2].map(cut => atob(btoa(all.slice(cut))) === all.slice(cut)) })()", "[true, true, true]")]
    public async Task Base64_AnyText_IsAsInNode(string expression, string expected) =>
        Assert.Equal(await Samples.EvaluateAsync(expected), await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("btoa(text)")]
    [InlineData("atob(text)")]
    [InlineData("RegExp.escape(text)")]
    public async Task LongText_IsCountedAsWork(string expression) =>
        Assert.Equal(EvaluationOutcome.WorkLimit, await Printed.StopOfAsync($"const text = 'abcd'.repeat(1e6); {expression}", new JavaScriptOptions { MaxWork = 900_000 }));

    /// <summary>Runs code that lets milliseconds pass by the function <c>pass</c>, and in no other way.</summary>
    private static async Task<string> PrintedWithClockAsync(string source)
    {
        var clock = new SteppingClock();
        using var session = new JavaScriptSession(new JavaScriptOptions { TimeProvider = clock });
        session.SetFunction("pass", (call, _) =>
        {
            clock.Now += TimeSpan.FromMilliseconds(call.Arguments[0].AsNumber());
            return new ValueTask<JavaScriptValue>(JavaScriptValue.Undefined);
        });
        EvaluationResult result = await session.EvaluateAsync(source);
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        return result.Output;
    }

    private sealed class SteppingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
