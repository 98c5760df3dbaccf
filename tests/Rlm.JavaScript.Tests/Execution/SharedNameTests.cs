namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Texts that the engine shares between sessions, and names that it forgets.</summary>
public sealed class SharedNameTests
{
    // The texts of booleans, null and typeof are the same objects in every session, but names belong to a session.
    [Theory]
    [InlineData("({ true: 1 })[true]", "1")]
    [InlineData("({ false: 1 })[false]", "1")]
    [InlineData("({ null: 1 })[null]", "1")]
    [InlineData("({ undefined: 1 })[undefined]", "1")]
    [InlineData("({ number: 1 })[typeof 0]", "1")]
    [InlineData("({ string: 1 })[typeof '']", "1")]
    [InlineData("({ object: 1 })[typeof {}]", "1")]
    [InlineData("({ function: 1 })[typeof (() => 0)]", "1")]
    [InlineData("({ bigint: 1 })[typeof 0n]", "1")]
    [InlineData("({ symbol: 1 })[typeof Symbol()]", "1")]
    [InlineData("({ boolean: 1 })[typeof true]", "1")]
    [InlineData("null in { null: 1 }", "true")]
    [InlineData("({ 'Symbol.iterator': 1 })[Symbol.iterator.description]", "1")]
    [InlineData("({ 'Symbol.split': 1 })[Symbol.split.description]", "1")]
    public async Task SharedText_AsKeyInSecondSession_FindsTheProperty(string source, string expected)
    {
        Assert.Equal(expected, await Scripts.ShowAsync(source));
        Assert.Equal(expected, await Scripts.ShowAsync(source));
    }

    [Fact]
    public async Task SharedText_AsKeyInSecondSession_DoesTheSameWork()
    {
        const string Source = "({})[Symbol.isConcatSpreadable.description]";
        using var first = new JavaScriptSession();
        using var second = new JavaScriptSession();

        long work = (await first.EvaluateAsync(Source)).Usage.Work;

        Assert.Equal(work, (await second.EvaluateAsync(Source)).Usage.Work);
    }

    [Fact]
    public async Task Name_ForgottenAndMadeAgain_IsFoundByOlderCode()
    {
        using var session = new JavaScriptSession();
        await session.EvaluateAsync("function read(object) { const key = 'zebra'; return object[key]; }");
        Assert.Equal("1", await Scripts.ShowAsync(session, """read(JSON.parse('{"ze\\u0062ra":1}'))"""));

        // So many names that the session looks which ones it still needs.
        await session.EvaluateAsync("{ const names = {}; for (let i = 0; i < 10000; i++) names['name' + i] = i; }");
        await session.EvaluateAsync("0");
        Assert.Equal("2", await Scripts.ShowAsync(session, """read(JSON.parse('{"ze\\u0062ra":2}'))"""));
    }

    [Theory]
    [InlineData("Object.getPrototypeOf(() => 0) === Function.prototype")]
    [InlineData("(function () {}) instanceof Function")]
    [InlineData("Object.getPrototypeOf(class {}) === Function.prototype")]
    [InlineData("Object.getPrototypeOf(Object.prototype.toString) === Function.prototype")]
    public async Task FunctionPrototype_OfEveryFunction_IsTheSame(string source) =>
        Assert.Equal("true", await Scripts.ShowAsync(source));
}
