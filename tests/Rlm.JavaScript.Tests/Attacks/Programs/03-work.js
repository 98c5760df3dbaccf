// Work: loops that do not end, of the guest and inside built-ins, and sizes that make a linear built-in endless.

//# 36 while
//> stops work
while (1);

//# 36 for
//> stops work
for (;;);

//# 36 do
//> stops work
do {} while (1)

//# 36 labelled continue
//> stops work
label: for (;;) continue label

//# 36 throw and catch
//> stops work
for (;;) try { throw 1 } catch {}

//# 36 endless finally
//> stops work
try { while (1); } finally { while (1); }

//# 36 endless condition and update
//> stops work
for (let i = 0; i < Infinity; i += 0) i = [i][0]

//# 37 catch around an endless loop
//> stops work
while (1) { try { while (1); } catch {} }

//# 37 finally that continues
//> stops work
for (;;) { try { while (1); } finally { continue } }

//# 37 finally that returns
//> stops work
function f() { try { while (1); } finally { return f() } } f()

//# 37 nothing runs after the stop
//: whole
//> stops work
globalThis.after = []; const p = new Promise((_, reject) => { globalThis.fail = reject }); p.catch(() => after.push("reaction")); try { try { while (1); } catch { after.push("catch") } } finally { after.push("finally"); fail(1) }
//> value ''
after.join()

//# 38 generator whose finally loops
//> stops work
function* g() { try { yield 1 } finally { while (1); } } for (const x of g()) break

//# 38 async generator whose finally loops
//> stops work
async function* g() { try { yield 1 } finally { while (1); } } for await (const x of g()) break

//# 38 no iterator is closed after the stop
//: whole
//> stops work
globalThis.closed = 0; for (const x of { [Symbol.iterator]() { return { next() { return { done: false } }, return() { closed++; return {} } } } }) while (1);
//> value 0
closed

//# 38 no generator is closed after the stop
//: whole
//> stops work
globalThis.closed = 0; function* g() { try { yield 1 } finally { closed++ } } const [a] = [...g(), ...(function* () { while (1); })()]
//> value 1
closed

//# 39 microtask storm
//> stops work
function t() { Promise.resolve().then(t) } t()

//# 39 endless await
//> stops work
while (1) await 1

//# 39 thenable that resolves with itself
//> stops work
const o = { then(resolve) { resolve(o) } }; await o

//# 39 endless async recursion
//> stops memory
async function f() { await null; return f() } await f()

//# 40 all of very many
//> stops memory
await Promise.all(Array(1e6).fill(1))

//# 40 race of very many
//> stops memory
await Promise.race(Array(1e6).fill(1))

//# 40 race of endlessly many
//> stops memory
function* g() { for (;;) yield 1 } await Promise.race(g())

//# 40 promise that is never settled
//> throws Error: The code awaits a promise that nothing will ever settle.
await new Promise(() => {})

//# 40 promises that wait for each other
//> throws Error: The code awaits a promise that nothing will ever settle.
let a, b; a = (async () => { await null; await b })(); b = (async () => { await a })(); await b

//# 41 quadratic search forward
//> value -1
"a".repeat(2e6).indexOf("a".repeat(1e6) + "b")

//# 41 quadratic search backward
//> value -1
"a".repeat(2e6).lastIndexOf("b" + "a".repeat(1e6))

//# 41 quadratic search in includes
//> value false
"a".repeat(2e6).includes("a".repeat(1e6) + "b")

//# 41 quadratic search in split
//> value 1
"a".repeat(2e6).split("a".repeat(1e6) + "b").length

//# 41 quadratic search in replaceAll
//> value 2000000
"a".repeat(2e6).replaceAll("a".repeat(1e6) + "b", "").length

//# 41 periodic search
//> value -1
"ab".repeat(1e6).indexOf("ab".repeat(5e5) + "b")

//# 42 split into characters
//> stops memory
"a".repeat(5e6).split("").length

//# 42 spread of characters
//> stops memory
[..."a".repeat(5e6)].length

//# 42 Array.from of characters
//> stops memory
Array.from("a".repeat(5e6)).length

