using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Async generators (ECMA-262 §27.6) and async iteration over plain iterators.</content>
internal sealed partial class Agent
{
    /// <summary>The work of <c>next</c>, <c>throw</c> and <c>return</c> of an async generator: gives a promise, at once or through <see cref="Pending"/>.</summary>
    public Value ResumeAsyncGenerator(JsGenerator generator, ResumeMode mode, Value value)
    {
        JsPromise promise = NewPromise();
        Coroutine coroutine = generator.Coroutine;
        (generator.Requests ??= new Queue<AsyncGeneratorRequest>()).Enqueue(new AsyncGeneratorRequest(mode, value, promise));
        if (coroutine.State == CoroutineState.Running || generator.Requests.Count > 1)
        {
            return promise;
        }

        return Serve(generator, isFromJob: false) ? Pending : promise;
    }

    /// <summary>Works on the next request; true where the generator's frame was put on the stack.</summary>
    private bool Serve(JsGenerator generator, bool isFromJob)
    {
        Coroutine coroutine = generator.Coroutine;
        while (generator.Requests!.TryPeek(out AsyncGeneratorRequest request))
        {
            if (coroutine.State == CoroutineState.Suspended && !coroutine.HasStarted && request.Mode != ResumeMode.Next)
            {
                coroutine.Finish();
            }

            if (request.Mode == ResumeMode.Return)
            {
                JsPromise awaited = ResolvedPromise(request.Value);
                awaited.IsHandled = true;
                React(awaited, new PromiseReaction { Coroutine = coroutine, IsReturn = true });
                return false;
            }

            if (coroutine.State == CoroutineState.Suspended)
            {
                coroutine.HasStarted = true;
                coroutine.Promise = request.Promise;
                coroutine.WasHanded = isFromJob;
                PutBack(coroutine);
                if (request.Mode == ResumeMode.Throw)
                {
                    throw new GuestException(request.Value);
                }

                Deliver(request.Value);
                return true;
            }

            generator.Requests.Dequeue();
            if (request.Mode == ResumeMode.Throw)
            {
                RejectPromise(request.Promise, request.Value);
            }
            else
            {
                ResolvePromise(request.Promise, Realm.NewIteratorResult(Value.Undefined, done: true));
            }
        }

        return false;
    }

    /// <summary>The value of a return request has settled: the generator returns it, through its finally blocks.</summary>
    private void ReturnIntoAsyncGenerator(Coroutine coroutine, Value value, bool isThrow)
    {
        JsGenerator generator = coroutine.Generator!;
        _entryDepth = _depth;
        if (coroutine.State == CoroutineState.Finished)
        {
            AnswerRequest(generator, value, done: true, isThrow);
            ServeFromJob(generator);
            return;
        }

        coroutine.Promise = generator.Requests!.Peek().Promise;
        coroutine.WasHanded = true;
        PutBack(coroutine);
        int entryDepth = _entryDepth;
        Frame frame = _frames[_depth - 1]!;
        if (isThrow)
        {
            Throw(value);
        }
        else if (!GoToHandler(frame, value, Handler.ReturnCompletion))
        {
            PopFrame();
            coroutine.Finish();
            CompleteAsyncGenerator(coroutine, value, isThrow: false);
        }

        Run(entryDepth);
    }

    private void YieldAsync(Coroutine coroutine, Value value)
    {
        AnswerRequest(coroutine.Generator!, value, done: false, isThrow: false);
        GoOnServing(coroutine);
    }

    private void CompleteAsyncGenerator(Coroutine coroutine, Value value, bool isThrow)
    {
        AnswerRequest(coroutine.Generator!, value, done: true, isThrow);
        GoOnServing(coroutine);
    }

    /// <summary>More requests may be waiting; they are served from a job, so that the starter gets its promise first.</summary>
    private void GoOnServing(Coroutine coroutine)
    {
        JsGenerator generator = coroutine.Generator!;
        if (generator.Requests!.Count > 0)
        {
            _jobs.Enqueue(new Job { Generator = generator });
        }

        HandToStarter(coroutine);
    }

    private void ServeFromJob(JsGenerator generator)
    {
        _entryDepth = _depth;
        int entryDepth = _depth;
        bool isRunning;
        try
        {
            isRunning = Serve(generator, isFromJob: true);
        }
        catch (GuestException exception)
        {
            Throw(exception.Error);
            isRunning = true;
        }

        if (isRunning)
        {
            Run(entryDepth);
        }
    }

    private void AnswerRequest(JsGenerator generator, Value value, bool done, bool isThrow)
    {
        AsyncGeneratorRequest request = generator.Requests!.Dequeue();
        if (isThrow)
        {
            RejectPromise(request.Promise, value);
        }
        else
        {
            ResolvePromise(request.Promise, Realm.NewIteratorResult(value, done));
        }
    }

    /// <summary>ECMAScript GetIterator with the async hint: a plain iterator is wrapped, its values are awaited.</summary>
    private void GetAsyncIterator(Frame frame, int register, in Value iterable)
    {
        Value method = iterable.IsNullish ? Value.Undefined : GetV(iterable, WellKnownSymbols.AsyncIterator);
        JsObject iterator;
        Value next;
        if (method.IsNullish)
        {
            (JsObject inner, Value innerNext) = GetIterator(iterable);
            iterator = Realm.NewObject();
            next = Realm.NewFunction("next", 1, static (in NativeCall call) => SyncIteratorStep(call), inner, innerNext);
            if (GetMethod(inner, Atoms.Return) is { } close)
            {
                iterator.Put(Atoms.Return, Realm.NewFunction("return", 1, static (in NativeCall call) => SyncIteratorStep(call), inner, close), PropertyAttributes.Hidden);
            }

            iterator.Put(Atoms.Next, next, PropertyAttributes.Hidden);
        }
        else
        {
            iterator = Call(RequireCallable(method, "Symbol.asyncIterator"), iterable, []).Reference as JsObject
                ?? throw TypeError("Result of the Symbol.asyncIterator method is not an object");
            next = Get(iterator, Atoms.Next);
        }

        _stack[frame.Base + register] = iterator;
        _stack[frame.Base + register + 1] = next;
    }

    /// <summary>One step of a plain iterator, as a promise of a result whose value has settled (ECMA-262 §27.1.4).</summary>
    private static Value SyncIteratorStep(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value step = agent.Call(agent.RequireCallable(call.Function.Captured[1], "next"), call.Function.Captured[0], call.Arguments);
        bool isDone = agent.UnpackIteratorResult(step, out Value value);
        JsPromise settled = agent.ResolvedPromise(value);
        JsPromise result = agent.NewPromise();
        NativeFunction wrap = call.Realm.NewFunction(
            string.Empty,
            1,
            static (in NativeCall inner) => inner.Realm.NewIteratorResult(inner[0], inner.Function.Captured[0].IsTrue),
            isDone);
        agent.PerformThen(settled, wrap, onRejected: null, new PromiseCapability(result, null, null));
        return result;
    }
}
