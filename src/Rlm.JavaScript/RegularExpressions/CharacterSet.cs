namespace Rlm.JavaScript.RegularExpressions;

/// <summary>An immutable set of characters (code points, or code units without the u flag) as sorted, disjoint ranges.</summary>
internal sealed class CharacterSet
{
    public const int MaxCodePoint = 0x10FFFF;

    public static readonly CharacterSet Empty = new([]);
    public static readonly CharacterSet All = Of(0, MaxCodePoint);
    public static readonly CharacterSet Digits = Of('0', '9');
    public static readonly CharacterSet NotDigits = Digits.Complement();
    public static readonly CharacterSet WordCharacters = Of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    public static readonly CharacterSet NotWordCharacters = WordCharacters.Complement();

    // WordCharacters(rer) with i and u: the long s and the Kelvin sign fold to s and k.
    public static readonly CharacterSet FoldedWordCharacters = Of('0', '9', 'A', 'Z', '_', '_', 'a', 'z', 0x17F, 0x17F, 0x212A, 0x212A);
    public static readonly CharacterSet NotFoldedWordCharacters = FoldedWordCharacters.Complement();

    // WhiteSpace and LineTerminator of the language.
    public static readonly CharacterSet WhiteSpace = Of(
        9, 13, ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);
    public static readonly CharacterSet NotWhiteSpace = WhiteSpace.Complement();
    public static readonly CharacterSet LineTerminators = Of('\n', '\n', '\r', '\r', 0x2028, 0x2029);
    public static readonly CharacterSet NotLineTerminators = LineTerminators.Complement();

    private readonly int[] _bounds;

    private CharacterSet(int[] bounds) => _bounds = bounds;

    /// <summary>First and last character of each range, alternating, both inclusive.</summary>
    public ReadOnlySpan<int> Bounds => _bounds;

    public bool IsEmpty => _bounds.Length == 0;

    /// <summary>The number of characters in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var i = 0; i < _bounds.Length; i += 2)
            {
                count += _bounds[i + 1] - _bounds[i] + 1;
            }

            return count;
        }
    }

    public static CharacterSet Of(int character) => new([character, character]);

    /// <summary>Makes a set of bounds that are sorted, disjoint and not adjacent.</summary>
    public static CharacterSet Of(params int[] bounds) => new(bounds);

    public bool Contains(int character)
    {
        var low = 0;
        var high = (_bounds.Length >> 1) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (character < _bounds[middle * 2])
            {
                high = middle - 1;
            }
            else if (character > _bounds[(middle * 2) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public CharacterSet Complement()
    {
        var result = new int[_bounds.Length + 2];
        var length = 0;
        var next = 0;
        for (var i = 0; i < _bounds.Length; i += 2)
        {
            if (_bounds[i] > next)
            {
                result[length++] = next;
                result[length++] = _bounds[i] - 1;
            }

            next = _bounds[i + 1] + 1;
        }

        if (next <= MaxCodePoint)
        {
            result[length++] = next;
            result[length++] = MaxCodePoint;
        }

        return new CharacterSet(length == result.Length ? result : result[..length]);
    }

    public CharacterSet Intersect(CharacterSet other)
    {
        var builder = default(CharacterSetBuilder);
        int i = 0, j = 0;
        var others = other._bounds;
        while (i < _bounds.Length && j < others.Length)
        {
            var first = Math.Max(_bounds[i], others[j]);
            var last = Math.Min(_bounds[i + 1], others[j + 1]);
            if (first <= last)
            {
                builder.Add(first, last);
            }

            if (_bounds[i + 1] < others[j + 1])
            {
                i += 2;
            }
            else
            {
                j += 2;
            }
        }

        return builder.ToSet();
    }

    public bool Overlaps(CharacterSet other)
    {
        int i = 0, j = 0;
        var others = other._bounds;
        while (i < _bounds.Length && j < others.Length)
        {
            if (_bounds[i + 1] < others[j])
            {
                i += 2;
            }
            else if (others[j + 1] < _bounds[i])
            {
                j += 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public bool IsSubsetOf(CharacterSet other) => !Overlaps(other.Complement());
}
