using System.Reflection;
using System.Text.Json;
using Rlm.Budgets;
using Rlm.Diagnostics;
using Rlm.Signatures;
using Rlm.SubCalls;
using Rlm.Tools;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>One run from start to end: ask, extract the code, execute, append; until outputs are submitted or the turns are used up.</summary>
internal sealed partial class Run : IAsyncDisposable
{
    private readonly RunSettings _settings;
    private readonly RunRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly long _started;
    private readonly List<TrajectoryStep> _steps = [];
    private readonly UsageLedger _usage = new();
    private readonly SubCallLedger _subCallLedger;
    private readonly SubCallClient _subCallClient;
    private readonly Dictionary<string, NewVariable> _liveVariables = new(StringComparer.Ordinal);

    private ICodeInterpreter? _interpreter;
    private OpenStep? _openStep;
    private TurnRecording _recording = new();
    private BoundOutputs? _submission;
    private ExtractionRecord? _extraction;

    private Run(RunSettings settings, RunRequest request, CancellationToken cancellationToken)
    {
        _settings = settings;
        _request = request;
        _cancellationToken = cancellationToken;
        _started = settings.TimeProvider.GetTimestamp();
        _subCallLedger = new SubCallLedger(settings.Limits.MaxSubCalls);
        _subCallClient = new SubCallClient(
            settings.SubClient, settings.SubChatOptions, settings.MaxConcurrency, _usage, settings.TimeProvider, settings.Logger);
    }

    public static async Task<Prediction> ExecuteAsync(RunSettings settings, RunRequest request, CancellationToken cancellationToken)
    {
        var run = new Run(settings, request, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            try
            {
                return await run.ExecuteAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not RunException)
            {
                // Clients and tools answer a cancellation with exceptions of many kinds.
                throw new RunCanceledException(run.TrajectorySoFar("The run was cancelled."), exception, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subCallClient.Dispose();
        if (_interpreter is null)
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
            Log.DisposeFailed(_settings.Logger, exception);
        }
    }

    private async Task<Prediction> ExecuteAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Log.RunStarted(_settings.Logger, _settings.Signature.Name, _request.Inputs.Count);
        var variables = await _request.Inputs.ReadAsync(_cancellationToken).ConfigureAwait(false);
        await StartInterpreterAsync(variables).ConfigureAwait(false);
        var conversation = new Conversation(_settings.Prompts.System, _settings.Prompts.Task(variables));
        for (var turn = 1; ; turn++)
        {
            var report = await TakeTurnAsync(turn, conversation).ConfigureAwait(false);
            if (_submission is not null)
            {
                return await FinishAsync(_submission, _steps[^1].Reasoning, StopReason.Submitted).ConfigureAwait(false);
            }

            if (turn == _settings.Limits.MaxIterations)
            {
                return await EndByLimitAsync(conversation, report, StopReason.MaxIterations).ConfigureAwait(false);
            }

            var message = _settings.Prompts.Turn(report, turn + 1, _subCallLedger.Used);
            Log.MessageContent(_settings.Logger, turn, message);
            conversation.AddUser(message);
        }
    }

    private async Task StartInterpreterAsync(IReadOnlyList<InterpreterVariable> variables)
    {
        try
        {
            _interpreter = _settings.InterpreterFactory(new InterpreterOptions
            {
                TimeLimit = _settings.Limits.TimeLimit,
                MemoryLimit = _settings.Limits.MemoryLimit,
                MaxConcurrentCalls = _settings.MaxConcurrency,
            }) ?? throw new InvalidOperationException($"{nameof(RecursiveModuleOptions.InterpreterFactory)} returned null.");
            await _interpreter.StartAsync(variables, [.. Functions()], _cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_cancellationToken.IsCancellationRequested)
        {
            throw new InterpreterException($"The interpreter could not be started: {exception.Message}", TrajectorySoFar(null), exception);
        }
    }

    private IEnumerable<InterpreterFunction> Functions()
    {
        var subCalls = new SubCallFunctions(_subCallClient, _subCallLedger, _settings.Limits.MaxSubPromptLength, () => _recording);
        var tools = new ToolFunctions(
            _settings.Tools, _settings.SerializerOptions, _settings.Services, _settings.TimeProvider, _settings.Logger, () => _recording);
        return subCalls.All().Concat(tools.All()).Append(new InterpreterFunction(ReservedNames.Submit, Submit));
    }

    /// <summary>Takes what SUBMIT was called with. The first valid submission counts.</summary>
    private ValueTask<FunctionResult> Submit(IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (_submission is not null)
        {
            return ValueTask.FromResult(FunctionResult.EndExecution());
        }

        _submission = Bind(arguments, out var problems);
        if (_submission is not null)
        {
            return ValueTask.FromResult(FunctionResult.EndExecution());
        }

        Log.SubmitRefused(_settings.Logger, problems.Count);
        var expected = string.Join(", ", _settings.Signature.Outputs);
        return ValueTask.FromResult(FunctionResult.Throw($"SUBMIT refused: {string.Join("; ", problems)}. Call it as SUBMIT({{ {expected} }})."));
    }

    /// <summary>Binds and applies, so that nothing can go wrong with the outputs once they are accepted.</summary>
    private BoundOutputs? Bind(IReadOnlyList<JsonElement> arguments, out IReadOnlyList<string> problems)
    {
        var outputs = _settings.Binder.Bind(arguments, _request.Instance, out problems);
        if (outputs is null || _request.Apply is not { } apply)
        {
            return outputs;
        }

        try
        {
            return outputs with { Result = apply(outputs) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problems = [$"the values are not accepted: {(exception as TargetInvocationException)?.InnerException?.Message ?? exception.Message}"];
            return null;
        }
    }

    private async Task<Prediction> FinishAsync(BoundOutputs outputs, string reasoning, StopReason stopReason)
    {
        var duration = _settings.TimeProvider.GetElapsedTime(_started);
        Log.RunFinished(_settings.Logger, _settings.Signature.Name, _steps.Count, duration, stopReason);
        var prediction = _request.Finish(new RunOutcome(
            outputs, TrajectorySoFar(null), reasoning, stopReason, _usage.Total(), _usage.ByModel(), duration));
        await EmitAsync(new RunFinishedUpdate(prediction)).ConfigureAwait(false);
        return prediction;
    }

    /// <summary>The steps that ended, and the one that is going on with why it does not end.</summary>
    private Trajectory TrajectorySoFar(string? interruption)
    {
        var steps = _steps.ToList();
        if (_openStep is { HasReply: true } open)
        {
            open.Error ??= interruption;
            steps.Add(open.Close(_settings.TimeProvider));
        }

        return new Trajectory { Steps = steps, Extraction = _extraction };
    }

    private ValueTask EmitAsync(RunUpdate update) => _request.Emit is { } emit ? emit(update, _cancellationToken) : ValueTask.CompletedTask;
}
