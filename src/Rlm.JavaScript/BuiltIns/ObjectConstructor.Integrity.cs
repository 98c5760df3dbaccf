using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Integrity levels, ECMA-262 §7.3.15 and §7.3.16. Only proxies run guest code here.</content>
internal static partial class ObjectConstructor
{
    private static Value PreventExtensions(in NativeCall call)
    {
        if (call[0].Reference is JsObject instance && !instance.PreventExtensions())
        {
            throw call.Agent.TypeError(instance.IsProxy ? "'preventExtensions' on proxy: trap returned falsish" : "Cannot prevent extensions");
        }

        return call[0];
    }

    private static Value Seal(in NativeCall call) => SetIntegrity(call, isFrozen: false);

    private static Value Freeze(in NativeCall call) => SetIntegrity(call, isFrozen: true);

    private static Value IsExtensible(in NativeCall call) => call[0].Reference is JsObject instance && call.Agent.IsExtensible(instance);

    private static Value IsSealed(in NativeCall call) => TestIntegrity(call, isFrozen: false);

    private static Value IsFrozen(in NativeCall call) => TestIntegrity(call, isFrozen: true);

    private static Value SetIntegrity(in NativeCall call, bool isFrozen)
    {
        if (call[0].Reference is not JsObject instance)
        {
            return call[0];
        }

        Agent agent = call.Agent;
        if (!instance.PreventExtensions())
        {
            throw agent.TypeError(instance.IsProxy ? "'preventExtensions' on proxy: trap returned falsish" : isFrozen ? "Cannot freeze" : "Cannot seal");
        }

        if (instance is JsTypedArray { Length: > 0 })
        {
            throw agent.TypeError(isFrozen ? "Cannot freeze array buffer views with elements" : "Cannot seal array buffer views with elements");
        }

        List<PropertyKey> keys = agent.OwnKeys(instance);
        foreach (PropertyKey key in keys)
        {
            // Sealing asks for no descriptors; where nobody sees that, it makes no difference.
            Property property = default;
            if ((instance.IsProxy && !isFrozen) || instance.GetOwnProperty(key, out property))
            {
                agent.Meter.Work(1);
                var descriptor = new PropertyDescriptor { Configurable = false };
                if (isFrozen && !property.IsAccessor)
                {
                    descriptor.Writable = false;
                }

                agent.DefinePropertyOrThrow(instance, key, descriptor);
            }
        }

        return call[0];
    }

    private static Value TestIntegrity(in NativeCall call, bool isFrozen)
    {
        if (call[0].Reference is not JsObject instance)
        {
            return true;
        }

        if (call.Agent.IsExtensible(instance))
        {
            return false;
        }

        List<PropertyKey> keys = call.Agent.OwnKeys(instance);
        foreach (PropertyKey key in keys)
        {
            if (instance.GetOwnProperty(key, out Property property)
                && (property.IsConfigurable || (isFrozen && !property.IsAccessor && property.IsWritable)))
            {
                return false;
            }
        }

        return true;
    }
}