//# 42 match of characters
//> stops memory
"a".repeat(5e6).match(/./g).length

//# 42 keys of a string object
//> stops work
Object.keys(new String("a".repeat(5e6))).length

//# 42 names of a string object
//> stops work
Object.getOwnPropertyNames(new String("a".repeat(5e6))).length

//# 43 replacement repeats the match
//> stops work
"a".repeat(1e5).replace(/a/g, "$&".repeat(1e4)).length

//# 43 replacement repeats what is before
//> stops memory
"a".repeat(1e5).replace(/a/g, "$`").length

//# 43 replacement repeats what is after
//> stops memory
"a".repeat(1e5).replaceAll("a", "$'").length

//# 43 replacement of nothing everywhere
//> stops memory
"a".repeat(4e6).replaceAll("", "xxxxxxxx").length

//# 43 raw of an endless template
//> stops work
String.raw({ raw: { length: 1e9 } })

//# 44 indexOf of an array-like without end
//> stops work
Array.prototype.indexOf.call({ length: 2 ** 53 - 2 }, 1)

//# 44 lastIndexOf of an array-like without end
//> stops work
Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 2 }, 1)

//# 44 includes of an array-like without end
//> stops work
Array.prototype.includes.call({ length: 2 ** 53 - 2 }, 1)

//# 44 reverse of an array-like without end
//> stops work
Array.prototype.reverse.call({ length: 2 ** 53 - 2 })

//# 44 splice of an array-like without end
//> stops work
Array.prototype.splice.call({ length: 2 ** 53 - 2 }, 0, 1)

//# 44 copyWithin of an array-like without end
//> stops work
Array.prototype.copyWithin.call({ length: 2 ** 53 - 2 }, 0, 5)

//# 44 fill of an array-like without end
//> stops memory
Array.prototype.fill.call({ length: 2 ** 53 - 2 }, 1)

//# 44 join of an array-like without end
//> throws RangeError: Invalid string length
Array.prototype.join.call({ length: 2 ** 53 - 2 })

//# 44 sort of an array-like without end
//> stops work
Array.prototype.sort.call({ length: 2 ** 53 - 2 })

//# 44 unshift of an array-like without end
//> stops work
Array.prototype.unshift.call({ length: 2 ** 53 - 2 }, 1)

//# 44 shift of an array-like without end
//> stops work
Array.prototype.shift.call({ length: 2 ** 53 - 2 })

//# 44 flat of an array-like without end
//> stops work
Array.prototype.flat.call({ length: 2 ** 53 - 2 })

//# 44 slice of an array-like without end
//> throws RangeError: Invalid array length
Array.prototype.slice.call({ length: 2 ** 53 - 2 }, 0)

//# 44 forEach of an array-like without end
//> stops work
Array.prototype.forEach.call({ length: 2 ** 53 - 2 }, () => 1)

//# 44 findLast of an array-like without end
//> stops work
Array.prototype.findLast.call({ length: 2 ** 53 - 2 }, () => false)

//# 44 reduceRight of an array-like without end
//> stops work
Array.prototype.reduceRight.call({ length: 2 ** 53 - 2 }, () => 1, 1)

//# 44 every of an array-like without end
//> stops work
Array.prototype.every.call({ length: 2 ** 53 - 2 }, () => true)

//# 44 toSorted of an array-like of four thousand million
//> stops memory
Array.prototype.toSorted.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }).length

//# 44 toSpliced of an array-like of four thousand million
//> throws RangeError: Invalid array length
Array.prototype.toSpliced.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }, 0, 0, 1).length

//# 44 toReversed of an array-like of four thousand million
//> stops memory
Array.prototype.toReversed.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }).length

//# 44 with of an array-like of four thousand million
//> stops memory
Array.prototype.with.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }, 0, 0).length

//# 44 map of an array-like of four thousand million
//> stops work
Array.prototype.map.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }, x => x).length

//# 44 concat of an array-like of four thousand million
//> stops work
Array.prototype.concat.call({ length: 2 ** 32 - 1, [Symbol.isConcatSpreadable]: true }, 1).length

//# 44 apply with a thousand million arguments
//> throws RangeError: Maximum call stack size exceeded: a call takes at most
Math.max.apply(null, { length: 1e9 })

