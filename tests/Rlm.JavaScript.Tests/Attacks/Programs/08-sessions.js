// Sessions: limits over several turns, and code planted in one turn that waits for the host in another.

//# 103 patched conversions wait for the host
//: whole
//> value 1
Array.prototype.toString = () => { while (1); }; console.log = () => { while (1); }; Symbol.prototype.toString = () => { throw 1 }; globalThis.shown = [1, { a: 2 }]; 1
//> value [ 1, { a: 2 } ]
shown
//> value 1
console.dir(shown); 1
//> throws Error: after
throw new Error("after")

//# 103 patched iterators wait for the host
//: whole
//> value 1
globalThis.m = new Map([[1, [2]]]); Array.prototype[Symbol.iterator] = Map.prototype[Symbol.iterator] = Map.prototype.entries = function* () { while (1); }; 1
//> value Map(1) { 1 => [ 2 ] }
m
//> value '{"m":{}}1,2'
JSON.stringify(structuredClone({ m })) + String(await host(m))
//> stops work
[...[1]]

//# 103 getters on a global wait for the host
//: whole
//> value 1
globalThis.o = { get x() { while (1); }, get [Symbol.toStringTag]() { while (1); } }; 1
//> value { x: [Getter], [Symbol(Symbol.toStringTag)]: [Getter] }
o
//> value {}
console.log(o, [o], new Map([[o, o]])); await host(o)
//> throws TypeError: Cannot define property bomb, object is not
Object.defineProperty(globalThis, "bomb", { get() { while (1); } })

//# 104 memory limit, then on
//: whole, memory 8
//> stops memory
globalThis.kept = []; for (;;) kept.push({})
//> value true
kept.push({}) > 0
//> value true
kept.length > 1000
//> value 100000
kept = null; const big = Array(1e5).fill(1); big.length
//> value 1
for (let i = 0; i < 1e5; i++) [i]; 1

//# 104 memory limit in one big thing
//: whole, memory 8
//> stops memory
globalThis.before = 1; globalThis.big = Array(1e6).fill(1)
//> value 'undefined1'
typeof big + before
//> value 2
1 + 1

//# 102 a promise of one session means nothing in another
//: whole
//> value {}
globalThis.pending = new Promise(() => {}); await host(pending)
//> value 'function'
typeof pending.then
