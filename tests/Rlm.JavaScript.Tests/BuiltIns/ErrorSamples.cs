namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class ErrorSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            const e=new Error('boom',{cause:'c'});
            console.log(e.message,e.name,e.cause,String(e),Object.keys(e),e instanceof Error,Object.prototype.toString.call(e),e.stack.split('\n')[0]);
            console.log(Error('x') instanceof Error,new TypeError('t') instanceof Error,TypeError.prototype.name,new RangeError().message==='',Object.getPrototypeOf(TypeError)===Error,new AggregateError([1,2],'m').errors,Error.prototype.toString.call({name:'N',message:'M'}),Error.prototype.toString.call({}),'cause' in new Error('x'),new Error('x',{}).hasOwnProperty('cause'), new Error(undefined).hasOwnProperty('message'))
            """,
            """
            boom Error c Error: boom [] true [object Error] Error: boom
            true true TypeError true true [ 1, 2 ] N: M Error false false false

            """
        },
        {
            """
            class MyErr extends Error{constructor(m){super(m);this.name='MyErr';this.code=7}};
            try{throw new MyErr('bad')}catch(e){console.log(e.name,e.message,e.code,e instanceof MyErr,e instanceof Error,`${e}`)} class V extends Error{get name(){return 'VV'}};
            console.log(String(new V('q')))
            """,
            """
            MyErr bad 7 true true MyErr: bad
            VV: q

            """
        },
        {
            """
            const e=new Error('msg');e.stack='Error: msg\n    at foo (x:1:2)';
            console.log(e);
            console.log({e});
            console.log([e]);e.code=5;e.name='Other';
            console.log(e);
            const e2=new TypeError('tt',{cause:e});e2.stack='TypeError: tt\n    at q (r:1:1)';
            console.log(e2);
            delete e.stack;
            console.log(e);e.stack='';
            console.log(e)
            """,
            """
            Error: msg
                at foo (x:1:2)
            {
              e: Error: msg
                  at foo (x:1:2)
            }
            [
              Error: msg
                  at foo (x:1:2)
            ]
            Error: msg
                at foo (x:1:2) {
              code: 5,
              name: 'Other'
            }
            TypeError: tt
                at q (r:1:1) {
              [cause]: Error: msg
                  at foo (x:1:2) {
                code: 5,
                name: 'Other'
              }
            }
            [Other: msg] { code: 5 }
            [Other: msg] { code: 5 }

            """
        },
        {
            """
            console.log([new Error(),new RangeError(),new AggregateError([]),new (class E extends TypeError{}),{},Object.create(Error.prototype),'Error',undefined,Error,new Proxy(new Error(),{})].map(Error.isError).join())
            """,
            """
            true,true,true,true,false,false,false,false,false,false

            """
        },
    };
}
