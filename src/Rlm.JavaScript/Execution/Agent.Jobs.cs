using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>The job queue (ECMA-262 §9.5), and the host calls that computations wait for.</content>
internal sealed partial class Agent
{
    private readonly Queue<Job> _jobs = new();
    private readonly List<PendingHostCall> _hostCalls = [];
    private Job? _lastJob;
    private int _hostCallCount;

    /// <summary>The host calls that have not been answered, for the one who waits for them.</summary>
    public IReadOnlyList<PendingHostCall> PendingHostCalls => _hostCalls;

    /// <summary>The host calls that this evaluation has made.</summary>
    public int HostCallCount => _hostCallCount;

    /// <summary>Goes on with a computation whose host call was answered.</summary>
    public void CompleteHostCall(PendingHostCall call)
    {
        _hostCalls.Remove(call);

        // Back on the stack before the result is looked at, so that an error knows the place of the call.
        int entryDepth = _depth;
        PutBack(call.Coroutine);
        Value value;
        var start = RunStart.Deliver;
        try
        {
            value = call.Operation.GetResult(this);
        }
        catch (GuestException exception)
        {
            value = exception.Error;
            start = RunStart.Throw;
        }

        Run(entryDepth, start, value);
        RunJobs();
    }

    /// <summary>Queues a job that calls a function with undefined.</summary>
    public Job Enqueue(JsFunction callback)
    {
        var reaction = new PromiseReaction { OnFulfilled = callback };
        Meter.Allocate(reaction.Bytes);
        var job = new Job { Reaction = reaction };
        Enqueue(job);
        return job;
    }

    /// <summary>Whether a job waits at the end of the queue.</summary>
    public bool IsLast(Job job) => _jobs.Count > 0 && ReferenceEquals(_lastJob, job);

    /// <summary>Runs jobs until there are none.</summary>
    public void RunJobs()
    {
        while (_pause.Kind == PauseKind.None && _jobs.TryDequeue(out Job? job))
        {
            Meter.Work(1);
            RunJob(job);
        }
    }

    private void Enqueue(Job job)
    {
        Meter.Allocate(Job.Bytes);
        _jobs.Enqueue(job);
        _lastJob = job;
    }

    private void RunJob(Job job)
    {
        _retryDepth = -1;
        if (!HasArgument(job))
        {
            return;
        }

        if (job.Generator is { } generator)
        {
            ServeFromJob(generator);
        }
        else if (job.Reaction is { Coroutine: { } coroutine } reaction)
        {
            if (reaction.IsReturn)
            {
                ReturnIntoAsyncGenerator(coroutine, job.Argument, job.IsReject);
            }
            else
            {
                Bequeath(reaction.Promise, coroutine);
                ResumeAsync(coroutine, job.Argument, job.IsReject);
            }
        }
        else
        {
            RunCallback(job);
        }
    }

    /// <summary>
    /// A computation that awaits takes a deferred value; to it, and to what is called for a promise, it is otherwise as if the promise had not settled before the
    /// value was there. False: the agent has paused.
    /// </summary>
    private bool HasArgument(Job job)
    {
        if (job.Argument.Reference is not DeferredValue deferred || job.Reaction is not { } reaction)
        {
            return true;
        }

        bool takesDeferred = reaction.Coroutine is { } coroutine
            ? !reaction.IsReturn && !IsDirectlyInTry(coroutine.Frames)
            : reaction.OnFulfilled is NativeFunction native && native.ReachIn(Realm) == DeferredReach.Collect;
        if (takesDeferred)
        {
            return true;
        }

        if (!HasArrived(deferred))
        {
            PauseFor(deferred, PauseKind.Job, job);
            return false;
        }

        job.IsReject = !deferred.TryGetValue(out Value value);
        job.Argument = job.IsReject ? Surface(deferred) : value;
        return true;
    }

    /// <summary>Calls a handler in a frame at the bottom of the stack, so that it may wait for the host.</summary>
    private void RunCallback(Job job)
    {
        NativeFrame native = job.Then is { } then ? new ThenableFrame(job.Promise!, job.Thenable!, then) : new ReactionFrame(job);
        Frame frame = PushFrame(Top);
        frame.Native = native;
        frame.Coroutine = new Coroutine(CoroutineKind.Async, promise: null);
        Bequeath(job.Reaction?.Promise, frame.Coroutine);
        Run(_depth - 1);
    }

