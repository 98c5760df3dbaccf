using Rlm.Interpreters;

namespace Rlm.Inputs;

/// <summary>The inputs of a run: checked and converted when it was called for, with texts that are read when it starts.</summary>
/// <param name="variables">The variables in the order of the signature.</param>
/// <param name="pending">The texts to read; they are put into the variables.</param>
/// <param name="parameter">What the caller calls the inputs.</param>
internal sealed class RunInputs(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<PendingText> pending, string parameter)
{
    private readonly Lock _lock = new();
    private Task? _reading;

    /// <summary>Initializes a new instance of the <see cref="RunInputs"/> class of variables that are all there.</summary>
    public RunInputs(IReadOnlyList<InterpreterVariable> variables)
        : this(variables, [], nameof(variables))
    {
    }

    public int Count => variables.Count;

    /// <summary>Returns the variables when all texts are read. That is done once, also where several runs begin with the same inputs.</summary>
    /// <exception cref="ArgumentException">Texts cannot be read; all of them are named.</exception>
    public async ValueTask<IReadOnlyList<InterpreterVariable>> ReadAsync(CancellationToken cancellationToken)
    {
        if (pending.Count > 0)
        {
            Task reading;
            lock (_lock)
            {
                reading = _reading ??= ReadTextsAsync(cancellationToken);
            }

            await reading.ConfigureAwait(false);
        }

        return variables;
    }

    private async Task ReadTextsAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var text in pending)
        {
            try
            {
                await text.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Readers of the caller may throw anything, and a file that is too large for a text is out of memory.
                problems.Add($"'{text.InputName}' cannot be given to the sandbox: {text.Name} cannot be read: {exception.Message}");
            }
        }

        InputProblems.ThrowIfAny(problems, parameter);
    }
}
