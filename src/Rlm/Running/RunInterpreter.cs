using Microsoft.Extensions.Logging;
using Rlm.Diagnostics;
using Rlm.Sessions;

namespace Rlm.Running;

/// <summary>The interpreter of a run: its own, which it disposes of, or that of a session. Remembers the variables that code made.</summary>
internal sealed class RunInterpreter : IAsyncDisposable
{
    private readonly ICodeInterpreter _interpreter;
    private readonly SessionVariables _variables;
    private readonly bool _isOwned;
    private readonly ILogger _logger;

    private RunInterpreter(ICodeInterpreter interpreter, SessionVariables variables, bool isOwned, ILogger logger)
    {
        _interpreter = interpreter;
        _variables = variables;
        _isOwned = isOwned;
        _logger = logger;
    }

    /// <summary>The names of the variables, in the order in which they were made.</summary>
    public IReadOnlyList<NewVariable> Variables => _variables.All;

    public static RunInterpreter For(RecursiveSession? session, RunSettings settings)
    {
        if (session is not null)
        {
            return new RunInterpreter(session.Interpreter, session.Variables, isOwned: false, settings.Logger);
        }

        var interpreter = settings.InterpreterFactory(settings.InterpreterOptions)
            ?? throw new InvalidOperationException($"{nameof(RecursiveModuleOptions.InterpreterFactory)} returned null.");
        return new RunInterpreter(interpreter, new SessionVariables(), isOwned: true, settings.Logger);
    }

    public ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken) =>
        _interpreter.StartAsync(variables, functions, cancellationToken);

    public async ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken)
    {
        var result = await _interpreter.ExecuteAsync(code, cancellationToken).ConfigureAwait(false);
        _variables.Add(result.NewVariables);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOwned)
        {
            return;
        }

        try
        {
            await _interpreter.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The run has ended, well or not; a failure to clean up must not hide how.
            Log.DisposeFailed(_logger, exception);
        }
    }
}
