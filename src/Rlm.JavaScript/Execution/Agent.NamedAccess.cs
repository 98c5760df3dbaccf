using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Property access by instructions: what the inline cache does not know, and what it learns from it.</content>
internal sealed partial class Agent
{
    /// <summary>Reads a named property; false where a getter has to be called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool GetNamed(in Value receiver, ref PropertyCache cache, out Value result, out JsFunction? getter)
    {
        getter = null;
        if (receiver.Reference is JsString text && ReferenceEquals(cache.Key, Atoms.Length))
        {
            result = text.Length;
            return true;
        }

        if (cache.Shape is null && cache.Holder is { } known && cache.Primitive == KindOf(receiver) && cache.Epoch == Realm.Shapes.PrototypeEpoch)
        {
            result = known.Slots[cache.Slot];
            return true;
        }

        JsObject? start = PrototypeForAccess(receiver) ?? throw NullishAccess(receiver, cache.Key.ToString(), "reading");
        for (JsObject? holder = start; holder is not null; holder = holder.Prototype)
        {
            if (holder.IsProxy)
            {
                getter = AccessThrough(holder, cache.Key);
                result = Value.Undefined;
                return false;
            }

            if (!holder.GetOwnProperty(cache.Key, out Property property))
            {
                if (holder.IsExotic && holder.EndsLookup(cache.Key))
                {
                    break;
                }

                Meter.Work(1);
                continue;
            }

            if (property.IsAccessor)
            {
                getter = property.Accessor.Getter;
                result = Value.Undefined;
                return getter is null;
            }

            if (receiver.Reference is JsObject instance)
            {
                Remember(ref cache, instance, holder);
            }
            else
            {
                RememberForPrimitive(ref cache, KindOf(receiver), start, holder);
            }

            result = property.Value;
            return true;
        }

        result = Value.Undefined;
        return true;
    }

    /// <summary>The type of a primitive value; <see cref="CellKind.Internal"/>, which no value has, for numbers.</summary>
    private static CellKind KindOf(in Value receiver) => receiver.Reference?.Kind ?? CellKind.Internal;

    /// <summary>Remembers a property that values of a primitive type have from their prototype. It counts as long as no prototype changes.</summary>
    private void RememberForPrimitive(ref PropertyCache cache, CellKind kind, JsObject start, JsObject holder)
    {
        int slot = holder.Shape.Find(cache.Key, out PropertyAttributes attributes);
        if (slot < 0 || (attributes & PropertyAttributes.Accessor) != 0)
        {
            return;
        }

        for (JsObject? prototype = start; prototype is not null; prototype = prototype.Prototype)
        {
            // So that changes to it are noticed, even if no object has it as its prototype yet.
            _ = JsObject.ShapeForChildren(Realm.Shapes, prototype);
            if (ReferenceEquals(prototype, holder))
            {
                break;
            }
        }

        cache.Shape = null;
        cache.Holder = holder;
        cache.NextShape = null;
        cache.Slot = slot;
        cache.Primitive = kind;
        cache.Epoch = Realm.Shapes.PrototypeEpoch;
    }

    private void Remember(ref PropertyCache cache, JsObject receiver, JsObject holder)
    {
        if (receiver.IsLazy || (receiver.IsExotic && ReferenceEquals(receiver, holder) && ReferenceEquals(cache.Key, Atoms.Length)))
        {
            return;
        }

        int slot = holder.Shape.Find(cache.Key, out PropertyAttributes attributes);
        if (slot < 0 || (attributes & PropertyAttributes.Accessor) != 0)
        {
            return;
        }

        bool isOwn = ReferenceEquals(receiver, holder);
        if (!isOwn && (receiver.Shape.IsUnique || HasUniqueBetween(receiver, holder)))
        {
            return;
        }

        cache.Shape = receiver.Shape;
        cache.Holder = isOwn ? null : holder;
        cache.NextShape = null;
        cache.Slot = slot;
        cache.Epoch = Realm.Shapes.PrototypeEpoch;
    }

