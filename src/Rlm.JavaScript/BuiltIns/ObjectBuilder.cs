using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Fills a built-in object with its properties, which have the attributes that ECMA-262 §18 gives them.</summary>
internal readonly struct ObjectBuilder(Realm realm, JsObject target)
{
    /// <summary>Starts a new object with a prototype of its own layout, sized for <paramref name="capacity"/> properties.</summary>
    public static ObjectBuilder New(Realm realm, JsObject? prototype, int capacity) =>
        new(realm, new JsObject(Shape.CreateUnique(realm.Shapes, prototype, capacity), new Value[capacity]));

    /// <summary>Starts with an object that exists already.</summary>
    public static ObjectBuilder On(Realm realm, JsObject target) => new(realm, target);

    public JsObject Object => target;

    public ObjectBuilder Method(string name, int length, NativeMethod method)
    {
        target.Put(realm.Key(name), realm.NewFunction(name, length, method), PropertyAttributes.Hidden);
        return this;
    }

    public ObjectBuilder Method(Symbol symbol, string name, int length, NativeMethod method, PropertyAttributes attributes = PropertyAttributes.Hidden)
    {
        target.Put(symbol, realm.NewFunction(name, length, method), attributes);
        return this;
    }

    public ObjectBuilder Getter(string name, NativeMethod method) => Getter(realm.Key(name), name, method);

    public ObjectBuilder Getter(PropertyKey key, string name, NativeMethod method)
    {
        target.Put(key, new Accessor(realm.NewFunction($"get {name}", 0, method), setter: null), PropertyAttributes.Configurable | PropertyAttributes.Accessor);
        return this;
    }

    public ObjectBuilder Value(string name, Value value, PropertyAttributes attributes = PropertyAttributes.Hidden)
    {
        target.Put(realm.Key(name), value, attributes);
        return this;
    }

    public ObjectBuilder Value(PropertyKey key, Value value, PropertyAttributes attributes = PropertyAttributes.Hidden)
    {
        target.Put(key, value, attributes);
        return this;
    }

    /// <summary>Sets <c>Symbol.toStringTag</c>.</summary>
    public ObjectBuilder Tag(string tag)
    {
        target.Put(WellKnownSymbols.ToStringTag, Objects.Value.FromString(tag), PropertyAttributes.Configurable);
        return this;
    }

    /// <summary>Ties this constructor to its prototype object, in both directions.</summary>
    public ObjectBuilder Constructs(JsObject prototype)
    {
        target.Put(Atoms.Prototype, prototype, PropertyAttributes.None);
        prototype.Put(Atoms.Constructor, target, PropertyAttributes.Hidden);
        return this;
    }
}
