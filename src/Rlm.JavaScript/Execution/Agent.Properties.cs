using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Property access along the prototype chain, with accessors: ECMA-262 §7.3 and §10.1.8, §10.1.9.</content>
internal sealed partial class Agent
{
    public Value Get(JsObject instance, PropertyKey key) => Get(instance, key, instance);

    /// <summary>ECMAScript [[Get]]. A getter runs on the CLR stack; the dispatch loop calls getters as frames instead (see <see cref="FindProperty"/>).</summary>
    public Value Get(JsObject instance, PropertyKey key, Value receiver)
    {
        if (!FindProperty(instance, key, out Property property))
        {
            return Value.Undefined;
        }

        if (!property.IsAccessor)
        {
            return property.Value;
        }

        return property.Accessor.Getter is { } getter ? Call(getter, receiver, []) : Value.Undefined;
    }

    /// <summary>ECMAScript GetV: a property of any value; a TypeError for undefined and null.</summary>
    public Value GetV(Value value, PropertyKey key)
    {
        JsObject start = PrototypeForAccess(value) ?? throw TypeError($"Cannot read properties of {Describe(value)} (reading '{Shown(key)}')");
        if (value.Reference is JsString text)
        {
            if (key.IsIndex && key.Index < (uint)text.Length)
            {
                return JsString.FromChar(text[(int)key.Index]);
            }

            if (ReferenceEquals(key.Cell, Atoms.Length))
            {
                return text.Length;
            }
        }

        return Get(start, key, value);
    }

    /// <summary>ECMAScript GetMethod: null where the property is undefined or null; a TypeError where it is no function.</summary>
    public JsFunction? GetMethod(Value value, PropertyKey key)
    {
        Value method = GetV(value, key);
        return method.IsNullish ? null : RequireCallable(method, $"Property '{Shown(key)}'");
    }

    /// <summary>
    /// Finds a property on the object or its prototypes, for <c>Get</c> or <c>Set</c>. Where the lookup meets a proxy it ends, with an accessor that
    /// goes on there; see <see cref="ProxyAccess"/>. No guest code runs.
    /// </summary>
    public bool FindProperty(JsObject instance, PropertyKey key, out Property property)
    {
        for (JsObject? holder = instance; holder is not null; holder = holder.Prototype)
        {
            if (holder.IsProxy)
            {
                property = new Property(NewProxyAccessor(holder, key), PropertyAttributes.Accessor | PropertyAttributes.Proxied);
                return true;
            }

            if (holder.GetOwnProperty(key, out property))
            {
                return true;
            }

            if (holder.IsExotic && holder.EndsLookup(key))
            {
                break;
            }

            Meter.Work(1);
        }

        property = default;
        return false;
    }

    /// <summary>ECMAScript HasProperty.</summary>
    public bool HasProperty(JsObject instance, PropertyKey key)
    {
        JsObject? holder = instance;
        while (holder is not null && FindProperty(holder, key, out Property property))
        {
            if (!property.IsProxied)
            {
                return true;
            }

            if (((ProxyAccess)property.Accessor.Getter!).Link.Has(key, out JsObject target) is { } answer)
            {
                return answer;
            }

            holder = target;
        }

        return false;
    }

    /// <summary>ECMAScript [[GetPrototypeOf]].</summary>
    public JsObject? GetPrototypeOf(JsObject instance)
    {
        if (!instance.IsProxy)
        {
            return instance.Prototype;
        }

        Meter.Work(1);
        return ((IProxy)instance).Link.GetPrototypeOf();
    }

    /// <summary>ECMAScript [[IsExtensible]].</summary>
    public bool IsExtensible(JsObject instance) => instance.IsProxy ? ((IProxy)instance).Link.IsExtensible() : instance.IsExtensible;

    /// <summary>ECMAScript IsArray: also for a proxy of an array.</summary>
    public bool IsArray(Value value)
    {
        while (value.Reference is JsObject { IsProxy: true } proxy)
        {
            Meter.Work(1);
            value = ((IProxy)proxy).Link.Target ?? throw TypeError("Cannot perform 'IsArray' on a proxy that has been revoked");
        }

        return value.Reference is JsArray;
    }

