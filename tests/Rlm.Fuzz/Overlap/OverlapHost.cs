using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;
using Rlm.JavaScript;

namespace Rlm.Fuzz.Overlap;

/// <summary>Runs a program with functions of the host that answer in a certain order, and some of which fail. All happens on the thread of the caller.</summary>
internal sealed class OverlapHost : IDisposable
{
    /// <summary>One of so many calls fails.</summary>
    private const int FailsEvery = 8;

    private readonly JavaScriptSession _session;
    private readonly Answering _answering;
    private readonly Choice _order;
    private readonly ulong _seed;
    private readonly bool _fails;
    private readonly List<(TaskCompletionSource<JavaScriptValue> Task, JavaScriptValue Answer)> _answers = [];
    private readonly List<string> _calls = [];

    public OverlapHost(ulong seed, bool fails, Way way, Choice order)
    {
        _seed = seed;
        _fails = fails;
        _answering = way.Answering;
        _order = order;
        _session = new JavaScriptSession(new JavaScriptOptions
        {
            OverlapIndependentCalls = way.Overlaps,
            MaxTime = Timeout.InfiniteTimeSpan,
            MaxMemory = 32 * 1024 * 1024,
            MaxWork = 300_000,
            MaxHostCalls = 300,
            MaxConcurrentHostCalls = 300,
            MaxOutputLength = 20_000,
            RandomSeed = 1,
            TimeProvider = new SteppedClock(),
        });
        _session.SetFunction("ask", (call, _) => Answer(call), way.IsIndependent);

        // Where calls may not overlap, the order in which those of concurrent computations are answered is part of what a program means.
        _session.SetFunction("tell", (call, _) => Outcome(call));
        Evaluate(Candidate.Prelude);
    }

    /// <summary>What came of the program, and the calls that it made, in order.</summary>
    public (Run Run, string Calls) Run(string source)
    {
        Run run = Evaluate(source);
        Run next = Evaluate("1 + 1");
        return next.IsWhole && !next.Facts.StartsWith("Completed\n2\n", StringComparison.Ordinal)
            ? throw new PropertyException("the session is usable afterwards", next.Facts[..Math.Min(300, next.Facts.Length)])
            : (run, string.Join('\n', _calls));
    }

    public void Dispose() => _session.Dispose();

    private Run Evaluate(string source)
    {
        ValueTask<EvaluationResult> evaluation = _session.EvaluateAsync(source);
        while (!evaluation.IsCompleted)
        {
            if (_answers.Count == 0)
            {
                throw new PropertyException("nothing is waited for but calls", "the evaluation goes on though no host function does");
            }

            AnswerNext();
        }

        _answers.Clear();
        return Properties.Run.Of(evaluation.GetAwaiter().GetResult());
    }

    private void AnswerNext()
    {
        int next = _answering switch
        {
            Answering.Backwards => _answers.Count - 1,
            Answering.AtRandom => _order.Below(_answers.Count),
            _ => 0,
        };
        (TaskCompletionSource<JavaScriptValue> task, JavaScriptValue answer) = _answers[next];
        _answers.RemoveAt(next);

        // The evaluation goes on inside of this.
        if (answer.Kind == JavaScriptValueKind.Undefined)
        {
            task.SetException(new JavaScriptHostException("the host failed"));
        }
        else
        {
            task.SetResult(answer);
        }
    }

    private ValueTask<JavaScriptValue> Answer(HostFunctionCall call)
    {
        if (_answering == Answering.AtOnce)
        {
            return Outcome(call);
        }

        JavaScriptValue answer = Record(call) ? JavaScriptValue.Undefined : Value(call);
        var task = new TaskCompletionSource<JavaScriptValue>();
        _answers.Add((task, answer));
        return new ValueTask<JavaScriptValue>(task.Task);
    }

    private ValueTask<JavaScriptValue> Outcome(HostFunctionCall call) =>
        Record(call) ? throw new JavaScriptHostException("the host failed") : ValueTask.FromResult(Value(call));

    /// <summary>Notes a call; whether it is one that fails.</summary>
    private bool Record(HostFunctionCall call)
    {
        _calls.Add($"{call.Name} {string.Join(", ", call.Arguments.Select(argument => argument.ToJson()))}");
        return _fails && new Choice(_seed, _calls.Count).Below(FailsEvery) == 0;
    }

    // Undefined stands for a failure.
    private static JavaScriptValue Value(HostFunctionCall call) =>
        call.Arguments.Count == 0 || call.Arguments[0].Kind == JavaScriptValueKind.Undefined ? JavaScriptValue.Null : call.Arguments[0];
}
