// Memory: single huge results, growth in small steps, sharing that explodes when it is written out, and things kept alive unseen.

//# 64 repeat
//> throws RangeError: Invalid string length
"x".repeat(2 ** 30)

//# 64 repeat under the length cap
//> stops memory
"x".repeat(2 ** 28)

//# 64 doubling
//> stops memory
let s = "x"; for (let i = 0; i < 40; i++) s += s; s.length

//# 64 doubling written out
//> stops memory
let s = "x"; for (let i = 0; i < 29; i++) s += s; s.charCodeAt(2 ** 28)

//# 64 padding
//> stops memory
"".padStart(2 ** 28, "ab")

//# 64 join of holes
//> throws RangeError: Invalid string length
Array(2 ** 32 - 1).join("x")

//# 64 join of holes under the length cap
//> stops work
Array(2 ** 28).join("x")

//# 64 fill
//> stops memory
Array(1e9).fill(0)

//# 64 array with a length, then indices
//> stops memory
const a = new Array(1e9); for (let i = 0; ; i += 7) a[i] = 1

//# 64 concat doubling
//> stops memory
let a = [1]; for (;;) a = a.concat(a)

//# 64 push of itself
//> stops memory
const a = [1, 2, 3]; for (;;) a.push(...a)

//# 65 join of shared rows
//> stops memory
Array(1e4).fill(Array(1e4).fill("x".repeat(1e4))).join()

//# 65 shared subtrees as JSON
//> stops memory
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a)

//# 65 shared subtrees printed
//> value undefined
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; console.log(a)

//# 65 shared subtrees for the host
//: memory 64
//> throws RangeError: The value is too large to hand to the host: more than
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; await host(a)

//# 65 shared subtrees as result
//> completes
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; a

//# 65 shared subtrees as text
//> stops memory
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; String(a)

//# 65 shared subtrees flattened
//> stops memory
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)

//# 65 shared subtrees cloned
//> value true
let a = ["x"]; for (let i = 0; i < 40; i++) a = [a, a]; const c = structuredClone(a); c[0] === c[1]

//# 66 JSON indentation of deep arrays
//> stops memory
let a = []; for (let i = 0; i < 1e4; i++) a = [a]; JSON.stringify(a, null, "          ").length

//# 66 toJSON that gives more each time
//> stops memory
const grow = v => ({ v, toJSON() { return [grow(1), grow(2)] } }); JSON.stringify(grow(0))

//# 66 replacer array of very many names
//> value '{"x":1}'
JSON.stringify({ x: 1 }, Array(3e5).fill("x"))

//# 66 reviver that grows an array
//> value 2
JSON.parse("[1]", function (key, value) { if (Array.isArray(this)) this.push(1); return value }).length

//# 66 reviver that grows the tree
//> stops memory
JSON.parse('{"a":{"b":1},"z":1}', function (key, value) { this.z = { a: 1, z: 1 }; return value })

//# 67 slices of big texts
//> stops work
const a = []; for (let i = 0; i < 3e3; i++) a.push("x".repeat(1e5).slice(1, 2)); a.length

//# 67 longer slices of big texts
//> stops work
const a = []; for (let i = 0; i < 1e3; i++) a.push(("x".repeat(1e5) + i).slice(1, 50)); a.length

//# 67 big slices pin what they must
//> stops memory
const a = []; for (;;) a.push(("x".repeat(1e5) + a.length).slice(1, 5e4))

//# 68 rope that grows
//> stops memory
let s = ""; for (let i = 0; ; i++) s = s + "abc"

//# 68 rope of ropes
//> stops memory
let s = "abc", all = []; for (let i = 0; ; i++) { s = s + i + "x"; all.push(s) }

//# 68 very many short texts
//> stops memory
const a = []; for (let i = 0; ; i++) a.push(String.fromCharCode(i & 65535))

//# 68 very many one-character texts beyond Latin
//> stops memory
const a = []; for (let i = 0; ; i++) a.push(String.fromCharCode(40000 + (i & 16383)))

//# 68 property names that come and go
//: whole
//> value 1
for (let i = 0; i < 3e4; i++) { const o = {}; o["k" + i] = 1; delete o["k" + i] } 1
//> value 1
for (let i = 0; i < 3e4; i++) { const o = {}; o["l" + i] = 1; delete o["l" + i] } 1
//> value 1
for (let i = 0; i < 3e4; i++) { const o = {}; o["m" + i] = 1; delete o["m" + i] } 1

