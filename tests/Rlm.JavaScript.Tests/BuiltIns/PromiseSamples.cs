namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class PromiseSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            const r=[];Promise.resolve(1).then(v=>r.push(v));Promise.reject(2).catch(v=>r.push(v)).finally(()=>r.push('f'));new Promise((a,b)=>{r.push('sync');a(3)}).then(v=>r.push(v));r.push('end');await 0;await 0;await 0;await 0;await 0;
            console.log(r)
            """,
            """
            [ 'sync', 'end', 1, 2, 3, 'f' ]

            """
        },
        {
            """
            console.log(await Promise.all([1,Promise.resolve(2),(async()=>3)()]),await Promise.all([]),await Promise.allSettled([1,Promise.reject('x')]),await Promise.race([new Promise(()=>{}),Promise.resolve('r')]),await Promise.any([Promise.reject(1),Promise.resolve('any')]),await Promise.any([]).catch(e=>[e.name,e.message,e.errors]),await Promise.any([Promise.reject(1),Promise.reject(2)]).catch(e=>[e.name,e.message,e.errors]),await Promise.all(new Set([1,2])),await Promise.all((function*(){yield 1;yield Promise.resolve(2)})()))
            """,
            """
            [ 1, 2, 3 ] [] [
              { status: 'fulfilled', value: 1 },
              { status: 'rejected', reason: 'x' }
            ] r any [ 'AggregateError', 'All promises were rejected', [] ] [ 'AggregateError', 'All promises were rejected', [ 1, 2 ] ] [ 1, 2 ] [ 1, 2 ]

            """
        },
        {
            """
            for (const f of [()=>new Promise(),()=>Promise(),()=>new Promise(1),()=>Promise.resolve.call(1),()=>Promise.prototype.then.call(1),()=>Promise.all.call(undefined,[])]) try{console.log(f())}catch(e){console.log(e.name+': '+e.message)} for (const p of [Promise.all(1),Promise.all(),Promise.race({}),Promise.all([Promise.reject(new Error('r'))]),new Promise(()=>{throw new Error('ex')}),Promise.reject(1).finally(()=>{throw 2}),Promise.resolve(1).finally(()=>Promise.reject(3))]) try{console.log(await p)}catch(e){console.log(e&&e.message||e)}
            """,
            """
            TypeError: Promise resolver undefined is not a function
            TypeError: Promise constructor cannot be invoked without 'new'
            TypeError: Promise resolver 1 is not a function
            TypeError: PromiseResolve called on non-object
            TypeError: Method Promise.prototype.then called on incompatible receiver 1
            TypeError: Promise.all called on non-object
            number 1 is not iterable (cannot read property Symbol(Symbol.iterator))
            undefined is not iterable (cannot read property Symbol(Symbol.iterator))
            object is not iterable (cannot read property Symbol(Symbol.iterator))
            r
            ex
            2
            3

            """
        },
        {
            """
            class P2 extends Promise{};
            const p=P2.resolve(1);
            console.log(p instanceof P2,p.then(()=>1) instanceof P2,P2.all([1]) instanceof P2,await P2.all([P2.resolve(5),6]),p.constructor===P2,Promise.resolve(p)===p,P2.resolve(Promise.resolve(1)) instanceof P2,p.finally(()=>{}) instanceof P2);
            const t={then(r){r('thenable')}};
            console.log(await t,await Promise.resolve(t),await Promise.all([t]));
            const self=[];
            const q=new Promise(r=>self[0]=r);self[0](q);
            try{await q}catch(e){console.log(e.message)}
            """,
            """
            true true true [ 5, 6 ] true false true true
            thenable thenable [ 'thenable' ]
            Chaining cycle detected for promise #<Promise>

            """
        },
        {
            """
            const order=[];
            const p1=(async()=>{order.push('a1');await null;order.push('a2');await null;order.push('a3')})();
            const p2=(async()=>{order.push('b1');await null;order.push('b2')})();Promise.resolve().then(()=>order.push('m1')).then(()=>order.push('m2')).then(()=>order.push('m3'));await Promise.all([p1,p2]);order.push('done');
            console.log(order.join(' '))
            """,
            """
            a1 b1 a2 b2 m1 a3 m2 m3 done

            """
        },
        {
            """
            const r=await Promise.allSettled([1,Promise.reject(new Error('x')),new Promise(a=>a(2))]);
            console.log(r.map(x=>x.status),r[1].reason.message)
            """,
            """
            [ 'fulfilled', 'rejected', 'fulfilled' ] x

            """
        },
        {
            """
            console.log(await (async()=>{try{await Promise.reject(new Error('in'))}catch(e){return e.message}finally{}})())
            """,
            """
            in

            """
        },
        {
            """
            const log=[];
            const it={[Symbol.iterator](){let i=0;return {next(){return {done:i>2,value:i++}},return(){log.push('ret');return {}}}}};
            console.log(await Promise.all(it));
            const bad={[Symbol.iterator](){return {next(){throw new Error('next')},return(){log.push('no')}}}};await Promise.all(bad).catch(e=>log.push(e.message));
            class C extends Promise{static resolve(){throw new Error('res')}};await C.all(it).catch(e=>log.push(e.message));
            console.log(log)
            """,
            """
            [ 0, 1, 2 ]
            [ 'next', 'ret', 'res' ]

            """
        },
        {
            """
            let res;
            const p=new Promise(r=>{res=r});res(1);res(2);
            console.log(await p);
            const q=new Promise((a,b)=>{a(1);throw new Error('ignored')});
            console.log(await q);
            const t=new Promise(r=>r({then(a,b){b('thenable-reject')}}));
            console.log(await t.catch(x=>x))
            """,
            """
            1
            1
            thenable-reject

            """
        },
        {
            """
            const o=[];
            const p=Promise.resolve();p.then(()=>{o.push(1);return Promise.resolve()}).then(()=>o.push(4));p.then(()=>o.push(2)).then(()=>o.push(3)).then(()=>o.push(5)).then(()=>o.push(6));await new Promise(r=>p.then(()=>{}).then(()=>{}).then(()=>{}).then(()=>{}).then(()=>{}).then(()=>{}).then(r));
            console.log(o.join())
            """,
            """
            1,2,3,5,4,6

            """
        },
        {
            """
            class P extends Promise {}
            console.log(await Promise.try((a,b)=>a+b,1,2),await Promise.try(async()=>5),await Promise.try(()=>Promise.resolve('inner')),await Promise.try(()=>{throw new RangeError('x')}).catch(e=>e.name),await Promise.try(5).catch(e=>e.name),P.try(()=>1) instanceof P,Promise.try.length,Promise.try.name);
            const o=[];Promise.try(()=>o.push('sync')).then(()=>o.push('then'));o.push('after');await 0;await 0;console.log(o.join());
            try{Promise.try.call(undefined,()=>1)}catch(e){console.log(e.name)}
            """,
            """
            3 5 inner RangeError TypeError true 1 try
            sync,after,then
            TypeError

            """
        },
    };
}
