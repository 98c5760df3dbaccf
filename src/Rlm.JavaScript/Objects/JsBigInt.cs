using System.Numerics;

namespace Rlm.JavaScript.Objects;

/// <summary>An ECMAScript BigInt value.</summary>
internal sealed class JsBigInt(BigInteger value) : Cell(CellKind.BigInt)
{
    /// <summary>The most bits of a value: more would make single operations take longer than a cancellation may wait.</summary>
    public const long MaxBits = 1 << 18;

    public readonly BigInteger Value = value;

    internal override long Trace(Tracer tracer) => ModelBytes.BigInt((long)Value.GetBitLength());
}
