using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum CoroutineKind : byte
{
    /// <summary>An async function or the top level of a script.</summary>
    Async,
    Generator,
    AsyncGenerator,
}

internal enum CoroutineState : byte
{
    /// <summary>Its frames are on the stack.</summary>
    Running,

    /// <summary>Its frames are saved here.</summary>
    Suspended,
    Finished,
}

/// <summary>A computation that can be set aside: its frames, from the async function or generator up, and their registers.</summary>
internal sealed class Coroutine(CoroutineKind kind, JsPromise? promise) : Cell(CellKind.Internal)
{
    public readonly CoroutineKind Type = kind;

    /// <summary>What an async function settles; for an async generator, what the request it works on settles.</summary>
    public JsPromise? Promise = promise;

    /// <summary>The generator object, for generators.</summary>
    public JsGenerator? Generator;
    public CoroutineState State;

    /// <summary>Whether the caller of an async function already has its promise.</summary>
    public bool WasHanded;

    /// <summary>Whether a generator has run past its parameters.</summary>
    public bool HasStarted = true;
    private Frame[] _frames = [];
    private Value[] _registers = [];

    /// <summary>The frames that going on will put on the stack.</summary>
    public int FrameCount => _frames.Length;

    public int RegisterCount => _registers.Length;

    /// <summary>Takes frames and registers over; register windows are kept relative to the first.</summary>
    public void Save(Frame[] frames, Value[] registers)
    {
        _frames = frames;
        _registers = registers;
        State = CoroutineState.Suspended;
    }

    /// <summary>Puts the one frame and its registers where they were saved the last time; false, and nothing is done, where there is no such place.</summary>
    public bool TrySaveAgain(Frame frame, ReadOnlySpan<Value> registers)
    {
        if (_frames.Length != 1 || _registers.Length != registers.Length)
        {
            return false;
        }

        _frames[0] = frame;
        registers.CopyTo(_registers);
        State = CoroutineState.Suspended;
        return true;
    }

    /// <summary>Gives the frames back, and copies the registers. The arrays of a single frame are kept: a generator needs them again for its next value.</summary>
    public Frame[] Restore(Span<Value> registers)
    {
        Frame[] frames = _frames;
        _registers.CopyTo(registers);
        if (frames.Length == 1)
        {
            _registers.AsSpan().Clear();
        }
        else
        {
            _frames = [];
            _registers = [];
        }

        State = CoroutineState.Running;
        return frames;
    }

    /// <summary>The innermost frame last.</summary>
    public ReadOnlySpan<Frame> Frames => _frames;

    /// <summary>Whether a deferred value is among what is saved.</summary>
    public bool HoldsDeferred =>
        DeferredValue.IsAmong(_registers) || Array.Exists(_frames, frame => frame.Arguments is { } arguments && DeferredValue.IsAmong(arguments));

    /// <summary>Puts deferred values that have arrived in place.</summary>
    public void ReplaceDeferred()
    {
        DeferredValue.Replace(_registers);
        foreach (Frame frame in _frames)
        {
            DeferredValue.Replace(frame.Arguments);
        }
    }

    /// <summary>Forgets what was saved: the computation will not go on.</summary>
    public void Finish()
    {
        _frames = [];
        _registers = [];
        State = CoroutineState.Finished;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Promise);
        tracer.Visit(Generator);
        tracer.Visit(_registers);
        if (State == CoroutineState.Suspended)
        {
            foreach (Frame frame in _frames)
            {
                frame.Trace(tracer);
            }
        }

        return 72 + (120L * _frames.Length);
    }
}

/// <summary>The object that a generator function returns (ECMA-262 §27.5).</summary>
internal sealed class JsGenerator(Shape shape, Coroutine coroutine) : JsObject(shape)
{
    private const int FirstCapacity = 1;

    public readonly Coroutine Coroutine = coroutine;

    /// <summary>For an async generator: what it was asked for and has not answered yet.</summary>
    public Queue<AsyncGeneratorRequest>? Requests { get; private set; }

    public override string ClassName => Coroutine.Type == CoroutineKind.AsyncGenerator ? "AsyncGenerator" : "Generator";

    /// <summary>Adds a request to an async generator.</summary>
    public void Add(Meter meter, AsyncGeneratorRequest request)
    {
        if (Requests is null)
        {
            meter.Allocate(QueueBytes(FirstCapacity));
            Requests = new Queue<AsyncGeneratorRequest>(FirstCapacity);
        }
        else if (Requests.Count == Requests.Capacity)
        {
            // The array is doubled, and grows by four at least.
            meter.Allocate(QueueBytes(Math.Max(Requests.Capacity, 4)));
        }

        Requests.Enqueue(request);
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Coroutine);
        if (Requests is not null)
        {
            tracer.Count(QueueBytes(Requests.Capacity));
            foreach (AsyncGeneratorRequest request in Requests)
            {
                tracer.Visit(request.Value);
                tracer.Visit(request.Promise);
            }
        }

        return base.Trace(tracer);
    }

    private static long QueueBytes(int capacity) => 64 + (32L * capacity);
}

/// <summary>One call of <c>next</c>, <c>throw</c> or <c>return</c> on an async generator (ECMA-262 §27.6.3.1).</summary>
internal readonly record struct AsyncGeneratorRequest(ResumeMode Mode, Value Value, JsPromise Promise);
