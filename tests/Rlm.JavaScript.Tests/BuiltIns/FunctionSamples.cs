namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class FunctionSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            console.log((function(){return [this,...arguments]}).call(1,2,3),(function(){return arguments.length}).apply(null,[1,2,3]),Math.max.apply(null,[1,5,3]),((a,b)=>a+b).bind(null,1)(2));
            const b=function foo(a,b,c){return [this?.x,a,b,c]}.bind({x:1},2);
            console.log(b(3,4),b.name,b.length,b.bind({x:9},7)(8),b.bind(0).name,b);
            const P=(function P(a){this.a=a}).bind(null,5);
            console.log(new P().a,new P() instanceof P)
            """,
            """
            [ 1, 2, 3 ] 3 5 3
            [ 1, 2, 3, 4 ] bound foo 2 [ 1, 2, 7, 8 ] bound bound foo [Function: bound foo]
            5 true

            """
        },
        {
            """
            console.log((function  foo ( a , b ) { return a+b /*c*/ }).toString(),(x=>x*2).toString(),class   A { m(){ } }.toString(),Math.max.toString(),(async()=>{}).toString(),({m(a){}}).m.toString(),({get x(){return 1}}, Object.getOwnPropertyDescriptor({get x(){return 1}},'x').get.toString()),(function(){}).bind().toString(), `${()=>1}`)
            """,
            """
            function  foo ( a , b ) { return a+b /*c*/ } x=>x*2 class   A { m(){ } } function max() { [native code] } async()=>{} m(a){} get x(){return 1} function () { [native code] } ()=>1

            """
        },
        {
            """
            for (const f of [()=>(()=>{}).caller,()=>Function.prototype.toString.call({}),()=>Function.prototype.bind.call(1),()=>(()=>1).apply(null,1)]) try{console.log(f())}catch(e){console.log(e.name+': '+e.message)}
            """,
            """
            TypeError: 'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them
            TypeError: Function.prototype.toString requires that 'this' be a Function
            TypeError: Bind must be called on a function
            TypeError: CreateListFromArrayLike called on non-object

            """
        },
        {
            """
            console.log(Function.prototype[Symbol.hasInstance].call(Array,[]),[] instanceof Array,Function.prototype(),typeof Function.prototype,Function.length,Function.name,(()=>{}).name,(function(){}).name,({a(){}}).a.name,({['x'+1]:()=>1}).x1.name)
            """,
            """
            true true undefined function 1 Function   a x1

            """
        },
    };
}
