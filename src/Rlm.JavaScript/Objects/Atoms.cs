using System.Runtime.InteropServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>The atoms that the engine itself names; the same in every session.</summary>
internal static class Atoms
{
    public static readonly Atom Length = Create("length");
    public static readonly Atom Prototype = Create("prototype");
    public static readonly Atom Constructor = Create("constructor");
    public static readonly Atom Name = Create("name");
    public static readonly Atom Message = Create("message");
    public static readonly Atom Stack = Create("stack");
    public static readonly Atom Cause = Create("cause");
    public static readonly Atom Errors = Create("errors");
    public static readonly Atom ToStringName = Create("toString");
    public static readonly Atom ValueOf = Create("valueOf");
    public static readonly Atom ToJson = Create("toJSON");
    public static readonly Atom Next = Create("next");
    public static readonly Atom Return = Create("return");
    public static readonly Atom Throw = Create("throw");
    public static readonly Atom Done = Create("done");
    public static readonly Atom Value = Create("value");
    public static readonly Atom Get = Create("get");
    public static readonly Atom Set = Create("set");
    public static readonly Atom Has = Create("has");
    public static readonly Atom Add = Create("add");
    public static readonly Atom Writable = Create("writable");
    public static readonly Atom Enumerable = Create("enumerable");
    public static readonly Atom Configurable = Create("configurable");
    public static readonly Atom Then = Create("then");
    public static readonly Atom Catch = Create("catch");
    public static readonly Atom Finally = Create("finally");
    public static readonly Atom Resolve = Create("resolve");
    public static readonly Atom Index = Create("index");
    public static readonly Atom Input = Create("input");
    public static readonly Atom Groups = Create("groups");
    public static readonly Atom Indices = Create("indices");
    public static readonly Atom LastIndex = Create("lastIndex");
    public static readonly Atom Raw = Create("raw");
    public static readonly Atom Callee = Create("callee");
    public static readonly Atom Proto = Create("__proto__");
    public static readonly Atom Empty = new(JsString.Empty);
    public static readonly Atom GlobalThis = Create("globalThis");
    public static readonly Atom Undefined = Create("undefined");
    public static readonly Atom Default = Create("default");

    // What null and booleans are as text, and what typeof gives: strings that the engine shares cache their atom, so that it must be shared as well.
    public static readonly Atom Null = Create("null");
    public static readonly Atom True = Create("true");
    public static readonly Atom False = Create("false");
    public static readonly Atom Number = Create("number");
    public static readonly Atom String = Create("string");
    public static readonly Atom Function = Create("function");
    public static readonly Atom Object = Create("object");
    public static readonly Atom Symbol = Create("symbol");
    public static readonly Atom BigInt = Create("bigint");
    public static readonly Atom Boolean = Create("boolean");

    private static readonly Dictionary<string, Atom> ByText = CollectAll();

    /// <summary>Finds a process-wide atom.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out Atom? atom) =>
        ByText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out atom);

    /// <summary>Whether an atom is a process-wide one.</summary>
    public static bool IsShared(Atom atom) => TryFind(atom.Text.Span, out Atom? shared) && ReferenceEquals(shared, atom);

    private static Atom Create(string text) => new(JsString.Create(text));

    // The one-character strings and the descriptions of symbols are shared too: a shared text must not get the name of a session.
    private static Dictionary<string, Atom> CollectAll()
    {
        Atom[] named =
        [
            Length, Prototype, Constructor, Name, Message, Stack, Cause, Errors, ToStringName, ValueOf, ToJson, Next, Return, Throw, Done, Value, Get, Set,
            Has, Add, Writable, Enumerable, Configurable, Then, Catch, Finally, Resolve, Index, Input, Groups, Indices, LastIndex, Raw, Callee, Proto, Empty,
            GlobalThis, Undefined, Default, Null, True, False, Number, String, Function, Object, Symbol, BigInt, Boolean,
        ];
        var all = new Dictionary<string, Atom>(1024, StringComparer.Ordinal);
        foreach (Atom atom in named)
        {
            all.Add(atom.ToString(), atom);
        }

        foreach (Symbol symbol in WellKnownSymbols.All)
        {
            all.Add(symbol.Description!.ToString(), new Atom(symbol.Description));
        }

        for (int character = 0; character < 256; character++)
        {
            if (character is < '0' or > '9')
            {
                JsString text = JsString.FromChar((char)character);
                all.Add(text.ToString(), new Atom(text));
            }
        }

        foreach (string name in BuiltInNames.All)
        {
            ref Atom? atom = ref CollectionsMarshal.GetValueRefOrAddDefault(all, name, out _);
            atom ??= Create(name);
        }

        return all;
    }
}

