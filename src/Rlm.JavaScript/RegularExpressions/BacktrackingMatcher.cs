using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

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
    private int _fuel;

    public BacktrackingMatcher(RegExpProgram program, ReadOnlySpan<char> input, Meter meter)
    {
        _program = program;
        _input = input;
        _meter = meter;
        _fuel = StepsPerReport;
        if (program.RegisterCount > MatchScratch.InitialLength)
        {
            meter.Work(program.RegisterCount / 16);
        }

        _scratch = MatchScratch.Take(program.RegisterCount, meter);
        _registers = _scratch.Registers.AsSpan(0, program.RegisterCount);
        _registers[..program.CaptureLength].Fill(-1);
        _registers[program.CaptureLength..].Clear();
        _stack = _scratch.Stack;
    }

    public readonly void CopyCaptures(Span<int> captures) => _registers[.._program.CaptureLength].CopyTo(captures);

    /// <summary>Reports the steps since the last report and gives the memory back. To be called once, at the end.</summary>
    public readonly void Release()
    {
        _scratch.Return(_stack);
        _meter.Work(StepsPerReport - _fuel);
    }

    // Called when the steps between two reports are used up.
    private void Report()
    {
        var steps = StepsPerReport - _fuel;
        _fuel = StepsPerReport;
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
        var length = Math.Max(_stack.Length * 2L, needed + (long)MaxEntry);
        if (length > MaxStackLength)
        {
            throw new RegExpBacktrackLimitException();
        }

        _meter.Allocate(length * sizeof(int));
        Array.Resize(ref _stack, (int)length);
        return _stack;
    }
}
