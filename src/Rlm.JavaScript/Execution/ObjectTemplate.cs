using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// The properties of one intrinsic object as they are in every session: the layout, which sessions share until they change it, and what the slots begin
/// with. Slots whose value belongs to a session are undefined here and set by the code that makes the object.
/// </summary>
internal sealed class ObjectTemplate
{
    private readonly Value[] _slots;

    private ObjectTemplate(PropertyTable table, Value[] slots)
    {
        Table = table;
        _slots = slots;
    }

    public PropertyTable Table { get; }

    public Value[] NewSlots() => [.. _slots];

    /// <summary>Takes the template of an object that was just made; null where its layout has a name that belongs to the session.</summary>
    public static ObjectTemplate? From(ObjectRecording recording)
    {
        JsObject source = recording.Target!;
        if (!source.Shape.TryShareTable(out PropertyTable? table))
        {
            return null;
        }

        var slots = new Value[table.Count];
        for (int slot = 0; slot < slots.Length; slot++)
        {
            slots[slot] = recording.TryGetLazy(table.KeyAt(slot)!, out LazyValue? lazy) ? lazy
                : IsShared(source.Slots[slot]) ? source.Slots[slot]
                : Value.Undefined;
        }

        return new ObjectTemplate(table, slots);
    }

    private static bool IsShared(Value value) =>
        value.Reference is null or Sentinel or LazyValue || (value.Reference is JsString { CachedAtom: { } name } text && ReferenceEquals(name.Text, text) && Atoms.IsShared(name));
}

/// <summary>What is remembered while an intrinsic object is made for the first time in the process, to make a template of it.</summary>
internal sealed class ObjectRecording
{
    private readonly Dictionary<KeyCell, LazyValue> _lazy = [];

    /// <summary>The object that a builder fills.</summary>
    public JsObject? Target { get; set; }

    /// <summary>Remembers what a slot begins with: it may have been read, and so made, before the object is finished.</summary>
    public void Add(KeyCell key, LazyValue value) => _lazy[key] = value;

    public bool TryGetLazy(KeyCell key, [NotNullWhen(true)] out LazyValue? value) => _lazy.TryGetValue(key, out value);
}
