using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

/// <summary>
/// What is and what is not a strict script: one source a line, ⏎ for a line break. The verdicts are those of Node.js, but
/// for assignments to calls and for-of variables named like a catch parameter, where the specification decides.
/// </summary>
public sealed class ParserVerdictTests : ParserTestBase
{
    private const string Accepted = """
        a < b > (c)
        a ? (b) : c => d
        a ? (b, c) : d => e
        a ? (b) : (c) => d
        a ? (b) => c : d
        a ? (b) => (c) : d => e
        a ? b ? (c) : d : e => f
        a ? async (b) : c => d
        a ? async (b) => c : d
        x = a ? (b = 1) : c
        let as = 1; as
        var as; as = as + as
        as => as
        let satisfies = 1
        x.as.satisfies
        type = 5
        let type = 1; type
        type⏎Foo = 5
        type⏎x
        var type, declare, abstract, namespace, module, readonly, is, keyof; type; declare; abstract
        declare⏎var x
        abstract⏎class A {}
        namespace⏎foo
        ({ as: 1, type: 2, satisfies, readonly, declare })
        for (as of xs) ;
        for (type of xs) ;
        for (const as of xs) ;
        a⏎! b
        a⏎as⏎b
        f(a < b, c > (d))
        f(a<b, c>(d))
        f(a<b,c>d)
        new A<b>(c)
        a<b>(c)
        a<b>c
        a<b>`x`
        if (a<b && c>d) ;
        if (i<n) x
        for (let i=0;i<n;i++) ;
        a<(b)>(c)
        a<{}>(c)
        a<[]>(c)
        a<b|c>(d)
        a<typeof b>(c)
        a<"b">(c)
        a<b.c>(d)
        a<b[0]>(c)
        label: x
        label: for (;;) { break label }
        ({ a: b, c })
        ({ a: b ? c : d })
        case1: { }
        switch (a) { case (b): c => d; break; case x: y }
        switch (a) { case b ? (c) : d: e }
        switch (a) { case (b): (c) => d }
        switch (a) { case async (b): c => d }
        a ? [b] : c
        a ? {b} : c
        a ? ({b}) : c => d
        a ? (x) : y ? (z) : w => 1
        (a, b)
        (a, b) => c
        ([a] = [b]) => c
        (a = b) => c
        ({a = 1}) => a
        ({a = 1} = {})
        [{a = 1}] = b
        ({b: {a = 1}} = c)
        ({b: {a = 1}}) => c
        for ({a = 1} of b) ;
        for ([{a = 1}] in b) ;
        ({__proto__: a, __proto__: b} = c)
        ({__proto__: a, __proto__: b}) => c
        ({__proto__: 1, __proto__})
        ({__proto__: 1, __proto__() {}})
        ({__proto__: 1, ['__proto__']: 2})
        [...a,]
        [...[a]] = b
        [...{a}] = b
        ({...a.b} = c)
        ({...(a)} = c)
        ({...a}) => b
        (...a) => b
        (...[a, b]) => c
        (a,) => b
        async (...a)
        async (...a) => b
        async (a,) => b
        async (a,)
        async () => {}
        async⏎a => b
        async function f() { await x }
        (await) => {}
        await => {}
        async (await)
        async (a, await)
        async function f() { (function await() {}) }
        async function await() {}
        function await() {}
        var await
        ({await})
        ({async})
        ({async *a() {}})
        ({async a() {}})
        ({get a() {}})
        ({set a([b]) {}})
        ({set a(b = 1) {}})
        ({get⏎a() {}})
        ({get: 1, set: 2, async: 3, static: 4, await: 5})
        ({get() {}, set() {}, async() {}, await() {}})
        ({get, set, async, of, as})
        ({if: 1, class: 2}).if
        ({if() {}})
        ({1: a, 'b': c, [d]: e})
        ({a: 1,})
        function f(a) { var a }
        function f(a) { function a() {} }
        function a() {} function a() {}
        function a() {} var a
        var a; function a() {}
        let a; { let a }
        var [a, a] = b
        switch (a) { case 1: let b; case 2: { let b } }
        try {} catch (e) { var e }
        try {} catch (e) { for (var e in x) ; }
        try {} catch (e) { for (var e;;) ; }
        try {} catch (e) { { var e } }
        try {} catch (e) { { let e } }
        try {} catch {}
        for (let i;;) { let i }
        for (let i of x) { let i }
        for (var i, i;;) ;
        for (const i = 1;;) ;
        for (const i of x) ;
        for (let of of x) ;
        for (let of = 1;;) ;
        for (async of => 1;;) ;
        for (async.x of y) ;
        for (a in b, c) ;
        for (a.b of c) ;
        for ((a) of c) ;
        for ((a.b) of c) ;
        for (var a = (b in c);;) ;
        for (a ? b in c : d;;) ;
        for (x => (a in b);;) ;
        for (x => { a in b };;) ;
        for (`${a in b}`;;) ;
        for ([a in b];;) ;
        for (let [] of x) ;
        for (let {} of x) ;
        async function f() { for await (a of b) ; }
        async function f() { for await (async of b) ; }
        function* f() { yield⏎a }
        function* f() { yield * a }
        function* f() { (yield) ? a : b }
        function* f() { yield yield a }
        function* f() { a = yield }
        function* f() { [yield, yield a] }
        function* f() { ({ [yield]: yield }) }
        function* f() { `${yield}` }
        function* f() { yield /re/ }
        function* f() { (a = function*() { yield }) => 1 }
        function* f() { ((yield)) }
        x = { *a() { yield 1 } }
        a: b; a: c
        a: { function f() { a: b } }
        a: { break a }
        a: for (;;) { continue a }
        a: b: for (;;) { continue a }
        for (;;) break
        switch (a) { case 1: break }
        do a; while (b) c
        do { } while (a) b
        a⏎b
        a++⏎b
        a⏎++b
        a⏎++⏎b
        var a⏎b
        let⏎a
        let⏎[a] = b
        x⏎(y)
        x⏎[y]
        x⏎/y/g
        x⏎`y`
        delete a.b
        delete a?.b
        delete this
        delete f()
        delete 1
        class A { #a; f() { delete this.#a.b } }
        class A { get #a() {} set #a(b) {} }
        class A { f() { this.#a } #a }
        class A { f() { class B { g() { this.#a } } } #a }
        class A { #a; f() { class B extends this.#a {} } }
        class A { [this.#a]; #a }
        class A { #a; f() { #a in this } }
        class A { #a; f() { #a in this in that } }
        class A { #a; f() { a = #a in this } }
        class A { #a; f() { a == #a in this } }
        class A { #a; f() { a && #a in this } }
        class A { #a; f() { this?.#a; a?.b.#a } }
        class A { ['constructor']() {} constructor() {} }
        class A { static constructor() {} }
        class A { static ['prototype'] }
        class A { prototype() {} }
        class A { a = function() { arguments } }
        class A { [arguments] }
        class A { static { function f() { arguments } } }
        class A { static { () => await } }
        class A { static { (function await() {}) } }
        class A { static { (function await(await) {}) } }
        class A { static { async () => await 1 } }
        class A { static { ({await: 1}) } }
        class A { static { super.a } }
        class A { static { new.target } }
        class A { static { this } }
        class A { static { function a() {} function a() {} } }
        class A { static {} static {} }
        async function f() { class A { [await 1] = 1 } }
        function* f() { class A { [yield] = 1 } }
        class A { a = super.b }
        class A { a = new.target }
        class A extends B { constructor() { super() } }
        class A extends B { constructor() { (() => super())() } }
        class A extends B { constructor(a = super()) {} }
        class A extends B { constructor() { super.a } }
        class A extends B { constructor() { new super.a() } }
        class A extends B { constructor() { super.a`b` } }
        class A extends B { constructor() { super.a = 1 } }
        ({ a() { super.b } })
        ({ get a() { return super.b } })
        function f() { new.target }
        function f() { () => new.target }
        function f() { new new.target }
        class A { a⏎b }
        class A { a = 1⏎b }
        class A { a⏎*b() {} }
        class A { get⏎a() {} }
        class A { get⏎*a() {} }
        class A { static⏎a }
        class A { static⏎*a() {} }
        class A { async⏎a() {} }
        class A { async⏎*a() {} }
        class A { static async⏎a() {} }
        class A { static static() {} }
        class A { static get() {} static set() {} static async() {} }
        class A { get get() {} set set(a) {} async async() {} }
        class A { static = 1; get = 2; set = 3; async = 4; await = 5; of = 6 }
        class A { 'a'; 1; [b]; #c }
        class A { ; }
        class A { static ; }
        class A { static }
        class A extends (a => b) {}
        class A extends a.b.c {}
        class A extends f() {}
        class A extends new B {}
        class A extends {} {}
        class A extends null {}
        (class {})
        (class A {})
        class await {}
        class A { static async *#a() {} }
        a?.b
        a?.[b]
        a?.(b)
        a?.b.c(d)
        new (a?.b)
        a?.5:1
        (a?.b).c = 1
        (a ?? b) || c
        a ?? (b || c)
        a ?? b ?? c
        (-a) ** b
        -(a ** b)
        a ** -b
        async () => (await a) ** b
        ++a ** b
        a++ ** b
        --a ** --b
        (() => {})()
        () => {}⏎(a)
        () => {}⏎+a
        a ? () => {} : b
        a = () => {}
        a, () => {}
        () => {}, a
        a => {}⏎b
        a = b = c
        a += b += c
        (a) = b
        ((a)) = b
        (a.b) = c
        [(a)] = b
        [(a.b)] = c
        [((a))] = b
        ({a: (b)} = c)
        ({a: (b.c)} = d)
        [a, b] = [b, a]
        [a = 1] = b
        [a.b = 1] = c
        [a, ...b] = c
        ({a: b = c} = d)
        ({a: {b} = c} = d)
        a &&= b
        a ||= b ??= c
        let a = 1, b
        var async
        var of
        var get
        var set
        var undefined
        let undefined
        var NaN
        var await = 1
        1_000
        1.e5
        .5
        5.
        5..a
        5.5.a
        0b11 + 0o17 + 0xfF
        0B1 + 0O7 + 0Xf
        1n
        0x1n
        1_0n
        0b1_1n
        3 in []
        "\u{10FFFF}"
        "\u{0000000041}"
        "\0"
        "\a\b\c"
        `\0`
        a`\1`
        a`\u{110000}`
        a`\xg\u`
        `${a}${b}`
        `${`${`a`}`}`
        `$`
        `$$`
        `$${a}`
        `\``
        `\${a}`
        `}`
        `${{}}`
        `${a}}`
        /a/dgimsuy
        /[/]/
        a = /b/
        a /b/ c
        a / b / c
        (a) / b
        {} /a/g
        x = {} /a/g
        if (a) /b/.test(c)
        () => /a/
        [/a/]
        a ? /b/ : /c/
        typeof /a/
        /=/
        a /= b
        /=a/
        x⏎/=a
        !/a/
        // a
        /* a */ b
        /* a⏎b */ c
        a /* b⏎ */ c
        #!a
        \u0061 = 1
        \u{61} = 1
        \u{62}\u0063 = 1
        a\u0030 = 1
        ({ \u0069f: 1 })
        a.\u0069f
        var \u0061wait
        class A { st\u0061tic }
        ({ tru\u0065: 1 })
        var a\u{1d7d8}
        var a\u200c
        var a\u200d
        var \u2118
        var a\u00b7
        debugger
        if (a) debugger; else debugger
        ;;;
        {}
        {};
        ({})
        []
        [,]
        [,,a,,]
        f(a,)
        f(...a, ...b)
        new A
        new A()
        new A(...b)
        new new A
        new A()()
        new a.b()
        new a[b]()
        new a()`b`
        new f().x
        new (f())
        new async()
        void 0
        typeof a
        ! ! a
        - - a
        - -a
        --a
        - --a
        + ++a
        ++ a
        a ? b : c
        a ? b : c, d
        a ? b = c : d = e
        a, b
        (function () {})
        function f(a,) {}
        function f(...[a, b]) {}
        function f(a = 1, {b}, [c] = []) {}
        a => { 'use strict' }
        function f(a = 1) { 'use\x20strict' }
        function f(a = 1) { ('use strict') }
        function f(a = 1) { a; 'use strict' }
        function f(a = 1) { 'use strict' + 1 }
        async function* f() { yield await a; await (yield b); for await (const c of d) ; }
        async function* f() { yield* a }
        var f = async function* () {}
        ({ async *[a]() {} })
        function f() { 'use strict'; return }
        try {} finally {}
        try {} catch (e) {} finally {}
        switch (a) {}
        while (a) b
        if (a) {} else {}
        for (of of of) ;
        for (var of of of) ;
        for (const [a, b] of c) ;
        for (const {a, b = 1} of c) ;
        let [a, ...b] = c
        let {...a} = b
        let {a: b = 1, 'c': d, [e]: f, 1: g} = h
        let {if: a} = b
        let {a = 1} = b
        let {a: {b} = {}, c: [d] = []} = e
        function f() { return⏎a }
        x = function() {}⏎(a)
        x = class {}⏎(a)
        a⏎?.b
        a⏎?? b
        a =⏎b
        async (x) => x ? (y) : z
        a => b ? (c) : d => e
        ({ async f() { await a }, *g() { yield b }, async *h() { yield await c } })
        x => ({}).y
        x => ({ y })
        async x => { for await (const y of z) ; }
        async x => { for await (y of z) ; }
        (async x => x)()
        async x => x, y
        (async, await) => 1
        async(async => async)
        async async => async
        async of => 1
        of => 1
        get => set
        let async; async = 1; async
        let async; async⏎function f() {}
        async⏎function f() {}
        var async = async function() {}
        async function⏎f() {}
        async /* a */ function f() {}
        async /*⏎*/ function f() {}
        """;

