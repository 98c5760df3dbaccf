using Rlm.JavaScript;

namespace Rlm.Fuzz.Properties;

/// <summary>A session of its own for one program, in which every evaluation is checked for what must hold of all.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>Far more time of processors than any work limit here takes: what needs more loops without reporting it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>What the smallest program needs.</summary>
    private const long LeastWork = 50;

    private const long RoomToRelease = 4 * 256 * 1024;

    private readonly JavaScriptSession _session;
    private readonly JavaScriptOptions _options;
    private readonly Queue<(TaskCompletionSource<JavaScriptValue> Task, HostFunctionCall Call)> _waiting = new();
    private long _memory;

    public Sandbox(JavaScriptOptions options, string? prelude = null)
    {
        _options = options;
        _session = new JavaScriptSession(options);
        _session.SetFunction("host", (call, _) => ValueTask.FromResult(AnswerTo(call)));
        _session.SetFunction("ask", (call, _) => Wait(call), isIndependent: true);
        _session.SetFunction("tell", (call, _) => Wait(call));
        _session.SetFunction("hostFails", (_, _) => throw new InvalidOperationException("Server=db;Password=hunter2"));
        _session.SetFunction("final", (call, _) =>
        {
            call.EndEvaluation();
            return ValueTask.FromResult(JavaScriptValue.Undefined);
        });
        _session.SetVariable("context", "the text of the host");
        if (prelude is not null)
        {
            Evaluate(prelude);
        }
    }

    /// <summary>Evaluates a program, and checks that the session goes on afterwards.</summary>
    public Run Run(string source, CancellationToken cancellation = default)
    {
        Run run = Evaluate(source, cancellation);
        CheckUsable();
        return run;
    }

    /// <summary>Checks that another evaluation works, unless what the program keeps is over the limit.</summary>
    public void CheckUsable()
    {
        Run next = Evaluate("1 + 1");
        if (next.Outcome != EvaluationOutcome.MemoryLimit && !(next.Outcome == EvaluationOutcome.WorkLimit && _options.MaxWork < LeastWork) && !next.Facts.StartsWith("Completed\n2\n", StringComparison.Ordinal))
        {
            throw new PropertyException("the session is usable afterwards", next.Facts[..Math.Min(300, next.Facts.Length)]);
        }
    }

    public void Dispose() => _session.Dispose();

    private Run Evaluate(string source, CancellationToken cancellation = default)
    {
        TimeSpan started = Environment.CpuUsage.TotalTime;
        long before = _memory;
        ValueTask<EvaluationResult> evaluation = _session.EvaluateAsync(source, cancellation);
        while (!evaluation.IsCompleted)
        {
            AnswerNext();
        }

        while (_waiting.TryDequeue(out (TaskCompletionSource<JavaScriptValue> Task, HostFunctionCall Call) left))
        {
            left.Task.SetCanceled(CancellationToken.None);
        }

        var run = Properties.Run.Of(evaluation.GetAwaiter().GetResult());
        if (Environment.CpuUsage.TotalTime - started is var taken && taken > Patience)
        {
            throw new PropertyException("all work is reported", FormattableString.Invariant($"{run.Work} units took {taken.TotalSeconds:0.0} s"));
        }

        _memory = run.Memory;

        // What begins over the limit has some room to release something.
        if (run.Memory > (_options.MaxMemory * 1.1) + (before > _options.MaxMemory ? RoomToRelease : 0))
        {
            throw new PropertyException("the memory limit is kept", FormattableString.Invariant($"{run.Memory} of {_options.MaxMemory} bytes, {run.Outcome}"));
        }

        // One report of a large piece of work may be over the limit, but nothing of that piece has been done then.
        if (_options.MaxWork is { } limit && run.IsWhole && run.Work > limit)
        {
            throw new PropertyException("the work limit is kept", FormattableString.Invariant($"{run.Work} of {limit} units, {run.Outcome}"));
        }

        return run;
    }

    private static JavaScriptValue AnswerTo(HostFunctionCall call) => call.Arguments.Count > 0 ? call.Arguments[0] : JavaScriptValue.Undefined;

    /// <summary>The call is answered when the session waits for an answer.</summary>
    private ValueTask<JavaScriptValue> Wait(HostFunctionCall call)
    {
        var task = new TaskCompletionSource<JavaScriptValue>();
        _waiting.Enqueue((task, call));
        return new ValueTask<JavaScriptValue>(task.Task);
    }

    private void AnswerNext()
    {
        if (!_waiting.TryDequeue(out (TaskCompletionSource<JavaScriptValue> Task, HostFunctionCall Call) next))
        {
            throw new PropertyException("nothing is waited for but calls", "the evaluation goes on though no host function does");
        }

        // The evaluation goes on inside of this.
        JavaScriptValue answer = AnswerTo(next.Call);
        if (answer.Kind == JavaScriptValueKind.Undefined)
        {
            next.Task.SetException(new JavaScriptHostException("the host failed"));
        }
        else
        {
            next.Task.SetResult(answer);
        }
    }
}