//# 44 fromEntries and keys of array-likes
//> throws RangeError: Invalid array length
Array.from({ length: 2 ** 53 })

//# 45 sparse array sorted
//> value 4294967294
const a = []; a[4294967293] = 1; a.sort(); a.length

//# 45 sparse array reversed
//> stops work
const a = []; a[4294967293] = 1; a.reverse(); a.length

//# 45 sparse array mapped
//> value 4294967294
const a = []; a[4294967293] = 1; a.map(x => x).length

//# 45 sparse array walked
//> value 1
const a = []; a[4294967293] = 1; let n = 0; a.forEach(() => n++); n

//# 45 sparse array pushed to
//> value 4294967295
const a = []; a[4294967293] = 1; a.push(1)

//# 45 sparse array cut
//> value []
const a = []; a[4294967293] = 1; a.length = 0; a

//# 45 sparse array printed
//> stops work
const a = []; a[4294967293] = 1; console.log(a); JSON.stringify(a)

//# 45 sparse array shifted and unshifted
//> stops work
const a = []; a[4294967293] = 1; a.shift(); a.unshift(1); a.length

//# 45 sparse array spliced
//> stops work
const a = []; a[4294967293] = 1; a.splice(1, 1); a.length

//# 45 sparse array for the host
//> throws RangeError: The value is too large to hand to the host: more than
const a = []; a[4294967293] = 1; await host(a)

//# 45 sparse array cloned
//> value 4294967294
const a = []; a[4294967293] = 1; structuredClone(a).length

//# 45 sparse array spread
//> stops work
const a = []; a[4294967293] = 1; [...a]

//# 45 sparse array as result
//> value [ <4294967293 empty items>, 1 ]
const a = []; a[4294967293] = 1; a

//# 45 sparse array searched
//> value 8589934586
const a = []; a[4294967293] = 1; a.indexOf(1) + a.lastIndexOf(1)

//# 45 sparse array joined
//> throws RangeError: Invalid string length
const a = []; a[4294967293] = 1; a.join()

//# 45 sparse array flattened
//> value [ 1 ]
const a = []; a[4294967293] = 1; a.flat()

//# 45 sparse array as entries
//> value [ [ '4294967293', 1 ] ]
const a = []; a[4294967293] = 1; Object.entries(a)

//# 45 sparse array in a for-in
//> value '4294967293'
const a = []; a[4294967293] = 1; let keys = ""; for (const key in a) keys += key; keys

//# 45 sparse array filled and emptied
//> value 199970002
const a = []; for (let i = 0; i < 2e4; i++) a[i * 9999] = 1; for (let i = 0; i < 2e4; i++) delete a[i * 9999]; a.length

//# 45 array of holes
//> stops memory
const a = []; for (let i = 0; ; i++) a[i * 1000] = 1

//# 45 for-in while deleting
//> value 50000
const o = {}; for (let i = 0; i < 5e4; i++) o["k" + i] = i; let n = 0; for (const key in o) { delete o[key]; n++ } n

//# 45 for-in while adding
//> value 1
const o = { a: 1 }; let n = 0; for (const key in o) { o["k" + n++] = 1; if (n > 10) break } n

//# 46 comparator always one
//> value 20000
Array.from({ length: 2e4 }, (_, i) => i).sort(() => 1).length

//# 46 comparator at random
//> value 20000
Array.from({ length: 2e4 }, (_, i) => i).sort(() => Math.random() - 0.5).length

//# 46 comparator that throws
//> throws Error: third
let n = 0; [5, 4, 3, 2, 1].sort(() => { if (++n === 3) throw new Error("third"); return 0 })

//# 46 comparator that empties the array
//> value '1,2,3,5,6'
const a = [3, 2, 1, 5, 6]; a.sort((x, y) => { a.length = 0; a.push(9); return x - y }); a.join()

//# 46 comparator that freezes the array
//> throws TypeError: Cannot assign to read only property '0' of object '[object Array]'
const a = [3, 2, 1]; a.sort(() => { Object.freeze(a); return 1 })

