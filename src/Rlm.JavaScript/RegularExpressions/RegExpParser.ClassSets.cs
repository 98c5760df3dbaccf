using System.Runtime.CompilerServices;
using System.Text;

namespace Rlm.JavaScript.RegularExpressions;

// Character classes with the v flag: nested classes, set operations and strings. See https://tc39.es/ecma262/#prod-ClassSetExpression.
internal sealed partial class RegExpParser
{
    // What has no meaning yet where it stands twice; && and -- are set operations.
    private const string ReservedWhenDoubled = "&!#$%*+,.:;<=>?@^`~";
    private const string ReservedPunctuators = "&-!#%,:;<=>@`~";
    private const string SetSyntaxCharacters = "()[]{}/-|";
    private const string InvalidOperation = "Invalid set operation in character class";
    private const string NestHint = "put a range or a union in brackets of its own, as in [[a-z]&&[aeiou]]";

    /// <summary>A class that begins at the current position.</summary>
    private ClassStrings ParseNestedClass()
    {
        if (_depth >= MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error("Regular expression too large", "classes are nested too deeply");
        }

        _depth++;
        _position++;
        var negative = TryTake('^');
        var set = ParseClassContents();
        _depth--;
        if (!negative)
        {
            return set;
        }

        if (set.MayContainStrings)
        {
            throw Error("Negated character class may contain strings");
        }

        return ClassStrings.Of(set.Characters.Complement());
    }

    private ClassStrings ParseClassContents()
    {
        if (TryTake(']'))
        {
            return ClassStrings.Of(CharacterSet.Empty);
        }

        var first = ParseSetOperand(out var character);
        return IsAt("&&") || IsAt("--") ? ParseSetOperation(first) : ParseUnion(first, character);
    }

    // ClassIntersection or ClassSubtraction: one kind of operator, and no ranges.
    private ClassStrings ParseSetOperation(ClassStrings set)
    {
        var isIntersection = Current == '&';
        while (!TryTake(']'))
        {
            if (!IsAt(isIntersection ? "&&" : "--"))
            {
                throw Current == End ? Error("Unterminated character class") : Error(InvalidOperation, NestHint);
            }

            _position += 2;
            if (isIntersection && Current == '&')
            {
                throw Error("Invalid character in character class", "write \\& for the character");
            }

            var operand = ParseSetOperand(out _);
            set = Charged(isIntersection ? set.Intersect(operand) : set.Except(operand));
        }

        return set;
    }

    private ClassStrings ParseUnion(ClassStrings first, int character)
    {
        var builder = default(CharacterSetBuilder);
        HashSet<string>? strings = null;
        var mayContainStrings = false;
        while (true)
        {
            _meter.Work(1);
            if (character >= 0 && Current == '-' && Peek(1) != '-')
            {
                _position++;
                var last = ParseSetCharacter();
                if (character > last)
                {
                    throw Error("Range out of order in character class", "write \\- for a - that stands for itself");
                }

                first = ClassStrings.Of(Closed(CharacterSet.Of(character, last)));
            }

            builder.Add(first.Characters);
            _meter.Work(first.Characters.Bounds.Length / 8);
            mayContainStrings |= first.MayContainStrings;
            if (first.Strings is not null)
            {
                _meter.Work(first.Strings.Count);
                strings ??= [];
                strings.UnionWith(first.Strings);
            }

            if (TryTake(']'))
            {
                return Charged(new ClassStrings(builder.ToSet(), strings, mayContainStrings));
            }

            if (IsAt("&&") || IsAt("--"))
            {
                throw Error(InvalidOperation, NestHint);
            }

            first = ParseSetOperand(out character);
        }
    }

    /// <summary>A ClassSetOperand, or the beginning of a range: <paramref name="character"/> is -1 for what is no single character.</summary>
    private ClassStrings ParseSetOperand(out int character)
    {
        character = -1;
        if (Current == '[')
        {
            return ParseNestedClass();
        }

        if (Current == '\\')
        {
            if (Peek(1) == 'q' && Peek(2) == '{')
            {
                return ParseClassStrings();
            }

            _position++;
            if (Current is 'p' or 'P')
            {
                return ParsePropertyWithStrings(inClass: true);
            }

            if (TryParseClassEscape(inClass: true, out var set))
            {
                _meter.Work(set.Bounds.Length / 8);
                return ClassStrings.Of(set);
            }

            _position--;
        }

        character = ParseSetCharacter();
        return ClassStrings.Of(Closed(CharacterSet.Of(character)));
    }

