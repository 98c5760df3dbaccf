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
        generator.Add(Meter, new AsyncGeneratorRequest(mode, value, promise));
        if (coroutine.State == CoroutineState.Running || generator.Requests!.Count > 1)
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

            if (request.Mode == ResumeMode.Return && !TryAwaitReturn(coroutine, ref request))
            {
                return false;
            }

            if (coroutine.State == CoroutineState.Suspended)
            {
                coroutine.HasStarted = true;
                coroutine.Promise = request.Promise;
                coroutine.WasHanded = isFromJob;
                PutBack(coroutine);
                Send(request.Mode, request.Value);
                return true;
            }

            AnswerRequest(generator, request.Mode == ResumeMode.Throw ? request.Value : Value.Undefined, done: true, request.Mode == ResumeMode.Throw);
        }

        return false;
    }

    /// <summary>
    /// Waits for the value of a return request, which the generator goes on with; false. Where the value cannot even be waited for,
    /// the request becomes a throw; true.
    /// </summary>
    private bool TryAwaitReturn(Coroutine coroutine, ref AsyncGeneratorRequest request)
    {
        try
        {
            JsPromise awaited = PromiseResolve(request.Value);
            awaited.IsHandled = true;
            React(awaited, new PromiseReaction { Coroutine = coroutine, IsReturn = true });
            return false;
        }
        catch (GuestException exception)
        {
            request = request with { Mode = ResumeMode.Throw, Value = exception.Error };
            return true;
        }
    }

    /// <summary>Hands a value, or an exception, to the generator whose frame was put on the stack.</summary>
    private void Send(ResumeMode mode, Value value)
    {
        if (SendToDelegate(_frames[_depth - 1]!, mode, value))
        {
            return;
        }

        if (mode == ResumeMode.Throw)
        {
            throw new GuestException(value);
        }

        Deliver(value);
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
        if (SendToDelegate(frame, isThrow ? ResumeMode.Throw : ResumeMode.Return, value))
        {
            // The inner iterator decides.
        }
        else if (isThrow)
        {
            Run(entryDepth, RunStart.Throw, value);
            return;
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

    /// <summary>More requests may be waiting: they are served at once, or from a job where the starter has to get its promise first.</summary>
    private void GoOnServing(Coroutine coroutine)
    {
        JsGenerator generator = coroutine.Generator!;
        bool isFromJob = coroutine.WasHanded;
        if (generator.Requests!.Count > 0 && !isFromJob)
        {
            Enqueue(new Job { Generator = generator });
        }

        HandToStarter(coroutine);
        if (isFromJob)
        {
            Serve(generator, isFromJob);
        }
    }

    private void ServeFromJob(JsGenerator generator)
    {
        int entryDepth = _depth;
        _entryDepth = entryDepth;
        bool isRunning = false;
        GuestException? thrown = null;
        try
        {
            isRunning = Serve(generator, isFromJob: true);
        }
        catch (GuestException exception)
        {
            thrown = exception;
        }

        if (thrown is not null)
        {
            Run(entryDepth, RunStart.Throw, thrown.Error);
        }
        else if (isRunning)
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
            iterator = AsyncFromSyncIterator.Create(Realm, inner, innerNext);
            next = Get(iterator, Atoms.Next);
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
}
