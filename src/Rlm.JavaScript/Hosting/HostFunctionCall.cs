namespace Rlm.JavaScript;

/// <summary>The code behind a host function. What it returns is the result of the guest's call.</summary>
/// <param name="call">The call: its name and arguments.</param>
/// <param name="cancellationToken">Cancelled when the evaluation is cancelled or stopped, or ends without the result.</param>
/// <returns>The result. Calling never blocks a thread: the guest waits, and the session's thread is free meanwhile.</returns>
/// <exception cref="JavaScriptHostException">Its message reaches the guest as the message of a catchable Error. Of other exceptions the guest sees only that the function failed.</exception>
public delegate ValueTask<JavaScriptValue> HostFunctionHandler(HostFunctionCall call, CancellationToken cancellationToken);

/// <summary>One call of a host function by the guest.</summary>
public sealed class HostFunctionCall
{
    internal HostFunctionCall(string name, IReadOnlyList<JavaScriptValue> arguments)
    {
        Name = name;
        Arguments = arguments;
    }

    /// <summary>Gets the name of the function.</summary>
    public string Name { get; }

    /// <summary>Gets the arguments.</summary>
    public IReadOnlyList<JavaScriptValue> Arguments { get; }

    internal bool EndsEvaluation { get; private set; }

    /// <summary>
    /// Ends the evaluation when the handler returns: nothing of the guest runs any more, no <c>catch</c> and no <c>finally</c>.
    /// What was printed is kept; the result is <see cref="EvaluationOutcome.EndedByHost"/>.
    /// </summary>
    public void EndEvaluation() => EndsEvaluation = true;
}
