namespace Rlm.JavaScript.Objects;

/// <summary>
/// An ordinary object, and the base of all others. The methods here are the essential internal methods of ECMA-262 §10.1 that run no guest code;
/// <c>Get</c> and <c>Set</c>, which may call accessors, are the agent's.
/// </summary>
internal partial class JsObject : Cell
{
    private Shape _shape;

    /// <summary>The values of the named properties, by slot.</summary>
    public Value[] Slots;

    /// <summary>Indexed properties; null where there are none. Arrays have theirs elsewhere while they are dense.</summary>
    protected SparseElements? Sparse;

    /// <summary>The shape of empty objects that have this one as their prototype.</summary>
    private Shape? _shapeForChildren;

    public JsObject(Shape shape)
        : base(CellKind.Object)
    {
        _shape = shape;
        Slots = [];
    }

    public JsObject(Shape shape, Value[] slots)
        : base(CellKind.Object)
    {
        _shape = shape;
        Slots = slots;
    }

    /// <summary>The layout. Replace it only together with the slots it describes.</summary>
    public Shape Shape
    {
        get => _shape;
        set
        {
            _shape = value;
            if (IsPrototype)
            {
                value.Space.PrototypeEpoch++;
            }
        }
    }

    public JsObject? Prototype => _shape.Prototype;

    public bool IsExtensible { get; private set; } = true;

    /// <summary>Whether some object has this one as its prototype, so that changes must be noticed by caches.</summary>
    public bool IsPrototype => _shapeForChildren is not null;

    /// <summary>Whether it is a Proxy: then its internal methods run guest code, and it has no <see cref="Prototype"/> of its own.</summary>
    public bool IsProxy { get; protected init; }

    /// <summary>Whether own properties are still to be made on first use; see <see cref="Materialize"/>.</summary>
    public bool IsLazy { get; protected set; }

    /// <summary>What <c>Object.prototype.toString</c> and messages call it where nothing else is said.</summary>
    public virtual string ClassName => "Object";

    /// <summary>Whether its own properties may be remembered by shape; false for exotic objects that answer some names themselves.</summary>
    public virtual bool IsExotic => false;

    /// <summary>Whether a property that is not its own is not looked for in its prototypes either. Only exotic objects are asked.</summary>
    public virtual bool EndsLookup(PropertyKey key) => false;

    /// <summary>
    /// Whether the own properties are exactly the slots of the shape: then they may be read from there without asking the object.
    /// </summary>
    public bool IsPlain => !IsExotic && !IsLazy && !HasIndexedProperties;

    /// <summary>The empty shape for objects with the given prototype.</summary>
    public static Shape ShapeForChildren(ShapeSpace space, JsObject? prototype)
    {
        if (prototype is null)
        {
            return space.NoPrototype ??= Shape.CreateRoot(space, prototype: null);
        }

        if (prototype._shapeForChildren is null)
        {
            prototype._shapeForChildren = Shape.CreateRoot(space, prototype);
            space.PrototypeEpoch++;
            if (prototype.HasIndexedProperties)
            {
                space.HasIndexedPrototypes = true;
            }
        }

        return prototype._shapeForChildren;
    }

    /// <summary>ECMAScript [[GetOwnProperty]].</summary>
    public virtual bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (key.Cell is null)
        {
            if (Sparse is null)
            {
                property = default;
                return false;
            }

            return Sparse.TryGet(key.Index, out property);
        }

