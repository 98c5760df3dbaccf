namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Code, and what Node.js prints for it.</summary>
internal static class ConsoleSamples
{
    public static TheoryData<string, string> All { get; } = new()
    {
        {
            """
            console.log('%s is %d years and %i, %f, %j %o %O %%, %c.', 'Bob', 42.5, 42.9, '1.50', {a:1}, {b:2}, {c:3}, 'css', 'extra', {d:4});
            console.log('%s',null,undefined,true);
            console.log('%s %s','a');
            console.log('100%','x');
            console.log('%d',{});
            console.log('%i','abc');
            console.log('%x',1)
            """,
            """
            Bob is 42.5 years and 42, 1.5, {"a":1} { b: 2 } { c: 3 } %, . extra { d: 4 }
            null undefined true
            a %s
            100% x
            NaN
            NaN
            %x 1

            """
        },
        {
            """
            console.log('%s',{toString(){return 'custom'}},'%s',[1,[2,[3]]]);
            console.log('%s',class X{},function foo(){}, 5n, Symbol('s'), -0);
            console.log('%s', new (class Y{toString(){return 'Y!'}})); console.log('%s', Object.create(null)); console.log('%s',[{a:{b:1}}]);
            """,
            """
            custom %s [ 1, [ 2, [ 3 ] ] ]
            class X{} [Function: foo] 5n Symbol(s) -0
            Y!
            [Object: null prototype] {}
            [ [Object] ]

            """
        },
        {
            """
            console.group('A');
            console.log('x\ny');
            console.group('B');
            console.log({a:1,b:[1,2]});
            console.groupEnd();
            console.warn('w');
            console.groupEnd();
            console.log('end');
            console.groupEnd();
            console.info('i');
            console.debug('d');
            console.error('e')
            """,
            """
            A
              x
              y
              B
                { a: 1, b: [ 1, 2 ] }
              w
            end
            i
            d
            e

            """
        },
        {
            """
            console.count();
            console.count('a');
            console.count();
            console.countReset();
            console.count();
            console.assert(1===1,'nope');
            console.assert(false,'msg %s','x');
            console.assert(false);
            console.dir({a:{b:{c:{d:{}}}}},{depth:0});
            console.dir([1,'a']);
            console.log();
            console.log('')
            """,
            """
            default: 1
            a: 1
            default: 2
            default: 1
            Assertion failed: msg x
            Assertion failed
            { a: [Object] }
            [ 1, 'a' ]



            """
        },
        {
            """
            console.table([{a:1,b:'x'},{a:2,c:true}]);
            console.table([[1,2],[3,4]]);
            console.table([1,'a',{x:1}]);
            console.table({r1:{c1:1},r2:{c2:2}});
            console.table(new Map([['a',1]]));
            console.table([{a:1,b:2}],['b']);
            console.table(5);
            console.table([]);
            console.table([{n:{a:1,b:2,c:3}},{n:[1,2,3,4,5]}]);
            console.table(new Set([{a:1}]))
            """,
            """
            ┌─────────┬───┬─────┬──────┐
            │ (index) │ a │ b   │ c    │
            ├─────────┼───┼─────┼──────┤
            │ 0       │ 1 │ 'x' │      │
            │ 1       │ 2 │     │ true │
            └─────────┴───┴─────┴──────┘
            ┌─────────┬───┬───┐
            │ (index) │ 0 │ 1 │
            ├─────────┼───┼───┤
            │ 0       │ 1 │ 2 │
            │ 1       │ 3 │ 4 │
            └─────────┴───┴───┘
            ┌─────────┬───┬────────┐
            │ (index) │ x │ Values │
            ├─────────┼───┼────────┤
            │ 0       │   │ 1      │
            │ 1       │   │ 'a'    │
            │ 2       │ 1 │        │
            └─────────┴───┴────────┘
            ┌─────────┬────┬────┐
            │ (index) │ c1 │ c2 │
            ├─────────┼────┼────┤
            │ r1      │ 1  │    │
            │ r2      │    │ 2  │
            └─────────┴────┴────┘
            ┌───────────────────┬─────┬────────┐
            │ (iteration index) │ Key │ Values │
            ├───────────────────┼─────┼────────┤
            │ 0                 │ 'a' │ 1      │
            └───────────────────┴─────┴────────┘
            ┌─────────┬───┐
            │ (index) │ b │
            ├─────────┼───┤
            │ 0       │ 2 │
            └─────────┴───┘
            5
            ┌─────────┐
            │ (index) │
            ├─────────┤
            └─────────┘
            ┌─────────┬───────────────────────────────┐
            │ (index) │ n                             │
            ├─────────┼───────────────────────────────┤
            │ 0       │ [Object]                      │
            │ 1       │ [ 1, 2, 3, ... 2 more items ] │
            └─────────┴───────────────────────────────┘
            ┌───────────────────┬──────────┐
            │ (iteration index) │ Values   │
            ├───────────────────┼──────────┤
            │ 0                 │ { a: 1 } │
            └───────────────────┴──────────┘

            """
        },
    };
}
