using System.Buffers;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>A <see cref="CharacterSet"/> made ready for matching: a bit map for ASCII, vectorised search for runs.</summary>
internal sealed class CharacterClass
{
    // Above this many characters on the smaller side a vectorised search is neither cheap to make nor fast.
    private const int MaxSearchValues = 300;

    private const int ScalarRun = 16;

    private static readonly CharacterClass[] Known = [.. new[]
    {
        CharacterSet.All, CharacterSet.NotLineTerminators, CharacterSet.Digits, CharacterSet.WordCharacters, CharacterSet.WhiteSpace,
        CharacterSet.NotDigits, CharacterSet.NotWordCharacters, CharacterSet.NotWhiteSpace, CharacterSet.FoldedWordCharacters,
    }.Select(set => new CharacterClass(set))];

    private readonly ulong _low;
    private readonly ulong _high;
    private SearchValues<char>? _members;
    private SearchValues<char>? _others;
    private bool _searchMade;

    private CharacterClass(CharacterSet set)
    {
        Set = set;
        var bounds = set.Bounds;
        for (var i = 0; i < bounds.Length && bounds[i] < 128; i += 2)
        {
            for (var character = bounds[i]; character <= Math.Min(bounds[i + 1], 127); character++)
            {
                if (character < 64)
                {
                    _low |= 1UL << character;
                }
                else
                {
                    _high |= 1UL << (character - 64);
                }
            }
        }
    }

    public CharacterSet Set { get; }

    /// <summary>The model bytes, with what may be made for a vectorised search.</summary>
    public long Bytes => 100 + (4L * Set.Bounds.Length) + (2 * MaxSearchValues);

    public static CharacterClass Of(CharacterSet set)
    {
        foreach (var known in Known)
        {
            if (ReferenceEquals(known.Set, set))
            {
                return known;
            }
        }

        return new CharacterClass(set);
    }

    public bool Contains(int character) => character switch
    {
        < 64 => (_low >> character & 1) != 0,
        < 128 => (_high >> character & 1) != 0,
        _ => Set.Contains(character),
    };

    /// <summary>The number of code units at the start of <paramref name="text"/> that are in the class.</summary>
    public int CountLeading(ReadOnlySpan<char> text)
    {
        var scalar = Math.Min(text.Length, ScalarRun);
        for (var i = 0; i < scalar; i++)
        {
            if (!Contains(text[i]))
            {
                return i;
            }
        }

        if (scalar == text.Length)
        {
            return scalar;
        }

        MakeSearch();
        var rest = text[scalar..];
        int found;
        if (_others is not null)
        {
            found = rest.IndexOfAny(_others);
        }
        else if (_members is not null)
        {
            found = rest.IndexOfAnyExcept(_members);
        }
        else
        {
            found = 0;
            while (found < rest.Length && Contains(rest[found]))
            {
                found++;
            }
        }

        return found < 0 ? text.Length : scalar + found;
    }

    /// <summary>Whether <see cref="CountLeading"/> is vectorised, for what it costs.</summary>
    public bool IsVectorised
    {
        get
        {
            MakeSearch();
            return _others is not null || _members is not null;
        }
    }

    /// <summary>The code units of a set if there are few enough for a vectorised search.</summary>
    public static SearchValues<char>? TryMakeSearchValues(CharacterSet set)
    {
        var count = 0;
        var bounds = set.Bounds;
        for (var i = 0; i < bounds.Length && bounds[i] <= char.MaxValue; i += 2)
        {
            count += Math.Min(bounds[i + 1], char.MaxValue) - bounds[i] + 1;
            if (count > MaxSearchValues)
            {
                return null;
            }
        }

        var values = new char[count];
        count = 0;
        for (var i = 0; i < bounds.Length && bounds[i] <= char.MaxValue; i += 2)
        {
            for (var unit = bounds[i]; unit <= Math.Min(bounds[i + 1], char.MaxValue); unit++)
            {
                values[count++] = (char)unit;
            }
        }

        return SearchValues.Create(values);
    }

    // Programs are shared between threads: two may make the same search, and the one stored last stays.
    private void MakeSearch()
    {
        if (Volatile.Read(ref _searchMade))
        {
            return;
        }

        _others = TryMakeSearchValues(Set.Complement());
        if (_others is null)
        {
            _members = TryMakeSearchValues(Set);
        }

        Volatile.Write(ref _searchMade, true);
    }
}
