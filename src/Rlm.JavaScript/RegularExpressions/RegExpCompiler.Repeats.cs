namespace Rlm.JavaScript.RegularExpressions;

// Quantifiers. See https://tc39.es/ecma262/#sec-runtime-semantics-repeatmatcher-abstract-operation.
internal sealed partial class RegExpCompiler
{
    /// <summary>What comes after a piece of the pattern.</summary>
    private readonly struct Follow(RegExpNode? node, bool isEnd = false)
    {
        public static Follow Unknown => default;

        public static Follow EndOfPattern => new(null, isEnd: true);

        public RegExpNode? Node { get; } = node;

        public bool IsEnd { get; } = isEnd;
    }

    private void EmitRepeat(RepeatNode repeat, bool backward, Follow follow)
    {
        if (repeat.Max == 0)
        {
            return;
        }

        var body = repeat.Body;
        if (body.IsZeroWidth)
        {
            // An iteration above the minimum is refused for being empty; iterations below it all do the same as the first.
            if (repeat.Min > 0)
            {
                Emit(body, backward, Follow.Unknown);
            }
        }
        else if (repeat is { Min: 1, Max: 1 })
        {
            Emit(body, backward, follow);
        }
        else if (TryGetSet(body, out var set))
        {
            EmitSetRepeat(repeat, set, backward, follow);
        }
        else if (repeat is { Min: 0, Max: 1 })
        {
            EmitOptional(repeat, backward);
        }
        else if (repeat is { Min: 0, Max: RepeatNode.Unbounded })
        {
            EmitStar(repeat, backward);
        }
        else if (repeat is { Min: 1, Max: RepeatNode.Unbounded } && !body.IsNullable)
        {
            EmitPlus(repeat, backward);
        }
        else
        {
            EmitCounted(repeat, backward);
        }
    }

    private static bool TryGetSet(RegExpNode node, out CharacterSet set)
    {
        set = node switch
        {
            CharacterNode character => CharacterSet.Of(character.Character),
            SetNode node1 => node1.Set,
            _ => CharacterSet.Empty,
        };
        return node is CharacterNode or SetNode;
    }

    private void EmitSetRepeat(RepeatNode repeat, CharacterSet set, bool backward, Follow follow)
    {
        var index = AddClass(set);
        if (backward || NeedsCodePoints(set))
        {
            Add(repeat.Greedy ? RegExpOpcode.RepeatWide : RegExpOpcode.RepeatLazyWide, index, repeat.Min, repeat.Max, backward ? 1 : 0);
        }
        else
        {
            Add(repeat.Greedy ? RegExpOpcode.Repeat : RegExpOpcode.RepeatLazy, index, repeat.Min, repeat.Max, DescribeFollow(repeat, set, follow));
        }
    }

    private int DescribeFollow(RepeatNode repeat, CharacterSet set, Follow follow)
    {
        if (follow.IsEnd)
        {
            return repeat.Greedy ? RepeatFollow.Possessive : RepeatFollow.Unknown;
        }

        if (follow.Node is AssertionNode assertion)
        {
            // After giving back, the next character is one of the set: there is no end there, no line end if the set has no line
            // terminator, and no word boundary between two of the set if all of them are word characters.
            return repeat.Greedy && assertion.Kind switch
            {
                AssertionKind.End => true,
                AssertionKind.LineEnd => !set.Overlaps(CharacterSet.LineTerminators),
                AssertionKind.WordBoundary => repeat.Min > 0 && set.IsSubsetOf(assertion.WordCharacters),
                _ => false,
            }
                ? RepeatFollow.Possessive
                : RepeatFollow.Unknown;
        }

        if (follow.Node is null || !TryGetFirst(follow.Node, out var first))
        {
            return RepeatFollow.Unknown;
        }

        if (repeat.Greedy && !set.Overlaps(first))
        {
            return RepeatFollow.Possessive;
        }

        return first.Bounds is [var only, var last] && only == last && (only is < 0xD800 or (> 0xDFFF and <= 0xFFFF))
            ? only
            : RepeatFollow.Unknown;
    }

    // The characters one of which a match of the node must begin with, where that is easy to see.
    private static bool TryGetFirst(RegExpNode node, out CharacterSet first)
    {
        while (true)
        {
            switch (node)
            {
                case CharacterNode or SetNode:
                    return TryGetSet(node, out first);

                case CaptureNode capture:
                    node = capture.Body;
                    break;

                case SequenceNode sequence:
                    node = sequence.Items[0];
                    break;

                case RepeatNode { Min: > 0 } repeat:
                    node = repeat.Body;
                    break;

                default:
                    first = CharacterSet.Empty;
                    return false;
            }
        }
    }

    private void EmitOptional(RepeatNode repeat, bool backward)
    {
        var split = Add(repeat.Greedy ? RegExpOpcode.Split : RegExpOpcode.Branch, 0);
        EmitIteration(repeat, backward, repeats: false);
        _code[split + 1] = _length;
    }

    private void EmitStar(RepeatNode repeat, bool backward)
    {
        var split = Add(repeat.Greedy ? RegExpOpcode.Split : RegExpOpcode.Branch, 0);
        EmitIteration(repeat, backward, repeats: true);
        Add(RegExpOpcode.Jump, split);
        _code[split + 1] = _length;
    }

    private void EmitPlus(RepeatNode repeat, bool backward)
    {
        var start = _length;
        EmitIteration(repeat, backward, repeats: true);
        Add(repeat.Greedy ? RegExpOpcode.Branch : RegExpOpcode.Split, start);
    }

    private void EmitIteration(RepeatNode repeat, bool backward, bool repeats)
    {
        if (repeats)
        {
            EmitReset(repeat);
        }

        if (!repeat.Body.IsNullable)
        {
            Emit(repeat.Body, backward, Follow.Unknown);
            return;
        }

        var register = AddRegisters(1);
        Add(RegExpOpcode.IterationStart, register);
        Emit(repeat.Body, backward, Follow.Unknown);
        Add(RegExpOpcode.IterationCheck, register);
    }

    private void EmitCounted(RepeatNode repeat, bool backward)
    {
        var register = AddRegisters(2);
        Add(RegExpOpcode.CounterStart, register);
        var counter = Add(RegExpOpcode.Counter, register, repeat.Min, repeat.Max, repeat.Greedy ? 0 : 1, 0);
        Add(RegExpOpcode.CounterIteration, register);
        EmitReset(repeat);
        Emit(repeat.Body, backward, Follow.Unknown);
        Add(RegExpOpcode.CounterEnd, register, repeat.Min, counter);
        _code[counter + 5] = _length;
    }

    private void EmitReset(RepeatNode repeat)
    {
        if (repeat.EndGroup > repeat.FirstGroup)
        {
            Add(RegExpOpcode.Reset, repeat.FirstGroup * 2, repeat.EndGroup * 2);
        }
    }
}
