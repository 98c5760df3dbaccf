using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum ResumeMode
{
    Next,
    Throw,
    Return,
}

/// <content>Setting computations aside and going on with them: async functions, generators, and calls that wait for the host.</content>
internal sealed partial class Agent
{
    /// <summary>ECMAScript Await: the running coroutine goes on when the value has settled.</summary>
    private void Await(Value value)
    {
        JsPromise promise = PromiseResolve(value);
        int bottom = FindCoroutine();
        Coroutine coroutine = _frames[bottom]!.Coroutine!;
        promise.IsHandled = true;
        SetAside(bottom);
        React(promise, new PromiseReaction { Coroutine = coroutine });
        HandToStarter(coroutine);
    }

    /// <summary>The bottom frame of the innermost async computation; -1 where a built-in on the CLR stack lies between.</summary>
    private int FindCoroutine()
    {
        for (int i = _depth - 1; i >= _entryDepth; i--)
        {
            if (_frames[i]!.Coroutine is { Type: not CoroutineKind.Generator })
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes the frames from <paramref name="bottom"/> up off the stack and saves them in the coroutine of the bottom one.</summary>
    private void SetAside(int bottom)
    {
        _retryDepth = -1;
        int start = _frames[bottom]!.Base;
        int top = Math.Max(Top, start);
        Coroutine coroutine = _frames[bottom]!.Coroutine!;
        if (_depth == bottom + 1 && coroutine.TrySaveAgain(_frames[bottom]!, _stack.AsSpan(start, top - start)))
        {
            _frames[bottom]!.Base = 0;
            _frames[bottom] = null;
            _depth = bottom;
            NoteDeferred(coroutine);
            return;
        }

        Meter.Allocate(ModelBytes.Values(top - start) + (120L * (_depth - bottom)));
        var frames = new Frame[_depth - bottom];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = _frames[bottom + i]!;
            frames[i].Base -= start;
            _frames[bottom + i] = null;
        }

        _depth = bottom;
        coroutine.Save(frames, _stack.AsSpan(start, top - start).ToArray());
        NoteDeferred(coroutine);
    }

    private void NoteDeferred(Coroutine coroutine)
    {
        if (_isDeferring && coroutine.HoldsDeferred)
        {
            _places.Add(coroutine);
        }
    }

    /// <summary>The first time an async function is set aside, whoever called it gets its promise.</summary>
    private void HandToStarter(Coroutine coroutine)
    {
        if (coroutine.Promise is { } promise && !coroutine.WasHanded)
        {
            coroutine.WasHanded = true;
            Deliver(promise);
        }
        else
        {
            _exitValue = Value.Undefined;
        }
    }

    /// <summary>Puts the frames of a coroutine back on the stack, above what is there.</summary>
    private void PutBack(Coroutine coroutine)
    {
        int start = Top;
        if (_depth + coroutine.FrameCount > MaxCallDepth)
        {
            throw RangeError("Maximum call stack size exceeded");
        }

        EnsureRegisters(start + coroutine.RegisterCount + 1);
        Frame[] frames = coroutine.Restore(_stack.AsSpan(start));

        while (_depth + frames.Length > _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        foreach (Frame frame in frames)
        {
            frame.Base += start;
            _frames[_depth++] = frame;
        }
    }

    /// <summary>Goes on with an async computation from the job loop, and runs it until it waits again or ends.</summary>
    private void ResumeAsync(Coroutine coroutine, Value value, bool isThrow)
    {
        _entryDepth = _depth;
        PutBack(coroutine);
        Run(_entryDepth, isThrow ? RunStart.Throw : RunStart.Deliver, value);
    }

    private void ReturnFromCoroutine(Coroutine coroutine, Value value)
    {
        _retryDepth = -1;
        PopFrame();
        coroutine.Finish();
        switch (coroutine.Type)
        {
            case CoroutineKind.Generator:
                Deliver(Realm.NewIteratorResult(value, done: true));
                break;
            case CoroutineKind.AsyncGenerator:
                CompleteAsyncGenerator(coroutine, value, isThrow: false);
                break;
            case CoroutineKind.Async when !Options.AwaitsResult && ReferenceEquals(coroutine.Promise, _main):
                Settle(_main!, PromiseState.Fulfilled, value);
                HandToStarter(coroutine);
                break;
            default:
                Bequeath(coroutine, coroutine.Promise);
                ResolvePromise(coroutine.Promise!, value);
                HandToStarter(coroutine);
                break;
        }
    }

    /// <summary>An exception leaves a coroutine; false where it goes on down the stack.</summary>
    private bool ThrowFromCoroutine(Coroutine coroutine, Value error)
    {
        PopFrame();
        coroutine.Finish();
        switch (coroutine.Type)
        {
            case CoroutineKind.Generator:
            case CoroutineKind.AsyncGenerator when coroutine.Generator is null:
                // A generator throws to its consumer, or while its parameters are bound to its caller.
                return false;
            case CoroutineKind.AsyncGenerator:
                CompleteAsyncGenerator(coroutine, error, isThrow: true);
                return true;
            default:
                Bequeath(coroutine, coroutine.Promise);
                RejectPromise(coroutine.Promise!, error);
                HandToStarter(coroutine);
                return true;
        }
    }

    /// <summary>The parameters of a generator function are bound: its caller gets the generator object.</summary>
    private void InitialYield(Frame frame)
    {
        Coroutine coroutine = frame.Coroutine!;
        bool isAsync = coroutine.Type == CoroutineKind.AsyncGenerator;
        Shape shape = Get(frame.Function, Atoms.Prototype).Reference is JsObject prototype
            ? JsObject.ShapeForChildren(Realm.Shapes, prototype)
            : Realm.ShapeOf(isAsync ? Intrinsic.AsyncGeneratorPrototype : Intrinsic.GeneratorPrototype);
        Meter.Allocate(ModelBytes.Object);
        var generator = new JsGenerator(shape, coroutine);
        coroutine.Generator = generator;
        frame.ResultRegister = frame.Code.RegisterCount - 1;
        SetAside(_depth - 1);
        coroutine.HasStarted = false;
        Deliver(generator);
    }

    private void Yield(Value value, bool isResultObject)
    {
        Coroutine coroutine = _frames[_depth - 1]!.Coroutine!;
        if (coroutine.Type == CoroutineKind.AsyncGenerator)
        {
            Value content = isResultObject ? Get(value.AsObject(), Atoms.Value) : value;
            SetAside(_depth - 1);
            YieldAsync(coroutine, content);
            return;
        }

        Value result = isResultObject ? value : Realm.NewIteratorResult(value, done: false);
        SetAside(_depth - 1);
        Deliver(result);
    }

    /// <summary>
    /// The work of <c>next</c>, <c>throw</c> and <c>return</c> of a generator (ECMA-262 §27.5.3.3): returns a result, or <see cref="Pending"/> when the
    /// generator's frame was put on the stack and will give it.
    /// </summary>
    public Value ResumeGenerator(JsGenerator generator, ResumeMode mode, Value value)
    {
        Coroutine coroutine = generator.Coroutine;
        if (coroutine.State == CoroutineState.Running)
        {
            throw TypeError("Generator is already running");
        }

        if (coroutine.State == CoroutineState.Suspended && !coroutine.HasStarted && mode != ResumeMode.Next)
        {
            coroutine.Finish();
        }

        if (coroutine.State == CoroutineState.Finished)
        {
            return mode switch
            {
                ResumeMode.Throw => throw new GuestException(value),
                ResumeMode.Return => Realm.NewIteratorResult(value, done: true),
                _ => Realm.NewIteratorResult(Value.Undefined, done: true),
            };
        }

        coroutine.HasStarted = true;
        PutBack(coroutine);
        Frame frame = _frames[_depth - 1]!;
        if (SendToDelegate(frame, mode, value))
        {
            return Pending;
        }

        switch (mode)
        {
            case ResumeMode.Throw:
                throw new GuestException(value);
            case ResumeMode.Return when !GoToHandler(frame, value, Handler.ReturnCompletion):
                PopFrame();
                coroutine.Finish();
                return Realm.NewIteratorResult(value, done: true);
            case ResumeMode.Next:
                Deliver(value);
                break;
        }

        return Pending;
    }

    /// <summary>A generator that waits in <c>yield*</c> takes everything itself: the value, and in which way it was sent.</summary>
    private bool SendToDelegate(Frame frame, ResumeMode mode, Value value)
    {
        if (frame.Code.Code[frame.Pc].Op != OpCode.DelegateYield)
        {
            return false;
        }

        _stack[frame.Base + frame.ResultRegister + 1] = (int)mode;
        Deliver(value);
        return true;
    }

    private bool DelegateCall(Frame frame, in Instruction instruction)
    {
        int received = frame.Base + instruction.A;
        int iterator = frame.Base + instruction.B;
        Value value = _stack[received];
        var mode = (ResumeMode)(int)_stack[received + 1].Number;
        Value method = mode == ResumeMode.Next ? _stack[iterator + 1] : Get(_stack[iterator].AsObject(), mode == ResumeMode.Throw ? Atoms.Throw : Atoms.Return);
        if (method.IsNullish && mode != ResumeMode.Next)
        {
            _stack[received + 1] = mode == ResumeMode.Throw ? DelegateMode.ThrowMissing : DelegateMode.ReturnMissing;
            frame.Pc = instruction.C;
            return true;
        }

        frame.ResultRegister = instruction.A;
        if (TryCall(RequireCallable(method, "The iterator's method"), _stack[iterator], [value], out Value result))
        {
            Deliver(result);
        }

        return false;
    }
}
