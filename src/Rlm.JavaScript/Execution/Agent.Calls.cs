using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Execution;

/// <content>Calls: as frames of the dispatch loop, and from built-ins.</content>
internal sealed partial class Agent
{
    /// <summary>
    /// Calls a function from a <see cref="NativeFrame"/>. True: it is done and gave <paramref name="result"/>.
    /// False: its frame was pushed or it waits for the host; the value will come to the native frame's Resume.
    /// </summary>
    public bool TryCall(JsFunction function, Value thisValue, ReadOnlySpan<Value> arguments, out Value result)
    {
        Meter.Work(1);
        switch (function)
        {
            case Closure closure:
                PushCall(closure, thisValue, arguments, newTarget: null);
                result = default;
                return false;
            case NativeFunction native:
                if (!MayNest)
                {
                    Postpone(native, thisValue, arguments);
                    result = default;
                    return false;
                }

                result = CallNested(native, new NativeCall(this, native, thisValue, arguments, newTarget: null));
                return !result.IsHole;
            case HostFunction host:
                result = StartHostCall(host, arguments);
                return !result.IsHole;
            case BoundFunction bound:
                return TryCall(bound.Target, bound.BoundThis, [.. bound.BoundArguments, .. arguments], out result);
            case ProxyFunction proxy:
                return proxy.Link.TryCall(thisValue, arguments, out result);
            case ProxyAccess access:
                result = arguments.IsEmpty ? access.Link.Get(access.Key, thisValue) : access.Link.Set(access.Key, arguments[0], thisValue);
                return !result.IsHole;
            default:
                throw TypeError($"{Describe(function)} cannot be called");
        }
    }

    /// <summary>
    /// Gets a value indicating whether a built-in may call another one on the CLR stack. The count comes first: how much stack a call takes differs with the
    /// compiler of the CLR, and a program is to do the same everywhere.
    /// </summary>
    private bool MayNest => _nesting < MaxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private Value CallNested(NativeFunction native, in NativeCall call)
    {
        long before = Meter.EnterNative();
        _nesting++;
        try
        {
            Value result = native.Method(call);
            Meter.LeaveNative(before);
            return result;
        }
        finally
        {
            _nesting--;
        }
    }

    /// <summary>Begins something that may come to itself again on the CLR stack.</summary>
    public void EnterNested()
    {
        if (!MayNest)
        {
            throw RangeError("Maximum call stack size exceeded");
        }

        _nesting++;
    }

    /// <summary>Ends what <see cref="EnterNested"/> began.</summary>
    public void LeaveNested() => _nesting--;

    /// <summary>
    /// Built-ins that call built-ins, such as bound <c>call</c> or <c>forEach</c>, nest on the CLR stack. Where that is used up the call waits as a frame:
    /// those around it return to the dispatch loop, which makes it.
    /// </summary>
    private void Postpone(JsFunction function, Value thisValue, ReadOnlySpan<Value> arguments)
    {
        Meter.Allocate(ModelBytes.Object + ModelBytes.Values(arguments.Length));
        PushFrame(Top).Native = new PostponedCall(function, thisValue, arguments.ToArray());
    }

    /// <summary>Pushes the frame of a built-in function that calls back, and returns what the built-in function has to return.</summary>
    public Value Start(NativeFrame native)
    {
        Frame frame = PushFrame(Top);
        frame.Native = native;
        Value value = Value.Undefined;
        if (!native.Resume(this, ref value))
        {
            return Pending;
        }

        PopFrame();
        return value;
    }