//# 68 property names kept
//> stops memory
const o = {}; for (let i = 0; ; i++) o["key" + i] = i

//# 68 texts of bits
//> stops memory
const all = []; for (let i = 0; ; i++) all.push("abc" + i + "defdefdef")

//# 69 closures over a big array kept
//> stops memory
const all = []; for (let i = 0; ; i++) { const big = new Array(100).fill(i); all.push(() => big) }

//# 69 generators kept
//> stops memory
const all = []; function* g() { yield 1 } for (;;) { const x = g(); x.next(); all.push(x) }

//# 69 async generators kept
//> stops memory
const all = []; async function* g() { yield 1 } for (;;) { const x = g(); x.next(); all.push(x) }

//# 69 pending promises kept
//> stops memory
const all = []; for (;;) all.push(new Promise(() => {}))

//# 69 pending async functions kept
//> stops work
const all = []; for (;;) all.push((async () => { await new Promise(() => {}) })())

//# 69 bound functions kept
//> stops memory
const all = []; for (;;) all.push(Math.max.bind(null, 1))

//# 69 symbols kept
//> stops memory
const all = []; for (;;) all.push(Symbol("x"))

//# 69 classes kept
//> stops memory
const all = []; for (;;) all.push(class { static x = 1; m() {} })

//# 69 errors kept
//> stops memory
const all = []; for (;;) all.push(new Error("x"))

//# 69 matches kept
//> stops memory
const all = []; for (;;) all.push("abc".match(/b/))

//# 69 iterators kept
//> stops memory
const all = []; for (;;) all.push([][Symbol.iterator]())

//# 69 arguments objects kept
//> stops memory
const all = []; for (;;) all.push((function () { return arguments })(1, 2, 3))

//# 69 template objects kept
//> stops memory
const all = []; for (;;) all.push((x => x)`a${1}b`)

//# 69 maps kept
//> stops memory
const all = []; for (;;) all.push(new Map([[1, 2]]))

//# 69 sets kept
//> stops memory
const all = []; for (;;) all.push(new Set())

//# 69 weak maps kept
//> stops memory
const all = []; for (;;) all.push(new WeakMap([[{}, 1]]))

//# 69 wrapped primitives kept
//> stops memory
const all = []; for (;;) all.push(Object("x"))

//# 69 accessors kept
//> stops memory
const all = []; for (;;) all.push({ get a() { return 1 } })

//# 69 expressions kept
//> stops memory
const all = []; for (;;) all.push(/a(b)c/g)

//# 69 reactions to one promise
//> stops memory
const p = new Promise(() => {}); for (;;) p.then(() => 1)

//# 69 requests to one async generator
//> stops memory
async function* g() { await new Promise(() => {}) } const x = g(); for (;;) x.next()

//# 69 registered symbols
//> stops memory
for (let i = 0; ; i++) Symbol.for("x" + i)

//# 69 weak map with live keys
//> stops memory
const w = new WeakMap(), keys = []; for (;;) { const key = {}; w.set(key, Array(100).fill(1)); keys.push(key) }

//# 69 weak map with dead keys
//> stops memory
const w = new WeakMap(); for (let i = 0; i < 3e4; i++) w.set({}, Array(100).fill(1)); 1

