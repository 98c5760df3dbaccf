using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

internal enum MatchResult
{
    Failed,
    Matched,

    /// <summary>The budget is used up.</summary>
    GaveUp,
}

/// <summary>
/// The backtracking machine: one run of a program over an input. What is to be tried later, and what is to be undone before, lies on an
/// explicit stack that is charged to the meter.
/// </summary>
internal ref partial struct BacktrackingMatcher
{
    // An entry of the stack ends with the number that says what it is: an instruction to go on at (at a position); the complement of a
    // register to restore; or one of these two, for the rest of a repeated set.
    private const int GreedyRange = int.MinValue;
    private const int LazyRange = int.MinValue + 1;

    private const int MaxEntry = 4;

    // The most integers on the stack: 128 MB.
    private const int MaxStackLength = 1 << 25;

    // With a budget, that is, when there is another way to match, it pays to give up earlier.
    private const int MaxStackLengthWithBudget = 1 << 20;

    /// <summary>A budget that is never used up.</summary>
    public const long Unlimited = long.MaxValue;

    // Steps between two looks at the meter.
    private const int StepsPerReport = 256;

    private const int CharactersPerUnit = StartSearch.CharactersPerUnit;
    private const int SliceLength = 1 << 16;

    private readonly RegExpProgram _program;
    private readonly ReadOnlySpan<char> _input;
    private readonly Meter _meter;
    private readonly MatchScratch _scratch;
    private readonly Span<int> _registers;
    private int[] _stack;

    // Steps left until the next report, and what it was after the last one.
    private int _fuel;
    private int _quota;

    // Steps left until the machine gives up.
    private long _budget;
    private bool _hasBudget;

    public BacktrackingMatcher(RegExpProgram program, ReadOnlySpan<char> input, long budget, Meter meter)
    {
        _program = program;
        _input = input;
        _meter = meter;
        _budget = budget;
        _hasBudget = budget != Unlimited;
        _fuel = StepsPerReport;
        _quota = StepsPerReport;
        if (program.RegisterCount > MatchScratch.InitialLength)
        {
            meter.Work(program.RegisterCount / 16);
        }

        _scratch = MatchScratch.Take(program.RegisterCount, meter);
        _registers = _scratch.Registers.AsSpan(0, program.RegisterCount);
        _stack = _scratch.Stack;
        ClearRegisters();
    }

    /// <summary>Removes the limit after which <see cref="MatchResult.GaveUp"/> is the result, and what that left behind.</summary>
    public void Persist()
    {
        _budget = Unlimited;
        _hasBudget = false;
        ClearRegisters();
    }

    public readonly void CopyCaptures(Span<int> captures) => _registers[.._program.CaptureLength].CopyTo(captures);

    /// <summary>Reports the steps since the last report and gives the memory back. To be called once, at the end.</summary>
    public readonly void Release()
    {
        _scratch.Return();
        _meter.Work(_quota - _fuel);
    }

    private readonly void ClearRegisters()
    {
        _registers[.._program.CaptureLength].Fill(-1);
        _registers[_program.CaptureLength..].Clear();
    }

    // Called when the steps between two reports are used up.
    private void Report()
    {
        var steps = _quota - _fuel;
        _budget -= steps;

        // Once the budget is used up, every step of the dispatch loop asks, so that it learns of it although steps were spent elsewhere.
        _quota = _budget < 0 ? 0 : StepsPerReport;
        _fuel = _quota;
        _meter.Work(steps);
    }

    private void Spend(int steps)
    {
        if ((_fuel -= steps) < 0)
        {
            Report();
        }
    }

    private int[] Grow(int needed)
    {
        if (needed > MaxStackLengthWithBudget && _hasBudget)
        {
            _budget = -1;
            Report();
        }

        var length = Math.Max(_stack.Length * 2L, needed + (long)MaxEntry);
        if (length > MaxStackLength)
        {
            throw new RegExpBacktrackLimitException();
        }

        _meter.Allocate(length * sizeof(int));
        return _stack = _scratch.Grow(_stack, (int)length);
    }
}
