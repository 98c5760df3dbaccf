// Source texts: characters, ambiguous grammar, redeclaration, and errors in the middle of millions of characters.

//# 88 code point out of range
//> throws SyntaxError: A Unicode escape is written \uXXXX or \u{X} with
"\u{110000}"

//# 88 code point of a million digits
//: generated
//> value 'A'
`"\\u{${"0".repeat(1e6)}41}"`

//# 88 lone surrogate as a name
//: generated
//> throws SyntaxError: Unexpected character U+D800
"\ud800 = 1"

//# 88 lone surrogate in a text
//: generated
//> value 55296
"`\ud800`.charCodeAt(0)"

//# 88 NUL
//: generated
//> throws SyntaxError: Unexpected character U+0000
"1\0"

//# 88 byte order mark in the middle
//: generated
//> value 2
"1\ufeff+\ufeff1"

//# 88 line separators
//: generated
//> value 2
"'\u2028\u2029'.length // \u2028"

//# 88 line separator ends a comment
//: generated
//> throws SyntaxError: Unexpected ')': no bracket is open that it could
"1 // \u2028 + )"

//# 88 joiners in names
//: generated
//> value 1
"var a\u200d = 1; a\u200d"

//# 88 separator that is no blank
//: generated
//> throws SyntaxError: Unexpected character '᠎' (U+180E)
"1\u180e+1"

//# 88 escaped await
//> throws SyntaxError: 'await' may stand only in async functions; write 'async'
\u0061wait 1

//# 88 escaped keywords
//> throws SyntaxError: The reserved word 'if' must not be written with escapes
\u0069f (1) {}

//# 88 escaped name
//> value 5
var \u{61}b = 5; ab

//# 88 homoglyphs are other names
//: generated
//> value 1
"var a = 1, \u0430 = 2; a"

//# 89 HTML-like comments
//: whole
//> throws SyntaxError: A comment begins with //, not with <!--
<!-- x

//# 89 HTML-like closing comment
//: whole
//> throws SyntaxError: Unexpected '>'; expected an expression
x = 1
--> y

//# 89 hashbang
//: whole
//> value 5
#!/usr/bin/env node
5

//# 89 regex or division
//> value '1,2,true,2,0'
let a = 4, g = 2; [a / 2 / g, (a) / 2, `${/}/.test("}")}`, ((x) => x)`${1}`.length, [] / 1].join()

//# 89 semicolons that are inserted
//> value '2,'
let x = 1
++x
const f = () => {
  return
  1
}
[x, f()].join()

//# 89 semicolon that is not inserted
//> throws TypeError: The expression is not a function (it is 1)
let a = 1
let b = a
(function () {})()

//# 89 names that are almost keywords
//> value '1,2,3,4,5,6'
var of = 1, get = 2, set = 3, async = 4, from = 5, as = 6; [of, get, set, async, from, as].join()

//# 89 yield as a name
//> throws SyntaxError: 'yield' is a reserved word and cannot be a name; choose another
var yield = 1

//# 89 let as a name
//> throws SyntaxError: 'let' is a reserved word and cannot be a name; choose another
var let = 1

//# 89 let and a bracket
//> value 0.5
let
[a] = [1]; a ? .5 : 1

//# 89 async and a line break
//> throws SyntaxError: Unexpected '=>' after ')'; expected an operator, ';' or a new line
var async = 5; async
() => 1

//# 89 in in the head of a loop
//> value 3
for (var i = ("a" in {}) ? 1 : 2; i < 3; i++); i

//# 90 duplicate __proto__
//> throws SyntaxError: An object literal may set __proto__ only once
({ __proto__: null, __proto__: null })

//# 90 duplicate parameters
//> throws SyntaxError: Two parameters are named 'a'
function f(a, a) {}