/// <summary>The interned names of one session. Names that nothing refers to any more are dropped after a trace.</summary>
internal sealed class AtomTable(Meter meter)
{
    private Atom?[] _buckets = new Atom?[32];
    private int _count;

    public Atom Intern(string text)
    {
        if (Find(text, string.GetHashCode(text.AsSpan())) is { } known)
        {
            return known;
        }

        return Add(JsString.Create(text));
    }

    /// <summary>The property key of a string: an index or an atom.</summary>
    public PropertyKey Intern(JsString text)
    {
        if (text.CachedAtom is { } cached)
        {
            return cached;
        }

        ReadOnlySpan<char> span = text.Span;
        if (TryParseIndex(span, out uint index))
        {
            return index;
        }

        meter.Work(span.Length / 16);
        if (Find(span, text.GetContentHash()) is { } known)
        {
            text.CachedAtom = known;
            return known;
        }

        return Add(text);
    }

    /// <summary>The property key of host text: an index or an atom.</summary>
    public PropertyKey Key(string text) => TryParseIndex(text, out uint index) ? index : Intern(text);

    /// <summary>The property key of host text, where there is one already: a name that is not interned is the name of no property.</summary>
    public bool TryFind(string text, out PropertyKey key)
    {
        if (TryParseIndex(text, out uint index))
        {
            key = index;
            return true;
        }

        Atom? known = Find(text, string.GetHashCode(text.AsSpan()));
        key = known is null ? default : new PropertyKey(known);
        return known is not null;
    }

    /// <summary>Parses a canonical array index: no sign, no leading zero, below 2^32 - 1.</summary>
    public static bool TryParseIndex(ReadOnlySpan<char> text, out uint index)
    {
        index = 0;
        if (text.Length is 0 or > 10 || text[0] is < '0' or > '9' || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        ulong value = 0;
        foreach (char digit in text)
        {
            if (digit is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (uint)(digit - '0');
        }

        if (value > PropertyKey.MaxIndex)
        {
            return false;
        }

        index = (uint)value;
        return true;
    }

    /// <summary>The number of names.</summary>
    public int Count => _count;

    /// <summary>Counts every name: the table holds them all until it is swept.</summary>
    public void Trace(Tracer tracer)
    {
        tracer.Count(8L * _buckets.Length);
        foreach (Atom? atom in _buckets)
        {
            tracer.Visit(atom);
        }
    }

    /// <summary>Drops the atoms that a finished trace did not reach. Only where no atom is held outside the traced roots.</summary>
    public void Sweep(Tracer tracer)
    {
        Atom?[] old = _buckets;
        _buckets = new Atom?[old.Length];
        _count = 0;
        foreach (Atom? atom in old)
        {
            if (atom is not null && tracer.IsReached(atom))
            {
                Insert(atom);
            }
        }
    }

    private Atom? Find(ReadOnlySpan<char> text, int hash)
    {
        hash = hash == 0 ? 1 : hash;
        int mask = _buckets.Length - 1;
        for (int i = hash & mask; _buckets[i] is { } atom; i = (i + 1) & mask)
        {
            if (atom.Hash == hash && atom.Text.Span.SequenceEqual(text))
            {
                return atom;
            }
        }

        return Atoms.TryFind(text, out Atom? shared) ? shared : null;
    }

    private Atom Add(JsString text)
    {
        meter.Allocate(56 + JsString.FlatBytes(text.Length));
        // A rope or a slice of something large must not live as long as the name: the name owns its characters.
        JsString own = JsString.Create(text.ToString());
        var atom = new Atom(own);
        text.CachedAtom = atom;
        if (++_count * 2 > _buckets.Length)
        {
            Grow();
        }

        Insert(atom, counted: true);
        return atom;
    }

    private void Grow()
    {
        Atom?[] old = _buckets;
        _buckets = new Atom?[old.Length * 2];
        foreach (Atom? atom in old)
        {
            if (atom is not null)
            {
                Insert(atom, counted: true);
            }
        }
    }

    private void Insert(Atom atom, bool counted = false)
    {
        int mask = _buckets.Length - 1;
        int i = atom.Hash & mask;
        while (_buckets[i] is not null)
        {
            i = (i + 1) & mask;
        }

        _buckets[i] = atom;
        if (!counted)
        {
            _count++;
        }
    }
}
