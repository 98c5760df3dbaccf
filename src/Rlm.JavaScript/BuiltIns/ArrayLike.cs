using System.Runtime.CompilerServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Access to the elements of any object by an integer index from 0 to 2^53 - 1, as the generic array methods need it.
/// What stands in a dense array is reached directly: it is an own data property with the default attributes, so no one else has a say.
/// </summary>
internal static class ArrayLike
{
    public const double MaxSafeLength = 9007199254740991;

    public const double MaxArrayLength = uint.MaxValue;

    /// <summary>How many elements are copied or filled between two looks at the meter.</summary>
    public const int Batch = 64 * 1024;

    public static PropertyKey Key(Agent agent, double index) =>
        index <= PropertyKey.MaxIndex ? (uint)index : agent.Realm.Key(NumberText.ToText(index));

    public static Value Get(Agent agent, JsObject target, double index)
    {
        if (target is JsArray array && index < array.Count && array.TryGetDense((uint)index, out Value element))
        {
            return element;
        }

        if (target is JsTypedArray view && index <= PropertyKey.MaxIndex)
        {
            view.TryGetElement((uint)index, out Value value);
            return value;
        }

        return TryGetKey(agent, target, index, out PropertyKey key) ? agent.Get(target, key) : Value.Undefined;
    }

    /// <summary>HasProperty and then Get; false for a hole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGet(Agent agent, JsObject target, double index, out Value value)
    {
        if (target is JsArray array && index < array.Count && array.TryGetDense((uint)index, out value))
        {
            return true;
        }

        return TryGetSlowly(agent, target, index, out value);
    }

    /// <summary>Get; false, with undefined, for a hole of an array, so that what follows it can be skipped.</summary>
    public static bool TryRead(Agent agent, JsObject target, double index, out Value value)
    {
        if (target is JsArray)
        {
            return TryGet(agent, target, index, out value);
        }

        value = Get(agent, target, index);
        return true;
    }

    /// <summary>Assigns; a TypeError where that is refused.</summary>
    public static void Set(Agent agent, JsObject target, double index, Value value)
    {
        if (target is JsArray array)
        {
            if (index < array.Count && array.TrySetDense((uint)index, value))
            {
                return;
            }

            if (index == array.Count && CanGrowFreely(array))
            {
                array.Append(value);
                return;
            }
        }
        else if (target is JsTypedArray view && index <= PropertyKey.MaxIndex && view.TrySetElement((uint)index, value))
        {
            return;
        }

        agent.Set(target, Key(agent, index), value);
    }

    /// <summary>CreateDataPropertyOrThrow.</summary>
    public static void Create(Agent agent, JsObject target, double index, Value value)
    {
        if (target is JsArray { CanAppend: true } array && index == array.Count)
        {
            array.Append(value);
            return;
        }

        agent.CreateDataPropertyOrThrow(target, Key(agent, index), value);
    }

    /// <summary>Notes that an element may be a deferred value.</summary>
    public static void NoteDeferred(Agent agent, JsObject target, double index, in Value value)
    {
        if (agent.IsDeferring)
        {
            agent.NoteDeferred(target, Key(agent, index), value);
        }
    }

    /// <summary>DeletePropertyOrThrow.</summary>
    public static void Delete(Agent agent, JsObject target, double index)
    {
        if (TryGetKey(agent, target, index, out PropertyKey key))
        {
            agent.DeletePropertyOrThrow(target, key);
        }
    }

    /// <summary>Assigns <c>length</c>; a TypeError where that is refused, a RangeError for an array that would be too long.</summary>
    public static void SetLength(Agent agent, JsObject target, double length)
    {
        if (target is not JsArray array)
        {
            agent.Set(target, Atoms.Length, length);
            return;
        }

        if (array.IsLengthReadOnly)
        {
            throw agent.TypeError("Cannot assign to read only property 'length' of object '[object Array]'");
        }

        if (length > MaxArrayLength)
        {
            throw InvalidLength(agent);
        }

        if (!array.TrySetLength((uint)length))
        {
            throw agent.TypeError($"Cannot delete property '{array.Length - 1}' of [object Array]");
        }
    }

    public static GuestException InvalidLength(Agent agent) => agent.RangeError("Invalid array length");

    /// <summary>Whether elements may be put at the end of the array, or into its holes, without asking its prototypes.</summary>
    public static bool CanGrowFreely(JsArray array) => array.CanAppend && !array.Shape.Space.HasIndexedPrototypes;

    /// <summary>Whether a span copy of the items means the same as reading the elements one by one, in that holes are absent everywhere.</summary>
    public static bool CanReadItems(JsArray array) => array.IsDense && !array.Shape.Space.HasIndexedPrototypes;

    /// <summary>
    /// After a hole was found at <paramref name="index"/>: the last index before <paramref name="length"/> to which all is known to be holes,
    /// so that the emptiness of <c>new Array(1e9)</c>, or between the elements of a sparse array, takes no time.
    /// </summary>
    public static double SkipHoles(JsObject target, double index, double length) =>
        target is JsArray array && IsMostlyHoles(array, index) ? Math.Min(array.NextElement((uint)index), length) - 1 : index;

    /// <summary>As <see cref="SkipHoles"/>, on the way to the start: the first index from which all is known to be holes.</summary>
    public static double SkipHolesBackwards(JsObject target, double index) =>
        target is JsArray array && IsMostlyHoles(array, index) ? array.PreviousElement((uint)index) + 1 : index;

    /// <summary>Whether looking for the next element pays and prototypes have none to show in its place.</summary>
    private static bool IsMostlyHoles(JsArray array, double index) =>
        index >= array.Count && index < array.Length && !array.Shape.Space.HasIndexedPrototypes;

    private static bool TryGetSlowly(Agent agent, JsObject target, double index, out Value value)
    {
        if (target is JsTypedArray view && index <= PropertyKey.MaxIndex)
        {
            return view.TryGetElement((uint)index, out value);
        }

        if (!TryGetKey(agent, target, index, out PropertyKey key) || !agent.FindProperty(target, key, out Property property))
        {
            value = Value.Undefined;
            return false;
        }

        value = property.Value;
        if (property.IsAccessor)
        {
            if (property.IsProxied && !agent.HasProperty(target, key))
            {
                value = Value.Undefined;
                return false;
            }

            value = property.Accessor.Getter is { } getter ? agent.Call(getter, target, []) : Value.Undefined;
        }

        return true;
    }

    /// <summary>As <see cref="Key"/> where a property is only looked for: a name that nobody has used names no property, and is not made.</summary>
    private static bool TryGetKey(Agent agent, JsObject target, double index, out PropertyKey key)
    {
        if (index <= PropertyKey.MaxIndex)
        {
            key = (uint)index;
            return true;
        }

        string name = NumberText.ToText(index);
        if (agent.Realm.Names.TryFind(name, out key))
        {
            return true;
        }

        // But a proxy is told even names that nobody has used.
        bool isMade = target.IsProxy || target.Shape.Space.HasIndexedPrototypes;
        key = isMade ? agent.Realm.Key(name) : default;
        return isMade;
    }
}
