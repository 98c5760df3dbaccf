using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>A compiled script linked into a session: its global cells and what its inline caches have learnt.</summary>
internal sealed class ScriptInstance
{
    public readonly Realm Realm;
    public readonly CompiledScript Script;

    /// <summary>The number of the turn, from 1.</summary>
    public readonly int Turn;
    public readonly GlobalCell[] Globals;
    public readonly PropertyCache[] Properties;
    public readonly LiteralCache[] Literals;
    public readonly JsArray?[] Templates;
    private int _traceMark;

    public ScriptInstance(Realm realm, CompiledScript script, int turn)
    {
        Realm = realm;
        Script = script;
        Turn = turn;
        realm.Meter.Allocate(OwnBytes(script));
        Globals = Array.ConvertAll(script.Globals, name => realm.Globals.GetOrAdd(Name(realm, name)));
        Properties = Array.ConvertAll(script.PropertySites, name => new PropertyCache { Key = Name(realm, name) });
        Literals = Array.ConvertAll(script.LiteralSites, names => new LiteralCache(Array.ConvertAll(names, name => Name(realm, name))));
        Templates = new JsArray?[script.TemplateSites.Length];
    }

    private static Atom Name(Realm realm, string name)
    {
        realm.Meter.Work(1);
        return realm.Names.Intern(name);
    }

    private static long OwnBytes(CompiledScript script) =>
        400 + script.CodeBytes + (64L * script.PropertySites.Length) + (8L * script.Globals.Length) + (2L * script.Source.Text.Length);

    /// <summary>Visits what the caches keep alive; once per trace, however many closures of the script are live.</summary>
    public void Trace(Tracer tracer)
    {
        if (!tracer.Reach(ref _traceMark))
        {
            return;
        }

        tracer.Count(OwnBytes(Script));
        foreach (ref readonly PropertyCache cache in Properties.AsSpan())
        {
            tracer.Visit(cache.Key);
        }

        // Strings remember their name: one that is swept must not be found there again.
        foreach (Value constant in Script.Strings)
        {
            tracer.Visit(constant);
        }

        foreach (LiteralCache literal in Literals)
        {
            foreach (Atom name in literal.Names)
            {
                tracer.Visit(name);
            }
        }

        foreach (JsArray? template in Templates)
        {
            tracer.Visit(template);
        }

        foreach (GlobalCell cell in Globals)
        {
            tracer.Visit(cell);
        }
    }
}

/// <summary>What one property access has seen last: with this shape the property is in this slot (of the holder, or of the object itself).</summary>
internal struct PropertyCache
{
    public Atom Key;
    public Shape? Shape;

    /// <summary>The prototype that has the property; null where the object itself has it.</summary>
    public JsObject? Holder;

    /// <summary>For an assignment that adds the property: the shape afterwards.</summary>
    public Shape? NextShape;
    public int Slot;

    /// <summary>Where <see cref="Shape"/> is null and there is a holder: the type of the primitive values for which it is the holder.</summary>
    public CellKind Primitive;
    public uint Epoch;
}

/// <summary>The shape of the objects that one object literal makes.</summary>
internal sealed class LiteralCache(Atom[] names)
{
    public readonly Atom[] Names = names;
    public Shape? Shape;
}
