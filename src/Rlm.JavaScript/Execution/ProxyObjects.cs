using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>What <see cref="ProxyObject"/> and <see cref="ProxyFunction"/> have in common.</summary>
internal interface IProxy
{
    ProxyLink Link { get; }
}

/// <summary>
/// A Proxy whose target cannot be called (ECMA-262 §10.5). Unlike those of all other objects, its internal methods run guest code, on the CLR stack;
/// code that must not run any looks at <see cref="JsObject.IsProxy"/> first. Private names are its own.
/// </summary>
internal sealed class ProxyObject : JsObject, IProxy
{
    public ProxyObject(Agent agent, JsObject target, JsObject handler)
        : base(agent.Realm.ProxyShape)
    {
        Link = new ProxyLink(agent, target, handler);
        IsProxy = true;
    }

    public ProxyLink Link { get; }

    public override bool IsExotic => true;

    protected override bool HasIndexedProperties => true;

    public override bool GetOwnProperty(PropertyKey key, out Property property) =>
        key.IsPrivate ? base.GetOwnProperty(key, out property) : Link.GetOwnProperty(key, out property);

    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor) =>
        key.IsPrivate ? base.DefineOwnProperty(key, descriptor) : Link.DefineOwnProperty(key, descriptor);

    public override bool DeleteOwnProperty(PropertyKey key) => Link.Delete(key);

    public override void CollectOwnKeys(List<PropertyKey> keys) => Link.CollectOwnKeys(keys);

    public override bool PreventExtensions() => Link.PreventExtensions();

    public override bool SetPrototypeOf(JsObject? prototype) => Link.SetPrototypeOf(prototype);

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Link.Target);
        tracer.Visit(Link.Handler);
        return base.Trace(tracer) + ProxyLink.Bytes;
    }
}

/// <summary>A Proxy whose target can be called; otherwise as <see cref="ProxyObject"/>.</summary>
internal sealed class ProxyFunction : JsFunction, IProxy
{
    public ProxyFunction(Agent agent, JsFunction target, JsObject handler)
        : base(agent.Realm.ProxyShape)
    {
        Link = new ProxyLink(agent, target, handler);
        IsConstructor = target.IsConstructor;
        IsProxy = true;
    }

    public ProxyLink Link { get; }

    public override bool IsConstructor { get; }

    public override string DisplayName => string.Empty;

    public override bool IsExotic => true;

    protected override long OwnBytes => ModelBytes.Object;

    protected override bool HasIndexedProperties => true;

    public override bool GetOwnProperty(PropertyKey key, out Property property) =>
        key.IsPrivate ? base.GetOwnProperty(key, out property) : Link.GetOwnProperty(key, out property);

    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor) =>
        key.IsPrivate ? base.DefineOwnProperty(key, descriptor) : Link.DefineOwnProperty(key, descriptor);

    public override bool DeleteOwnProperty(PropertyKey key) => Link.Delete(key);

    public override void CollectOwnKeys(List<PropertyKey> keys) => Link.CollectOwnKeys(keys);

    public override bool PreventExtensions() => Link.PreventExtensions();

    public override bool SetPrototypeOf(JsObject? prototype) => Link.SetPrototypeOf(prototype);

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Link.Target);
        tracer.Visit(Link.Handler);
        return base.Trace(tracer) + ProxyLink.Bytes;
    }
}

/// <summary>
/// What a lookup that meets a proxy finds: the getter and setter of a property that the proxy may or may not have. Called with a receiver it does
/// the proxy's [[Get]], and with a value as well its [[Set]]. It never gets into the hands of guest code.
/// </summary>
internal sealed class ProxyAccess(Shape shape, ProxyLink link, PropertyKey key) : JsFunction(shape)
{
    public readonly ProxyLink Link = link;
    public readonly PropertyKey Key = key;

    public override bool IsConstructor => false;

    public override string DisplayName => string.Empty;

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Link.Target);
        tracer.Visit(Link.Handler);
        tracer.Visit(Key.Cell);
        return base.Trace(tracer) + 32;
    }
}