    /// <summary>Starts a host call. Returns its result if it is there, else sets the caller aside and returns <see cref="Pending"/>.</summary>
    private Value StartHostCall(HostFunction host, ReadOnlySpan<Value> arguments)
    {
        int bottom = FindCoroutine();
        if (bottom < 0)
        {
            throw TypeError($"{host.Name} cannot be called here: inside a getter, toString, or the like. Call it before, and use the result.");
        }

        if (_hostCallCount >= Options.MaxHostCalls)
        {
            throw Error(Intrinsic.ErrorPrototype, $"{host.Name} was not called: the limit of {Options.MaxHostCalls} calls in one evaluation is reached.");
        }

        if (_isDeferring && _frames[_depth - 1]!.Native is not null)
        {
            // Called back by a built-in function; for a call in the code its arguments have been looked at.
            Value[] values = arguments.ToArray();
            if (!TouchAll(values) || !ResolveReachable(Value.Undefined, Value.Undefined, values))
            {
                Postpone(host, Value.Undefined, values);
                return Pending;
            }

            arguments = values;
        }

        _hostCallCount++;
        HostOperation operation = host.Method(this, arguments);
        if (host.IsIndependent)
        {
            return Defer(operation, _frames[bottom]!.Coroutine!);
        }

        if (operation.Completion.IsCompleted)
        {
            return operation.GetResult(this);
        }

        Coroutine coroutine = _frames[bottom]!.Coroutine!;
        SetAside(bottom);
        Meter.Allocate(HostOperation.Bytes);
        _hostCalls.Add(new PendingHostCall(operation, coroutine));
        HandToStarter(coroutine);
        return Pending;
    }

    private void TraceJobs(Tracer tracer)
    {
        foreach (Job job in _jobs)
        {
            job.Trace(tracer);
        }

        foreach (PendingHostCall call in _hostCalls)
        {
            tracer.Visit(call.Coroutine);
            call.Operation.Trace(tracer);
        }

        tracer.Count(UnhandledBytes * _unhandled.Count);
        foreach (JsPromise promise in _unhandled)
        {
            tracer.Visit(promise);
        }
    }
}

/// <summary>A host call that has not been answered, and the computation that waits for it.</summary>
internal sealed record PendingHostCall(HostOperation Operation, Coroutine Coroutine);

/// <summary>One entry of the job queue: a reaction, a thenable to follow, or an async generator with requests.</summary>
internal sealed class Job
{
    /// <summary>With its place in the queue; in model bytes.</summary>
    public const long Bytes = 96;

    public PromiseReaction? Reaction { get; init; }

    public Value Argument { get; set; } = Value.Undefined;

    public bool IsReject { get; set; }

    public JsPromise? Promise { get; init; }

    public JsObject? Thenable { get; init; }

    public JsFunction? Then { get; init; }

    public JsGenerator? Generator { get; init; }

    public void Trace(Tracer tracer)
    {
        Reaction?.Trace(tracer);
        tracer.Visit(Argument);
        tracer.Visit(Promise);
        tracer.Visit(Thenable);
        tracer.Visit(Then);
        tracer.Visit(Generator);
        tracer.Count(Bytes);
    }
}

/// <summary>NewPromiseReactionJob (ECMA-262 §27.2.2.1): calls the handler and settles the derived promise with what it gives.</summary>
internal sealed class ReactionFrame(Job job) : NativeFrame
{
    private bool _isCalled;

    public override bool TakesDeferred => true;

    public override bool Resume(Agent agent, ref Value value)
    {
        PromiseReaction reaction = job.Reaction!;
        if (!_isCalled)
        {
            _isCalled = true;
            JsFunction? handler = job.IsReject ? reaction.OnRejected : reaction.OnFulfilled;
            if (handler is null)
            {
                Settle(agent, job.Argument, job.IsReject);
                return true;
            }

            if (!agent.TryCall(handler, Value.Undefined, [job.Argument], out value))
            {
                return false;
            }
        }

        Settle(agent, value, isReject: false);
        return true;
    }

    public override bool Catch(Agent agent, Value error, out Value value)
    {
        value = Value.Undefined;
        if (!_isCalled)
        {
            return false;
        }

        Settle(agent, error, isReject: true);
        return true;
    }

    public override void Trace(Tracer tracer) => job.Trace(tracer);

    private void Settle(Agent agent, Value value, bool isReject)
    {
        if (job.Reaction!.Derived is { } derived)
        {
            agent.BequeathTo(derived.Promise);
            agent.Settle(derived, value, isReject);
        }
    }
}

/// <summary>NewPromiseResolveThenableJob (ECMA-262 §27.2.2.2): calls a thenable's then with the resolving functions of a promise.</summary>
internal sealed class ThenableFrame(JsPromise promise, JsObject thenable, JsFunction then) : NativeFrame
{
    private JsFunction? _reject;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (_reject is not null)
        {
            return true;
        }

        (JsFunction resolve, _reject) = agent.CreateResolvingFunctions(promise);
        return agent.TryCall(then, thenable, [resolve, _reject], out value);
    }

    public override bool Catch(Agent agent, Value error, out Value value)
    {
        value = Value.Undefined;
        agent.Call(_reject!, Value.Undefined, [error]);
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(promise);
        tracer.Visit(thenable);
        tracer.Visit(then);
        tracer.Visit(_reject);
    }
}
