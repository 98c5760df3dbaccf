using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// Turns the tree of a pattern into instructions. Repetition is never unrolled: a counted piece stands once, with counter instructions
/// around it, so a program is at most a few times as long as its pattern.
/// </summary>
internal sealed partial class RegExpCompiler
{
    /// <summary>The longest program, in integers.</summary>
    public const int MaxProgramLength = 1 << 24;

    private readonly string _pattern;
    private readonly RegExpFlags _flags;
    private readonly bool _unicode;
    private readonly Meter _meter;
    private readonly List<CharacterClass> _classes = [];
    private readonly List<string> _literals = [];
    private int[] _code = new int[32];
    private int _length;
    private int _registerCount;

    private RegExpCompiler(string pattern, RegExpFlags flags, int groupCount, Meter meter)
    {
        _pattern = pattern;
        _flags = flags;
        _unicode = flags.ReadsCodePoints();
        _meter = meter;
        _registerCount = (groupCount + 1) * 2;
    }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="RegExpSyntaxException">The pattern or the flags are not well formed; the message is meant for the guest.</exception>
    public static RegExpProgram Compile(string pattern, string flags, Meter meter) =>
        RegExpFlagLetters.TryParse(flags, out var parsed)
            ? Compile(pattern, parsed, meter)
            : throw new RegExpSyntaxException($"Invalid flags supplied to RegExp constructor '{(flags.Length <= 20 ? flags : flags[..20] + "…")}'", 0);

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="RegExpSyntaxException">The pattern is not well formed; the message is meant for the guest.</exception>
    public static RegExpProgram Compile(string pattern, RegExpFlags flags, Meter meter)
    {
        var parsed = RegExpParser.Parse(pattern, flags, meter);
        var compiler = new RegExpCompiler(pattern, flags, parsed.GroupCount, meter);
        compiler.Emit(parsed.Body, backward: false, Follow.EndOfPattern);
        compiler.Add(RegExpOpcode.Match);
        meter.Allocate(compiler._length * sizeof(int));
        return new RegExpProgram(
            pattern,
            flags,
            parsed,
            compiler._code.AsSpan(0, compiler._length).ToArray(),
            [.. compiler._classes],
            [.. compiler._literals],
            compiler._registerCount,
            StartSearch.For(parsed.Body, flags));
    }

