// The border to the host: calls without number, arguments and results that are odd, output that imitates, and what goes on after the end.

//# 77 calls without number
//> throws Error: host was not called: the limit of 200 calls in one
for (let i = 0; i < 1e6; i++) host(i)

//# 77 calls after the end
//: whole
//> ends
globalThis.after = 0; Promise.resolve().then(async () => { after++; await final("done"); after = 10 }).finally(() => { after = 20 }); await null; await null; await host(1); after = 30
//> value 1
after

//# 77 calls left behind by a turn
//: whole
//> value 1
globalThis.late = []; for (let i = 0; i < 5; i++) (async () => { late.push(await host(i)) })(); 1
//> value '0,1,2,3,4'
late.sort().join()

//# 77 calls left behind by a stop
//: whole
//> stops work
globalThis.late = []; for (let i = 0; i < 5; i++) (async () => { late.push(await host(i)) })(); while (1);
//> value ''
await null; late.sort().join()

//# 77 calls from a finally block after the end
//: whole
//> ends
globalThis.after = 0; try { await final(1) } catch { after = 1 } finally { after = 2; host(1) }
//> value 0
after

//# 78 argument: long text
//> throws RangeError: The value is too large to hand to the host: more than
await host("x".repeat(3e6))

//# 78 argument: cycle
//> throws TypeError: A value that contains itself cannot be handed to the host.
const a = []; a[0] = a; await host(a)

//# 78 argument: getter
//> value 0
let ran = 0; await host({ get a() { ran++; throw 1 } }); ran

//# 78 argument: odd values
//> value 'b,s,n,i,z,u,l 1 undefined NaN -Infinity true 55296'
const got = await host({ b: 1n, s: Symbol(), n: NaN, i: -Infinity, z: -0, u: undefined, l: "\ud800" }); [Object.keys(got).join(), got.b, String(got.s), got.n, got.i, Object.is(got.z, -0), got.l.charCodeAt(0)].join(" ")

//# 78 argument: symbol
//> value undefined
await host(Symbol("x"))

//# 78 argument: deep object
//> throws RangeError: The value nests deeper than 200 levels, which is too deep
let a = {}; for (let i = 0; i < 1e4; i++) a = { a }; await host(a)

//# 78 argument: toJSON that calls the host
//> value {}
await host({ toJSON() { return host(1) } })

//# 78 argument: sparse array
//> throws RangeError: The value is too large to hand to the host: more than
const a = []; a[4e9] = 1; await host(a)

//# 78 argument: wide array
//: memory 64
//> throws RangeError: The value is too large to hand to the host: more than
await host(Array(3e5).fill([1, 2, 3]))

//# 78 argument: promise
//> value {}
await host(Promise.resolve(1))

//# 78 argument: error
//> value 'TypeErrorx'
const e = await host(new TypeError("x")); e.name + e.message

//# 78 argument: map
//> value '{"__proto__":1,"a":[1]}'
JSON.stringify(await host(new Map([["__proto__", 1], ["a", new Set([1])]])))

//# 78 argument: map with object keys
//> value '[[{},{"a":1}]]'
JSON.stringify(await host(new Map([[{}, { a: 1 }]])))

//# 78 argument: shared subtrees
//: memory 64
//> throws RangeError: The value is too large to hand to the host: more than
let a = [1]; for (let i = 0; i < 30; i++) a = [a, a]; await host(a)

//# 79 the text of a failure stays with the host
//> throws Error: Error hostFails failed.  Error: hostFails failed.
try { await hostFails() } catch (error) { throw new Error([error.name, error.message, error.cause, error.stack, Object.getOwnPropertyNames(error)].join(" ")) }

//# 79 failure nobody handles
//> throws Error: hostFails failed.
await hostFails()

//# 80 answers at once, later, and never awaited
//> value '1,2,3'
const all = [host(1), host(2), host(3)]; const r = await Promise.all(all); host(4); r.join()

//# 80 throws instead of answering
//> value 'rejected,fulfilled,rejected'
const settled = await Promise.allSettled([hostFails, host, hostFails].map(async f => f(1))); settled.map(s => s.status).join()

//# 81 calls the host from every callback
//> value '1,2,3'
const got = await Promise.all([3, 1, 2].sort((a, b) => { host(a); return a - b }).map(host)); got.join()

//# 81 call from inside a conversion
//> throws TypeError: host cannot be called here: inside a getter, toString, or
const o = { toString() { return host("x") } }; "" + o

//# 83 iterator closed while a call is pending
//> value 1
const it = { [Symbol.asyncIterator]() { return { next() { return host({ done: false }) }, return() { return host({}) } } } }; for await (const x of it) break; 1

