namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class InspectionSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            console.log([1,2,3],['a'],[],{}, [[]], [{}], {a:{}}, [undefined,null,NaN,-0,Infinity], 'str', ['it\'s'])
            """,
            """
            [ 1, 2, 3 ] [ 'a' ] [] {} [ [] ] [ {} ] { a: {} } [ undefined, null, NaN, -0, Infinity ] str [ "it's" ]

            """
        },
        {
            """
            console.log([ , ], [1,,2], [,,1], [1,,], Array(5), [1,,,,2,,3], new Array(200))
            """,
            """
            [ <1 empty item> ] [ 1, <1 empty item>, 2 ] [ <2 empty items>, 1 ] [ 1, <1 empty item> ] [ <5 empty items> ] [ 1, <3 empty items>, 2, <1 empty item>, 3 ] [ <200 empty items> ]

            """
        },
        {
            """
            const a=[1,2];a.x=1;a[-1]=5;a['foo bar']=2;
            console.log(a)
            """,
            """
            [ 1, 2, x: 1, '-1': 5, 'foo bar': 2 ]

            """
        },
        {
            """
            class Foo{constructor(){this.x=1}};
            class Bar extends Foo{y=2;get z(){return 1}static s=5};
            console.log(new Foo,new Bar,Foo,Bar,[Foo],{Foo}, new (class{}), class{}, class extends Foo{})
            """,
            """
            Foo { x: 1 } Bar { x: 1, y: 2 } [class Foo] [class Bar extends Foo] { s: 5 } [ [class Foo] ] { Foo: [class Foo] } {} [class (anonymous)] [class (anonymous) extends Foo]

            """
        },
        {
            """
            console.log(()=>1,function f(){},async()=>{},async function g(){},function*h(){},async function*k(){},Math.max,class A{static m(){}},{f(){}, get x(){return 1},set x(v){},get y(){return 1},set w(v){}})
            """,
            """
            [Function (anonymous)] [Function: f] [AsyncFunction (anonymous)] [AsyncFunction: g] [GeneratorFunction: h] [AsyncGeneratorFunction: k] [Function: max] [class A] { f: [Function: f], x: [Getter/Setter], y: [Getter], w: [Setter] }

            """
        },
        {
            """
            const f=()=>{};f.a=1;f.b={c:2};
            console.log(f,[f]); function G(){};G.prototype.q=1;
            console.log(new G, G.prototype, Object.create(G.prototype))
            """,
            """
            [Function: f] { a: 1, b: { c: 2 } } [ [Function: f] { a: 1, b: { c: 2 } } ]
            G {} { q: 1 } G {}

            """
        },
        {
            """
            console.log(Object.create(null),Object.assign(Object.create(null),{a:1}),Object.create({a:1}),Object.create(Object.create(null)), Object.prototype, Function.prototype, Array.prototype)
            """,
            """
            [Object: null prototype] {} [Object: null prototype] { a: 1 } {} Object <[Object: null prototype] {}> {} [Object: null prototype] {} [Function (anonymous)] Object Object(0) []

            """
        },
        {
            """
            console.log(new Map(),new Set(),new Map([['a',1],['b',{c:[1,2,{d:1}]}]]),new Set([1,'a',[1],{b:2}]),new Map([[{a:1},new Map([[1,2]])]]),[new Set([1])],{m:new Map([[1,{a:{b:{}}}]])})
            """,
            """
            Map(0) {} Set(0) {} Map(2) { 'a' => 1, 'b' => { c: [ 1, 2, [Object] ] } } Set(4) { 1, 'a', [ 1 ], { b: 2 } } Map(1) { { a: 1 } => Map(1) { 1 => 2 } } [ Set(1) { 1 } ] { m: Map(1) { 1 => { a: [Object] } } }

            """
        },
        {
            """
            console.log(new Set(Array.from({length:120},(_, i)=>i)),new Map(Array.from({length:101},(_, i)=>[i,'v'+i])))
            """,
            """
            Set(120) {
              0,
              1,
              2,
              3,
              4,
              5,
              6,
              7,
              8,
              9,
              10,
              11,
              12,
              13,
              14,
              15,
              16,
              17,
              18,
              19,
              20,
              21,
              22,
              23,
              24,
              25,
              26,
              27,
              28,
              29,
              30,
              31,
              32,
              33,
              34,
              35,
              36,
              37,
              38,
              39,
              40,
              41,
              42,
              43,
              44,
              45,
              46,
              47,
              48,
              49,
              50,
              51,
              52,
              53,
              54,
              55,
              56,
              57,
              58,
              59,
              60,
              61,
              62,
              63,
              64,
              65,
              66,
              67,
              68,
              69,
              70,
              71,
              72,
              73,
              74,
              75,
              76,
              77,
              78,
              79,
              80,
              81,
              82,
              83,
              84,
              85,
              86,
              87,
              88,
              89,
              90,
              91,
              92,
              93,
              94,
              95,
              96,
              97,
              98,
              99,
              ... 20 more items
            } Map(101) {
              0 => 'v0',
              1 => 'v1',
              2 => 'v2',
              3 => 'v3',
              4 => 'v4',
              5 => 'v5',
              6 => 'v6',
              7 => 'v7',
              8 => 'v8',
              9 => 'v9',
              10 => 'v10',
              11 => 'v11',
              12 => 'v12',
              13 => 'v13',
              14 => 'v14',
              15 => 'v15',
              16 => 'v16',
              17 => 'v17',
              18 => 'v18',
              19 => 'v19',
              20 => 'v20',
              21 => 'v21',
              22 => 'v22',
              23 => 'v23',
              24 => 'v24',
              25 => 'v25',
              26 => 'v26',
              27 => 'v27',
              28 => 'v28',
              29 => 'v29',
              30 => 'v30',
              31 => 'v31',
              32 => 'v32',
              33 => 'v33',
              34 => 'v34',
              35 => 'v35',
              36 => 'v36',
              37 => 'v37',
              38 => 'v38',
              39 => 'v39',
              40 => 'v40',
              41 => 'v41',
              42 => 'v42',
              43 => 'v43',
              44 => 'v44',
              45 => 'v45',
              46 => 'v46',
              47 => 'v47',
              48 => 'v48',
              49 => 'v49',
              50 => 'v50',
              51 => 'v51',
              52 => 'v52',
              53 => 'v53',
              54 => 'v54',
              55 => 'v55',
              56 => 'v56',
              57 => 'v57',
              58 => 'v58',
              59 => 'v59',
              60 => 'v60',
              61 => 'v61',
              62 => 'v62',
              63 => 'v63',
              64 => 'v64',
              65 => 'v65',
              66 => 'v66',
              67 => 'v67',
              68 => 'v68',
              69 => 'v69',
              70 => 'v70',
              71 => 'v71',
              72 => 'v72',
              73 => 'v73',
              74 => 'v74',
              75 => 'v75',
              76 => 'v76',
              77 => 'v77',
              78 => 'v78',
              79 => 'v79',
              80 => 'v80',
              81 => 'v81',
              82 => 'v82',
              83 => 'v83',
              84 => 'v84',
              85 => 'v85',
              86 => 'v86',
              87 => 'v87',
              88 => 'v88',
              89 => 'v89',
              90 => 'v90',
              91 => 'v91',
              92 => 'v92',
              93 => 'v93',
              94 => 'v94',
              95 => 'v95',
              96 => 'v96',
              97 => 'v97',
              98 => 'v98',
              99 => 'v99',
              ... 1 more item
            }

            """
        },
        {
            """
            console.log(Symbol('a'),Symbol(),Symbol.iterator,{[Symbol('k')]:1,[Symbol()]:2,a:3},[Symbol('in')],1n,-5n,{b:10n},Object(1n),Object(Symbol('q')),new Number(3),new Number(-0),new String('abc'),new Boolean(false),[new String('x')], Object.assign(new String('ab'),{z:1}))
            """,
            """
            Symbol(a) Symbol() Symbol(Symbol.iterator) { a: 3, [Symbol(k)]: 1, [Symbol()]: 2 } [ Symbol(in) ] 1n -5n { b: 10n } [BigInt: 1n] [Symbol: Symbol(q)] [Number: 3] [Number: -0] [String: 'abc'] [Boolean: false] [ [String: 'x'] ] [String: 'ab'] { z: 1 }

            """
        },
        {
            """
            const o={};o.self=o;
            console.log(o);
            const p={a:{b:{}}};p.a.b.c=p.a;p.a.b.d=p;
            console.log(p);
            const arr=[1];arr.push(arr,[arr]);
            console.log(arr);
            const m=new Map();m.set('m',m).set(m,1);
            console.log(m);
            const s=new Set();s.add(s);
            console.log({s})
            """,
            """
            <ref *1> { self: [Circular *1] }
            <ref *2> { a: <ref *1> { b: { c: [Circular *1], d: [Circular *2] } } }
            <ref *1> [ 1, [Circular *1], [ [Circular *1] ] ]
            <ref *1> Map(2) { 'm' => [Circular *1], [Circular *1] => 1 }
            { s: <ref *1> Set(1) { [Circular *1] } }

            """
        },
        {
            """
            console.log(Promise.resolve(1),Promise.resolve({a:{b:{c:{}}}}),new Promise(()=>{}),(async()=>5)(),[Promise.resolve('x')]);
            const rj=Promise.reject(new TypeError('no').message);rj.catch(()=>{});
            console.log(rj)
            """,
            """
            Promise { 1 } Promise { { a: { b: [Object] } } } Promise { <pending> } Promise { 5 } [ Promise { 'x' } ]
            Promise { <rejected> 'no' }

            """
        },
        {
            """
            console.log({a:{b:{c:{d:1}}}},[[[[1]]]],{a:[{b:[{c:1}]}]},{x:new Map([[1,{y:{z:1}}]])}, {a:{b:{c:[]}}}, {a:{b:{c:()=>1}}}, {a:{b:{c:new (class Q{x=1})}}}, {a:{b:{c:Object.assign(Object.create(null),{x:1})}}}, {a:{b:{c:new Map([[1,2]])}}},{a:{b:{c:/x/}}})
            """,
            """
            { a: { b: { c: [Object] } } } [ [ [ [Array] ] ] ] { a: [ { b: [Array] } ] } { x: Map(1) { 1 => { y: [Object] } } } { a: { b: { c: [] } } } { a: { b: { c: [Function: c] } } } { a: { b: { c: [Q] } } } { a: { b: { c: [Object: null prototype] } } } { a: { b: { c: [Map] } } } { a: { b: { c: /x/ } } }

            """
        },
        {
            """
            console.log('x'.repeat(10001).slice(0,5), ['x'.repeat(10001)], {a:'y'.repeat(100)}, ['line1\nline2 is longer than that and then some more text to make it long\nline3'], {k:'a\nb'})
            """,
            """
            xxxxx [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'... 1 more character
            ] {
              a: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
            } [
              'line1\n' +
                'line2 is longer than that and then some more text to make it long\n' +
                'line3'
            ] { k: 'a\nb' }

            """
        },
        {
            """
            console.log(Array.from({length:7},(_, i)=>i),Array.from({length:30},(_, i)=>i*i*i),Array.from({length:101},(_, i)=>i),Array.from({length:27},(_, i)=>'w'.repeat(i%9)),Array.from({length:150},(_, i)=>'item'+i))
            """,
            """
            [
              0, 1, 2, 3,
              4, 5, 6
            ] [
                  0,     1,     8,    27,    64,
                125,   216,   343,   512,   729,
               1000,  1331,  1728,  2197,  2744,
               3375,  4096,  4913,  5832,  6859,
               8000,  9261, 10648, 12167, 13824,
              15625, 17576, 19683, 21952, 24389
            ] [
               0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
              12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
              24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
              36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
              48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
              60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
              72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
              84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
              96, 97, 98, 99,
              ... 1 more item
            ] [
              '',       'w',       'ww',
              'www',    'wwww',    'wwwww',
              'wwwwww', 'wwwwwww', 'wwwwwwww',
              '',       'w',       'ww',
              'www',    'wwww',    'wwwww',
              'wwwwww', 'wwwwwww', 'wwwwwwww',
              '',       'w',       'ww',
              'www',    'wwww',    'wwwww',
              'wwwwww', 'wwwwwww', 'wwwwwwww'
            ] [
              'item0',  'item1',  'item2',  'item3',  'item4',  'item5',
              'item6',  'item7',  'item8',  'item9',  'item10', 'item11',
              'item12', 'item13', 'item14', 'item15', 'item16', 'item17',
              'item18', 'item19', 'item20', 'item21', 'item22', 'item23',
              'item24', 'item25', 'item26', 'item27', 'item28', 'item29',
              'item30', 'item31', 'item32', 'item33', 'item34', 'item35',
              'item36', 'item37', 'item38', 'item39', 'item40', 'item41',
              'item42', 'item43', 'item44', 'item45', 'item46', 'item47',
              'item48', 'item49', 'item50', 'item51', 'item52', 'item53',
              'item54', 'item55', 'item56', 'item57', 'item58', 'item59',
              'item60', 'item61', 'item62', 'item63', 'item64', 'item65',
              'item66', 'item67', 'item68', 'item69', 'item70', 'item71',
              'item72', 'item73', 'item74', 'item75', 'item76', 'item77',
              'item78', 'item79', 'item80', 'item81', 'item82', 'item83',
              'item84', 'item85', 'item86', 'item87', 'item88', 'item89',
              'item90', 'item91', 'item92', 'item93', 'item94', 'item95',
              'item96', 'item97', 'item98', 'item99',
              ... 50 more items
            ]

            """
        },
        {
            """
            console.log(Array.from({length:10},(_, i)=>({id:i,name:'n'+i})),Array.from({length:8},(_, i)=>[i,i*2]),Array.from({length:9},(_, i)=>i%2?i:'s'+i), Array.from({length:12},(_, i)=>BigInt(i)**10n),[1.5,2.25,-3,4e21,5e-7,6,7,8],['日本','語','漢字漢字','a','b','c','d','e'],[true,false,null,undefined,1,'a',true,false])
            """,
            """
            [
              { id: 0, name: 'n0' },
              { id: 1, name: 'n1' },
              { id: 2, name: 'n2' },
              { id: 3, name: 'n3' },
              { id: 4, name: 'n4' },
              { id: 5, name: 'n5' },
              { id: 6, name: 'n6' },
              { id: 7, name: 'n7' },
              { id: 8, name: 'n8' },
              { id: 9, name: 'n9' }
            ] [
              [ 0, 0 ],  [ 1, 2 ],
              [ 2, 4 ],  [ 3, 6 ],
              [ 4, 8 ],  [ 5, 10 ],
              [ 6, 12 ], [ 7, 14 ]
            ] [
              's0', 1,    's2',
              3,    's4', 5,
              's6', 7,    's8'
            ] [
                        0n,           1n,
                     1024n,       59049n,
                  1048576n,     9765625n,
                 60466176n,   282475249n,
               1073741824n,  3486784401n,
              10000000000n, 25937424601n
            ] [
                1.5, 2.25, -3,
              4e+21, 5e-7,  6,
                  7,    8
            ] [ '日本', '語', '漢字漢字', 'a', 'b', 'c', 'd', 'e' ] [ true, false, null, undefined, 1, 'a', true, false ]

            """
        },
        {
            """
            console.log({a:1,b:'two',c:[3],d:{e:4},f:null,g:undefined,h:()=>{},i:Symbol('s'),j:1n,k:/re/g,'l-m':1,2:3,'0a':1,_x:1,$y:1,'':0,'__proto__x':1,constructor:5})
            """,
            """
            {
              '2': 3,
              a: 1,
              b: 'two',
              c: [ 3 ],
              d: { e: 4 },
              f: null,
              g: undefined,
              h: [Function: h],
              i: Symbol(s),
              j: 1n,
              k: /re/g,
              'l-m': 1,
              '0a': 1,
              _x: 1,
              '$y': 1,
              '': 0,
              __proto__x: 1,
              constructor: 5
            }

            """
        },
        {
            """
            console.log({longlonglonglong1:'aaaaaaaaaaaaaaaaaaaaaa',longlonglonglong2:'bbbbbbbbbbbbbbbbbbbb',longlong3:1},{a:'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',b:'bbbbbbbbbbbbbbbbbbbbbbbbbbbb',c:1})
            """,
            """
            {
              longlonglonglong1: 'aaaaaaaaaaaaaaaaaaaaaa',
              longlonglonglong2: 'bbbbbbbbbbbbbbbbbbbb',
              longlong3: 1
            } {
              a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
              b: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbb',
              c: 1
            }

            """
        },
        {
            """
            console.log(new (class Foo extends Map{})([[1,2]]),new (class Foo extends Set{})([1]),new (class Foo extends Array{})(1,2,3),new (class Foo extends Promise{})(()=>{}),new (class MyE extends Error{})('m').message, new (class F2 extends Function.prototype.constructor.prototype.constructor{static x=1}.constructor.prototype.constructor===1?1:Object)())
            """,
            """
            Foo(1) [Map] { 1 => 2 } Foo(1) [Set] { 1 } Foo(3) [ 1, 2, 3 ] Foo [Promise] { <pending> } m {}

            """
        },
        {
            """
            class T{get [Symbol.toStringTag](){return 'TT'}};
            class U{};U.prototype[Symbol.toStringTag]='UU';
            console.log(new U,{[Symbol.toStringTag]:'own'},Object.create(null,{[Symbol.toStringTag]:{value:'nn'}}), Object.create({},{[Symbol.toStringTag]:{value:'hidden'}}))
            """,
            """
            U [UU] {} { [Symbol(Symbol.toStringTag)]: 'own' } [Object: null prototype] [nn] {} Object [hidden] {}

            """
        },
        {
            """
            const o={};Object.defineProperty(o,'hidden',{value:1});Object.defineProperty(o,'g',{get(){throw 1},enumerable:true});Object.defineProperty(o,'__proto__',{value:2,enumerable:true});
            console.log(o, Object.freeze({a:1}))
            """,
            """
            { g: [Getter], ['__proto__']: 2 } { a: 1 }

            """
        },
        {
            """
            function f(){console.log(arguments,arguments.length)} f(1,'a',{b:2}); f(); function g(){return [arguments]} console.log(g(1,2))
            """,
            """
            [Arguments] { '0': 1, '1': 'a', '2': { b: 2 } } 3
            [Arguments] {} 0
            [ [Arguments] { '0': 1, '1': 2 } ]

            """
        },
        {
            """
            console.log([function(){},class{},()=>{}],{a:function(){},b:class{},c:()=>{}, d: class D{}, async e(){}, *f(){}, get g(){return 1}})
            """,
            """
            [ [Function (anonymous)], [class (anonymous)], [Function (anonymous)] ] {
              a: [Function: a],
              b: [class b],
              c: [Function: c],
              d: [class D],
              e: [AsyncFunction: e],
              f: [GeneratorFunction: f],
              g: [Getter]
            }

            """
        },
        {
            """
            const it=[1,2][Symbol.iterator]();
            console.log(it,'ab'[Symbol.iterator](),new Map([[1,2]]).entries(),new Set([1]).values(),(function*(){})(),'aXb'.matchAll(/X/g), Object.getPrototypeOf(it))
            """,
            """
            Object [Array Iterator] {} Object [String Iterator] {} [Map Entries] { [ 1, 2 ] } [Set Iterator] { 1 } Object [Generator] {} Object [RegExp String Iterator] {} Object [Array Iterator] {}

            """
        },
        {
            """
            console.log(/abc/gi,new RegExp('/'),[/x/y],Object.assign(/a/,{p:1}))
            """,
            """
            /abc/gi /\// [ /x/y ] /a/ { p: 1 }

            """
        },
        {
            """
            console.log([['a',1],['b',2]],Object.entries({x:1,y:[1,2]}),[[1,2,[3,4,[5,[6]]]]],{a:[[1,2],[3,4]],b:{c:[{}]}})
            """,
            """
            [ [ 'a', 1 ], [ 'b', 2 ] ] [ [ 'x', 1 ], [ 'y', [ 1, 2 ] ] ] [ [ 1, 2, [ 3, 4, [Array] ] ] ] { a: [ [ 1, 2 ], [ 3, 4 ] ], b: { c: [ {} ] } }

            """
        },
        {
            """
            console.log(null,undefined,true,1.0,1e21,1e-7,123456789.123,0.1+0.2,-1,'',"a'b",[''],["a'b",'a"b',`a'"b`,'a`\'"b','\\','\t\n\r\b\f\v\0\x1b\x7f'])
            """,
            """
            null undefined true 1 1e+21 1e-7 123456789.123 0.30000000000000004 -1  a'b [ '' ] [ "a'b", 'a"b', `a'"b`, 'a`\'"b', '\\', '\t\n\r\b\f\x0B\x00\x1B\x7F' ]

            """
        },
        {
            """
            console.log(globalThis===this, typeof globalThis, [,'a'],[undefined],[null],{u:undefined});
            console.log(Object(1),Object('s'),[Object(true)])
            """,
            """
            true object [ <1 empty item>, 'a' ] [ undefined ] [ null ] { u: undefined }
            [Number: 1] [String: 's'] [ [Boolean: true] ]

            """
        },
        {
            """
            console.log({a:'x'.repeat(60)},{a:'x'.repeat(70)},{a:'x'.repeat(80)},['x'.repeat(70),'y'],['x'.repeat(76)],['x'.repeat(72)], {a:['x'.repeat(30),'y'.repeat(30)]},{abc:{def:'x'.repeat(56)}})
            """,
            """
            { a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' } {
              a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            } {
              a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            } [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
              'y'
            ] [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            ] [
              'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            ] {
              a: [
                'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
                'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
              ]
            } {
              abc: { def: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({longer_key_name:{_u:'日本'},1:515,'':{longer_key_name:'tab\t',$d:[],_u:function*g(){}},1:Object.assign(Object.create(Map.prototype),{pp:new Error2("m")}),set ss(v){}})
            """,
            """
            {
              '1': Map { pp: [Error2: m] },
              longer_key_name: { _u: '日本' },
              '': { longer_key_name: 'tab\t', '$d': [], _u: [GeneratorFunction: g] },
              ss: [Setter]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log((()=>{const m=new Map();m.set("m",m);m.set(Object.assign(Object.create({}),{pp:[..."ababababababababababababab"]}),[m]);return m})())
            """,
            """
            <ref *1> Map(2) {
              'm' => [Circular *1],
              {
                pp: [
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b'
                ]
              } => [ [Circular *1] ]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(new Set([(()=>{const m=new Map();m.set("m",m);m.set(151,[m]);return m})(),async()=>{},[..."ababababababababababab"],new Set([]),new Boolean(true)]))
            """,
            """
            Set(5) {
              <ref *1> Map(2) { 'm' => [Circular *1], 151 => [ [Circular *1] ] },
              [AsyncFunction (anonymous)],
              [
                'a', 'b', 'a', 'b', 'a',
                'b', 'a', 'b', 'a', 'b',
                'a', 'b', 'a', 'b', 'a',
                'b', 'a', 'b', 'a', 'b',
                'a', 'b'
              ],
              Set(0) {},
              [Boolean: true]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir((()=>{const e=new Error2('a',{cause:(()=>{const e=new Error2("it's",{cause:'foo bar'});e.extra=55;return e})()});return e})(),{depth:2})
            """,
            """
            [Error2: a] {
              [cause]: Error2: it's
                  at foo (x:1:2)
                  at bar (y:1:2) {
                extra: 55,
                [cause]: 'foo bar'
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(new (class Bar extends Array{'q-k'=(()=>{const o={k:-0};o.self=o;o.arr=[o,{o}];return o})();longer_key_name=[4554,97,4148,2389,317,2974,877];b=[3865]}))
            """,
            """
            Bar(0) [
              'q-k': <ref *1> {
                k: -0,
                self: [Circular *1],
                arr: [ [Circular *1], [Object] ]
              },
              longer_key_name: [
                4554,  97, 4148,
                2389, 317, 2974,
                 877
              ],
              b: [ 3865 ]
            ]

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log("%s|%O", Object(Symbol("b")), (()=>{const o={k:new Set([null,-12,null,'日本',9684,89])};o.self=o;o.arr=[o,{o}];return o})())
            """,
            """
            [Symbol: Symbol(b)]|<ref *1> {
              k: Set(5) { null, -12, '日本', 9684, 89 },
              self: [Circular *1],
              arr: [ [Circular *1], { o: [Circular *1] } ]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(Promise.resolve(Promise.resolve(new Map([[Object(1n),793],[new Map([[11341,3564.5],[new Number(3),8375.5],['日本','\ud83d\ude00']]),new Set([function foo(){},785,null,class B extends Map{},207,function*g(){}])]]))))
            """,
            """
            Promise {
              Map(2) {
                [BigInt: 1n] => 793,
                Map(3) { 11341 => 3564.5, [Number: 3] => 8375.5, '日本' => '😀' } => Set(6) {
                  [Function: foo],
                  785,
                  null,
                  [class B extends Map],
                  207,
                  [GeneratorFunction: g]
                }
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log("%s|%O", {_u:NaN,'':Object.assign(Object.create(Map.prototype),{pp:'multi\nline text which is long enough to be split\nok'})}, Promise.resolve(new Map([[780,11880],[11439.125,-25]])))
            """,
            """
            { _u: NaN, '': [Map] }|Promise { Map(2) { 780 => 11880, 11439.125 => -25 } }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log([3888.625,class B extends Map{},new Boolean(true),{b:'foo bar',longer_key_name:class A{},a:'\ud83d\ude00',$d:function foo(){},b:async function*ag(){},$d:''},"it's",[4952,3905,4366,4321,1353,,1],new (class Foo extends Map{longer_key_name=class extends Array{};a=3536.75;a=-32}),(()=>{const o={k:Object.assign('tab\t',{ex:'foo bar'})};o.self=o;o.arr=[o,{o}];return o})(),418,new Set()])
            """,
            """
            [
              3888.625,
              [class B extends Map],
              [Boolean: true],
              {
                b: [AsyncGeneratorFunction: ag],
                longer_key_name: [class A],
                a: '😀',
                '$d': ''
              },
              "it's",
              [ 4952, 3905, 4366, 4321, 1353, <1 empty item>, 1 ],
              Foo(0) [Map] {
                longer_key_name: [class longer_key_name extends Array],
                a: -32
              },
              <ref *1> {
                k: [String: 'tab\t'] { ex: 'foo bar' },
                self: [Circular *1],
                arr: [ [Circular *1], [Object] ]
              },
              418,
              Set(0) {}
            ]

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({longer_key_name:new Number(3),1:Object(Symbol("b")),b:'multi\nline text which is long enough to be split\nok','':-17,[Symbol('s')]:function*g(){},1:new Map(),mm(){}})
            """,
            """
            {
              '1': Map(0) {},
              longer_key_name: [Number: 3],
              b: 'multi\nline text which is long enough to be split\nok',
              '': -17,
              mm: [Function: mm],
              [Symbol(s)]: [GeneratorFunction: g]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log("%s|%O", Symbol("q"), {_u:{'':'tab\t','':599,[Symbol('s')]:621,'':-43,longer_key_name:async function*ag(){},'':function foo(){},get gg(){return 1}},10:"it's",'q-k':new Promise(()=>{}),1:NaN})
            """,
            """
            Symbol(q)|{
              '1': NaN,
              '10': "it's",
              _u: {
                '': [Function: foo],
                longer_key_name: [AsyncGeneratorFunction: ag],
                gg: [Getter],
                [Symbol(s)]: 621
              },
              'q-k': Promise { <pending> }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir(Object.assign(Object.assign(Symbol("q"),{ex:Symbol("q")}),{ex:(()=>{const o={k:'日本'};o.self=o;o.arr=[o,{o}];return o})()}),{depth:3})
            """,
            """
            [Symbol: Symbol(q)] {
              ex: <ref *1> {
                k: '日本',
                self: [Circular *1],
                arr: [ [Circular *1], { o: [Circular *1] } ]
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({10:{b:'\ud83d\ude00',1:Promise.resolve(4),'q-k':13,b:6632.375,1:Array(3)},zz:(()=>{const e=new Error2("it's",{cause:205});e.extra=-45;return e})(),'':'日本',1:'',longer_key_name:514,_u:"it's",get gg(){return 1}})
            """,
            """
            {
              '1': '',
              '10': { '1': [ <3 empty items> ], b: 6632.375, 'q-k': 13 },
              zz: Error2: it's
                  at foo (x:1:2)
                  at bar (y:1:2) {
                extra: -45,
                [cause]: 205
              },
              '': '日本',
              longer_key_name: 514,
              _u: "it's",
              gg: [Getter]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(Object.assign(Object.create(Map.prototype),{pp:new Map([[[,],'日本'],[new Error2("m"),Symbol("q")],[-5,3791.75]])}))
            """,
            """
            Map {
              pp: Map(3) {
                [ <1 empty item> ] => '日本',
                [Error2: m] => Symbol(q),
                -5 => 3791.75
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir([-0,-0,-34,[4172,911,562],(()=>{const m=new Map();m.set("m",m);m.set((()=>{const e=new Error2('a',{cause:null});return e})(),[m]);return m})(),405,4523.875,'a',-7],{depth:1})
            """,
            """
            [
              -0,
              -0,
              -34,
              [ 4172, 911, 562 ],
              <ref *1> Map(2) { 'm' => [Circular *1], [Error2] => [Array] },
              405,
              4523.875,
              'a',
              -7
            ]

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log("%s|%O", new Map([[(()=>{const e=new Error2("it's",{});return e})(),Object.assign([],{ex:945})]]), (()=>{const o={k:222};o.self=o;o.arr=[o,{o}];return o})())
            """,
            """
            Map(1) {
              Error2: it's
                  at foo (x:1:2)
                  at bar (y:1:2) => [Array]
            }|<ref *1> {
              k: 222,
              self: [Circular *1],
              arr: [ [Circular *1], { o: [Circular *1] } ]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({[Symbol('s')]:class B extends Map{},'':{10:class A{},zz:501.125,$d:6320.875,mm(){}},'':539.375,'q-k':503,'q-k':Promise.resolve(NaN),get gg(){return 1}})
            """,
            """
            {
              '': 539.375,
              'q-k': Promise { NaN },
              gg: [Getter],
              [Symbol(s)]: [class B extends Map]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir({'q-k':Object.assign([],{ex:'foo bar'}),zz:new (class Foo extends Map{b=(()=>{const m=new Map();m.set("m",m);m.set(new Error2("m"),[m]);return m})();longer_key_name=new Set([11287.875,new Error2("m"),function foo(){},function foo(){},167,Infinity,Infinity]);a={_u:class B extends Map{},10:'',1:null,mm(){}}}),$d:{1:new Number(3)},longer_key_name:-31,a:new Map([[-14,new Set([])],[{},Array(3)]]),set ss(v){},mm(){}},{depth:2})
            """,
            """
            {
              'q-k': [ ex: 'foo bar' ],
              zz: Foo(0) [Map] {
                b: <ref *1> Map(2) { 'm' => [Circular *1], [Error2: m] => [Array] },
                longer_key_name: Set(6) {
                  11287.875,
                  [Error2: m],
                  [Function: foo],
                  [Function: foo],
                  167,
                  Infinity
                },
                a: {
                  '1': null,
                  '10': '',
                  _u: [class B extends Map],
                  mm: [Function: mm]
                }
              },
              '$d': { '1': [Number: 3] },
              longer_key_name: -31,
              a: Map(2) { -14 => Set(0) {}, {} => [ <3 empty items> ] },
              ss: [Setter],
              mm: [Function: mm]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(new (class Bar extends Array{a={zz:808,a:class extends Array{},'q-k':-38,1:undefined,longer_key_name:function*g(){},b:Object.create(null)};longer_key_name=class A{}}))
            """,
            """
            Bar(0) [
              a: {
                '1': undefined,
                zz: 808,
                a: [class a extends Array],
                'q-k': -38,
                longer_key_name: [GeneratorFunction: g],
                b: [Object: null prototype] {}
              },
              longer_key_name: [class A]
            ]

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(Promise.resolve(new (class  extends Object{'q-k'=Object.assign(Object.create(Object.create(null)),{pp:-40});b=6721.75;b=['foo bar',923,[],-19,10500.875,887,'',5n,'multi\nline text which is long enough to be split\nok',new (class Foo{})]})))
            """,
            """
            Promise {
              {
                'q-k': Object <[Object: null prototype] {}> { pp: -40 },
                b: [
                  'foo bar',
                  923,
                  [],
                  -19,
                  10500.875,
                  887,
                  '',
                  5n,
                  'multi\nline text which is long enough to be split\nok',
                  Foo {}
                ]
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir(new (class {a=5570.5;'q-k'=Object.assign('日本',{ex:(()=>{const m=new Map();m.set("m",m);m.set(async function*ag(){},[m]);return m})()})}),{depth:0})
            """,
            """
            { a: 5570.5, 'q-k': [String] }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log(new Set([new (class {a='\ud83d\ude00';'q-k'={'q-k':10114.625}}),Object.create(null),Promise.resolve([..."abababababababababababababab"]),new Set([[3179,3219,1182,2696,3294],Object.assign(Object.create(Array.prototype),{pp:/re/g}),(()=>{const o={k:(()=>{const e=new Error2('foo bar',{});e.extra=[,];return e})()};o.self=o;o.arr=[o,{o}];return o})()]),{_u:new Map([]),'':Promise.resolve(-11),b:[..."abababababababababababab"],get gg(){return 1}},-20,new Map()]))
            """,
            """
            Set(7) {
              { a: '😀', 'q-k': { 'q-k': 10114.625 } },
              [Object: null prototype] {},
              Promise {
                [
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b'
                ]
              },
              Set(3) {
                [ 3179, 3219, 1182, 2696, 3294 ],
                Array { pp: /re/g },
                <ref *1> { k: [Error2], self: [Circular *1], arr: [Array] }
              },
              {
                _u: Map(0) {},
                '': Promise { -11 },
                b: [
                  'a', 'b', 'a', 'b', 'a',
                  'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b', 'a',
                  'b', 'a', 'b', 'a', 'b',
                  'a', 'b', 'a', 'b'
                ],
                gg: [Getter]
              },
              -20,
              Map(0) {}
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({[Symbol('s')]:[..."ababababababababababab"],longer_key_name:153,$d:new (class Foo{}),longer_key_name:async function*ag(){},zz:[-20,10907.375,new Error2("m"),'',5n,-21],get gg(){return 1},mm(){}})
            """,
            """
            {
              longer_key_name: [AsyncGeneratorFunction: ag],
              '$d': Foo {},
              zz: [ -20, 10907.375, [Error2: m], '', 5n, -21 ],
              gg: [Getter],
              mm: [Function: mm],
              [Symbol(s)]: [
                'a', 'b', 'a', 'b', 'a',
                'b', 'a', 'b', 'a', 'b',
                'a', 'b', 'a', 'b', 'a',
                'b', 'a', 'b', 'a', 'b',
                'a', 'b'
              ]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir({$d:{set ss(v){}},'':new Set([Promise.resolve(858),class B extends Map{}]),10:Object.assign(Object.create(null),{pp:(()=>{const m=new Map();m.set("m",m);m.set([1,,2],[m]);return m})()}),a:581,a:['a','a','a'],b:{'':{a:Object(1n),[Symbol('s')]:new Number(3),zz:'multi\nline text which is long enough to be split\nok',longer_key_name:'',a:3010},zz:Promise.resolve(952),[Symbol('s')]:false,1:Object.assign(-49,{ex:'日本'}),'q-k':'multi\nline text which is long enough to be split\nok',longer_key_name:()=>1}},{depth:1})
            """,
            """
            {
              '10': [Object: null prototype] { pp: [Map] },
              '$d': { ss: [Setter] },
              '': Set(2) { [Promise], [class B extends Map] },
              a: [ 'a', 'a', 'a' ],
              b: {
                '1': [Number],
                '': [Object],
                zz: [Promise],
                'q-k': 'multi\nline text which is long enough to be split\nok',
                longer_key_name: [Function: longer_key_name],
                [Symbol(s)]: false
              }
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({$d:['a',"it's",'a','foo bar','a','foo bar',"it's"],longer_key_name:'multi\nline text which is long enough to be split\nok',1:new (class Foo{}),a:['foo bar',"it's","it's",'foo bar',"it's",'foo bar'],get gg(){return 1}})
            """,
            """
            {
              '1': Foo {},
              '$d': [ 'a', "it's", 'a', 'foo bar', 'a', 'foo bar', "it's" ],
              longer_key_name: 'multi\nline text which is long enough to be split\nok',
              a: [ 'foo bar', "it's", "it's", 'foo bar', "it's", 'foo bar' ],
              gg: [Getter]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log({b:new Set([new (class  extends Object{b=new Map([["it's",'foo bar'],[5990.625,/re/g],[NaN,760],['multi\nline text which is long enough to be split\nok','multi\nline text which is long enough to be split\nok']]);a={longer_key_name:-32,[Symbol('s')]:Symbol("q"),$d:-0,set ss(v){}};a=new (class  extends Object{})}),Object.assign(Object.create(class Q{}.prototype),{pp:-10}),761])})
            """,
            """
            { b: Set(3) { { b: [Map], a: {} }, Q { pp: -10 }, 761 } }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log("%s|%O", Object.assign([..."ababab"],{ex:{_u:'tab\t','':[,],'q-k':'a',[Symbol('s')]:{'q-k':9643.625,zz:-17},longer_key_name:'日本',get gg(){return 1}}}), '')
            """,
            """
            [ 'a', 'b', 'a', 'b', 'a', 'b', ex: [Object] ]|''

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.log((()=>{const m=new Map();m.set("m",m);m.set(new Map([[(()=>{const m=new Map();m.set("m",m);m.set((()=>{const m=new Map();m.set("m",m);m.set(Object(Symbol("b")),[m]);return m})(),[m]);return m})(),9906.25],[(()=>{const m=new Map();m.set("m",m);m.set(new (class Foo extends Set{longer_key_name=new String("sss")}),[m]);return m})(),new Set([])]]),[m]);return m})())
            """,
            """
            <ref *1> Map(2) {
              'm' => [Circular *1],
              Map(2) {
                <ref *2> Map(2) { 'm' => [Circular *2], [Map] => [Array] } => 9906.25,
                <ref *3> Map(2) { 'm' => [Circular *3], [Foo [Set]] => [Array] } => Set(0) {}
              } => [ [Circular *1] ]
            }

            """
        },
        {
            """
            class Error2 extends Error{constructor(m,o){super(m,o);this.stack='Error: '+m+(m.length>3?'\n    at foo (x:1:2)\n    at bar (y:1:2)':'')}};
            console.dir((()=>{const e=new Error2('a',{cause:new Set([501,new (class  extends Map{longer_key_name=new Set([])}),new (class Foo{}),new (class Foo{})])});return e})(),{depth:4})
            """,
            """
            [Error2: a] {
              [cause]: Set(4) { 501, Map(0) { longer_key_name: Set(0) {} }, Foo {}, Foo {} }
            }

            """
        },
        {
            """
            console.log(new WeakMap(), [new WeakSet()], new (class A extends WeakMap {})(), Object.assign(new WeakSet(), { a: 1 }))
            """,
            """
            WeakMap { <items unknown> } [ WeakSet { <items unknown> } ] A [WeakMap] { <items unknown> } WeakSet { <items unknown>, a: 1 }

            """
        },
    };
}