    private const string Rejected = """
        ((a)) => b
        ((a, b)) => c
        (a.b) => c
        ([a.b]) => c
        ({a: b.c}) => d
        ({a: [b.c]}) => d
        ([a.b] = [c]) => d
        ([[a.b] = c]) => d
        ((a = b)) => c
        ({a = 1})
        [{a = 1}]
        [{a = 1}.x] = b
        ({a = 1}.x)
        ({a = 1}).x
        f({a = 1})
        ({b: {a = 1}})
        a ? {b = 1} : c
        ({a = 1}) + 1
        for ({a = 1};;) ;
        ({__proto__: 1, __proto__: 2})
        ({'__proto__': 1, __proto__: 2})
        [...a, b] = c
        [...a,] = c
        [...a = 1] = b
        ({...a, b} = c)
        ({...a,} = c)
        ({...{a}} = c)
        ({...[a]} = c)
        ({...(a,b)} = c)
        ({...a.b}) => c
        ({...{a}}) => b
        (...a,) => b
        (a, ...b, c) => d
        (...a = 1) => c
        (,) => b
        () + 1
        ()
        (a,)
        (...a)
        async⏎() => {}
        async ()⏎=> {}
        ()⏎=> {}
        a⏎=> b
        async a⏎=> b
        async function f(a = await 1) {}
        async (a = await 1) => {}
        async (await) => {}
        async await => {}
        async (a = await) => {}
        async function f() { (a = await 1) => {} }
        async function f() { async (a = await 1) => {} }
        async function f() { function await() {} }
        (async function await() {})
        async function f() { var await }
        async function f() { await => 1 }
        async function f() { ({await}) }
        ({async⏎a() {}})
        ({get a(b) {}})
        ({set a() {}})
        ({set a(b, c) {}})
        ({set a(...b) {}})
        ({get *a() {}})
        ({async get a() {}})
        ({if})
        ({1})
        ({'a'})
        ({[a]})
        ({#a: 1})
        ({,})
        ({a,,})
        ({eval} = a)
        ({eval = 1} = a)
        ({a: eval} = a)
        [arguments] = a
        eval = 1
        arguments++
        (eval) = 1
        eval => 1
        (eval) => 1
        function eval() {}
        function f(eval) {}
        function f(a, a) {}
        (a, a) => 1
        (a, [a]) => 1
        ({a, b: a}) => 1
        function f({a}, a) {}
        function f(a) { let a }
        function f(a) { const a = 1 }
        function f(a) { class a {} }
        (a) => { let a }
        a => { let a }
        function f() { let a; var a }
        function f() { var a; let a }
        function f() { let a; { var a } }
        function f() { { var a } let a }
        { let a; { var a } }
        { var a; let a }
        { function a() {} function a() {} }
        let a; function a() {}
        { function a() {} var a }
        { let a; function a() {} }
        class a {} class a {}
        class a {} var a
        let a; let a
        const a = 1; const a = 2
        let [a, a] = b
        const {a, b: a} = c
        switch (a) { case 1: let b; case 2: let b }
        switch (a) { case 1: function b() {} case 2: function b() {} }
        switch (a) { case 1: var b; case 2: let b }
        try {} catch (e) { let e }
        try {} catch ([e]) { var e }
        try {} catch (e) { for (var e of x) ; }
        try {} catch (e) { function e() {} }
        try {} catch ([e, e]) {}
        try {} catch ({e, f: e}) {}
        try {} catch (eval) {}
        try {} catch () {}
        try {}
        for (let i;;) { var i }
        for (let i of x) { var i }
        for (let i, i;;) ;
        for (let [i, i] of x) ;
        for (const i;;) ;
        for (const i, j of x) ;
        for (let i = 1 of x) ;
        for (let i = 1 in x) ;
        for (var i = 1 in x) ;
        for (let of x) ;
        for (async of x) ;
        for (a of b, c) ;
        for (a = 1 of b) ;
        for (a + b of c) ;
        for (f() of c) ;
        for (f() in c) ;
        for (this of c) ;
        for (([a]) of c) ;
        for (a => b of c) ;
        for (a in b;;) ;
        for (var a = b in c;;) ;
        for (x => a in b;;) ;
        for (let []; ;) ;
        for await (a of b) ;
        async function f() { for await (a in b) ; }
        async function f() { for await (let a = 1 of b) ; }
        async function f() { for await (;;) ; }
        function f() { for await (a of b) ; }
        function* f() { yield⏎* a }
        function* f() { yield ? a : b }
        function* f() { a + yield }
        function* f() { function yield() {} }
        function* f(a = yield) {}
        function* f() { (a = yield) => 1 }
        function* f() { function* g(a = yield) {} }
        function* f() { yield in x }
        function* f() { for (yield in x;;) ; }
        function* f() { for (yield of x) ; }
        function* f() { yield => 1 }
        yield
        yield = 1
        var yield
        function f() { yield }
        a: a: b
        a: { a: b }
        a: { continue a }
        a: { for (;;) { continue a } }
        a: for (;;) { function f() { break a } }
        a: for (;;) { (() => { break a }) }
        break
        continue
        for (;;) { (() => { break }) }
        switch (a) { case 1: continue }
        switch (a) { default: default: }
        a: function f() {}
        a: let b
        a: class B {}
        a: async function f() {}
        if (a) function f() {}
        if (a) let b
        if (a) class B {}
        if (a) ; else function f() {}
        while (a) function f() {}
        while (a) let b
        do function f() {} while (a)
        for (;;) let a
        if (a) async function f() {}
        if (a) b: function f() {}
        do a while (b)
        if (a) b else c
        a b
        return
        return 1
        throw⏎a
        delete a
        delete (a)
        delete ((a))
        class A { #a; f() { delete this.#a } }
        class A { #a; f() { delete (this.#a) } }
        class A { #a; f() { delete this?.#a } }
        class A { #a; #a }
        class A { get #a() {} get #a() {} }
        class A { static get #a() {} set #a(b) {} }
        class A { #a; get #a() {} }
        class A { #a() {} #a }
        class A { #constructor }
        class A { f() { this.#a } }
        class A extends B.#a { #a }
        class A { #a; f() { #a } }
        class A { #a; f() { #a + 1 } }
        class A { #a; f() { 1 + #a in this } }
        class A { #a; f() { #a in #a in this } }
        class A { #a; f() { (#a) in this } }
        class A { #a; f() { !#a in this } }
        class A { #a; f() { for (#a in this;;) ; } }
        class A { #a; f() { super.#a } }
        class A { # a }
        this.#a
        #a in b
        class A { constructor() {} constructor() {} }
        class A { 'constructor'() {} constructor() {} }
        class A { get constructor() {} }
        class A { async constructor() {} }
        class A { *constructor() {} }
        class A { constructor }
        class A { constructor = 1 }
        class A { 'constructor' }
        class A { static constructor }
        class A { static prototype() {} }
        class A { static prototype }
        class A { static 'prototype' }
        class A { static get prototype() {} }
        class A { a = arguments }
        class A { a = () => arguments }
        class A { static { arguments } }
        class A { static { () => arguments } }
        class A { static { await } }
        class A { static { await: 1 } }
        class A { static { (await) => 1 } }
        class A { static { await => 1 } }
        class A { static { var await } }
        class A { static { function await() {} } }
        class A { static { ({await}) } }
        class A { static { class await {} } }
        class A { static { class B { [await] } } }
        class A { static { return } }
        class A { static { yield } }
        class A { static { super() } }
        class A { static { break } }
        class A { static { var a; let a } }
        class A { static { let a; var a } }
        function* f() { class A { static { yield } } }
        async function f() { class A { static { await 1 } } }
        async function f() { class A { a = await 1 } }
        function* f() { class A { a = yield } }
        a: { class A { static { break a } } }
        class A { a = super() }
        class A extends B { a = super() }
        class A { constructor() { super() } }
        class A extends B { f() { super() } }
        class A extends B { constructor() { function f() { super() } } }
        class A extends B { constructor() { super } }
        class A extends B { constructor() { new super() } }
        class A extends B { constructor() { super?.a } }
        class A extends B { constructor() { super?.() } }
        class A extends B { constructor() { super`a` } }
        class A extends B { constructor() { super() = 1 } }
        super.a
        super()
        ({ a() { super() } })
        ({ a: function() { super.b } })
        ({ a: () => super.b })
        function f() { super.a }
        new.target
        () => new.target
        function f() { new.target = 1 }
        function f() { new.target++ }
        function f() { new.targe\u0074 }
        function f() { new.foo }
        class A { a b }
        class A { a = 1 b }
        class A { a = 1⏎*b() {} }
        class A { a, b }
        class A { a: 1 }
        class A { a() {}, b() {} }
        class A { var a }
        class A extends B, C {}
        class A extends a => b {}
        class A extends async () => {} {}
        class {}
        class let {}
        class static {}
        class yield {}
        class eval {}
        class A { async get a() {} }
        class A { get async a() {} }
        class A { static static a }
        class A { a = b, c }
        class A { [a, b] }
        a?.`b`
        a?.b`c`
        a?.b⏎`c`
        a?.b = 1
        a?.b++
        ++a?.b
        [a?.b] = c
        ({a: b?.c} = d)
        for (a?.b of c) ;
        for (a?.b in c) ;
        new a?.b
        new a?.()
        a?.b:1
        (a?.b) = 1
        a ?? b || c
        a || b ?? c
        a ?? b && c
        a && b ?? c
        -a ** b
        a ** -b ** c
        typeof a ** b
        await a ** b
        async () => await a ** b
        !a ** b
        () => {} || a
        () => {} ? a : b
        () => {}()
        () => {}.a
        () => {}⏎.a
        !() => {}
        a + () => {}
        a || () => {}
        typeof () => {}
        new () => {}
        a => {} b
        1 = a
        a + b = c
        (a + b) = c
        f() = 1
        f()++
        ++f()
        this = 1
        this++
        [a] += b
        ({a} += b)
        ({a}) = b
        ([a]) = b
        [([a])] = b
        [({a})] = b
        [(a = 1)] = b
        ({a: (b = 1)} = c)
        ({a: ({b})} = c)
        ({(a)} = b)
        [a += 1] = b
        [f()] = a
        [1] = a
        [this] = a
        [...b, ...c] = d
        ({a() {}} = b)
        ({get a() {}} = b)
        ({a: 1} = b)
        ({a: b + c} = d)
        [a] &&= b
        ({a} ??= b)
        let a, a
        const a
        const [a]
        let {a}
        var [a]
        var {a}
        let let = 1
        const let = 1
        var let = 1
        let [let] = a
        let {let} = a
        let eval
        let arguments
        var implements
        var interface
        var package
        var private
        var protected
        var public
        var static
        var enum
        enum
        010
        08
        0_1
        1_
        1__0
        0x
        0xg
        0b2
        0o8
        0x_1
        0x1_
        1.5e
        1e+
        1e_5
        1._5
        1_.5
        5.a
        01n
        1.5n
        1e5n
        3in []
        0x1g
        1a
        "\u{110000}"
        "\u{}"
        "\u{g}"
        "\u123"
        "\u{41"
        "\x4"
        "\xgg"
        "\00"
        "\08"
        "\1"
        "\8"
        "\9"
        "a\
        b"
        `\00`
        `\1`
        `\8`
        `\u{110000}`
        `\xg`
        `${}`
        `${a`
        "a
        'a
        `a
        /a
        /a/gg
        /a/x
        /a/uv
        /[/
        /a\
        /
        /a/\u0067
        return /a/
        /* a
        a /* b */ c
        a⏎#!b
        \u0030 = 1
        \u0069f (a) ;
        \u{69}f
        v\u0061r a
        l\u0065t a
        l\u0065t⏎a
        ({ \u0069f })
        \u0061sync function f() {}
        \u0061sync () => {}
        \u0061sync a => {}
        async () => { \u0061wait 1 }
        async () => { \u0061wait }
        async () => { var \u0061wait }
        function* f() { yi\u0065ld 1 }
        ({ g\u0065t a() {} })
        ({ s\u0065t a(b) {} })
        ({ \u0061sync a() {} })
        class A { st\u0061tic a() {} }
        for (a o\u0066 b) ;
        n\u0065w.target
        tru\u0065
        nul\u006c
        th\u0069s
        f\u0061lse = 1
        \u0065val = 1
        var \u{1d7d8}
        var \u200c
        var \u00b7
        var \u2e2f
        var a\u180e
        import a from 'b'
        import 'a'
        import * as a from 'b'
        export default a
        export const a = 1
        export { a }
        import.meta
        with (a) b
        debugger a
        [a b]
        f(,)
        f(a,,b)
        f(...)
        new async () => {}
        new import('a')
        new
        typeof
        a ++ ++
        ++ ++ a
        a++ ++
        a ? b
        a ? : b
        a ? b, c : d
        a,
        , a
        (a
        a)
        [a
        a]
        {a
        a}
        (a]
        function f() {
        function () {}
        function f {}
        function f( {}
        function f(a b) {}
        function f(,) {}
        function f(...a,) {}
        function f(...a, b) {}
        function f(...a = 1) {}
        function f(a = 1) { 'use strict' }
        function f({a}) { 'use strict' }
        function f(...a) { 'use strict' }
        (a = 1) => { 'use strict' }
        ([a]) => { 'use strict' }
        function f(a = 1) { 'a'; 'use strict' }
        ({ a(b = 1) { 'use strict' } })
        ({ set a([b]) { 'use strict' } })
        class A { a(b = 1) { 'use strict' } }
        async function* f(a = await b) {}
        async function* f() { (yield) => 1 }
        async * f() {}
        async function* yield() {}
        switch (a) { case b }
        switch (a) { b }
        switch a {}
        while a b
        do a
        if a b
        if (a)
        else a
        for (a) b
        for (;) a
        for (;;;) a
        for (a of) b
        let [...a, b] = c
        let [...a,] = c
        let {...a, b} = c
        let {...{a}} = b
        let {...[a]} = b
        let {a: b.c} = d
        let [a.b] = c
        let {'a'} = b
        let {1} = b
        let {if} = a
        let {eval} = a
        let {a: eval} = b
        let [eval] = a
        let (a) = 1
        let [(a)] = b
        var (a)
        'use strict'; 010
        x => {}.y
        async async
        (get, set) => static
        """;

