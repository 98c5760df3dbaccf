using System.Numerics;

namespace Rlm.JavaScript.Objects;

/// <summary>An ECMAScript BigInt value.</summary>
internal sealed class JsBigInt(BigInteger value) : Cell(CellKind.BigInt)
{
    /// <summary>The most bits of a value. What is computed with values up to this size takes too short a time to be interrupted.</summary>
    public const int MaxBits = 1 << 18;

    public readonly BigInteger Value = value;

    internal override long Trace(Tracer tracer) => 40 + (Value.GetBitLength() / 8);
}
