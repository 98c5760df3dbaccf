using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>Promise</c> constructor, ECMA-262 §27.2.3 and §27.2.4.</summary>
internal static partial class PromiseConstructor
{
    /// <summary>The code of the original <c>Promise.resolve</c>.</summary>
    public static readonly NativeMethod OriginalResolve = Resolve;

    /// <summary>The code of the original getter of <c>Promise[Symbol.species]</c>.</summary>
    private static readonly NativeMethod OriginalSpecies = static (in NativeCall call) => call.This;

    private static readonly NativeMethod All = static (in NativeCall call) => Combine(call, Combination.All);
    private static readonly NativeMethod AllSettled = static (in NativeCall call) => Combine(call, Combination.AllSettled);
    private static readonly NativeMethod Any = static (in NativeCall call) => Combine(call, Combination.Any);
    private static readonly NativeMethod Race = static (in NativeCall call) => Combine(call, Combination.Race);

    /// <summary>Methods that take several promises and values.</summary>
    public static IEnumerable<NativeMethod> Combining => [All, AllSettled, Any, Race];

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Promise", 1, Construct))
            .Constructs(realm[Intrinsic.PromisePrototype])
            .Method("all", 1, All)
            .Method("allSettled", 1, AllSettled)
            .Method("any", 1, Any)
            .Method("race", 1, Race)
            .Method("resolve", 1, OriginalResolve)
            .Method("reject", 1, Reject)
            .Method("try", 1, Try)
            .Method("withResolvers", 0, WithResolvers)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", OriginalSpecies)
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is null)
        {
            throw agent.TypeError("Promise constructor cannot be invoked without 'new'");
        }

        JsFunction executor = call[0].Reference as JsFunction ?? throw agent.TypeError($"Promise resolver {Agent.Describe(call[0])} is not a function");
        Shape shape = agent.ShapeFor(call.NewTarget, Intrinsic.PromisePrototype);
        agent.Meter.Allocate(ModelBytes.Object + 32);
        var promise = new JsPromise(shape);
        (JsFunction resolve, JsFunction reject) = agent.CreateResolvingFunctions(promise);
        return agent.Start(new ExecutorFrame(promise, executor, resolve, reject));
    }

    private static Value Resolve(in NativeCall call) =>
        call.Agent.PromiseResolve(call.This.Reference as JsObject ?? throw call.Agent.TypeError("PromiseResolve called on non-object"), call[0]);

    private static Value Reject(in NativeCall call)
    {
        Agent agent = call.Agent;
        PromiseCapability capability = NewCapability(agent, call.This, "Promise.reject");
        agent.Call(capability.Reject!, Value.Undefined, [call[0]]);
        return capability.Promise;
    }

    /// <summary><see href="https://tc39.es/ecma262/#sec-promise.try"/>.</summary>
    private static Value Try(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (!call.This.IsObject)
        {
            throw agent.TypeError("Promise.try called on non-object");
        }

        PromiseCapability capability = agent.NewPromiseCapability(call.This);
        if (call[0].Reference is not JsFunction callback)
        {
            agent.Settle(capability, agent.NewError(Intrinsic.TypeErrorPrototype, $"{Agent.Describe(call[0])} is not a function"), isReject: true);
            return capability.Promise;
        }

        Value[] arguments = call.Count > 1 ? call.Arguments[1..].ToArray() : [];
        agent.Meter.Allocate(ModelBytes.Values(arguments.Length));
        return agent.Start(new TryFrame(capability, callback, arguments));
    }

    private static Value WithResolvers(in NativeCall call)
    {
        PromiseCapability capability = NewCapability(call.Agent, call.This, "Promise.withResolvers");
        JsObject result = call.Realm.NewObject();
        result.Put(call.Realm.Key("promise"), capability.Promise);
        result.Put(Atoms.Resolve, capability.Resolve!);
        result.Put(call.Realm.Key("reject"), capability.Reject!);
        return result;
    }

    /// <summary>NewPromiseCapability with functions in any case.</summary>
    private static PromiseCapability NewCapability(Agent agent, Value constructor, string caller)
    {
        if (!constructor.IsObject)
        {
            throw agent.TypeError($"{caller} called on non-object");
        }

        PromiseCapability capability = agent.NewPromiseCapability(constructor);
        if (capability.Resolve is not null)
        {
            return capability;
        }

        (JsFunction resolve, JsFunction reject) = agent.CreateResolvingFunctions((JsPromise)capability.Promise);
        return new PromiseCapability(capability.Promise, resolve, reject);
    }

    /// <summary>Calls the callback of <c>Promise.try</c>; what it returns or throws settles the promise.</summary>
    private sealed class TryFrame(PromiseCapability capability, JsFunction callback, Value[] arguments) : NativeFrame
    {
        private bool _isStarted;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (!_isStarted)
            {
                _isStarted = true;
                if (!agent.TryCall(callback, Value.Undefined, arguments, out value))
                {
                    return false;
                }
            }

            agent.Settle(capability, value, isReject: false);
            value = capability.Promise;
            return true;
        }

        public override bool Catch(Agent agent, Value error, out Value value)
        {
            agent.Settle(capability, error, isReject: true);
            value = capability.Promise;
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(capability.Promise);
            tracer.Visit(capability.Resolve);
            tracer.Visit(capability.Reject);
            tracer.Visit(callback);
            tracer.Visit(arguments);
        }
    }

    /// <summary>Runs the executor of <c>new Promise</c>; what it throws rejects the promise.</summary>
    private sealed class ExecutorFrame(JsPromise promise, JsFunction executor, JsFunction resolve, JsFunction reject) : NativeFrame
    {
        private bool _isStarted;

        public override bool TakesDeferred => true;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (!_isStarted)
            {
                _isStarted = true;
                if (!agent.TryCall(executor, Value.Undefined, [resolve, reject], out _))
                {
                    return false;
                }
            }

            value = promise;
            return true;
        }

        public override bool Catch(Agent agent, Value error, out Value value)
        {
            agent.Call(reject, Value.Undefined, [error]);
            value = promise;
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(promise);
            tracer.Visit(executor);
            tracer.Visit(resolve);
            tracer.Visit(reject);
        }
    }
}