    /// <summary>Assigns as strict code does: a TypeError where the assignment is refused.</summary>
    public void Set(JsObject instance, PropertyKey key, Value value)
    {
        if (!TrySet(instance, key, value, instance))
        {
            throw RefusedAssignment(instance, key);
        }
    }

    /// <summary>ECMAScript [[Set]]; false where the assignment is refused.</summary>
    public bool TrySet(JsObject instance, PropertyKey key, Value value, Value receiver)
    {
        if (instance is JsTypedArray array && JsTypedArray.IsElementKey(key) && (ReferenceEquals(receiver.Reference, array) || !array.IsValidIndex(key)))
        {
            if (ReferenceEquals(receiver.Reference, array))
            {
                SetElement(array, key, value);
            }

            return true;
        }

        if (FindProperty(instance, key, out Property property))
        {
            if (property.IsAccessor)
            {
                if (property.Accessor.Setter is not { } setter)
                {
                    return false;
                }

                if (setter is ProxyAccess access)
                {
                    return access.Link.TrySet(key, value, receiver);
                }

                Call(setter, receiver, [value]);
                return true;
            }

            if (!property.IsWritable)
            {
                return false;
            }
        }
        else if (LookupEnd(instance, key) is { } end)
        {
            if (ReferenceEquals(end, receiver.Reference))
            {
                SetElement((JsTypedArray)end, key, value);
            }

            return true;
        }

        return receiver.Reference is JsObject target && SetOwnData(target, key, value);
    }

    /// <summary>ECMAScript CreateDataProperty; false where the object refuses.</summary>
    public bool CreateDataProperty(JsObject instance, PropertyKey key, Value value) =>
        DefineOwnProperty(instance, key, PropertyDescriptor.Data(value));

    public void CreateDataPropertyOrThrow(JsObject instance, PropertyKey key, Value value)
    {
        if (!CreateDataProperty(instance, key, value))
        {
            throw TypeError(instance.IsProxy ? $"'defineProperty' on proxy: trap returned falsish for property '{Shown(key)}', or the target refused" : $"Cannot define property '{Shown(key)}': the object is not extensible or the property is fixed");
        }
    }

    public void DefinePropertyOrThrow(JsObject instance, PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (!DefineOwnProperty(instance, key, descriptor))
        {
            throw TypeError(instance.IsProxy ? $"'defineProperty' on proxy: trap returned falsish for property '{Shown(key)}', or the target refused"
                : instance.GetOwnProperty(key, out _) ? $"Cannot redefine property: {Shown(key)}" : $"Cannot define property {Shown(key)}, object is not extensible");
        }
    }

    public void DeletePropertyOrThrow(JsObject instance, PropertyKey key)
    {
        if (!instance.DeleteOwnProperty(key))
        {
            throw TypeError(instance.IsProxy ? $"'deleteProperty' on proxy: trap returned falsish for property '{Shown(key)}', or the target refused" : $"Cannot delete property '{Shown(key)}' of {InstanceName(instance)}");
        }
    }

    /// <summary>The own property keys, charged for.</summary>
    public List<PropertyKey> OwnKeys(JsObject instance)
    {
        var keys = new List<PropertyKey>();
        instance.CollectOwnKeys(keys);
        Meter.Work(keys.Count);
        Meter.Allocate(16L * keys.Count);
        return keys;
    }

