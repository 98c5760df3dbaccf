using System.Text;

namespace Rlm.JavaScript.RegularExpressions;

// Escapes outside and inside of classes, and group names.
internal sealed partial class RegExpParser
{
    private RegExpNode ParseAtomEscape()
    {
        _position++;
        switch (Current)
        {
            case >= '1' and <= '9':
                return ParseDecimalEscape();

            case 'k':
                if (_unicode || HasNamedGroups())
                {
                    return ParseNamedReference();
                }

                break;

            case 'p' or 'P' when _unicodeSets:
                return ToNode(ParsePropertyWithStrings(inClass: false));
        }

        return TryParseClassEscape(inClass: false, out var set) ? new SetNode(set) : Character(ParseCharacterEscape(inClass: false));
    }

    private RegExpNode ParseDecimalEscape()
    {
        var start = _position;
        long number = 0;
        while (char.IsAsciiDigit((char)Math.Max(Current, 0)))
        {
            number = Math.Min((number * 10) + (_pattern[_position++] - '0'), int.MaxValue);
        }

        _meter.Work((_position - start) / 16);
        if (number <= TotalGroups())
        {
            HasBackReferences = true;
            return new BackReferenceNode((int)number) { IgnoresCase = IgnoresCase };
        }

        _position = start;
        if (_unicode)
        {
            throw Error("Invalid escape", EscapeHint());
        }

        return Character(Current >= '8' ? _pattern[_position++] : TakeLegacyOctal());
    }

    private BackReferenceNode ParseNamedReference()
    {
        _position++;
        if (!TryTake('<'))
        {
            throw Error("Invalid named reference", "a reference to a named group is \\k<name>");
        }

        var start = _position;
        var name = ParseGroupName();
        var node = new BackReferenceNode(0) { IgnoresCase = IgnoresCase };
        HasBackReferences = true;
        (_namedReferences ??= []).Add((node, name, start));
        return node;
    }

    // CharacterClassEscape :: one of d D s S w W p P
    private bool TryParseClassEscape(bool inClass, out CharacterSet set)
    {
        var folded = _unicode && IgnoresCase;
        switch (Current)
        {
            case 'd':
                set = CharacterSet.Digits;
                break;

            case 'D':
                set = CharacterSet.NotDigits;
                break;

            case 's':
                set = CharacterSet.WhiteSpace;
                break;

            case 'S':
                set = CharacterSet.NotWhiteSpace;
                break;

            case 'w':
                set = folded ? CharacterSet.FoldedWordCharacters : CharacterSet.WordCharacters;
                break;

            case 'W':
                set = folded ? CharacterSet.NotFoldedWordCharacters : CharacterSet.NotWordCharacters;
                break;

            case 'p' or 'P' when _unicode:
                set = ParseProperty(inClass);
                return true;

            default:
                set = CharacterSet.Empty;
                return false;
        }

        _position++;
        return true;
    }

    private CharacterSet ParseProperty(bool inClass)
    {
        var message = inClass ? "Invalid property name in character class" : "Invalid property name";
        var negative = _pattern[_position++] == 'P';
        var close = Current == '{' ? _pattern.IndexOf('}', _position, Math.Min(_pattern.Length - _position, MaxPropertyLength)) : -1;
        if (close < 0)
        {
            throw Error(message, "write \\p{...}, as in \\p{L} or \\p{Script=Greek}");
        }

        var text = _pattern.AsSpan(_position + 1, close - _position - 1);
        if (!UnicodeProperties.TryGetSet(text, out var set))
        {
            throw Error(message, "known are general categories such as \\p{L} and \\p{Lu}, \\p{Script=Greek}, and binary properties such as \\p{Alphabetic}; names are case-sensitive");
        }

        _meter.Work(set.Bounds.Length);
        _position = close + 1;
        if (negative)
        {
            // With the v flag case is ignored before the complement is taken, with the u flag after.
            set = (_unicodeSets ? Closed(set) : set).Complement();
        }

        return IgnoresCase ? CaseFolding.Close(set, _unicode) : set;
    }

    private const int MaxPropertyLength = 100;

