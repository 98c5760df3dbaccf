using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>
/// Deferred values: a call of an independent host function gives one at once, and the agent pauses where its value is needed and has not arrived.
/// </content>
/// <remarks>
/// A pause stops the whole agent, with its frames where they are, and what happens next does not depend on when answers arrive or in which order. So a program
/// gives the same as if every call had been waited for where it stands, only earlier. Two things make up for errors that come later than their calls: a try
/// block is left only when the calls made in it have been answered (<see cref="OpCode.LeaveTry"/>), and directly in one, outside any loop in it, nothing is deferred.
/// </remarks>
internal sealed partial class Agent
{
    /// <summary>So many deferred values are looked at for a unit of work.</summary>
    private const int DeferredPerUnit = 16;

    /// <summary>The deferred values that have not arrived, or whose failure nobody has seen, in the order of their calls.</summary>
    private readonly List<DeferredValue> _deferred = [];
    private readonly DeferredPlaces _places;
    private int _tooManyPlaces = DeferredPlaces.Enough;

    /// <summary>The size of the arguments of the calls whose outcome has not been taken, in model bytes.</summary>
    private long _waitingBytes;

    /// <summary>Whether there may be deferred values anywhere: from the first one of an evaluation to its end.</summary>
    private bool _isDeferring;
    private long _deferredCount;
    private Pause _pause;

    /// <summary>The stack that errors get while the outcome of a call is read that was made before.</summary>
    private List<StackEntry>? _placeOfCall;

    private enum PauseKind : byte
    {
        None,

        /// <summary>The topmost frame goes on as it is.</summary>
        Retry,

        /// <summary>The topmost frame is given a value, deferred or not.</summary>
        Deliver,

        /// <summary>The topmost frame is given the value that has arrived.</summary>
        DeliverArrived,

        /// <summary>A job waits for its argument.</summary>
        Job,
    }

    /// <summary>Whether there may be deferred values.</summary>
    public bool IsDeferring => _isDeferring;

    /// <summary>Completes when the paused computation can go on; null where none is paused.</summary>
    public Task? PauseCompletion => _pause switch
    {
        { Kind: PauseKind.None } => null,
        { For: { } deferred } => CompletionOf(deferred),
        _ => AnswersCompletion ?? Task.CompletedTask,
    };

    /// <summary>Completes when all calls that gave deferred values are answered; null where none is left.</summary>
    public Task? AnswersCompletion => _deferred.Count == 0 ? null : Task.WhenAll(_deferred.Select(CompletionOf));

    /// <summary>The error of the first call that failed without any code having seen it; null where there is none.</summary>
    public Value? FirstUnseenFailure => _deferred.Find(deferred => deferred.State == DeferredState.Failed)?.Result;

    private static Task CompletionOf(DeferredValue deferred) => deferred.Operation?.Completion ?? Task.CompletedTask;

    /// <summary>Goes on after a pause.</summary>
    public void ContinueAfterPause()
    {
        Pause pause = _pause;
        _pause = default;
        switch (pause.Kind)
        {
            case PauseKind.Deliver:
                Run(_entryDepth, RunStart.Deliver, pause.Value);
                break;
            case PauseKind.DeliverArrived:
                Settle(pause.For!);
                bool isFailed = pause.For!.State == DeferredState.Failed;
                Run(_entryDepth, isFailed ? RunStart.Throw : RunStart.Deliver, isFailed ? Surface(pause.For) : pause.For.Result);
                break;
            case PauseKind.Job:
                RunJob(pause.Job!);
                break;
            default:
                Run(_entryDepth);
                break;
        }

        RunJobs();
    }

    /// <summary>Takes the outcome of every call that is answered.</summary>
    public void SettleAnswered()
    {
        Meter.Work(_deferred.Count / DeferredPerUnit);
        foreach (DeferredValue deferred in _deferred.Where(deferred => deferred.Operation is { Completion.IsCompleted: true }).ToList())
        {
            Settle(deferred);
        }
    }

    /// <summary>Puts values in the place of all deferred ones; undefined where a call failed or was given up.</summary>
    private void EndDeferring()
    {
        if (!_isDeferring)
        {
            return;
        }

        foreach (DeferredValue deferred in _deferred)
        {
            deferred.State = DeferredState.Surfaced;
        }

        _deferred.Clear();
        _places.ReplaceAll();
        _tooManyPlaces = DeferredPlaces.Enough;
        _waitingBytes = 0;
        _pause = default;
        _isDeferring = false;
    }

