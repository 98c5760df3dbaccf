namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// The abstract operation Canonicalize and the sets that follow from it, from own tables, so that neither host culture nor host
/// version changes what matches. See <see href="https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch"/>.
/// </summary>
internal static partial class CaseFolding
{
    private const int RunLength = 4;

    /// <summary>Two characters match without regard to case exactly if this gives the same for both.</summary>
    public static int Canonicalize(int character, bool unicode)
    {
        if (character < 0x80)
        {
            return unicode
                ? character is >= 'A' and <= 'Z' ? character + 32 : character
                : character is >= 'a' and <= 'z' ? character - 32 : character;
        }

        var runs = unicode ? FoldingRuns : UppercaseRuns;
        var low = 0;
        var high = (runs.Length / RunLength) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var run = runs.Slice(middle * RunLength, RunLength);
            if (character < run[0])
            {
                high = middle - 1;
            }
            else if (character > run[1])
            {
                low = middle + 1;
            }
            else
            {
                return (character - run[0]) % run[2] == 0 ? character + run[3] : character;
            }
        }

        return character;
    }

    /// <summary>All characters that match <paramref name="character"/> without regard to case, or null if it is alone.</summary>
    public static CharacterSet? Variants(int character, bool unicode)
    {
        if (character < 0x80)
        {
            var upper = character & ~0x20;
            if (upper is < 'A' or > 'Z')
            {
                return null;
            }

            return (unicode, upper) switch
            {
                (true, 'K') => CharacterSet.Of('K', 'K', 'k', 'k', 0x212A, 0x212A),
                (true, 'S') => CharacterSet.Of('S', 'S', 's', 's', 0x17F, 0x17F),
                _ => CharacterSet.Of(upper, upper, upper + 32, upper + 32),
            };
        }

        return Classes.For(unicode).OfCanonical.TryGetValue(Canonicalize(character, unicode), out var members) ? members : null;
    }

    /// <summary>The set and every character that matches a member of it without regard to case.</summary>
    public static CharacterSet Close(CharacterSet set, bool unicode)
    {
        var bounds = set.Bounds;
        if (bounds.Length == 0)
        {
            return set;
        }

        var builder = default(CharacterSetBuilder);
        builder.Add(set);
        if (bounds[^1] < 0x80)
        {
            for (var upper = 'A'; upper <= 'Z'; upper++)
            {
                if (set.Contains(upper) || set.Contains(upper + 32))
                {
                    builder.Add(Variants(upper, unicode)!);
                }
            }

            return builder.ToSet();
        }

        var classes = Classes.For(unicode);
        for (var i = 0; i < bounds.Length; i += 2)
        {
            var index = Array.BinarySearch(classes.Cased, bounds[i]);
            for (index = index < 0 ? ~index : index; index < classes.Cased.Length && classes.Cased[index] <= bounds[i + 1]; index++)
            {
                builder.Add(classes.OfCanonical[Canonicalize(classes.Cased[index], unicode)]);
            }
        }

        return builder.ToSet();
    }

    /// <summary>The classes of characters that match each other, made when first needed.</summary>
    private sealed class Classes
    {
        private static Classes? s_simple;
        private static Classes? s_folding;

        private Classes(ReadOnlySpan<int> runs)
        {
            var members = new Dictionary<int, List<int>>();
            for (var i = 0; i < runs.Length; i += RunLength)
            {
                for (var character = runs[i]; character <= runs[i + 1]; character += runs[i + 2])
                {
                    var canonical = character + runs[i + 3];
                    if (!members.TryGetValue(canonical, out var list))
                    {
                        members.Add(canonical, list = [canonical]);
                    }

                    list.Add(character);
                }
            }

            var cased = new List<int>();
            OfCanonical = new Dictionary<int, CharacterSet>(members.Count);
            foreach (var (canonical, list) in members)
            {
                var builder = default(CharacterSetBuilder);
                foreach (var member in list)
                {
                    builder.Add(member);
                }

                OfCanonical.Add(canonical, builder.ToSet());
                cased.AddRange(list);
            }

            cased.Sort();
            Cased = [.. cased];
        }

        public Dictionary<int, CharacterSet> OfCanonical { get; }

        /// <summary>Every character that has a variant, sorted.</summary>
        public int[] Cased { get; }

        public static Classes For(bool unicode) => unicode
            ? s_folding ??= new Classes(FoldingRuns)
            : s_simple ??= new Classes(UppercaseRuns);
    }
}