    /// <summary>Calls a function to its end on the CLR stack. For the rare case where a built-in cannot be a <see cref="NativeFrame"/>; nothing called this way can wait for the host.</summary>
    /// <remarks>
    /// The dispatch loop around holds on to its window of the registers. If they had to grow they are put back as they were, which loses nothing:
    /// a nested run writes to windows of its own only.
    /// </remarks>
    public Value Call(JsFunction function, Value thisValue, ReadOnlySpan<Value> arguments)
    {
        int depth = _depth;
        int entryDepth = _entryDepth;
        Value[] registers = _stack;
        GuestException? thrown = null;
        try
        {
            // What is below cannot be set aside from here: a host function would do that.
            PauseBeforeNestedCall(function, thisValue, arguments);
            _entryDepth = depth;
            try
            {
                if (TryCall(function, thisValue, arguments, out Value result))
                {
                    return result;
                }
            }
            catch (GuestException exception) when (_depth > depth)
            {
                // Thrown into a frame that was just put on the stack, as by a generator's throw.
                thrown = exception;
            }

            return RunNested(depth, thrown?.Error);
        }
        finally
        {
            _entryDepth = entryDepth;
            _stack = registers;
        }
    }

    /// <summary>Constructs to the end on the CLR stack (ECMAScript Construct).</summary>
    public JsObject Construct(JsFunction constructor, ReadOnlySpan<Value> arguments, JsObject? newTarget = null)
    {
        if (!constructor.IsConstructor)
        {
            throw TypeError($"{Describe(constructor)} is not a constructor");
        }

        int depth = _depth;
        Value[] registers = _stack;
        GuestException? thrown = null;
        try
        {
            try
            {
                if (TryConstruct(constructor, arguments, newTarget ?? constructor, out Value result))
                {
                    return result.AsObject();
                }
            }
            catch (GuestException exception) when (_depth > depth)
            {
                thrown = exception;
            }

            return RunNested(depth, thrown?.Error).AsObject();
        }
        finally
        {
            _stack = registers;
        }
    }

    /// <summary>Constructs from a built-in function: as <see cref="TryCall"/>. Whether it is a constructor has been checked.</summary>
    public bool TryConstruct(JsFunction constructor, ReadOnlySpan<Value> arguments, JsObject newTarget, out Value result)
    {
        result = default;
        while (true)
        {
            Meter.Work(1);
            switch (constructor)
            {
                case Closure closure:
                    PushConstruct(closure, arguments, newTarget);
                    return false;
                case NativeFunction native:
                    result = CallNested(native, new NativeCall(this, native, Value.Undefined, arguments, newTarget));
                    return !result.IsHole;
                case BoundFunction bound:
                    newTarget = ReferenceEquals(newTarget, bound) ? bound.Target : newTarget;
                    arguments = (Value[])[.. bound.BoundArguments, .. arguments];
                    constructor = bound.Target;
                    break;
                case ProxyFunction proxy:
                    ProxyTrap trap = proxy.Link.FindConstruct();
                    if (trap.Function is not null)
                    {
                        result = Start(new ProxyConstructFrame(trap, Realm.NewArray(arguments.ToArray()), newTarget));
                        return !result.IsHole;
                    }

                    constructor = (JsFunction)trap.Target;
                    break;
                default:
                    throw TypeError($"{Describe(constructor)} is not a constructor");
            }
        }
    }

    /// <summary>The new object for a base constructor; uninitialised for a derived one, whose super call makes it.</summary>
    private Value ThisForConstruct(Closure constructor, JsObject newTarget) =>
        constructor.Code.Kind == FunctionKind.DerivedConstructor
            ? Value.Uninitialized
            : NewInstance(newTarget);

