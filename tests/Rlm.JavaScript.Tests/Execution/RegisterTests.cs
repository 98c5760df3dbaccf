namespace Rlm.JavaScript.Tests.Execution;

/// <summary>The registers of a function stay its own whatever it calls.</summary>
public sealed class RegisterTests
{
    private const string Deep = "function deep(n) { let a = n, b = n, c = n, d = n; return n === 0 ? 0 : deep(n - 1) + 1; }\n";

    // A conversion runs inside an instruction: when it recurses deeply, the registers grow under the feet of the function that runs the instruction.
    [Theory]
    [InlineData("const o = { valueOf() { return deep(8000); } }; const sum = o + 1; return sum;", "8001")]
    [InlineData("const o = { valueOf() { return deep(8000); } }; const equal = o == 8000; return equal;", "true")]
    [InlineData("const o = { valueOf() { return deep(8000); } }; const less = o < 1; return [less, o];", "[ false, { valueOf: [Function: valueOf] } ]")]
    [InlineData("const text = `${{ toString() { return deep(8000); } }}`; return text;", "'8000'")]
    [InlineData("const o = { x8000: 7 }; const value = o[{ toString() { return 'x' + deep(8000); } }]; return value;", "7")]
    [InlineData("const o = {}; o[{ toString() { return 'x' + deep(8000); } }] = 7; const copy = o; return copy;", "{ x8000: 7 }")]
    [InlineData("let n = { valueOf() { return deep(8000); } }; n++; return n;", "8001")]
    [InlineData("const has = { [Symbol.hasInstance]() { return deep(8000) > 0; } }; class C {} Object.defineProperty(C, Symbol.hasInstance, { value: has[Symbol.hasInstance] }); const is = 1 instanceof C; return is;", "true")]
    [InlineData("const it = { [Symbol.iterator]() { deep(8000); return [1, 2][Symbol.iterator](); } }; const [a, b] = it; return [a, b];", "[ 1, 2 ]")]
    public async Task Conversion_RecursesDeeply_CallerKeepsItsRegisters(string body, string expected) =>
        Assert.Equal(expected, await Scripts.ShowAsync($"{Deep}(function () {{ {body} }})()"));

    [Fact]
    public async Task SpeciesConstructor_RecursesDeeply_CallerKeepsItsRegisters() =>
        Assert.Equal(
            "[ 8000, 3 ]",
            await Scripts.ShowAsync(Deep + "class A extends Array { constructor(n) { super(n); this.depth = deep(8000); } } (function () { const a = A.of(1, 2, 3); const b = a.map(x => x); return [b.depth, b.length]; })()"));
}