    /// <summary>Whether an object that is no registered prototype lies on the way: then changes to it go unnoticed.</summary>
    private static bool HasUniqueBetween(JsObject receiver, JsObject holder)
    {
        for (JsObject? between = receiver.Prototype; between is not null; between = between.Prototype)
        {
            if (!between.IsPrototype)
            {
                return true;
            }

            if (ReferenceEquals(between, holder))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a named property; returns the setter that has to be called instead, if there is one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private JsFunction? SetNamed(in Value receiver, ref PropertyCache cache, in Value value)
    {
        if (receiver.Reference is not JsObject instance)
        {
            return SetOnPrimitive(receiver, cache.Key);
        }

        if (ReferenceEquals(instance.Shape, cache.Shape) && cache.NextShape is not null && cache.Epoch == Realm.Shapes.PrototypeEpoch && instance.IsExtensible && !instance.IsPrototype)
        {
            instance.AppendSlot(cache.Slot, value);
            instance.Shape = cache.NextShape;
            return null;
        }

        return SetSlow(instance, cache.Key, value, ref cache);
    }

    private JsFunction? SetSlow(JsObject instance, Atom key, in Value value, ref PropertyCache cache)
    {
        if (instance is JsArray array && ReferenceEquals(key, Atoms.Length))
        {
            SetArrayLength(array, value);
            return null;
        }

        if (!FindProperty(instance, key, out Property property))
        {
            if (IsLookupEnded(instance, key))
            {
                Set(instance, key, value);
                return null;
            }

            AddNamed(instance, key, value, ref cache);
            return null;
        }

        if (property.IsAccessor)
        {
            return property.Accessor.Setter ?? throw RefusedAssignment(instance, key);
        }

        if (!property.IsWritable)
        {
            throw RefusedAssignment(instance, key);
        }

        if (instance.IsExotic && instance is GlobalObject || !instance.GetOwnProperty(key, out _))
        {
            Set(instance, key, value);
            return null;
        }

        int slot = instance.Shape.Find(key, out _);
        if (slot < 0)
        {
            Set(instance, key, value);
            return null;
        }

        instance.Slots[slot] = value;
        if (instance.IsPrototype)
        {
            Realm.Shapes.PrototypeEpoch++;
        }

        cache.Shape = instance.Shape;
        cache.Holder = null;
        cache.NextShape = null;
        cache.Slot = slot;
        return null;
    }

    private void AddNamed(JsObject instance, Atom key, in Value value, ref PropertyCache cache)
    {
        if (!instance.IsExtensible || instance is GlobalObject)
        {
            Set(instance, key, value);
            return;
        }

        Shape before = instance.Shape;
        bool wasLazy = instance.IsLazy;
        instance.Put(key, value);
        if (!wasLazy && !before.IsUnique && !instance.Shape.IsUnique && !instance.IsPrototype && ChainIsRegistered(instance))
        {
            cache.Shape = before;
            cache.Holder = null;
            cache.NextShape = instance.Shape;
            cache.Slot = before.Count;
            cache.Epoch = Realm.Shapes.PrototypeEpoch;
        }
    }

    /// <summary>Whether every prototype is known as one, so that a setter or read-only property that appears there is noticed.</summary>
    private static bool ChainIsRegistered(JsObject instance)
    {
        for (JsObject? prototype = instance.Prototype; prototype is not null; prototype = prototype.Prototype)
        {
            if (!prototype.IsPrototype)
            {
                return false;
            }
        }

        return true;
    }

    private JsFunction? SetOnPrimitive(in Value receiver, PropertyKey key)
    {
        JsObject prototype = PrototypeForAccess(receiver) ?? throw NullishAccess(receiver, key.ToString(), "setting");
        if (FindProperty(prototype, key, out Property property) && property.IsAccessor && property.Accessor.Setter is { } setter)
        {
            return setter;
        }

        throw TypeError($"Cannot create property '{key}' on {Describe(receiver)}{(receiver.IsString ? "; strings cannot be changed, make a new one" : string.Empty)}");
    }

    /// <summary>Assigns an array's length; a RangeError where it is none.</summary>
    public void SetArrayLength(JsArray array, in Value value)
    {
        uint length = ToUint32(value);
        if (length != ToNumber(value))
        {
            throw RangeError("Invalid array length");
        }

        if (!array.TrySetLength(length))
        {
            throw TypeError("Cannot assign to read only property 'length' of an Array");
        }
    }

    /// <summary>Reads a computed property; false where a getter has to be called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool GetElement(in Value receiver, in Value key, out Value result, out JsFunction? getter)
    {
        getter = null;
        if (receiver.Reference is JsString text && key.TryGetIndex(out int index) && index < text.Length)
        {
            result = JsString.FromChar(text[index]);
            return true;
        }

        if (receiver.Reference is JsTypedArray view && key.TryGetIndex(out int element))
        {
            view.TryGetElement((uint)element, out result);
            return true;
        }

        JsObject start = PrototypeForAccess(receiver) ?? throw NullishAccess(receiver, KeyText(key), "reading");
        PropertyKey name = ToPropertyKey(key);
        if (receiver.Reference is JsString && ReferenceEquals(name.Cell, Atoms.Length))
        {
            result = ((JsString)receiver.Reference).Length;
            return true;
        }

        if (receiver.Reference is JsString indexed && name.IsIndex && name.Index < (uint)indexed.Length)
        {
            result = JsString.FromChar(indexed[(int)name.Index]);
            return true;
        }

        if (!FindProperty(start, name, out Property property))
        {
            result = Value.Undefined;
            return true;
        }

        if (property.IsAccessor)
        {
            getter = property.Accessor.Getter;
            result = Value.Undefined;
            return getter is null;
        }

        result = property.Value;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private JsFunction? SetElement(in Value receiver, in Value key, in Value value)
    {
        if (receiver.Reference is not JsObject instance)
        {
            if (receiver.IsNullish)
            {
                throw NullishAccess(receiver, KeyText(key), "setting");
            }

            return SetOnPrimitive(receiver, ToPropertyKey(key));
        }

        PropertyKey name = ToPropertyKey(key);
        if (name.Cell is Atom && instance is JsArray array && ReferenceEquals(name.Cell, Atoms.Length))
        {
            SetArrayLength(array, value);
            return null;
        }

        if (instance is JsTypedArray view && JsTypedArray.IsElementKey(name))
        {
            SetElement(view, name, value);
            return null;
        }

        if (instance.IsProxy)
        {
            return AccessThrough(instance, name);
        }

        // The usual case: an own data property, or a new one on an object that is free to take it.
        if (instance.GetOwnProperty(name, out Property own))
        {
            if (!own.IsAccessor && own.IsWritable && instance is not GlobalObject && own.Attributes == PropertyAttributes.Data)
            {
                instance.Put(name, value);
                return null;
            }
        }
        else if (instance.IsExtensible && instance is not (GlobalObject or JsPrimitiveObject)
            && !(name.IsIndex && Realm.Shapes.HasIndexedPrototypes)
            && (name.IsIndex || !(FindProperty(instance, name, out _) || IsLookupEnded(instance, name)))
            && !(instance is JsArray { IsLengthReadOnly: true }))
        {
            instance.Put(name, value);
            return null;
        }

        if (FindProperty(instance, name, out Property property) && property.IsAccessor)
        {
            return property.Accessor.Setter ?? throw RefusedAssignment(instance, name);
        }

        Set(instance, name, value);
        return null;
    }

    private static string KeyText(in Value key) => key.Reference switch
    {
        JsString text => Quote(text),
        null => Numerics.NumberText.ToText(key.Number),
        _ => Describe(key),
    };

    private GuestException NullishAccess(in Value receiver, string key, string action) =>
        TypeError($"Cannot {(action == "reading" ? "read" : "set")} properties of {Describe(receiver)} ({action} '{key}')");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CallGetter(JsFunction getter, in Value receiver)
    {
        if (TryCall(getter, receiver, [], out Value result))
        {
            Deliver(result);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CallSetter(JsFunction setter, in Value receiver, in Value value)
    {
        if (TryCall(setter, receiver, [value], out Value result))
        {
            Deliver(result);
        }
    }
}
