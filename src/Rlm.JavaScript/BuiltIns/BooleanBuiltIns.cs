using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Boolean</c> and its prototype. See <see href="https://tc39.es/ecma262/#sec-boolean-objects"/>.</summary>
internal static class BooleanBuiltIns
{
    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Boolean", 1, Construct))
            .Constructs(realm[Intrinsic.BooleanPrototype])
            .Object;

    public static JsObject CreatePrototype(Realm realm)
    {
        var prototype = new JsPrimitiveObject(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype]), Value.False);
        return ObjectBuilder.On(realm, prototype)
            .Method("toString", 0, static (in NativeCall call) => Value.FromString(ThisBoolean(call, "toString") ? "true" : "false"))
            .Method("valueOf", 0, static (in NativeCall call) => ThisBoolean(call, "valueOf"))
            .Object;
    }

    private static Value Construct(in NativeCall call)
    {
        Value value = call[0].ToBoolean();
        if (call.NewTarget is null)
        {
            return value;
        }

        Shape shape = call.Agent.ShapeFor(call.NewTarget, Intrinsic.BooleanPrototype);
        call.Agent.Meter.Allocate(ModelBytes.Object + 16);
        return new JsPrimitiveObject(shape, value);
    }

    private static bool ThisBoolean(in NativeCall call, string method)
    {
        Value value = call.This.Reference is JsPrimitiveObject wrapper ? wrapper.Primitive : call.This;
        return value.IsBoolean ? value.IsTrue : throw call.Agent.TypeError($"Boolean.prototype.{method} requires that 'this' be a Boolean");
    }
}
