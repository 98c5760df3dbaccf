namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Cases that went wrong once because they are rare: each test is named after what is easily broken.</summary>
public class RareCaseTests
{
    [Fact]
    public Task ToReversed_WithGetters_ReadsFromTheEnd() => CheckAsync(
        """
        const order = [];
        const a = [0, 0, 0];
        for (let i = 0; i < 3; i++) Object.defineProperty(a, i, { get() { order.push(i); return 'v' + i; } });
        return [a.toReversed(), order];
        """,
        "[['v2', 'v1', 'v0'], [2, 1, 0]]");

    [Fact]
    public Task ToReversed_OfAnArrayThatShrinksMeanwhile_GivesUndefinedForWhatIsGone() => CheckAsync(
        "const a = [0, 1, 2, 3, 4]; Array.prototype[1] = 5; try { Object.defineProperty(a, 3, { get() { a.length = 1; return 3; } }); return a.toReversed(); } finally { delete Array.prototype[1]; }",
        "[4, 3, undefined, 5, 0]");

    [Fact]
    public Task With_WithAGetterAtTheIndex_DoesNotReadIt() => CheckAsync(
        "const a = [1, 2, 3]; Object.defineProperty(a, 1, { get() { throw new Error('read'); } }); return [a.with(1, 9), [1, , 3].with(0, 7)]",
        "[[1, 9, 3], [7, undefined, 3]]");

    [Fact]
    public Task AsIntN_AtThePowerOfTwoBelowZero_Wraps() => CheckAsync(
        "return [BigInt.asIntN(1, -2n), BigInt.asIntN(1, -1n), BigInt.asIntN(1, 1n), BigInt.asIntN(3, -4n), BigInt.asIntN(3, -5n), BigInt.asIntN(3, 4n), BigInt.asIntN(64, -(2n ** 63n)), BigInt.asIntN(64, -(2n ** 63n) - 1n), BigInt.asIntN(0, -1n)]",
        "[0n, -1n, -1n, -4n, 3n, -4n, -9223372036854775808n, 9223372036854775807n, 0n]");

    [Fact]
    public Task LocaleCompare_OfMarksInAnotherOrder_FindsThemEqual() => CheckAsync(
        "return ['\\u00e4\\u0323'.localeCompare('a\\u0323\\u0308'), 'a\\u0308\\u0323'.localeCompare('\\u1ea1\\u0308'), 'o\\u0308'.localeCompare('\\u00f6'), 'z'.localeCompare('\\u00e4\\u0323')]",
        "[0, 0, 0, 1]");

    [Fact]
    public Task TextMethods_WithAPrimitivePattern_AskNoPrimitivePrototype() => CheckAsync(
        """
        const symbols = [Symbol.match, Symbol.matchAll, Symbol.replace, Symbol.search, Symbol.split];
        for (const type of [String, Number, Boolean, BigInt]) for (const s of symbols) Object.defineProperty(type.prototype, s, { configurable: true, get() { throw new Error('asked'); } });
        const text = 'a1b';
        return [text.match(1).index, [...text.matchAll('1')].length, text.replace(1, '-'), text.replaceAll('1', '+'), text.search(1n), text.split(1)];
        """,
        "[1, 1, 'a-b', 'a+b', 1, ['a', 'b']]");

    [Fact]
    public Task TextMethods_WithAPatternObject_AskIt() => CheckAsync(
        "return ['x'.match({ [Symbol.match]: t => 'm' + t }), 'x'.split({ [Symbol.split]: t => 's' + t }), 'x'.replace(new class { [Symbol.replace](t, r) { return t + r; } }, 'y')]",
        "['mx', 'sx', 'xy']");

    [Fact]
    public Task FunctionToString_OfAClassWithAConstructor_GivesTheWholeClass() => CheckAsync(
        "class A { x = 1; constructor ( ) { } m() { } } return [String(A), String(class extends A { constructor() { super(); } }), String(new A().m)]",
        "['class A { x = 1; constructor ( ) { } m() { } }', 'class extends A { constructor() { super(); } }', 'm() { }']");

    [Fact]
    public Task Assignment_ToAnArrayThatIsAPrototype_IsSeenThroughHolesOfItsChildren() => CheckAsync(
        """
        const parent = [];
        const child = Object.setPrototypeOf([1, , 3], parent);
        parent[0] = 'a';
        parent[1] = 'b';
        const grown = [];
        Array.prototype.push.call(grown, 1);
        return [child[1], child.includes('b'), child.indexOf('b'), child.slice(1)];
        """,
        "['b', true, 1, ['b', 3]]");

    [Fact]
    public Task ArrayMethods_WithAStringObjectAsPrototype_SeeItsCharacters() => CheckAsync(
        "const a = Object.setPrototypeOf([1, , 3], new String('xyz')); return [a[1], Array.prototype.slice.call(a, 0, 3), Array.prototype.includes.call(a, 'y')]",
        "['y', [1, 'y', 3], true]");