//# 69 linked data in private fields
//> stops memory
class A { #next; constructor(next) { this.#next = next } } let a; for (;;) a = new A(a)

//# 70 BigInt: tower of powers
//> throws RangeError: Maximum BigInt size exceeded
2n ** 2n ** 64n

//# 70 BigInt: shift by a shift
//> throws RangeError: Maximum BigInt size exceeded
1n << (1n << 40n)

//# 70 BigInt: power of powers
//> throws RangeError: Maximum BigInt size exceeded
9n ** 9n ** 9n

//# 70 BigInt: parse of a million digits
//> throws RangeError: Maximum BigInt size exceeded
BigInt("9".repeat(1e6))

//# 70 BigInt: squares
//> throws RangeError: Maximum BigInt size exceeded
let x = 3n; for (;;) x *= x

//# 70 BigInt: asUintN of minus one
//> throws RangeError: Maximum BigInt size exceeded
BigInt.asUintN(2 ** 53 - 1, -1n)

//# 70 BigInt: asIntN
//> value -12n
BigInt.asIntN(2 ** 31, -12n)

//# 70 BigInt: shift by two thousand million
//> throws RangeError: Maximum BigInt size exceeded
1n << 2147483647n

//# 70 BigInt: shift right by a lot
//> value -1n
-1n >> (1n << 70n)

//# 70 BigInt: long text
//> value 47713
(3n ** 100000n).toString().length

//# 70 BigInt: long text of a power of two
//> throws RangeError: Maximum BigInt size exceeded
(2n ** 300000n).toString().length

//# 70 BigInt: text again and again
//> stops work
const x = 3n ** 20000n; for (;;) x.toString()

//# 70 BigInt: division again and again
//> stops work
const x = 3n ** 50000n; for (;;) x / 7n

//# 70 BigInt: long division
//> throws RangeError: Maximum BigInt size exceeded
const x = 3n ** 300000n, y = 7n ** 100000n; for (;;) x % y

//# 70 BigInt: parse of hexadecimal digits
//> throws RangeError: Maximum BigInt size exceeded
BigInt("0x" + "f".repeat(1e6)) === 1n

//# 70 BigInt: powers of zero, one and minus one
//> value '0,1,-1'
[0n ** (2n ** 100n), 1n ** (2n ** 100n), (-1n) ** (2n ** 64n + 1n)].join()

//# 70 BigInt: comparison with numbers
//> value 'false,true,true,true,true'
[3n ** 100000n < 1e300, 3n ** 100000n < Infinity, 2n ** 1024n > 1.7e308, 9007199254740993n > 9007199254740992, 1n == "1"].join()

//# 70 BigInt: mixed with numbers
//> throws TypeError: Cannot mix BigInt and other types, use explicit conversions
1n + 1

//# 70 BigInt: as JSON
//> throws TypeError: Do not know how to serialize a BigInt
JSON.stringify({ a: 1n })

//# 70 BigInt: bits
//> value true
(~(1n << 30000n) & (1n << 30001n) | 5n ^ -3n) < 0n

//# 70 BigInt: kept
//> stops work
const all = []; for (let i = 0n; ; i++) all.push(3n ** 1000n + i)

//# 71 typed array of eight thousand million bytes
//> throws RangeError: Invalid typed array length: 8589934592
new Uint8Array(2 ** 33)

//# 71 typed array of a thousand million bytes
//> stops memory
new Uint8Array(2 ** 30)

//# 71 buffers kept
//> stops memory
const all = []; for (;;) all.push(new ArrayBuffer(1e5))

//# 71 typed array from an endless iterator
//> stops memory
new Uint8Array((function* () { for (;;) yield 1 })())

//# 71 typed array from an endless array-like
//> throws RangeError: Invalid typed array length: 9007199254740991
Float64Array.from({ length: 2 ** 53 - 1 })

//# 72 array from a length
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } Array.from({ length: 1e9 })

//# 72 array from an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } Array.from(endless())

//# 72 spread of an endless generator
//> stops work
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } [...endless()]

//# 72 arguments from an endless generator
//> stops work
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } Math.max(...endless())

//# 72 map from an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } new Map(pairs())

//# 72 set from an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } new Set(pairs())

//# 72 object from an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } Object.fromEntries(pairs())

//# 72 rest of an endless generator
//> stops work
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } const [...rest] = endless()

//# 72 groups of an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } Object.groupBy(endless(), x => x)

//# 72 all of an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } await Promise.all(endless())

//# 72 errors of an endless generator
//> stops memory
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } new AggregateError(endless())

//# 72 array from an endless async generator
//> stops work
const all = []; function* endless() { for (;;) yield 1 } function* pairs() { for (let i = 0; ; i++) yield [i, 1] } for await (const x of endless()) all.push(x)

//# 72 maximum of very many arguments
//: memory 64
//> value 1
Math.max(...Array(1e6).fill(1))

//# 72 characters from very many arguments
//> stops memory
String.fromCharCode(...Array(1e6).fill(65)).length

//# 73 very many arguments
//> value 200000
(function (...a) { return a.length })(...Array(2e5))

//# 73 too many arguments
//> stops memory
(function () { return arguments.length })(...Array(1e6).fill(1))

//# 73 arguments that grow with the depth
//> stops memory
function f(...a) { return f(...a, 1) } f(...Array(1e4))

