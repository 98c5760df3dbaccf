namespace Rlm.JavaScript.Tests.BuiltIns;

public class ObjectTests
{
    [Theory]
    [MemberData(nameof(ObjectSamples.All), MemberType = typeof(ObjectSamples))]
    public async Task Object_AnyUse_BehavesAsInNode(string source, string expected) => Assert.Equal(expected, await Printed.ByAsync(source));

    [Fact]
    public async Task ObjectGroupBy_AnyIterable_GroupsInOrder()
    {
        string output = await Printed.ByAsync("""
            print(Object.groupBy([1, 2, 3, 4], x => (x % 2 ? 'odd' : 'even')), Object.groupBy('hello', c => c).l);
            try { Object.groupBy((function* () { try { yield 1 } finally { print('closed') } })(), () => { throw new Error('cb') }) } catch (e) { print(e.message) }
            try { Object.groupBy([1], 1) } catch (e) { print(e.message) }
            """);
        Assert.Equal("[Object: null prototype] { odd: [ 1, 3 ], even: [ 2, 4 ] } [ 'l', 'l' ]\nclosed\ncb\n1 is not a function\n", output);
    }

    [Theory]
    [InlineData("Object.fromEntries((function* () { for (let i = 0; ; i++) yield ['k' + i, i] })())")]
    [InlineData("Object.groupBy((function* () { for (let i = 0; ; i++) yield i })(), x => 'k' + x)")]
    [InlineData("Object.keys('x'.repeat(20000000))")]
    [InlineData("Object.entries(Array(1000000).fill(1))")]
    public async Task Object_ResultBeyondTheMemoryLimit_Stops(string source) =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync(source, new JavaScriptOptions { MaxMemory = 16 * 1024 * 1024 }));

    [Fact]
    public async Task PropertyDescriptors_PoisonedPrototype_ReadsItAsTheSpecificationSays() =>
        Assert.Equal("TypeError: Getter must be a function: 1", await Printed.ErrorOfAsync("Object.prototype.get = 1; Object.defineProperty({}, 'a', { value: 1 })"));

    [Fact]
    public async Task Messages_WithHugeNames_StayShort()
    {
        string output = await Printed.ByAsync("""
            const big = 'k'.repeat(1e6);
            for (const f of [() => Object.defineProperty(Object.freeze({}), big, { value: 1 }), () => { Object.freeze({})[big] = 1 }, () => JSON.parse(big), () => { const o = {}; o[big] = o; JSON.stringify(o) }, () => Object.create(big), () => structuredClone(Symbol(big).description && (() => big))])
                try { f() } catch (e) { print(e.message.length < 400) }
            """);
        Assert.Equal(string.Concat(Enumerable.Repeat("true\n", 6)), output);
    }
}
