namespace Rlm;

/// <summary>
/// Runs the JavaScript that a language model writes. One interpreter belongs to one run; variables, functions and classes persist from
/// one call of <see cref="ExecuteAsync"/> to the next.
/// </summary>
/// <remarks>
/// An implementation supplies <c>print</c> and <c>console</c> itself and collects what they write. Calls do not overlap: the next begins
/// after the last has ended.
/// </remarks>
public interface ICodeInterpreter : IAsyncDisposable
{
    /// <summary>Gets ready and binds the names the code can use. Called once, before any code, so that a broken interpreter costs no tokens.</summary>
    /// <param name="variables">Read-only variables.</param>
    /// <param name="functions">Functions of the host.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken = default);

    /// <summary>Runs one piece of code to its end, including every function of the host that it called.</summary>
    /// <returns>What happened. Errors of the code and exceeded limits are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken = default);
}
