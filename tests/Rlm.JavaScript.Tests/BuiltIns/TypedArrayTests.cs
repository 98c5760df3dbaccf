namespace Rlm.JavaScript.Tests.BuiltIns;

public class TypedArrayTests
{
    public static TheoryData<int> Samples => [.. Enumerable.Range(0, TypedArraySamples.All.Length)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task TypedArray_InEachSample_DoesAsInNode(int sample)
    {
        (string source, string expected) = TypedArraySamples.All[sample];

        string shown = await GuestText.OfAsync(source);

        Assert.True(expected == shown, $"{source}\nexpected {expected}\nbut was  {shown}");
    }

    [Theory]
    [InlineData("new Uint8Array([1, 2, 3])", "Uint8Array(3) [ 1, 2, 3 ]")]
    [InlineData("new Uint8Array()", "Uint8Array(0) []")]
    [InlineData("new (class Foo extends Uint8Array {})(2)", "Foo(2) [Uint8Array] [ 0, 0 ]")]
    [InlineData("Object.assign(new Uint8Array(3), { extra: 'y' })", "Uint8Array(3) [ 0, 0, 0, extra: 'y' ]")]
    [InlineData("new BigInt64Array([1n, -2n]), [new Int8Array([1])]", "BigInt64Array(2) [ 1n, -2n ] [ Int8Array(1) [ 1 ] ]")]
    [InlineData("new Float32Array([1.5, -0, NaN])", "Float32Array(3) [ 1.5, -0, NaN ]")]
    [InlineData("{ a: { b: { c: new Uint8Array(2) } } }", "{ a: { b: { c: [Uint8Array] } } }")]
    [InlineData("new Uint8Array(20).map((_, i) => i * 7)", "Uint8Array(20) [\n   0,   7,  14,  21,  28,  35, 42,\n  49,  56,  63,  70,  77,  84, 91,\n  98, 105, 112, 119, 126, 133\n]")]
    [InlineData("new ArrayBuffer(3)", "ArrayBuffer { [Uint8Contents]: <00 00 00>, byteLength: 3 }")]
    [InlineData("Object.assign(new ArrayBuffer(0), { foo: 1 })", "ArrayBuffer { [Uint8Contents]: <>, byteLength: 0, foo: 1 }")]
    [InlineData("new DataView(new ArrayBuffer(4), 1)", "DataView {\n  byteLength: 3,\n  byteOffset: 1,\n  buffer: ArrayBuffer { [Uint8Contents]: <00 00 00 00>, byteLength: 4 }\n}")]
    public async Task Console_OfBinaryData_PrintsAsNodeDoes(string value, string expected) => Assert.Equal($"{expected}\n", await Printed.ByAsync($"console.log({value})"));

    [Theory]
    [InlineData("new Uint8Array(2 ** 33)", "RangeError: Invalid typed array length: 8589934592")]
    [InlineData("new Float64Array(2 ** 30)", "RangeError: Invalid typed array length: 1073741824")]
    [InlineData("new ArrayBuffer(2 ** 40)", "RangeError: Array buffer allocation failed")]
    [InlineData("new ArrayBuffer(0, { maxByteLength: 2 ** 50 })", "RangeError: Array buffer allocation failed")]
    [InlineData("new ArrayBuffer(2, { maxByteLength: 1 })", "RangeError: Invalid array buffer max length")]
    [InlineData("Uint8Array.from({ length: 2 ** 53 - 1 })", "RangeError: Invalid typed array length: 9007199254740991")]
    [InlineData("new Uint8Array({ length: 2 ** 50 })", "RangeError: Invalid typed array length: 1125899906842624")]
    [InlineData("new Uint8Array(9).set({ length: 2 ** 53 - 1 })", "RangeError: offset is out of bounds")]
    [InlineData("new ArrayBuffer(8, { maxByteLength: 16 }).resize(17)", "RangeError: ArrayBuffer.prototype.resize: Invalid length parameter")]
    [InlineData("new ArrayBuffer(8).resize(4)", "TypeError: Method ArrayBuffer.prototype.resize called on incompatible receiver: the ArrayBuffer was made without maxByteLength")]
    [InlineData("new BigInt64Array(new Uint8Array(2))", "TypeError: Cannot mix BigInt and other types, use explicit conversions")]
    [InlineData("const b = new ArrayBuffer(1); b.transfer(); b.slice()", "TypeError: Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer")]
    [InlineData("const a = new Uint8Array(1); a.buffer.transfer(); a.fill(1)", "TypeError: Cannot perform %TypedArray%.prototype.fill on a detached ArrayBuffer")]
    [InlineData("const a = new Uint8Array(1); a.buffer.transfer(); for (const x of a);", "TypeError: Cannot perform %TypedArray%.prototype.values on a detached ArrayBuffer")]
    [InlineData("const a = new Uint8Array(2); for (const x of a) a.buffer.transfer?.call(a.buffer.detached ? new ArrayBuffer(1) : a.buffer);", "TypeError: Cannot perform %ArrayIteratorPrototype%.next on a detached ArrayBuffer")]
    [InlineData("const b = new ArrayBuffer(1); b.transfer(); structuredClone(b)", "DataCloneError: An ArrayBuffer is detached and could not be cloned.")]
    public async Task TypedArray_ThatCannotBe_IsACleanError(string source, string expected) => Assert.Equal(expected, await Printed.ErrorOfAsync(source));

    [Theory]
    [InlineData("new Uint8Array(100_000_000)")]
    [InlineData("const kept = []; for (;;) kept.push(new Float64Array(1000))")]
    [InlineData("const b = new ArrayBuffer(1, { maxByteLength: 2 ** 30 }); b.resize(100_000_000)")]
    [InlineData("const a = new Uint8Array(15_000_000); const kept = [a.slice(), a.slice(), a.slice(), a.slice(), a.slice()]")]
    [InlineData("const a = new Uint8Array(15_000_000); const kept = []; for (;;) kept.push(structuredClone(a))")]
    [InlineData("const a = new Uint8Array(15_000_000); for (const x of [a.toSorted(), a.toSorted((x, y) => y - x)]);")]
    [InlineData("Object.keys(new Uint8Array(40_000_000))")]
    [InlineData("const b = new BigInt64Array(8_000_000); const kept = [...b]")]
    [InlineData("function* forever() { for (;;) yield 1; } Uint8Array.from(forever())")]
    public async Task TypedArray_LargerThanTheMemory_StopsTheEvaluation(string source) =>
        Assert.Equal(EvaluationOutcome.MemoryLimit, await Printed.StopOfAsync(source, new JavaScriptOptions { MaxMemory = 64 * 1024 * 1024 }));

    [Fact]
    public async Task TypedArray_ThatNobodyKeeps_GivesItsMemoryBack()
    {
        string printed = await Printed.ByAsync(
            "let s = 0; for (let i = 0; i < 100; i++) { const a = new Uint8Array(10_000_000); a[i] = 1; s += a[i]; a.buffer.transfer(0); } print(s)",
            new JavaScriptOptions { MaxMemory = 64 * 1024 * 1024 });

        Assert.Equal("100\n", printed);
    }

    [Theory]
    [InlineData("new Float64Array(20_000_000).map(Math.random).sort()")]
    [InlineData("const a = new Float64Array(20_000_000); for (;;) a.fill(1.5)")]
    [InlineData("const a = new Uint8Array(100_000_000), b = new Float32Array(50_000_000); for (;;) b.set(a.subarray(0, 50_000_000))")]
    [InlineData("const a = new Uint8Array(100_000_000); for (;;) a.indexOf(1)")]
    [InlineData("const a = new Uint8Array(100_000_000); for (;;) a.reverse()")]
    [InlineData("new Int32Array(60_000_000).join('')")]
    public async Task TypedArray_WorkedOnForTooLong_StopsInTime(string source)
    {
        var options = new JavaScriptOptions { MaxTime = TimeSpan.FromMilliseconds(300), MaxMemory = 1L << 30 };

        Assert.Equal(EvaluationOutcome.TimeLimit, await Printed.StopOfAsync(source, options));
    }

    [Fact]
    public async Task TypedArray_ShrunkByCallbacksAndConversions_LosesNothingButElements()
    {
        string printed = await Printed.ByAsync("""
            const make = () => { const b = new ArrayBuffer(8, { maxByteLength: 16 }); return [b, new Uint8Array(b).map((_, i) => i + 1).constructor.from ? new Uint8Array(b) : null]; };
            const shrinking = (b, value) => ({ valueOf() { b.resize(2); return value; } });
            const log = [];
            for (const act of [
              (b, a) => a.fill(shrinking(b, 7)).join(),
              (b, a) => a.fill(1, 0, shrinking(b, 8)).join(),
              (b, a) => a.copyWithin(0, shrinking(b, 1)).join(),
              (b, a) => a.slice(0, shrinking(b, 8)).join(),
              (b, a) => a.set([shrinking(b, 9), 8, 7]) ?? a.join(),
              (b, a) => a.indexOf(0, shrinking(b, 0)),
              (b, a) => a.includes(undefined, shrinking(b, 0)),
              (b, a) => a.lastIndexOf(0, shrinking(b, 7)),
              (b, a) => a.with(shrinking(b, 0), 5).join(),
              (b, a) => a.with(7, shrinking(b, 5)).join(),
              (b, a) => a.map((x, i) => { b.resize(1); return i; }).join(),
              (b, a) => a.sort((x, y) => { b.resize(1); return y - x; }).join(),
              (b, a) => a.forEach((x, i) => { if (i === 0) b.resize(3); else if (i > 6) log.push(x); }) ?? 'done',
              (b, a) => a.join({ toString() { b.resize(2); return '-'; } }),
              (b, a) => a.subarray(shrinking(b, 1)).length,
              (b, a) => Uint8Array.from(a, (x, i) => { if (i === 1) b.resize(1); return i; }).join(),
              (b, a) => new Uint8Array(a.buffer, 4).length + [...a].length,
              (b, a) => { a[6] = shrinking(b, 1); return a.length; },
              (b, a) => { const v = new DataView(b, 4); b.resize(2); return v.byteLength; },
              (b, a) => { const f = new Uint8Array(b, 0, 8); b.resize(2); return [f.length, f[0], f.byteOffset, b.resize(16), f.length, f[7], a.length].join(); },
            ]) {
              const [b, a] = make();
              try { log.push(act(b, a)); } catch (e) { log.push(e.name); }
            }
            print(log.join(' | '));
            """);

        Assert.Equal(
            "7,7 | 1,1 | 0,0 | 0,0,0,0,0,0,0,0 | 9,8 | 0 | true | 1 | 5,0,0,0,0,0,0,0 | RangeError | 0,1,2,3,4,5,6,7 | 0 |  | done | 0-0------ | 1 | 0,1,2,3,4,5,6,7 | 12 | 2 | TypeError | 0,,0,,8,0,16\n",
            printed);
    }

    [Fact]
    public async Task TypedArray_SpreadAfterItsIterationChanges_IsIteratedTheNewWay()
    {
        string printed = await Printed.ByAsync("""
            const a = new Uint8Array([1, 2]);
            const T = Object.getPrototypeOf(Uint8Array.prototype);
            const values = T[Symbol.iterator];
            const next = Object.getPrototypeOf([][Symbol.iterator]()).next;
            print(...a, [0, ...a], Math.max(...new BigInt64Array(0), ...a));
            T[Symbol.iterator] = function* () { yield 'new'; };
            print(...a);
            T[Symbol.iterator] = values;
            Object.getPrototypeOf([][Symbol.iterator]()).next = function () { return { done: true }; };
            print(...a);
            Object.getPrototypeOf([][Symbol.iterator]()).next = next;
            a[Symbol.iterator] = () => [7][Symbol.iterator]();
            print(...a);
            delete a[Symbol.iterator];
            a.buffer.transfer();
            try { print(...a); } catch (e) { print(e.name); }
            """);

        Assert.Equal("1 2 [ 0, 1, 2 ] 2\nnew\n\n7\nTypeError\n", printed);
    }

    [Fact]
    public async Task TypedArray_ThatIsAReceiverBehindAnother_ConvertsWhatIsNotStored()
    {
        string printed = await Printed.ByAsync("""
            const receiver = new Int32Array(2);
            let count = 0;
            const value = { valueOf() { count++; return 5; } };
            print(Reflect.set(Object.create(receiver), 100, value, receiver), Reflect.set(Object.create(receiver), 1, value, receiver), Reflect.set(receiver, 100, 1, {}), count, receiver);
            """);

        Assert.Equal("true true true 2 Int32Array(2) [ 0, 5 ]\n", printed);
    }

    [Fact]
    public async Task TypedArray_OfASpeciesThatLies_IsChecked()
    {
        string printed = await Printed.ByAsync("""
            const log = [];
            const with_ = species => { const a = new Uint8Array([1, 2, 3]); a.constructor = { [Symbol.species]: species }; return a; };
            for (const act of [
              () => with_(function () { return {}; }).map(x => x),
              () => with_(function () { return new Uint8Array(1); }).filter(() => true),
              () => with_(BigInt64Array).map(x => x),
              () => with_(function () { return new Uint16Array(8); }).map(x => x * 200).join(),
              () => { const a = with_(undefined); a.constructor = { [Symbol.species]: function () { return a; } }; return a.slice(1).join(); },
              () => with_(function (b, o, n) { return new Uint8Array(b, o, n - 1); }).subarray(1).join(),
              () => Uint8Array.from.call(Array, [1]),
              () => Uint8Array.of.call(function () { return new Uint8Array(1); }, 1, 2),
              () => { const b = new ArrayBuffer(4); b.constructor = { [Symbol.species]: function () { return b; } }; return b.slice(); },
              () => { const b = new ArrayBuffer(4); b.constructor = { [Symbol.species]: function () { return new ArrayBuffer(2); } }; return b.slice(); },
            ]) {
              try { log.push(act()); } catch (e) { log.push(e.name); }
            }
            print(log.join(' | '));
            """);

        Assert.Equal("TypeError | TypeError | TypeError | 200,400,600,0,0,0,0,0 | 2,3,3 | 2 | TypeError | TypeError | TypeError | TypeError\n", printed);
    }

    [Fact]
    public async Task TypedArray_FromAGeneratorThatWaits_GetsAllElements()
    {
        using var session = new JavaScriptSession();
        session.SetFunction("ask", async (call, cancellationToken) =>
        {
            await Task.Yield();
            return call.Arguments[0].AsNumber() * 2;
        });

        EvaluationResult result = await session.EvaluateAsync(
            "function* numbers() { for (let i = 0; i < 3; i++) yield ask(i); } print(new Uint8Array(numbers()), Int16Array.from(numbers(), x => ask(x)), new Uint8Array([1, 2]).map(x => ask(x)).sort((a, b) => ask(b - a)))");

        Assert.Equal("Uint8Array(3) [ 0, 2, 4 ] Int16Array(3) [ 0, 4, 8 ] Uint8Array(2) [ 4, 2 ]\n", result.Output);
    }

    [Theory]
    [InlineData("new Uint8Array([1, 255])", "[1,255]")]
    [InlineData("new BigInt64Array([1n, -1n])", "[1,-1]")]
    [InlineData("({ f: new Float32Array([0.5]), b: new Uint8Array([7, 8]).buffer })", """{"f":[0.5],"b":[7,8]}""")]
    [InlineData("new DataView(new Uint8Array([1, 2, 3]).buffer, 1)", "[2,3]")]
    [InlineData("const b = new ArrayBuffer(4); b.transfer(); [b, new Uint8Array(0)]", "[[],[]]")]
    public async Task TypedArray_HandedToTheHost_IsAnArrayOfNumbers(string source, string expected)
    {
        using var session = new JavaScriptSession();

        EvaluationResult result = await session.EvaluateAsync(source);

        Assert.Equal(expected, result.Value.ToJson());
    }

    [Fact]
    public async Task TypedArray_TooLargeForTheHost_IsRefused()
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxHostValueSize = 1000 });
        session.SetFunction("take", (call, cancellationToken) => new ValueTask<JavaScriptValue>(call.Arguments[0].Items.Count));

        EvaluationResult result = await session.EvaluateAsync("print(take(new Uint8Array(900))); take(new Uint8Array(1001))");

        Assert.Equal("900\n", result.Output);

        Assert.NotNull(result.Error);
        Assert.Equal("RangeError", result.Error.Name);
    }
}