    private int ParseCharacterEscape(bool inClass)
    {
        var character = Current;
        switch (character)
        {
            case End:
                throw Error("\\ at end of pattern");

            case 't':
                _position++;
                return '\t';

            case 'n':
                _position++;
                return '\n';

            case 'v':
                _position++;
                return '\v';

            case 'f':
                _position++;
                return '\f';

            case 'r':
                _position++;
                return '\r';

            case 'c':
                return ParseControlEscape(inClass);

            case '0' when !char.IsAsciiDigit((char)Math.Max(Peek(1), 0)):
                _position++;
                return 0;

            case >= '0' and <= '7' when !_unicode:
                return TakeLegacyOctal();

            case >= '0' and <= '9' when _unicode:
                throw inClass ? Error("Invalid class escape") : Error("Invalid decimal escape");

            case 'x':
                _position++;
                return TryTakeHex(2, out var unit) ? unit : IdentityOr('x', "Invalid escape", "\\x needs two hexadecimal digits");

            case 'u':
                _position++;
                return TryTakeUnicodeEscape(_unicode, out var codePoint)
                    ? codePoint
                    : IdentityOr('u', "Invalid Unicode escape", "\\u needs four hexadecimal digits, or \\u{...} with the u flag");
        }

        if (_unicode && !(character is '^' or '$' or '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '/' || (inClass && character == '-')))
        {
            throw Error("Invalid escape", EscapeHint());
        }

        return TakeCharacter();
    }

    private int IdentityOr(char letter, string message, string hint) => _unicode ? throw Error(message, hint) : letter;

    private int ParseControlEscape(bool inClass)
    {
        var next = Peek(1);
        if (char.IsAsciiLetter((char)Math.Max(next, 0)) || (inClass && !_unicode && (next == '_' || char.IsAsciiDigit((char)Math.Max(next, 0)))))
        {
            _position += 2;
            return next & 0x1F;
        }

        if (_unicode)
        {
            throw Error("Invalid Unicode escape", "\\c needs a letter");
        }

        // Annex B: the backslash stands for itself, and the c is read again as the next character.
        return '\\';
    }

    // LegacyOctalEscapeSequence: up to three digits and not above 0o377.
    private int TakeLegacyOctal()
    {
        var value = _pattern[_position++] - '0';
        for (var digits = 1; digits < 3 && Current is >= '0' and <= '7' && (value * 8) + (Current - '0') <= 255; digits++)
        {
            value = (value * 8) + (_pattern[_position++] - '0');
        }

        return value;
    }

    private bool TryTakeHex(int digits, out int value)
    {
        value = 0;
        if (_position + digits > _pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < digits; i++)
        {
            var digit = _pattern[_position + i];
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }

            value = (value * 16) + HexValue(digit);
        }

        _position += digits;
        return true;
    }

    // After "\u". On failure the position is where it was.
    private bool TryTakeUnicodeEscape(bool unicode, out int value)
    {
        var start = _position;
        if (unicode && TryTake('{'))
        {
            long number = 0;
            var digits = 0;
            while (Current != End && char.IsAsciiHexDigit((char)Current))
            {
                number = Math.Min((number * 16) + HexValue(_pattern[_position++]), int.MaxValue);
                digits++;
            }

            _meter.Work(digits / 16);
            value = (int)number;
            if (digits > 0 && number <= CharacterSet.MaxCodePoint && TryTake('}'))
            {
                return true;
            }

            _position = start;
            return false;
        }

        if (!TryTakeHex(4, out value))
        {
            return false;
        }

        if (unicode && char.IsHighSurrogate((char)value) && Current == '\\' && Peek(1) == 'u')
        {
            var afterHigh = _position;
            _position += 2;
            if (TryTakeHex(4, out var low) && char.IsLowSurrogate((char)low))
            {
                value = char.ConvertToUtf32((char)value, (char)low);
            }
            else
            {
                _position = afterHigh;
            }
        }

        return true;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    // GroupName, after its "<". Names are read by code points with and without the u flag.
    private string ParseGroupName()
    {
        const string InvalidName = "Invalid capture group name";
        var name = new StringBuilder();
        while (!TryTake('>'))
        {
            if (Current == End)
            {
                throw Error(InvalidName, "a group name is an identifier between < and >");
            }

            int character = _pattern[_position++];
            if (character == '\\')
            {
                if (!TryTake('u'))
                {
                    throw Error(InvalidName, "a group name is an identifier");
                }

                if (!TryTakeUnicodeEscape(unicode: true, out character))
                {
                    throw Error("Invalid Unicode escape");
                }
            }
            else if (char.IsHighSurrogate((char)character) && Current != End && char.IsLowSurrogate((char)Current))
            {
                character = char.ConvertToUtf32((char)character, _pattern[_position++]);
            }

            if (!(name.Length == 0 ? UnicodeProperties.IsIdentifierStart(character) : UnicodeProperties.IsIdentifierPart(character)))
            {
                throw Error(InvalidName, "a group name is an identifier: letters, digits, _ and $, not beginning with a digit");
            }

            _meter.Work(1);
            if (character > char.MaxValue)
            {
                name.Append(char.ConvertFromUtf32(character));
            }
            else
            {
                name.Append((char)character);
            }
        }

        return name.Length > 0 ? name.ToString() : throw Error(InvalidName, "the name is empty");
    }

    private int TotalGroups()
    {
        CountGroups();
        return _totalGroups;
    }

    private bool HasNamedGroups()
    {
        CountGroups();
        return _hasNamedGroups;
    }

    // Some escapes mean something else when a group exists, and the group may come later.
    private void CountGroups()
    {
        if (_totalGroups >= 0)
        {
            return;
        }

        _meter.Work(_pattern.Length / 16);
        var count = 0;
        var classes = 0;
        for (var i = 0; i < _pattern.Length; i++)
        {
            switch (_pattern[i])
            {
                case '\\':
                    i++;
                    break;

                case '[':
                    classes = _unicodeSets ? classes + 1 : 1;
                    break;

                case ']':
                    classes = Math.Max(classes - 1, 0);
                    break;

                case '(' when classes == 0:
                    if (!_pattern.AsSpan(i + 1).StartsWith("?", StringComparison.Ordinal))
                    {
                        count++;
                    }
                    else if (i + 3 < _pattern.Length && _pattern[i + 2] == '<' && _pattern[i + 3] is not ('=' or '!'))
                    {
                        count++;
                        _hasNamedGroups = true;
                    }

                    break;
            }
        }

        _totalGroups = count;
    }
}