//# 73 push of very many arguments
//> stops work
const a = []; a.push(...Array(1e6)); a.length

//# 73 source of very many parameters
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"(function(" + Array.from({ length: 7e4 }, (_, i) => "a" + i).join() + "){ return 1 })()"

//# 73 source of very many locals
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"(function(){" + Array.from({ length: 7e4 }, (_, i) => "let a" + i + "=" + i).join(";") + "; return a69999 })()"

//# 73 source of very many captured locals
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"(function(){" + Array.from({ length: 7e4 }, (_, i) => "let a" + i + "=" + i).join(";") + "; return () => a69999 + a1 })()()"

//# 73 source of very many globals
//: generated, memory 64
//> value 39999
Array.from({ length: 4e4 }, (_, i) => "let a" + i + "=" + i).join(";") + "; a39999"

//# 73 source of very many numbers
//: generated, memory 64
//> value 70000
"[" + Array.from({ length: 7e4 }, (_, i) => i + .5).join() + "].length"

//# 73 source of very many texts
//: generated, memory 64
//> value 70000
"[" + Array.from({ length: 7e4 }, (_, i) => `"s${i}"`).join() + "].length"

//# 73 source of very many cases
//: generated, memory 64
//> value undefined
"switch (29999) {" + Array.from({ length: 3e4 }, (_, i) => "case " + i + ":").join("\n") + "1 }"

//# 73 source of very many elements
//: generated, work 5M, memory 64
//> value 500000
"[" + "1,".repeat(5e5) + "].length"

//# 73 source of very many properties
//: generated, memory 64
//> value 50000
"Object.keys({" + Array.from({ length: 5e4 }, (_, i) => "k" + i + ":1").join() + "}).length"

//# 73 source of very many functions
//: generated, memory 64
//> value 'f29999'
Array.from({ length: 3e4 }, (_, i) => `function f${i}(){}`).join("\n") + "; f29999.name"

//# 73 source of very many methods
//: generated, memory 64
//> value 20001
"class A {" + Array.from({ length: 2e4 }, (_, i) => `m${i}(){}`).join("\n") + "} Object.getOwnPropertyNames(A.prototype).length"

//# 73 source of very many private names
//: generated, memory 64
//> value 1
"class A {" + Array.from({ length: 1e4 }, (_, i) => `#m${i}=1`).join(";") + "} new A(); 1"

//# 73 source of very many arguments of a call
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"Math.max(" + "1,".repeat(1e5) + "1)"

//# 73 source of very many names in a pattern
//: generated, memory 64
//> value 'undefined'
"let {" + Array.from({ length: 7e4 }, (_, i) => "a" + i).join() + "} = {}; typeof a69999"

//# 73 source of very many substitutions
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"`" + "${1}".repeat(1e5) + "`.length"

//# 73 source of very many substitutions of a tag
//: generated, memory 64
//> throws SyntaxError: The function is too large: too many variables or values at once.
"(x => x.length)`" + "${1}".repeat(1e5) + "`"

//# 73 source of very many blanks on one line
//: generated, memory 64
//> value 2
"1;" + " ".repeat(3e6) + "2"

//# 73 source of very many comment characters
//: generated, memory 64
//> value 1
"/*" + "x".repeat(3e6) + "*/1"

//# 73 source of very many statements
//: generated, memory 64
//> value 1
"x = 1;".repeat(5e4) + "x"

//# 74 retained over the turns
//: whole, memory 32
//> value 1
globalThis.kept = ["x".repeat(5e6) + 1]; 1
//> stops memory
for (let i = 0; ; i++) kept.push("x".repeat(5e6) + i)
//> value 1
kept.length
//> value 5000000
kept = null; "x".repeat(5e6).length

//# 74 error that quotes a long text: not a function
//: memory 32
//> throws TypeError: o is not a function
const o = {}; o["x".repeat(5e6)]()

//# 74 error that quotes a long text: property of null
//> throws TypeError: Cannot read properties of null (reading
null["x".repeat(5e6)]

//# 74 error that quotes a long text: in of a text
//> throws TypeError: Cannot use 'in' operator to search for
"x".repeat(5e6) in 1

//# 74 error that quotes a long text: not a constructor
//> throws TypeError: The expression is not a constructor
new ("x".repeat(5e6))