    [Fact]
    public Task IteratorResult_WhenTheSharedLayoutsAreUsedUp_IsAnObjectOfItsOwn() => CheckAsync(
        """
        for (let i = 0; i < 10500; i++) ({})['p' + i] = 1;
        const o = {};
        for (let i = 0; i < 10500; i++) { const x = {}; x['q' + i] = 1; x.a = 1; }
        const it = [1, 2][Symbol.iterator]();
        const first = it.next();
        first.extra = 1;
        const second = it.next();
        return [first, second, Object.keys(it.next())];
        """,
        "[{value: 1, done: false, extra: 1}, {value: 2, done: false}, ['value', 'done']]");

    [Fact]
    public Task PromiseAll_OfANonPromiseConstructor_SaysWhatIsMissing() => CheckAsync(
        "function Bad() {} return [attempt(() => Promise.all.call(Bad, [])), attempt(() => Promise.all.call(undefined, []))]",
        "[TypeError: Promise resolve or reject function is not callable, TypeError: Promise.all called on non-object]");

    [Fact]
    public Task MethodsOfPrimitives_AfterTheirPrototypeChanges_AreTheNewOnes() => CheckAsync(
        """
        const log = [];
        const shout = x => x.shout();
        const size = x => x.toString();
        String.prototype.shout = function () { return this + '!'; };
        log.push(shout('a'), shout('b'));
        String.prototype.shout = function () { return this + '?'; };
        log.push(shout('a'));
        delete String.prototype.shout;
        Object.prototype.shout = function () { return 'object'; };
        log.push(shout('a'), shout(1), shout({}), shout('b'), shout(true), shout(2n));
        String.prototype.shout = () => 'own';
        log.push(shout('a'), shout(1));
        delete Object.prototype.shout;
        delete String.prototype.shout;
        log.push(kind(() => shout('a')), kind(() => shout(1)));
        log.push(size(1), size('s'), size(1), size(true), size(3n), size([4, 5]), size('t'));
        return log;
        """,
        "['a!', 'b!', 'a?', 'object', 'object', 'object', 'object', 'object', 'object', 'own', 'object', 'TypeError', 'TypeError', '1', 's', '1', 'true', '3', '4,5', 't']");

    [Fact]
    public async Task PromiseAll_OfAMillionPlainValues_FitsIntoMemory()
    {
        string printed = await Printed.ByAsync("const all = await Promise.all(Array.from({ length: 1_000_000 }, (_, i) => i)); print(all.length, all[999_999])");

        Assert.Equal("1000000 999999\n", printed);
    }

    [Theory]
    [InlineData("[1, 2]", "t1 t2 t3")]
    [InlineData("[1, Promise.resolve(2), 3]", "t1 t2 t3")]
    [InlineData("[Promise.resolve(2)]", "t1 t2 t3")]
    public async Task PromiseAll_OfPlainValues_SettlesAtTheSameTurnAsOthers(string elements, string expected)
    {
        // What Node.js prints: all settles its promise in the first turn, so that its handler comes in the second.
        string printed = await Printed.ByAsync($$"""
            const log = [];
            Promise.resolve().then(() => log.push('t1')).then(() => log.push('t2')).then(() => log.push('t3')).then(() => log.push('t4'));
            Promise.all({{elements}}).then(v => log.push('all:' + v.join()));
            for (let i = 0; i < 8; i++) await null;
            print(log.filter(x => !x.startsWith('all')).slice(0, 3).join(' '), log.indexOf(log.find(x => x.startsWith('all'))));
            """);

        Assert.Equal($"{expected} 2\n", printed);
    }

    [Fact]
    public async Task PromiseAll_OfPlainValuesAfterPromisePrototypeThenChanges_CallsTheNewThen()
    {
        string printed = await Printed.ByAsync("""
            const original = Promise.prototype.then;
            let calls = 0;
            Promise.prototype.then = function (...rest) { calls++; return original.apply(this, rest); };
            const all = Promise.all([1, 2, 3]);
            const settled = Promise.allSettled([4]);
            Promise.prototype.then = original;
            print(calls, await all, await settled);
            """);

        Assert.Equal("4 [ 1, 2, 3 ] [ { status: 'fulfilled', value: 4 } ]\n", printed);
    }

    [Fact]
    public async Task IteratorClose_AfterTheConsumerThrew_MayWaitForTheHost()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0];
        });

        EvaluationResult result = await session.EvaluateAsync("""
            const log = [];
            function* numbers() { try { yield 1; yield 2; } finally { log.push('asked ' + ask('in finally')); } }
            for (const take of [g => Array.from(g, () => { throw new Error('mapper'); }), g => new Map(g), g => Object.groupBy(g, () => { ask(1); throw new Error('key'); })]) {
              try { take(numbers()); } catch (e) { log.push(e.message); }
            }
            const failing = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return() { throw new Error('from return'); } }) };
            try { Array.from(failing, () => { throw new Error('first'); }); } catch (e) { log.push(e.message); }
            const odd = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), get return() { throw new Error('from the getter'); } }) };
            try { new Map(odd); } catch (e) { log.push(e.message); }
            print(log.join('; '));
            """);

        Assert.Equal("asked in finally; mapper; asked in finally; Iterator value 1 is not an entry object; asked in finally; key; first; Iterator value 1 is not an entry object\n", result.Output);
    }

    private static async Task CheckAsync(string body, string expected) => Assert.Equal(expected, await GuestText.OfAsync(body));
}
