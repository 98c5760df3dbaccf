using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>What the shapes of one session share.</summary>
internal sealed class ShapeSpace(Meter meter, ILazyValueSource lazyValues)
{
    /// <summary>So many shared shapes are made; objects with yet another layout get one of their own.</summary>
    public const int MaxShapes = 10_000;

    public readonly Meter Meter = meter;
    public readonly ILazyValueSource LazyValues = lazyValues;

    /// <summary>Counts the changes to objects that are prototypes. What was cached about a prototype chain holds while this stays the same.</summary>
    public uint PrototypeEpoch;

    public int ShapeCount;

    /// <summary>The empty shape of objects without a prototype; null before the first.</summary>
    public Shape? NoPrototype;

    /// <summary>Whether some prototype has indexed properties, so that array elements must be looked up along the chain.</summary>
    public bool HasIndexedPrototypes;
}

/// <summary>
/// The layout of an object: its prototype and the names, slots and attributes of its properties. Objects that got the same properties in
/// the same order share one shape, so that a property access can remember what it found. An object with many or deleted properties has a unique shape.
/// A shape says what is where for ever: a change of layout gives the object another shape (a unique one may gain properties).
/// </summary>
internal sealed class Shape
{
    /// <summary>An object with more properties than this gets a unique shape.</summary>
    public const int MaxSharedProperties = 64;

    private const long ShapeBytes = 88;

    /// <summary>What the parent of a shape keeps to find it.</summary>
    private const long TransitionBytes = 32;

    public readonly ShapeSpace Space;
    public readonly JsObject? Prototype;
    public readonly bool IsUnique;
    private readonly Shape? _parent;
    private readonly KeyCell? _key;
    private readonly PropertyAttributes _attributes;
    private readonly int _count;
    private int _traceMark;
    private PropertyTable? _table;
    private Shape? _onlyChild;
    private Dictionary<(KeyCell Key, PropertyAttributes Attributes), Shape>? _children;

    private Shape(ShapeSpace space, JsObject? prototype, Shape? parent, KeyCell? key, PropertyAttributes attributes)
    {
        Space = space;
        Prototype = prototype;
        _parent = parent;
        _key = key;
        _attributes = attributes;
        _count = parent is null ? 0 : parent._count + 1;
    }

    private Shape(ShapeSpace space, JsObject? prototype, PropertyTable table)
    {
        Space = space;
        Prototype = prototype;
        IsUnique = true;
        _table = table;
    }

    /// <summary>The number of slots in use, gaps included.</summary>
    public int Count => IsUnique ? _table!.Count : _count;

    /// <summary>Makes the empty shared shape of a prototype. Objects get it through <see cref="JsObject.ShapeForChildren"/>.</summary>
    public static Shape CreateRoot(ShapeSpace space, JsObject? prototype)
    {
        space.Meter.Allocate(ShapeBytes);
        return new(space, prototype, parent: null, key: null, PropertyAttributes.None);
    }

    public static Shape CreateUnique(ShapeSpace space, JsObject? prototype, int capacity = 4)
    {
        space.Meter.Allocate(ShapeBytes + PropertyTable.BytesFor(capacity));
        return new(space, prototype, new PropertyTable(capacity));
    }

    /// <summary>Makes a unique shape with the properties of a template, whose table it copies before it changes it.</summary>
    public static Shape CreateUnique(ShapeSpace space, JsObject? prototype, PropertyTable template)
    {
        space.Meter.Allocate(ShapeBytes + ModelBytes.Values(template.Count));
        return new(space, prototype, template);
    }

    /// <summary>Lets other sessions use the table of this unique shape; false where there are names in it that are this session's own.</summary>
    public bool TryShareTable([NotNullWhen(true)] out PropertyTable? table)
    {
        table = _table;
        return IsUnique && table is not null && table.TryShare();
    }

    /// <summary>Returns the slot of a key, or -1.</summary>
    public int Find(KeyCell key, out PropertyAttributes attributes)
    {
        if (_table is null)
        {
            if (_count <= 8)
            {
                return FindLinear(key, out attributes);
            }

            BuildTable();
        }

        int position = _table!.Find(key);
        attributes = position < 0 ? PropertyAttributes.None : _table.AttributesAt(position);
        return position;
    }

    /// <summary>The key in a slot, or null for a gap.</summary>
    public KeyCell? KeyAt(int slot, out PropertyAttributes attributes)
    {
        if (_table is null)
        {
            BuildTable();
        }

        attributes = _table!.AttributesAt(slot);
        return _table.KeyAt(slot);
    }