    /// <summary>Makes the result of a call of an independent function. Returns it, or <see cref="Pending"/> where the agent pauses at once.</summary>
    private Value Defer(HostOperation operation, Coroutine owner)
    {
        List<StackEntry> place = CaptureStack();
        Meter.Allocate(HostOperation.Bytes + DeferredValue.BytesOf(place));
        var deferred = new DeferredValue(operation, place) { Owner = owner, Number = ++_deferredCount };
        _deferred.Add(deferred);
        _isDeferring = true;
        _waitingBytes += operation.ArgumentBytes;
        bool isTaken = TakesDeferred(_frames[_depth - 1]!, out bool isAwaited);
        bool isDirect = !isTaken || (!isAwaited && IsDirectlyInTry(_frames.AsSpan(0, _depth)!));
        if (!isDirect && Options.OverlapsCalls && HasRoomForArguments())
        {
            return deferred;
        }

        _pause = new Pause(isDirect ? PauseKind.DeliverArrived : PauseKind.Deliver, deferred, deferred);
        return Pending;
    }

    /// <summary>
    /// Whether the calls that wait keep no more than a quarter of the memory that there may be. Beyond that each call is waited for: most that were made before
    /// it will have been answered by then, and the session does not fill up with arguments.
    /// </summary>
    private bool HasRoomForArguments()
    {
        if (_waitingBytes > Meter.MemoryLimit / 4)
        {
            SettleAnswered();
        }

        return _waitingBytes <= Meter.MemoryLimit / 4;
    }

    /// <summary>Whether the caller takes a deferred value: the code of a call does, and so do some built-in functions that call back.</summary>
    private static bool TakesDeferred(Frame caller, out bool isAwaited)
    {
        isAwaited = false;
        if (caller.Native is { } native)
        {
            return native.TakesDeferred;
        }

        Instruction[] code = caller.Code.Code;
        if (code[caller.Pc].Op is not (OpCode.Call or OpCode.CallFunction or OpCode.CallSpread))
        {
            return false;
        }

        ref readonly Instruction next = ref code[caller.Pc + 1];
        isAwaited = next.Op == OpCode.Await && next.B == caller.ResultRegister;
        return true;
    }