        EnsureMaterialized();
        int slot = _shape.Find(key.Cell, out PropertyAttributes attributes);
        property = slot < 0 ? default : new Property(ValueAt(slot), attributes);
        return slot >= 0;
    }

    /// <summary>ECMAScript [[DefineOwnProperty]]; false where the object refuses.</summary>
    public virtual bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        EnsureMaterialized();
        if (descriptor.IsAccessor)
        {
            _shape.Space.Meter.Allocate(ModelBytes.Accessor);
        }

        if (!GetOwnProperty(key, out Property current))
        {
            if (!IsExtensible)
            {
                return false;
            }

            AddOwn(key, PropertyFrom(descriptor));
            return true;
        }

        if (!IsCompatible(descriptor, current))
        {
            return false;
        }

        ReplaceOwn(key, Merge(descriptor, current));
        return true;
    }

    /// <summary>ECMAScript [[Delete]]; false where the property is not configurable.</summary>
    public virtual bool DeleteOwnProperty(PropertyKey key)
    {
        if (!GetOwnProperty(key, out Property property))
        {
            return true;
        }

        if (!property.IsConfigurable)
        {
            return false;
        }

        RemoveOwn(key);
        return true;
    }

    /// <summary>ECMAScript [[OwnPropertyKeys]]: indices ascending, names in order of creation, then symbols. Private names are left out.</summary>
    public virtual void CollectOwnKeys(List<PropertyKey> keys)
    {
        EnsureMaterialized();
        CollectIndices(keys);
        CollectExtraNames(keys);
        CollectNames(keys);
    }

    /// <summary>ECMAScript [[PreventExtensions]].</summary>
    public virtual bool PreventExtensions()
    {
        EnsureMaterialized();
        IsExtensible = false;
        return true;
    }

    /// <summary>ECMAScript [[SetPrototypeOf]]; false for a cycle or a fixed prototype.</summary>
    public virtual bool SetPrototypeOf(JsObject? prototype)
    {
        if (ReferenceEquals(prototype, Prototype))
        {
            return true;
        }

        if (!IsExtensible)
        {
            return false;
        }

        for (JsObject? ancestor = prototype; ancestor is not null; ancestor = ancestor.Prototype)
        {
            Shape.Space.Meter.Work(1);
            if (ReferenceEquals(ancestor, this))
            {
                return false;
            }
        }

        EnsureMaterialized();
        // The chain of another object may now run through the new prototype.
        _ = ShapeForChildren(_shape.Space, prototype);
        Shape = _shape.WithPrototype(prototype);
        return true;
    }

    /// <summary>Creates or overwrites an own data property with the default attributes, on an ordinary extensible object whose own properties are all configurable.</summary>
    public void Put(PropertyKey key, Value value) => Put(key, value, PropertyAttributes.Data);

    /// <summary>As <see cref="Put(PropertyKey, Value)"/>, with attributes for a new property.</summary>
    public void Put(PropertyKey key, Value value, PropertyAttributes attributes)
    {
        EnsureMaterialized();
        if (key.Cell is { } cell)
        {
            int slot = _shape.Find(cell, out _);
            if (slot >= 0)
            {
                Slots[slot] = value;
                if (IsPrototype)
                {
                    _shape.Space.PrototypeEpoch++;
                }

                return;
            }

            AddSlot(cell, value, attributes);
            return;
        }

        PutIndex(key.Index, value, attributes);
    }

    /// <summary>Appends a named property that is known to be absent.</summary>
    public void AddSlot(KeyCell key, Value value, PropertyAttributes attributes)
    {
        int slot = _shape.Count;
        Shape next = _shape.Add(key, attributes);
        AppendSlot(slot, value);
        Shape = next;
    }

    /// <summary>Writes the value of a new slot, growing the array as needed.</summary>
    public void AppendSlot(int slot, Value value)
    {
        if (slot >= Slots.Length)
        {
            int capacity = Slots.Length == 0 ? 4 : Slots.Length * 2;
            _shape.Space.Meter.Allocate(ModelBytes.Values(capacity));
            Array.Resize(ref Slots, capacity);
        }

        Slots[slot] = value;
    }

    /// <summary>The value in a slot, which is made now if it waited for its first use.</summary>
    public Value ValueAt(int slot)
    {
        if (Slots[slot].Reference is LazyValue lazy)
        {
            Value made = _shape.Space.LazyValues.Make(lazy);
            Slots[slot] = made;
        }

        return Slots[slot];
    }

    /// <summary>What a property waits for; null where there is no such property or it has its value.</summary>
    public LazyValue? LazyAt(KeyCell key)
    {
        int slot = _shape.Find(key, out _);
        return slot < 0 ? null : Slots[slot].Reference as LazyValue;
    }

    /// <summary>Gives a property the value that it waits for. One that is gone or has another value meanwhile stays as it is.</summary>
    public void FillLazy(KeyCell key, Value value)
    {
        if (LazyAt(key) is not null)
        {
            Slots[_shape.Find(key, out _)] = value;
        }
    }

    /// <summary>Gives the object a layout that no other has.</summary>
    public void MakeUnique()
    {
        EnsureMaterialized();
        if (!_shape.IsUnique)
        {
            Shape = _shape.ToUnique();
        }
    }

    /// <summary>Takes over the properties of a template. The object has none but the first of them.</summary>
    public void Adopt(PropertyTable table, Value[] slots)
    {
        EnsureMaterialized();
        Slots.AsSpan(0, _shape.Count).CopyTo(slots);
        Slots = slots;
        Shape = Shape.CreateUnique(_shape.Space, Prototype, table);
    }

    /// <summary>Makes own properties that are created on first use, such as a function's <c>prototype</c>.</summary>
    protected virtual void Materialize() => IsLazy = false;

    /// <summary>Whether there are own indexed properties.</summary>
    protected virtual bool HasIndexedProperties => Sparse is not null;

    /// <summary>Appends the own indices in ascending order.</summary>
    protected virtual void CollectIndices(List<PropertyKey> keys)
    {
        if (Sparse is not null)
        {
            foreach (uint index in Sparse.SortedIndices())
            {
                keys.Add(index);
            }
        }
    }

    /// <summary>Appends own names that are not in the shape.</summary>
    protected virtual void CollectExtraNames(List<PropertyKey> keys)
    {
    }

    protected virtual void PutIndex(uint index, Value value, PropertyAttributes attributes)
    {
        if (Sparse is null)
        {
            Sparse = new SparseElements(_shape.Space.Meter);
            if (IsPrototype)
            {
                _shape.Space.HasIndexedPrototypes = true;
            }
        }

        Sparse.Set(index, new Property(value, attributes));
    }

    protected virtual void RemoveIndex(uint index) => Sparse?.Remove(index);

    protected virtual long OwnBytes => ModelBytes.Object;

    internal override long Trace(Tracer tracer)
    {
        _shape.Trace(tracer);
        tracer.Visit(Slots);
        Sparse?.Trace(tracer);
        _shapeForChildren?.Trace(tracer);
        return OwnBytes;
    }

    protected void EnsureMaterialized()
    {
        if (IsLazy)
        {
            Materialize();
        }
    }

    private void CollectNames(List<PropertyKey> keys)
    {
        int count = _shape.Count;
        bool hasSymbols = false;
        for (int slot = 0; slot < count; slot++)
        {
            KeyCell? key = _shape.KeyAt(slot, out _);
            if (key is Atom)
            {
                keys.Add(key);
            }

            hasSymbols |= key is Symbol;
        }

        for (int slot = 0; hasSymbols && slot < count; slot++)
        {
            if (_shape.KeyAt(slot, out _) is Symbol { IsPrivate: false } symbol)
            {
                keys.Add(symbol);
            }
        }
    }
}
