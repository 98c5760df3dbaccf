function fib(n){ return n < 2 ? n : fib(n-1) + fib(n-2); }
console.log(fib(20));
let s = ''; for (let i=0;i<5;i++) { s += i; } console.log(s);
const {a, b: {c = 5, ...r}, ...rest} = {a: 1, b: {d: 2, e: 3}, f: 4, g: 5}; console.log(a,c,r,rest);
const [x, , y = 9, ...z] = [1,2,undefined,4,5]; console.log(x,y,z);
var fs=[]; for (let i=0;i<3;i++) fs.push(()=>i); console.log(fs.map(f=>f()));
class A { #p = 1; static s = 2; x = 3; constructor(y){ this.y=y; } get p(){ return this.#p; } set p(v){ this.#p=v; } m(){ return 'm'+this.x; } static sm(){ return 'sm' } #q(){ return 'q' } q(){ return this.#q(); } }
class B extends A { constructor(){ super(7); this.z=1; } m(){ return 'B'+super.m(); } }
const bb = new B(); console.log(bb, bb.p, bb.m(), B.sm(), A.s, bb.q(), bb instanceof A);
function* g(){ const r = yield 1; console.log('r', r); try { yield* [2,3]; } finally { console.log('fin'); } return 4; }
const it = g(); console.log(it.next(), it.next('v'), it.next(), it.return(8), it.next());
console.log([...g()]);
label: for (const i of [1,2,3]) { for (const j of [1,2,3]) { if (j==2) continue label; if (i==3) break label; console.log(i,j); } }
try { null.foo } catch (e) { console.log(e.message) } finally { console.log('f') }
function tf(){ try { return 1 } finally { console.log('in finally') } } console.log(tf());
function tg(){ for (let i=0;i<3;i++) { try { if(i==1) continue; if (i==2) return 'r'+i; } finally { console.log('fi', i) } } } console.log(tg());
switch(3){ case 1: console.log('one'); case 3: console.log('three'); case 4: console.log('four'); break; default: console.log('d') }
console.log(`t ${1+1} ${[1,2]} ${{}}`);
const o = {m(){return this.v}, v: 3, get gg(){return 'G'}, ['c'+1]: 2, __proto__: {inh: 1}}; console.log(o, o.m(), o.gg, o.inh, o?.zz?.y, o.zz?.(), o.m?.());
console.log([3,1,2].sort((a,b)=>a-b), [1,2,3].reduce((a,b)=>a+b));
const m = new Map([[1,'a'],['k',{z:1}]]); console.log(m, new Set([1,1,2])); for (const [k,v] of m) console.log(k,v);
console.log("a,b,c".split(','), 'abc'.replace(/b/g, x=>x.toUpperCase()), [...'a1b22'.matchAll(/\d+/g)].map(m=>m[0]));
console.log(JSON.stringify({a:[1,{b:2}],c:undefined,d:'x"'}), JSON.parse('{"q":[1,2,{"w":null}]}'));
console.log(typeof undefinedVar, typeof fib, 5 % 3, -5 % 3, 2**10, 7/2|0, 1<<31, -1>>>0, 0.1+0.2, 'b'+'a'+ +'a'+'a');
let u; u ??= 5; u ||= 6; u &&= 7; console.log(u, null ?? 'n');
var {length} = 'hello'; console.log(length);
console.log((function(){ return arguments.length })(1,2,3), ((...q)=>q)(1,2), Math.max(...[1,5,3]));
const d = (p, q = p + 1, {r: rr = 3} = {}) => p+q+rr; console.log(d(1), d(1,1,{r:1}));
do { u-- } while (u > 3); console.log(u);
for (const k in {a:1,b:2}) console.log(k);
console.log([1,[2,[3,[4]]]].flat(Infinity), Array.from({length:3},(_, i)=>i*i));
let i2 = 0; const arr2 = [i2++, i2++, i2]; console.log(arr2); let q1 = 1; q1 = q1 + (q1 = 5); console.log(q1); 
console.log(new Error('boo').message, String(new TypeError('tt')));
async function af(v){ const r = await v; return r + 1; }
console.log(await af(Promise.resolve(1)), await Promise.all([1,2,3].map(af)));
for await (const v of [Promise.resolve(1), 2]) console.log('fa', v);
console.log(label2());
function label2(){ return 'hoisted' }