    [Fact]
    public void Parse_OfScripts_AcceptsEachOfThem() =>
        AssertNone(Lines(Accepted).Where(source => Error(source, Plain) is not null));

    [Fact]
    public void Parse_OfOtherTexts_RejectsEachOfThem() =>
        AssertNone(Lines(Rejected).Where(source => Error(source, Plain) is null));

    [Fact]
    public void TypeAnnotations_WhereAllowed_ChangeNoScript()
    {
        ParserOptions typed = Plain with { AllowTypeAnnotations = true };
        AssertNone(Lines(Accepted).Where(source => Error(source, typed) is not null || Tree(source, typed) != Tree(source, Plain)));
    }

    [Fact]
    public void Parse_OfEveryPrefix_EndsInATreeOrASyntaxError()
    {
        foreach (string source in Lines(Accepted).Concat(Lines(Rejected)))
        {
            for (int length = 0; length < source.Length; length++)
                _ = Error(source[..length], Session);
        }
    }

    [Fact]
    public void Errors_OfEveryRejectedText_PointIntoItAndAreShort()
    {
        foreach (string source in Lines(Rejected))
        {
            SyntaxErrorException error = Fails(source, Plain);
            Assert.InRange(error.Position, 0, source.Length);
            Assert.InRange(error.Message.Length, 10, 300);
        }
    }

    private static void AssertNone(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    private static string? Error(string source, ParserOptions options)
    {
        try
        {
            Parse(source, options);
            return null;
        }
        catch (SyntaxErrorException error)
        {
            return error.Message;
        }
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.TrimEnd('\r').Replace('⏎', '\n'));
}
