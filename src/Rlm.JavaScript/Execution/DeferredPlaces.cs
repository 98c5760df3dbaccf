using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// Where deferred values are kept other than in registers. Built-in functions must not see them: what they can reach is looked up here and replaced first.
/// A place is a hint; it counts only while a deferred value is there.
/// </summary>
internal sealed class DeferredPlaces
{
    private readonly Dictionary<Cell, List<Place>> _places = new(ReferenceEqualityComparer.Instance);

    private enum Kind : byte
    {
        Property,
        Entry,
        Slot,
        Global,
        Outcome,
        Registers,
    }

    public bool IsEmpty => _places.Count == 0;

    public bool Contains(Cell holder) => _places.ContainsKey(holder);

    /// <summary>An element or property of an object.</summary>
    public void Add(JsObject holder, PropertyKey key) => Add(holder, new Place(Kind.Property, key, default));

    /// <summary>The value of a Map's entry.</summary>
    public void AddEntry(JsMap holder, Value key) => Add(holder, new Place(Kind.Entry, default, key));

    public void Add(Scope holder, int slot) => Add(holder, new Place(Kind.Slot, (uint)slot, default));

    public void Add(GlobalCell holder) => Add(holder, new Place(Kind.Global, default, default));

    /// <summary>What a promise was fulfilled with.</summary>
    public void Add(JsPromise holder) => Add(holder, new Place(Kind.Outcome, default, default));

    /// <summary>The registers of a computation that is set aside.</summary>
    public void Add(Coroutine holder)
    {
        if (!Contains(holder))
        {
            Add(holder, new Place(Kind.Registers, default, default));
        }
    }

    public void Clear() => _places.Clear();

    public void Trace(Tracer tracer) => tracer.Count(_places.Sum(entry => 100L + (40 * entry.Value.Count)));

    /// <summary>The first value in a holder that has not arrived, or whose failure nobody has seen; those that have arrived before it are put in place.</summary>
    public DeferredValue? FirstOpen(Cell holder)
    {
        if (!_places.TryGetValue(holder, out List<Place>? places))
        {
            return null;
        }

        int done = 0;
        DeferredValue? open = null;
        while (done < places.Count && open is null)
        {
            open = Replace(holder, places[done]);
            done += open is null ? 1 : 0;
        }

        places.RemoveRange(0, done);
        if (places.Count == 0)
        {
            _places.Remove(holder);
        }

        return open;
    }

    /// <summary>Puts the values in all places, when all have arrived; where a call failed, undefined.</summary>
    public void ReplaceAll()
    {
        foreach ((Cell holder, List<Place> places) in _places)
        {
            foreach (Place place in places)
            {
                Replace(holder, place);
            }
        }

        _places.Clear();
    }

    private void Add(Cell holder, Place place)
    {
        if (!_places.TryGetValue(holder, out List<Place>? places))
        {
            _places.Add(holder, places = []);
        }

        places.Add(place);
    }

    /// <summary>Replaces what has arrived; gives back what has not.</summary>
    private static DeferredValue? Replace(Cell holder, in Place place)
    {
        if (place.Kind == Kind.Registers)
        {
            ((Coroutine)holder).ReplaceDeferred();
            return null;
        }

        if (Read(holder, place, out PropertyAttributes attributes).Reference is not DeferredValue deferred)
        {
            return null;
        }

        if (!deferred.TryGetValue(out Value value))
        {
            return deferred;
        }

        Write(holder, place, value, attributes);
        return null;
    }

    private static Value Read(Cell holder, in Place place, out PropertyAttributes attributes)
    {
        attributes = PropertyAttributes.Data;
        Value value = Value.Undefined;
        switch (place.Kind)
        {
            case Kind.Slot:
                return ((Scope)holder).Slots[place.Key.Index];
            case Kind.Global:
                return ((GlobalCell)holder).Value;
            case Kind.Outcome:
                return ((JsPromise)holder).Result;
            case Kind.Entry:
                ((JsMap)holder).Table.TryGet(place.EntryKey, out value);
                return value;
            default:
                if (((JsObject)holder).GetOwnProperty(place.Key, out Property property) && !property.IsAccessor)
                {
                    attributes = property.Attributes;
                    value = property.Value;
                }

                return value;
        }
    }

    private static void Write(Cell holder, in Place place, in Value value, PropertyAttributes attributes)
    {
        switch (place.Kind)
        {
            case Kind.Slot:
                ((Scope)holder).Slots[place.Key.Index] = value;
                break;
            case Kind.Global:
                ((GlobalCell)holder).Value = value;
                break;
            case Kind.Outcome:
                ((JsPromise)holder).Result = value;
                break;
            case Kind.Entry:
                ((JsMap)holder).Table.Set(place.EntryKey, value);
                break;
            default:
                ((JsObject)holder).Put(place.Key, value, attributes);
                break;
        }
    }

    private readonly record struct Place(Kind Kind, PropertyKey Key, Value EntryKey);
}
