using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// Reads a pattern: the grammar of ECMAScript 2025, with the web-compatibility grammar of Annex B where there is neither the u flag
/// nor, for <c>\k</c>, a named group. See <see href="https://tc39.es/ecma262/#sec-patterns"/>.
/// </summary>
internal sealed partial class RegExpParser
{
    /// <summary>The deepest nesting of groups that is accepted.</summary>
    public const int MaxNesting = 250;

    /// <summary>The largest number of capturing groups that is accepted.</summary>
    public const int MaxCaptures = 65_535;

    private const int End = -1;

    // What one node of the tree is charged with.
    private const int NodeBytes = 64;

    private readonly string _pattern;
    private readonly RegExpFlags _flags;
    private readonly bool _unicode;
    private readonly bool _unicodeSets;
    private readonly Meter _meter;
    private readonly List<(string Name, int Index)> _groupNames = [];
    private HashSet<string>? _knownNames;
    private List<(BackReferenceNode Node, string Name, int Position)>? _namedReferences;
    /// <summary>The flags that hold here: those of the pattern, changed by the groups around.</summary>
    private RegExpFlags _current;
    private int _position;
    private int _depth;
    private int _groupCount;
    private int _totalGroups = -1;
    private bool _hasNamedGroups;

    private RegExpParser(string pattern, RegExpFlags flags, Meter meter)
    {
        _pattern = pattern;
        _flags = flags;
        _unicode = flags.ReadsCodePoints();
        _unicodeSets = (flags & RegExpFlags.UnicodeSets) != RegExpFlags.None;
        _current = flags;
        _meter = meter;
    }

    /// <summary>Reads a whole pattern.</summary>
    /// <exception cref="RegExpSyntaxException">The pattern is not well formed.</exception>
    public static ParsedPattern Parse(string pattern, RegExpFlags flags, Meter meter)
    {
        var parser = new RegExpParser(pattern, flags, meter);
        var body = parser.ParseDisjunction();
        if (parser._position < pattern.Length)
        {
            throw parser.Error("Unmatched ')'");
        }

        parser.ResolveNames();
        return new ParsedPattern(body, parser._groupCount, parser._groupNames, parser.HasBackReferences, parser.HasLookAround, parser.HasModifiers);
    }

    private bool IgnoresCase => (_current & RegExpFlags.IgnoreCase) != RegExpFlags.None;

    private bool HasBackReferences { get; set; }

    private bool HasModifiers { get; set; }

    private bool HasLookAround { get; set; }

    private int Current => _position < _pattern.Length ? _pattern[_position] : End;

    private int Peek(int distance) => _position + distance < _pattern.Length ? _pattern[_position + distance] : End;

