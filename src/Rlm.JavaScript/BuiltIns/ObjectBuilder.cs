using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Fills a built-in object with its properties, which have the attributes that ECMA-262 §18 gives them. A template of the object is
/// recorded once for the process; sessions begin with that, and only the values that are their own are set.
/// </summary>
internal readonly struct ObjectBuilder
{
    private readonly Realm _realm;
    private readonly JsObject _target;
    private readonly bool _hasTemplate;
    private readonly ObjectRecording? _recording;

    private ObjectBuilder(Realm realm, JsObject target, bool hasTemplate, ObjectRecording? recording)
    {
        _realm = realm;
        _target = target;
        _hasTemplate = hasTemplate;
        _recording = recording;
        recording?.Target = target;
    }

    public JsObject Object => _target;

    /// <summary>Starts a new object with a prototype of its own layout, sized for <paramref name="capacity"/> properties.</summary>
    public static ObjectBuilder New(Realm realm, JsObject? prototype, int capacity)
    {
        ObjectTemplate? template = realm.TakeTemplate(out ObjectRecording? recording);
        realm.Meter.Allocate(ModelBytes.Object + (template is null ? ModelBytes.Values(capacity) : 0));
        JsObject target = template is null
            ? new JsObject(Shape.CreateUnique(realm.Shapes, prototype, capacity), new Value[capacity])
            : new JsObject(Shape.CreateUnique(realm.Shapes, prototype, template.Table), template.NewSlots());
        return new(realm, target, template is not null, recording);
    }

    /// <summary>Starts with an object that exists already.</summary>
    public static ObjectBuilder On(Realm realm, JsObject target)
    {
        ObjectTemplate? template = realm.TakeTemplate(out ObjectRecording? recording);
        if (template is null)
        {
            target.MakeUnique();
        }
        else
        {
            target.Adopt(template.Table, template.NewSlots());
        }

        return new(realm, target, template is not null, recording);
    }

    public ObjectBuilder Method(string name, int length, NativeMethod method, PropertyAttributes attributes = PropertyAttributes.Hidden) =>
        _hasTemplate ? this : Lazy(_realm.Key(name), new LazyMethod(name, length, method), attributes);

    public ObjectBuilder Method(Symbol symbol, string name, int length, NativeMethod method, PropertyAttributes attributes = PropertyAttributes.Hidden) =>
        _hasTemplate ? this : Lazy(symbol, new LazyMethod(name, length, method), attributes);

    public ObjectBuilder Getter(string name, NativeMethod method) => _hasTemplate ? this : Getter(_realm.Key(name), name, method);

    public ObjectBuilder Getter(PropertyKey key, string name, NativeMethod method) =>
        _hasTemplate ? this : Lazy(key, new LazyAccessor(name, method, setter: null), PropertyAttributes.Configurable | PropertyAttributes.Accessor);

    public ObjectBuilder Accessor(PropertyKey key, string name, NativeMethod getter, NativeMethod setter) =>
        _hasTemplate ? this : Lazy(key, new LazyAccessor(name, getter, setter), PropertyAttributes.Configurable | PropertyAttributes.Accessor);

    /// <summary>Adds an accessor property that throws.</summary>
    public ObjectBuilder Poison(string name) =>
        _hasTemplate ? this : Lazy(_realm.Key(name), LazyPoison.Instance, PropertyAttributes.Configurable | PropertyAttributes.Accessor);

    public ObjectBuilder Value(string name, Value value, PropertyAttributes attributes = PropertyAttributes.Hidden) => Value(_realm.Key(name), value, attributes);

    public ObjectBuilder Value(PropertyKey key, Value value, PropertyAttributes attributes = PropertyAttributes.Hidden)
    {
        _target.Put(key, value, attributes);
        return this;
    }

    /// <summary>Sets <c>Symbol.toStringTag</c>.</summary>
    public ObjectBuilder Tag(string tag) => Value(WellKnownSymbols.ToStringTag, Realm.NameText(tag), PropertyAttributes.Configurable);

    /// <summary>Ties this constructor to its prototype object, in both directions.</summary>
    public ObjectBuilder Constructs(JsObject prototype)
    {
        _target.Put(Atoms.Prototype, prototype, PropertyAttributes.None);
        prototype.FillLazy(Atoms.Constructor, _target);
        return this;
    }

    private ObjectBuilder Lazy(PropertyKey key, LazyValue value, PropertyAttributes attributes)
    {
        _target.Put(key, value, attributes);
        _recording?.Add(key.Cell!, value);
        return this;
    }
}