    /// <summary>ECMAScript OrdinaryHasInstance, the default meaning of <c>instanceof</c>.</summary>
    public bool OrdinaryHasInstance(Value constructor, Value value)
    {
        if (constructor.Reference is BoundFunction bound)
        {
            return InstanceOf(value, bound.Target);
        }

        if (constructor.Reference is not JsFunction function || value.Reference is not JsObject instance)
        {
            return false;
        }

        if (Get(function, Atoms.Prototype).Reference is not JsObject prototype)
        {
            throw TypeError("Function has non-object prototype in instanceof check");
        }

        for (JsObject? ancestor = GetPrototypeOf(instance); ancestor is not null; ancestor = GetPrototypeOf(ancestor))
        {
            Meter.Work(1);
            if (ReferenceEquals(ancestor, prototype))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>ECMAScript InstanceofOperator.</summary>
    public bool InstanceOf(Value value, Value target)
    {
        if (target.Reference is not JsObject type)
        {
            throw TypeError("Right-hand side of 'instanceof' is not callable");
        }

        if (GetMethod(target, WellKnownSymbols.HasInstance) is { } custom)
        {
            return Call(custom, target, [value]).ToBoolean();
        }

        return type is JsFunction ? OrdinaryHasInstance(target, value) : throw TypeError("Right-hand side of 'instanceof' is not callable");
    }

    /// <summary>ECMAScript SpeciesConstructor.</summary>
    public JsObject SpeciesConstructor(JsObject instance, Intrinsic defaultConstructor)
    {
        Value constructor = Get(instance, Atoms.Constructor);
        if (constructor.IsUndefined)
        {
            return Realm[defaultConstructor];
        }

        if (constructor.Reference is not JsObject constructorObject)
        {
            throw TypeError("The .constructor property is not an object");
        }

        Value species = Get(constructorObject, WellKnownSymbols.Species);
        if (species.IsNullish)
        {
            return Realm[defaultConstructor];
        }

        return species.Reference is JsFunction { IsConstructor: true } function ? function : throw TypeError("object.constructor[Symbol.species] is not a constructor");
    }

    /// <summary>The prototype for an object that a built-in constructor makes: that of <c>new.target</c>, or the intrinsic default (GetPrototypeFromConstructor).</summary>
    public Shape ShapeFor(JsObject? newTarget, Intrinsic defaultPrototype)
    {
        if (newTarget is null || (newTarget is NativeFunction && Realm.IsMade(defaultPrototype) && Get(newTarget, Atoms.Prototype).Reference == Realm[defaultPrototype]))
        {
            return Realm.ShapeOf(defaultPrototype);
        }

        if (Get(newTarget, Atoms.Prototype).Reference is JsObject prototype)
        {
            return JsObject.ShapeForChildren(Realm.Shapes, prototype);
        }

        return newTarget is IProxy { Link.Target: null } ? throw TypeError("Cannot perform 'get' on a proxy that has been revoked") : Realm.ShapeOf(defaultPrototype);
    }

    /// <summary>An object as V8 names it in messages.</summary>
    private string InstanceName(JsObject instance)
    {
        if (instance is JsArray)
        {
            return "[object Array]";
        }

        bool isNamed = FindProperty(instance, Atoms.Constructor, out Property property) && property is { IsAccessor: false, Value.Reference: JsFunction { DisplayName.Length: > 0 } };
        return $"#<{(isNamed ? Shorten(((JsFunction)property.Value.Reference!).DisplayName) : instance.ClassName)}>";
    }

    private bool SetOwnData(JsObject target, PropertyKey key, Value value)
    {
        if (!target.GetOwnProperty(key, out Property own))
        {
            return DefineOwnProperty(target, key, PropertyDescriptor.Data(value));
        }

        return !own.IsAccessor && own.IsWritable && PropertyDescriptors.Define(this, target, key, new PropertyDescriptor { Value = value });
    }

    /// <summary>What a lookup finds at a proxy.</summary>
    private ProxyAccess AccessThrough(JsObject proxy, PropertyKey key)
    {
        Meter.Allocate(ModelBytes.Function + 32);
        return new ProxyAccess(Realm.ProxyShape, ((IProxy)proxy).Link, key);
    }

    private Accessor NewProxyAccessor(JsObject proxy, PropertyKey key)
    {
        ProxyAccess access = AccessThrough(proxy, key);
        return new Accessor(access, access);
    }

    /// <summary>The TypeError for an assignment that an object refuses.</summary>
    public GuestException RefusedAssignment(JsObject instance, PropertyKey key)
    {
        if (instance.IsProxy)
        {
            return TypeError($"'set' on proxy: trap returned falsish for property '{Shown(key)}', or the target refused");
        }

        if (!FindProperty(instance, key, out Property property))
        {
            return TypeError($"Cannot add property {Shown(key)}, object is not extensible");
        }

        return TypeError(property.IsAccessor
            ? $"Cannot set property {Shown(key)} of {InstanceName(instance)} which has only a getter"
            : $"Cannot assign to read only property '{Shown(key)}' of object '{InstanceName(instance)}'");
    }
}
