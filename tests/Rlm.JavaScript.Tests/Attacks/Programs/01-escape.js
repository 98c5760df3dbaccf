// Escapes: towards the host through constructors, prototypes and everything the host or a built-in reads from guest objects.

//# 1 Function constructor through an array
//> throws TypeError: The Function constructor is disabled in this sandbox;
[].constructor.constructor("return this")()

//# 1 Function constructor called and constructed
//> throws TypeError: The Function constructor is disabled in this sandbox;
try { Function("return 1") } catch (error) { print(error.message) } new Function("a", "return a")

//# 1 Function constructor applied by a built-in
//> throws TypeError: The Function constructor is disabled in this sandbox;
["return 1"].map(Function)

//# 2 constructor of async functions
//> throws TypeError: The AsyncFunction constructor is disabled in this sandbox;
(async () => {}).constructor("return 1")

//# 2 constructor of generators
//> throws TypeError: The GeneratorFunction constructor is disabled in this
(function* () {}).constructor("yield 1")

//# 2 constructor of async generators
//> throws TypeError: The AsyncGeneratorFunction constructor is disabled in this s
new (Object.getPrototypeOf(async function* () {}).constructor)("yield 1")

//# 3 host function leads to guest intrinsics only
//> value 'true true true '
[host.constructor === Function, host.__proto__ === Function.prototype, Object.getPrototypeOf(Object.getPrototypeOf(host)) === Object.prototype, Object.getOwnPropertyNames(host).join()].join(" ")

//# 3 constructor of a host function
//> throws TypeError: The Function constructor is disabled in this sandbox;
host.constructor("return 1")()

//# 3 constructor of a bound host function
//> throws TypeError: The Function constructor is disabled in this sandbox;
host.bind().constructor("return 1")()

//# 3 host function through call
//> value 5
await host.call.call(host, null, 5)

//# 3 host function is no constructor
//> throws TypeError: host is not a constructor
new host(1)

//# 4 Object.prototype patched stays in its session
//: whole
//> value 1
({}).__proto__.stolen = 1; Array.prototype.stolen = 2; Function.prototype.stolen = 3; String.prototype.stolen = 4; ({}).stolen
//> value '1,2,3,4'
[({}).stolen, [].stolen, (() => 1).stolen, "".stolen].join()

//# 5 built-ins patched under the host and the engine
//> value [Function (anonymous)]
Array.prototype.map = Array.prototype.push = Array.prototype.join = () => { throw 1 };
Array.prototype[Symbol.iterator] = null;
Promise.prototype.then = () => { throw 2 };
JSON.stringify = () => { throw 3 };
Object.prototype.toJSON = () => { throw 4 };
Map.prototype.get = Map.prototype.set = () => { throw 5 };
//> value [ 1, { a: 2 } ]
async function f() { await null; return await host([1, { a: 2 }]) } await f()
//> throws TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))
const o = { a: [1, 2], m: new Map([[1, 2]]) }; console.log(o); o.a[1]

//# 5 toJSON of Object.prototype is not asked for host arguments
//> value { a: 1 }
Object.prototype.toJSON = () => "forged"; await host({ a: 1 })

//# 6 property descriptors poisoned
//> value 1
Object.prototype.get = () => "forged"; Object.prototype.set = 1; Object.prototype.value = "forged"; Object.prototype.enumerable = true; ({ a: 1 }).a
//> value '1,2,[1,{"x":1}],3,7'
class A { x = 1; get y() { return 2 } } const a = new A(); [a.x, a.y, JSON.stringify([1, a]), [3].map(v => v)[0], await host(7)].join()
//> throws TypeError: Setter must be a function: 1
Object.defineProperty({}, "a", { value: 1 })

//# 6 options objects poisoned
//> value 'forged,false'
Object.prototype.cause = "forged"; [new Error("x", {}).cause, Object.hasOwn(new Error("x"), "cause")].join()

//# 7 setters on Array.prototype and length on Object.prototype
//> value 7
Object.defineProperty(Array.prototype, 0, { set() { throw new Error("setter ran") }, get() { return "forged" }, configurable: true }); Object.prototype.length = 7;
//> value '1,2 3 a,b a a,1 4 x,y 5 6 8 9,10'
[await host([1, 2]), [3].map(v => v), "a,b".split(","), /a/.exec("a")[0], Object.entries({ a: 1 })[0], JSON.parse("[4]"), [..."xy"], Array.of(5), Array.from([6]), structuredClone([8]), [9].concat([10])].join(" ")

