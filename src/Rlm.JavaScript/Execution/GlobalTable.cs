using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum GlobalKind : byte
{
    /// <summary>Referred to by some code, but never declared.</summary>
    Undeclared,

    /// <summary>Part of the language; may be replaced.</summary>
    BuiltIn,

    /// <summary>A variable declared by <c>var</c> or a function, or created by assignment.</summary>
    Variable,

    /// <summary>A variable declared by <c>let</c>, <c>const</c> or <c>class</c>; not seen on the global object.</summary>
    Lexical,

    /// <summary>A variable set by the host that the guest may change.</summary>
    HostVariable,

    /// <summary>An input or function of the host: read-only.</summary>
    Host,
}

/// <summary>A global name and its value. Code refers to the cell itself, so that a value set in a later turn is seen by functions of an earlier one.</summary>
internal sealed class GlobalCell(Atom name) : Cell(CellKind.Internal)
{
    /// <summary>A cell, its entry in the table, and its place among the names that an evaluation declared; in model bytes.</summary>
    public const long Bytes = 128;

    public readonly Atom Name = name;

    /// <summary>The value; uninitialised where the name is undeclared, in its temporal dead zone, or a built-in not yet made.</summary>
    public Value Value = Value.Uninitialized;
    public GlobalKind Role;

    /// <summary>The last turn that declared the name or made it by assignment.</summary>
    public int DeclaredInTurn;

    /// <summary>The attributes that the global object shows.</summary>
    public PropertyAttributes Attributes = PropertyAttributes.Hidden;

    /// <summary>Makes the value of a built-in on first use.</summary>
    public Func<Realm, Value>? Source;

    public bool IsReadOnly => Role == GlobalKind.Host;

    /// <summary>Makes a built-in that was not needed before.</summary>
    public void Materialize(Realm realm)
    {
        if (Source is { } source && Value.IsUninitialized)
        {
            Source = null;
            Value = source(realm);
        }
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Name);
        tracer.Visit(Value);
        return Bytes;
    }
}

/// <summary>The global names of a session: built-ins, what the host set, and what the guest declared in any turn.</summary>
internal sealed class GlobalTable
{
    private readonly Realm _realm;
    private readonly Dictionary<Atom, GlobalCell> _cells = [];
    private readonly IReadOnlyDictionary<string, Func<Realm, Value>> _builtIns;

    private GlobalObject? _object;

    public GlobalTable(Realm realm, IReadOnlyDictionary<string, Func<Realm, Value>> builtIns)
    {
        _realm = realm;
        _builtIns = builtIns;
    }

    /// <summary>The object behind <c>globalThis</c>.</summary>
    public GlobalObject Object => _object ??= new GlobalObject(_realm.ShapeOf(Intrinsic.ObjectPrototype), this, _realm);

    /// <summary>The cells in order of creation.</summary>
    public IEnumerable<GlobalCell> Cells => _cells.Values;

    /// <summary>Gets the cell of a name, making an undeclared one where there is none.</summary>
    public GlobalCell GetOrAdd(Atom name)
    {
        if (TryGet(name, out GlobalCell? cell))
        {
            return cell;
        }

        _realm.Meter.Allocate(GlobalCell.Bytes);
        cell = new GlobalCell(name);
        _cells.Add(name, cell);
        return cell;
    }

    public bool TryGet(Atom name, [NotNullWhen(true)] out GlobalCell? cell)
    {
        if (_cells.TryGetValue(name, out cell))
        {
            return true;
        }

        if (_builtIns.TryGetValue(name.ToString(), out Func<Realm, Value>? source))
        {
            _realm.Meter.Allocate(GlobalCell.Bytes);
            cell = new GlobalCell(name) { Role = GlobalKind.BuiltIn, Source = source };
            if (name.ToString() is "print" or "console")
            {
                cell.Role = GlobalKind.Host;
            }

            if (name.ToString() is "undefined" or "NaN" or "Infinity")
            {
                cell.Attributes = PropertyAttributes.None;
            }

            _cells.Add(name, cell);
            return true;
        }

        return false;
    }

    /// <summary>Makes cells for all built-ins, for those who list the global object.</summary>
    public void AddAllBuiltIns()
    {
        foreach (string name in _builtIns.Keys)
        {
            TryGet(_realm.Names.Intern(name), out _);
        }
    }

    public void Remove(GlobalCell cell)
    {
        // Code may hold on to the cell: it becomes undeclared, so that a later declaration is seen by that code.
        cell.Value = Value.Uninitialized;
        cell.Source = null;
        cell.Role = GlobalKind.Undeclared;
    }

    public void Trace(Tracer tracer)
    {
        foreach (GlobalCell cell in _cells.Values)
        {
            tracer.Visit(cell);
        }
    }
}
