using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rlm.JavaScript.Numerics;

/// <summary>The conversions of ECMA-262 between numbers and integers. See <see href="https://tc39.es/ecma262/#sec-type-conversion"/>.</summary>
internal static class NumberConversions
{
    /// <summary>2^53 − 1, Number.MAX_SAFE_INTEGER.</summary>
    public const double MaxSafeInteger = 9007199254740991;

    private const double TwoToThe63 = 9223372036854775808;

    /// <summary>ToInt32. See <see href="https://tc39.es/ecma262/#sec-toint32"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInt32(double x)
    {
        var integer = (int)x;
        return integer == x ? integer : ToInt32Slow(x);
    }

    /// <summary>ToUint32. See <see href="https://tc39.es/ecma262/#sec-touint32"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToUint32(double x) => (uint)ToInt32(x);

    /// <summary>ToInt16.</summary>
    public static short ToInt16(double x) => (short)ToInt32(x);

    /// <summary>ToUint16.</summary>
    public static ushort ToUint16(double x) => (ushort)ToInt32(x);

    /// <summary>ToInt8.</summary>
    public static sbyte ToInt8(double x) => (sbyte)ToInt32(x);

    /// <summary>ToUint8.</summary>
    public static byte ToUint8(double x) => (byte)ToInt32(x);

    /// <summary>ToUint8Clamp, which rounds halves to even. See <see href="https://tc39.es/ecma262/#sec-touint8clamp"/>.</summary>
    public static byte ToUint8Clamp(double x) => x switch
    {
        >= 255 => 255,
        > 0 => (byte)Math.Round(x, MidpointRounding.ToEven),
        _ => 0,
    };

    /// <summary>ToIntegerOrInfinity; never minus zero. See <see href="https://tc39.es/ecma262/#sec-tointegerorinfinity"/>.</summary>
    public static double ToIntegerOrInfinity(double x) => double.IsNaN(x) ? 0 : Math.Truncate(x) + 0.0;

    /// <summary>ToLength. See <see href="https://tc39.es/ecma262/#sec-tolength"/>.</summary>
    public static double ToLength(double x) => x > 0 ? Math.Min(Math.Truncate(x), MaxSafeInteger) : 0;

    /// <summary>The double closest to a BigInt, a tie going to the even one. See <see href="https://tc39.es/ecma262/#sec-number-constructor-number-value"/>.</summary>
    public static double ToNumber(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        var bits = magnitude.GetBitLength();
        if (bits > 1024)
            return value.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;

        var shift = (int)Math.Max(0, bits - 62);
        var significand = (long)(magnitude >> shift);
        if (shift > 0 && !(magnitude & ((BigInteger.One << shift) - 1)).IsZero)
            significand |= 1;
        var result = Math.ScaleB((double)significand, shift);
        return value.Sign < 0 ? -result : result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ToInt32Slow(double x)
    {
        if (Math.Abs(x) < TwoToThe63)
            return (int)(long)x;
        if (!double.IsFinite(x))
            return 0;

        var significand = DecimalDigits.Decompose(Math.Abs(x), out var exponent);
        var magnitude = exponent < 32 ? (int)(uint)(significand << exponent) : 0;
        return x < 0 ? -magnitude : magnitude;
    }
}
