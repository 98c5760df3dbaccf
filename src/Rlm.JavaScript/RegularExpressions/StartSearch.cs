using System.Buffers;
using System.Text;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>Finds the positions where a match can begin, faster than trying them all.</summary>
internal sealed class StartSearch
{
    /// <summary>Characters that a vectorised search looks at for one unit of work.</summary>
    public const int CharactersPerUnit = 64;

    // A longer needle would let one search take the product of both lengths between two looks at the meter.
    private const int MaxLiteralLength = 32;

    // Between two looks at the meter a vectorised search goes over this many characters.
    private const int SliceLength = 1 << 16;

    private const int MaxRequiredVisits = 32;

    private const int MaxNodesVisited = 100_000;

    private static readonly SearchValues<char> LineTerminators = SearchValues.Create("\n\r\u2028\u2029");

    private readonly Kind _kind;
    private readonly bool _unicode;
    private readonly string _literal = "";
    private readonly CharacterClass? _class;

    // A code unit that every match contains, or -1.
    private readonly int _required = -1;
    private SearchValues<char>? _values;
    private bool _valuesMade;

    private StartSearch(Kind kind, bool unicode, int required = -1) => (_kind, _unicode, _required) = (kind, unicode, required);

    private StartSearch(string literal, bool isWholePattern, bool unicode)
        : this(Kind.Literal, unicode) => (_literal, IsWholePattern) = (literal, isWholePattern);

    private StartSearch(CharacterClass characters, bool unicode, int required)
        : this(Kind.Class, unicode, required) => _class = characters;

    private enum Kind
    {
        Everywhere,
        InputStart,
        LineStart,
        Literal,
        Class,
    }

    /// <summary>The pattern is nothing but a literal: where the search finds it, it has matched.</summary>
    public bool IsWholePattern { get; }

    /// <summary>The length of the literal.</summary>
    public int LiteralLength => _literal.Length;

    /// <summary>The model bytes.</summary>
    public long Bytes => 100 + (2L * _literal.Length) + (_class?.Bytes ?? 0);

    public static StartSearch For(RegExpNode body, RegExpFlags flags)
    {
        var unicode = flags.ReadsCodePoints();
        if (BeginsWith(body, AssertionKind.Start))
        {
            return new StartSearch(Kind.InputStart, unicode);
        }

        if (BeginsWith(body, AssertionKind.LineStart))
        {
            return new StartSearch(Kind.LineStart, unicode, FindRequired(body));
        }

        var literal = new StringBuilder();
        var isWhole = AppendLiteral(body, literal, unicode, 0);
        if (literal.Length > 1 || (isWhole && literal.Length == 1))
        {
            return new StartSearch(literal.ToString(), isWhole, unicode);
        }

        var required = FindRequired(body);
        var first = default(CharacterSetBuilder);
        var visits = MaxNodesVisited;
        if (!AddFirst(body, ref first, unicode, ref visits, 0) && visits > 0)
        {
            var set = first.ToSet();

            // A search that stops at most positions is no gain.
            if (!set.Contains(' ') || !set.Contains('e') || !set.Contains('1'))
            {
                return new StartSearch(CharacterClass.Of(set), unicode, required);
            }
        }

        return new StartSearch(Kind.Everywhere, unicode, required);
    }

    /// <summary>The first position from <paramref name="start"/> on where a match can begin, or -1.</summary>
    public int Find(ReadOnlySpan<char> input, int start, Meter meter)
    {
        switch (_kind)
        {
            case Kind.InputStart:
                return start == 0 ? 0 : -1;

            case Kind.LineStart:
                return FindLineStart(input, start, meter);

            case Kind.Literal:
                return FindLiteral(input, start, meter);

            case Kind.Class:
                return FindClass(input, start, meter);

            default:
                return start;
        }
    }

    /// <summary>
    /// False if a match that begins at <paramref name="start"/> or later is impossible because a character is nowhere that each contains.
    /// As a match reaches beyond the first such character, looking for it costs no more than the match that follows.
    /// </summary>
    public bool CanMatch(ReadOnlySpan<char> input, int start, Meter meter)
    {
        if (_required < 0)
        {
            return true;
        }

        for (var position = start; position < input.Length;)
        {
            var slice = input.Slice(position, Math.Min(SliceLength, input.Length - position));
            var found = slice.IndexOf((char)_required);
            if (found >= 0)
            {
                meter.Work(found / CharactersPerUnit);
                return true;
            }

            meter.Work(1 + (slice.Length / CharactersPerUnit));
            position += slice.Length;
        }

        return false;
    }

    private static int FindLineStart(ReadOnlySpan<char> input, int start, Meter meter)
    {
        if (start == 0)
        {
            return 0;
        }

        for (var position = start - 1; position < input.Length;)
        {
            var slice = input.Slice(position, Math.Min(SliceLength, input.Length - position));
            var found = slice.IndexOfAny(LineTerminators);
            if (found >= 0)
            {
                meter.Work(found / CharactersPerUnit);
                return position + found + 1;
            }

            meter.Work(1 + (slice.Length / CharactersPerUnit));
            position += slice.Length;
        }

        return -1;
    }

    private int FindLiteral(ReadOnlySpan<char> input, int start, Meter meter)
    {
        for (var position = start; input.Length - position >= _literal.Length;)
        {
            var slice = input.Slice(position, Math.Min(SliceLength, input.Length - position));
            var found = slice.IndexOf(_literal, StringComparison.Ordinal);
            if (found >= 0)
            {
                meter.Work(found / CharactersPerUnit);
                return position + found;
            }

            meter.Work(1 + (slice.Length / CharactersPerUnit));
            position += slice.Length - _literal.Length + 1;
        }

        return -1;
    }

