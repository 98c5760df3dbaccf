using System.Numerics;
using Rlm.JavaScript.Numerics;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class NumberConversionsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-0.0, 0)]
    [InlineData(-1.9, -1)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(2147483648, -2147483648)]
    [InlineData(4294967295.9, -1)]
    [InlineData(4294967296, 0)]
    [InlineData(-2147483649, 2147483647)]
    [InlineData(9223372036854775808d, 0)]
    [InlineData(9223372036854777856d, 2048)]
    [InlineData(-9223372036854777856d, -2048)]
    [InlineData(18014398509481988, 4)]
    [InlineData(1e21, -559939584)]
    [InlineData(-1e21, 559939584)]
    [InlineData(2.4178516392292583e24, 0)]
    [InlineData(3.777893186295717e22, 8388608)]
    [InlineData(double.MaxValue, 0)]
    public void ToInt32_Numbers_WrapModuloTwoToThe32(double x, int expected)
    {
        Assert.Equal(expected, NumberConversions.ToInt32(x));
        Assert.Equal((uint)expected, NumberConversions.ToUint32(x));
    }

    [Fact]
    public void ToNarrowIntegers_Numbers_Wrap()
    {
        Assert.Equal(-1, NumberConversions.ToInt16(65535));
        Assert.Equal(65535, NumberConversions.ToUint16(-1));
        Assert.Equal(-128, NumberConversions.ToInt8(128));
        Assert.Equal(255, NumberConversions.ToUint8(-1));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 2)]
    [InlineData(254.5, 254)]
    [InlineData(254.6, 255)]
    [InlineData(300, 255)]
    [InlineData(-5, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 255)]
    public void ToUint8Clamp_Numbers_RoundHalfToEven(double x, byte expected) => Assert.Equal(expected, NumberConversions.ToUint8Clamp(x));

    [Fact]
    public void ToIntegerOrInfinity_SmallNegative_IsPlusZero()
    {
        Assert.False(double.IsNegative(NumberConversions.ToIntegerOrInfinity(-0.5)));
        Assert.False(double.IsNegative(NumberConversions.ToIntegerOrInfinity(-0.0)));
        Assert.Equal(0, NumberConversions.ToIntegerOrInfinity(double.NaN));
        Assert.Equal(double.NegativeInfinity, NumberConversions.ToIntegerOrInfinity(double.NegativeInfinity));
        Assert.Equal(-3, NumberConversions.ToIntegerOrInfinity(-3.7));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(3.9, 3)]
    [InlineData(double.PositiveInfinity, 9007199254740991)]
    [InlineData(1e300, 9007199254740991)]
    public void ToLength_Numbers_AreClamped(double x, double expected) => Assert.Equal(expected, NumberConversions.ToLength(x));

    [Fact]
    public void ToNumber_BigInts_RoundToNearestEven()
    {
        var tie = (BigInteger.One << 200) + (BigInteger.One << 147);
        Assert.Equal(Math.ScaleB(1, 200), NumberConversions.ToNumber(tie));
        Assert.Equal(Math.BitIncrement(Math.ScaleB(1, 200)), NumberConversions.ToNumber(tie + 1));
        Assert.Equal(-Math.BitIncrement(Math.ScaleB(1, 200)), NumberConversions.ToNumber(-tie - 1));
        Assert.Equal(double.MaxValue, NumberConversions.ToNumber(new BigInteger(double.MaxValue)));
        Assert.Equal(double.PositiveInfinity, NumberConversions.ToNumber((BigInteger.One << 1024) - 1));
        Assert.Equal(double.NegativeInfinity, NumberConversions.ToNumber(-(BigInteger.One << 1_000_000)));
        Assert.Equal(-1, NumberConversions.ToNumber(-1));
        Assert.Equal(0, NumberConversions.ToNumber(0));
    }
}
