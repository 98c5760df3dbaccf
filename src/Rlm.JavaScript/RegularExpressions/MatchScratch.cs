using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>The working memory of one match, kept for the next match on the same thread while it is small.</summary>
internal sealed class MatchScratch
{
    public const int InitialLength = 1024;

    private const int MaxKeptLength = 1 << 14;

    [ThreadStatic]
    private static MatchScratch? s_kept;

    private MatchScratch()
    {
    }

    public int[] Registers { get; private set; } = new int[InitialLength];

    public int[] Stack { get; private set; } = new int[InitialLength];

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

    /// <summary>Gives the memory back, with the stack as it has grown.</summary>
    public void Return(int[] stack)
    {
        if (stack.Length <= MaxKeptLength && Registers.Length <= MaxKeptLength)
        {
            Stack = stack;
            s_kept = this;
        }
    }
}