//# 90 duplicate private names
//> throws SyntaxError: The private name '#a' is declared twice in this class
class A { #a; #a }

//# 90 delete of a name
//> throws SyntaxError: A variable cannot be deleted; assign undefined to 'x' instead
var x; delete x

//# 90 octal
//> throws SyntaxError: A number must not begin with 0; leave the 0 out, or write
010

//# 90 octal with a fraction
//> throws SyntaxError: A number must not begin with 0; leave the 0 out, or write
08.5

//# 90 separator at the end
//> throws SyntaxError: '_' in a number must stand between two digits
1_000_

//# 90 digit that is no bit
//> throws SyntaxError: Digits are missing after '0b'
0b2

//# 90 name behind a number
//> throws SyntaxError: '3i' is not a number; a name or digit must not follow a
3in []

//# 90 number without fraction
//> throws SyntaxError: '1.a' is not a number; a name or digit must not follow a
1.a

//# 90 odd numbers
//> value ',1,1,16,1000,h,b'
[1..a, 1.0.toFixed(), .5.toFixed(), 0x10, 1e3, { 0x10: "h" }[16], { 1n: "b" }[1]].join()

//# 91 very many labels in a row
//: generated
//> value 1
Array.from({ length: 1e4 }, (_, i) => `a${i}: ;`).join("\n") + "1"

//# 91 same label nested
//> throws SyntaxError: The label 'a' is used twice
a: a: ;

//# 91 continue to a block
//> throws SyntaxError: 'continue' may stand only in a loop; in a callback write 'return'
a: { continue a }

//# 91 break across functions
//> throws SyntaxError: No label 'a' stands before a statement around this
a: { (() => { break a })() }

//# 91 finally in finally
//: generated
//> value 1
"function f() {" + "try { return 1 } finally {".repeat(90) + "}".repeat(90) + "} f()"

//# 91 finally overriding return a thousand times
//: generated
//> value 1
"function f() {" + "try { return 1 } finally { try { f } finally {} }".repeat(1000) + "} f()"

//# 91 try in try with returns
//: generated
//> value 1
"function f(n) {" + "try { if (n === 1) return 1; if (n === 2) throw 2;".repeat(90) + "} finally { n; }".repeat(90) + "} f(1)"

//# 92 error in millions of characters: text
//: generated, memory 64
//> throws SyntaxError: This string is never closed: " is missing before the end
"\"" + "x".repeat(3e6)

//# 92 error in millions of characters: template
//: generated, memory 64
//> throws SyntaxError: This template is never closed: ` is missing
"`" + "x".repeat(3e6)

//# 92 error in millions of characters: comment
//: generated, memory 64
//> throws SyntaxError: This comment is never closed: '*/' is missing
"/*" + "x".repeat(3e6)

//# 92 error in millions of characters: expression
//: generated, memory 64
//> throws SyntaxError: This regular expression is never closed: / is missing
"/" + "x".repeat(3e6)

//# 92 error in millions of characters: name
//: generated, memory 64
//> throws SyntaxError: Unexpected 'y' after
"x".repeat(3e6) + " y"

//# 92 error in millions of characters: blanks
//: generated, memory 64
//> throws SyntaxError: Unexpected ')': no bracket is open that it could
" ".repeat(3e6) + ")"

//# 92 error in millions of characters: lines
//: generated, memory 64
//> throws SyntaxError: Unexpected ')': no bracket is open that it could
"\n".repeat(3e6) + ")"

//# 92 error in millions of characters: line at run time
//: generated, memory 64
//> throws TypeError: Cannot read properties of null (reading 'x')
" ".repeat(3e6) + "; null.x"

//# 92 error in millions of characters: number
//: generated, memory 64
//> throws SyntaxError: '1111111111111111111111111111111111111111…' is not a
"1".repeat(3e5) + "a"

//# 92 error in millions of characters: BigInt
//: generated, memory 64
//> throws SyntaxError: This BigInt literal has 200000 digits; at most 100000 are allowed
"1".repeat(2e5) + "n > 0n"

//# 92 error in millions of characters: number that is fine
//: generated, memory 64
//> value Infinity
"1".repeat(3e5)

//# 92 error in millions of characters: text that is fine
//: generated, memory 64
//> value 3000000
"\"" + "a".repeat(3e6) + "\".length"

//# 92 error in millions of characters: escapes
//: generated, memory 64
//> value 300000
"\"" + "\\x41".repeat(3e5) + "\".length"

//# 92 error in millions of characters: declared name
//: generated, memory 64
//> value undefined
"let " + "a".repeat(3e6) + " = 1"

//# 93 use before a failed initialiser
//: whole
//> throws ReferenceError: Cannot access 'b1' before initialization
let a1 = b1; let b1 = 1
//> value 'undefinedundefined'
typeof a1 + typeof b1
//> value 2
let a1 = 2; a1
//> value 3
b1 = 3
//> value 4
const b1 = 4; b1

//# 93 declared again as another kind
//: whole
//> value 1
const a1 = 1; globalThis.f = () => a1; 1
//> value 'function'
function a1() {} typeof a1
//> value 'function'
class a1 {} typeof a1
//> value 7
var a1 = 7; f()
//> value 8
const a1 = 8; f()

//# 93 name in its dead zone
//> throws ReferenceError: Cannot access 'x' before initialization
typeof x; let x = 1

//# 93 assigned in its dead zone
//> throws ReferenceError: Cannot access 'x' before initialization
x = 1; let x

//# 93 constant assigned
//> throws TypeError: Assignment to constant variable 'x'; declare it with let
const x = 1; x = 2

//# 93 host function shadowed
//: whole
//> throws SyntaxError: 'host' is read-only: it is set by the host and cannot be
const host = 1

//# 93 host function shadowed in a function
//> value 2
(() => { const host = x => x + 1; return host(1) })()

//# 93 undefined declared
//: whole
//> value 'undefined'
var undefined; typeof undefined
//> throws TypeError: Cannot assign to read only property 'undefined'
var undefined = 1
//> throws TypeError: Cannot assign to read only property 'NaN'
for (var NaN of [1]) { }
//> throws TypeError: Cannot assign to read only property 'Infinity'
var [Infinity] = [1]
//> value [ 'undefined', NaN, Infinity ]
[typeof undefined, NaN, Infinity]
//> throws SyntaxError: Identifier 'undefined' has already been declared
let undefined = 1

//# 93 NaN and Infinity assigned
//> throws TypeError: Cannot assign to read only property 'NaN'
NaN = 1

//# 93 initialiser that throws
//: whole
//> throws Error: x
let x9 = (() => { throw new Error("x") })()
//> value 'undefined'
typeof x9
//> value 1
x9 = 1; x9
//> value 3
let x9 = 3; x9

//# 94 generator that resumes itself
//> throws TypeError: Generator is already running
const g = (function* () { g.next() })(); g.next()

//# 94 generator that closes itself
//> throws TypeError: Generator is already running
const g = (function* () { try { yield 1 } finally { g.return() } })(); g.next(); g.return()

//# 94 async generator that awaits itself
//> throws Error: The code awaits a promise that nothing will ever settle.
const g = (async function* () { await g.next() })(); await g.next()

//# 94 return in a delegation
//> value 'closing,'
function* inner() { try { yield 1 } finally { yield "closing" } } function* outer() { yield* inner() } const g = outer(); g.next(); [g.return(5).value, g.next().value].join()

//# 94 throw into a finished generator
//> throws Error: finished
const g = (function* () {})(); g.next(); g.throw(new Error("finished"))

//# 94 next, done and value are getters that throw
//> value '1,2,3,TypeError,TypeError'
const ends = []; for (const it of [{ get next() { throw 1 } }, { next: () => ({ get done() { throw 2 } }) }, { next: () => ({ done: false, get value() { throw 3 } }) }, { next: () => 4 }, { next: 5 }]) try { [...{ [Symbol.iterator]: () => it }] } catch (error) { ends.push(error instanceof TypeError ? "TypeError" : error) } ends.join()

//# 94 return is a getter that throws
//> throws Error: return
const it = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }), get return() { throw new Error("return") } }) }; for (const x of it) break