//# 46 comparator that makes the array sparse
//> value 4294967291
const a = [5, 4, 3, 2]; a.sort((x, y) => { a[4294967290] = 1; return x - y }); a.length

//# 46 comparator that gives NaN, objects and promises
//> value '3,1,2 1,2,3 3,1,2'
[[3, 1, 2].sort(() => NaN), [3, 1, 2].sort((x, y) => ({ valueOf: () => x - y })), [3, 1, 2].sort(async (x, y) => x - y)].join(" ")

//# 46 comparator that never ends
//> stops work
[3, 1, 2].sort(() => { while (1); })

//# 47 set that grows under its own loop
//> stops work
const s = new Set([1]); for (const x of s) { s.delete(x); s.add(x) }

//# 47 map that grows under its own forEach
//> stops work
const m = new Map([[1, 1]]); m.forEach((v, x) => { m.delete(x); m.set(x, 1) })

//# 47 tombstones
//> value 0
const s = new Set(); for (let i = 0; i < 3e5; i++) { s.add(i); s.delete(i) } s.size

//# 47 union with an endless set
//> stops memory
new Set([1]).union({ size: 1, has() {}, keys() { return { next() { return { done: false, value: Math.random() } } } } })

//# 47 subset of a set that lies
//> stops work
const s = new Set(Array(1e4).keys()); for (;;) s.isSubsetOf({ size: 1e9, has() { return true }, keys() {} })

//# 47 superset of an endless set
//> stops work
new Set([1, 2]).isSupersetOf({ size: 1, has() {}, keys() { return { next() { return { done: false, value: 1 } } } } })

//# 48 numbers that collide
//> value 100000
const m = new Map(); for (let i = 0; i < 1e5; i++) m.set(i * 4294967296 * 2 ** -20 + i * 2 ** 32, i); m.size

//# 48 numbers that differ in high bits
//> value 60000
const m = new Map(), o = {}; for (let i = 0; i < 3e4; i++) { m.set(i * 2 ** 40, i); o[i * 2 ** 40] = i } m.size + Object.keys(o).length

//# 48 strings that collide in simple hashes
//> value 49152
const pair = ["Aa", "BB"]; let all = [""]; for (let i = 0; i < 14; i++) all = all.flatMap(s => pair.map(x => s + x)); const o = {}, m = new Map(), s = new Set(); for (const x of all) { o[x] = 1; m.set(x, 1); s.add(x) } m.size + s.size + Object.keys(o).length

//# 49 objects with different keys
//> value 1
for (let i = 0; i < 5e4; i++) { const o = {}; o["k" + i] = 1; o["j" + i] = 2 } 1

//# 49 objects with keys in different orders
//> value 8000
const all = []; for (let i = 0; i < 8000; i++) { const o = {}; for (let j = 0; j < 8; j++) o["k" + ((i * 7 + j * 13) % 97)] = 1; all.push(o) } all.length

//# 49 objects with different keys kept
//> stops memory
const all = []; for (let i = 0; ; i++) all.push({ ["k" + i]: 1 })

//# 50 dates from long texts
//> value 'NaN,NaN,NaN'
[new Date("1".repeat(1e6)), new Date("(".repeat(1e6)), new Date("Jan ".repeat(1e6))].map(d => d.getTime()).join()

//# 50 dates out of range
//> value 'NaN,NaN,NaN,8640000000000000'
[new Date(8.64e15 + 1).getTime(), new Date(2000, 0).setMonth(1e308), Date.UTC(-271821, 3, 19), new Date(8.64e15).getTime()].join()

//# 50 invalid date as ISO text
//> throws RangeError: Invalid time value
new Date(NaN).toISOString()

//# 50 setters with getters of their own
//> value '18000000'
const d = new Date(0); d.setHours({ valueOf() { d.setTime(NaN); return 5 } }); String(d.getTime())

//# 51 numbers from long texts
//> value 'Infinity,Infinity,Infinity,1,Infinity'
[Number("1".repeat(1e6)), parseFloat("1".repeat(1e6) + "e5"), parseInt("2".repeat(1e6), 3), Number("0." + "0".repeat(1e6) + "1e1000001"), Number("0x" + "f".repeat(1e6))].join()

