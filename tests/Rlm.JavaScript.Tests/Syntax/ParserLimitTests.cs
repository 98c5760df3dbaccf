using System.Runtime.ExceptionServices;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

public sealed class ParserLimitTests : ParserTestBase
{
    private const int Many = 100_000;
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string, string, string> Nesting => new()
    {
        { "(", "a", ")" },
        { "[", "", "]" },
        { "x = {a:", "1", "}" },
        { "{", "", "}" },
        { "!", "a", "" },
        { "-", "a", "" },
        { "- -", "a", "" },
        { "typeof ", "a", "" },
        { "await ", "a", "" },
        { "new ", "a", "" },
        { "++", "a", "" },
        { "a=>", "a", "" },
        { "(a)=>", "a", "" },
        { "async a=>", "a", "" },
        { "async(a=", "a", ")" },
        { "async(", "a", ")" },
        { "(a=", "a", ")=>a" },
        { "a?b:c,", "a", "" },
        { "a?", "b", ":c" },
        { "`${", "a", "}`" },
        { "a`${", "a", "}`" },
        { "if(1)", ";", "" },
        { "if(1);else{", "", "}" },
        { "while(1)", ";", "" },
        { "for(;;)", ";", "" },
        { "do ", ";", " while(1)" },
        { "for(a of ", "b", ");" },
        { "switch(1){case 1:", "", "}" },
        { "try{", "", "}finally{}" },
        { "f(", "a", ")" },
        { "a[", "b", "]" },
        { "a?.[", "b", "]" },
        { "a=", "b", "" },
        { "a??=", "b", "" },
        { "a**", "b", "" },
        { "a?b:d=", "c", "" },
        { "function f(){", "", "}" },
        { "x=function(){", "", "}" },
        { "(function(a=", "1", "){})" },
        { "class A{f(){", "", "}}" },
        { "class A{a=", "1", "}" },
        { "class A extends ", "B", "{}" },
        { "(class extends ", "B", "{})" },
        { "class A{[", "1", "](){}}" },
        { "class A{static{", "", "}}" },
        { "[a=", "1", "]" },
        { "var [", "a", "]=1" },
        { "var {a:", "b", "}=1" },
        { "({a:", "b", "}=1)" },
        { "[", "a", "]=1" },
        { "a+(b*", "c", ")" },
        { "a+b*c**", "d", "" },
        { "[...", "a", "]" },
        { "let x:(", "T", ")" },
        { "let x:{a:", "T", "}" },
        { "let x:A<", "T", ">" },
        { "let x:()=>", "T", "" },
        { "let x:(a:", "T", ")=>U" },
        { "let x:[", "T", "]" },
        { "let x:keyof ", "T", "" },
        { "let x:`${", "T", "}`" },
        { "let x:A extends B?C:", "D", "" },
        { "f<", "T", ">()" },
        { "x as (", "T", ")" },
        { "<T extends ", "U", ">() => 1" },
    };

    [Theory]
    [MemberData(nameof(Nesting))]
    public void Nesting_AHundredThousandDeepOnASmallStack_IsASyntaxErrorOrFine(string open, string middle, string close)
    {
        string source = string.Concat(string.Concat(Enumerable.Repeat(open, Many)), middle, string.Concat(Enumerable.Repeat(close, Many)));
        OnSmallStack(() => Outcome(source));
        OnSmallStack(() => Outcome(source[..(open.Length * Many)]));
    }

    [Theory]
    [MemberData(nameof(Nesting))]
    public void Nesting_WithoutAnyCapOnASmallStack_IsStoppedByTheStackGuard(string open, string middle, string close)
    {
        string source = string.Concat(string.Concat(Enumerable.Repeat(open, Many)), middle, string.Concat(Enumerable.Repeat(close, Many)));
        OnSmallStack(() => Outcome(source, Session with { MaxDepth = int.MaxValue }));
    }