//# 8 host data with dangerous keys
//> value 'true __proto__,constructor,toString,then data data true'
const data = await hostData(); [Object.getPrototypeOf(data) === Object.prototype, Object.keys(data).join(), data.__proto__, data.then, ({}).constructor === Object].join(" ")

//# 8 host data is not taken for a thenable
//> value 'string object'
const data = await (async () => hostData())(); typeof data.then + " " + typeof data

//# 9 __proto__ from JSON
//> value '__proto__,,true'
const parsed = JSON.parse('{"__proto__":{"x":1}}'); [Object.keys(parsed).join(), parsed.x, Object.getPrototypeOf(parsed) === Object.prototype].join()

//# 9 __proto__ through assign and spread
//> value '__proto__,,,1,'
const parsed = JSON.parse('{"__proto__":{"x":1}}'); const spread = { ...parsed }; const assigned = Object.assign({}, parsed); [Object.keys(spread).join(), spread.x, Object.keys(assigned).join(), assigned.x, ({}).x].join()

//# 10 error whose toString throws
//> throws Error: plain
Error.prototype.toString = () => { throw 1 }; throw new Error("plain")

//# 10 error whose name and message are getters
//> throws Error
const error = new Error("x"); Object.defineProperty(error, "message", { get() { while (1); } }); Object.defineProperty(error, "name", { get() { throw 1 } }); throw error

//# 10 error whose stack is a getter
//> throws Error: x
const error = new Error("x"); Object.defineProperty(error, "stack", { get() { while (1); } }); console.log(error); throw error

//# 10 error with a huge message
//> throws Error: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
throw new Error("x".repeat(5e6))

//# 10 error with a huge name
//> fails
const error = new Error("x"); error.name = "y".repeat(5e6); throw error

//# 10 null is thrown
//> throws Error: Uncaught null
throw null

//# 10 object with a throwing toString is thrown
//> throws Error: Uncaught an object
throw { toString() { throw 1 } }

//# 10 symbol is thrown
//> throws Error: Uncaught Symbol(x)
throw Symbol("x")

//# 10 function is thrown
//> throws Error: Uncaught a function
throw function () {}

//# 10 object with a huge message is thrown
//> throws Object: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
throw { message: "x".repeat(5e6) }

//# 11 hooks of stack traces are inert
//> value 'string'
Error.prepareStackTrace = () => { throw 1 }; Error.stackTraceLimit = 1e9; let text; try { null.x } catch (error) { text = error.stack } typeof text

//# 11 captureStackTrace shows nothing of the host
//> value false
const o = {}; Error.captureStackTrace?.(o); /System|\.cs|Rlm/.test(String(o.stack) + new Error("x").stack)

//# 12 function as host argument
//> throws TypeError: host: argument 1 is a function, which cannot be handed to the host
await host(() => 1)

//# 12 function inside a host argument
//> value { a: [ undefined ] }
await host({ f() {}, a: [() => 1] })

//# 12 generator as host argument
//> value {}
await host((function* () { yield 1 })())

//# 13 proxy with throwing traps as host argument
//> value {}
await host(new Proxy({}, { ownKeys() { throw 1 }, get() { while (1); } }))

//# 13 proxy of an array with a forged length as host argument
//> value [ 1, 2, 3 ]
await host(new Proxy([1, 2, 3], { get: (target, key) => key === "length" ? 2 ** 53 : 1 }))

//# 13 revoked proxy printed and handed over
//> throws TypeError: A revoked proxy cannot be handed to the host.
const { proxy, revoke } = Proxy.revocable([], {}); revoke(); console.log(proxy); await host(proxy)

//# 13 proxy that counts its calls as host argument
//> value 0
let calls = 0; const handler = new Proxy({}, { get(target, name) { calls++; return undefined } }); await host(new Proxy({ a: { b: 1 } }, handler)); console.log(new Proxy([1], handler)); calls

//# 13 proxy as its own prototype
//> stops work
const p = new Proxy({}, {}); Object.setPrototypeOf(p, p); p.x

//# 13 proxy whose trap asks the proxy
//> throws RangeError: Maximum call stack size exceeded
const p = new Proxy({}, { get(target, name, receiver) { return receiver[name] } }); p.x

