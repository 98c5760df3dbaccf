using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>The async iterator over a plain iterator, whose values are awaited (ECMA-262 §27.1.6).</summary>
internal static class AsyncFromSyncIterator
{
    public static JsObject Create(Realm realm, JsObject iterator, Value next)
    {
        JsObject wrapper = realm.NewObject();
        wrapper.Put(Atoms.Next, realm.NewFunction("next", 1, static (in NativeCall call) => Step(call, ResumeMode.Next), iterator, next), PropertyAttributes.Hidden);
        wrapper.Put(Atoms.Return, realm.NewFunction("return", 1, static (in NativeCall call) => Step(call, ResumeMode.Return), iterator, next), PropertyAttributes.Hidden);
        wrapper.Put(Atoms.Throw, realm.NewFunction("throw", 1, static (in NativeCall call) => Step(call, ResumeMode.Throw), iterator, next), PropertyAttributes.Hidden);
        return wrapper;
    }

    private static Value Step(in NativeCall call, ResumeMode mode) =>
        call.Agent.Start(new AsyncFromSyncFrame(
            call.Function.Captured[0].AsObject(),
            call.Function.Captured[1],
            mode,
            [.. call.Arguments],
            call.Agent.NewPromise()));
}

/// <summary>One step of such an iterator: gives a promise of a result whose value has settled.</summary>
internal sealed class AsyncFromSyncFrame(JsObject iterator, Value next, ResumeMode mode, Value[] arguments, JsPromise promise) : NativeFrame
{
    private bool _isCalled;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (!_isCalled)
        {
            _isCalled = true;
            if (Method(agent) is not { } method)
            {
                agent.ResolvePromise(promise, agent.Realm.NewIteratorResult(arguments.Length > 0 ? arguments[0] : Value.Undefined, done: true));
                value = promise;
                return true;
            }

            if (!agent.TryCall(method, iterator, arguments, out value))
            {
                return false;
            }
        }

        Continue(agent, value);
        value = promise;
        return true;
    }

    public override bool Catch(Agent agent, Value error, out Value value)
    {
        agent.RejectPromise(promise, error);
        value = promise;
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(iterator);
        tracer.Visit(next);
        tracer.Visit(arguments);
        tracer.Visit(promise);
    }

    /// <summary>What to call; null where a return has nothing to call.</summary>
    private JsFunction? Method(Agent agent)
    {
        switch (mode)
        {
            case ResumeMode.Next:
                return agent.RequireCallable(next, "The iterator's next method");
            case ResumeMode.Return:
                return agent.GetMethod(iterator, Atoms.Return);
        }

        if (agent.GetMethod(iterator, Atoms.Throw) is { } method)
        {
            return method;
        }

        if (agent.GetMethod(iterator, Atoms.Return) is { } close && !agent.Call(close, iterator, []).IsObject)
        {
            throw agent.TypeError("The result of the iterator's return method is not an object");
        }

        throw agent.TypeError("The iterator does not provide a 'throw' method");
    }

    /// <summary>ECMAScript AsyncFromSyncIteratorContinuation: waits for the value, and closes the iterator if it is rejected.</summary>
    private void Continue(Agent agent, in Value result)
    {
        bool isDone = agent.IsIteratorDone(result);
        bool closes = !isDone && mode != ResumeMode.Return;
        Value value = agent.Get(result.AsObject(), Atoms.Value);
        JsPromise settled;
        try
        {
            settled = agent.PromiseResolve(value);
        }
        catch (GuestException) when (closes)
        {
            Close(agent, iterator);
            throw;
        }

        NativeFunction unwrap = agent.Realm.NewFunction(
            string.Empty,
            1,
            static (in NativeCall call) => call.Realm.NewIteratorResult(call[0], call.Function.Captured[0].IsTrue),
            isDone);
        NativeFunction? onRejected = closes ? agent.Realm.NewFunction(string.Empty, 1, CloseAndThrow, iterator) : null;
        agent.PerformThen(settled, unwrap, onRejected, new PromiseCapability(promise, null, null));
    }

    private static Value CloseAndThrow(in NativeCall call)
    {
        Close(call.Agent, call.Function.Captured[0].AsObject());
        throw new GuestException(call[0]);
    }

    /// <summary>ECMAScript IteratorClose for an exception: what closing throws is dropped.</summary>
    private static void Close(Agent agent, JsObject iterator)
    {
        try
        {
            if (agent.GetMethod(iterator, Atoms.Return) is { } close)
            {
                agent.Call(close, iterator, []);
            }
        }
        catch (GuestException)
        {
            // The first exception counts.
        }
    }
}
