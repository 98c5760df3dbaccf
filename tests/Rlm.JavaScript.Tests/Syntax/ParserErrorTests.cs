using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

/// <summary>What a language model is told about its mistake.</summary>
public sealed class ParserErrorTests : ParserTestBase
{
    [Theory]
    [InlineData("def f(x):\n  return x", "function name(parameters)")]
    [InlineData("```js\nf(x)\n```", "``` marks code inside other text")]
    [InlineData("<!-- comment", "A comment begins with //")]
    [InlineData("f(<any>x)", "'value as Type'")]
    [InlineData("x = <div>text</div>", "no XML literals")]
    [InlineData("using x = y", "try { … } finally { … }")]
    [InlineData("if x > 3:\n  y", "condition stands in parentheses")]
    [InlineData("if (x > 3):\n  y", "without ':'")]
    [InlineData("for x in xs:\n  y", "for (const x of xs)")]
    [InlineData("while (x):\n  y", "without ':'")]
    [InlineData("if (a) { } else:\n  b", "without ':'")]
    [InlineData("try:\n  a", "without ':'")]
    [InlineData("elif (x) { }", "else if")]
    [InlineData("elif x:", "else if")]
    [InlineData("print 'hello'", "print(x)")]
    [InlineData("x = f\"abc {y}\"", "template")]
    [InlineData("x = \"\"\"abc\ndef\"\"\"", "template")]
    [InlineData("x = '''abc'''", "template")]
    [InlineData("x[1:3]", "x.slice(a, b)")]
    [InlineData("x[:3]", "x.slice(a, b)")]
    [InlineData("x[-3:]", "x.slice(a, b)")]
    [InlineData("if (not x) { }", "!x")]
    [InlineData("if (a and b) { }", "&&")]
    [InlineData("a or b", "||")]
    [InlineData("x is None", "===")]
    [InlineData("x not in y", "includes")]
    [InlineData("# comment", "//")]
    [InlineData("#comment", "//")]
    [InlineData("x = 1 # comment", "//")]
    [InlineData("[y for y in ys]", "filter")]
    [InlineData("[f(y) for y in ys if y]", "map")]
    [InlineData("f = lambda x: x", "(x) => value")]
    [InlineData("raise ValueError('x')", "throw new Error")]
    [InlineData("try { x } except (e) { }", "catch (error)")]
    [InlineData("from os import path", "'import' is not supported")]
    [InlineData("import os", "'import' is not supported")]
    [InlineData("import x from 'y'", "'import' is not supported")]
    [InlineData("const x = await import('y')", "'import' is not supported")]
    [InlineData("export const a = 1", "'export' is not supported")]
    [InlineData("x = a if b else c", "condition ? value : other")]
    [InlineData("int x = 5", "let or const")]
    [InlineData("x := 5", "=, not :=")]
    [InlineData("a <> b", "!==")]
    [InlineData("(a) -> b", "=>")]
    [InlineData("f(a: 1)", "named arguments")]
    [InlineData("{ \"a\": 1, \"b\": 2 }", "parentheses")]
    [InlineData("foreach (x in y) { }", "for (const x of xs)")]
    [InlineData("class A(B) { }", "extends")]
    [InlineData("“hello”", "straight quotes")]
    [InlineData("xs.forEach(x => { const r = await llm_query(x); })", "write 'async' before the function")]
    [InlineData("function f() { await g() }", "write 'async' before the function")]
    [InlineData("xs.forEach(x => { continue })", "'return'")]
    [InlineData("const x;", "const declaration needs one")]
    [InlineData("let x = 1;\nlet x = 2", "already declared on line 1")]
    [InlineData("f() = 1", "result of a call")]
    [InlineData("if (a + b = c) { }", "'==='")]
    [InlineData("a ?? b || c", "parentheses")]
    [InlineData("-x ** 2", "parentheses")]
    [InlineData("010", "0o")]
    [InlineData("delete x", "undefined")]
    [InlineData("var class = 1", "reserved word")]
    [InlineData("x = yield", "reserved word")]
    public void Errors_OfKnownConfusions_NameTheJavaScriptForm(string source, string part) =>
        Assert.Contains(part, Fails(source).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("foo(1, 2", "'(' from line 1 is never closed")]
    [InlineData("function f() {\n  if (x) {\n    y\n", "'{' from line 2 is never closed")]
    [InlineData("const x = {\n  a: [1, 2\n", "'[' from line 2 is never closed")]
    [InlineData("\n\nx = `a ${ {\n", "'{' from line 3 is never closed")]
    [InlineData("foo(1,\n  [2, 3;\n", "close '[' from line 2, found ';'")]
    [InlineData("foo(1, [2, 3)", "close '[' from line 1, found ')'")]
    [InlineData("f(1))", "no bracket is open")]
    [InlineData("}", "no bracket is open")]
    [InlineData("x =", "ends too early")]
    public void Errors_OfBrackets_SayWhichOneAndWhereItOpened(string source, string part) =>
        Assert.Contains(part, Fails(source).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("let a = 1;\nlet b = a +* 2", 22)]
    [InlineData("const s = 'abc", 10)]
    [InlineData("a\nb c", 4)]
    [InlineData("x = '\\u{110000}'", 5)]
    [InlineData("f(`a${b}\\u`)", 8)]
    [InlineData("let x; { let y; var x }", 20)]
    public void Errors_OfEveryStage_PointAtTheirPlace(string source, int position) => Assert.Equal(position, Fails(source).Position);

    [Fact]
    public void RegularExpressions_WithAValidator_AreCheckedWhileParsing()
    {
        ParserOptions options = Session with { ValidateRegExp = (pattern, flags) => pattern == "(" ? $"bad pattern with {flags}" : null };

        SyntaxErrorException error = Fails("x = /(/gi", options);

        Assert.Equal("bad pattern with gi", error.Message);
        Assert.Equal(4, error.Position);
        Assert.Equal("(= x (regexp a));", Tree("x = /a/", options));
    }

    [Theory]
    [InlineData("await f()")]
    [InlineData("for await (const x of y) ;")]
    [InlineData("return 1")]
    public void Liberties_WhereNotAllowed_AreRejected(string source)
    {
        Parse(source);
        Fails(source, Plain);
    }

    [Theory]
    [InlineData("var await = 1")]
    [InlineData("await => 1")]
    [InlineData("function f(await) { }")]
    public void Await_AtTopLevelAllowed_IsNoName(string source)
    {
        Parse(source, Plain);
        Fails(source);
    }
}