//# 13 proxy with very many keys
//> stops work
const p = new Proxy({}, { ownKeys() { return Array.from({ length: 1e4 }, (_, i) => "k" + i) } }); for (;;) Reflect.ownKeys(p)

//# 13 proxy with inconsistent keys
//> throws TypeError: 'ownKeys' on proxy: trap returned duplicate entries
Object.keys(new Proxy({}, { ownKeys() { return ["a", "a"] } }))

//# 13 proxy under built-ins
//> value 'RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,DataCloneError'
const ends = []; const throwing = new Proxy({}, { get(target, name) { return () => { throw new RangeError(name) } } }); const p = new Proxy([3, 1, 2], throwing);
for (const f of [() => p.sort(), () => [...p], () => JSON.stringify(p), () => Object.assign({}, p), () => Array.prototype.concat.call([], p), () => Reflect.ownKeys(p), () => p instanceof Array, () => Object.freeze(p), () => String(p), () => structuredClone(p)]) try { f(); ends.push("none") } catch (error) { ends.push(error.name) } ends.join()

//# 14 species planted on arrays
//> value []
class Evil extends Array { static get [Symbol.species]() { return function () { return Object.freeze([]) } } } new Evil(3).map(x => x)

//# 14 species that gives the array itself
//> value '2,3,3|2,3,3'
const a = [1, 2, 3]; a.constructor = { [Symbol.species]: function () { return a } }; a.filter((x, i) => i > 0).join() + "|" + a.join()

//# 14 species of promises
//> throws TypeError: Promise resolve or reject function is not callable
const p = Promise.resolve(1); p.constructor = { [Symbol.species]: function (executor) { executor(() => { throw 1 }, 2) } }; p.then()

//# 14 isConcatSpreadable with an endless length
//> stops work
[].concat({ length: 2 ** 53 - 1, [Symbol.isConcatSpreadable]: true }, { length: 1, [Symbol.isConcatSpreadable]: true })

//# 14 isConcatSpreadable with a length to run to
//> stops work
[].concat({ length: 2 ** 32, [Symbol.isConcatSpreadable]: true }).length

//# 14 toPrimitive and hasInstance planted on built-ins
//> value '2,5,true,false'
Number.prototype[Symbol.toPrimitive] = () => "forged"; Object.defineProperty(Array, Symbol.hasInstance, { value: () => true }); [1 + 1, "" + 5, 1 instanceof Array, Array.isArray({})].join()

//# 14 match, replace and split planted on String.prototype
//> value 'a,bb'
String.prototype[Symbol.split] = String.prototype[Symbol.replace] = () => "forged"; "a,b".split(",") + "a".replace("a", "b")

//# 15 globalThis overwritten and console deleted
//: whole
//> value 'number'
globalThis.globalThis = 1; delete globalThis.console; typeof globalThis
//> value 3
let next = 1; var other = 2; next + other

//# 15 host function replaced by a getter
//: whole
//> throws TypeError: Cannot redefine property: host
Object.defineProperty(globalThis, "host", { get() { return () => "forged" } })
//> value 'real'
await host("real")

//# 15 host function assigned
//: whole
//> throws TypeError: 'host' is read-only: it is set by the host. Use another name.
host = () => "forged"
//> value 'real'
await host("real")

//# 15 host function deleted
//: whole
//> throws TypeError: Cannot delete property 'host' of #<Object>
delete globalThis.host
//> value 'real'
await host("real")

//# 15 global object frozen
//: whole
//> throws TypeError: Cannot redefine property: host
Object.freeze(globalThis); 1
//> value 5
let after = 5; after
//> value 'function'
typeof host

//# 15 prototype of the global object replaced
//: whole
//> value 1
Object.setPrototypeOf(globalThis, { get planted() { return "planted" } }); 1
//> value 'undefined undefined'
typeof planted + " " + typeof missing
//> throws ReferenceError: missing is not defined
missing

//# 16 arguments.callee
//> throws TypeError: 'caller', 'callee', and 'arguments' properties may not be
(function () { return arguments.callee })()

//# 16 caller of a function
//> throws TypeError: 'caller', 'callee', and 'arguments' properties may not be
(function f() { return f.caller })()

//# 16 arguments of a function
//> throws TypeError: 'caller', 'callee', and 'arguments' properties may not be
(function f() { return f.arguments })()