//# 51 numbers from long texts again and again
//> stops work
for (;;) Number("1".repeat(1e5) + ".5")

//# 51 numbers as long texts
//> value '53,6,106,5v1j4f4ds7c000,5e-324,1e+21'
[(1.1).toString(2).length, (1e300).toFixed(100).length, (5e-324).toPrecision(100).length, (1e21).toString(36), 5e-324, 1e21].join()

//# 51 digits out of range
//> throws RangeError: toFixed() digits argument must be between 0 and 100
(1).toFixed(101)

//# 52 normalization that grows
//> value 3600000
"\ufdfa".repeat(2e5).normalize("NFKD").length

//# 52 normalization of endless marks
//> throws RangeError: Cannot normalize: too many combining characters in a
("a" + "\u0301\u0323".repeat(3e5)).normalize("NFC").length

//# 52 normalization again and again
//> stops work
const s = "a\u0301".repeat(1e5); for (;;) s.normalize("NFD").length

//# 52 upper case that grows
//: work 20M, memory 64
//> value 5000000
"\u00df\ufb03".repeat(1e6).toUpperCase().length

//# 52 no culture of the host
//> value 'I,i,2,1,234.5,I'
["i".toUpperCase(), "I".toLowerCase(), "\u0130".toLowerCase().length, (1234.5).toLocaleString(), "i".toLocaleUpperCase("tr")].join()

//# 52 final sigma behind marks
//: work 20M
//> value 1000010
("\u0301".repeat(1e5) + "\u03a3").repeat(10).toLowerCase().length

//# 52 final sigmas in a row
//: work 20M
//> value '400001,600000'
[("A" + "\u03a3:".repeat(2e5)).toLowerCase().length, "\u03a3\u0301".repeat(3e5).toLowerCase().length].join()

//# 52 comparison of long texts
//> stops work
const a = "a".repeat(1e6), b = "a".repeat(1e6 - 1) + "b"; for (;;) a.localeCompare(b)

//# 53 encoding that grows
//> stops memory
encodeURIComponent("\u20ac".repeat(1e6)).length

//# 53 decoding
//> value 300000
decodeURIComponent("%e2%82%ac".repeat(3e5)).length

//# 53 lone surrogate
//> throws URIError: URI malformed
encodeURIComponent("\ud800")

//# 53 bad escape at the end
//> throws URIError: URI malformed
decodeURIComponent("%41".repeat(3e5) + "%f")

//# 53 escape is absent
//> throws ReferenceError: escape is not defined
escape("a")

//# 54 equality of long texts
//> stops work
const a = "x".repeat(1e6) + "a", b = "x".repeat(1e6) + "b"; for (;;) a === b

//# 54 order of long texts
//> stops work
const a = "x".repeat(1e6) + "a", b = "x".repeat(1e6) + "b"; for (;;) a < b

//# 54 map looked up with long texts
//> stops work
const m = new Map(); for (;;) m.get("x".repeat(1e6) + "b")

//# 54 object looked up with long texts
//> stops work
const o = {}; for (;;) o["x".repeat(1e6) + "b"]

//# 54 switch of very many texts
//: generated
//> value 300
"let n = 0; for (let i = 0; i < 300; i++) switch ('k19999') {" + Array.from({ length: 20000 }, (_, i) => `case "k${i}": ${i < 19999 ? "" : "n++"}; break;`).join("\n") + "} n"

//# 55 allocating just under the limit
//: memory 8, work 3M
//> stops work
const a = []; for (let i = 0; i < 400; i++) a.push(new Array(1000).fill(i)); for (let i = 0; i < 300; i++) a.push(new Array(50).fill(i)); for (;;) [1, 2, 3]

//# 55 allocating just under the limit in a later turn
//: whole, memory 8, work 3M
//> stops memory
globalThis.a = []; for (;;) a.push("x".repeat(900) + a.length)
//> stops memory
a.length = a.length - 5; for (let i = 0; i < 2e5; i++) [1, 2, 3].map(x => x); 1

//# 55 one byte at a time
//: memory 8, work 3M
//> stops memory
const keep = []; for (;;) keep.push({})
