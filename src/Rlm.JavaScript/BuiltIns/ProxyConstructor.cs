using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>Proxy</c> constructor, ECMA-262 §28.2. It has no prototype property.</summary>
internal static class ProxyConstructor
{
    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Proxy", 2, Construct))
            .Method("revocable", 2, Revocable)
            .Object;

    private static Value Construct(in NativeCall call) =>
        call.NewTarget is null ? throw call.Agent.TypeError("Constructor Proxy requires 'new'") : NewProxy(call);

    private static Value Revocable(in NativeCall call)
    {
        JsObject proxy = NewProxy(call);
        JsObject result = call.Realm.NewObject();
        result.Put(call.Realm.Key("proxy"), proxy);
        result.Put(call.Realm.Key("revoke"), call.Realm.NewFunction(string.Empty, 0, Revoke, proxy));
        return result;
    }

    private static Value Revoke(in NativeCall call)
    {
        // A proxy that is given up already has nothing left to hold on to.
        ((IProxy)call.Function.Captured[0].AsObject()).Link.Revoke();
        return Value.Undefined;
    }

    private static JsObject NewProxy(in NativeCall call)
    {
        if (call[0].Reference is not JsObject target || call[1].Reference is not JsObject handler)
        {
            throw call.Agent.TypeError("Cannot create proxy with a non-object as target or handler");
        }

        call.Agent.Meter.Allocate(ModelBytes.Object + ProxyLink.Bytes);
        return target is JsFunction function ? new ProxyFunction(call.Agent, function, handler) : new ProxyObject(call.Agent, target, handler);
    }
}
