namespace Rlm.JavaScript.Tests.BuiltIns;

public class DateTests
{
    public static TheoryData<string, string> All => Samples.Read(DateObjectSamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_OnDates_GivesWhatNodeGives(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("{ timeZone: 'America/New_York' }", "timeZone \"America/New_York\"")]
    [InlineData("{ era: 'short' }", "era \"short\"")]
    [InlineData("{ fractionalSecondDigits: 3 }", "fractionalSecondDigits \"3\"")]
    [InlineData("{ calendar: 'hebrew' }", "calendar \"hebrew\"")]
    [InlineData("{ dayPeriod: 'long' }", "dayPeriod \"long\"")]
    [InlineData("{ timeZoneName: 'shortOffset' }", "timeZoneName \"shortOffset\"")]
    public async Task ToLocaleString_WithAnOptionItCannotDo_SaysSo(string options, string what)
    {
        string shown = await Samples.EvaluateAsync($"new Date(0).toLocaleString('en-US', {options})");
        Assert.StartsWith($"THROW RangeError: toLocaleString does not support {what} here", shown.Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print([new Date(0), new Date(NaN)], { a: { b: { c: new Date(5) } } })", "[ 1970-01-01T00:00:00.000Z, Invalid Date ] { a: { b: { c: 1970-01-01T00:00:00.005Z } } }\n")]
    [InlineData("class D extends Date {} const d = new Date(5); d.y = 1; print(new D(1), d, Date, Date.prototype)", "D 1970-01-01T00:00:00.001Z 1970-01-01T00:00:00.005Z { y: 1 } [Function: Date] {}\n")]
    [InlineData("print(Object.create(Date.prototype), Object.setPrototypeOf(new Date(0), null))", "Date {} [Date: null prototype] 1970-01-01T00:00:00.000Z\n")]
    [InlineData("print(`${new Date(0).getTime()}`, '%s|%d|%j', new Date(0))", "0 %s|%d|%j 1970-01-01T00:00:00.000Z\n")]
    public async Task ConsoleLog_Dates_PrintsWhatNodePrints(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task Arguments_OfAnInvalidDate_AreConvertedAllTheSame() =>
        Assert.Equal("1,2,3\n", await Printed.ByAsync("const log = []; const n = x => ({ valueOf() { log.push(x); return x } }); new Date(NaN).setMinutes(n(1), n(2), n(3)); print(log.join())"));

    [Fact]
    public async Task Setter_WhoseArgumentChangesTheDate_StartsFromTheTimeBefore() =>
        Assert.Equal("2678400000", await Samples.EvaluateAsync("(() => { const d = new Date(0); d.setMonth({ valueOf() { d.setTime(864e5 * 400); return 1 } }); return d.getTime() })()"));

    [Fact]
    public async Task Clock_OfTheSession_IsTheOnlyOne()
    {
        var clock = new FixedClock(new DateTimeOffset(2031, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(9)));
        var options = new JavaScriptOptions { TimeProvider = clock };
        Assert.Equal(
            "2031-02-02T19:05:06.789Z true Sun Feb 02 2031 19:05:06 GMT+0000 (Coordinated Universal Time)\n",
            await Printed.ByAsync("print(new Date().toISOString(), Date.now() === +new Date(), Date())", options));
    }

    [Fact]
    public async Task Dates_AtTheBorder_AreIsoText()
    {
        using var session = new JavaScriptSession();
        EvaluationResult result = await session.EvaluateAsync("Date.prototype.toISOString = Date.prototype.toJSON = () => { throw 1 }; ({ d: new Date(5), bad: [new Date(NaN)] })");
        Assert.Equal("""{"d":"1970-01-01T00:00:00.005Z","bad":[null]}""", result.Value.ToJson());
    }

    [Theory]
    [InlineData("const s = 'Jan 1 2024 '.repeat(1e6); for (;;) Date.parse(s)")]
    [InlineData("const s = 'Jan 1 2024 '.repeat(90); for (;;) new Date(s)")]
    [InlineData("const d = new Date(0); for (;;) d.setMonth(1e308)")]
    [InlineData("for (;;) new Date(2024, 1, 1).toLocaleString()")]
    public async Task Date_InAnEndlessLoop_MeetsTheWorkLimit(string code) =>
        Assert.Equal(EvaluationOutcome.WorkLimit, await Printed.StopOfAsync(code, new JavaScriptOptions { MaxWork = 2_000_000, MaxTime = Timeout.InfiniteTimeSpan }));

    [Fact]
    public async Task Dates_KeptWithoutEnd_MeetTheMemoryLimit() =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync("{ const a = []; for (;;) a.push(new Date()) }", new JavaScriptOptions { MaxMemory = 8 * 1024 * 1024 }));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
