using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

public sealed class ParserTreeTests : ParserTestBase
{
    [Theory]
    [InlineData("1 + 2 - 3", "(binary 1 Add 2 Subtract 3);")]
    [InlineData("a + b * c - d", "(binary a Add (binary b Multiply c) Subtract d);")]
    [InlineData("a * b + c", "(binary a Multiply b Add c);")]
    [InlineData("a < b == c << 1 + 2", "(binary a Less b Equal (binary c ShiftLeft (binary 1 Add 2)));")]
    [InlineData("a ** b ** c * d", "(binary (binary a Exponentiate (binary b Exponentiate c)) Multiply d);")]
    [InlineData("a * b ** c", "(binary a Multiply (binary b Exponentiate c));")]
    [InlineData("(-a) ** -b", "(binary ((Minus a)) Exponentiate (Minus b));")]
    [InlineData("++a ** 2", "(binary (pre++ a) Exponentiate 2);")]
    [InlineData("a | b ^ c & d", "(binary a BitwiseOr (binary b BitwiseXor (binary c BitwiseAnd d)));")]
    [InlineData("a && b && c || d || e && f", "(Or (And a b c) d (And e f));")]
    [InlineData("a ?? b ?? c", "(Coalesce a b c);")]
    [InlineData("(a && b) ?? c", "(Coalesce ((And a b)) c);")]
    [InlineData("a ? b : c ? d : e", "(? a→b c→d e);")]
    [InlineData("a ? b ? c : d : e", "(? a→(? b→c d) e);")]
    [InlineData("a ? b : c = d", "(? a→b (= c d));")]
    [InlineData("a, b, c", "(sequence a b c);")]
    [InlineData("a = b = c", "(= a (= b c));")]
    [InlineData("a ??= b, c >>>= d, e **= f", "(sequence (Coalesce= a b) (ShiftRightUnsigned= c d) (Exponentiate= e f));")]
    [InlineData("typeof !a++", "(TypeOf (Not (post++ a)));")]
    [InlineData("a\n++b", "a; (pre++ b);")]
    [InlineData("'a' in b instanceof C", "(binary \"a\" In b InstanceOf C);")]
    public void Operators_WithTheirPrecedence_GiveFlatLists(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Theory]
    [InlineData("a.b[c](d)?.e?.[f]?.(g)", "(chain a .b [c] (d) ?.e ?[f] ?(g));")]
    [InlineData("(a?.b).c", "(chain ((chain a ?.b)) .c);")]
    [InlineData("a?.5:1", "(? a→0.5 1);")]
    [InlineData("a.if.class.new", "(chain a .if .class .new);")]
    [InlineData("new A", "(new A ());")]
    [InlineData("new A.b(c).d()", "(chain (new (chain A .b) (c)) .d ());")]
    [InlineData("new new A(1)(2)", "(new (new A (1)) (2));")]
    [InlineData("new (a())()", "(new ((chain a ())) ());")]
    [InlineData("new a`x`.b()", "(new (chain a (tag \"x\" \"x\") .b) ());")]
    [InlineData("f(...a, b,)", "(chain f (...a b));")]
    [InlineData("a`x${b}\\u`", "(chain a (tag \"x\" _ \"x\" \"\\u\" b));")]
    [InlineData("async(a, b)(c)", "(chain async (a b) (c));")]
    [InlineData("async\n(a)", "(chain async (a));")]
    [InlineData("1..a", "(chain 1 .a);")]
    public void Chains_OfEveryLink_AreFlat(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Theory]
    [InlineData("[1, , ...a, ,]", "(array 1 _ ...a _);")]
    [InlineData("x = {a, b: 1, 'c': 2, 3: 4, [d]: 5, ...e, 0x10: 6, 1e21: 7, .5: 8, 1n: 9}", "(= x (object a:a b:1 c:2 3:4 [d]:5 ...e 16:6 1e+21:7 0.5:8 1:9));")]
    [InlineData("x = {get a() {}, set a(v) {}, async b() {}, *c() {}, async *d() {}, get: 1, set() {}, async, await: 2}", "(= x (object getter a:(getter _ () {}) setter a:(setter _ (v) {}) method b:(async method _ () {}) method c:(method* _ () {}) method d:(async method* _ () {}) get:1 method set:(method _ () {}) async:async await:2));")]
    [InlineData("x = {__proto__: a, '__proto__'() {}, ['__proto__']: b, __proto__}", "(= x (object proto:a method __proto__:(method _ () {}) [\"__proto__\"]:b __proto__:__proto__));")]
    [InlineData("`a${b}c${`d${e}`}`", "(template \"a\" \"c\" \"\" b (template \"d\" \"\" e));")]
    [InlineData("`a\r\nb\\\r\nc\\n`", "(template \"a\nbc\n\");")]
    [InlineData("/[/]\\/(?<a>b)/giu", "(regexp [/]\\/(?<a>b) giu);")]
    [InlineData("a = b / c / d", "(= a (binary b Divide c Divide d));")]
    [InlineData("0x1F + 0b11 + 0o17 + 1_000.5e-1 + 123456789012345678901n + 0xFFn", "(binary 31 Add 3 Add 15 Add 100.05 Add 123456789012345678901n Add 255n);")]
    [InlineData("'\\x41\\u0042\\u{1F600}\\0\\\n\\'\\z\u2028'", "\"AB\U0001F600\0'z\u2028\";")]
    [InlineData("\\u0061b\\u{63} = 1", "(= abc 1);")]
    public void Literals_OfEveryKind_AreRead(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Theory]
    [InlineData("a => a", "(arrow _ (a) a);")]
    [InlineData("() => ({})", "(arrow _ () ((object)));")]
    [InlineData("() => {}\n/a/", "(arrow _ () {}); (regexp a);")]
    [InlineData("(a, {b, c: [d] = 1}, [e = 2], ...f) => { return a }", "(arrow _ (a (object-pattern b:b c:(array-pattern d)=1) (array-pattern e=2) ...f) {(return a)});")]
    [InlineData("async a => await a", "(async arrow _ (a) (await a));")]
    [InlineData("async (a, b = 1) => { }", "(async arrow _ (a b=1) {});")]
    [InlineData("async => 1", "(arrow _ (async) 1);")]
    [InlineData("a ? (b) : c => d", "(? a→(b) (arrow _ (c) d));")]
    [InlineData("a ? (b, c) => d : e", "(? a→(arrow _ (b c) d) e);")]
    [InlineData("a => b => c => d", "(arrow _ (a) (arrow _ (b) (arrow _ (c) d)));")]
    [InlineData("x = function* f(a = 1, ...[b]) { yield; yield a; yield* b }", "(= x (function* f (a=1 ...(array-pattern b)) {(yield _); (yield a); (yield* b);}));")]
    [InlineData("async function* f() { for await (const x of y) yield await x }", "(async function* f () {(for-awaitof (const x) y (yield (await x));)})")]
    public void Functions_OfEveryKind_AreRead(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Theory]
    [InlineData("[a, b.c, [d] = 1, ...e[0]] = f", "(= (array-pattern a (chain b .c) (array-pattern d)=1 ...(chain e [0])) f);")]
    [InlineData("({a, b: c.d = 1, ['e']: [f], g = 2, ...h.i} = j)", "((= (object-pattern a:a b:(chain c .d)=1 [\"e\"]:(array-pattern f) g:g=2 ...(chain h .i)) j));")]
    [InlineData("[(a), (b.c)] = d", "(= (array-pattern (a) ((chain b .c))) d);")]
    [InlineData("({__proto__: a, __proto__: b} = c)", "((= (object-pattern __proto__:a __proto__:b) c));")]
    [InlineData("const [a, , b = 1, ...[c]] = d, {e, f: {g} = h, ...i} = j", "(const (array-pattern a _ b=1 ...(array-pattern c))=d (object-pattern e:e f:(object-pattern g:g)=h ...i)=j)")]
    [InlineData("for ([a, b] of c) ;", "(for-of (array-pattern a b) c ;)")]
    [InlineData("for ({a = 1} of b) ;", "(for-of (object-pattern a:a=1) b ;)")]
    [InlineData("for (a.b in c) ;", "(for-in (chain a .b) c ;)")]
    public void Patterns_InEveryPlace_AreConverted(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Theory]
    [InlineData("if (a) b; else if (c) d; else e", "(if a→b; c→d; e;)")]
    [InlineData("if (a) if (b) c; else d", "(if a→(if b→c; d;) _)")]
    [InlineData("for (let i = 0, n = 'a' in b ? 1 : 2; i < n; i++) ;", null)]
    [InlineData("for (let i = ('a' in b), n; i < n; i++) ;", "(for (let i=((binary \"a\" In b)) n) (binary i Less n) (post++ i) ;)")]
    [InlineData("for (;;) break", "(for _ _ _ (break _))")]
    [InlineData("for (let of of of) ;", "(for-of (let of) of ;)")]
    [InlineData("for (async of => {};;) break", "(for (async arrow _ (of) {}) _ _ (break _))")]
    [InlineData("do a; while (b) c", "(do a; b) c;")]
    [InlineData("a: b: for (;;) { continue a; break b }", "(label a b (for _ _ _ {(continue a) (break b)}))")]
    [InlineData("switch (a) { case 1: b; default: c; case (d): }", "(switch a 1:b; _:c; (d):)")]
    [InlineData("try { a } catch { b } finally { c }", "(try {a;} _ {b;} {c;})")]
    [InlineData("try { a } catch ({message}) { b }", "(try {a;} (object-pattern message:message) {b;} _)")]
    [InlineData("var a, b = 1\nlet c\nconst d = 2", "(var a b=1) (let c) (const d=2)")]
    [InlineData("debugger; ; throw a", "; ; (throw a)")]
    [InlineData("function f() { return\na }", "(function f () {(return _) a;})")]
    public void Statements_OfEveryKind_AreRead(string source, string? expected)
    {
        if (expected is null)
            Fails(source, Plain);
        else
            Assert.Equal(expected, Tree(source, Plain));
    }

