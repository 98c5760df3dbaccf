// Depth: guest calls, values, source texts and patterns nested as deep as the guest likes.

//# 21 function calls itself
//> throws RangeError: Maximum call stack size exceeded
function f() { f() } f()

//# 21 arrow calls itself
//> throws RangeError: Maximum call stack size exceeded
const f = () => f() + 1; f()

//# 21 method calls itself
//> throws RangeError: Maximum call stack size exceeded
class A { m() { return this.m() + 1 } } new A().m()

//# 21 constructor makes its class
//> throws RangeError: Maximum call stack size exceeded
class A { constructor() { new A() } } new A()

//# 21 derived constructor makes its class
//> throws RangeError: Maximum call stack size exceeded
class B { constructor() { new A() } } class A extends B {} new A()

//# 21 field makes its class
//> throws RangeError: Maximum call stack size exceeded
class A { x = new A() } new A()

//# 21 tag calls itself
//> throws RangeError: Maximum call stack size exceeded
function t() { return t`a` } t`b`

//# 21 default parameter calls its function
//> throws RangeError: Maximum call stack size exceeded
function f(a = f()) {} f()

//# 21 generator iterates itself
//> throws RangeError: Maximum call stack size exceeded
function* g() { for (const x of g()) {} } [...g()]

//# 21 generator delegates to itself
//> throws RangeError: Maximum call stack size exceeded
function* g() { yield* g() } g().next()

//# 21 async function awaits itself
//> throws RangeError: Maximum call stack size exceeded
async function f() { await f() } await f()

//# 21 async generator delegates to itself
//> throws RangeError: Maximum call stack size exceeded
async function* g() { yield* g() } for await (const x of g());

//# 21 call and apply of itself
//> throws RangeError: Maximum call stack size exceeded
function f(n) { n % 2 ? f.call(null, n + 1) : f.apply(null, [n + 1]) } f(0)

//# 21 bound to itself
//> throws RangeError: Maximum call stack size exceeded
function f() { f.bind()() } f()

//# 21 constructs through Reflect
//> throws RangeError: Maximum call stack size exceeded
function f() { Reflect.construct(f, []) } f()

//# 22 getter reads itself
//> throws RangeError: Maximum call stack size exceeded
({ get a() { return this.a } }).a

//# 22 setter writes itself
//> throws RangeError: Maximum call stack size exceeded
({ set a(v) { this.a = v } }).a = 1

//# 22 getter on Object.prototype reads itself
//> throws RangeError: Maximum call stack size exceeded
Object.defineProperty(Object.prototype, "planted", { get() { return this.planted } }); ({}).planted

//# 22 getter reached from a built-in
//> throws RangeError: Maximum call stack size exceeded
const o = { get a() { return Object.values(o) } }; Object.values(o)

//# 22 hasInstance asks itself
//> throws RangeError: Maximum call stack size exceeded
class A { static [Symbol.hasInstance](x) { return x instanceof A } } 1 instanceof A

//# 23 toString needs itself
//> throws RangeError: Maximum call stack size exceeded
const o = { toString() { return "" + o } }; "" + o

//# 23 valueOf needs itself
//> throws RangeError: Maximum call stack size exceeded
const o = { valueOf() { return +o } }; +o

//# 23 toPrimitive needs itself
//> throws RangeError: Maximum call stack size exceeded
const o = { [Symbol.toPrimitive]() { return `${o}` } }; `${o}`

//# 23 toJSON needs itself
//> throws RangeError: Maximum call stack size exceeded
const o = { toJSON() { return JSON.stringify(o) } }; JSON.stringify(o)

//# 23 iterator needs itself
//> throws RangeError: Maximum call stack size exceeded
const o = { [Symbol.iterator]() { return [...o] } }; [...o]

//# 23 iterator needs itself through a set
//> throws RangeError: Maximum call stack size exceeded
const o = { [Symbol.iterator]() { const [a] = new Set(o) } }; new Set(o)

//# 23 getter of then reads then
//> throws RangeError: Maximum call stack size exceeded
const o = { get then() { return o.then } }; await o

//# 24 sort in sort
//> throws RangeError: Maximum call stack size exceeded
[3, 1, 2].sort(function compare() { return [3, 1, 2].sort(compare) })

//# 24 replace in replace
//> throws RangeError: Maximum call stack size exceeded
function r() { return "a".replace(/a/g, r) } r()

