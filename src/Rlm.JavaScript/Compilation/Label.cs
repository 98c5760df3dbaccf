namespace Rlm.JavaScript.Compilation;

/// <summary>A place in the code that jumps go to, perhaps before it is known.</summary>
internal sealed class Label
{
    public int Target = -1;

    /// <summary>The instructions to complete once the target is known.</summary>
    public readonly List<int> Jumps = [];

    /// <summary>On every jump to here, there was a report of work at this place or after it.</summary>
    public int Reported = int.MaxValue;
}

/// <summary>The instructions that a handler covers: ranges, because code that leaves the region is not covered even where it stands inside.</summary>
internal sealed class Region
{
    private readonly List<(int Start, int End)> _ranges = [];
    private int _start = -1;

    public IReadOnlyList<(int Start, int End)> Ranges => _ranges;

    public void Open(int pc) => _start = pc;

    public void Close(int pc)
    {
        if (_start >= 0 && pc > _start)
        {
            _ranges.Add((_start, pc));
        }

        _start = -1;
    }
}

/// <summary>A statement around the current one that break, continue or return may have to leave.</summary>
internal abstract class ControlEntry
{
    /// <summary>What the handler of this statement covers; null for statements without one.</summary>
    public Region? Region;
}

internal sealed class BreakTarget(IReadOnlyList<string> labels, bool isLoop, bool takesPlainBreak) : ControlEntry
{
    public readonly IReadOnlyList<string> Labels = labels;
    public readonly bool IsLoop = isLoop;

    /// <summary>Whether a break without a label ends it: a loop or a switch.</summary>
    public readonly bool TakesPlainBreak = takesPlainBreak;

    /// <summary>Whether only continue ends here: the inside of a loop over an iterator, where break goes on to the loop itself, with its label too.</summary>
    public readonly bool TakesOnlyContinue = isLoop && !takesPlainBreak;
    public readonly Label Break = new();
    public readonly Label Continue = new();
}

/// <summary>A loop over an iterator, which has to be closed when the loop is left early.</summary>
internal sealed class IteratorEntry(int iteratorRegister, bool isAsync) : ControlEntry
{
    public readonly int IteratorRegister = iteratorRegister;
    public readonly bool IsAsync = isAsync;
}

/// <summary>A try with a finally block: leaving it runs the block first, and goes on where <see cref="Exits"/> says.</summary>
internal sealed class FinallyEntry(int completionRegister, int valueRegister, int tryRegister) : ControlEntry
{
    public const int NormalCompletion = 2;

    public readonly int CompletionRegister = completionRegister;
    public readonly int ValueRegister = valueRegister;
    public readonly int TryRegister = tryRegister;
    public readonly Label Start = new();
    public readonly List<FinallyExit> Exits = [];

    /// <summary>Whether some return leaves through the block.</summary>
    public bool HasReturn;
}

/// <summary>A break or continue that leaves through a finally block; its number is its position after the fixed completions.</summary>
internal readonly record struct FinallyExit(BreakTarget Target, bool IsContinue);