//# 83 await in a finally block
//> value 2
try { await Promise.reject(1) } catch {} finally { await host(1) } 2

//# 83 await in a finally block that never comes
//> throws Error: The code awaits a promise that nothing will ever settle.
try { await Promise.reject(1) } finally { await new Promise(() => {}) }

//# 83 rejection nobody handles
//> throws Error: unseen (in a promise that nobody awaited)
Promise.reject(new Error("unseen")); 1

//# 83 rejection nobody handles with a hostile error
//> throws Error: Uncaught an object (in a promise that nobody
Promise.reject({ get message() { while (1); }, get name() { throw 1 } }); 1

//# 83 rejection handled one turn later
//: whole
//> throws Error: x (in a promise that nobody awaited)
globalThis.p = Promise.reject(new Error("x")); 1
//> throws Error: x
await p
//> value undefined
try { await p } catch (error) { error.message }

//# 83 asyncIterator that is none
//> throws TypeError: Iterator result 1 is not an object
for await (const x of { [Symbol.asyncIterator]() { return { next() { return 1 } } } });

//# 84 thenable that resolves with itself
//> stops work
await { then(resolve) { resolve(this) } }

//# 84 getter of then counts
//> value 1
let n = 0; const o = { get then() { n++ } }; await o; n

//# 84 promise subclass with a hostile constructor
//> throws Error: Uncaught 1
class E extends Promise { constructor(executor) { super(executor); throw 1 } } Promise.resolve.call(E, 1)

//# 84 resolve on something that is no constructor
//> throws TypeError: a function is not a constructor
Promise.resolve.call(x => x(), 1)

//# 84 all on a constructor that gives nothing
//> value {}
Promise.all.call(function (executor) { executor(() => {}, () => {}); return {} }, [1])

//# 84 then that throws after resolving
//> value 'first'
await { then(resolve) { resolve("first"); throw 2 } }

//# 84 then that resolves twice
//> value 'first'
await { then(resolve, reject) { resolve("first"); reject("second"); resolve("third") } }

//# 84 then patched
//: whole
//> value 1
Promise.prototype.then = () => {}; Object.prototype.then = function (resolve) { resolve("forged") }; 1
//> value 1
await host(1)
//> value 5
async function f() { return 5 } await f()

//# 84 getter of then throws
//> throws Error: x
await { get then() { throw new Error("x") } }

//# 85 lines without number
//> stops work
for (let i = 0; ; i++) console.log(i)

//# 85 one long line
//> value 1
console.log("x".repeat(3e6)); 1

//# 85 formats
//> value 1
console.log("%s%d%i%f%j%o%O%c%%%"); console.log("%s".repeat(1e5), 1); 1

//# 85 groups without number
//> stops work
for (;;) console.group("x")

//# 85 counters without number
//> stops memory
for (let i = 0; ; i++) console.count("x" + i)

//# 85 timers without number
//> stops memory
for (let i = 0; ; i++) console.time("x" + i)

//# 85 wide tables
//: work 5M
//> stops memory
console.table(Array.from({ length: 3000 }, (_, i) => ({ ["k" + i]: i }))); 1

//# 85 table with a long cell
//> value 1
console.table([["x".repeat(1e5)].concat(Array(300).fill(1)), ...Array(3000).fill([1])]); 1

//# 85 control characters are data
//> value '\x1B[31m'
console.log("\x1b[31m\u202e\0"); "\x1b[31m"

//# 85 output of getters runs nothing
//> value 0
let ran = 0; console.log({ get a() { ran++ } }, class { static get b() { ran++ } }); ran

//# 86 final overridden
//: whole
//> throws TypeError: 'final' is read-only: it is set by the host. Use another name.
final = () => "forged"
//> value 'kept'
globalThis.final === undefined ? "gone" : "kept"
//> ends
await final(1)

//# 86 final declared again
//: whole
//> throws SyntaxError: 'final' is read-only: it is set by the host and cannot be
function final() {}
//> ends
await final(1)

//# 86 final called twice
//> ends
final(1); await final(2); 1

//# 86 final in a rejected branch
//> ends
try { await Promise.reject(await final(1)) } catch { 1 }

//# 87 clock
//> value 'number'
const start = Date.now(); let n = 0; while (Date.now() === start && n < 1e5) n++; typeof start

//# 87 performance.now shows tenths of milliseconds
//> value true
const seen = []; for (let i = 0; i < 1e4; i++) seen.push(performance.now()); seen.every((time, i) => time === Math.round(time * 10) / 10 && time >= (seen[i - 1] ?? 0))

//# 87 random numbers are the session's
//: whole
//> value true
globalThis.first = [Math.random(), Math.random()]; first.every(x => x >= 0 && x < 1)
//> value false
first.includes(Math.random())