    // Recorded programs of language models nest up to 27 nodes deep; each repetition here is two to six.
    [Theory]
    [InlineData("((((", "a", "))))")]
    [InlineData("f(a=>{if(b){", "", "}})")]
    [InlineData("class A{f(){", "", "}}")]
    [InlineData("x={a:[`${", "b", "}`]}")]
    [InlineData("a?f(b+c*(", "d", ")):e")]
    public void Nesting_BeyondThatOfRealProgramsOnASmallStack_IsParsed(string open, string middle, string close) =>
        Assert.Null(OnSmallStack(() => Outcome(
            string.Concat(string.Concat(Enumerable.Repeat(open, 12)), middle, string.Concat(Enumerable.Repeat(close, 12))))));

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("a=>", "a", "")]
    [InlineData("!", "a", "")]
    [InlineData("{", "", "}")]
    [InlineData("x=function(){", "", "}")]
    public void Nesting_BeyondMaxDepth_SaysSo(string open, string middle, string close)
    {
        Assert.Null(Outcome(Nested(20)));
        Assert.Contains("nested too deeply", Outcome(Nested(301)), StringComparison.Ordinal);

        string Nested(int depth) =>
            string.Concat(string.Concat(Enumerable.Repeat(open, depth)), middle, string.Concat(Enumerable.Repeat(close, depth)));
    }

    [Theory]
    [InlineData("", "1+", "1")]
    [InlineData("", "1+2*", "1")]
    [InlineData("", "a<b==", "1")]
    [InlineData("", "a&&", "a")]
    [InlineData("", "a||b&&", "a")]
    [InlineData("", "a??", "a")]
    [InlineData("", "a?b:", "c")]
    [InlineData("", "a,", "a")]
    [InlineData("", "if(a);else ", ";")]
    [InlineData("a", ".b", "")]
    [InlineData("a", "?.b", "")]
    [InlineData("a", "()", "")]
    [InlineData("a", "[0]", "")]
    [InlineData("a", "``", "")]
    [InlineData("a", "!", "")]
    [InlineData("[", "a,", "]")]
    [InlineData("[", ",", "]")]
    [InlineData("f(", "a,", ")")]
    [InlineData("x={", "a:1,", "}")]
    [InlineData("", "a\n", "")]
    [InlineData("", "a;", "")]
    [InlineData("", "{}", "")]
    [InlineData("", "/**/\n", "")]
    [InlineData("", "//\n", "")]
    [InlineData("", "var a;", "")]
    [InlineData("", "a:{break a}", "")]
    [InlineData("`", "${a}", "`")]
    [InlineData("switch(a){", "case 1:", "}")]
    [InlineData("class A{", "a;", "}")]
    [InlineData("class A{", "a(){}", "}")]
    [InlineData("", "()=>1;", "")]
    [InlineData("", "(a)\n", "")]
    [InlineData("x", " as T", "")]
    [InlineData("let x:", "T|", "T")]
    [InlineData("let x: T", "[]", "")]
    public void Chains_AHundredThousandLongOnASmallStack_AreParsed(string open, string item, string close)
    {
        string source = string.Concat(open, string.Concat(Enumerable.Repeat(item, Many)), close);
        Assert.Null(OnSmallStack(() => Outcome(source)));
    }

    [Fact]
    public void ManyNames_DeclaredInOneScope_AreParsed()
    {
        string lets = string.Concat(Enumerable.Range(0, Many).Select(i => $"let v{i};"));
        string labels = string.Concat(Enumerable.Range(0, Many).Select(i => $"l{i}:"));
        string functions = string.Concat(Enumerable.Range(0, Many).Select(i => $"function f{i}(){{}}"));
        string parameters = string.Join(',', Enumerable.Range(0, Many).Select(i => $"p{i}"));
        string privates = string.Concat(Enumerable.Range(0, Many).Select(i => $"#m{i};"));
        string vars = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"var w{i};"));

        Assert.Null(Outcome(lets));
        Assert.Contains("'v7'", Outcome(lets + "let v7;"), StringComparison.Ordinal);
        Assert.Null(Outcome(labels + ";"));
        Assert.Null(Outcome(functions));
        Assert.Null(Outcome($"function f({parameters}) {{}}"));
        Assert.Null(Outcome($"class A {{ {privates} }}"));
        Assert.Null(Outcome(new string('{', 100) + vars + new string('}', 100)));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("`")]
    [InlineData("`${`")]
    [InlineData("/")]
    [InlineData("/*")]
    [InlineData("x = /[")]
    [InlineData("x = 'a")]
    public void Unterminated_OverFiftyMegabytes_GivesAShortErrorWithoutCopyingTheSource(string open)
    {
        string source = open + new string('a', 50_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        SyntaxErrorException error = Fails(source);
        var text = new SourceText(source);
        string excerpt = text.Excerpt(error.Position, out int caret);

        Assert.InRange(error.Message.Length, 10, 300);
        Assert.InRange(excerpt.Length, 1, 102);
        Assert.InRange(caret, 0, excerpt.Length);
        Assert.Equal(1, text.LineAt(error.Position));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000);
    }

    [Fact]
    public void LongTokens_InErrors_AreCut()
    {
        string name = new('a', 1_000_000);
        foreach (string source in new[] { $"x {name}", $"{name} x", $"break {name}", $"let {name}, {name}", $"x '{name}'", $"x 1{new string('0', 1_000_000)}", $"/a/{name}", $"this.#{name}", $"class A {{ #{name}; #{name} }}", $"{name}: {name}: x", $"delete {name}", $"({name}, {name}) => 1" })
            Assert.InRange(Fails(source).Message.Length, 10, 300);
    }

    [Fact]
    public void Escapes_AMillionDigitsLong_AreRead()
    {
        string zeros = new('0', 1_000_000);
        Assert.Null(Outcome($"'\\u{{{zeros}41}}'"));
        Assert.NotNull(Outcome($"'\\u{{{zeros}110000}}'"));
        Assert.NotNull(Outcome($"'\\u{{1{zeros}}}'"));
        Assert.Null(Outcome($"x = 1.{zeros}1 + 1{zeros} + 0x1{zeros}"));
        Assert.NotNull(Outcome($"1{zeros}n"));
    }

    [Fact]
    public void TypeArguments_TriedAtEveryComparison_EndSoon()
    {
        Assert.Null(Outcome(string.Concat(Enumerable.Repeat("a<", Many)) + "a"));
        Assert.Null(Outcome(string.Concat(Enumerable.Repeat("a<b|", Many)) + "a"));
        Assert.Null(Outcome(string.Concat(Enumerable.Repeat("a<b,", Many)) + "a"));
    }

    // The message of the syntax error, or null.
    private static string? Outcome(string source, ParserOptions? options = null)
    {
        try
        {
            Parse(source, options);
            return null;
        }
        catch (SyntaxErrorException error)
        {
            Assert.InRange(error.Message.Length, 10, 400);
            return error.Message;
        }
    }

    private static string? OnSmallStack(Func<string?> action)
    {
        string? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
