using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// The <c>Function</c> constructor and its hidden kin for async functions and generators (ECMA-262 §20.2.1, §27.3.1, §27.4.1, §27.7.1), with the prototype objects of
/// the functions of these kinds. The constructors exist because every function has one; making code from text is what none of them does.
/// </summary>
internal static class FunctionConstructor
{
    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Function", 1, Refuse)).Constructs(realm[Intrinsic.FunctionPrototype]).Object;

    /// <summary>Makes the constructors and prototypes of the other kinds of functions.</summary>
    public static JsObject CreateOther(Realm realm, Intrinsic intrinsic) => intrinsic switch
    {
        Intrinsic.AsyncFunctionPrototype => CreatePrototype(realm, "AsyncFunction", instances: null),
        Intrinsic.GeneratorFunctionPrototype => CreatePrototype(realm, "GeneratorFunction", Intrinsic.GeneratorPrototype),
        Intrinsic.AsyncGeneratorFunctionPrototype => CreatePrototype(realm, "AsyncGeneratorFunction", Intrinsic.AsyncGeneratorPrototype),
        Intrinsic.AsyncFunction => CreateHidden(realm, "AsyncFunction", Intrinsic.AsyncFunctionPrototype),
        Intrinsic.GeneratorFunction => CreateHidden(realm, "GeneratorFunction", Intrinsic.GeneratorFunctionPrototype),
        _ => CreateHidden(realm, "AsyncGeneratorFunction", Intrinsic.AsyncGeneratorFunctionPrototype),
    };

    private static JsObject CreatePrototype(Realm realm, string tag, Intrinsic? instances)
    {
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[Intrinsic.FunctionPrototype], 4);
        if (instances is { } instancePrototype)
        {
            JsObject generator = realm[instancePrototype];
            builder.Value(Atoms.Prototype, generator, PropertyAttributes.Configurable);
            generator.Put(Atoms.Constructor, builder.Object, PropertyAttributes.Configurable);
        }

        return builder.Tag(tag).Object;
    }

    private static NativeFunction CreateHidden(Realm realm, string name, Intrinsic prototype)
    {
        NativeFunction constructor = realm.NewConstructor(name, 1, Refuse, realm[Intrinsic.Function]);
        constructor.GetOwnProperty(Atoms.Name, out _);
        constructor.Put(Atoms.Prototype, realm[prototype], PropertyAttributes.None);
        realm[prototype].FillLazy(Atoms.Constructor, constructor);
        return constructor;
    }

    private static Value Refuse(in NativeCall call) =>
        throw call.Agent.TypeError($"The {call.Function.DisplayName} constructor is disabled in this sandbox; write the function in the code itself");
}