//# 94 destructuring closes
//> value 2
let closed = 0; const it = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }), return() { closed++; return {} } }) }; const [a, b] = it; try { const [c = (() => { throw 1 })()] = { [Symbol.iterator]: () => ({ next: () => ({ done: false }), return() { closed++; return {} } }) } } catch {} closed

//# 94 close that gives no object
//> throws TypeError: Iterator result 1 is not an object
const it = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }), return: () => 1 }) }; for (const x of it) break

//# 94 requests to an async generator
//> value '[{"status":"fulfilled","value":{"value":1,"done":false}},{"status":"fulfilled","value":{"value":2,"done":true}},{"status":"rejected","reason":3},{"status":"fulfilled","value":{"done":true}}]'
async function* g() { yield 1 } const x = g(); JSON.stringify(await Promise.allSettled([x.next(), x.return(2), x.throw(3), x.next()]))

//# 95 getter that redefines itself
//> value 'getter,0,0,0'
const o = { get a() { Object.defineProperty(o, "a", { value: n, configurable: true, writable: true }); return "getter" } }; let n = 0; const seen = []; for (; n < 4; n++) seen.push(o.a); seen.join()

//# 95 length of an array made fixed
//> throws TypeError: Cannot add property 2, object is not extensible
const a = [1, 2]; Object.defineProperty(a, "length", { writable: false }); a.push(3)

//# 95 length of an array out of range
//> throws RangeError: Invalid array length
const a = [1]; Object.defineProperty(a, "length", { value: -1 })

//# 95 frozen while it is pushed to
//> throws TypeError: Cannot add property 1, object is not extensible
const a = [1]; a.push(Object.freeze(a).length, 2)

//# 95 array shrinks under map and slice
//> value '4,0'
const a = [1, 2, 3, 4]; [a.map(() => a.length = 0).length, a.slice({ valueOf() { a.length = 0; return 0 } }).length].join()

//# 95 array shrinks under splice
//> value 3
const a = [1, 2, 3, 4, 5]; a.splice({ valueOf() { a.length = 0; return 1 } }, { valueOf() { a.length = 1; return 3 } }, 7); a.length

//# 95 array shrinks under copyWithin
//> value 3
const a = Array(100).fill(1); a.copyWithin({ valueOf() { a.length = 3; return 0 } }, 50); a.length

