using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The prototypes of generator objects (ECMA-262 §27.5.1, §27.6.1) and of async iterators.</summary>
internal static class GeneratorPrototypes
{
    public static JsObject CreateGenerator(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.IteratorPrototype], capacity: 6)
            .Method("next", 1, static (in NativeCall call) => Resume(call, ResumeMode.Next))
            .Method("return", 1, static (in NativeCall call) => Resume(call, ResumeMode.Return))
            .Method("throw", 1, static (in NativeCall call) => Resume(call, ResumeMode.Throw))
            .Tag("Generator")
            .Object;

    public static JsObject CreateAsyncGenerator(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.AsyncIteratorPrototype], capacity: 6)
            .Method("next", 1, static (in NativeCall call) => ResumeAsync(call, ResumeMode.Next))
            .Method("return", 1, static (in NativeCall call) => ResumeAsync(call, ResumeMode.Return))
            .Method("throw", 1, static (in NativeCall call) => ResumeAsync(call, ResumeMode.Throw))
            .Tag("AsyncGenerator")
            .Object;

    public static JsObject CreateAsyncIterator(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 1)
            .Method(WellKnownSymbols.AsyncIterator, "[Symbol.asyncIterator]", 0, static (in NativeCall call) => call.This)
            .Object;

    private static Value Resume(in NativeCall call, ResumeMode mode) =>
        call.This.Reference is JsGenerator { Coroutine.Type: CoroutineKind.Generator } generator
            ? call.Agent.ResumeGenerator(generator, mode, call[0])
            : throw call.Agent.TypeError($"{Name(mode)} method called on incompatible receiver {Agent.Describe(call.This)}");

    /// <summary>A wrong receiver rejects the promise instead of throwing.</summary>
    private static Value ResumeAsync(in NativeCall call, ResumeMode mode)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is JsGenerator { Coroutine.Type: CoroutineKind.AsyncGenerator } generator)
        {
            return agent.ResumeAsyncGenerator(generator, mode, call[0]);
        }

        JsPromise promise = agent.NewPromise();
        agent.RejectPromise(promise, agent.NewError(Intrinsic.TypeErrorPrototype, $"{Name(mode)} method called on incompatible receiver {Agent.Describe(call.This)}"));
        return promise;
    }

    private static string Name(ResumeMode mode) => mode switch
    {
        ResumeMode.Throw => "throw",
        ResumeMode.Return => "return",
        _ => "next",
    };
}
