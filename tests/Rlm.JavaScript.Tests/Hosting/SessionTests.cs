namespace Rlm.JavaScript.Tests.Hosting;

/// <summary>What lives on from one evaluation to the next, and what each reports.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly JavaScriptSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Evaluate_LastExpression_IsValueAndDisplay()
    {
        EvaluationResult result = await _session.EvaluateAsync("const rows = [1, 2]; rows.map(x => ({ x }))");

        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal("[ { x: 1 }, { x: 2 } ]", result.Display);
        Assert.Equal("""[{"x":1},{"x":2}]""", result.Value.ToJson());
        Assert.Equal([new VariableDescription("rows", "Array", 2)], result.Variables);
    }

    [Theory]
    [InlineData("print(1); 2", "2")]
    [InlineData("print(1)", null)]
    [InlineData("console.log('x')", null)]
    [InlineData("const a = 1;", null)]
    [InlineData("undefined", null)]
    [InlineData("null", "null")]
    [InlineData("Promise.resolve(3)", "3")]
    [InlineData("return 4", null)]
    [InlineData("0", "0")]
    [InlineData("''", "''")]
    public async Task Evaluate_Display_IsOfAnExpressionThatIsNoPrint(string source, string? expected) =>
        Assert.Equal(expected, (await _session.EvaluateAsync(source)).Display);

    [Fact]
    public async Task Evaluate_TopLevelReturn_GivesTheValueAndSkipsTheRest()
    {
        EvaluationResult result = await _session.EvaluateAsync("let n = 1; if (n) return n + 1; n = 9;");

        Assert.Equal(2, result.Value.AsNumber());
        Assert.Equal(1, await Number("n"));
    }

    [Theory]
    [InlineData("const x = 1", "const x = 2", "x", 2)]
    [InlineData("let x = 1", "function x() { return 3 }", "x()", 3)]
    [InlineData("function x() { return 1 }", "class x { static v = 4 }", "x.v", 4)]
    [InlineData("class x {}", "var x = 5", "x", 5)]
    [InlineData("const { x } = { x: 1 }", "let [x] = [6]", "x", 6)]
    [InlineData("const x = 1", "x = 7", "x", 7)]
    [InlineData("x = 1", "let x = 8", "x", 8)]
    public async Task Redeclaration_InALaterEvaluation_ReplacesTheValue(string first, string second, string read, double expected)
    {
        await Completes(first);
        await Completes(second);

        Assert.Equal(expected, await Number(read));
    }

    [Fact]
    public async Task Redeclaration_IsSeenByEarlierClosures()
    {
        await Completes("let rate = 2; function twice(n) { return n * rate }");
        await Completes("const rate = 10");

        Assert.Equal(30, await Number("twice(3)"));
    }

    [Fact]
    public async Task Redeclaration_WhoseInitialiserThrows_KeepsTheOldValue()
    {
        await Completes("const data = [1, 2, 3]");
        EvaluationResult failed = await _session.EvaluateAsync("const data = missing()");

        Assert.Equal(EvaluationOutcome.Failed, failed.Outcome);
        Assert.Equal(3, await Number("data.length"));
    }

    [Fact]
    public async Task Declaration_WhoseInitialiserThrows_LeavesUndefinedAndNoDeadName()
    {
        await _session.EvaluateAsync("const fresh = missing()");

        Assert.Equal("undefined", (await _session.EvaluateAsync("typeof fresh")).Value.AsString());
        await Completes("const fresh = 1");
    }

    [Fact]
    public async Task Const_WithinItsOwnEvaluation_IsProtected()
    {
        EvaluationResult result = await _session.EvaluateAsync("const limit = 1; limit = 2;");

        Assert.Equal("TypeError", result.Error!.Name);
        Assert.Contains("Assignment to constant variable 'limit'", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Number("limit"));
    }

    [Fact]
    public async Task Use_BeforeInitialisation_IsAReferenceError()
    {
        EvaluationResult result = await _session.EvaluateAsync("print(later); let later = 1;");

        Assert.Equal("ReferenceError", result.Error!.Name);
        Assert.Equal("Cannot access 'later' before initialization", result.Error.Message);
    }

    [Fact]
    public async Task Error_KeepsWhatRanBeforeIt()
    {
        EvaluationResult result = await _session.EvaluateAsync("let kept = 1; kept = 2; print('before'); null.x; kept = 3;");

        Assert.Equal("before\n", result.Output);
        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Equal(2, await Number("kept"));
    }

    [Fact]
    public async Task Error_SaysWhereWithTheSourceLine()
    {
        EvaluationResult result = await _session.EvaluateAsync("function load(rows) {\n  return rows.lenght();\n}\nload([1]);");

        JavaScriptError error = result.Error!;
        Assert.Equal("rows.lenght is not a function", error.Message);
        Assert.Equal((2, 15), (error.Line, error.Column));
        Assert.Equal("  return rows.lenght();", error.SourceLine);
        Assert.Equal(14, error.Caret);
        Assert.Equal("at load (turn 1, line 2, column 15)", error.Stack[0]);
    }

    [Fact]
    public async Task SyntaxError_SaysWhereAndRunsNothing()
    {
        EvaluationResult result = await _session.EvaluateAsync("print('no');\nlet = ;");

        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Equal("SyntaxError", result.Error!.Name);
        Assert.Equal(2, result.Error.Line);
        Assert.Equal(string.Empty, result.Output);
    }

    [Theory]
    [InlineData("report = 'mine'")]
    [InlineData("const report = 'mine'")]
    [InlineData("function report() {}")]
    [InlineData("globalThis.report = 'mine'")]
    [InlineData("delete globalThis.report")]
    [InlineData("Object.defineProperty(globalThis, 'report', { value: 'mine' })")]
    [InlineData("({ report } = { report: 'mine' })")]
    [InlineData("for (report of ['mine']);")]
    public async Task Input_IsReadOnlyAtTopLevel(string source)
    {
        _session.SetVariable("report", "theirs");

        EvaluationResult result = await _session.EvaluateAsync(source);

        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Equal("theirs", (await _session.EvaluateAsync("report")).Value.AsString());
    }

    [Fact]
    public async Task Input_MayBeShadowedInsideFunctions()
    {
        _session.SetVariable("report", "theirs");

        Assert.Equal(6, await Number("(report => report.length)('shadow')"));
    }

    [Fact]
    public async Task Variable_ThatIsNotReadOnly_MayBeAssigned()
    {
        _session.SetVariable("counter", 1, isReadOnly: false);

        await Completes("counter += 1");

        Assert.True(_session.TryGetVariable("counter", out JavaScriptValue value));
        Assert.Equal(2, value.AsNumber());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("1st")]
    [InlineData("for")]
    [InlineData("a, b")]
    [InlineData("let")]
    [InlineData("await")]
    [InlineData("print")]
    [InlineData("console")]
    [InlineData("eval")]
    [InlineData("arguments")]
    [InlineData("static")]
    [InlineData("implements")]
    [InlineData("undefined")]
    [InlineData("a-b")]
    [InlineData("a;")]
    public void SetVariable_NameThatCodeCannotUse_Throws(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => _session.SetVariable(name, 1));

    [Theory]
    [InlineData("a1")]
    [InlineData("_")]
    [InlineData("$")]
    [InlineData("of")]
    [InlineData("async")]
    [InlineData("caf\u00e9")]
    [InlineData("constructor")]
    public async Task SetVariable_NameThatCodeCanUse_IsThere(string name)
    {
        _session.SetVariable(name, 7);

        Assert.Equal(7, await Number(name));
    }

    // What the evaluation had used up counted.
    [Theory]
    [InlineData("for (;;);")]
    [InlineData("const kept = []; for (;;) kept.push('x'.repeat(1000))")]
    public async Task TryGetVariable_AfterLimitWasReached_Reads(string endless)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 3_000_000, MaxMemory = 16 * 1024 * 1024 });
        await session.EvaluateAsync($"const table = Array.from({{ length: 20_000 }}, (_, i) => i); {endless}");

        Assert.True(session.TryGetVariable("table", out JavaScriptValue table));
        Assert.Equal(20_000, table.Items.Count);
        Assert.Equal("19999", (await session.EvaluateAsync("table.at(-1)")).Value.ToString());
    }

    [Fact]
    public async Task Values_RoundTripThroughTheSession()
    {
        const string Json = """{"text":"ä\n\"x\"","list":[1,2.5,-0.1,1e21,null,true],"big":123456789012345678901234567890,"empty":{},"none":[]}""";
        _session.SetVariable("data", JavaScriptValue.FromJson(System.Text.Json.JsonDocument.Parse(Json).RootElement));

        Assert.Equal(System.Text.Json.JsonDocument.Parse(Json).RootElement.GetRawText(), (await _session.EvaluateAsync("data")).Value.ToJson().Replace("\\u00E4", "ä", StringComparison.Ordinal).Replace("\\u0022", "\\\"", StringComparison.Ordinal).Replace("1E+21", "1e21", StringComparison.Ordinal).Replace("1e+21", "1e21", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_HandedOutRunNoGuestCode()
    {
        await Completes("let ran = 0; const trap = { get x() { ran++; return 1 }, toJSON() { ran++ }, toString() { ran++ }, y: 2, f() {} }");

        Assert.True(_session.TryGetVariable("trap", out JavaScriptValue value));
        Assert.Equal("""{"y":2}""", value.ToJson());
        Assert.Equal(0, await Number("ran"));
    }

    [Fact]
    public async Task CyclicResult_IsShownButNotCopied()
    {
        EvaluationResult result = await _session.EvaluateAsync("const ring = { name: 'r' }; ring.self = ring; ring");

        Assert.Equal("<ref *1> { name: 'r', self: [Circular *1] }", result.Display);
        Assert.Equal(JavaScriptValueKind.Undefined, result.Value.Kind);
        Assert.Throws<InvalidOperationException>(() => _session.TryGetVariable("ring", out _));
    }

    [Fact]
    public async Task Variables_ListsWhatTheSessionHolds()
    {
        _session.SetVariable("text", "hello");
        await Completes("const m = new Map([[1, 2]]); let n = 1; function f() {} class Point {} const p = new Point(); implicit = true;");

        Assert.Equal(
            [
                new("text", "string", 5), new("m", "Map", 1), new("n", "number", null), new("f", "function", null), new("Point", "class", null),
                new("p", "Point", null), new VariableDescription("implicit", "boolean", null),
            ],
            _session.Variables);
    }

    [Fact]
    public async Task UnhandledRejection_FailsTheEvaluation()
    {
        EvaluationResult result = await _session.EvaluateAsync("Promise.reject(new Error('lost')); 1");

        Assert.Equal(EvaluationOutcome.Failed, result.Outcome);
        Assert.Equal("lost (in a promise that nobody awaited)", result.Error!.Message);
    }

    [Fact]
    public async Task PromiseThatNothingSettles_IsAnErrorAndNoHang()
    {
        EvaluationResult result = await _session.EvaluateAsync("await new Promise(() => {})");

        Assert.Equal("The code awaits a promise that nothing will ever settle.", result.Error!.Message);
        await Completes("1");
    }

    [Theory]
    [InlineData("throw null", "Uncaught null")]
    [InlineData("throw { toString() { throw 1 } }", "Uncaught an object")]
    [InlineData("throw Symbol('s')", "Uncaught Symbol(s)")]
    [InlineData("throw 'text'", "Uncaught \"text\"")]
    public async Task ThrownValueThatIsNoError_IsDescribed(string source, string message) =>
        Assert.Equal(message, (await _session.EvaluateAsync(source)).Error!.Message);

    [Theory]
    [InlineData("require('fs')", "there are no modules here")]
    [InlineData("process.exit()", "there is no process here")]
    [InlineData("fetch('x')", "there is no network here")]
    [InlineData("setTimeout(() => {}, 1)", "there are no timers here")]
    [InlineData("len([1])", "in JavaScript it is value.length")]
    [InlineData("x = None", "in JavaScript it is null")]
    [InlineData("'a'.strip()", "in JavaScript it is text.trim()")]
    [InlineData("'A'.lower()", "in JavaScript it is text.toLowerCase()")]
    [InlineData("[].append(1)", "in JavaScript it is array.push(value)")]
    [InlineData("({}).items()", "in JavaScript it is Object.entries(object)")]
    [InlineData("new Set([1]).map(x => x)", "this is a Set, not an array; take [...set] first")]
    [InlineData("new Map().filter(x => x)", "this is a Map, not an array; take [...map] first")]
    [InlineData("new Map().keys().sort()", "this is an iterator, not an array; take [...iterator] first")]
    [InlineData("(function* () {})().join()", "this is an iterator, not an array; take [...iterator] first")]
    [InlineData("Promise.resolve([1]).map(x => x)", "this is a promise; await it first")]
    [InlineData("const f = async () => 1; f.then(x => x)", "call it first")]
    [InlineData("const [a] = Promise.resolve([1])", "; await the promise first")]
    [InlineData("for (const [k, v] of { a: 1 }) ;", "; use Object.entries(object)")]
    [InlineData("let s = 'abc'; s[0] = 'X'", "strings cannot be changed")]
    [InlineData("[1].size()", "the length is a property: value.length")]
    [InlineData("Math.sum([1])", "values.reduce((a, b) => a + b, 0)")]
    [InlineData("process.hrtime()", "but for process.stdout.write")]
    [InlineData("performance.mark('a')", "there is performance.now() only")]
    [InlineData("new TextEncoder().encode('ü')", "counts the bytes of UTF-8")]
    public async Task HabitsFromElsewhere_AreAnsweredWithTheJavaScriptForm(string source, string hint) =>
        Assert.Contains(hint, (await _session.EvaluateAsync(source)).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Evaluate_WhileOneRuns_IsRefused()
    {
        var gate = new TaskCompletionSource<JavaScriptValue>();
        _session.SetFunction("wait", (_, _) => new ValueTask<JavaScriptValue>(gate.Task));
        ValueTask<EvaluationResult> running = _session.EvaluateAsync("wait()");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _session.EvaluateAsync("1"));
        Assert.Throws<InvalidOperationException>(() => _session.SetVariable("x", 1));

        gate.SetResult("done");
        Assert.Equal("done", (await running).Value.AsString());
    }

    [Fact]
    public async Task Sessions_ShareNothing()
    {
        using var other = new JavaScriptSession();
        await Completes("Object.prototype.leak = 1; Array.prototype.map = null; globalThis.shared = 1;");

        Assert.Equal("[null,[2],\"undefined\"]", (await other.EvaluateAsync("[({}).leak, [1].map(x => x + 1), typeof shared]")).Value.ToJson());
    }

    [Fact]
    public async Task SameSeed_GivesTheSameRandomNumbers()
    {
        using var first = new JavaScriptSession(new JavaScriptOptions { RandomSeed = 7 });
        using var second = new JavaScriptSession(new JavaScriptOptions { RandomSeed = 7 });

        Assert.Equal((await first.EvaluateAsync("Math.random()")).Value.AsNumber(), (await second.EvaluateAsync("Math.random()")).Value.AsNumber());
    }

    [Fact]
    public async Task Evaluate_AfterDispose_Throws()
    {
        _session.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _session.EvaluateAsync("1"));
    }

    private async Task Completes(string source)
    {
        EvaluationResult result = await _session.EvaluateAsync(source);
        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
    }

    private async Task<double> Number(string source)
    {
        EvaluationResult result = await _session.EvaluateAsync(source);
        Assert.True(result.Outcome == EvaluationOutcome.Completed, result.Error?.ToString());
        return result.Value.AsNumber();
    }
}