    /// <summary>The shape after adding a property in the next slot.</summary>
    public Shape Add(KeyCell key, PropertyAttributes attributes)
    {
        if (IsUnique)
        {
            Space.Meter.Allocate(48);
            OwnTable().Add(key, attributes);
            return this;
        }

        if (_onlyChild is { } child && ReferenceEquals(child._key, key) && child._attributes == attributes)
        {
            return child;
        }

        if (_children is not null && _children.TryGetValue((key, attributes), out Shape? known))
        {
            return known;
        }

        if (_count >= MaxSharedProperties || Space.ShapeCount >= ShapeSpace.MaxShapes)
        {
            return ToUnique().Add(key, attributes);
        }

        return AddChild(new Shape(Space, Prototype, this, key, attributes));
    }

    /// <summary>A unique shape with the same properties in the same slots.</summary>
    public Shape ToUnique()
    {
        Space.Meter.Allocate(ShapeBytes + PropertyTable.BytesFor(Count + PropertyTable.Spare));
        return new Shape(Space, Prototype, CopyTable());
    }

    /// <summary>A unique shape with the same properties in the same slots and another prototype.</summary>
    public Shape WithPrototype(JsObject? prototype)
    {
        if (Count == 0 && !IsUnique)
        {
            return JsObject.ShapeForChildren(Space, prototype);
        }

        Space.Meter.Allocate(ShapeBytes + PropertyTable.BytesFor(Count + PropertyTable.Spare));
        return new Shape(Space, prototype, CopyTable());
    }

    /// <summary>A unique shape in which one property has other attributes.</summary>
    public Shape WithAttributes(int slot, PropertyAttributes attributes)
    {
        Shape shape = IsUnique ? Rename() : ToUnique();
        shape.OwnTable().SetAttributes(slot, attributes);
        return shape;
    }

    /// <summary>A unique shape without one property; its slot becomes a gap.</summary>
    public Shape Without(int slot)
    {
        Shape shape = IsUnique ? Rename() : ToUnique();
        shape.OwnTable().Remove(slot);
        return shape;
    }

    /// <summary>A unique shape without gaps where there are too many, with the old slot of each property; else null.</summary>
    public Shape? Compact(List<int> oldSlots)
    {
        if (!IsUnique || !_table!.NeedsCompaction)
        {
            return null;
        }

        return new Shape(Space, Prototype, _table.Compact(oldSlots));
    }

    public void Trace(Tracer tracer)
    {
        tracer.Visit(Prototype);
        if (IsUnique)
        {
            tracer.Count(ShapeBytes);
            _table!.Trace(tracer);
            return;
        }

        // Its parents are reached with it: the walk ends at the first that another object has led to.
        for (Shape? shape = this; shape is not null && tracer.Reach(ref shape._traceMark); shape = shape._parent)
        {
            tracer.Visit(shape._key);
            tracer.Count(ShapeBytes + (shape._parent is null ? 0 : TransitionBytes) + (shape._table?.Bytes ?? 0));
        }
    }

    /// <summary>The same table under another identity: what caches remember of this shape ends here.</summary>
    private Shape Rename() => new(Space, Prototype, _table!);

    /// <summary>The table of a unique shape, to be changed.</summary>
    private PropertyTable OwnTable()
    {
        if (_table!.IsShared)
        {
            Space.Meter.Allocate(PropertyTable.BytesFor(Count + PropertyTable.Spare));
            _table = _table.Copy();
        }

        return _table;
    }

    private int FindLinear(KeyCell key, out PropertyAttributes attributes)
    {
        for (Shape? shape = this; shape._key is not null; shape = shape._parent!)
        {
            if (ReferenceEquals(shape._key, key))
            {
                attributes = shape._attributes;
                return shape._count - 1;
            }
        }

        attributes = PropertyAttributes.None;
        return -1;
    }

    private Shape AddChild(Shape child)
    {
        Space.Meter.Allocate(ShapeBytes + TransitionBytes);
        Space.ShapeCount++;
        if (_onlyChild is null)
        {
            _onlyChild = child;
        }
        else
        {
            (_children ??= [])[(child._key!, child._attributes)] = child;
        }

        return child;
    }

    private void BuildTable()
    {
        Space.Meter.Allocate(PropertyTable.BytesFor(_count));
        var chain = new Shape[_count];
        for (Shape shape = this; shape._key is not null; shape = shape._parent!)
        {
            chain[shape._count - 1] = shape;
        }

        var table = new PropertyTable(_count);
        foreach (Shape shape in chain)
        {
            table.Add(shape._key!, shape._attributes);
        }

        _table = table;
    }

    private PropertyTable CopyTable()
    {
        if (_table is null)
        {
            BuildTable();
        }

        return _table!.Copy();
    }
}