//# 24 map in map
//> throws RangeError: Maximum call stack size exceeded
function m() { return [1].map(m) } m()

//# 24 every array callback in itself
//> value 'RangeError10'
const ends = []; for (const name of ["forEach", "filter", "reduce", "reduceRight", "some", "every", "find", "findLast", "findIndex", "flatMap"]) { function nested() { return [1, 2][name](nested) } try { nested() } catch (error) { ends.push(error.name) } } [...new Set(ends)].join() + ends.length

//# 24 reviver in reviver
//> throws RangeError: Maximum call stack size exceeded
function r() { return JSON.parse("[1]", r) } r()

//# 24 replacer in replacer
//> throws RangeError: Maximum call stack size exceeded
function r() { return JSON.stringify([1], r) } r()

//# 24 from, groupBy and Map.forEach in themselves
//> value 'RangeError,RangeError,RangeError,RangeError'
const map = new Map([[1, 2]]); const ends = [];
for (const nested of [function f() { return Array.from([1], f) }, function f() { return Object.groupBy([1], f) }, function f() { map.forEach(f) }, function f() { return Map.groupBy([1], f) }]) try { nested(); ends.push("none") } catch (error) { ends.push(error.name) } ends.join()

//# 24 promise executor in itself
//> throws RangeError: Maximum call stack size exceeded (in a promise that nobody awaited)
function f() { return new Promise(f) } f(); 1

//# 25 array that contains itself as text
//> value '1,,2'
const a = [1]; a[1] = a; a[2] = 2; String(a)

//# 25 arrays that contain each other joined
//> value ',1|,1'
const a = [], b = [a, 1]; a[0] = b; a.join() + "|" + b.join()

//# 25 deep array as text
//> value ''
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; String(a)

//# 25 deep array flattened
//> throws RangeError: Maximum call stack size exceeded
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; a.flat(Infinity).length

//# 25 deep array as JSON
//> value 100002
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; JSON.stringify(a).length

//# 25 deep array cloned
//: memory 32
//> value 50000
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; let copy = structuredClone(a), n = 0; while (copy.length) { copy = copy[0]; n++ } n

//# 25 deep array printed
//> value 1
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; console.log(a); console.dir(a, { depth: Infinity }); 1

//# 25 deep array as result
//> value [ [ [ [Array] ] ] ]
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; a

//# 25 deep array for the host
//> throws RangeError: The value nests deeper than 200 levels, which is too deep
let a = []; for (let i = 0; i < 5e4; i++) a = [a]; await host(a)

//# 25 deep maps and sets
//> value 1
let a = 1; for (let i = 0; i < 2e4; i++) a = i % 2 ? new Map([[a, a]]) : new Set([a]); console.log(a); structuredClone(a).size

//# 26 deep JSON array cut short
//> throws SyntaxError: Unexpected end of JSON input
JSON.parse("[".repeat(1e5))

//# 26 deep JSON object cut short
//> throws SyntaxError: Unexpected end of JSON input
JSON.parse('{"a":'.repeat(5e4))

//# 26 deep JSON
//> value 49999
let a = JSON.parse("[".repeat(5e4) + "]".repeat(5e4)), n = 0; while (a.length) { a = a[0]; n++ } n

//# 26 deep JSON with a reviver
//> value 1
JSON.parse("[".repeat(5e4) + "]".repeat(5e4), (key, value) => value).length

//# 27 parentheses
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(".repeat(1e5) + "1" + ")".repeat(1e5)

