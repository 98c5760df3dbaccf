namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Computations that are set aside again and again, each time as deep as they happen to be.</summary>
public sealed class SavedFrameTests
{
    [Theory]
    [InlineData("function* g() { let a = []; for (let i = 0; i < 4; i++) { a = [...a, i]; const got = yield a.join(''); if (got) a.push(got) } } const i = g(); [i.next().value, i.next('x').value, i.next().value, i.next('y').value, i.next().done].join()", "0,0x1,0x12,0x12y3,true")]
    [InlineData("function* inner(n) { for (let i = 0; i < n; i++) yield i } function* g() { yield 'a'; yield* inner(2); yield 'b'; yield* inner(3) } [...g()].join('')", "a01b012")]
    [InlineData("function* tree(n) { if (n) { yield* tree(n - 1); yield n; yield* tree(n - 1) } } [...tree(4)].join('')", "121312141213121")]
    [InlineData("const two = [1, 2].map(function* (n) { for (;;) yield n++ }); const out = []; for (let i = 0; i < 3; i++) out.push(two[0].next().value, two[1].next().value); out.join('')", "122334")]
    [InlineData("async function f(n) { let s = ''; for (let i = 0; i < n; i++) { s += await i; s += (() => i)(); await null } return s } (await Promise.all([f(2), f(3)])).join()", "0011,001122")]
    public async Task Computation_SetAsideManyTimes_KeepsItsVariables(string source, string expected) =>
        Assert.Equal($"'{expected}'", await Scripts.ShowAsync(source));

    [Fact]
    public async Task Function_WaitingHereAndInCallsOfItsOwn_KeepsItsVariables()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, _) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsNumber() + 1;
        });

        EvaluationResult result = await session.EvaluateAsync("""
            const deep = (n, x) => n === 0 ? ask(x) : deep(n - 1, x) + 0;
            async function run() {
              let text = '';
              for (let i = 0; i < 4; i++) {
                const local = [i];
                text += await i;
                text += deep(i, local[0]);
                text += ask(i * 2) + ';';
              }
              return text;
            }
            await run()
            """);

        Assert.Equal("'011;123;235;347;'", result.Display);
    }
}
