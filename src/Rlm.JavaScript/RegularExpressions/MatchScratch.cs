using System.Numerics;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// The working memory of one match, kept for the next match on the same thread while it is small. Whoever uses it is charged as if it were new, so that a
/// match costs the same whatever ran on the thread before.
/// </summary>
internal sealed class MatchScratch
{
    public const int InitialLength = 1024;

    private const int MaxKeptLength = 1 << 14;

    [ThreadStatic]
    private static MatchScratch? s_kept;

    /// <summary>Longer stacks, by the number of times that they have doubled.</summary>
    private readonly int[]?[] _longer = new int[]?[BitOperations.Log2(MaxKeptLength / InitialLength) + 1];

    private MatchScratch()
    {
    }

    public int[] Registers { get; private set; } = new int[InitialLength];

    /// <summary>The stack that a match begins with.</summary>
    public int[] Stack { get; } = new int[InitialLength];

    public static MatchScratch Take(int registerCount, Meter meter)
    {
        if (registerCount > InitialLength)
        {
            meter.Allocate(registerCount * (long)sizeof(int));
        }

        var scratch = s_kept ?? new MatchScratch();
        s_kept = null;
        if (scratch.Registers.Length < registerCount)
        {
            scratch.Registers = new int[registerCount];
        }

        return scratch;
    }

    /// <summary>A longer stack that begins with what is on one.</summary>
    public int[] Grow(int[] stack, int length)
    {
        int[] longer;
        if (length <= MaxKeptLength && length % InitialLength == 0 && BitOperations.IsPow2(length))
        {
            longer = _longer[BitOperations.Log2((uint)(length / InitialLength))] ??= new int[length];
        }
        else
        {
            longer = new int[length];
        }

        stack.CopyTo(longer, 0);
        return longer;
    }

    /// <summary>Gives the memory back.</summary>
    public void Return()
    {
        if (Registers.Length <= MaxKeptLength)
        {
            s_kept = this;
        }
    }
}
