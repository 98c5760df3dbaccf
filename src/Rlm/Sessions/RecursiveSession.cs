using System.Text.Json;
using Rlm.Interpreters;
using Rlm.Prompts;
using Rlm.Sessions;

namespace Rlm;

/// <summary>
/// An interpreter that is kept over several runs: what the code of one run computed, the next finds. Make one by
/// <see cref="RecursiveModule.CreateSession"/> or around an interpreter of your own, and give it to each run.
/// </summary>
/// <remarks>
/// A session serves one run at a time, of one module or of several. It owns its interpreter and disposes of it; a run never does. The prompt of
/// a run tells what earlier runs of the session were asked and answered, and which variables they left.
/// </remarks>
public sealed class RecursiveSession : IAsyncDisposable
{
    private const int MostAnswers = 10;
    private const int LongestInput = 500;

    private readonly List<string> _answers = [];
    private int _isBusy;
    private bool _isDisposed;

    /// <summary>Initializes a new instance of the <see cref="RecursiveSession"/> class.</summary>
    /// <param name="interpreter">The interpreter, which was not started. The session disposes of it.</param>
    public RecursiveSession(ICodeInterpreter interpreter)
    {
        ArgumentNullException.ThrowIfNull(interpreter);
        Interpreter = interpreter;
    }

    internal ICodeInterpreter Interpreter { get; }

    internal SessionVariables Variables { get; } = new();

    /// <summary>Disposes of the interpreter.</summary>
    /// <exception cref="InvalidOperationException">A run is using the session.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        using var lease = Begin();
        _isDisposed = true;
        await Interpreter.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Takes the session for one run.</summary>
    internal Lease Begin()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Interlocked.Exchange(ref _isBusy, 1) == 0
            ? new Lease(this)
            : throw new InvalidOperationException("The session is in use by another run. A session serves one run at a time: wait for that run, or give this one a session of its own.");
    }

    internal EarlierRuns? Earlier() => _answers.Count == 0 && Variables.All.Count == 0 ? null : new EarlierRuns([.. _answers], Variables.All);

    internal void Remember(IReadOnlyList<InterpreterVariable> inputs, IReadOnlyDictionary<string, JsonElement> outputs)
    {
        var lines = inputs.Select(input => $"{input.Name}: {TextCut.Middle(ValuePreview.Of(input.Value), LongestInput)}")
            .Concat(outputs.Select(output => $"=> {output.Key}: {TextCut.Middle(ValuePreview.Of(output.Value), LongestInput)}"));
        _answers.Add(string.Join('\n', lines));
        if (_answers.Count > MostAnswers)
        {
            _answers.RemoveAt(0);
        }
    }

    /// <summary>Gives the session back when the run has ended.</summary>
    internal readonly struct Lease(RecursiveSession session) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref session._isBusy, 0);
    }
}