//# 74 error that quotes a long text: JSON
//> throws SyntaxError: Unexpected token 'x', "xxxxxxxxxx"... is not valid
JSON.parse("x".repeat(5e6))

//# 74 error that quotes a long text: pattern
//> throws SyntaxError: Invalid regular expression:
new RegExp("(".repeat(5e5))

//# 74 error that quotes a long text: symbol as text
//> throws TypeError: Cannot convert a Symbol value to a string
Symbol("x".repeat(5e6)) + ""

//# 74 error that quotes a long text: frozen property
//: memory 64
//> throws TypeError: Cannot assign to read only property
const o = Object.freeze({ ["x".repeat(5e6)]: 1 }); o["x".repeat(5e6)] = 2

//# 74 error that quotes a long text: undeclared private use
//: memory 64
//> throws TypeError: Cannot read private member #a from an object whose class
class A { static [("x".repeat(5e6))] = 1; static #a; static f(o) { o.#a } } A.f({})

//# 74 error that quotes a long text: thrown text
//> throws Error: Uncaught
throw "x".repeat(5e6)

//# 74 error that quotes a long text: function name
//: memory 64
//> throws TypeError: f is not a constructor
const f = { ["x".repeat(5e6)]() {} }["x".repeat(5e6)]; new f()

//# 74 error that quotes a long text: BigInt text
//> throws RangeError: Maximum BigInt size exceeded
BigInt("x".repeat(5e6))

//# 75 amplification inside one session
//> stops memory
const grow = (depth) => depth ? [grow(depth - 1), grow(depth - 1)] : []; grow(60)

//# 76 limit reached inside sort
//> stops memory
const a = Array.from({ length: 2e5 }, (_, i) => -i); const copies = []; for (;;) copies.push(a.toSorted())

//# 76 limit reached inside join
//> stops memory
const a = Array(1e5).fill("x".repeat(100)); const all = []; for (;;) all.push(a.join())

//# 76 limit reached inside captures
//> stops work
const all = [], s = "ab".repeat(1e4); for (;;) all.push(s.match(/((a)(b))*/))

//# 76 limit reached inside rehash
//> stops memory
const m = new Map(); for (let i = 0; ; i++) m.set(i, i)

//# 76 limit reached inside rehash of a set
//> stops memory
const m = new Set(); for (let i = 0; ; i++) m.add("x" + i)

//# 76 limit reached inside flatten
//> stops memory
const all = []; for (let i = 0; ; i++) { let s = "x".repeat(1e5); s = s + i + s; s.charCodeAt(5); all.push(s) }

//# 76 limit reached inside JSON
//> stops work
const a = Array(1e5).fill({ a: 1 }); const all = []; for (;;) all.push(JSON.stringify(a))

//# 76 limit reached inside parse
//> stops memory
const s = JSON.stringify(Array(1e5).fill({ a: 1 })); const all = []; for (;;) all.push(JSON.parse(s))

//# 76 limit reached inside stack
//> stops memory
function f(...a) { return f(...a, ...a) } f(1)

//# 76 limit reached inside clone
//> stops memory
const a = Array(1e4).fill(0).map(() => [1]); const all = []; for (;;) all.push(structuredClone(a))

//# 76 limit reached inside split
//> stops work
const s = "a,".repeat(1e5), all = []; for (;;) all.push(s.split(","))

//# 76 no half-updated map is left
//: whole
//> stops memory
globalThis.m = new Map(); for (let i = 0; ; i++) m.set(i, i)
//> value true
let n = 0; for (const [key, value] of m) { if (key !== n || value !== n) throw new Error("broken"); n++ } const whole = n === m.size && m.has(n - 1) && !m.has(n); m = null; whole

//# 76 no half-sorted array is left
//: whole, memory 8
//> value 1
globalThis.a = Array.from({ length: 1e5 }, (_, i) => (i * 7919) % 100003); globalThis.sum = a.reduce((x, y) => x + y); 1
//> stops work
a.sort(() => { while (1); })
//> value '100000 true'
a.length + " " + (a.reduce((x, y) => x + y) === sum)

//# 70 BigInt: compared with a text of very many digits
//> throws RangeError: Maximum BigInt size exceeded
1n < "9".repeat(1e6)

//# 70 BigInt: compared with texts again and again
//> stops work
const digits = "9".repeat(1e5); for (;;) 1n == digits