    private int FindClass(ReadOnlySpan<char> input, int start, Meter meter)
    {
        if (!Volatile.Read(ref _valuesMade))
        {
            _values = CharacterClass.TryMakeSearchValues(_class!.Set);
            Volatile.Write(ref _valuesMade, true);
        }

        var position = start;
        while (position < input.Length)
        {
            if (_class!.Contains(input[position]) && !IsInsidePair(input, position))
            {
                return position;
            }

            position++;
            var slice = input.Slice(position, Math.Min(SliceLength, input.Length - position));
            int found;
            if (_values is not null)
            {
                found = slice.IndexOfAny(_values);
                meter.Work((found < 0 ? slice.Length : found) / CharactersPerUnit);
            }
            else
            {
                found = IndexOfMember(slice);
                meter.Work((found < 0 ? slice.Length : found) / 8);
            }

            position += found < 0 ? slice.Length : found;
        }

        return -1;
    }

    private int IndexOfMember(ReadOnlySpan<char> slice)
    {
        for (var i = 0; i < slice.Length; i++)
        {
            if (_class!.Contains(slice[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsInsidePair(ReadOnlySpan<char> input, int position) =>
        _unicode && position > 0 && char.IsLowSurrogate(input[position]) && char.IsHighSurrogate(input[position - 1]);

    private static int FindRequired(RegExpNode node)
    {
        for (var visits = 0; visits < MaxRequiredVisits; visits++)
        {
            switch (node)
            {
                case CharacterNode { Character: < 0xD800 or (> 0xDFFF and <= 0xFFFF) } character:
                    return character.Character;

                case CaptureNode capture:
                    node = capture.Body;
                    continue;

                case RepeatNode { Min: > 0 } repeat:
                    node = repeat.Body;
                    continue;

                case SequenceNode sequence:
                    // The last one, as the first ones are looked for in other ways.
                    for (var i = sequence.Items.Length - 1; i >= Math.Max(0, sequence.Items.Length - MaxRequiredVisits); i--)
                    {
                        if (sequence.Items[i] is CharacterNode { Character: < 0xD800 or (> 0xDFFF and <= 0xFFFF) } item)
                        {
                            return item.Character;
                        }
                    }

                    return -1;

                default:
                    return -1;
            }
        }

        return -1;
    }

    private static bool BeginsWith(RegExpNode node, AssertionKind kind)
    {
        while (true)
        {
            switch (node)
            {
                case AssertionNode assertion:
                    return assertion.Kind == kind;

                case SequenceNode sequence:
                    node = sequence.Items[0];
                    break;

                case CaptureNode capture:
                    node = capture.Body;
                    break;

                default:
                    return false;
            }
        }
    }

    // Appends what every match begins with; true if that is all of the node.
    private static bool AppendLiteral(RegExpNode node, StringBuilder literal, bool unicode, int depth)
    {
        switch (node)
        {
            case CharacterNode character:
                if (literal.Length >= MaxLiteralLength || (unicode && character.Character is >= 0xD800 and <= 0xDFFF))
                {
                    return false;
                }

                if (character.Character > char.MaxValue)
                {
                    literal.Append(char.ConvertFromUtf32(character.Character));
                }
                else
                {
                    literal.Append((char)character.Character);
                }

                return true;

            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    if (!AppendLiteral(item, literal, unicode, depth))
                    {
                        return false;
                    }
                }

                return true;

            case CaptureNode capture when depth < RegExpParser.MaxNesting:
                AppendLiteral(capture.Body, literal, unicode, depth + 1);
                return false;

            case RepeatNode { Min: > 0 } repeat when depth < RegExpParser.MaxNesting:
                AppendLiteral(repeat.Body, literal, unicode, depth + 1);
                return false;

            default:
                return false;
        }
    }

    // Adds the code units a match of the node can begin with; true if a match of the node can be empty. Unknown things count as anything.
    private static bool AddFirst(RegExpNode node, ref CharacterSetBuilder first, bool unicode, ref int visits, int depth)
    {
        if (--visits <= 0 || depth > RegExpParser.MaxNesting)
        {
            visits = 0;
            return true;
        }

        switch (node)
        {
            case CharacterNode character:
                AddUnits(character.Character, character.Character, ref first);
                return false;

            case SetNode set:
                var bounds = set.Set.Bounds;
                visits -= bounds.Length / 8;
                for (var i = 0; i < bounds.Length; i += 2)
                {
                    AddUnits(bounds[i], bounds[i + 1], ref first);
                }

                return false;

            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    if (!AddFirst(item, ref first, unicode, ref visits, depth + 1))
                    {
                        return false;
                    }
                }

                return true;

            case AlternationNode alternation:
                var canBeEmpty = false;
                foreach (var alternative in alternation.Alternatives)
                {
                    canBeEmpty |= AddFirst(alternative, ref first, unicode, ref visits, depth + 1);
                    if (visits <= 0)
                    {
                        return true;
                    }
                }

                return canBeEmpty;

            case CaptureNode capture:
                return AddFirst(capture.Body, ref first, unicode, ref visits, depth + 1);

            case RepeatNode repeat:
                return repeat.Max == 0 || AddFirst(repeat.Body, ref first, unicode, ref visits, depth + 1) || repeat.Min == 0;

            case BackReferenceNode:
                visits = 0;
                return true;

            default:
                return true;
        }
    }

    private static void AddUnits(int low, int high, ref CharacterSetBuilder first)
    {
        if (low <= char.MaxValue)
        {
            first.Add(low, Math.Min(high, char.MaxValue));
        }

        if (high > char.MaxValue)
        {
            first.Add(HighSurrogate(Math.Max(low, 0x10000)), HighSurrogate(high));
        }
    }

    private static int HighSurrogate(int codePoint) => 0xD800 + ((codePoint - 0x10000) >> 10);
}
