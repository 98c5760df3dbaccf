const log = Array.from({length:50},(_, i)=>`2024-01-0${i%9+1}T10:0${i%10}:00 [${i%3?'INFO':'ERROR'}] user=${i%7} msg="item ${i}"`).join('\n');
const rows = log.split('\n').map(l => { const m = l.match(/^(\S+) \[(\w+)\] user=(\d+) msg="(.*)"$/); return m && {t:m[1], level:m[2], user:+m[3], msg:m[4]}; }).filter(Boolean);
const byUser = rows.reduce((acc, r) => { (acc[r.user] ||= []).push(r); return acc; }, {});
console.log(Object.keys(byUser), Object.entries(byUser).map(([k,v])=>`${k}:${v.length}`).join(' '));
console.table([{a:1,b:'x'},{a:2,b:'y'}]);
const csv = "name,age\n\"Doe, J\",30\nAnn,25"; 
const parsed = csv.split('\n').slice(1).map(line => [...line.matchAll(/("([^"]*)"|[^,]+)(,|$)/g)].map(m => m[2] ?? m[1])); console.log(parsed);
const words = "the quick brown the lazy dog the end".split(/\s+/); const freq = new Map(); for (const w of words) freq.set(w, (freq.get(w) ?? 0) + 1);
console.log([...freq.entries()].sort((a,b)=>b[1]-a[1]||a[0].localeCompare(b[0])).slice(0,3));
let out=''; outer: for (let i=0;i<5;i++){ for(let j=0;j<5;j++){ if(j===3) continue outer; if(i===3) break outer; out+=i*j+','; } } console.log(out);
console.log([10,9,1,100].sort(), [..."héllo"].length, "abc".at(-1), [1,2,3].at(-1), "x".padEnd(5,'-')+'|', (1234567.891).toLocaleString(), (0.000001234).toString(), 1e21+'', (25).toString(2), parseInt('12px'), Number(''), +[] , [] + {}, [1,2]+'', String(null));
const deep = {a:{b:{c:{d:{e:1}}}}}; console.log(deep, JSON.stringify(deep,null,2));
console.log([undefined, null, NaN, -0, 0, 'str', Symbol('s'), 10n, ()=>1, class Q{}, new Map([[{a:1},'v']]), new Set(['a']), /re/gi, new Error('E').message]);
function Person(n){ this.n=n } Person.prototype.hi=function(){ return 'hi '+this.n }; console.log(new Person('bob').hi(), new Person('x'));
const memo = {}; const f = n => n<2?n:memo[n]??(memo[n]=f(n-1)+f(n-2)); console.log(f(80));
const grid = Array.from({length:3},()=>Array(3).fill('.')); grid[1][1]='#'; console.log(grid.map(r=>r.join('')).join('\n'));
const q=[[0,0]], seen=new Set(['0,0']); while(q.length){ const [x,y]=q.shift(); for (const [dx,dy] of [[1,0],[0,1]]) { const k=`${x+dx},${y+dy}`; if (x+dx<4&&y+dy<4&&!seen.has(k)) { seen.add(k); q.push([x+dx,y+dy]); } } } console.log(seen.size);
var a1 = [1,2,3,4]; a1.length=2; a1[5]=9; console.log(a1, a1.length, a1.indexOf(9), 3 in a1);
try { JSON.parse('{bad') } catch(e) { console.log(e.name, e.message) }
try { undefined.x } catch(e) { console.log(e.message) } try { let zz = null; zz.foo() } catch(e) { console.log(e.message) } try { const c=1; c=2 } catch(e){ console.log(e instanceof TypeError) }
console.log([..."aXbX"].map((c,i)=>c==='X'?i:c), 'a-b_c'.split(/[-_]/), 'aaa'.replaceAll('a','b'), 'x1y2'.replace(/(\w)(\d)/g,(m,a,b)=>b+a), '2024-01-02'.match(/(?<y>\d+)-(?<m>\d+)/).groups.y);
const gen = (function*(){ let i=0; while(true) yield i++; })(); console.log(gen.next().value, gen.next().value, Array.from({length:3},()=>gen.next().value));
console.log([1,[2,[3]]].toString(), Array.isArray([]), typeof null, void 0, [,1], [1,,2], new Array(3), Array(2).fill().map((_, i)=>i));
const {x=1,...others} = {y:2,z:3}; console.log(x, others, ((a,b=2,...c)=>[a,b,c])(1,undefined,3,4));
console.log(isNaN('abc'), [3,2,1].toSorted?.(), Object.fromEntries([['a',1]]), structuredClone({a:[1,{b:2}]}), [1,2,3,4].findLast(x=>x%2), 'abc'.localeCompare('abd'));
let s = new Set([1,2,3]); s.forEach(v => { if (v===2) s.delete(v) }); console.log(s); label: { console.log('in'); break label; }
switch ('b') { case 'a': console.log('a'); case 'b': console.log('b'); case 'c': { let t='c'; console.log(t); break; } default: console.log('z'); }
const p = Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('no'))]); console.log((await p).map(r=>r.status)); console.log(await Promise.race([new Promise(r=>r('fast')), Promise.resolve('slow')]));
const obj = { get v(){ return 42 }, set v(x){ console.log('set',x) }, async m(){ return 1 }, *g(){ yield 1 }, [Symbol.iterator]: function*(){ yield* [7,8] } }; obj.v = 3; console.log(obj.v, [...obj], await obj.m());
console.log(Math.max(...[1,2,3]), Math.min(), Math.round(-0.5), Math.sign(-3), Math.hypot(3,4), Math.trunc(-4.7), 0.1*3, 5/0, 2**53, 0xff, 1_000, .5.toFixed(1), (1.005).toFixed(2), 123.456.toPrecision(4), 1e-7);
console.log("line1\nline2", ['a\nb', "it's", 'say "hi"', `back\`tick`], {'key with space':1, valid_id:2, 3:4});
console.log('%s is %d years and %i, %f, %j %%', 'Bob', 42.5, 42.9, 1.5, {a:1}, 'extra');
console.log(new Array(120).fill(1).map((_, i)=>i)); console.log('x'.repeat(200).length, [['a'.repeat(40), 'b'.repeat(50)]]); console.log({a:'x'.repeat(100), b:[1,2,3,{c:[1,[2,[3]]]}]});
