namespace Rlm.JavaScript.Objects;

/// <summary>A property key that is compared by reference: an interned name (<see cref="Atom"/>) or a <see cref="Symbol"/>.</summary>
internal abstract class KeyCell : Cell
{
    public readonly int Hash;

    private protected KeyCell(CellKind kind, int hash)
        : base(kind) => Hash = hash;
}

/// <summary>An interned property name. Within a session one text has one atom; canonical array indices have none (see <see cref="PropertyKey"/>).</summary>
internal sealed class Atom : KeyCell
{
    public readonly JsString Text;

    internal Atom(JsString text)
        : base(CellKind.Internal, text.GetContentHash())
    {
        Text = text;
        text.CachedAtom = this;
    }

    public override string ToString() => Text.ToString();

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Text);
        return 40;
    }
}

/// <summary>An ECMAScript symbol, or a private name of a class.</summary>
internal sealed class Symbol : KeyCell
{
    private static int s_created;

    public readonly JsString? Description;

    /// <summary>Whether this is a private name (<c>#name</c>), which no reflection shows.</summary>
    public readonly bool IsPrivate;

    public Symbol(JsString? description, bool isPrivate = false)
        : base(CellKind.Symbol, unchecked(Interlocked.Increment(ref s_created) * (int)0x9E3779B1))
    {
        Description = description;
        IsPrivate = isPrivate;
    }

    /// <summary><c>Symbol(description)</c>.</summary>
    public override string ToString() => IsPrivate ? $"#{Description}" : $"Symbol({Description?.ToString() ?? string.Empty})";

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Description);
        return 40;
    }
}

/// <summary>The well-known symbols; the same in every session, as they carry no state.</summary>
internal static class WellKnownSymbols
{
    public static readonly Symbol Iterator = Create("Symbol.iterator");
    public static readonly Symbol AsyncIterator = Create("Symbol.asyncIterator");
    public static readonly Symbol HasInstance = Create("Symbol.hasInstance");
    public static readonly Symbol ToPrimitive = Create("Symbol.toPrimitive");
    public static readonly Symbol ToStringTag = Create("Symbol.toStringTag");
    public static readonly Symbol Species = Create("Symbol.species");
    public static readonly Symbol IsConcatSpreadable = Create("Symbol.isConcatSpreadable");
    public static readonly Symbol Unscopables = Create("Symbol.unscopables");
    public static readonly Symbol Match = Create("Symbol.match");
    public static readonly Symbol MatchAll = Create("Symbol.matchAll");
    public static readonly Symbol Replace = Create("Symbol.replace");
    public static readonly Symbol Search = Create("Symbol.search");
    public static readonly Symbol Split = Create("Symbol.split");

    /// <summary>All of them.</summary>
    public static readonly Symbol[] All =
        [Iterator, AsyncIterator, HasInstance, ToPrimitive, ToStringTag, Species, IsConcatSpreadable, Unscopables, Match, MatchAll, Replace, Search, Split];

    private static Symbol Create(string description) => new(JsString.Create(description));
}
