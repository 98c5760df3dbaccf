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
    public readonly CoroutineKind Kind = kind;

    /// <summary>What an async function settles.</summary>
    public readonly JsPromise? Promise = promise;

    /// <summary>The generator object, for generators.</summary>
    public JsGenerator? Generator;
    public CoroutineState State;

    /// <summary>Whether it has been set aside before: then whoever started it already has its promise.</summary>
    public bool IsDetached;
    private Frame[] _frames = [];
    private Value[] _registers = [];

    /// <summary>Takes frames and registers over; register windows are kept relative to the first.</summary>
    public void Save(Frame[] frames, Value[] registers)
    {
        _frames = frames;
        _registers = registers;
        State = CoroutineState.Suspended;
        IsDetached = true;
    }

    /// <summary>Gives the frames and registers back.</summary>
    public (Frame[] Frames, Value[] Registers) Restore()
    {
        (Frame[], Value[]) saved = (_frames, _registers);
        _frames = [];
        _registers = [];
        State = CoroutineState.Running;
        return saved;
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
        foreach (Frame frame in _frames)
        {
            frame.Trace(tracer);
        }

        return 72 + (120L * _frames.Length);
    }
}

/// <summary>The object that a generator function returns (ECMA-262 §27.5).</summary>
internal sealed class JsGenerator(Shape shape, Coroutine coroutine) : JsObject(shape)
{
    public readonly Coroutine Coroutine = coroutine;

    public override string ClassName => Coroutine.Kind == CoroutineKind.AsyncGenerator ? "AsyncGenerator" : "Generator";

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Coroutine);
        return base.Trace(tracer);
    }
}