    private JsObject NewInstance(JsObject newTarget)
    {
        Meter.Allocate(ModelBytes.Object);
        return new JsObject(ShapeFor(newTarget, Intrinsic.ObjectPrototype));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushCall(Closure closure, Value thisValue, ReadOnlySpan<Value> arguments, JsObject? newTarget)
    {
        int start = Top;
        EnsureRegisters(start + Math.Max(arguments.Length, closure.Code.RegisterCount));
        arguments.CopyTo(_stack.AsSpan(start));
        PushCall(closure, thisValue, start, arguments.Length, newTarget);
    }

    /// <summary>Pushes the frame of a function whose arguments stand in the registers from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushCall(Closure closure, in Value thisValue, int start, int argumentCount, JsObject? newTarget)
    {
        CodeBlock code = closure.Code;
        if (newTarget is null && closure.IsClassConstructor)
        {
            throw TypeError($"Class constructor {closure.DisplayName} cannot be invoked without 'new'");
        }

        int end = start + Math.Max(code.RegisterCount, argumentCount);
        if (end > _stack.Length)
        {
            EnsureRegisters(end);
        }

        Frame frame = PushFrame(start);
        frame.Function = closure;
        frame.This = code.Kind == FunctionKind.Arrow ? closure.LexicalThis : thisValue;
        if (newTarget is not null)
        {
            frame.NewTarget = newTarget;
        }

        if (code.NeedsArguments)
        {
            Meter.Allocate(ModelBytes.Values(argumentCount));
            frame.Arguments = _stack.AsSpan(start, argumentCount).ToArray();
        }

        int parameters = code.ParameterCount;
        Span<Value> window = _stack.AsSpan(start, code.RegisterCount);
        for (int i = argumentCount; i < parameters; i++)
        {
            window[i] = Value.Undefined;
        }

        window[parameters..].Clear();
        if (code.IsSuspendable)
        {
            frame.Coroutine = NewCoroutine(code);
        }
    }

    private Coroutine NewCoroutine(CodeBlock code)
    {
        Meter.Allocate(ModelBytes.Object * 3);
        return code.IsGenerator
            ? new Coroutine(code.IsAsync ? CoroutineKind.AsyncGenerator : CoroutineKind.Generator, promise: null)
            : new Coroutine(CoroutineKind.Async, NewPromise());
    }

    private Frame PushFrame(int start)
    {
        if (_depth == MaxCallDepth)
        {
            throw RangeError("Maximum call stack size exceeded");
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        Frame frame = _frames[_depth] ??= new Frame();
        _depth++;
        frame.Pc = 0;
        frame.Base = start;
        return frame;
    }

    private void PopFrame()
    {
        Frame frame = _frames[--_depth]!;
        if (frame.IsSpecial)
        {
            frame.Clear();
        }
    }

    /// <summary>What calls left behind in frames that wait to be used again must not outlive the evaluation.</summary>
    private void ForgetCalls()
    {
        const int Enough = 64;
        if (_frames.Length > Enough)
        {
            Array.Resize(ref _frames, Math.Max(Enough, _depth));
        }

        for (int i = _depth; i < _frames.Length; i++)
        {
            _frames[i]?.Forget();
        }
    }

    private void EnsureRegisters(int count)
    {
        if (count <= _stack.Length)
        {
            return;
        }

        if (count > MaxRegisters)
        {
            throw RangeError("Maximum call stack size exceeded");
        }

        int size = (int)Math.Min(Math.Max((long)count, _stack.Length * 2L), MaxRegisters);
        Meter.Allocate(ModelBytes.Values(size - _stack.Length));
        Array.Resize(ref _stack, size);
    }

    /// <summary>Runs the frames above <paramref name="depth"/> to their end, inside a built-in function.</summary>
    private Value RunNested(int depth, Value? error = null)
    {
        if (_reentrancy == MaxReentrancy || !MayNest)
        {
            DropFrames(depth);
            throw RangeError("Maximum call stack size exceeded");
        }

        PauseBeforeNestedRun();
        int entryDepth = _entryDepth;
        int retryDepth = _retryDepth;
        _reentrancy++;
        try
        {
            return error is { } thrown ? Run(depth, RunStart.Throw, thrown) : Run(depth);
        }
        finally
        {
            _reentrancy--;
            _entryDepth = entryDepth;
            _retryDepth = retryDepth;
        }
    }

    /// <summary>Gives frames up without an exception; generators among them will not go on.</summary>
    private void DropFrames(int depth)
    {
        while (_depth > depth)
        {
            Frame frame = _frames[_depth - 1]!;
            frame.Coroutine?.Finish();
            frame.Native?.GiveUp();
            PopFrame();
        }
    }
}
