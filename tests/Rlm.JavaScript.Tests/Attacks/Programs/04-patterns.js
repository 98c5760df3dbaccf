// Regular expressions: backtracking without end, patterns that are big or nested, and objects that pose as expressions.

//# 56 ^(a+)+$
//> value false
/^(a+)+$/.test("a".repeat(3e4) + "b")

//# 56 (a|a)*b
//> value false
/(a|a)*b/.test("a".repeat(1e5))

//# 56 (a*)*b
//> value false
/(a*)*b/.test("a".repeat(3e4))

//# 56 (.*)*x
//> value false
/(.*)*x/.test("a".repeat(3e4))

//# 56 (x+x+)+y
//> value false
/(x+x+)+y/.test("x".repeat(3e4))

//# 56 (?=(a+))\1b
//> value false
/(?=(a+))\1b/.test("a".repeat(1e4))

//# 56 ^(([a-z])+.)+[A-Z]([a-z])+$
//> value false
/^(([a-z])+.)+[A-Z]([a-z])+$/.test("a".repeat(3e4))

//# 56 (a+)\1+b
//> value false
/(a+)\1+b/.test("a".repeat(2e4))

//# 57 backtracking memory
//> stops memory
/^(a|ab)*c/.test("a".repeat(2e6))

//# 57 backtracking memory with captures
//: memory 16
//> stops memory
/^((a)|(ab))*c\1/.test("a".repeat(2e6))

//# 58 (a{1000}){1000}
//> value true
new RegExp("(a{1000}){1000}").test("a".repeat(2e6))

//# 58 ((a{99}){99}){99}
//> value true
new RegExp("((a{99}){99}){99}").test("a".repeat(2e6))

//# 58 a{2147483648}
//> value false
new RegExp("a{2147483648}").test("a")

//# 58 (?:){1000000000}
//> value true
new RegExp("(?:){1000000000}").test("a")

//# 58 (?:a?){1000}a{1000}
//: work 10M
//> value true
new RegExp("(?:a?){1000}a{1000}").test("a".repeat(1000))

//# 58 (a{0,1000}){0,1000}b
//> value false
new RegExp("(a{0,1000}){0,1000}b").test("a".repeat(1e4))

//# 58 (?:a|(?=(b))){500}c
//> value false
new RegExp("(?:a|(?=(b))){500}c").test("a".repeat(600))

//# 58 (?:(?:a{9}){9}){9}{9}
//> throws SyntaxError: Invalid regular expression: /(?:(?:a{9}){9}){9}{9}/: Nothing to repeat
new RegExp("(?:(?:a{9}){9}){9}{9}").test("a")

//# 59 (?:)*
//> value true
new RegExp("(?:)*").test("a")

//# 59 (a?)*?b
//> value false
new RegExp("(a?)*?b").test("a".repeat(2e4))

//# 59 (?=)*b
//> value false
new RegExp("(?=)*b").test("a".repeat(1e5))

//# 59 \b*
//> throws SyntaxError: Invalid regular expression: /\b*/: Nothing to repeat
new RegExp("\\b*").test("a b")

//# 59 (?:\b)*x
//> value false
new RegExp("(?:\\b)*x").test("a b".repeat(1e4))

//# 59 look-behind without bound
//> value 20000
"a".repeat(2e4).replace(/(?<=a.*)b/g, "").length

//# 59 negative look-behind without bound
//> value 20000
"a".repeat(2e4).replace(/(?<!a.*)b/g, "").length

//# 60 zero-width replace
//> value '-a-b-c-'
"abc".replace(/(?:)/g, "-")

//# 60 zero-width matchAll
//> value 20001
let n = 0; for (const m of "a".repeat(2e4).matchAll(/x*/g)) n++; n

//# 60 zero-width between surrogates
//> value '5,4'
["\ud83d\ude00".replace(/(?:)/g, "-").length, "\ud83d\ude00".replace(/(?:)/gu, "-").length].join()

//# 60 lastIndex whose valueOf sets lastIndex
//> value ',0'
const r = /a/y; r.lastIndex = { valueOf() { r.lastIndex = 5; return 2 ** 53 } }; [r.exec("a"), r.lastIndex].join()

//# 60 lastIndex out of range
//> value 'false:0,true:1,true:1,false:0,true:2'
const r = /a/g; [Infinity, NaN, -1, 2 ** 53, "1"].map(i => { r.lastIndex = i; return [r.test("aa"), r.lastIndex].join(":") }).join()

//# 60 frozen expression
//> throws TypeError: Cannot assign to read only property 'lastIndex' of object '#<RegExp>'
const r = Object.freeze(/a/g); r.test("a")

//# 61 very many alternatives
//: memory 64
//> value 'true false'
const r = new RegExp(Array.from({ length: 2e4 }, (_, i) => "a" + i).join("|")); r.test("a19999") + " " + r.test("b".repeat(1000))

