using Rlm.Budgets;
using Rlm.Diagnostics;
using Rlm.Prompts;
using Rlm.SubCalls;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>One run from start to end: ask, extract the code, execute, append; until outputs are submitted or a limit is reached.</summary>
internal sealed partial class Run : IAsyncDisposable
{
    private readonly RunSettings _settings;
    private readonly RunRequest _request;
    private readonly CancellationToken _callerToken;
    private readonly CancellationTokenSource? _timeOrCaller;
    private readonly long _started;
    private readonly RunTree _tree;
    private readonly UsageLedger _usage;
    private readonly ModelCalls _calls;
    private readonly RunEvents _events;
    private readonly List<TrajectoryStep> _steps = [];

    /// <summary>A parent whose time is over looks at the steps of its children while they are still going on.</summary>
    private readonly Lock _stepsLock = new();

    private IReadOnlyList<InterpreterVariable> _inputs = [];
    private RunInterpreter? _interpreter;
    private OpenStep? _openStep;
    private BoundOutputs? _submission;
    private ExtractionRecord? _extraction;
    private int _errorsInARow;

    /// <summary>Cancelled by the caller and, until the extraction, when the time of the run is over.</summary>
    private CancellationToken _token;

    private Run(RunSettings settings, RunRequest request, CancellationToken cancellationToken)
    {
        _settings = settings;
        _request = request;
        _callerToken = cancellationToken;
        _started = settings.TimeProvider.GetTimestamp();
        _tree = request.Parent?.Tree ?? new RunTree(settings.Limits.Tree, settings.Limits.MaxConcurrency, settings.Limits.MaxDuration, settings.TimeProvider);
        _usage = new UsageLedger(request.Parent?.Usage);
        _calls = new ModelCalls(_tree, _usage);
        _timeOrCaller = IsChild || _tree.MaxDuration is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _tree.Deadline);
        _token = _timeOrCaller?.Token ?? cancellationToken;
        var telemetry = RunTelemetry.For(settings.Model, IsChild, settings.EnableSensitiveData, settings.TimeProvider);
        _events = new RunEvents(settings.Logger, telemetry, request.Emit, cancellationToken);
        request.Parent?.Call.Follow(() => TrajectorySoFar("The run was cancelled."));
        _children = new SemaphoreSlim(settings.Limits.MaxConcurrency, settings.Limits.MaxConcurrency);
    }

    private bool IsChild => _request.Parent is not null;

    /// <summary>Whether the time of the run is over. To a child that is a cancellation by its parent.</summary>
    private bool IsOverdue => !IsChild && _tree.IsOverdue && !_callerToken.IsCancellationRequested;

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
                var cancelled = new RunCanceledException(run.TrajectorySoFar("The run was cancelled."), exception, cancellationToken);
                run.Failed(cancelled);
                throw cancelled;
            }
            catch (Exception exception) when (run.IsOverdue && exception is not RunException)
            {
                var overdue = new LimitReachedException(
                    $"The run {settings.Prompts.LimitText(StopReason.MaxDuration)} before its first turn. Raise {LimitDescription.Option(StopReason.MaxDuration)}.", run.TrajectorySoFar(null), StopReason.MaxDuration, exception);
                run.Failed(overdue);
                throw overdue;
            }
            catch (Exception exception)
            {
                run.Failed(exception);
                throw;
            }
        }
    }

    private void Failed(Exception exception) =>
        _events.Failed(_settings.Signature, exception, _settings.TimeProvider.GetElapsedTime(_started), _usage.ByModel());

    public async ValueTask DisposeAsync()
    {
        if (_interpreter is not null)
        {
            await _interpreter.DisposeAsync().ConfigureAwait(false);
        }

        _timeOrCaller?.Dispose();
        if (!IsChild)
        {
            _tree.Dispose();
        }
    }

    private async Task<Prediction> ExecuteAsync()
    {
        _callerToken.ThrowIfCancellationRequested();
        using var lease = _request.Session?.Begin();
        _inputs = await _request.Inputs.ReadAsync(_token).ConfigureAwait(false);
        await _events.PublishAsync(new RunStartedUpdate(_settings.Signature, _inputs)).ConfigureAwait(false);
        await StartInterpreterAsync().ConfigureAwait(false);
        var conversation = new Conversation(
            _settings.Prompts.System, _settings.Prompts.Task(_inputs, _request.Session?.Earlier(), Standing(1)));
        for (var turn = 1; ; turn++)
        {
            var report = await TryTakeTurnAsync(turn, conversation).ConfigureAwait(false);
            if (_submission is not null)
            {
                return await FinishAsync(_submission, _steps[^1].Reasoning, StopReason.Submitted).ConfigureAwait(false);
            }

            if (LimitAfter(turn) is { } limit)
            {
                return await EndByLimitAsync(conversation, report, limit).ConfigureAwait(false);
            }

            conversation.AddUser(_settings.Prompts.Turn(report, Standing(turn + 1)));
        }
    }

    /// <summary>Takes a turn, or as much of it as the time of the run allows.</summary>
    private async Task<TurnReport> TryTakeTurnAsync(int turn, Conversation conversation)
    {
        try
        {
            return await TakeTurnAsync(turn, conversation).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOverdue && exception is not RunException)
        {
            await CloseStepAsync("The time of the run was over.").ConfigureAwait(false);
            return PromptBuilder.NothingRan(turn, "interrupted");
        }
    }

    /// <summary>The limit that ends the run after a turn without an answer, or null.</summary>
    private StopReason? LimitAfter(int turn)
    {
        if (IsOverdue)
        {
            return StopReason.MaxDuration;
        }

        if (_tree.Ledger.Exhausted is { } exhausted)
        {
            return exhausted;
        }

        if (_settings.Limits.MaxConsecutiveErrors is { } most && _errorsInARow >= most)
        {
            return StopReason.MaxConsecutiveErrors;
        }

        return turn >= _settings.Limits.MaxIterations ? StopReason.MaxIterations : null;
    }

    private RunStanding Standing(int turn) => new()
    {
        Turn = turn,
        SubCallsUsed = _tree.Ledger.SubCallsUsed,
        ErrorsInARow = _errorsInARow,
        TokensLeft = _tree.Ledger.TokensLeft,
        CostLeft = _tree.Ledger.CostLeft,
        TimeLeft = _tree.TimeLeft,
    };

    private async Task<Prediction> FinishAsync(BoundOutputs outputs, string reasoning, StopReason stopReason)
    {
        _request.Session?.Remember(_inputs, outputs.Json);
        var prediction = _request.Finish(new RunOutcome(
            outputs.Json,
            outputs.Result,
            TrajectorySoFar(null),
            reasoning,
            stopReason,
            _usage.Total(),
            _usage.ByModel(),
            _settings.Limits.Tree.Price is null ? null : _usage.Cost(),
            _settings.TimeProvider.GetElapsedTime(_started)));
        await _events.PublishAsync(new RunFinishedUpdate(prediction)).ConfigureAwait(false);
        return prediction;
    }

    /// <summary>The steps that ended, and the one that is going on with why it does not end.</summary>
    private Trajectory TrajectorySoFar(string? interruption)
    {
        lock (_stepsLock)
        {
            var steps = _steps.ToList();
            if (_openStep is { HasReply: true } open)
            {
                steps.Add(open.Close(_settings.TimeProvider, interruption));
            }

            return new Trajectory { Steps = steps, Extraction = _extraction };
        }
    }
}
