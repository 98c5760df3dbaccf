namespace Rlm.JavaScript.Objects;

/// <content>ValidateAndApplyPropertyDescriptor, ECMA-262 §10.1.6.3, in the steps it consists of.</content>
internal partial class JsObject
{
    /// <summary>Whether a descriptor may be applied to an existing property.</summary>
    internal static bool IsCompatible(in PropertyDescriptor descriptor, in Property current)
    {
        if (current.IsConfigurable)
        {
            return true;
        }

        if (descriptor.Configurable == true || (descriptor.Enumerable is { } enumerable && enumerable != current.IsEnumerable))
        {
            return false;
        }

        if (current.IsAccessor)
        {
            return !descriptor.IsData
                && IsSame(descriptor.Getter, current.Accessor.Getter)
                && IsSame(descriptor.Setter, current.Accessor.Setter);
        }

        if (descriptor.IsAccessor)
        {
            return false;
        }

        return current.IsWritable
            || (descriptor.Writable != true && (descriptor.Value is not { } value || Objects.Value.SameValue(value, current.Value)));
    }

    /// <summary>The property that a descriptor creates where there is none.</summary>
    internal static Property PropertyFrom(in PropertyDescriptor descriptor)
    {
        PropertyAttributes attributes = Flag(descriptor.Enumerable, PropertyAttributes.Enumerable)
            | Flag(descriptor.Configurable, PropertyAttributes.Configurable);
        return descriptor.IsAccessor
            ? new Property(new Accessor(FunctionOf(descriptor.Getter), FunctionOf(descriptor.Setter)), attributes | PropertyAttributes.Accessor)
            : new Property(descriptor.Value ?? Objects.Value.Undefined, attributes | Flag(descriptor.Writable, PropertyAttributes.Writable));
    }

    /// <summary>The property that results from applying a compatible descriptor.</summary>
    protected static Property Merge(in PropertyDescriptor descriptor, in Property current)
    {
        PropertyAttributes attributes =
            Flag(descriptor.Enumerable ?? current.IsEnumerable, PropertyAttributes.Enumerable)
            | Flag(descriptor.Configurable ?? current.IsConfigurable, PropertyAttributes.Configurable);
        if (descriptor.IsAccessor || (current.IsAccessor && !descriptor.IsData))
        {
            Accessor? old = current.IsAccessor ? current.Accessor : null;
            var accessor = new Accessor(
                descriptor.Getter is null ? old?.Getter : FunctionOf(descriptor.Getter),
                descriptor.Setter is null ? old?.Setter : FunctionOf(descriptor.Setter));
            return new Property(accessor, attributes | PropertyAttributes.Accessor);
        }

        bool wasWritable = !current.IsAccessor && current.IsWritable;
        Value value = descriptor.Value ?? (current.IsAccessor ? Objects.Value.Undefined : current.Value);
        return new Property(value, attributes | Flag(descriptor.Writable ?? wasWritable, PropertyAttributes.Writable));
    }

    private void AddOwn(PropertyKey key, in Property property)
    {
        if (key.Cell is { } cell)
        {
            AddSlot(cell, property.Value, property.Attributes);
        }
        else
        {
            PutIndex(key.Index, property.Value, property.Attributes);
        }
    }

    private void ReplaceOwn(PropertyKey key, in Property property)
    {
        if (key.Cell is not { } cell)
        {
            PutIndex(key.Index, property.Value, property.Attributes);
            return;
        }

        int slot = _shape.Find(cell, out PropertyAttributes attributes);
        if (attributes != property.Attributes)
        {
            Shape = _shape.WithAttributes(slot, property.Attributes);
        }
        else if (IsPrototype)
        {
            _shape.Space.PrototypeEpoch++;
        }

        Slots[slot] = property.Value;
    }

    private void RemoveOwn(PropertyKey key)
    {
        if (key.Cell is not { } cell)
        {
            RemoveIndex(key.Index);
            return;
        }

        int slot = _shape.Find(cell, out _);
        Slots[slot] = default;
        Shape = _shape.Without(slot);
        var oldSlots = new List<int>();
        if (_shape.Compact(oldSlots) is { } compact)
        {
            var slots = new Value[oldSlots.Count + 4];
            for (int i = 0; i < oldSlots.Count; i++)
            {
                slots[i] = Slots[oldSlots[i]];
            }

            Slots = slots;
            Shape = compact;
        }
    }

    private static bool IsSame(Value? wanted, JsFunction? current) =>
        wanted is not { } value || ReferenceEquals(FunctionOf(value), current);

    private static JsFunction? FunctionOf(Value? value) => value?.Reference as JsFunction;

    private static PropertyAttributes Flag(bool? present, PropertyAttributes flag) => present == true ? flag : PropertyAttributes.None;
}
