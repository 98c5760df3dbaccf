namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Parameters, this and the variables of loops.</summary>
public sealed class FunctionScopeTests
{
    [Theory]
    [InlineData("(function (a = b, b) {})()")]
    [InlineData("(function (a = a) {})()")]
    [InlineData("(({ a = b, b }) => a)({})")]
    [InlineData("(function (a = (() => b)(), b = 1) {})()")]
    public async Task Parameter_UsedBeforeItsTurn_ThrowsReferenceError(string call) =>
        Assert.Equal("'ReferenceError'", await Scripts.ShowAsync($"let name = ''; try {{ {call}; }} catch (e) {{ name = e.name; }} name"));

    [Theory]
    [InlineData("(function (a = () => b, b = 1) { return a(); })()", "1")]
    [InlineData("(function (a, b = a + 1) { return [a, b]; })(1)", "[ 1, 2 ]")]
    [InlineData("(function (a, b = () => a) { var a = 5; return [a, b()]; })(1)", "[ 5, 1 ]")]
    [InlineData("(function (a, b = () => a) { a = 5; return [a, b()]; })(1)", "[ 5, 5 ]")]
    public async Task Parameter_UsedLater_HasItsValue(string call, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync(call));

    [Theory]
    [InlineData("{ let x = x; }")]
    [InlineData("{ const { a = b, b } = {}; }")]
    [InlineData("{ const [a, c = a + d, d] = [1]; }")]
    [InlineData("for (const x of [x]) ;")]
    [InlineData("for (let i = i; i < 1;) ;")]
    [InlineData("{ const f = () => y; f(); let y = 1; }")]
    [InlineData("switch (1) { case 0: let z = 1; case 1: z; }")]
    [InlineData("for (let turn = 0; turn < 2; turn++) { if (turn) late; let late = turn; }")]
    public async Task Variable_UsedInItsDeadZone_ThrowsReferenceError(string statement) =>
        Assert.Equal("'ReferenceError'", await Scripts.ShowAsync($"let name = ''; (() => {{ try {{ {statement} }} catch (e) {{ name = e.name; }} }})(); name"));

    [Theory]
    [InlineData("const r = []; for (let i = 0; i < 2; i++) { let x; r.push(x); x = i; } return r;", "[ undefined, undefined ]")]
    [InlineData("const r = []; for (const x of [1, 2]) { const y = x > 1 ? x : -x; r.push(y); } return r;", "[ -1, 2 ]")]
    [InlineData("let x = 1; { let y = x; x = y + 1; } const [a = x, b = a] = []; return [a, b];", "[ 2, 2 ]")]
    [InlineData("function f(a) { function a() { return 7; } return a; } return f(1)();", "7")]
    [InlineData("function f(a) { var a; return a; } return f(3);", "3")]
    [InlineData("function f(a, b) { b = 5; a = arguments[1]; return [a, b, arguments.length]; } return f(1);", "[ undefined, 5, 1 ]")]
    public async Task Variable_OfFunction_HasTheValueItWasGiven(string body, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync($"(function () {{ {body} }})()"));

    [Fact]
    public async Task Parameter_OfAsyncFunctionUsedBeforeItsTurn_RejectsThePromise() =>
        Assert.Equal("'ReferenceError'", await Scripts.ShowAsync("async function f(a = b, b) {} await f().catch(e => e.name)"));

    [Theory]
    [InlineData("class D extends Object { constructor() { const f = () => this; f(); super(); } } new D()")]
    [InlineData("class D extends Object { constructor() { const f = () => super(); } } new D()")]
    [InlineData("class D extends Object { constructor() { const f = () => super(); return; } } new D()")]
    public async Task This_BeforeSuperInArrow_ErrorNamesTheCause(string source) =>
        Assert.Equal(
            "ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
            await Scripts.ShowAsync(source));

    [Fact]
    public async Task This_SuperCalledInFinallyAfterReturn_IsReturned() =>
        Assert.Equal("true", await Scripts.ShowAsync("class D extends class {} { constructor() { try { return; } finally { super(); } } } new D() instanceof D"));

    [Fact]
    public async Task This_AtTopLevel_IsTheGlobalObject() =>
        Assert.Equal("true", await Scripts.ShowAsync("this === globalThis"));

    [Fact]
    public async Task ForLoop_ClosureInInitializer_KeepsTheFirstValue() =>
        Assert.Equal("[ 0, 3 ]", await Scripts.ShowAsync("let first, last; for (let i = 0, f = first = () => i; i < 3; i++, last = () => i); [first(), last()]"));

    [Theory]
    [InlineData("let n = 0; const k = { toString() { n++; return 'a'; } }; const o = { a: 1 }; o[k] += 1; [n, o.a]", "[ 1, 2 ]")]
    [InlineData("(() => { let n = 0; const k = { toString() { n++; return 'a'; } }; const o = { a: 1 }; o[k]++; return [n, o.a, typeof k]; })()", "[ 1, 2, 'object' ]")]
    [InlineData("(() => { let n = 0; const k = { toString() { n++; return 'a'; } }; const o = { a: null }; o[k] ??= 5; return [n, o.a]; })()", "[ 1, 5 ]")]
    public async Task ObjectAsKey_ReadAndWritten_IsConvertedOnce(string source, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync(source));

    [Theory]
    [InlineData("Object.is(-0 % 1, -0)", "true")]
    [InlineData("Object.is(0 % 1, 0)", "true")]
    [InlineData("(() => { let z = -0; return Object.is(z % 5, -0); })()", "true")]
    public async Task Remainder_OfNegativeZero_IsNegativeZero(string source, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync(source));

    [Fact]
    public async Task FieldsOfBaseClass_ConstructedByBuiltIn_AreDefined() =>
        Assert.Equal("[ 1, true ]", await Scripts.ShowAsync("class P extends Promise { tag = 1; } const p = P.resolve(0); [p.tag, p instanceof P]"));
}
