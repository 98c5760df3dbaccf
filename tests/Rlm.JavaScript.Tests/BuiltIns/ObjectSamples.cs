namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class ObjectSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            console.log(Object.keys('ab'),Object.entries([5,6]),Object.values('xy'),Object.keys({2:1,1:1,b:1,a:1,[Symbol()]:1}),Object.getOwnPropertyNames([1]),Object.getOwnPropertyNames('ab'),Object.getOwnPropertySymbols({[Symbol('z')]:1}),Object.assign({},null,{a:1},'xy',[9]),Object.fromEntries([['a',1],['b',2]]),Object.fromEntries(new Map([['k','v']])),Object.is(NaN,NaN),Object.is(0,-0),Object.entries(new (class{a=1;#b=2})))
            """,
            """
            [ '0', '1' ] [ [ '0', 5 ], [ '1', 6 ] ] [ 'x', 'y' ] [ '1', '2', 'b', 'a' ] [ '0', 'length' ] [ '0', '1', 'length' ] [ Symbol(z) ] { '0': 9, '1': 'y', a: 1 } { a: 1, b: 2 } { k: 'v' } true false [ [ 'a', 1 ] ]

            """
        },
        {
            """
            const o=Object.freeze({a:1,b:{c:2}});
            try{o.a=2}catch(e){console.log(e.message)}
            try{o.z=2}catch(e){console.log(e.message)}
            try{delete o.a}catch(e){console.log(e.message)}o.b.c=3;
            console.log(o,Object.isFrozen(o),Object.isSealed(o),Object.isExtensible(o),Object.isFrozen('x'),Object.isFrozen({}),Object.isFrozen(Object.preventExtensions({})));
            const a=Object.freeze([1,2]);
            try{a.push(3)}catch(e){console.log(e.message)}
            try{a[0]=9}catch(e){console.log(e.message)}
            console.log(a,Object.isFrozen(a))
            """,
            """
            Cannot assign to read only property 'a' of object '#<Object>'
            Cannot add property z, object is not extensible
            Cannot delete property 'a' of #<Object>
            { a: 1, b: { c: 3 } } true true false true false true
            Cannot add property 2, object is not extensible
            Cannot assign to read only property '0' of object '[object Array]'
            [ 1, 2 ] true

            """
        },
        {
            """
            const o={};Object.defineProperty(o,'x',{value:1});
            console.log(Object.getOwnPropertyDescriptor(o,'x'),Object.getOwnPropertyDescriptors({get a(){return 1},b:2}),Object.defineProperties({},{p:{value:1,enumerable:true},q:{get(){return 2},enumerable:true}}));
            try{Object.defineProperty(o,'x',{value:2})}catch(e){console.log(e.message)}
            try{o.x=5}catch(e){console.log(e.message)}
            try{Object.defineProperty(1,'x',{})}catch(e){console.log(e.message)}
            try{Object.defineProperty({},'x',{get:1})}catch(e){console.log(e.message)}
            try{Object.defineProperty({},'x',1)}catch(e){console.log(e.message)}
            """,
            """
            { value: 1, writable: false, enumerable: false, configurable: false } {
              a: {
                get: [Function: get a],
                set: undefined,
                enumerable: true,
                configurable: true
              },
              b: { value: 2, writable: true, enumerable: true, configurable: true }
            } { p: 1, q: [Getter] }
            Cannot redefine property: x
            Cannot assign to read only property 'x' of object '#<Object>'
            Object.defineProperty called on non-object
            Getter must be a function: 1
            Property description must be an object: 1

            """
        },
        {
            """
            console.log(Object.create({a:1},{b:{value:2,enumerable:true}}),Object.getPrototypeOf([])===Array.prototype,Object.getPrototypeOf(Object.create(null)),Object.setPrototypeOf({a:1},null),({}).toString(),Object.prototype.toString.call([]),Object.prototype.toString.call(null),Object.prototype.toString.call(undefined),Object.prototype.toString.call(1),Object.prototype.toString.call(()=>1),Object.prototype.toString.call(/x/),Object.prototype.toString.call(new Map),Object.prototype.toString.call({[Symbol.toStringTag]:'T'}),Object.prototype.toString.call(Symbol()),Object.prototype.toString.call(1n),Object.prototype.toString.call(Promise.resolve()),Object.prototype.toString.call(JSON),Object.prototype.toString.call(Math),({a:1}).hasOwnProperty('a'),({}).hasOwnProperty('toString'),({}).propertyIsEnumerable('a'),Object.prototype.isPrototypeOf({}),Object.hasOwn({a:1},'a'),({}).valueOf(),({}).toLocaleString())
            """,
            """
            { b: 2 } true null [Object: null prototype] { a: 1 } [object Object] [object Array] [object Null] [object Undefined] [object Number] [object Function] [object RegExp] [object Map] [object T] [object Symbol] [object BigInt] [object Promise] [object JSON] [object Math] true false false true true {} [object Object]

            """
        },
        {
            """
            for (const f of [()=>Object.create(1),()=>Object.setPrototypeOf({},1),()=>Object.setPrototypeOf(null,{}),()=>Object.fromEntries(1),()=>Object.fromEntries([1]),()=>{const a={};Object.setPrototypeOf(a,Object.create(a))},()=>Object.setPrototypeOf(Object.prototype,{}),()=>Object.defineProperty(Object.freeze({}),'a',{value:1})]) try{console.log(f())}catch(e){console.log(e.name+': '+e.message)}
            """,
            """
            TypeError: Object prototype may only be an Object or null: 1
            TypeError: Object prototype may only be an Object or null: 1
            TypeError: Object.setPrototypeOf called on null or undefined
            TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))
            TypeError: Iterator value 1 is not an entry object
            TypeError: Cyclic __proto__ value
            TypeError: Immutable prototype object 'Object.prototype' cannot have their prototype set
            TypeError: Cannot define property a, object is not extensible

            """
        },
        {
            """
            console.log([1,2,3].toString(),String({}),String([1,[2,3]]),`${[1,2]}`,[]+{},[null,undefined,1].join());
            console.log(Object.getOwnPropertyNames(class{static a(){}}),Object.keys(class{static a=1}),typeof Object.prototype.__proto__,({}).__proto__===Object.prototype,({__proto__:null}) instanceof Object)
            """,
            """
            1,2,3 [object Object] 1,2,3 1,2 [object Object] ,,1
            [ 'length', 'name', 'prototype', 'a' ] [ 'a' ] object true false

            """
        },
        {
            """
            console.log(Object.entries({a:1,get b(){delete this.c;this.d=1;return 2},c:3}))
            """,
            """
            [ [ 'a', 1 ], [ 'b', 2 ] ]

            """
        },
        {
            """
            console.log(Object.fromEntries((function*(){yield ['a',1];yield ['b',2]})()));
            try{Object.fromEntries((function*(){try{yield 1}finally{console.log('closed')}})())}catch(e){console.log(e.message)}
            """,
            """
            { a: 1, b: 2 }
            closed
            Iterator value 1 is not an entry object

            """
        },
        {
            """
            const o=Object.assign({},{a:1,get b(){return this.a+1}},[7],'s');
            console.log(o);
            const t={set x(v){console.log('set',v)}};Object.assign(t,{x:5});
            try{Object.assign(Object.freeze({q:1}),{q:2})}catch(e){console.log(e.name)}
            """,
            """
            { '0': 's', a: 1, b: 2 }
            set 5
            TypeError

            """
        },
        {
            """
            const a=[1,2,3];Object.defineProperty(a,'length',{writable:false});
            try{a.push(1)}catch(e){console.log(e.name)}
            console.log(a,Object.getOwnPropertyDescriptor(a,'length'));
            try{Object.defineProperty([],'length',{value:-1})}catch(e){console.log(e.name,e.message)}
            const b=[1,2,3];Object.defineProperty(b,1,{configurable:false});
            try{b.length=0}catch(e){console.log(e.name)}
            console.log(b)
            """,
            """
            TypeError
            [ 1, 2, 3 ] { value: 3, writable: false, enumerable: false, configurable: false }
            RangeError Invalid array length
            TypeError
            [ 1, 2 ]

            """
        },
        {
            """
            const p={};p.__proto__={inherited:1};
            console.log(p.inherited,Object.keys(p));
            const q=JSON.parse('{"__proto__":{"x":1}}');
            console.log(q.x,Object.keys(q),Object.assign({},q).x,{...q}.x)
            """,
            """
            1 []
            undefined [ '__proto__' ] 1 undefined

            """
        },
        {
            """
            const o={b:1,a:2,1:3,0:4,[Symbol('s')]:5};
            console.log(Object.keys(o),Object.getOwnPropertyNames(o),Object.getOwnPropertySymbols(o));
            delete o.b;o.b=9;
            console.log(Object.keys(o),JSON.stringify(o))
            """,
            """
            [ '0', '1', 'b', 'a' ] [ '0', '1', 'b', 'a' ] [ Symbol(s) ]
            [ '0', '1', 'a', 'b' ] {"0":4,"1":3,"a":2,"b":9}

            """
        },
        {
            """
            const big={};
            for(let i=0;i<200;i++)big['k'+i]=i;
            for(let i=0;i<190;i++)delete big['k'+i];
            console.log(big,Object.keys(big).length);big.k5=1;
            console.log(Object.entries(big).at(-1))
            """,
            """
            {
              k190: 190,
              k191: 191,
              k192: 192,
              k193: 193,
              k194: 194,
              k195: 195,
              k196: 196,
              k197: 197,
              k198: 198,
              k199: 199
            } 10
            [ 'k5', 1 ]

            """
        },
    };
}
