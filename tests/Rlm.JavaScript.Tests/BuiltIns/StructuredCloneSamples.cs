namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class StructuredCloneSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            const o={a:[1,{b:1}],m:new Map([[1,{x:1}]]),s:new Set([1]),e:new RangeError('r'),r:/a/g};o.self=o;
            const c=structuredClone(o);
            console.log(c.self===c,c.a!==o.a,c.m.get(1),c.s,c.e.message,c.e instanceof RangeError,c.r);
            for(const v of [()=>1,Symbol('q'),{f(){}},Promise.resolve()]) try{structuredClone(v)}catch(e){console.log(e.name,e.message)}
            console.log(structuredClone([1,,3]),structuredClone(new (class A{x=1})),structuredClone('s'),structuredClone(undefined),structuredClone(Object('str')))
            """,
            """
            true true { x: 1 } Set(1) { 1 } r true /a/g
            DataCloneError ()=>1 could not be cloned.
            DataCloneError Symbol(q) could not be cloned.
            DataCloneError f(){} could not be cloned.
            DataCloneError #<Promise> could not be cloned.
            [ 1, <1 empty item>, 3 ] { x: 1 } s undefined [String: 'str']

            """
        },
        {
            """
            const e=new RangeError('m',{cause:{a:1}});e.extra=1;
            const d=structuredClone(e);
            console.log(d.message,d instanceof RangeError,d.cause,d.extra,d.stack===e.stack)
            """,
            """
            m true { a: 1 } undefined true

            """
        },
        {
            """
            const s={};s.s=s;s.t=[s,{u:s}];
            console.log(structuredClone(s));
            const sh={};
            console.log((x=>x[0]===x[1])(structuredClone([sh,sh])));
            console.log(structuredClone({get a(){return 5},[Symbol('x')]:1}))
            """,
            """
            <ref *1> {
              s: [Circular *1],
              t: [ [Circular *1], { u: [Circular *1] } ]
            }
            true
            { a: 5 }

            """
        },
        {
            """
            const a=[1,,3];a.x=5;
            console.log(structuredClone(a));
            console.log(structuredClone(Object.assign(Object.create({p:1}),{q:2})));
            console.log(structuredClone(new Number(-0)),structuredClone(Object(1n)),structuredClone(new Map([[{a:1},new Set([1])]])))
            """,
            """
            [ 1, <1 empty item>, 3, x: 5 ]
            { q: 2 }
            [Number: -0] [BigInt: 1n] Map(1) { { a: 1 } => Set(1) { 1 } }

            """
        },
    };
}
