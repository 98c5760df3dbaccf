using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>One call on the guest's stack. Frames of guest code use a window of the agent's registers; those of built-ins keep their state themselves.</summary>
internal sealed class Frame
{
    /// <summary>The code; meaningless for a native frame.</summary>
    public CodeBlock Code = null!;
    public Closure Function = null!;

    /// <summary>The instruction that runs, or that waits for a value; saved whenever something may throw or look at the stack.</summary>
    public int Pc;

    /// <summary>Where the frame's registers begin.</summary>
    public int Base;

    /// <summary>The register that receives the result of the pending call.</summary>
    public int ResultRegister;
    public Value This;
    public JsObject? NewTarget;

    /// <summary>All arguments, where the code needs more than its plain parameters.</summary>
    public Value[]? Arguments;

    /// <summary>The state of a built-in function that calls back.</summary>
    public NativeFrame? Native;

    /// <summary>The async function or generator whose bottom frame this is.</summary>
    public Coroutine? Coroutine;

    /// <summary>Whether the frame is a construction, whose result is an object.</summary>
    public bool IsConstruct;

    public void Clear()
    {
        Function = null!;
        This = default;
        NewTarget = null;
        Arguments = null;
        Native = null;
        Coroutine = null;
        IsConstruct = false;
    }

    public void Trace(Tracer tracer)
    {
        if (Native is not null)
        {
            Native.Trace(tracer);
        }
        else
        {
            tracer.Visit(Function);
        }

        tracer.Visit(This);
        tracer.Visit(NewTarget);
        tracer.Visit(Arguments);
        tracer.Visit(Coroutine);
    }
}
