namespace Rlm.JavaScript.Tests.Execution;

/// <summary>Names of the global object that cannot be changed.</summary>
public sealed class GlobalNameTests
{
    [Theory]
    [InlineData("let undefined = 1")]
    [InlineData("const NaN = 1")]
    [InlineData("class Infinity {}")]
    [InlineData("function undefined() {}")]
    public async Task FixedName_DeclaredAgain_IsASyntaxError(string source) =>
        Assert.StartsWith("SyntaxError: ", await Scripts.ShowAsync(source), StringComparison.Ordinal);

    [Fact]
    public async Task FixedName_DeclaredByVar_KeepsItsValue() =>
        Assert.Equal("[ true, 'TypeError' ]", await Scripts.ShowAsync("var NaN; let name; try { NaN = 1; } catch (e) { name = e.name; } [Number.isNaN(NaN), name]"));

    [Fact]
    public async Task ReadOnlyProperty_OfTheGlobalObject_CannotBeAssigned() =>
        Assert.Equal(
            "[ 1, 'TypeError' ]",
            await Scripts.ShowAsync("Object.defineProperty(globalThis, 'q', { value: 1, writable: false }); let name; try { q = 2; } catch (e) { name = e.name; } [q, name]"));
}