    private int ParseSetCharacter()
    {
        if (Current == End)
        {
            throw Error("Unterminated character class");
        }

        if (TryTake('\\'))
        {
            if (Current == 'b')
            {
                _position++;
                return '\b';
            }

            return Current != End && ReservedPunctuators.Contains((char)Current, StringComparison.Ordinal)
                ? _pattern[_position++]
                : ParseCharacterEscape(inClass: true);
        }

        if (SetSyntaxCharacters.Contains((char)Current, StringComparison.Ordinal))
        {
            throw Error("Invalid character in character class", $"with the v flag write \\{(char)Current} for the character");
        }

        if (Current == Peek(1) && ReservedWhenDoubled.Contains((char)Current, StringComparison.Ordinal))
        {
            throw Error(InvalidOperation, $"with the v flag write \\{(char)Current} for the character");
        }

        return TakeCharacter();
    }

    // ClassStringDisjunction: \q{abc|d|}
    private ClassStrings ParseClassStrings()
    {
        _position += 3;
        var characters = default(CharacterSetBuilder);
        HashSet<string> strings = new(StringComparer.Ordinal);
        var text = new StringBuilder();
        var count = 0;
        var single = 0;
        while (true)
        {
            if (Current is '|' or '}')
            {
                if (count == 1)
                {
                    characters.Add(single);
                }
                else
                {
                    _meter.Allocate((text.Length * 2) + NodeBytes);
                    strings.Add(text.ToString());
                }

                text.Clear();
                count = 0;
                if (_pattern[_position++] == '}')
                {
                    break;
                }

                continue;
            }

            _meter.Work(1);
            single = ParseSetCharacter();
            Append(text, IgnoresCase ? CaseFolding.Canonicalize(single, unicode: true) : single);
            count++;
        }

        return new ClassStrings(Closed(characters.ToSet()), strings.Count == 0 ? null : strings, strings.Count > 0);
    }

    /// <summary><c>\p{...}</c> at its letter, where properties of strings are allowed.</summary>
    private ClassStrings ParsePropertyWithStrings(bool inClass)
    {
        var close = Peek(1) == '{' ? _pattern.IndexOf('}', _position, Math.Min(_pattern.Length - _position, MaxPropertyLength)) : -1;
        if (close < 0 || !EmojiSequences.TryGet(_pattern.AsSpan(_position + 2, close - _position - 2), out var property))
        {
            return ClassStrings.Of(ParseProperty(inClass));
        }

        if (Current == 'P')
        {
            throw Error(inClass ? "Invalid property name in character class" : "Invalid property name", "a property of strings has no complement");
        }

        _position = close + 1;
        _meter.Work(property.Characters.Bounds.Length + (property.Strings?.Count ?? 0));
        if (!IgnoresCase)
        {
            return property;
        }

        var strings = property.Strings?.Select(Folded).ToHashSet(StringComparer.Ordinal);
        return new ClassStrings(Closed(property.Characters), strings, property.MayContainStrings);
    }

    /// <summary>The longest strings come first, then the characters, then the empty string (ECMA-262 §22.2.2.7, CompileAtom).</summary>
    private RegExpNode ToNode(in ClassStrings set)
    {
        if (set.Strings is not { Count: > 0 } strings)
        {
            return new SetNode(set.Characters);
        }

        var alternatives = new List<RegExpNode>();
        var hasEmpty = false;
        var minLength = set.Characters.IsEmpty ? int.MaxValue : 1;
        foreach (var text in strings.OrderByDescending(CountCharacters).ThenBy(text => text, StringComparer.Ordinal))
        {
            hasEmpty |= text.Length == 0;
            if (text.Length > 0)
            {
                var sequence = ToSequence(text);
                minLength = Math.Min(minLength, sequence.MinLength);
                alternatives.Add(sequence);
            }
        }

        if (!set.Characters.IsEmpty)
        {
            alternatives.Add(new SetNode(set.Characters));
        }

        if (hasEmpty)
        {
            alternatives.Add(EmptyNode.Instance);
            minLength = 0;
        }

        return alternatives is [var only] ? only : new AlternationNode([.. alternatives], minLength, isZeroWidth: false);
    }

    private SequenceNode ToSequence(string text)
    {
        var items = new List<RegExpNode>();
        for (var i = 0; i < text.Length; i++)
        {
            Charge();
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            items.Add(Character(isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]));
            i += isPair ? 1 : 0;
        }

        return new SequenceNode([.. items], items.Count, isZeroWidth: false);
    }

    private ClassStrings Charged(in ClassStrings set)
    {
        _meter.Work(set.Characters.Bounds.Length / 8);
        _meter.Allocate(set.Characters.Bounds.Length * sizeof(int));
        return set;
    }

    private CharacterSet Closed(CharacterSet set) => IgnoresCase ? CaseFolding.Close(set, unicode: true) : set;

    private bool IsAt(string operation) => Current == operation[0] && Peek(1) == operation[1];

    private static void Append(StringBuilder text, int character)
    {
        if (character > char.MaxValue)
        {
            text.Append(char.ConvertFromUtf32(character));
        }
        else
        {
            text.Append((char)character);
        }
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(folded, CaseFolding.Canonicalize(rune.Value, unicode: true));
        }

        return folded.ToString();
    }

    private static int CountCharacters(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }
}
