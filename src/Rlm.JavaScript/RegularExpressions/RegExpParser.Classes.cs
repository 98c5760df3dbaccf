namespace Rlm.JavaScript.RegularExpressions;

// Character classes. See https://tc39.es/ecma262/#sec-compiletocharset.
internal sealed partial class RegExpParser
{
    private static readonly SetNode AnyCharacter = new(CharacterSet.All);
    private static readonly SetNode AnyButLineTerminator = new(CharacterSet.NotLineTerminators);

    private SetNode ParseClass()
    {
        _position++;
        var negative = TryTake('^');
        var builder = default(CharacterSetBuilder);
        while (!TryTake(']'))
        {
            _meter.Work(1);
            ParseClassRange(ref builder);
        }

        var set = builder.ToSet();
        _meter.Work(set.Bounds.Length / 8);
        _meter.Allocate(set.Bounds.Length * sizeof(int));
        if (IgnoresCase)
        {
            set = CaseFolding.Close(set, _unicode);
        }

        return new SetNode(negative ? set.Complement() : set);
    }

    private void ParseClassRange(ref CharacterSetBuilder builder)
    {
        var first = ParseClassAtom(out var firstSet);
        if (Current != '-' || Peek(1) is ']' or End)
        {
            Add(ref builder, first, firstSet);
            return;
        }

        _position++;
        var last = ParseClassAtom(out var lastSet);
        if (firstSet is not null || lastSet is not null)
        {
            if (_unicode)
            {
                throw Error("Invalid character class", "with the u flag a - next to a class such as \\d must be escaped");
            }

            // Annex B: the hyphen is a character of its own.
            Add(ref builder, first, firstSet);
            builder.Add('-');
            Add(ref builder, last, lastSet);
            return;
        }

        if (first > last)
        {
            throw Error("Range out of order in character class", "put a - that stands for itself last in the class or escape it");
        }

        builder.Add(first, last);
    }

    private static void Add(ref CharacterSetBuilder builder, int character, CharacterSet? set)
    {
        if (set is null)
        {
            builder.Add(character);
        }
        else
        {
            builder.Add(set);
        }
    }

    private int ParseClassAtom(out CharacterSet? set)
    {
        set = null;
        if (Current == End)
        {
            throw Error("Unterminated character class");
        }

        if (Current != '\\')
        {
            return TakeCharacter();
        }

        _position++;
        if (Current == 'b')
        {
            _position++;
            return '\b';
        }

        if (TryParseClassEscape(inClass: true, out var escaped))
        {
            _meter.Work(escaped.Bounds.Length / 8);
            set = escaped;
            return 0;
        }

        return ParseCharacterEscape(inClass: true);
    }
}