//# 17 the context variable is the host's
//: whole
//> throws TypeError: 'context' is read-only: it is set by the host. Use another name.
context = "forged"
//> throws SyntaxError: 'context' is read-only: it is set by the host and cannot
var context = "forged"
//> throws TypeError: Cannot assign to read only property 'context' of object '#<Object>'
globalThis.context = "forged"
//> value 'the text of the host'
context

//# 18 built-ins on wrong receivers
//> value 'TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError'
const wrong = [() => Map.prototype.get.call({}), () => Set.prototype.add.call(new Map()), () => Promise.prototype.then.call(1), () => RegExp.prototype.exec.call({ lastIndex: 0 }), () => WeakMap.prototype.set.call(new Map(), {}, 1), () => Symbol.prototype.toString.call("x"), () => BigInt.prototype.toString.call(1), () => Number.prototype.toFixed.call("1"), () => Function.prototype.toString.call({}), () => Object.getOwnPropertyDescriptor(Map.prototype, "size").get.call(new Set())];
wrong.map(f => { try { f(); return "none" } catch (error) { return error.name } }).join()

//# 18 getTime of an array
//> throws TypeError: this is not a Date object.
Date.prototype.getTime.call([])

//# 19 one site, a thousand shapes
//> value 499500
let sum = 0; for (let i = 0; i < 1000; i++) { const o = { ["k" + i]: 1, x: i }; sum += o.x } sum

//# 19 deleted and added again under one site
//> value '11undefinedundefinedagainagain'
const o = { a: 1, b: 2 }; let s = ""; for (let i = 0; i < 6; i++) { s += o.a; if (i === 1) delete o.a; if (i === 3) o.a = "again" } s

//# 19 prototype swapped between two reads
//> value '1,1,1,2,2'
const o = Object.create({ v: 1 }); const read = () => o.v; const before = [read(), read(), read()]; Object.setPrototypeOf(o, { v: 2 }); before.concat(read(), read()).join()

//# 19 accessor replaces a data property
//> value 'getter'
const o = { v: 1 }; const read = () => o.v; read(); read(); Object.defineProperty(o, "v", { get() { return "getter" } }); read()

//# 19 frozen under a writing site
//> throws TypeError: Cannot assign to read only property 'v' of object '#<Object>'
const o = { v: 1 }; const write = () => { o.v++ }; write(); write(); Object.freeze(o); write()

//# 19 array and object at one site
//> value '1/2,o/9,s/2,3/1'
const read = x => x[0] + "/" + x.length; [read([1, 2]), read({ 0: "o", length: 9 }), read("st"), read([3])].join()

//# 19 a property that moves to the prototype
//> value '1,1,2,1,'
class A {} A.prototype.v = 1; const a = new A(); const read = () => a.v; const seen = [read(), read()]; a.v = 2; seen.push(read()); delete a.v; seen.push(read()); delete A.prototype.v; seen.push(read()); seen.join()

//# 20 constructor return override
//> value 'true,true'
class B { constructor() { return [] } } class A extends B { #x = 1; static has(o) { return #x in o } } const a = new A(); [A.has(a), Array.isArray(a)].join()

//# 20 super called twice
//> throws ReferenceError: Super constructor may only be called once
class B {} class A extends B { constructor() { super(); super() } } new A()

//# 20 this before super
//> throws ReferenceError: Must call super constructor in derived class before
class B {} class A extends B { constructor() { this.x = 1; super() } } new A()

//# 20 super called late from an arrow
//> throws ReferenceError: Super constructor may only be called once
let late; class B {} class A extends B { constructor() { late = () => super(); late() } } new A(); late()

//# 20 new.target forged
//> value 'true,false undefined'
function Target() {} Target.prototype = Array.prototype; const made = Reflect.construct(Map, [], Target); [made instanceof Array, Array.isArray(made)].join() + " " + made.size

//# 20 extends null
//> throws TypeError: Super constructor is not a constructor
class A extends null {} new A()

//# 20 field initialiser throws midway
//> value 'a'
let made; class A { a = (made = this, 1); b = (() => { throw new Error("midway") })(); c = 3 } try { new A() } catch {} Object.keys(made).join()

//# 20 private names on wrong objects
//> value 'TypeError,TypeError,TypeError,TypeError'
class A { #x = 1; static read(o) { return o.#x } } [{}, [], null, new (class { #x = 2 })()].map(o => { try { return A.read(o) } catch (error) { return error.name } }).join()
