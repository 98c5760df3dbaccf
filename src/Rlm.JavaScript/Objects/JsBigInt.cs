using System.Numerics;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>A BigInt. One that fits 64 bits, as nearly all do, is held and calculated with as such.</summary>
internal sealed class JsBigInt : Cell
{
    /// <summary>The most bits of a value: more would make single operations take longer than a cancellation may wait.</summary>
    public const long MaxBits = 1 << 18;

    /// <summary>What does not fit 64 bits; zero otherwise.</summary>
    private readonly BigInteger _large;
    private readonly long _small;

    public JsBigInt(long value)
        : base(CellKind.BigInt) => _small = value;

    public JsBigInt(BigInteger value)
        : base(CellKind.BigInt)
    {
        if (value.GetBitLength() < 64)
        {
            _small = (long)value;
        }
        else
        {
            _large = value;
        }
    }

    public BigInteger Value => IsSmall ? _small : _large;

    public bool IsZero => IsSmall && _small == 0;

    /// <summary>Gets a value indicating whether the value fits 64 bits, and is <see cref="Small"/>.</summary>
    public bool IsSmall => _large.IsZero;

    public long Small => _small;

    /// <summary>Gets the length of the value in two's complement without its sign.</summary>
    public long BitLength => IsSmall ? 64 - BitOperations.LeadingZeroCount((ulong)(_small ^ (_small >> 63))) : (long)_large.GetBitLength();

    public static bool Equals(JsBigInt left, JsBigInt right) => left._small == right._small && left._large == right._large;

    public static int Compare(JsBigInt left, JsBigInt right) =>
        left.IsSmall && right.IsSmall ? left._small.CompareTo(right._small) : left.Value.CompareTo(right.Value);

    internal override long Trace(Tracer tracer) => ModelBytes.BigInt(BitLength);
}
