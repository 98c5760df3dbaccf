using System.Collections.Concurrent;
using System.Text;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// The sets of <c>\p{...}</c>, from own tables, so that all hosts agree.
/// See <see href="https://tc39.es/ecma262/#sec-runtime-semantics-unicodematchproperty-p"/>.
/// </summary>
internal static partial class UnicodeProperties
{
    private static readonly Lazy<PropertyIndex> Index = new(() => new PropertyIndex());
    private static CharacterSet? s_identifierStart;
    private static CharacterSet? s_identifierPart;

    /// <summary>Finds what stands between the braces: a general category, a binary property, or <c>name=value</c>.</summary>
    public static bool TryGetSet(ReadOnlySpan<char> text, out CharacterSet set)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
        {
            return TryGetSet("gc", text, out set) || TryGetSet("b", text, out set);
        }

        var value = text[(equals + 1)..];
        switch (text[..equals])
        {
            case "General_Category" or "gc":
                return TryGetSet("gc", value, out set);

            case "Script" or "sc":
                return TryGetSet("sc", value, out set);

            case "Script_Extensions" or "scx":
                return TryGetSet("scx", value, out set) || TryGetSet("sc", value, out set);

            default:
                set = CharacterSet.Empty;
                return false;
        }
    }

    /// <summary>Whether a character may begin an identifier (a group name).</summary>
    public static bool IsIdentifierStart(int character) => character < 0x80
        ? char.IsAsciiLetter((char)character) || character is '$' or '_'
        : (s_identifierStart ??= Get("ID_Start")).Contains(character);

    /// <summary>Whether a character may stand in an identifier (a group name) after the first.</summary>
    public static bool IsIdentifierPart(int character) => character < 0x80
        ? char.IsAsciiLetterOrDigit((char)character) || character is '$' or '_'
        : character is 0x200C or 0x200D || (s_identifierPart ??= Get("ID_Continue")).Contains(character);

    private static CharacterSet Get(string name) =>
        TryGetSet("b", name, out var set) ? set : throw new InvalidOperationException(name);

    private static bool TryGetSet(string kind, ReadOnlySpan<char> name, out CharacterSet set)
    {
        var index = Index.Value;
        if (index.Numbers.TryGetValue($"{kind} {name}", out var number))
        {
            set = index.GetSet(number);
            return true;
        }

        set = CharacterSet.Empty;
        return false;
    }

    /// <summary>Where each entry of the table begins; sets are decoded when first asked for.</summary>
    private sealed class PropertyIndex
    {
        private readonly List<(int Base, int DataStart)> _entries = [];
        private readonly ConcurrentDictionary<int, CharacterSet> _sets = new();

        public PropertyIndex()
        {
            var table = Table;
            for (var position = 0; position < table.Length;)
            {
                var rest = table[position..];
                var kindLength = rest.IndexOf((byte)' ');
                if (kindLength > 0)
                {
                    var kind = Encoding.ASCII.GetString(rest[..kindLength]);
                    rest = rest[(kindLength + 1)..];
                    var namesLength = rest.IndexOf((byte)' ');
                    foreach (var name in Encoding.ASCII.GetString(rest[..namesLength]).Split(','))
                    {
                        Numbers[$"{kind} {name}"] = _entries.Count;
                    }

                    rest = rest[(namesLength + 1)..];
                    var baseLength = rest.IndexOf((byte)' ');
                    var baseNumber = int.Parse(rest[..baseLength], System.Globalization.CultureInfo.InvariantCulture);
                    _entries.Add((baseNumber, position + kindLength + namesLength + baseLength + 3));
                }

                var lineLength = table[position..].IndexOf((byte)'\n');
                position = lineLength < 0 ? table.Length : position + lineLength + 1;
            }
        }

        public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

        public CharacterSet GetSet(int number)
        {
            if (!_sets.TryGetValue(number, out var set))
            {
                var (baseNumber, dataStart) = _entries[number];
                set = Decode(Table[dataStart..]);
                if (baseNumber >= 0)
                {
                    set = SymmetricDifference(GetSet(baseNumber), set);
                }

                _sets.TryAdd(number, set);
            }

            return set;
        }

        private static CharacterSet Decode(ReadOnlySpan<byte> data)
        {
            const int More = 32;
            var builder = default(CharacterSetBuilder);
            var (position, next, value, shift, gap) = (0, 0, 0, 0, -1);
            while (position < data.Length)
            {
                if (data[position] == '\r')
                {
                    position++;
                    continue;
                }

                if (data[position] == '\n')
                {
                    if (position + 1 == data.Length || data[position + 1] != ' ')
                    {
                        break;
                    }

                    position += 2;
                    continue;
                }

                var digit = data[position++] - '0';
                value |= (digit & (More - 1)) << shift;
                shift += 5;
                if ((digit & More) != 0)
                {
                    continue;
                }

                if (gap < 0)
                {
                    gap = value;
                }
                else
                {
                    builder.Add(next + gap, next + gap + value);
                    next += gap + value + 1;
                    gap = -1;
                }

                (value, shift) = (0, 0);
            }

            return builder.ToSet();
        }

        // Every bound is a place where membership changes; a place where it changes in both sets is none.
        private static CharacterSet SymmetricDifference(CharacterSet left, CharacterSet right)
        {
            var changes = new List<int>(left.Bounds.Length + right.Bounds.Length);
            foreach (var set in (ReadOnlySpan<CharacterSet>)[left, right])
            {
                for (var i = 0; i < set.Bounds.Length; i++)
                {
                    changes.Add(set.Bounds[i] + (i & 1));
                }
            }

            changes.Sort();
            var bounds = new List<int>(changes.Count);
            for (var i = 0; i < changes.Count; i++)
            {
                if (i + 1 < changes.Count && changes[i] == changes[i + 1])
                {
                    i++;
                }
                else
                {
                    bounds.Add((bounds.Count & 1) == 0 ? changes[i] : changes[i] - 1);
                }
            }

            return CharacterSet.Of([.. bounds]);
        }
    }
}
