using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Around the dispatch loop: results go down the stack of frames, exceptions look for their handler.</content>
internal sealed partial class Agent
{
    private const int HandlersPerUnit = 16;

    /// <summary>
    /// Runs until the frames above <paramref name="entryDepth"/> are gone: returned, thrown out of, or set aside.
    /// Built-ins throw CLR exceptions; guest handlers are found in tables.
    /// </summary>
    /// <param name="entryDepth">The depth below the frames to run.</param>
    /// <param name="start">How to begin.</param>
    /// <param name="value">What to begin with.</param>
    private Value Run(int entryDepth, RunStart start = RunStart.Continue, Value value = default)
    {
        _entryDepth = entryDepth;
        while (true)
        {
            try
            {
                if (start == RunStart.Deliver)
                {
                    Deliver(value);
                }

                if (start != RunStart.Throw || Unwind(value, entryDepth))
                {
                    if (_pause.Kind != PauseKind.None)
                    {
                        return default;
                    }

                    Value result = _isDeferring ? Dispatch<Deferring>(entryDepth) : Dispatch<Plain>(entryDepth);
                    if (_depth == entryDepth || _pause.Kind != PauseKind.None)
                    {
                        return result;
                    }

                    // The first deferred value was made: the loop goes on as one that knows of them.
                    start = RunStart.Continue;
                    continue;
                }
            }
            catch (PauseException)
            {
                DropFrames(_retryDepth);
                Meter.ResetNative();
                Console.ReturnTo(_retryOutput);
                return default;
            }
            catch (GuestException exception)
            {
                if (_reentrancy == 0)
                {
                    Meter.ResetNative();
                }

                start = RunStart.Throw;
                value = exception.Error;
                continue;
            }

            // Outside the catch block: an exception thrown in one piles up stack for every level of nesting it leaves.
            throw new GuestException(value);
        }
    }

    /// <summary>How a run of the dispatch loop begins.</summary>
    private enum RunStart
    {
        /// <summary>The topmost frame is ready.</summary>
        Continue,

        /// <summary>The topmost frame waits for a value.</summary>
        Deliver,

        /// <summary>An exception is thrown into the topmost frame.</summary>
        Throw,
    }

    /// <summary>
    /// Hands a value to the frame that waits for it, which is the topmost; native frames may go on and finish in turn.
    /// Afterwards either <see cref="_depth"/> is the entry depth and the value is in <see cref="_exitValue"/>, or the topmost frame runs on.
    /// </summary>
    private void Deliver(Value value)
    {
        while (true)
        {
            if (_depth == _entryDepth)
            {
                _exitValue = value;
                return;
            }

            Frame frame = _frames[_depth - 1]!;
            if (frame.Native is null)
            {
                _stack[frame.Base + frame.ResultRegister] = value;
                frame.Pc++;
                return;
            }

            if (_isDeferring && !frame.Native.TakesDeferred && !IsReadyFor(ref value))
            {
                return;
            }

            _retryDepth = -1;
            if (!frame.Native.Resume(this, ref value))
            {
                return;
            }

            PopFrame();
        }
    }

    /// <summary>The running function returns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Return(Value value)
    {
        Frame frame = _frames[_depth - 1]!;
        if (frame.Coroutine is { } coroutine)
        {
            ReturnFromCoroutine(coroutine, value);
            return;
        }

        if (frame.NewTarget is not null && !value.IsObject)
        {
            value = ConstructResult(frame, value);
        }

        PopFrame();
        Deliver(value);
    }

    private Value ConstructResult(Frame frame, Value value)
    {
        if (frame.Code.Kind != Syntax.FunctionKind.DerivedConstructor)
        {
            return frame.This;
        }

        throw TypeError(value.IsUndefined ? "Must call super constructor before returning from derived constructor" : "Derived constructors may only return object or undefined");
    }

    /// <summary>Finds the handler of an exception among the frames above a depth; false where there is none, and then these frames are gone.</summary>
    private bool Unwind(Value error, int entryDepth)
    {
        while (_depth > entryDepth)
        {
            Frame frame = _frames[_depth - 1]!;
            if (frame.Native is { } native)
            {
                // Off the stack first: what it throws while it handles this is not for itself.
                PopFrame();
                _retryDepth = -1;
                if (native.Catch(this, error, out Value value))
                {
                    if (!value.IsHole)
                    {
                        Deliver(value);
                    }

                    return true;
                }
            }
            else if (GoToHandler(frame, error, Handler.ThrowCompletion))
            {
                return true;
            }
            else if (frame.Coroutine is { } coroutine)
            {
                if (ThrowFromCoroutine(coroutine, error))
                {
                    return true;
                }
            }
            else
            {
                PopFrame();
            }
        }

        return false;
    }

    /// <summary>Lets a frame go on at the handler that covers its instruction; for a generator's return only finally blocks count.</summary>
    private bool GoToHandler(Frame frame, Value value, int completion)
    {
        Meter.Work(frame.Code.Handlers.Length / HandlersPerUnit);
        foreach (ref readonly Handler handler in frame.Code.Handlers.AsSpan())
        {
            if (frame.Pc >= handler.Start && frame.Pc < handler.End && (completion == Handler.ThrowCompletion || handler.IsFinally))
            {
                _stack[frame.Base + handler.ValueRegister] = value;
                if (handler.IsFinally)
                {
                    _stack[frame.Base + handler.CompletionRegister] = completion;
                }

                frame.Pc = handler.Target;
                return true;
            }
        }

        return false;
    }

    /// <summary>A guest exception thrown by an instruction: goes on at its handler, or leaves this run of the loop as a CLR exception.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Throw(Value error)
    {
        int entryDepth = _entryDepth;
        if (!Unwind(error, entryDepth))
        {
            throw new GuestException(error);
        }
    }
}
