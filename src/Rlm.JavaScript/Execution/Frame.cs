using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>One call on the guest's stack. Frames of guest code use a window of the agent's registers; those of built-ins keep their state themselves.</summary>
internal sealed class Frame
{
    /// <summary>What was called; meaningless for a native frame.</summary>
    public Closure Function = null!;

    /// <summary>The instruction that runs, or that waits for a value; saved whenever something may throw or look at the stack.</summary>
    public int Pc;

    /// <summary>Where the frame's registers begin.</summary>
    public int Base;

    /// <summary>The register that receives the result of the pending call.</summary>
    public int ResultRegister;
    public Value This;

    /// <summary>Whether any of what follows was set, which most frames do without.</summary>
    public bool IsSpecial;

    /// <summary>The <c>new.target</c> of a construction, whose result is an object.</summary>
    public JsObject? NewTarget
    {
        get;
        set
        {
            field = value;
            IsSpecial = true;
        }
    }

    /// <summary>All arguments, where the code needs more than its plain parameters.</summary>
    public Value[]? Arguments
    {
        get;
        set
        {
            field = value;
            IsSpecial = true;
        }
    }

    /// <summary>The state of a built-in function that calls back.</summary>
    public NativeFrame? Native
    {
        get;
        set
        {
            field = value;
            IsSpecial = true;
        }
    }

    /// <summary>The async function or generator whose bottom frame this is.</summary>
    public Coroutine? Coroutine
    {
        get;
        set
        {
            field = value;
            IsSpecial = true;
        }
    }

    public CodeBlock Code => Function.Code;

    /// <summary>Makes a frame that was left ready for the next call, which sets all that is not special anyway.</summary>
    public void Clear()
    {
        NewTarget = null;
        Arguments = null;
        Native = null;
        Coroutine = null;
        IsSpecial = false;
    }

    /// <summary>Forgets also what the call left behind that the next would overwrite.</summary>
    public void Forget()
    {
        Clear();
        Function = null!;
        This = default;
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
