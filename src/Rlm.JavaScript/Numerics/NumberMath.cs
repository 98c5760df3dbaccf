using System.Numerics;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// The operators and functions on numbers that .NET does not have or defines differently. Those that are missing here
/// (floor, ceil, sqrt, sin, log, …) are <see cref="Math"/>'s.
/// </summary>
internal static class NumberMath
{
    // From here on every double is an integer.
    private const double TwoToThe52 = 4503599627370496;
    private const double TwoToThe63 = 9223372036854775808;

    /// <summary>The operator %. See <see href="https://tc39.es/ecma262/#sec-numeric-types-number-remainder"/>.</summary>
    public static double Remainder(double dividend, double divisor)
    {
        if (dividend is >= 0 and <= int.MaxValue && divisor is >= 1 and <= int.MaxValue)
        {
            var n = (int)dividend;
            var d = (int)divisor;
            if (n == dividend && d == divisor && !double.IsNegative(dividend))
                return n % d;
        }

        // The library's remainder takes a step for every bit by which the exponents differ; whole numbers, exact up to 2^63, need a single division.
        if (Math.Abs(dividend) < TwoToThe63 && Math.Abs(divisor) < TwoToThe63)
        {
            var n = (long)dividend;
            var d = (long)divisor;
            if (n == dividend && d == divisor && d != 0)
            {
                var remainder = d == -1 ? 0 : n % d;
                return remainder == 0 ? Math.CopySign(0, dividend) : remainder;
            }
        }

        return dividend % divisor;
    }

    /// <summary>The operator **, Math.pow. See <see href="https://tc39.es/ecma262/#sec-numeric-types-number-exponentiate"/>.</summary>
    public static double Exponentiate(double @base, double exponent)
    {
        // C's pow, and so Math.Pow, says 1 for each of these.
        if (double.IsNaN(exponent))
            return double.NaN;
        if (double.IsInfinity(exponent) && Math.Abs(@base) == 1)
            return double.NaN;
        return Math.Pow(@base, exponent);
    }

    /// <summary>Math.round: halves towards +∞, −0 kept. See <see href="https://tc39.es/ecma262/#sec-math.round"/>.</summary>
    public static double Round(double x)
    {
        if (!(Math.Abs(x) < TwoToThe52))
            return x;
        var floor = Math.Floor(x);
        var rounded = x - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 ? Math.CopySign(0, x) : rounded;
    }

    /// <summary>Math.sign; NaN and the zeros are their own sign.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>Math.fround.</summary>
    public static double Fround(double x) => (float)x;

    /// <summary>Math.clz32 of ToUint32(x).</summary>
    public static int Clz32(double x) => BitOperations.LeadingZeroCount(NumberConversions.ToUint32(x));

    /// <summary>Math.imul of ToInt32(x) and ToInt32(y).</summary>
    public static int Imul(double x, double y) => unchecked(NumberConversions.ToInt32(x) * NumberConversions.ToInt32(y));

    /// <summary>Math.max of two: NaN wins, +0 is above −0. The result for no arguments is −∞.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <summary>Math.min of two: NaN wins, −0 is below +0. The result for no arguments is +∞.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <summary>Math.hypot, without overflow of the squares. See <see href="https://tc39.es/ecma262/#sec-math.hypot"/>.</summary>
    public static double Hypot(ReadOnlySpan<double> values)
    {
        double greatest = 0;
        var notANumber = false;
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
                return double.PositiveInfinity;
            notANumber |= double.IsNaN(value);
            greatest = Math.Max(greatest, Math.Abs(value));
        }

        if (notANumber)
            return double.NaN;
        if (greatest == 0)
            return 0;

        // Summed with Kahan's compensation, for a million equal values would otherwise drift.
        double sum = 0;
        double lost = 0;
        foreach (var value in values)
        {
            var ratio = value / greatest;
            var term = (ratio * ratio) - lost;
            var next = sum + term;
            lost = next - sum - term;
            sum = next;
        }

        return Math.Sqrt(sum) * greatest;
    }

    /// <summary>Math.cbrt, exact for cubes.</summary>
    public static double Cbrt(double x)
    {
        if (x == 0 || !double.IsFinite(x))
            return x;

        // Away from the ends of the range, so that the cube below neither overflows nor loses digits.
        var scale = Math.Abs(x) < 1e-200 ? 1 : Math.Abs(x) > 1e200 ? -1 : 0;
        x = Math.ScaleB(x, scale * 300);

        // The run-time library's root is off by up to three units in the last place: one step of Newton's, with the error of the cube exact.
        var root = Math.Cbrt(x);
        var square = root * root;
        var cube = square * root;
        var squareError = Math.FusedMultiplyAdd(root, root, -square);
        var cubeError = Math.FusedMultiplyAdd(square, root, -cube);
        var excess = x - cube - cubeError - (squareError * root);
        return Math.ScaleB(root + (excess / (3 * square)), scale * -100);
    }

    /// <summary>Math.expm1: e^x − 1 without the loss of digits that the subtraction has near zero.</summary>
    public static double Expm1(double x)
    {
        if (!(Math.Abs(x) < 1))
            return Math.Exp(x) - 1;
        if (x == 0)
            return x;

        // Taylor's series; 1/20! is below the last bit. Summed from the smallest, and x added last, as the leading term is exact.
        var tail = 1.0;
        for (var n = 20; n > 2; n--)
            tail = 1 + (x / n * tail);
        return x + (x * x / 2 * tail);
    }

    /// <summary>Math.log1p: ln(1 + x) without the loss of digits that the addition has near zero.</summary>
    public static double Log1p(double x)
    {
        if (x == 0 || !double.IsFinite(x))
            return x < 0 ? double.NaN : x;
        var sum = 1 + x;
        if (sum == 1)
            return x;

        // What the rounding of the sum took or gave moves the logarithm by its share.
        var lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1);
        return sum <= 0 ? Math.Log(sum) : Math.Log(sum) + (lost / sum);
    }
}
