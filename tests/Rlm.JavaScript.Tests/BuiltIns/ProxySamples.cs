namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Expressions with Reflect and Proxy, and what <see cref="Samples"/> shows of their values in Node.js 20.</summary>
internal static class ProxySamples
{
    public const string Lines = """""
        props(Reflect)
          => "apply:wcapply/3 construct:wcconstruct/2 defineProperty:wcdefineProperty/3 deleteProperty:wcdeleteProperty/2 get:wcget/2 getOwnPropertyDescriptor:wcgetOwnPropertyDescriptor/2 getPrototypeOf:wcgetPrototypeOf/1 has:wchas/2 isExtensible:wcisExtensible/1 ownKeys:wcownKeys/1 preventExtensions:wcpreventExtensions/1 set:wcset/3 setPrototypeOf:wcsetPrototypeOf/2"
        [Object.prototype.toString.call(Reflect),Reflect[Symbol.toStringTag],Object.getPrototypeOf(Reflect)===Object.prototype]
          => ["[object Reflect]", "Reflect", true]
        [Reflect.apply(Math.max,null,[1,3,2]),Reflect.apply(function(){return this.x},{x:5},[])]
          => [3, 5]
        [Reflect.construct(Date,[0]).getTime(),Reflect.construct(Array,[3]).length]
          => [0, 3]
        (()=>{class A{constructor(){this.t=new.target}} class B{m(){return 1}} const o=Reflect.construct(A,[],B);return [o.t===B,o instanceof B,o instanceof A,o.m()]})()
          => [true, true, false, 1]
        (()=>{function F(){return new.target} const o=Reflect.construct(F,[],Array);return [Array.isArray(o),o===Array]})()
          => [false, true]
        (()=>{class P extends Array{};return Reflect.construct(Array,[1,2],P) instanceof P})()
          => true
        [Reflect.get({get x(){return this.y}},'x',{y:9}),Reflect.get([1,2],1),Reflect.get({},'z')]
          => [9, 2, undefined]
        [(()=>{const r={};Reflect.set({set x(v){this.z=v}},'x',4,r);return r})(),Reflect.set(Object.freeze({a:1}),'a',2),Reflect.set({},'a',1),(()=>{const r={};const ok=Reflect.set({a:1},'a',2,r);return [ok,r]})(),Reflect.set({},'a',1,5)]
          => [{z:4}, false, true, [true, {a:2}], false]
        [Reflect.has({a:1},'a'),Reflect.has([],'length'),Reflect.has(Object.create({q:1}),'q')]
          => [true, true, true]
        [Reflect.ownKeys({b:1,a:2,1:3,[Symbol.iterator]:4}),Reflect.ownKeys([1])]
          => [["1", "b", "a", Symbol(Symbol.iterator)], ["0", "length"]]
        [Reflect.deleteProperty({a:1},'a'),Reflect.deleteProperty(Object.freeze({a:1}),'a'),Reflect.deleteProperty([1],'length')]
          => [true, false, false]
        [Reflect.defineProperty({},'a',{value:1}),Reflect.defineProperty(Object.freeze({}),'a',{value:1}),t(()=>Reflect.defineProperty([],'length',{value:-1}))]
          => [true, false, "RangeError: Invalid array length"]
        Reflect.getOwnPropertyDescriptor({get a(){return 1}},'a')
          => {get:fn:get a/0, set:undefined, enumerable:true, configurable:true}
        [Reflect.getPrototypeOf([])===Array.prototype,Reflect.setPrototypeOf({},null),Reflect.setPrototypeOf(Object.freeze({}),null),Reflect.isExtensible({}),Reflect.preventExtensions({}),Reflect.isExtensible(Object.freeze({}))]
          => [true, true, false, true, true, false]
        Object.getOwnPropertyNames(Reflect).sort().slice(2).map(n=>t(()=>Reflect[n](1,2)))
          => ["TypeError: Reflect.defineProperty called on non-object", "TypeError: Reflect.deleteProperty called on non-object", "TypeError: Reflect.get called on non-object", "TypeError: Reflect.getOwnPropertyDescriptor called on non-object", "TypeError: Reflect.getPrototypeOf called on non-object", "TypeError: Reflect.has called on non-object", "TypeError: Reflect.isExtensible called on non-object", "TypeError: Reflect.ownKeys called on non-object", "TypeError: Reflect.preventExtensions called on non-object", "TypeError: Reflect.set called on non-object", "TypeError: Reflect.setPrototypeOf called on non-object"]
        [t(()=>Reflect.construct(()=>1,[])).slice(0,9),t(()=>Reflect.construct(Date,[],Math.max)).slice(-20),t(()=>Reflect.apply(Math.max,null)),t(()=>Reflect.setPrototypeOf({},1))]
          => ["TypeError", "is not a constructor", "TypeError: CreateListFromArrayLike called on non-object", "TypeError: Object prototype may only be an Object or null: 1"]
        [typeof Proxy,Proxy.length,Proxy.name,'prototype' in Proxy,t(()=>Proxy({},{})),t(()=>new Proxy(1,{})),t(()=>new Proxy({},null))]
          => ["function", 2, "Proxy", false, "TypeError: Constructor Proxy requires 'new'", "TypeError: Cannot create proxy with a non-object as target or handler", "TypeError: Cannot create proxy with a non-object as target or handler"]
        (()=>{const p=new Proxy({},{get:(t,k)=>k in t?t[k]:0});for(const w of 'a b a c a'.split(' '))p[w]++;return {...p}})()
          => {a:3, b:1, c:1}
        (()=>{const log=[];const p=new Proxy({a:1,b:2},new Proxy({},{get(_,k){log.push(k)}}));p.a;p.a=2;'a' in p;delete p.a;Object.keys(p);Object.getPrototypeOf(p);Object.isExtensible(p);({...p});JSON.stringify(p);Object.getOwnPropertyDescriptor(p,'b');Object.defineProperty(p,'c',{value:1,configurable:true});Object.preventExtensions(p);return log.join()})()
          => "get,set,getOwnPropertyDescriptor,defineProperty,has,deleteProperty,ownKeys,getOwnPropertyDescriptor,getPrototypeOf,isExtensible,ownKeys,getOwnPropertyDescriptor,get,get,ownKeys,getOwnPropertyDescriptor,get,getOwnPropertyDescriptor,defineProperty,preventExtensions"
        (()=>{const log=[];const h={};for(const n of Object.getOwnPropertyNames(Reflect))h[n]=(...a)=>{log.push(n+(typeof a[1]==='symbol'?'@@':typeof a[1]==='string'?':'+a[1]:''));return Reflect[n](...a)};const p=new Proxy({a:1,b:2},h);p.a;p.a=2;'a' in p;delete p.a;Object.keys(p);Object.getPrototypeOf(p);({...p});JSON.stringify(p);Object.assign({},p);Object.entries(p);p+'';p instanceof Object;Object.freeze(p);Object.isFrozen(p);return log.join(' ')})()
          => "get:a set:a getOwnPropertyDescriptor:a defineProperty:a has:a deleteProperty:a ownKeys getOwnPropertyDescriptor:b getPrototypeOf ownKeys getOwnPropertyDescriptor:b get:b get:toJSON ownKeys getOwnPropertyDescriptor:b get:b ownKeys getOwnPropertyDescriptor:b get:b ownKeys getOwnPropertyDescriptor:b get:b get@@ get:valueOf get:toString get@@ getPrototypeOf preventExtensions ownKeys getOwnPropertyDescriptor:b defineProperty:b isExtensible ownKeys getOwnPropertyDescriptor:b"
        (()=>{const log=[];const p=new Proxy([1,2,3],{get(t,k,r){log.push(String(k));return Reflect.get(t,k,r)},has(t,k){log.push('has '+String(k));return k in t}});return [[...p],p.map(x=>x*2),p.length,p.indexOf(2),p.slice(1),p.join('-'),Array.isArray(p),[0].concat(p),log.join(' ')]})()
          => [[1, 2, 3], [2, 4, 6], 3, 1, [2, 3], "1-2-3", true, [0, 1, 2, 3], "Symbol(Symbol.iterator) length 0 length 1 length 2 length map length constructor has 0 0 has 1 1 has 2 2 length indexOf length has 0 0 has 1 1 slice length constructor has 1 1 has 2 2 join length 0 1 2 Symbol(Symbol.isConcatSpreadable) length has 0 0 has 1 1 has 2 2"]
        (()=>{const p=new Proxy([],{});p.push(1,2);p[5]=3;p.length=3;return [p.length,Object.keys(p),JSON.stringify(p),p.concat([9]).length,p.flat().length]})()
          => [3, ["0", "1"], "[1,2,null]", 4, 2]
        [Object.prototype.toString.call(new Proxy([],{})),Object.prototype.toString.call(new Proxy(()=>1,{})),Object.prototype.toString.call(new Proxy(new Date,{})),typeof new Proxy(class{},{}),typeof new Proxy({},{})]
          => ["[object Array]", "[object Function]", "[object Object]", "function", "object"]
        (()=>{const p=new Proxy(function(a,b){return [this===undefined,a,b]},{});return [p(1,2),p.call(undefined,3),p.apply(undefined,[4,5]),p.bind(null,6)(7),p.length]})()
          => [[true, 1, 2], [true, 3, undefined], [true, 4, 5], [false, 6, 7], 2]
        (()=>{const p=new Proxy(function(){},{apply(t,th,args){return ['apply',th,args]},construct(t,args,n){return {made:args,same:n===p}}});return [p(1),p.call(9,2),new p(3,4),Reflect.construct(p,[5],Array)]})()
          => [["apply", undefined, [1]], ["apply", 9, [2]], {made:[3, 4], same:true}, {made:[5], same:false}]
        [t(()=>new (new Proxy(function(){},{construct:()=>1}))),...[()=>new (new Proxy(()=>1,{})),()=>(new Proxy({},{}))(),()=>new (new Proxy({},{construct(){return {}}}))].map(f=>t(f).slice(0,9))]
          => ["TypeError: 'construct' on proxy: trap returned non-object ('1')", "TypeError", "TypeError", "TypeError"]
        (()=>{class A{#x=1;get x(){return this.#x}};const p=new Proxy(new A,{});return t(()=>p.x).replace(/^(TypeError).*/,'$1')})()
          => "TypeError"
        (()=>{class B{constructor(){return new Proxy({},{})}};class C extends B{#y=3;static has(o){return #y in o};get(){return this.#y}};const c=new C;return [C.has(c),C.prototype.get.call(c)]})()
          => [true, 3]
        (()=>{class A{constructor(){this.t=new.target.name}};const P=new Proxy(A,{});class X extends P{};return [new P().t,new X().t,new X instanceof A,X.__proto__===P]})()
          => ["A", "X", true, true]
        t(()=>new Map([[1,2]]).get.call(new Proxy(new Map([[1,2]]),{}),1)).slice(0,60)
          => "TypeError: Method Map.prototype.get called on incompatible r"
        (()=>{const {proxy,revoke}=Proxy.revocable({a:1},{});const x=proxy.a;revoke();revoke();return [x,t(()=>proxy.a),t(()=>proxy.a=1),t(()=>'a' in proxy),t(()=>delete proxy.a),t(()=>Object.keys(proxy)),t(()=>Object.getPrototypeOf(proxy)),t(()=>Array.isArray(proxy)),typeof proxy,t(()=>new Proxy(proxy,{})===proxy)]})()
          => [1, "TypeError: Cannot perform 'get' on a proxy that has been revoked", "TypeError: Cannot perform 'set' on a proxy that has been revoked", "TypeError: Cannot perform 'has' on a proxy that has been revoked", "TypeError: Cannot perform 'deleteProperty' on a proxy that has been revoked", "TypeError: Cannot perform 'ownKeys' on a proxy that has been revoked", "TypeError: Cannot perform 'getPrototypeOf' on a proxy that has been revoked", "TypeError: Cannot perform 'IsArray' on a proxy that has been revoked", "object", false]
        (()=>{const {proxy,revoke}=Proxy.revocable(function(){},{});revoke();return [typeof proxy,t(()=>proxy()),t(()=>new proxy)]})()
          => ["function", "TypeError: Cannot perform 'apply' on a proxy that has been revoked", "TypeError: Cannot perform 'construct' on a proxy that has been revoked"]
        [{get:()=>2},{set:()=>true},{deleteProperty:()=>true},{has:()=>false},{getOwnPropertyDescriptor:()=>undefined},{ownKeys:()=>[]},{defineProperty:()=>true}].map(h=>{const p=new Proxy(Object.freeze({x:1}),h);return [t(()=>p.x),t(()=>p.x=5),t(()=>delete p.x),t(()=>'x' in p),t(()=>Object.getOwnPropertyDescriptor(p,'x').value),t(()=>Reflect.ownKeys(p).join()),t(()=>Object.defineProperty(p,'y',{value:1})===p)].map(x=>typeof x==='string'?x.replace(/^.*(Cannot|refused|falsish).*$/,'refused').replace('  ',' '):x)})
          => [["TypeError: 'get' on proxy: property 'x' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '1' but got '2')", "refused", "refused", true, 1, "x", "refused"], [1, "TypeError: 'set' on proxy: trap returned truish for property 'x' which exists in the proxy target as a non-configurable and non-writable data property with a different value", "refused", true, 1, "x", "refused"], [1, "refused", "TypeError: 'deleteProperty' on proxy: trap returned truish for property 'x' which is non-configurable in the proxy target", true, 1, "x", "refused"], [1, "refused", "refused", "refused", 1, "x", "refused"], [1, "refused", "refused", true, "TypeError: 'getOwnPropertyDescriptor' on proxy: trap returned undefined for property 'x' which is non-configurable in the proxy target", "x", "refused"], [1, "refused", "refused", true, 1, "TypeError: 'ownKeys' on proxy: trap result did not include 'x'", "refused"], [1, "refused", "refused", true, 1, "x", "TypeError: 'defineProperty' on proxy: trap returned truish for adding property 'y' to the non-extensible proxy target"]]
        [{getPrototypeOf:()=>1},{getPrototypeOf:()=>Array.prototype},{isExtensible:()=>false},{preventExtensions:()=>true},{preventExtensions:()=>false},{setPrototypeOf:()=>false},{getOwnPropertyDescriptor:()=>1},{ownKeys:()=>1},{ownKeys:()=>['a','a']},{ownKeys:()=>[1]}].map(h=>{const p=new Proxy({},h);return [t(()=>Object.getPrototypeOf(p)===Array.prototype),t(()=>Object.isExtensible(p)),t(()=>Reflect.preventExtensions(p)),t(()=>Object.getOwnPropertyDescriptor(p,'q')),t(()=>Object.keys(p))].map(x=>typeof x==='string'?x.replace(/#<Object>/,'o'):x)})
          => [["TypeError: 'getPrototypeOf' on proxy: trap returned neither object nor null", true, true, undefined, []], [true, true, true, undefined, []], [false, "TypeError: 'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is 'true')", true, undefined, []], [false, true, "TypeError: 'preventExtensions' on proxy: trap returned truish but the proxy target is extensible", undefined, []], [false, true, false, undefined, []], [false, true, true, undefined, []], [false, true, true, "TypeError: 'getOwnPropertyDescriptor' on proxy: trap returned neither object nor undefined for property 'q'", []], [false, true, true, undefined, "TypeError: CreateListFromArrayLike called on non-object"], [false, true, true, undefined, "TypeError: 'ownKeys' on proxy: trap returned duplicate entries"], [false, true, true, undefined, "TypeError: 1 is not a valid property name"]]
        [t(()=>{new Proxy({},{set:()=>false}).x=1}),t(()=>{delete new Proxy({},{deleteProperty:()=>false}).x}),t(()=>Object.defineProperty(new Proxy({},{defineProperty:()=>false}),'x',{})),t(()=>Object.preventExtensions(new Proxy({},{preventExtensions:()=>false})))].map(x=>x.replace(', or the target refused',''))
          => ["TypeError: 'set' on proxy: trap returned falsish for property 'x'", "TypeError: 'deleteProperty' on proxy: trap returned falsish for property 'x'", "TypeError: 'defineProperty' on proxy: trap returned falsish for property 'x'", "TypeError: 'preventExtensions' on proxy: trap returned falsish"]
        (()=>{const p=new Proxy({},{get:(t,k,r)=>typeof k==='string'?k+':'+(r===c):undefined,set(t,k,v,r){log.push([k,v,r===c]);return true},has:(t,k)=>k==='magic'});const c=Object.create(p);const log=[];c.own=1;c[3]=2;return [c.foo,c[7],'magic' in c,'other' in c,log,Object.keys(c)]})()
          => ["foo:true", "7:true", true, false, [["own", 1, true], ["3", 2, true]], []]
        (()=>{class Base{};Object.setPrototypeOf(Base.prototype,new Proxy({},{get:(t,k)=>k==='dyn'?()=>42:undefined}));class D extends Base{f(){return super.dyn()}};const d=new D;return [d.dyn(),d.f(),d.none]})()
          => [42, 42, undefined]
        (()=>{const a=[1,,3];Object.setPrototypeOf(a,new Proxy(Array.prototype,{get:(t,k,r)=>k==='1'?'hole':Reflect.get(t,k,r),has:(t,k)=>k==='1'||k in t}));return [a[1],a.join(),a.map(x=>x),a.includes('hole'),1 in a]})()
          => ["hole", "1,hole,3", [1, "hole", 3], true, true]
        (()=>{const p=new Proxy({a:1,b:2,[Symbol.for('s')]:3},{ownKeys:()=>['b','a'],getOwnPropertyDescriptor:(t,k)=>k==='a'?undefined:{value:5,enumerable:true,configurable:true}});return [Object.keys(p),Object.entries(p),{...p},JSON.stringify(p),Object.getOwnPropertyNames(p)]})()
          => [["b"], [["b", 2]], {b:2}, "{"b":2}", ["b", "a"]]
        (()=>{const p=new Proxy({},{get:(t,k)=>k===Symbol.iterator?function*(){yield 1;yield 2}:k===Symbol.toPrimitive?()=>'prim':undefined});return [[...p],`${p}`,Math.max(...p)]})()
          => [[1, 2], "prim", 2]
        [t(()=>structuredClone(new Proxy({},{})).x),JSON.stringify(new Proxy({a:[new Proxy([1],{})]},{})),JSON.stringify([1,{b:2}],new Proxy(['b',0],{}))]
          => ["DataCloneError: #<Object> could not be cloned.", "{"a":[[1]]}", "[1,{"b":2}]"]
        (()=>{let n=0;const p=new Proxy({},{get(t,k){return n++}});return [p.a,p.a,p['b'],p[0],(({x,y})=>[x,y])(p),p?.z,n]})()
          => [0, 1, 2, 3, [4, 5], 6, 7]
        (async()=>1).constructor.name&&(()=>{const p=new Proxy(Promise.resolve(1),{});return t(()=>p.then(x=>x)).replace(/ (#<|an ).*/,'')})()
          => "TypeError: Method Promise.prototype.then called on incompatible receiver"
        (()=>{const target={};const p=new Proxy(target,{});Object.setPrototypeOf(target,Object.create(null));return [Object.getPrototypeOf(p)===Object.getPrototypeOf(target),p.toString]})()
          => [true, undefined]
        (()=>{const p=new Proxy({},{get(t,k,r){return this===h&&r===p}});const h=Reflect;return p.x})()
          => false
        (()=>{const w=new WeakMap;const p=new Proxy({},{});w.set(p,1);const s=new Set([p,p]);return [w.get(p),s.size,Object.is(p,p)]})()
          => [1, 1, true]
        (()=>{const p=new Proxy({a:1,b:2},{has:()=>false});const r=[];for(const k in p)r.push(k);for(const k in Object.create(p))r.push(k);return r})()
          => ["a", "b", "a", "b"]
        (()=>{const p=new Proxy({},{get:(t,k)=>k});return [Reflect.get(p,'q'),Reflect.get(Object.create(p),'w'),[].join.call({length:2,__proto__:p})]})()
          => ["q", "w", "0,1"]
        """"";
}