//# 95 array shrinks under fill
//> value 100
const a = Array(100).fill(1); a.fill(2, { valueOf() { a.length = 0; return 50 } }); a.length

//# 95 array shrinks under search
//> value '-1,false,-1'
const a = [1, 2, 3]; [a.indexOf(3, { valueOf() { a.length = 0; return 0 } }), a.includes(undefined, { valueOf() { a.length = 0; return 0 } }), a.lastIndexOf(1, { valueOf() { a.length = 0; return 2 } })].join()

//# 95 array shrinks under join
//> value ',,'
const a = [1, 2, 3]; a.join({ toString() { a.length = 0; return "," } })

//# 95 array shrinks under concat
//> value 6
const a = [3, 2, 1]; a.concat({ get [Symbol.isConcatSpreadable]() { a.length = 0; return true }, length: 3 }).length

//# 95 array shrinks under at and with
//> value 'undefined'
const a = [1, 2, 3]; String(a.at({ valueOf() { a.length = 0; return 2 } }))

//# 95 array shrinks under flat
//> value 1
const a = [1, [2, 3], 4]; a.flat({ valueOf() { a.length = 1; return 1 } }).length

//# 95 array shrinks under reverse
//> value 8
const a = [1, 2, 3]; a.length = 9; Object.defineProperty(a, 1, { get() { a.length = 0; return 5 }, set() {}, configurable: true }); a.reverse(); a.unshift(1); a.shift(); a.length

//# 95 array shrinks under map iteration
//> value '3,3'
const m = new Map([[1, 1], [2, 2]]); const it = m[Symbol.iterator](); it.next(); m.clear(); m.set(3, 3); it.next().value.join()

//# 95 array shrinks under clone and JSON
//> value '[1,null,null]1{"a":1}'
const a = [1, 2, 3]; Object.defineProperty(a, 0, { get() { a.length = 0; return 1 }, enumerable: true, configurable: true }); JSON.stringify(a) + structuredClone({ get a() { delete this.b; return 1 }, b: 2 }).a + JSON.stringify({ get a() { delete this.b; return 1 }, b: 2 })

//# 95 array shrinks under printing
//> value 3
const a = [1, 2, 3]; Object.defineProperty(a, 0, { get() { a.length = 0; return 1 }, enumerable: true }); console.log(a); a.length

//# 95 array shrinks under assign and spread
//> value 'aa'
Object.keys(Object.assign({}, { get a() { delete this.b; return 1 }, b: 2 })).join() + Object.keys({ ...{ get a() { delete this.b; return 1 }, b: 2 } }).join()

//# 95 array shrinks under sort
//> value '1,2,3,4,5'
const a = [5, 4, 3, 2, 1]; a.sort((x, y) => { a.length = 2; return x - y }); a.join()

//# 95 array shrinks under reduce
//> value 6
const a = [1, 2, 3, 4]; a.reduce((sum, x) => { a.pop(); return sum + x })

//# 95 prototype becomes an array with setters in a built-in
//> value '1,proto,3'
const a = [1, , 3]; const proto = []; Object.defineProperty(proto, 1, { get() { return "proto" }, set() { throw new Error("setter ran") } }); Object.setPrototypeOf(proto, Array.prototype); a.map((x, i) => { if (i === 0) Object.setPrototypeOf(a, proto); return x }).join()

//# 95 prototype that is a cycle
//> throws TypeError: Cyclic __proto__ value
const o = {}, p = Object.create(o); Object.setPrototypeOf(o, p)

//# 96 text of functions
//> value 'true|function f(a) { return a }|class { static {} }|true'
[Math.max.toString().includes("[native code]"), (function f(a) { return a }).toString(), (class { static {} }).toString(), host.toString().includes("[native code]")].join("|")

//# 96 text of a huge function
//: generated, memory 64
//> stops work
"function f() {" + "x = 1;".repeat(1e5) + "} const all = []; for (;;) all.push(f.toString() + all.length)"

//# 96 huge name and length of a function
//: memory 64
//> value 9007199259740998
const f = () => 1; Object.defineProperty(f, "name", { value: "x".repeat(5e6) }); Object.defineProperty(f, "length", { value: 2 ** 53 }); console.log(f); f.bind().name.length + f.bind().length

//# 96 static block that never ends
//> stops work
class A { static { while (1); } }

//# 96 computed keys with side effects
//> value '{"0":1,"2":3,"k4":5}'
let n = 0; const o = { [n++]: n++, [n++]: n++, [{ toString() { return "k" + n++ } }]: n }; JSON.stringify(o)

//# 96 very many descriptions of symbols
//> value 1
for (let i = 0; i < 3e4; i++) Symbol("d" + i).description.length; 1
