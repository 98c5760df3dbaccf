namespace Rlm.Inputs;

/// <summary>The inputs of a run, checked and converted when it was called for.</summary>
internal sealed class RunInputs(IReadOnlyList<InterpreterVariable> variables)
{
    public int Count => variables.Count;

    /// <summary>Reads what has to be read asynchronously, and returns the inputs in the order of the signature.</summary>
    public ValueTask<IReadOnlyList<InterpreterVariable>> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(variables);
    }
}
