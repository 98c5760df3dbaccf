using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// Follows all ways to match at once, in time proportional to the input, and finds the match that backtracking would find.
/// </summary>
/// <remarks>
/// What a way does from here on depends only on its instruction, the position, and for each enclosing loop with a body that can be empty
/// whether the present iteration has read anything, as there are neither back-references nor look-around. Ways are followed in the order in
/// which backtracking would try them; one that comes to a state where another was before would only fail as that one did, so it is dropped.
/// </remarks>
internal sealed class LinearMatcher
{
    private const int StepsPerReport = 256;

    // Above every register: the entry of the stack is a state, not a register to restore.
    private const int StateEntry = int.MinValue;

    private readonly LinearProgram _program;
    private readonly LinearInstruction[] _instructions;
    private readonly StartSearch _start;
    private readonly bool _isUnicode;
    private readonly Meter _meter;
    private readonly int _allRead;

    // For each state the number of the position (counted from 1) at which it was last reached.
    private readonly int[] _visited;
    private readonly int[] _captures;
    private readonly List<(int Kind, int A, int B)> _stack = [];
    private int _generation;
    private int _fuel = StepsPerReport;
    private ThreadList _present;
    private ThreadList _next;

    public LinearMatcher(LinearProgram program, StartSearch start, bool isUnicode, Meter meter)
    {
        var states = (long)program.Instructions.Length << program.NullableDepth;
        var cells = (long)program.Instructions.Length * (program.CaptureLength + 1);
        meter.Allocate((states + (2 * cells)) * sizeof(int));
        meter.Work((states + (2 * cells)) / 64);
        _program = program;
        _instructions = program.Instructions;
        _start = start;
        _isUnicode = isUnicode;
        _meter = meter;
        _allRead = (1 << program.NullableDepth) - 1;
        _visited = new int[states];
        _captures = new int[program.CaptureLength];
        _present = new ThreadList(program);
        _next = new ThreadList(program);
    }

    public bool TryMatch(ReadOnlySpan<char> input, int start, bool sticky, Span<int> captures)
    {
        var length = _program.CaptureLength;
        var matched = false;
        var position = start;
        _generation = 1;
        while (true)
        {
            if (!matched && (position == start || !sticky))
            {
                if (_present.Count == 0 && !sticky)
                {
                    position = _start.Find(input, position, _meter);
                    if (position < 0)
                    {
                        break;
                    }

                    _generation++;
                }

                _captures.AsSpan().Fill(-1);
                _captures[0] = position;
                Follow(_present, 0, input, position);
            }

            if (_present.Count == 0 && (matched || sticky))
            {
                break;
            }

            var after = position;
            var character = ReadCharacter(input, ref after);
            _generation++;
            _next.Count = 0;
            for (var i = 0; i < _present.Count; i++)
            {
                var instruction = _instructions[_present.Instructions[i]];
                if (instruction.Opcode == LinearOpcode.Match)
                {
                    _present.Captures.AsSpan(i * length, length).CopyTo(captures);
                    captures[1] = position;
                    matched = true;
                    break;
                }

                if (character >= 0 && _program.Classes[instruction.A].Contains(character))
                {
                    _present.Captures.AsSpan(i * length, length).CopyTo(_captures);
                    Follow(_next, _present.Instructions[i] + 1, input, after);
                }
            }

            Spend(1 + (_present.Count / 4));
            if (character < 0)
            {
                break;
            }

            position = after;
            (_present, _next) = (_next, _present);
        }

        _meter.Work(StepsPerReport - _fuel);
        return matched;
    }

    private int ReadCharacter(ReadOnlySpan<char> input, ref int position)
    {
        if (position == input.Length)
        {
            return -1;
        }

        int character = input[position++];
        if (_isUnicode && position < input.Length && char.IsHighSurrogate((char)character) && char.IsLowSurrogate(input[position]))
        {
            character = char.ConvertToUtf32((char)character, input[position++]);
        }

        return character;
    }

    // Follows everything that reads no character, from one instruction on, and lists the threads that are to read the next one.
    private void Follow(ThreadList list, int from, ReadOnlySpan<char> input, int position)
    {
        _stack.Add((StateEntry, from, _allRead));
        while (_stack.Count > 0)
        {
            var (kind, pc, bits) = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            if (kind >= 0)
            {
                _captures[kind] = pc;
                continue;
            }

            while (true)
            {
                Spend(1);
                var instruction = _instructions[pc];
                var reads = instruction.Opcode is LinearOpcode.Set or LinearOpcode.Match;
                ref var visited = ref _visited[(pc << _program.NullableDepth) | (reads ? _allRead : bits)];
                if (visited == _generation)
                {
                    break;
                }

                visited = _generation;
                if (reads)
                {
                    list.Add(pc, _captures);
                    break;
                }

                switch (instruction.Opcode)
                {
                    case LinearOpcode.Split:
                        _stack.Add((StateEntry, instruction.B, bits));
                        pc = instruction.A;
                        continue;

                    case LinearOpcode.Jump:
                        pc = instruction.A;
                        continue;

                    case LinearOpcode.Save:
                        SetCapture(instruction.A, position);
                        break;

                    case LinearOpcode.Reset:
                        Spend((instruction.B - instruction.A) / 8);
                        for (var register = instruction.A; register < instruction.B; register++)
                        {
                            if (_captures[register] >= 0)
                            {
                                SetCapture(register, -1);
                            }
                        }

                        break;

                    case LinearOpcode.IterationStart:
                        bits &= ~(1 << instruction.A);
                        break;

                    case LinearOpcode.IterationCheck when (bits & (1 << instruction.A)) == 0:
                    case LinearOpcode.Assert when !Holds((AssertionKind)instruction.A, input, position):
                        goto Dropped;
                }

                pc++;
            }

        Dropped:;
        }
    }

    private void SetCapture(int register, int value)
    {
        _stack.Add((register, _captures[register], 0));
        _captures[register] = value;
    }

    private bool Holds(AssertionKind kind, ReadOnlySpan<char> input, int position)
    {
        switch (kind)
        {
            case AssertionKind.Start:
                return position == 0;

            case AssertionKind.End:
                return position == input.Length;

            case AssertionKind.LineStart:
                return position == 0 || BacktrackingMatcher.IsLineTerminator(input[position - 1]);

            case AssertionKind.LineEnd:
                return position == input.Length || BacktrackingMatcher.IsLineTerminator(input[position]);

            default:
                var before = position > 0 && _program.WordCharacters.Contains(input[position - 1]);
                var after = position < input.Length && _program.WordCharacters.Contains(input[position]);
                return (before != after) == (kind == AssertionKind.WordBoundary);
        }
    }

    private void Spend(int steps)
    {
        if ((_fuel -= steps) < 0)
        {
            _meter.Work(StepsPerReport - _fuel);
            _fuel = StepsPerReport;
        }
    }

    /// <summary>The threads that wait at one position, the preferred first, each with its captures.</summary>
    private sealed class ThreadList(LinearProgram program)
    {
        private readonly int _captureLength = program.CaptureLength;

        public int[] Instructions { get; } = new int[program.Instructions.Length];

        public int[] Captures { get; } = new int[program.Instructions.Length * program.CaptureLength];

        public int Count { get; set; }

        public void Add(int instruction, ReadOnlySpan<int> captures)
        {
            Instructions[Count] = instruction;
            captures.CopyTo(Captures.AsSpan(Count * _captureLength));
            Count++;
        }
    }
}
