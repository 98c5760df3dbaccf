using Rlm.JavaScript.Tests.Execution;

namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Sorting by differences, which is done without calling the function where it can make none.</summary>
public sealed class NumberOrderTests
{
    [Theory]
    [InlineData("[3, 1, Infinity, Infinity, -Infinity, -1e300, 0.5, 2].sort((a, b) => a - b).join()", "-Infinity,-1e+300,0.5,1,2,3,Infinity,Infinity")]
    [InlineData("[5, 1, 4].sort((a, b) => b - a).join()", "5,4,1")]
    [InlineData("[3, 1, 2].sort((b, a) => a - b).join()", "3,2,1")]
    [InlineData("[-1, 5, 3].sort((a, b) => { return b - a }).join()", "5,3,-1")]
    [InlineData("[3, 1, , 2, undefined].sort(function (a, b) { return a - b }).join()", "1,2,3,,")]
    [InlineData("[10, '9', 8, { valueOf: () => 7 }, true, null, 3].sort((a, b) => a - b).map(Number).join()", "0,1,3,7,8,9,10")]
    [InlineData("[3, 1, 2].sort((a, b) => a - a).join()", "3,1,2")]
    [InlineData("[3, 1, 2].sort((a, b = 2) => a - b).join()", "1,2,3")]
    [InlineData("[3, 1, 2].sort((a, b, c) => a - c).join()", "3,1,2")]
    [InlineData("[2n, 1n, 3n].sort((a, b) => Number(a - b)).join()", "1,2,3")]
    [InlineData("let r; try { [3, 1n].sort((a, b) => a - b) } catch (e) { r = e.message } r", "Cannot mix BigInt and other types, use explicit conversions")]
    [InlineData("[3, 1, 2].toSorted((a, b) => b - a).join()", "3,2,1")]
    public async Task Sort_ByDifference_OrdersAsTheFunctionSays(string source, string expected) =>
        Assert.Equal($"'{expected}'", await Scripts.ShowAsync(source));

    [Fact]
    public async Task Sort_ByDifference_IsCountedAsTheCallsItStandsFor()
    {
        const string Numbers = "const numbers = Array.from({ length: 5000 }, (_, i) => i * 7919 % 5003);";

        Assert.Equal(await WorkAsync(Numbers + "numbers.sort((a, b) => { const difference = a - b; return difference })"), await WorkAsync(Numbers + "numbers.sort((a, b) => { return a - b })"), 20.0);

        static async Task<double> WorkAsync(string source)
        {
            using var session = new JavaScriptSession();
            return (await session.EvaluateAsync(source + "; 0")).Usage.Work;
        }
    }
}
