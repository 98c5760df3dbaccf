namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Expressions with iterator helpers, and what <see cref="Samples"/> shows of their values.</summary>
internal static class IteratorSamples
{
    public const string Lines = """""
        [1,2,3].values().map(x=>x*2).toArray()
          => [2, 4, 6]
        [...[1,2,3,4].values().filter((x,i)=>i%2).map((x,i)=>[x,i])]
          => [[2, 0], [4, 1]]
        [1,2,3,4,5].values().drop(1).take(3).toArray()
          => [2, 3, 4]
        new Set([3,1,2]).values().map(String).toArray()
          => ["3", "1", "2"]
        'a\u{1F600}b'[Symbol.iterator]().toArray().length
          => 3
        [1,2].values().flatMap(x=>[x,[x]]).toArray()
          => [1, [1], 2, [2]]
        [[1,2],[],[3]].values().flatMap(x=>new Set(x)).toArray()
          => [1, 2, 3]
        t(()=>[1].values().flatMap(x=>'ab').toArray())
          => "TypeError: "ab" is not an object"
        [5,6].values().reduce((a,b,i)=>a+':'+b+'@'+i)
          => "5:6@1"
        [5,6].values().reduce((a,b,i)=>a+':'+b+'@'+i,'s')
          => "s:5@0:6@1"
        t(()=>[].values().reduce((a,b)=>a))
          => "TypeError: Reduce of a done iterator with no initial value"
        [[1,2,3].values().some(x=>x>2),[1,2,3].values().every(x=>x<3),[1,2,3].values().find(x=>x>1),[].values().some(x=>1),[].values().every(x=>0),[].values().find(x=>1)]
          => [true, false, 2, false, true, undefined]
        (()=>{const a=[];[7,8].values().forEach((x,i)=>a.push(x,i));return a})()
          => [7, 0, 8, 1]
        (()=>{const it=[1,2,3].values().map(x=>x);return [it.next(),it.return(),it.next(),it[Symbol.toStringTag],it[Symbol.iterator]()===it]})()
          => [{value:1, done:false}, {value:undefined, done:true}, {value:undefined, done:true}, "Iterator Helper", true]
        (()=>{function*g(){let i=0;try{for(;;)yield i++}finally{log.push('closed '+i)}} const log=[];const r=g().filter(x=>x%3===0).map(x=>x*x).take(4).toArray();return [r,log]})()
          => [[0, 9, 36, 81], ["closed 10"]]
        (()=>{const log=[];const it={next(){log.push('n');return {done:false,value:1}},return(){log.push('r');return {}},__proto__:Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))};t(()=>it.map(()=>{throw 1}).next());log.push('|');it.some(x=>true);log.push('|');it.take(0).next();log.push('|');const m=it.map(x=>x);m.return();m.next();return log.join('')})()
          => "nr|nr|r|r"
        (()=>{class C{next(){return{done:true}}}; const w=Iterator.from(new C);return [w instanceof Iterator,w.toArray(),Iterator.from([1,2]).toArray(),Iterator.from('xy').toArray(),Iterator.from({next(){return {done:this.n>=2,value:this.n++}},n:0}).toArray()]})()
          => [true, [], [1, 2], ["x", "y"], [0, 1]]
        [typeof Iterator,Iterator.length,Iterator.name,t(()=>Iterator()),t(()=>new Iterator),new (class X extends Iterator{}) instanceof Iterator]
          => ["function", 0, "Iterator", "TypeError: Constructor Iterator requires 'new'", "TypeError: Abstract class Iterator not directly constructable", true]
        (()=>{const g=(function*(){yield 1;yield 2;yield 3})();const h=g.map(x=>h2.next());const h2=h;return t(()=>h.next())})()
          => "TypeError: Generator is already running"
        [t(()=>[].values().map()),t(()=>[].values().take(-1)),t(()=>[].values().take(NaN)),t(()=>[].values().take('a')),t(()=>Iterator.from(1)),t(()=>Iterator.prototype.map.call(1,x=>x))]
          => ["TypeError: undefined is not a function", "RangeError: -1 must be positive", "RangeError: NaN must be positive", "RangeError: "a" must be positive", "TypeError: Iterator.from called on non-object", "TypeError: Iterator.prototype.map called on non-object"]
        [...[1,2,3].values().take(Infinity)].length
          => 3
        [Iterator.prototype.constructor===Iterator,Object.getOwnPropertyNames(Iterator.prototype).filter(n=>n!=='constructor').sort().join()]
          => [true, "drop,every,filter,find,flatMap,forEach,map,reduce,some,take,toArray"]
        """"";
}