//# 61 class of very many ranges
//> value true
new RegExp("[" + "ab-cx".repeat(5e4) + "]").test("b")

//# 61 nothing and everything
//> value 'false,true,false,true'
[/[^\s\S]/.test("a\n"), /[\s\S]/.test("\n"), /[]/.test("a"), /[^]/.test("\n")].join()

//# 61 case folding beyond ASCII
//> value 'false,true,false,true,true,false'
[/\u212a/i.test("k"), /\u212a/iu.test("k"), /\u017f/i.test("s"), /\u017f/iu.test("s"), /^\p{Lu}$/iu.test("a"), /[^\P{Lu}]/iu.test("a")].join()

//# 61 surrogates at the edges of slices
//> value '1,1,true,false'
const s = "x\ud83d\ude00"; [s.slice(0, 2).match(/./u)[0].length, s.slice(2).match(/^./u)[0].length, /^[\ud83d\ude00]$/u.test("\ud83d\ude00"), /\ud83d/u.test(s)].join()

//# 62 very many named groups
//: memory 64
//> value false
const r = new RegExp(Array.from({ length: 1e4 }, (_, i) => `(?<n${i}>a)`).join("")); r.test("a")

//# 62 named groups that match
//> value 500
const r = new RegExp(Array.from({ length: 500 }, (_, i) => `(?<n${i}>a)`).join("")); Object.keys(r.exec("a".repeat(500)).groups).length

//# 62 duplicate names
//> throws SyntaxError: Invalid regular expression: /(?<a>x)(?<a>y)/: Duplicate
new RegExp("(?<a>x)(?<a>y)")

//# 62 back-reference forward and unset
//> value 'a,b,a'
[/\1(a)/.exec("a")[0], /(?:(a)|b)\1/.exec("b")[0], /\k<x>(?<x>a)/.exec("a")[0]].join()

//# 62 named reference without groups
//> throws SyntaxError: Invalid regular expression: /\k<a>/u: Invalid named
/\k<a>/u

//# 62 dangerous group names
//> value ',__proto__,constructor,toString,a'
const { groups } = /(?<__proto__>a)(?<constructor>b)(?<toString>c)/.exec("abc"); [Object.getPrototypeOf(groups), Object.keys(groups).join(), groups.__proto__].join()

//# 62 very many captures
//> throws SyntaxError: Invalid regular expression:
const r = new RegExp("()".repeat(1e5)); for (;;) r.exec("a")

//# 63 very many expressions
//> stops work
for (let i = 0; ; i++) new RegExp("a".repeat(500) + i)

//# 63 very many expressions kept
//> stops memory
const all = []; for (let i = 0; ; i++) all.push(new RegExp("[a-z]{5}(x|y)" + i))

//# 63 huge expression
//: memory 8
//> stops memory
new RegExp("a".repeat(3e6))

//# 63 huge expressions kept
//: memory 16
//> stops work
const all = []; for (let i = 0; ; i++) all.push(new RegExp("a".repeat(1e5) + i))

//# 63 huge literal
//: generated, memory 8
//> stops memory
"/" + "(?:a)".repeat(3e5) + "/.test('a')"

//# 63 flags overridden
//> throws SyntaxError: Invalid flags supplied to RegExp constructor
Object.defineProperty(RegExp.prototype, "flags", { get() { return "gggg" } }); "aa".replaceAll(/a/g, "x") + "aba".split(/b/).join()

//# 63 exec that matches without end in replace
//> stops memory
const r = /a/g; r.exec = () => ({ 0: "", index: 0 }); "a".replace(r, "")

//# 63 exec that matches without end in matchAll
//> stops work
class R extends RegExp { exec() { return { 0: "", index: 0 } } } for (const m of "a".matchAll(new R("a", "g")));

//# 63 exec that matches without end in match
//> stops memory
const r = /a/g; r.exec = () => ({ 0: "a" }); "a".match(r)

//# 63 exec that never moves in split
//> value 1
class R extends RegExp { exec() { this.lastIndex = -7; return { length: -1, 0: "" } } } "abcdef".split(new R("b")).length

//# 63 exec with forged positions
//> value 'yc'
const r = /a/; r.exec = () => ({ index: -5, length: 2, 0: "zz", 1: "y" }); "abc".replace(r, "$1")

//# 63 exec with forged length
//> stops work
const r = /a/; r.exec = () => ({ index: 1, length: 2 ** 53, 0: "zz" }); "abc".replace(r, "$99")

//# 63 replace on something that is no expression
//> stops work
/a/[Symbol.replace].call({ exec() { return { get length() { return 2 ** 31 }, index: 0, 0: "a" } }, flags: "" }, "abc", "x")

//# 63 expression changed while it replaces
//> value 'z,z,z'
const r = /a/g; [..."aaa".replace(r, () => { r.lastIndex = 99; return "z" })].join()