    [Theory]
    [InlineData("class A { }", "(class A extends _ _)")]
    [InlineData("(class extends B.c { constructor(a) { super(a); super.b() } })", "((class _ extends (chain B .c) (derived-constructor _ (a) {(chain super (a)); (chain super .b ());})));")]
    [InlineData("class A { a; b = this.a; static c = 1; #d = 2; static #e; ['f'] = 3; 'g' }", "(class A extends _ _ (field a _) (field b (method _ () (chain this .a))) (static field c (method _ () 1)) (field #d (method _ () 2)) (static field #e _) (field [\"f\"] (method _ () 3)) (field g _))")]
    [InlineData("class A { get a() {} set a(v) {} static async *b() {} #c() {} static { this.x = 1 } }", "(class A extends _ _ (getter a (getter _ () {})) (setter a (setter _ (v) {})) (static method b (async method* _ () {})) (method #c (method _ () {})) (static staticblock _ (static-block _ () {(= (chain this .x) 1);})))")]
    [InlineData("class A { get; set; static; async; get = 1; static static; static async() {} }", "(class A extends _ _ (field get _) (field set _) (field static _) (field async _) (field get (method _ () 1)) (static field static _) (static method async (method _ () {})))")]
    [InlineData("class A { get\na() {} async\nb() {} }", "(class A extends _ _ (getter a (getter _ () {})) (field async _) (method b (method _ () {})))")]
    [InlineData("class A { #a; has(o) { return #a in o && o.#a } }", "(class A extends _ _ (field #a _) (method has (method _ (o) {(return (And (binary #a In o) (chain o .#a)))})))")]
    public void Classes_WithEveryElement_AreRead(string source, string expected) => Assert.Equal(expected, Tree(source, Plain));

    [Fact]
    public void Script_WithTopLevelAwait_SaysSo()
    {
        Assert.True(Parse("const x = await f()").HasTopLevelAwait);
        Assert.True(Parse("for await (const x of y) ;").HasTopLevelAwait);
        Assert.False(Parse("async function f() { await g() }").HasTopLevelAwait);
        Assert.Equal("(await (chain f ())); (return 1)", Tree("await f(); return 1"));
    }

    [Fact]
    public void Nodes_OfAStatement_CoverTheirText()
    {
        const string source = "  foo(a + b, c => c).bar;  x";
        var statement = (ExpressionStatement)Parse(source).Body[0];
        var chain = (ChainExpression)statement.Expression;
        var call = (CallLink)chain.Links[0];

        Assert.Equal("foo(a + b, c => c).bar;", Text(statement));
        Assert.Equal("foo(a + b, c => c).bar", Text(chain));
        Assert.Equal("(a + b, c => c)", Text(call));
        Assert.Equal("a + b", Text(call.Arguments[0]));
        Assert.Equal("c => c", Text(call.Arguments[1]));
        Assert.Equal("bar", Text(chain.Links[1]));

        string Text(Node node) => source[node.Start..node.End];
    }
}
