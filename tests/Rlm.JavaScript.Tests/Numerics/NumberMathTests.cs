using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class NumberMathTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData(5, 3, 2)]
    [InlineData(-5, 3, -2)]
    [InlineData(5, -3, 2)]
    [InlineData(-4, 2, -0.0)]
    [InlineData(-0.0, 5, -0.0)]
    [InlineData(5.5, 2, 1.5)]
    [InlineData(5, 0, double.NaN)]
    [InlineData(Infinity, 5, double.NaN)]
    [InlineData(5, Infinity, 5)]
    [InlineData(int.MinValue, -1, -0.0)]
    [InlineData(1e308, 3e-308, 5.476144900572913e-309)]
    [InlineData(9007199254740993, 7, 4)]
    [InlineData(-9223372036854774784, -1, -0.0)]
    [InlineData(9223372036854775808, 10, 8)]
    [InlineData(-9223372036854774784, 1000, -784)]
    [InlineData(4611686018427387904, 4611686018427387000, 1024)]
    public void Remainder_Numbers_TakesTheSignOfTheDividend(double x, double y, double expected) => AssertSame(expected, NumberMath.Remainder(x, y));

    [Fact]
    public void Remainder_AnyNumbers_IsThatOfTheHardware()
    {
        var random = new System.Random(17);
        for (int i = 0; i < 20_000; i++)
        {
            double x = random.NextInt64(long.MinValue, long.MaxValue) / Math.Pow(2, random.Next(64));
            double y = random.NextInt64(long.MinValue, long.MaxValue) / Math.Pow(2, random.Next(64));
            x = random.Next(2) == 0 ? Math.Floor(x) : x;
            y = random.Next(2) == 0 ? Math.Floor(y) : y;
            AssertSame(x % y, NumberMath.Remainder(x, y));
        }
    }

    [Theory]
    [InlineData(1, double.NaN, double.NaN)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, Infinity, double.NaN)]
    [InlineData(-1, -Infinity, double.NaN)]
    [InlineData(2, 10, 1024)]
    [InlineData(-8, 1.0 / 3, double.NaN)]
    [InlineData(-0.0, -1, -Infinity)]
    [InlineData(-0.0, 3, -0.0)]
    [InlineData(10, -5, 1e-5)]
    [InlineData(10, 308, 1e308)]
    public void Exponentiate_SpecialCases_FollowTheSpecification(double x, double y, double expected) => AssertSame(expected, NumberMath.Exponentiate(x, y));

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, -0.0)]
    [InlineData(-0.2, -0.0)]
    [InlineData(-0.0, -0.0)]
    [InlineData(1.5, 2)]
    [InlineData(-1.5, -1)]
    [InlineData(2.5, 3)]
    [InlineData(0.49999999999999994, 0)]
    [InlineData(4503599627370495.5, 4503599627370496)]
    [InlineData(-4503599627370495.5, -4503599627370495)]
    [InlineData(4503599627370497, 4503599627370497)]
    [InlineData(-Infinity, -Infinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Round_Numbers_HalvesGoUp(double x, double expected) => AssertSame(expected, NumberMath.Round(x));

    [Fact]
    public void SignMaxMin_Zeros_KeepTheirSign()
    {
        AssertSame(-0.0, NumberMath.Sign(-0.0));
        AssertSame(-1, NumberMath.Sign(-Infinity));
        AssertSame(double.NaN, NumberMath.Sign(double.NaN));
        AssertSame(0, NumberMath.Max(-0.0, 0));
        AssertSame(-0.0, NumberMath.Min(0, -0.0));
        AssertSame(double.NaN, NumberMath.Max(1, double.NaN));
        AssertSame(double.NaN, NumberMath.Min(double.NaN, 1));
    }

    [Fact]
    public void IntegerFunctions_Numbers_ConvertFirst()
    {
        Assert.Equal(32, NumberMath.Clz32(double.NaN));
        Assert.Equal(0, NumberMath.Clz32(-1));
        Assert.Equal(-5, NumberMath.Imul(4294967295, 5));
        Assert.Equal(1, NumberMath.Imul(-1, 4294967295));
        AssertSame(1.100000023841858, NumberMath.Fround(1.1));
        AssertSame(Infinity, NumberMath.Fround(3.5e38));
    }

    [Fact]
    public void Hypot_HugeAndTinyValues_NeitherOverflowNorVanish()
    {
        AssertSame(4.9999999999999995e200, NumberMath.Hypot([3e200, 4e200]));
        AssertSame(5e-200, NumberMath.Hypot([3e-200, -4e-200]));
        AssertSame(Infinity, NumberMath.Hypot([double.NaN, -Infinity]));
        AssertSame(double.NaN, NumberMath.Hypot([double.NaN, 1]));
        AssertSame(0, NumberMath.Hypot([]));
        AssertSame(0, NumberMath.Hypot([-0.0]));
    }

    [Theory]
    [InlineData(1e-10, 1.00000000005e-10)]
    [InlineData(-1e-20, -1e-20)]
    [InlineData(-0.0, -0.0)]
    [InlineData(0.5, 0.6487212707001282)]
    [InlineData(-0.75, -0.5276334472589853)]
    [InlineData(-Infinity, -1)]
    [InlineData(Infinity, Infinity)]
    [InlineData(710, Infinity)]
    public void Expm1_NearZeroAndFar_KeepsItsDigits(double x, double expected) => AssertSame(expected, NumberMath.Expm1(x));

    [Theory]
    [InlineData(1e-10, 9.999999999500001e-11)]
    [InlineData(1e-20, 1e-20)]
    [InlineData(-0.0, -0.0)]
    [InlineData(-1, -Infinity)]
    [InlineData(-1.5, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(Infinity, Infinity)]
    [InlineData(0.5, 0.4054651081081644)]
    public void Log1p_NearZeroAndFar_KeepsItsDigits(double x, double expected) => AssertSame(expected, NumberMath.Log1p(x));

    [Fact]
    public void Cbrt_Cubes_AreExact()
    {
        for (var i = -2000; i <= 2000; i++)
            AssertSame(i, NumberMath.Cbrt((double)i * i * i));
        AssertSame(-0.0, NumberMath.Cbrt(-0.0));
        AssertSame(5.643803094122362e+102, NumberMath.Cbrt(double.MaxValue));
        AssertSame(1.7031839360032603e-108, NumberMath.Cbrt(double.Epsilon));
    }

    private static void AssertSame(double expected, double actual)
    {
        if (double.IsNaN(expected))
        {
            Assert.True(double.IsNaN(actual), $"{actual:R}");
            return;
        }

        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{expected:R} expected, {actual:R} got");
    }
}