    private void Emit(RegExpNode node, bool backward, Follow follow)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooLarge();
        }

        switch (node)
        {
            case CharacterNode character:
                EmitCharacter(character.Character, backward);
                break;

            case SetNode set:
                EmitSet(set.Set, backward);
                break;

            case SequenceNode sequence:
                EmitSequence(sequence.Items, backward, follow);
                break;

            case AlternationNode alternation:
                EmitAlternation(alternation.Alternatives, backward, follow);
                break;

            case CaptureNode capture:
                Add(RegExpOpcode.Save, (capture.Index * 2) + (backward ? 1 : 0));
                Emit(capture.Body, backward, follow);
                Add(RegExpOpcode.Save, (capture.Index * 2) + (backward ? 0 : 1));
                break;

            case RepeatNode repeat:
                EmitRepeat(repeat, backward, follow);
                break;

            case LookNode look:
                EmitLook(look);
                break;

            case BackReferenceNode reference:
                Add(reference.IgnoresCase ? RegExpOpcode.BackReferenceIgnoreCase : RegExpOpcode.BackReference, reference.Index, backward ? 1 : 0);
                break;

            case AssertionNode assertion:
                EmitAssertion(assertion);
                break;
        }
    }

    private void EmitCharacter(int character, bool backward)
    {
        if (_unicode && character is >= 0xD800 and <= 0xDFFF)
        {
            // Half of a pair is no character of its own, so whole code points must be read to find a lone one.
            EmitSet(CharacterSet.Of(character), backward);
        }
        else if (character > char.MaxValue)
        {
            AddLiteral(char.ConvertFromUtf32(character), backward);
        }
        else
        {
            Add(backward ? RegExpOpcode.CharacterBack : RegExpOpcode.Character, character);
        }
    }

    private void EmitSet(CharacterSet set, bool backward)
    {
        if (NeedsCodePoints(set) || backward)
        {
            Add(RegExpOpcode.SetWide, AddClass(set), backward ? 1 : 0);
        }
        else if (set.Bounds is [var first, var firstLast, var second, var secondLast] && first == firstLast && second == secondLast)
        {
            Add(RegExpOpcode.EitherCharacter, first, second);
        }
        else
        {
            Add(RegExpOpcode.Set, AddClass(set));
        }
    }

    private void EmitSequence(RegExpNode[] items, bool backward, Follow follow)
    {
        if (backward)
        {
            for (var i = items.Length - 1; i >= 0; i--)
            {
                Emit(items[i], backward: true, Follow.Unknown);
            }

            return;
        }

        for (var i = 0; i < items.Length; i++)
        {
            var run = LiteralRun(items, i);
            if (run > 1)
            {
                AddLiteral(string.Create(run, (items, i), static (text, state) =>
                {
                    for (var j = 0; j < text.Length; j++)
                    {
                        text[j] = (char)((CharacterNode)state.items[state.i + j]).Character;
                    }
                }), backward: false);
                i += run - 1;
            }
            else
            {
                Emit(items[i], backward: false, i + 1 < items.Length ? new Follow(items[i + 1]) : follow);
            }
        }
    }

    private static int LiteralRun(RegExpNode[] items, int start)
    {
        var end = start;
        while (end < items.Length && items[end] is CharacterNode { Character: < 0xD800 or (> 0xDFFF and <= 0xFFFF) })
        {
            end++;
        }

        return end - start;
    }

    private void EmitAlternation(RegExpNode[] alternatives, bool backward, Follow follow)
    {
        // The jumps to the end are linked through their operands until the end is known.
        var lastJump = -1;
        for (var i = 0; i < alternatives.Length; i++)
        {
            if (i == alternatives.Length - 1)
            {
                Emit(alternatives[i], backward, follow);
                break;
            }

            var split = Add(RegExpOpcode.Split, 0);
            Emit(alternatives[i], backward, follow);
            lastJump = Add(RegExpOpcode.Jump, lastJump);
            _code[split + 1] = _length;
        }

        while (lastJump >= 0)
        {
            var previous = _code[lastJump + 1];
            _code[lastJump + 1] = _length;
            lastJump = previous;
        }
    }

    private void EmitLook(LookNode look)
    {
        var register = AddRegisters(2);
        var first = look.FirstGroup * 2;
        var end = look.EndGroup * 2;
        if (look.Negative)
        {
            var start = Add(RegExpOpcode.NegativeLookStart, register, first, end, 0);
            Emit(look.Body, look.Behind, Follow.Unknown);
            Add(RegExpOpcode.NegativeLookEnd, register);
            _code[start + 4] = _length;
        }
        else
        {
            Add(RegExpOpcode.LookStart, register, first, end);
            Emit(look.Body, look.Behind, Follow.Unknown);
            Add(RegExpOpcode.LookEnd, register);
        }
    }

    private void EmitAssertion(AssertionNode assertion)
    {
        switch (assertion.Kind)
        {
            case AssertionKind.Start:
                Add(RegExpOpcode.AssertStart);
                break;

            case AssertionKind.End:
                Add(RegExpOpcode.AssertEnd);
                break;

            case AssertionKind.LineStart:
                Add(RegExpOpcode.AssertLineStart);
                break;

            case AssertionKind.LineEnd:
                Add(RegExpOpcode.AssertLineEnd);
                break;

            default:
                Add(
                    assertion.Kind == AssertionKind.WordBoundary ? RegExpOpcode.AssertWordBoundary : RegExpOpcode.AssertNotWordBoundary,
                    AddClass(assertion.WordCharacters));
                break;
        }
    }

    // Whether matching one character of the set may take two code units, or must look at two to see that it is one.
    private bool NeedsCodePoints(CharacterSet set) => _unicode && set.Overlaps(SurrogatesAndBeyond);

    private static readonly CharacterSet SurrogatesAndBeyond = CharacterSet.Of(0xD800, 0xDFFF, 0x10000, CharacterSet.MaxCodePoint);

    private int AddClass(CharacterSet set)
    {
        // Only the last few are looked at, so that a pattern of many different classes does not cost the square of their number.
        for (var i = _classes.Count - 1; i >= Math.Max(0, _classes.Count - 8); i--)
        {
            if (ReferenceEquals(_classes[i].Set, set))
            {
                return i;
            }
        }

        _classes.Add(CharacterClass.Of(set));
        return _classes.Count - 1;
    }

    private void AddLiteral(string literal, bool backward)
    {
        _meter.Allocate((literal.Length * sizeof(char)) + 32);
        _literals.Add(literal);
        Add(backward ? RegExpOpcode.LiteralBack : RegExpOpcode.Literal, _literals.Count - 1);
    }

    private int AddRegisters(int count)
    {
        var register = _registerCount;
        _registerCount += count;
        return register;
    }

    private int Add(RegExpOpcode opcode, params ReadOnlySpan<int> operands)
    {
        var start = _length;
        var end = _length + 1 + operands.Length;
        if (end > _code.Length)
        {
            if (end > MaxProgramLength)
            {
                throw TooLarge();
            }

            _meter.Allocate(_code.Length * 2L * sizeof(int));
            Array.Resize(ref _code, Math.Max(_code.Length * 2, end));
        }

        _meter.Work(1);
        _code[start] = (int)opcode;
        operands.CopyTo(_code.AsSpan(start + 1));
        _length = end;
        return start;
    }

    private RegExpSyntaxException TooLarge()
    {
        var shown = _pattern.Length <= 200 ? _pattern : string.Concat(_pattern.AsSpan(0, 200), "…");
        return new RegExpSyntaxException(
            $"Invalid regular expression: /{shown}/{RegExpFlagLetters.Format(_flags)}: Regular expression too large", 0);
    }
}
