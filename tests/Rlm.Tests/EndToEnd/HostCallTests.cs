using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

public class HostCallTests
{
    private static RecursiveModuleOptions With(object sub, params AIFunction[] tools) => new() { SubClient = new ScriptedChatClient(sub), Tools = tools };

    private static readonly object Echo = ScriptedChatClient.Answer(prompt => $"<{prompt}>");

    [Theory]
    [InlineData("print(await llm_query('a'))", "<a>")]
    [InlineData("print(llm_query('a'))", "<a>")]
    [InlineData("const r = llm_query('a'); print(r.length)", "3")]
    [InlineData("print(await llm_query('a', 'b'))", "<a\n\nb>")]
    [InlineData("print(await llm_query_batched(['a', 'b']))", "[ '<a>', '<b>' ]")]
    [InlineData("print(await llm_query_batched([]))", "[]")]
    [InlineData("const out = []; for (const c of ['a', 'b']) { out.push(await llm_query(c)); } print(out.join())", "<a>,<b>")]
    [InlineData("print((await Promise.all(['a', 'b'].map(async c => await llm_query(c)))).join())", "<a>,<b>")]
    [InlineData("async function ask(c) { return llm_query(c); }\nprint(await ask('a'))", "<a>")]
    [InlineData("print(await rlm_query('a'))", "<a>")]
    [InlineData("llm_query('a')", "=> '<a>'")]
    public async Task Query_WithOrWithoutAwait_GivesTheText(string code, string expected)
    {
        var run = await Scenario.RunAsync(With(Echo), code);

        Assert.Equal(expected, run.Output().TrimEnd());
    }

    [Fact]
    public async Task Query_UnderPromiseAll_Overlaps()
    {
        var both = new TaskCompletionSource();
        var arrived = 0;
        var sub = async Task<object> (IReadOnlyList<ChatMessage> messages, CancellationToken _) =>
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                both.SetResult();
            }

            await both.Task;
            return messages[0].Text;
        };

        var run = await Scenario.RunAsync(With(sub), "print((await Promise.all(['a', 'b'].map(async c => await llm_query(c)))).join())");

        Assert.Equal("a,b", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Query_Failure_CanBeCaught()
    {
        var run = await Scenario.RunAsync(With(new HttpRequestException("503")), "try { await llm_query('a') } catch (e) { print(e instanceof Error, e.message) }");

        Assert.Equal("true llm_query failed: 503", run.Output().TrimEnd());
        Assert.Null(run.Steps[0].Error);
    }

    [Fact]
    public async Task Query_FailureUncaught_EndsTheTurnOnly()
    {
        var run = await Scenario.RunAsync(With(new HttpRequestException("503")), "print('a');\nawait llm_query('a');\nprint('b');");

        // The answer is not used: what comes after the call need not wait for it.
        Assert.StartsWith("a\nb\nError: llm_query failed: 503", run.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_FailureNobodyAwaited_IsReported()
    {
        var run = await Scenario.RunAsync(With(new HttpRequestException("503")), "async function f() { await llm_query('a'); }\nf();\nprint('b');");

        Assert.Contains("503", run.Client.Texts(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_NotAwaited_IsFinishedBeforeTheTurnEnds()
    {
        var run = await Scenario.RunAsync(With(Echo), "let got; async function f() { got = await llm_query('a'); }\nf();", "print(got)");

        Assert.Equal("<a>", run.Output(2).TrimEnd());
    }

    [Fact]
    public async Task Batch_FailedSlot_IsListed()
    {
        var sub = ScriptedChatClient.Answer(prompt => prompt == "b" ? new HttpRequestException("503") : "ok");

        var run = await Scenario.RunAsync(With(sub), "print(await llm_query_batched(['a', 'b']))");

        Assert.Equal("[ 'ok', '[ERROR] 503' ]", run.Output().TrimEnd());
        Assert.Contains("Failed sub-calls: llm_query_batched at index 1 (503).", run.Client.Texts(1)[^1], StringComparison.Ordinal);
    }

    internal sealed record Found(string Title, int? Year, string[] Tags);

    private static readonly AIFunction Search = AIFunctionFactory.Create((string query, int k = 2) => new List<Found> { new(query, k, ["t"]), new("none", 0, []) }, "search");

    [Theory]
    [InlineData("print(await search('cats', 3))")]
    [InlineData("print(search({ query: 'cats', k: 3 }))")]
    public async Task Tool_Result_IsAPlainValue(string code)
    {
        var run = await Scenario.RunAsync(With(Echo, Search), code);

        Assert.Equal("[\n  { title: 'cats', year: 3, tags: [ 't' ] },\n  { title: 'none', year: 0, tags: [] }\n]", run.Output().TrimEnd());
    }

    [Fact]
    public async Task Tool_InALoopAndTwoInABlock_Work()
    {
        var add = AIFunctionFactory.Create(async (int a, int b) =>
        {
            await Task.Yield();
            return a + b;
        }, "add");

        var run = await Scenario.RunAsync(With(Echo, Search, add), "let n = 0; for (let i = 0; i < 10; i++) { n = await add(n, i); } const first = search('x')[0].title; print(n, first)");

        Assert.Equal("45 x", run.Output().TrimEnd());
        Assert.Equal(11, run.Steps[0].ToolCalls.Count);
    }

    [Fact]
    public async Task Tool_BadArguments_AreAnErrorThatCanBeCaught()
    {
        var run = await Scenario.RunAsync(With(Echo, Search), "try { search({ q: 1 }) } catch (e) { print(e.message) }");

        Assert.StartsWith("search: 'q' is not an argument; 'query' is missing.", run.Output(), StringComparison.Ordinal);
    }
}
