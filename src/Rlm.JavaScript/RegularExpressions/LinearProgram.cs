using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

internal enum LinearOpcode
{
    Match,

    /// <summary>A: class. Reads one character.</summary>
    Set,

    /// <summary>A: tried first, B: tried second.</summary>
    Split,

    /// <summary>A: target.</summary>
    Jump,

    /// <summary>A: register.</summary>
    Save,

    /// <summary>A: first register, B: end register.</summary>
    Reset,

    /// <summary>A: bit of the loop. The iteration has read nothing yet.</summary>
    IterationStart,

    /// <summary>A: bit of the loop. Fails if the iteration has read nothing.</summary>
    IterationCheck,

    /// <summary>A: the <see cref="AssertionKind"/>.</summary>
    Assert,
}

internal readonly record struct LinearInstruction(LinearOpcode Opcode, int A, int B);

/// <summary>
/// A program for <see cref="LinearMatcher"/>. It exists for patterns without back-references and look-around, whose counted repetitions are
/// small enough to be written out.
/// </summary>
internal sealed class LinearProgram
{
    private const int MaxLength = 20_000;

    // Loops with a body that can be empty, inside of each other; each doubles the number of states.
    private const int MaxNullableDepth = 8;

    private const int MaxStates = 1 << 20;
    private const int MaxCaptureCells = 1 << 22;

    private readonly List<LinearInstruction> _instructions = [];
    private readonly List<CharacterClass> _classes = [];
    private readonly Meter _meter;
    private bool _isTooLarge;

    private LinearProgram(ParsedPattern parsed, RegExpFlags flags, Meter meter)
    {
        _meter = meter;
        CaptureLength = (parsed.GroupCount + 1) * 2;
        WordCharacters = CharacterClass.Of(
            flags.ReadsCodePoints() && (flags & RegExpFlags.IgnoreCase) != RegExpFlags.None
                ? CharacterSet.FoldedWordCharacters
                : CharacterSet.WordCharacters);
        Emit(parsed.Body, 0);
        Add(LinearOpcode.Match);
        Instructions = [.. _instructions];
        Classes = [.. _classes];
    }

    public LinearInstruction[] Instructions { get; }

    public CharacterClass[] Classes { get; }

    public CharacterClass WordCharacters { get; }

    public int CaptureLength { get; }

    public long Bytes => 100 + (12L * Instructions.Length) + Classes.Sum(set => set.Bytes);

    /// <summary>How many loops with a body that can be empty are inside of each other.</summary>
    public int NullableDepth { get; private set; }

    /// <summary>Makes the program, or null if the pattern does not allow it.</summary>
    public static LinearProgram? TryCompile(string pattern, RegExpFlags flags, Meter meter)
    {
        // The tree is not kept: a program seldom comes here.
        var parsed = RegExpParser.Parse(pattern, flags, meter);
        if (parsed.HasBackReferences || parsed.HasLookAround || parsed.HasModifiers)
        {
            return null;
        }

        var program = new LinearProgram(parsed, flags, meter);
        return program._isTooLarge
            || program.NullableDepth > MaxNullableDepth
            || (long)program.Instructions.Length << program.NullableDepth > MaxStates
            || (long)program.Instructions.Length * program.CaptureLength > MaxCaptureCells
            ? null
            : program;
    }

    private void Emit(RegExpNode node, int depth)
    {
        if (_isTooLarge || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _isTooLarge = true;
            return;
        }

        switch (node)
        {
            case CharacterNode character:
                AddSet(CharacterSet.Of(character.Character));
                break;

            case SetNode set:
                AddSet(set.Set);
                break;

            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    Emit(item, depth);
                }

                break;

            case AlternationNode alternation:
                EmitAlternation(alternation.Alternatives, depth);
                break;

            case CaptureNode capture:
                Add(LinearOpcode.Save, capture.Index * 2);
                Emit(capture.Body, depth);
                Add(LinearOpcode.Save, (capture.Index * 2) + 1);
                break;

            case RepeatNode repeat:
                EmitRepeat(repeat, depth);
                break;

            case AssertionNode assertion:
                Add(LinearOpcode.Assert, (int)assertion.Kind);
                break;
        }
    }

    private void EmitAlternation(RegExpNode[] alternatives, int depth)
    {
        var jumps = new List<int>(alternatives.Length);
        for (var i = 0; i < alternatives.Length && !_isTooLarge; i++)
        {
            if (i == alternatives.Length - 1)
            {
                Emit(alternatives[i], depth);
                break;
            }

            var split = Add(LinearOpcode.Split, _instructions.Count + 1);
            Emit(alternatives[i], depth);
            jumps.Add(Add(LinearOpcode.Jump));
            _instructions[split] = _instructions[split] with { B = _instructions.Count };
        }

        foreach (var jump in jumps)
        {
            _instructions[jump] = _instructions[jump] with { A = _instructions.Count };
        }
    }

    private void EmitRepeat(RepeatNode repeat, int depth)
    {
        if (repeat.Max == 0)
        {
            return;
        }

        if (repeat.Body.IsZeroWidth)
        {
            if (repeat.Min > 0)
            {
                Emit(repeat.Body, depth);
            }

            return;
        }

        for (var i = 0; i < repeat.Min && !_isTooLarge; i++)
        {
            EmitReset(repeat, isFirst: i == 0);
            Emit(repeat.Body, depth);
        }

        if (repeat.Max == RepeatNode.Unbounded)
        {
            var split = EmitOptionalIteration(repeat, depth);
            Add(LinearOpcode.Jump, split);
            SetExit(split, repeat.Greedy);
            return;
        }

        var splits = new List<int>();
        for (var i = repeat.Min; i < repeat.Max && !_isTooLarge; i++)
        {
            splits.Add(EmitOptionalIteration(repeat, depth));
        }

        foreach (var split in splits)
        {
            SetExit(split, repeat.Greedy);
        }
    }

    private int EmitOptionalIteration(RepeatNode repeat, int depth)
    {
        var split = Add(LinearOpcode.Split, _instructions.Count + 1, _instructions.Count + 1);
        EmitReset(repeat, isFirst: false);
        if (!repeat.Body.IsNullable)
        {
            Emit(repeat.Body, depth);
            return split;
        }

        NullableDepth = Math.Max(NullableDepth, depth + 1);
        Add(LinearOpcode.IterationStart, depth);
        Emit(repeat.Body, depth + 1);
        Add(LinearOpcode.IterationCheck, depth);
        return split;
    }

    private void SetExit(int split, bool greedy)
    {
        var exit = _instructions.Count;
        _instructions[split] = greedy ? _instructions[split] with { B = exit } : _instructions[split] with { A = exit };
    }

    private void EmitReset(RepeatNode repeat, bool isFirst)
    {
        if (!isFirst && repeat.EndGroup > repeat.FirstGroup)
        {
            Add(LinearOpcode.Reset, repeat.FirstGroup * 2, repeat.EndGroup * 2);
        }
    }

    private void AddSet(CharacterSet set)
    {
        if (_classes.Count == 0 || !ReferenceEquals(_classes[^1].Set, set))
        {
            _classes.Add(CharacterClass.Of(set));
        }

        Add(LinearOpcode.Set, _classes.Count - 1);
    }

    private int Add(LinearOpcode opcode, int a = 0, int b = 0)
    {
        _meter.Work(1);
        if (_instructions.Count >= MaxLength)
        {
            _isTooLarge = true;
            return 0;
        }

        _instructions.Add(new LinearInstruction(opcode, a, b));
        return _instructions.Count - 1;
    }
}
