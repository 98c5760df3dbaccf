namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class JsonSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            console.log(JSON.stringify({a:[1,2,{b:3}],c:'x'},null,2));
            console.log(JSON.stringify([],null,2),JSON.stringify({},null,2),JSON.stringify([[]],null,'\t'),JSON.stringify({a:undefined,b:()=>1,c:Symbol()}),JSON.stringify([undefined,()=>1,Symbol()]),JSON.stringify(null),JSON.stringify(undefined),JSON.stringify(()=>1),JSON.stringify(NaN),JSON.stringify(-0),JSON.stringify('\ud800"\\\n\u0001'),JSON.stringify(Object('s')),JSON.stringify(Object(5)),JSON.stringify(Object(false)))
            """,
            """
            {
              "a": [
                1,
                2,
                {
                  "b": 3
                }
              ],
              "c": "x"
            }
            [] {} [
            	[]
            ] {} [null,null,null] null undefined undefined null 0 "\ud800\"\\\n\u0001" "s" 5 false

            """
        },
        {
            """
            console.log(JSON.stringify({a:1,b:2,c:{a:3,d:4}},['a','c']),JSON.stringify({a:1,b:[1,2]},(k,v)=>typeof v==='number'?v*2:v),JSON.stringify({a:{toJSON(k){return 'J'+k}},b:[{toJSON(k){return k}}]}),JSON.stringify({d:1},null,20).length,JSON.stringify({d:1},null,'abcdefghijklmno'),JSON.stringify({2:1,1:2,b:1,a:2}),JSON.stringify({a:1},[1,'1',Object('a')]),JSON.stringify({1:2},[1]),JSON.stringify([1,2],['0']),JSON.stringify({a:[]},null,1),JSON.stringify(new Map([[1,2]])),JSON.stringify(new (class Foo{x=1;#y=2;get z(){return 3}})))
            """,
            """
            {"a":1,"c":{"a":3}} {"a":2,"b":[2,4]} {"a":"Ja","b":["0"]} 20 {
            abcdefghij"d": 1
            } {"1":2,"2":1,"b":1,"a":2} {"a":1} {"1":2} [1,2] {
             "a": []
            } {} {"x":1}

            """
        },
        {
            """
            const log=[];
            const r=JSON.stringify({a:1,b:[2,{c:3}]},function(k,v){log.push([k,v,this===undefined?0:typeof this]);return v});
            console.log(r,log);
            """,
            """
            {"a":1,"b":[2,{"c":3}]} [
              [ '', { a: 1, b: [Array] }, 'object' ],
              [ 'a', 1, 'object' ],
              [ 'b', [ 2, [Object] ], 'object' ],
              [ '0', 2, 'object' ],
              [ '1', { c: 3 }, 'object' ],
              [ 'c', 3, 'object' ]
            ]

            """
        },
        {
            """
            try{const o={};o.a={b:[o]};JSON.stringify(o)}catch(e){console.log(e.name,e.message)} try{JSON.stringify(1n)}catch(e){console.log(e.message)} try{JSON.stringify({a:{toJSON(){throw new RangeError('tj')}}})}catch(e){console.log(e.name,e.message)} try{JSON.stringify({get a(){throw new Error('gg')}})}catch(e){console.log(e.message)} try {class Foo{}; const f=new Foo;f.x=[[f]];JSON.stringify(f)}catch(e){console.log(e.message)}
            """,
            """
            TypeError Converting circular structure to JSON
                --> starting at object with constructor 'Object'
                |     property 'a' -> object with constructor 'Object'
                |     property 'b' -> object with constructor 'Array'
                --- index 0 closes the circle
            Do not know how to serialize a BigInt
            RangeError tj
            gg
            Converting circular structure to JSON
                --> starting at object with constructor 'Foo'
                |     property 'x' -> object with constructor 'Array'
                |     index 0 -> object with constructor 'Array'
                --- index 0 closes the circle

            """
        },
        {
            """
            console.log(JSON.parse('{"a":[1,2,{"b":null}],"__proto__":{"x":1},"a b":"\\u0041\\n"}'),JSON.parse(' [1 , 2 ] '),JSON.parse('"x"'),JSON.parse('1e3'),JSON.parse('-0'),Object.getPrototypeOf(JSON.parse('{"__proto__":null}'))===Object.prototype,JSON.parse('{"a":1,"a":2}'),JSON.parse('{"1":1,"0":2,"b":3}'),JSON.parse(true),JSON.parse(null),JSON.parse('[]'),JSON.parse('{}'))
            """,
            """
            { a: [ 1, 2, { b: null } ], ['__proto__']: { x: 1 }, 'a b': 'A\n' } [ 1, 2 ] x 1000 -0 true { a: 2 } { '0': 2, '1': 1, b: 3 } true null [] {}

            """
        },
        {
            """
            console.log(JSON.parse('{"a":1,"b":[1,2,{"c":3}]}',(k,v)=>typeof v==='number'?v+1:v),JSON.parse('{"a":1,"b":2}',(k,v)=>k==='a'?undefined:v),JSON.parse('[1,2,3]',function(k,v){return k==='0'?undefined:v}));
            const L=[];JSON.parse('{"x":{"y":[10,{"z":1}]},"w":2}',function(k,v){L.push(k+':'+JSON.stringify(v)+':'+JSON.stringify(this));return v});
            console.log(L)
            """,
            """
            { a: 2, b: [ 2, 3, { c: 4 } ] } { b: 2 } [ <1 empty item>, 2, 3 ]
            [
              '0:10:[10,{"z":1}]',
              'z:1:{"z":1}',
              '1:{"z":1}:[10,{"z":1}]',
              'y:[10,{"z":1}]:{"y":[10,{"z":1}]}',
              'x:{"y":[10,{"z":1}]}:{"x":{"y":[10,{"z":1}]},"w":2}',
              'w:2:{"x":{"y":[10,{"z":1}]},"w":2}',
              ':{"x":{"y":[10,{"z":1}]},"w":2}:{"":{"x":{"y":[10,{"z":1}]},"w":2}}'
            ]

            """
        },
        {
            """
            for(const s of ['{bad}','','[1,]','{"a":1,}',"{'a':1}",'nope','{"a":"b" "c":1}','01','"abc','[1 2]','undefined']) try{JSON.parse(s)}catch(e){console.log(e instanceof SyntaxError,e.message)}
            """,
            """
            true Expected property name or '}' in JSON at position 1
            true Unexpected end of JSON input
            true Unexpected token ']', "[1,]" is not valid JSON
            true Expected double-quoted property name in JSON at position 7
            true Expected property name or '}' in JSON at position 1
            true Unexpected token 'o', "nope" is not valid JSON
            true Expected ',' or '}' after property value in JSON at position 9
            true Unexpected number in JSON at position 1
            true Unterminated string in JSON at position 4
            true Expected ',' or ']' after array element in JSON at position 3
            true "undefined" is not valid JSON

            """
        },
        {
            """
            console.log(JSON.stringify({a:[],b:{},c:[[]],d:[{}]},null,2))
            """,
            """
            {
              "a": [],
              "b": {},
              "c": [
                []
              ],
              "d": [
                {}
              ]
            }

            """
        },
        {
            """
            console.log(JSON.stringify({'\u0000':1,'"':2,'\\':3,'é':4,'😀':'😀'}), JSON.stringify('\ud83d'), JSON.stringify('\ude00\ud83d'))
            """,
            """
            {"\u0000":1,"\"":2,"\\":3,"é":4,"😀":"😀"} "\ud83d" "\ude00\ud83d"

            """
        },
        {
            """
            const o={a:1,get b(){delete o.c;o.d=4;return 2},c:3};
            console.log(JSON.stringify(o));
            const p={x:{toJSON(){p.y=undefined;p.z=1;return 0}},y:5};
            console.log(JSON.stringify(p))
            """,
            """
            {"a":1,"b":2}
            {"x":0}

            """
        },
        {
            """
            const a=[1,2,3];a.toJSON=()=>'arr';
            console.log(JSON.stringify(a),JSON.stringify({a}));
            class X{toJSON(){return {x:1}}}
            console.log(JSON.stringify([new X,new X]))
            """,
            """
            "arr" {"a":"arr"}
            [{"x":1},{"x":1}]

            """
        },
        {
            """
            Object.prototype.toJSON=function(){return 'patched'};
            console.log(JSON.stringify({a:1}),JSON.stringify([1]),JSON.stringify(1));
            delete Object.prototype.toJSON;
            console.log(JSON.stringify({a:1}))
            """,
            """
            "patched" "patched" 1
            {"a":1}

            """
        },
        {
            """
            BigInt.prototype.toJSON=function(){return this.toString()};
            console.log(JSON.stringify({a:1n}));
            delete BigInt.prototype.toJSON
            """,
            """
            {"a":"1"}

            """
        },
        {
            """
            let n=0;
            const r=JSON.parse('[1,2,3]',function(k,v){n++;if(Array.isArray(this)&&this.length<100)this.push(1);return v});
            console.log(n,r.length)
            """,
            """
            4 6

            """
        },
        {
            """
            console.log(JSON.parse('{"a":{"b":1}}',function(k,v){if(k==='b'){this.c={d:{}}};return v}))
            """,
            """
            { a: { b: 1, c: { d: {} } } }

            """
        },
        {
            """
            console.log(JSON.stringify(JSON.parse('[1.0,1e2,-0,0.1,1E-7,123456789012345678901234567890,5e-324,1.7976931348623157e308,1e999]')))
            """,
            """
            [1,100,0,0.1,1e-7,1.2345678901234568e+29,5e-324,1.7976931348623157e+308,null]

            """
        },
        {
            """
            const t={};
            let o=t;
            for(let i=0;i<40;i++){o.a={};o=o.a}o.b=t;
            try{JSON.stringify(t)}catch(e){console.log(e.message)}
            """,
            """
            Converting circular structure to JSON
                --> starting at object with constructor 'Object'
                |     property 'a' -> object with constructor 'Object'
                |     property 'a' -> object with constructor 'Object'
                |     ...
                |     property 'a' -> object with constructor 'Object'
                --- property 'b' closes the circle

            """
        },
        {
            """
            const shared={x:1};
            console.log(JSON.stringify([shared,shared,{shared}]))
            """,
            """
            [{"x":1},{"x":1},{"shared":{"x":1}}]

            """
        },
        {
            """
            for (const s of ['{"a":1 "b":2}','[1 2]','{"a" 1}','{a:1}','tru','nulx','"a\nb"','"\\q"','"\\u12"','-','1.','1e','[1]]','{"k":undefined}','```json','{"text": "He said "hi""}','[1,2,3,]','{"aaaaaaaaaaaaaaaaaaaaaaa": bad, "c":1}','NaN','[object Object]']) try{JSON.parse(s)}catch(e){console.log(e.message)}
            """,
            """
            Expected ',' or '}' after property value in JSON at position 7
            Expected ',' or ']' after array element in JSON at position 3
            Expected ':' after property name in JSON at position 5
            Expected property name or '}' in JSON at position 1
            Unexpected end of JSON input
            Unexpected token 'x', "nulx" is not valid JSON
            Bad control character in string literal in JSON at position 2
            Bad escaped character in JSON at position 2
            Bad Unicode escape in JSON at position 5
            No number after minus sign in JSON at position 1
            Unterminated fractional number in JSON at position 2
            Exponent part is missing a number in JSON at position 2
            Unexpected non-whitespace character after JSON at position 3
            Unexpected token 'u', "{"k":undefined}" is not valid JSON
            Unexpected token '`', "```json" is not valid JSON
            Expected ',' or '}' after property value in JSON at position 19
            Unexpected token ']', "[1,2,3,]" is not valid JSON
            Unexpected token 'b', ..."aaaaaaa": bad, "c":1"... is not valid JSON
            "NaN" is not valid JSON
            "[object Object]" is not valid JSON

            """
        },
    };
}
