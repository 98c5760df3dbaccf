using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// Where deferred values are kept other than in registers. Built-in functions must not see them: what they can reach is looked up here and replaced first.
/// A place is a hint; it counts only while a deferred value is there. Holders are not kept alive.
/// </summary>
internal sealed class DeferredPlaces(Meter meter)
{
    /// <summary>With so many places it is better to wait for the values than to note more.</summary>
    public const int Enough = 10_000;

    private const long PlaceBytes = 256;

    private readonly ConditionalWeakTable<Cell, HashSet<Place>> _places = [];

    private enum Kind : byte
    {
        Property,
        Entry,
        Slot,
        Global,
        Outcome,
        Registers,
    }

    /// <summary>How many places there are, with those of holders that are gone.</summary>
    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    public bool Contains(Cell holder) => _places.TryGetValue(holder, out _);

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

    public void Trace(Tracer tracer) => tracer.Count(Count * PlaceBytes);

    /// <summary>The value in a holder that was called for first of those that have not arrived, or whose failure nobody has seen; those that have arrived are put in place.</summary>
    public DeferredValue? FirstOpen(Cell holder)
    {
        if (!_places.TryGetValue(holder, out HashSet<Place>? places))
        {
            return null;
        }

        meter.Work(places.Count);
        DeferredValue? first = null;
        Count -= places.RemoveWhere(place =>
        {
            DeferredValue? open = Replace(holder, place);
            first = first is null || open?.Number < first.Number ? open : first;
            return open is null;
        });
        if (places.Count == 0)
        {
            _places.Remove(holder);
        }

        return first;
    }

    /// <summary>Puts the values that have arrived in place, and forgets the places where no deferred value is left.</summary>
    public void ReplaceArrived()
    {
        meter.Work(Count);
        Count = 0;
        var done = new List<Cell>();
        foreach ((Cell holder, HashSet<Place> places) in _places)
        {
            places.RemoveWhere(place => Replace(holder, place) is null);
            Count += places.Count;
            if (places.Count == 0)
            {
                done.Add(holder);
            }
        }

        foreach (Cell holder in done)
        {
            _places.Remove(holder);
        }
    }

    /// <summary>Puts the values in all places, when all have arrived; where a call failed, undefined.</summary>
    public void ReplaceAll()
    {
        foreach ((Cell holder, HashSet<Place> places) in _places)
        {
            foreach (Place place in places)
            {
                Replace(holder, place);
            }
        }

        _places.Clear();
        Count = 0;
    }

    private void Add(Cell holder, in Place place)
    {
        if (!_places.TryGetValue(holder, out HashSet<Place>? places))
        {
            _places.Add(holder, places = []);
        }

        if (!places.Contains(place))
        {
            meter.Allocate(PlaceBytes);
            places.Add(place);
            Count++;
        }
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

    private readonly struct Place(Kind kind, PropertyKey key, Value entryKey) : IEquatable<Place>
    {
        public readonly Kind Kind = kind;
        public readonly PropertyKey Key = key;
        public readonly Value EntryKey = entryKey;

        public bool Equals(Place other) => Kind == other.Kind && Key.Equals(other.Key) && Value.SameValueZero(EntryKey, other.EntryKey);

        public override bool Equals(object? obj) => obj is Place other && Equals(other);

        public override int GetHashCode() => Key.GetHashCode() ^ KeyedTable.Hash(EntryKey);
    }
}
