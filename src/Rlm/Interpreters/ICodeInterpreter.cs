namespace Rlm;

/// <summary>
/// Runs the JavaScript that a language model writes. Variables, functions and classes persist from one call of <see cref="ExecuteAsync"/> to the
/// next, and in a <see cref="RecursiveSession"/> from one run to the next.
/// </summary>
/// <remarks>
/// An implementation supplies <c>print</c> and <c>console</c> itself and collects what they write. Calls do not overlap: the next begins
/// after the last has ended.
/// </remarks>
public interface ICodeInterpreter : IAsyncDisposable
{
    /// <summary>
    /// Gets ready for a run and binds the names that its code can use. Called before any code of the run, so that a broken interpreter costs no tokens;
    /// in a <see cref="RecursiveSession"/> again for each further run: then the names are bound anew, and what earlier code made stays.
    /// </summary>
    /// <param name="variables">Read-only variables.</param>
    /// <param name="functions">Functions of the host.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken = default);

    /// <summary>Runs one piece of code to its end, including every function of the host that it called.</summary>
    /// <returns>What happened. Errors of the code and exceeded limits are results, not exceptions.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken = default);
}