    private bool TryTake(char expected)
    {
        if (Current != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    // Disjunction :: Alternative | Alternative "|" Disjunction
    private RegExpNode ParseDisjunction()
    {
        if (_depth >= MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error("Regular expression too large", "groups are nested too deeply");
        }

        _depth++;
        var first = ParseAlternative();
        if (Current != '|')
        {
            _depth--;
            return first;
        }

        var alternatives = new List<RegExpNode> { first };
        var minLength = first.MinLength;
        var isZeroWidth = first.IsZeroWidth;
        while (TryTake('|'))
        {
            Charge();
            var alternative = ParseAlternative();
            alternatives.Add(alternative);
            minLength = Math.Min(minLength, alternative.MinLength);
            isZeroWidth &= alternative.IsZeroWidth;
        }

        _depth--;
        return new AlternationNode([.. alternatives], minLength, isZeroWidth);
    }

    private RegExpNode ParseAlternative()
    {
        RegExpNode? single = null;
        List<RegExpNode>? items = null;
        while (Current is not (End or '|' or ')'))
        {
            Charge();
            var term = ParseTerm();
            if (term is EmptyNode)
            {
                continue;
            }

            if (single is null)
            {
                single = term;
            }
            else
            {
                items ??= [single];
                items.Add(term);
            }
        }

        if (items is null)
        {
            return single ?? EmptyNode.Instance;
        }

        long minLength = 0;
        var isZeroWidth = true;
        foreach (var item in items)
        {
            minLength = Math.Min(minLength + item.MinLength, int.MaxValue);
            isZeroWidth &= item.IsZeroWidth;
        }

        return new SequenceNode([.. items], (int)minLength, isZeroWidth);
    }

    private RegExpNode ParseTerm()
    {
        var firstGroup = _groupCount + 1;
        var isAssertion = false;
        RegExpNode atom;
        switch (Current)
        {
            case '^':
                _position++;
                return new AssertionNode((_current & RegExpFlags.Multiline) != RegExpFlags.None ? AssertionKind.LineStart : AssertionKind.Start);

            case '$':
                _position++;
                return new AssertionNode((_current & RegExpFlags.Multiline) != RegExpFlags.None ? AssertionKind.LineEnd : AssertionKind.End);

            case '(':
                atom = ParseGroup(out isAssertion);
                break;

            case '.':
                _position++;
                atom = (_current & RegExpFlags.DotAll) != RegExpFlags.None ? AnyCharacter : AnyButLineTerminator;
                break;

            case '[':
                atom = _unicodeSets ? ToNode(ParseNestedClass()) : ParseClass();
                break;

            case '\\':
                if (Peek(1) is 'b' or 'B')
                {
                    _position += 2;
                    return new AssertionNode(_pattern[_position - 1] == 'b' ? AssertionKind.WordBoundary : AssertionKind.NotWordBoundary) { FoldsCase = _unicode && IgnoresCase };
                }

                atom = ParseAtomEscape();
                break;

            case '*' or '+' or '?':
                throw NothingToRepeat();

            case '{' when _unicode:
                throw Error("Lone quantifier brackets", "with the u flag write \\{ for the character");

            case '{' when TryScanBraces(_position, out _):
                throw Error("Nothing to repeat");

            case '}' or ']' when _unicode:
                throw Error("Lone quantifier brackets", $"with the u flag write \\{(char)Current} for the character");

            default:
                atom = Character(TakeCharacter());
                break;
        }

        return ParseQuantifier(atom, firstGroup, isAssertion);
    }

    private RegExpNode ParseQuantifier(RegExpNode atom, int firstGroup, bool isAssertion)
    {
        int min, max;
        switch (Current)
        {
            case '*':
                (min, max) = (0, RepeatNode.Unbounded);
                _position++;
                break;

            case '+':
                (min, max) = (1, RepeatNode.Unbounded);
                _position++;
                break;

            case '?':
                (min, max) = (0, 1);
                _position++;
                break;

            case '{':
                if (!TryScanBraces(_position, out var braces))
                {
                    if (_unicode)
                    {
                        throw Error("Incomplete quantifier", "with the u flag write \\{ for the character");
                    }

                    return atom;
                }

                (min, max) = (braces.Min, braces.Max);
                _position = braces.End;
                if (min > max)
                {
                    throw Error("numbers out of order in {} quantifier");
                }

                break;

            default:
                return atom;
        }

        if (isAssertion)
        {
            throw Error("Invalid quantifier", "an assertion matches no characters and cannot be repeated");
        }

        var greedy = !TryTake('?');
        if (atom is EmptyNode)
        {
            return atom;
        }

        Charge();
        return new RepeatNode(atom, min, max, greedy, firstGroup, _groupCount + 1);
    }

    // Numbers above what a string can hold stay in order and mean the same as the highest that is kept.
    private bool TryScanBraces(int position, out (int Min, int Max, int End) braces)
    {
        braces = default;
        position++;
        if (!TryScanNumber(ref position, out var min))
        {
            return false;
        }

        var max = min;
        if (position < _pattern.Length && _pattern[position] == ',')
        {
            position++;
            if (!TryScanNumber(ref position, out max))
            {
                max = RepeatNode.Unbounded;
            }
        }

        if (position >= _pattern.Length || _pattern[position] != '}')
        {
            return false;
        }

        braces = (min, max, position + 1);
        return true;
    }

    private bool TryScanNumber(ref int position, out int value)
    {
        var start = position;
        long number = 0;
        while (position < _pattern.Length && char.IsAsciiDigit(_pattern[position]))
        {
            number = Math.Min((number * 10) + (_pattern[position++] - '0'), RepeatNode.Unbounded);
        }

        _meter.Work((position - start) / 16);
        value = (int)number;
        return position > start;
    }

    private RegExpNode ParseGroup(out bool isUnrepeatable)
    {
        isUnrepeatable = false;
        _position++;
        if (!TryTake('?'))
        {
            return ParseCapture();
        }

        switch (Current)
        {
            case ':':
                _position++;
                return CloseGroup(ParseDisjunction());

            case '=' or '!':
                isUnrepeatable = _unicode;
                return ParseLookAround(behind: false);

            case '<' when Peek(1) is '=' or '!':
                _position++;
                isUnrepeatable = true;
                return ParseLookAround(behind: true);

            case '<':
                _position++;
                var nameStart = _position;
                var name = ParseGroupName();
                _knownNames ??= new HashSet<string>(StringComparer.Ordinal);
                if (!_knownNames.Add(name))
                {
                    _position = nameStart;
                    throw Error("Duplicate capture group name");
                }

                _meter.Allocate((name.Length * 2) + NodeBytes);
                _groupNames.Add((name, _groupCount + 1));
                return ParseCapture();

            case 'i' or 'm' or 's' or '-':
                return ParseModifiedGroup();

            default:
                throw Error("Invalid group", GroupHint());
        }
    }

    // (?i:...), (?-i:...), (?ms-i:...)
    private RegExpNode ParseModifiedGroup()
    {
        var start = _position;
        var added = ParseModifiers();
        var removed = TryTake('-') ? ParseModifiers() : RegExpFlags.None;
        if (!TryTake(':') || (added & removed) != RegExpFlags.None || (added | removed) == RegExpFlags.None)
        {
            _position = start;
            throw Error("Invalid group", GroupHint());
        }

        var outer = _current;
        _current = (_current | added) & ~removed;
        HasModifiers = true;
        var body = CloseGroup(ParseDisjunction());
        _current = outer;
        return body;
    }

    private RegExpFlags ParseModifiers()
    {
        var modifiers = RegExpFlags.None;
        while (Current is 'i' or 'm' or 's')
        {
            var modifier = Current switch { 'i' => RegExpFlags.IgnoreCase, 'm' => RegExpFlags.Multiline, _ => RegExpFlags.DotAll };
            if ((modifiers & modifier) != RegExpFlags.None)
            {
                throw Error("Invalid group", "a flag is repeated");
            }

            modifiers |= modifier;
            _position++;
        }

        return modifiers;
    }

    private CaptureNode ParseCapture()
    {
        if (_groupCount >= MaxCaptures)
        {
            throw Error("Too many captures");
        }

        var index = ++_groupCount;
        return new CaptureNode(index, CloseGroup(ParseDisjunction()));
    }

    private LookNode ParseLookAround(bool behind)
    {
        var negative = Current == '!';
        _position++;
        HasLookAround = true;
        var firstGroup = _groupCount + 1;
        var body = CloseGroup(ParseDisjunction());
        return new LookNode(body, behind, negative, firstGroup, _groupCount + 1);
    }

    private RegExpNode CloseGroup(RegExpNode body) => TryTake(')') ? body : throw Error("Unterminated group");

    private void ResolveNames()
    {
        if (_namedReferences is null)
        {
            return;
        }

        var indices = new Dictionary<string, int>(_groupNames.Count, StringComparer.Ordinal);
        foreach (var (name, index) in _groupNames)
        {
            indices.Add(name, index);
        }

        foreach (var (node, name, position) in _namedReferences)
        {
            if (!indices.TryGetValue(name, out var index))
            {
                _position = position;
                throw Error("Invalid named capture referenced", "there is no group of this name");
            }

            node.Index = index;
        }
    }

    private int TakeCharacter()
    {
        int character = _pattern[_position++];
        if (_unicode && char.IsHighSurrogate((char)character) && _position < _pattern.Length && char.IsLowSurrogate(_pattern[_position]))
        {
            return char.ConvertToUtf32((char)character, _pattern[_position++]);
        }

        return character;
    }

    private RegExpNode Character(int character) =>
        IgnoresCase && CaseFolding.Variants(character, _unicode) is { } variants ? new SetNode(variants) : new CharacterNode(character);

    private void Charge()
    {
        _meter.Work(1);
        _meter.Allocate(NodeBytes);
    }
}
