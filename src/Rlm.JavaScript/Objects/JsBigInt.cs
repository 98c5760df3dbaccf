using System.Numerics;

namespace Rlm.JavaScript.Objects;

/// <summary>An ECMAScript BigInt value.</summary>
internal sealed class JsBigInt(BigInteger value) : Cell(CellKind.BigInt)
{
    public readonly BigInteger Value = value;

    internal override long Trace(Tracer tracer) => 40 + (Value.GetBitLength() / 8);
}
