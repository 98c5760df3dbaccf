using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Promise.prototype</c>, ECMA-262 §27.2.5.</summary>
internal static class PromisePrototype
{
    /// <summary>The code of the original <c>then</c>, by which an unmodified promise is known.</summary>
    public static readonly NativeMethod OriginalThen = Then;

    /// <summary>Methods that hand on what the promise gives.</summary>
    public static IEnumerable<NativeMethod> TakingPromises => [OriginalThen, Catch, Finally];

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], 8)
            .Method("then", 2, OriginalThen)
            .Method("catch", 1, Catch)
            .Method("finally", 1, Finally)
            .Tag("Promise")
            .Object;

    private static Value Then(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is not JsPromise promise)
        {
            throw agent.TypeError($"Method Promise.prototype.then called on incompatible receiver {Agent.Describe(call.This)}");
        }

        JsObject constructor = agent.SpeciesConstructor(promise, Intrinsic.Promise);
        PromiseCapability derived = ReferenceEquals(constructor, agent.Realm[Intrinsic.Promise])
            ? new PromiseCapability(agent.NewPromise(), Resolve: null, Reject: null)
            : agent.NewPromiseCapability(constructor);
        agent.PerformThen(promise, call[0].Reference as JsFunction, call[1].Reference as JsFunction, derived);
        return derived.Promise;
    }

    private static Value Catch(in NativeCall call) => InvokeThen(call.Agent, call.This, [Value.Undefined, call[0]]);

    /// <summary>ECMA-262 §27.2.5.3.</summary>
    private static Value Finally(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is not JsObject promise)
        {
            throw agent.TypeError("Promise.prototype.finally called on non-object");
        }

        JsObject constructor = agent.SpeciesConstructor(promise, Intrinsic.Promise);
        if (call[0].Reference is not JsFunction onFinally)
        {
            return InvokeThen(agent, promise, [call[0], call[0]]);
        }

        NativeFunction onFulfilled = agent.Realm.NewFunction(
            string.Empty,
            1,
            static (in NativeCall settled) => settled.Agent.Start(new FinallyFrame(settled.Function.Captured, settled[0], isRejected: false)),
            onFinally,
            constructor);
        NativeFunction onRejected = agent.Realm.NewFunction(
            string.Empty,
            1,
            static (in NativeCall settled) => settled.Agent.Start(new FinallyFrame(settled.Function.Captured, settled[0], isRejected: true)),
            onFinally,
            constructor);
        return InvokeThen(agent, promise, [onFulfilled, onRejected]);
    }

    private static Value InvokeThen(Agent agent, Value promise, ReadOnlySpan<Value> arguments)
    {
        JsFunction then = agent.RequireCallable(agent.GetV(promise, Atoms.Then), "then");
        return agent.TryCall(then, promise, arguments, out Value result) ? result : Agent.Pending;
    }

    /// <summary>Calls the function given to <c>finally</c>, waits for what it returns, and goes on with the outcome from before.</summary>
    private sealed class FinallyFrame(Value[] captured, Value outcome, bool isRejected) : NativeFrame
    {
        private Phase _phase;

        private enum Phase
        {
            Start,
            Called,
            Chained,
        }

        public override bool Resume(Agent agent, ref Value value)
        {
            if (_phase == Phase.Start)
            {
                _phase = Phase.Called;
                if (!agent.TryCall((JsFunction)captured[0].Reference!, Value.Undefined, [], out value))
                {
                    return false;
                }
            }

            if (_phase == Phase.Called)
            {
                _phase = Phase.Chained;
                JsObject promise = agent.PromiseResolve(captured[1].AsObject(), value);
                NativeFunction goOn = isRejected
                    ? agent.Realm.NewFunction(string.Empty, 0, static (in NativeCall call) => throw new GuestException(call.Function.Captured[0]), outcome)
                    : agent.Realm.NewFunction(string.Empty, 0, static (in NativeCall call) => call.Function.Captured[0], outcome);
                JsFunction then = agent.RequireCallable(agent.Get(promise, Atoms.Then), "then");
                return agent.TryCall(then, promise, [goOn], out value);
            }

            return true;
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(captured);
            tracer.Visit(outcome);
        }
    }
}
