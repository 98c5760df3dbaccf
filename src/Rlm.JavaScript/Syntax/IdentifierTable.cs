using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>Gives equal names of one source text the same string, so that the parser may compare them by reference.</summary>
/// <remarks>The hash is the runtime's randomised one: names cannot be chosen to collide.</remarks>
internal sealed class IdentifierTable(Meter meter)
{
    private static readonly string[] SingleCharacters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private int[] _buckets = new int[64];
    private Entry[] _entries = new Entry[32];
    private int _count;

    public static string SingleCharacter(char c) => c < 128 ? SingleCharacters[c] : c.ToString();

    /// <summary>The one string for a name, and whether it is a word with a meaning.</summary>
    public string Intern(ReadOnlySpan<char> name, out TokenType type)
    {
        if (Keywords.TryFind(name, out string keyword, out type))
            return keyword;
        if (name.Length == 1 && name[0] < 128)
            return SingleCharacters[name[0]];

        int hash = string.GetHashCode(name, StringComparison.Ordinal);
        for (int index = _buckets[hash & (_buckets.Length - 1)] - 1; index >= 0; index = _entries[index].Next)
        {
            ref Entry entry = ref _entries[index];
            if (entry.Hash == hash && name.SequenceEqual(entry.Name))
                return entry.Name;
        }

        return Add(name, hash);
    }

    private string Add(ReadOnlySpan<char> name, int hash)
    {
        meter.Allocate(64 + 2L * name.Length);
        string text = name.ToString();
        if (_count == _entries.Length)
            Grow();
        ref int bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries[_count] = new Entry(text, hash, bucket - 1);
        bucket = ++_count;
        return text;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _count * 2);
        _buckets = new int[_entries.Length * 2];
        for (int index = 0; index < _count; index++)
        {
            ref Entry entry = ref _entries[index];
            ref int bucket = ref _buckets[entry.Hash & (_buckets.Length - 1)];
            entry = entry with { Next = bucket - 1 };
            bucket = index + 1;
        }
    }

    private readonly record struct Entry(string Name, int Hash, int Next);
}
