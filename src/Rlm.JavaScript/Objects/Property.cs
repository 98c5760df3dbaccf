namespace Rlm.JavaScript.Objects;

[Flags]
internal enum PropertyAttributes : byte
{
    None = 0,
    Writable = 1,
    Enumerable = 2,
    Configurable = 4,

    /// <summary>The slot holds an <see cref="Accessor"/>.</summary>
    Accessor = 8,

    /// <summary>The accessor stands for whatever a proxy has, which a lookup met on its way.</summary>
    Proxied = 16,

    /// <summary>What an assignment creates.</summary>
    Data = Writable | Enumerable | Configurable,

    /// <summary>What the properties of built-in objects have.</summary>
    Hidden = Writable | Configurable,
}

/// <summary>The getter and setter behind an accessor property; either may be missing.</summary>
internal sealed class Accessor(JsFunction? getter, JsFunction? setter) : Cell(CellKind.Internal)
{
    public readonly JsFunction? Getter = getter;
    public readonly JsFunction? Setter = setter;

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Getter);
        tracer.Visit(Setter);
        return 40;
    }
}

/// <summary>An own property as found.</summary>
internal readonly struct Property(Value value, PropertyAttributes attributes)
{
    /// <summary>The value of a data property, or the <see cref="Objects.Accessor"/> of an accessor property.</summary>
    public readonly Value Value = value;
    public readonly PropertyAttributes Attributes = attributes;

    public bool IsAccessor => (Attributes & PropertyAttributes.Accessor) != 0;

    public bool IsProxied => (Attributes & PropertyAttributes.Proxied) != 0;

    public bool IsWritable => (Attributes & PropertyAttributes.Writable) != 0;

    public bool IsEnumerable => (Attributes & PropertyAttributes.Enumerable) != 0;

    public bool IsConfigurable => (Attributes & PropertyAttributes.Configurable) != 0;

    public Accessor Accessor => (Accessor)Value.Reference!;
}

/// <summary>An ECMAScript property descriptor, in which any field may be absent.</summary>
internal struct PropertyDescriptor
{
    public Value? Value;

    /// <summary>A function, or undefined for a field that is present without one; null where the field is absent.</summary>
    public Value? Getter;
    public Value? Setter;
    public bool? Writable;
    public bool? Enumerable;
    public bool? Configurable;

    public readonly bool IsAccessor => Getter is not null || Setter is not null;

    public readonly bool IsData => Value is not null || Writable is not null;

    public static PropertyDescriptor Data(Value value, PropertyAttributes attributes = PropertyAttributes.Data) => new()
    {
        Value = value,
        Writable = (attributes & PropertyAttributes.Writable) != 0,
        Enumerable = (attributes & PropertyAttributes.Enumerable) != 0,
        Configurable = (attributes & PropertyAttributes.Configurable) != 0,
    };
}