//# 27 parentheses cut short
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(".repeat(1e5)

//# 27 array literals
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"[".repeat(1e5) + "]".repeat(1e5)

//# 27 object literals
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"({a:".repeat(1e5)

//# 27 blocks
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"{".repeat(1e5) + "}".repeat(1e5)

//# 27 not
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"!".repeat(1e5) + "1"

//# 27 minus
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"- ".repeat(1e5) + "1"

//# 27 typeof
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"typeof ".repeat(1e5) + "1"

//# 27 void
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"void ".repeat(1e5) + "1"

//# 27 delete
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"delete ".repeat(1e5) + "a.b"

//# 27 await
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"await ".repeat(1e5) + "1"

//# 27 new
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"new ".repeat(1e5) + "f"

//# 27 arrows
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"a=>".repeat(1e5) + "1"

//# 27 async arrows
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"async a=>".repeat(1e5) + "1"

//# 27 conditionals to the right
//: generated, memory 64
//> value 2
"1?2:".repeat(1e5) + "3"

//# 27 conditionals in the middle
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"a?".repeat(1e5) + "1"

//# 27 templates
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"`${".repeat(1e5)

//# 27 if
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"if(1)".repeat(1e5) + ";"

//# 27 else if
//: generated, memory 64
//> value undefined
"if(0);else ".repeat(1e5) + "7"

//# 27 members
//: generated
//> throws SyntaxError: The function is too large: too many variables or values at once.
"let a={};a.a=a;a" + ".a".repeat(1e5) + "===a"

//# 27 optional members
//: generated
//> throws SyntaxError: The function is too large: too many variables or values at once.
"let a={};a.b=a;a" + "?.b".repeat(1e5) + "===a"

//# 27 indices
//: generated
//> throws SyntaxError: The function is too large: too many variables or values at once.
"let a=[];a[0]=a;a" + "[0]".repeat(1e5) + "===a"

//# 27 calls
//: generated
//> throws SyntaxError: The function is too large: too many variables or values at once.
"let f=()=>f;f" + "()".repeat(1e5) + "===f"

//# 27 sums
//: generated
//> value 100001
"1" + "+1".repeat(1e5)

//# 27 assignments
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"let a;" + "a=".repeat(1e5) + "1"

//# 27 nullish
//: generated
//> value 7
"null" + "??null".repeat(1e5) + "??7"

//# 27 and
//: generated
//> value 1
"1" + "&&1".repeat(1e5)

//# 27 comparisons
//: generated
//> value true
"1" + "<2".repeat(1e5)

//# 27 powers
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"1" + "**1".repeat(1e5)

//# 27 commas
//: generated
//> value 1
"1" + ",1".repeat(1e5)

//# 27 tagged templates
//: generated
//> throws SyntaxError: The function is too large: too many variables or values at once.
"let f=()=>f;f" + "``".repeat(1e5) + "===f"

//# 27 functions
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"function f(){".repeat(1e5)

//# 27 function expressions
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(function(){".repeat(1e5)

//# 27 classes
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"class A{m(){".repeat(1e5)

//# 27 class heritage
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"class A extends ".repeat(1e5)

//# 27 class fields
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"class A{x=".repeat(1e5)

//# 27 static blocks
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"class A{static{".repeat(1e5)

//# 27 array patterns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"let " + "[".repeat(1e5) + "a" + "]".repeat(1e5) + "=1"

//# 27 object patterns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"let " + "{a:".repeat(1e5) + "b" + "}".repeat(1e5) + "={}"

//# 27 assignment patterns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"[".repeat(1e5) + "a" + "]".repeat(1e5) + "=1"

//# 27 parameter patterns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(" + "[".repeat(1e5) + "a" + "]".repeat(1e5) + ")=>1"

//# 27 parameter defaults
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(a=".repeat(1e5)

//# 27 labels
//: generated
//> value undefined
Array.from({ length: 1e5 }, (_, i) => "a" + i + ":").join("") + ";"

//# 27 loops
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"for(;;)".repeat(1e5) + ";"

//# 27 try
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"try{".repeat(1e5)

//# 27 switch
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"switch(1){case 1:".repeat(1e5)

//# 27 computed keys
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"({[".repeat(1e5)

//# 27 spreads
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"[...".repeat(1e5)

//# 27 yields
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"function*g(){" + "yield ".repeat(1e5) + "}"

//# 27 private in
//: generated
//> throws SyntaxError: Unexpected '#a'; expected an expression. A comment begins
"class A{#a;m(x){return " + "#a in ".repeat(1e5) + "x}}"

//# 27 calls in arguments
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"f(".repeat(1e5)

//# 27 increments
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"++".repeat(1e5) + "a"

//# 27 type arguments
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"let x:" + "A<".repeat(1e5)

//# 27 array types
//: generated
//> value 1
"let x:number" + "[]".repeat(1e5) + "=1; x"

//# 27 function types
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"type X=" + "()=>".repeat(1e5) + "D"

//# 27 conditional types
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"type X=" + "A extends B ? C : ".repeat(1e5) + "D"

//# 27 assertions
//: generated
//> value 1
"1" + " as any".repeat(1e5)

//# 27 generics or comparisons
//: generated, work 10M, memory 64
//> throws ReferenceError: f is not defined
"f<".repeat(1e5) + "1"

//# 27 one more than fits of everything
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
["(", "[", "({a:", "!(", "(a=>", "`${", "(function(){return ", "(class{m(){return ", "f("].join("").repeat(100)

//# 27 150 array literals
//: generated
//> value 1
"[".repeat(150) + "]".repeat(150) + ".length"

//# 27 150 functions
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(function(){return ".repeat(150) + "1" + "})()".repeat(150)

//# 27 150 classes
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(class{static m(){return ".repeat(150) + "1" + "}}).m()".repeat(150)

//# 27 80 patterns
//: generated
//> value undefined
"let " + "[".repeat(80) + "a" + "=[]]".repeat(80) + "=[]"

//# 27 150 tries with returns
//: generated
//> value 1
"function f(){" + "try{".repeat(150) + "return 1" + "}finally{f;}".repeat(150) + "} f()"

//# 27 1000 array literals
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"[".repeat(1000) + "]".repeat(1000) + ".length"

//# 27 1000 functions
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(function(){return ".repeat(1000) + "1" + "})()".repeat(1000)

//# 27 1000 classes
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"(class{static m(){return ".repeat(1000) + "1" + "}}).m()".repeat(1000)

//# 27 1000 patterns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"let " + "[".repeat(1000) + "a" + "=[]]".repeat(1000) + "=[]"

//# 27 1000 tries with returns
//: generated
//> throws SyntaxError: The code is nested too deeply; use variables and functions
"function f(){" + "try{".repeat(1000) + "return 1" + "}finally{f;}".repeat(1000) + "} f()"

//# 28 pattern of parentheses cut short
//> throws SyntaxError: Invalid regular expression:
new RegExp("(".repeat(1e5))

//# 28 pattern of groups
//> throws SyntaxError: Invalid regular expression:
new RegExp("(".repeat(1e5) + ")".repeat(1e5))

//# 28 pattern of groups without captures
//> throws SyntaxError: Invalid regular expression:
new RegExp("(?:".repeat(1e5) + ")".repeat(1e5))

//# 28 pattern of look-aheads
//> throws SyntaxError: Invalid regular expression:
new RegExp("(?=".repeat(1e5) + ")".repeat(1e5))

//# 28 pattern of look-behinds
//> throws SyntaxError: Invalid regular expression:
new RegExp("(?<=".repeat(1e4) + ")".repeat(1e4))

//# 28 pattern of brackets
//> throws SyntaxError: Invalid regular expression:
new RegExp("[".repeat(1e5)).test("a")

//# 28 pattern of bars
//> value true
new RegExp("|".repeat(1e5)).test("a")

//# 28 pattern of nested stars
//> value true
new RegExp("(".repeat(150) + "a*" + ")*".repeat(150)).test("a".repeat(1000) + "b")

//# 28 literal of nested stars
//> stops work
/^((((((((((a*)*)*)*)*)*)*)*)*)*)*$/.test("a".repeat(1000) + "b")

//# 29 bound a hundred thousand times
//> value 1
let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(); f()

//# 29 bound with arguments
//> stops work
let f = (...a) => a.length; for (let i = 0; i < 1e4; i++) f = f.bind(null, 1); f()

//# 29 proxy of a proxy
//> value undefined
let p = {}; for (let i = 0; i < 5e4; i++) p = new Proxy(p, {}); p.x

//# 29 bound proxies of bound proxies
//: work 5M
//> throws RangeError: Maximum call stack size exceeded
let f = function () { return 1 }; for (let i = 0; i < 2e4; i++) f = new Proxy(f, {}).bind(); f()

//# 29 bound proxies constructed
//: work 5M
//> value {}
let f = function () { return 1 }; for (let i = 0; i < 2e4; i++) f = new Proxy(f, {}).bind(); new f()

//# 29 bound proxies printed
//: work 5M
//> completes
let f = function () { return 1 }; for (let i = 0; i < 2e4; i++) f = new Proxy(f, {}).bind(); console.log(f); f

//# 29 bound proxies as a wrong receiver
//: work 5M
//> throws TypeError: Method Map.prototype.get called on incompatible receiver fun
let f = function () { return 1 }; for (let i = 0; i < 2e4; i++) f = new Proxy(f, {}).bind(); Map.prototype.get.call(f)

//# 29 instance of bound proxies
//: work 5M
//> throws TypeError: Function has non-object prototype in instanceof check
let f = function () { return 1 }; for (let i = 0; i < 2e4; i++) f = new Proxy(f, {}).bind(); ({}) instanceof f

//# 29 proxies and prototypes in turn
//: work 5M
//> value ',false,false'
let p = {}; for (let i = 0; i < 2e4; i++) p = Object.create(new Proxy(p, {})); [p.x, "x" in p, Object.getPrototypeOf(p) === null].join()

//# 29 proxies and prototypes in turn, written
//: work 5M
//> value 1
let p = {}; for (let i = 0; i < 2e4; i++) p = Object.create(new Proxy(p, {})); p.x = 1; p.x

//# 29 proxies and prototypes in turn, listed
//: work 5M
//> value 1
let p = { a: 1 }; for (let i = 0; i < 2e4; i++) p = Object.create(new Proxy(p, {})); let n = 0; for (const k in p) n++; n

//# 29 proxies deep under every trap
//: work 5M
//> value 'value,value,value,value,value,value,TypeError,value,value,TypeError,value,value,TypeError,value,DataCloneError,value'
let p = []; for (let i = 0; i < 2e4; i++) p = new Proxy(p, {}); const ends = [];
for (const f of [() => Array.isArray(p), () => Object.keys(p), () => Object.getPrototypeOf(p), () => Object.setPrototypeOf(p, null), () => Object.isExtensible(p), () => Object.preventExtensions(p), () => Object.defineProperty(p, "a", { value: 1 }), () => delete p.a, () => "a" in p, () => p.a = 1, () => JSON.stringify(p), () => [].concat(p), () => String(p), () => console.log(p), () => structuredClone(p), () => p instanceof Array]) try { f(); ends.push("value") } catch (error) { ends.push(error.name) } ends.join()

//# 29 proxies as handlers of proxies
//: work 5M
//> throws RangeError: Maximum call stack size exceeded
let h = {}; for (let i = 0; i < 2e4; i++) h = new Proxy({}, h); h.x

//# 29 long prototype chain
//> value ',false,false'
let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); [o.missing, "missing" in o, o instanceof Array].join()

//# 29 for-in along a long prototype chain
//> value 'a'
let o = { a: 1 }; for (let i = 0; i < 5e4; i++) o = Object.create(o); let keys = ""; for (const key in o) keys += key; keys

//# 29 long chain of classes
//> throws RangeError: Maximum call stack size exceeded
let A = class {}; for (let i = 0; i < 12000; i++) A = class extends A {}; new A()

//# 30 rope deep on the left
//> value '98,true,1,true,400000'
let s = ""; for (let i = 0; i < 2e5; i++) s = s + "ab"; [s.charCodeAt(5), s < s + "a", new Map([[s, 1]]).get(s), /b/.test(s), s.length].join()

//# 30 rope deep on the right
//> value '98,true,1,true,400000'
let s = ""; for (let i = 0; i < 2e5; i++) s = "ab" + s; [s.charCodeAt(5), s < s + "a", new Map([[s, 1]]).get(s), /b/.test(s), s.length].join()

//# 30 rope in zig-zag
//> value '98,true,1,true,400000'
let s = ""; for (let i = 0; i < 2e5; i++) s = i % 2 ? s + "ab" : "ab" + s; [s.charCodeAt(5), s < s + "a", new Map([[s, 1]]).get(s), /b/.test(s), s.length].join()

//# 30 rope traced, printed and compared before it is flat
//: whole
//> value 1
let rope = ""; for (let i = 0; i < 1e5; i++) rope = i % 2 ? rope + "ab" : "ab" + rope; for (let i = 0; i < 2e5; i++) [1, 2, 3, 4, 5, 6, 7, 8]; console.log(rope); 1
//> value false
rope === "a"

//# 31 linked list printed
//> value 1
let list = null; for (let i = 0; i < 1e5; i++) list = { next: list }; console.log(list); 1

//# 31 linked list as JSON
//> value 450004
let list = null; for (let i = 0; i < 5e4; i++) list = { next: list }; JSON.stringify(list).length

//# 31 linked list cloned
//: memory 32
//> value 50000
let list = null; for (let i = 0; i < 5e4; i++) list = { next: list }; let copy = structuredClone(list), n = 0; for (; copy; copy = copy.next) n++; n

//# 31 linked list as result
//> value { next: { next: { next: [Object] } } }
let list = null; for (let i = 0; i < 1e5; i++) list = { next: list }; list

//# 31 linked list for the host
//> throws RangeError: The value nests deeper than 200 levels, which is too deep
let list = null; for (let i = 0; i < 1e5; i++) list = { next: list }; await host(list)

//# 31 linked list traced
//> value 1
let list = null; for (let i = 0; i < 1e5; i++) list = { next: list }; for (let i = 0; i < 4e5; i++) [1, 2, 3]; 1

//# 32 chain of delegating generators
//> value 1
function* wrap(g) { yield* g } let g = [1, 2][Symbol.iterator](); for (let i = 0; i < 9000; i++) g = wrap(g); g.next().value

//# 32 chain of delegating generators too deep
//> throws RangeError: Maximum call stack size exceeded
function* wrap(g) { yield* g } let g = [1, 2][Symbol.iterator](); for (let i = 0; i < 3e4; i++) g = wrap(g); g.next().value

//# 32 chain of delegating generators closed
//> value 5
function* wrap(g) { yield* g } let g = [1, 2][Symbol.iterator](); for (let i = 0; i < 5000; i++) g = wrap(g); g.next(); g.return(5).value

//# 32 chain of delegating async generators
//> value 1
async function* wrap(g) { yield* g } let g = [1, 2]; for (let i = 0; i < 5000; i++) g = wrap(g); (await g.next()).value

//# 32 async functions awaiting each other
//> value 'deep'
async function f(n) { return n ? await f(n - 1) : "deep" } await f(9000)

//# 32 promise resolved with promise
//: memory 32
//> value 1
let p = Promise.resolve(1); for (let i = 0; i < 3e4; i++) { const inner = p; p = new Promise(resolve => resolve(inner)) } await p

//# 32 long chain of then
//> value 30001
let p = Promise.resolve(1); for (let i = 0; i < 3e4; i++) p = p.then(x => x + 1); await p

//# 33 chain of causes
//> throws Error: next
let error = new Error("first"); for (let i = 0; i < 3e4; i++) error = new Error("next", { cause: error }); console.log(error); throw error

//# 33 nested aggregate errors
//> throws AggregateError: next
let error = new Error("first"); for (let i = 0; i < 3e4; i++) error = new AggregateError([error], "next"); console.log(error); throw error

//# 33 error whose toString needs itself
//> throws RangeError: Maximum call stack size exceeded
const error = new Error("x"); error.toString = () => String(error); String(error)

//# 33 error thrown while the message is read
//> throws Error
const error = new Error("x"); Object.defineProperty(error, "message", { get() { throw error } }); String(error)

//# 34 catch handler that calls again
//> stops work
function f() { try { f() } catch { f() } } f()

//# 34 finally block that calls again
//> stops work
function f() { try { f() } finally { f() } } f()

//# 34 catch handler that calls again through a built-in
//> stops work
function f() { try { [1].map(f) } catch { [1].map(f) } } f()

//# 35 at the cap of calls from inside a built-in
//> throws RangeError: Maximum call stack size exceeded
const o = { toString() { return [1].map(() => "" + o)[0] } }; "" + o

//# 35 at the cap of calls from inside a sort
//> throws RangeError: Maximum call stack size exceeded
const deep = () => { try { return { valueOf: deep } > 1 } catch (error) { return [2, 1].sort(() => { throw error }) } }; deep()

//# 35 getters behind getters
//> throws RangeError: Maximum call stack size exceeded
let o = {}; for (let i = 0; i < 2e4; i++) { const inner = o; o = { get a() { return inner.a } } } o.a

//# 35 joins behind joins
//> throws RangeError: Maximum call stack size exceeded
let o = [1]; for (let i = 0; i < 2e4; i++) { const inner = o; o = [{ toString() { return inner.join() } }] } o.join()

//# 35 conversions behind conversions
//> throws RangeError: Maximum call stack size exceeded
let o = "x"; for (let i = 0; i < 2e4; i++) { const inner = o; o = { toString() { return "" + inner } } } "" + o