    /// <summary>
    /// Whether the innermost of these frames runs in a try block with no loop around it inside the block. There an error has to come where the call stands,
    /// and waiting costs nothing, as the block will be left soon.
    /// </summary>
    private static bool IsDirectlyInTry(ReadOnlySpan<Frame> frames)
    {
        for (int i = frames.Length - 1; i >= 0; i--)
        {
            Frame frame = frames[i];
            if (frame.Native is not null)
            {
                return false;
            }

            switch (frame.Code.SurroundingsOf(frame.Pc))
            {
                case Surroundings.Try:
                    return true;
                case Surroundings.Loop:
                    return false;
            }

            if (frame.Coroutine is not null)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A program that puts values that have not arrived in very many places waits for them. False: the agent has paused.</summary>
    private bool ReducePlaces()
    {
        SettleAnswered();
        if (_reentrancy == 0 && _deferred.Exists(deferred => deferred.State == DeferredState.Waiting))
        {
            PauseFor(deferred: null, PauseKind.Retry);
            return false;
        }

        _places.ReplaceArrived();
        _tooManyPlaces = Math.Max(DeferredPlaces.Enough, 2 * _places.Count);
        return true;
    }

    /// <summary>Code that built-in functions run on the CLR stack cannot wait: all values have to be there before.</summary>
    private void PauseBeforeNestedRun()
    {
        if (!_isDeferring || _reentrancy > 0 || _retryDepth < 0)
        {
            return;
        }

        SettleAnswered();
        if (_deferred.Exists(deferred => deferred.State == DeferredState.Waiting))
        {
            PauseFor(deferred: null, PauseKind.Retry);
            throw new PauseException();
        }
    }

    /// <summary>What built-in functions call on the CLR stack must not find deferred values either.</summary>
    private void PauseBeforeNestedCall(JsFunction function, in Value receiver, ReadOnlySpan<Value> arguments)
    {
        if (_isDeferring && _reentrancy == 0 && _retryDepth >= 0 && !ResolveReachable(function, receiver, arguments))
        {
            throw new PauseException();
        }
    }

    private void PauseFor(DeferredValue? deferred, PauseKind kind, Job? job = null) => _pause = new Pause(kind, deferred, default, job);

    /// <summary>Takes the outcome of a call that is answered.</summary>
    private void Settle(DeferredValue deferred)
    {
        if (deferred.State != DeferredState.Waiting)
        {
            return;
        }

        _placeOfCall = deferred.Place;
        HostOperation operation = deferred.Operation!;
        try
        {
            deferred.Result = operation.GetResult(this);
            deferred.State = DeferredState.Fulfilled;
            _deferred.Remove(deferred);
        }
        catch (GuestException exception)
        {
            deferred.Result = exception.Error;
            deferred.State = DeferredState.Failed;
        }
        finally
        {
            _placeOfCall = null;
        }

        deferred.Operation = null;
        _waitingBytes -= operation.ArgumentBytes;
    }

    /// <summary>Whether the outcome is there; else the agent pauses and tries the instruction again.</summary>
    private bool HasArrived(DeferredValue deferred)
    {
        if (deferred.State == DeferredState.Waiting)
        {
            if (!deferred.Operation!.Completion.IsCompleted)
            {
                if (_reentrancy > 0)
                {
                    throw TypeError("The result of a call is needed inside a getter, toString, or the like, where it cannot be waited for. Use it before, for instance with String(result).");
                }

                PauseFor(deferred, PauseKind.Retry);
                return false;
            }

            Settle(deferred);
        }

        return true;
    }

    /// <summary>The error of a failed call is about to be thrown.</summary>
    private Value Surface(DeferredValue deferred)
    {
        deferred.State = DeferredState.Surfaced;
        _deferred.Remove(deferred);
        if (deferred.Result.Reference is JsError error && _depth > 0 && CaptureStack() is [var needed, ..])
        {
            error.NeededAt = [needed];
        }

        return deferred.Result;
    }

    /// <summary>What an ended computation started is from now on the concern of whoever waits for it.</summary>
    private void Bequeath(Cell? from, Cell? to)
    {
        if (_deferred.Count == 0 || from is null || to is null)
        {
            return;
        }

        Meter.Work(_deferred.Count / DeferredPerUnit);
        foreach (DeferredValue deferred in _deferred)
        {
            if (ReferenceEquals(deferred.Owner, from))
            {
                deferred.Owner = to;
                deferred.Number = ++_deferredCount;
            }
        }
    }

    /// <summary>What built-in code of promises started is the concern of whoever waits for this promise.</summary>
    public void BequeathTo(JsObject promise)
    {
        if (_deferred.Count > 0 && FindCoroutine() is >= 0 and var bottom)
        {
            Bequeath(_frames[bottom]!.Coroutine, promise);
        }
    }

    /// <summary>A deferred value taken as a promise: one that is fulfilled with it.</summary>
    public JsPromise PromiseOf(DeferredValue deferred)
    {
        JsPromise promise = NewPromise();
        Settle(promise, PromiseState.Fulfilled, deferred);
        return promise;
    }

    /// <summary>Notes that a built-in function has put a value where it may be a deferred one.</summary>
    public void NoteDeferred(JsObject holder, PropertyKey key, in Value value)
    {
        if (value.Reference is DeferredValue)
        {
            _places.Add(holder, key);
        }
    }

    private void TraceDeferred(Tracer tracer)
    {
        foreach (DeferredValue deferred in _deferred)
        {
            tracer.Visit(deferred);
        }

        tracer.Visit(_pause.For);
        tracer.Visit(_pause.Value);
        _pause.Job?.Trace(tracer);
        _places.Trace(tracer);
    }

    /// <summary>Why the agent has paused; for what, where it is one call and not all.</summary>
    private readonly record struct Pause(PauseKind Kind, DeferredValue? For, Value Value, Job? Job = null);

    /// <summary>Thrown through a built-in function that is about to run guest code on the CLR stack, where nothing can be waited for: the instruction is tried again later.</summary>
    private sealed class PauseException : Exception;
}
