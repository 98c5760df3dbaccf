using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using Rlm.Budgets;
using static Rlm.Diagnostics.GenAIConventions;

namespace Rlm.Diagnostics;

/// <summary>
/// One run as spans and metrics: <c>invoke_agent</c> for the run, <c>execute_tool</c> for the code of each turn and for what the code calls.
/// Driven by the updates of the run. Content is in none of it unless the options ask for it.
/// </summary>
/// <remarks>
/// A span that is started in a method that is not asynchronous becomes the current one of whoever called it. So the code of a turn runs within
/// its span, tools and chat clients see that of their call, and a child nests below the sub-call that started it, also where sub-calls overlap.
/// </remarks>
internal sealed class RunTelemetry
{
    private readonly ConcurrentDictionary<(OpenSpan Kind, int Turn, int Index), Activity> _open = [];
    private readonly ModelEndpoint _model;
    private readonly bool _isChild;
    private readonly bool _hasContent;
    private readonly TimeProvider _timeProvider;
    private Activity? _run;
    private string? _signature;
    private int _turns;
    private int _subCalls;
    private long _codeStarted;

    private RunTelemetry(ModelEndpoint model, bool isChild, bool hasContent, TimeProvider timeProvider)
    {
        _model = model;
        _isChild = isChild;
        _hasContent = hasContent;
        _timeProvider = timeProvider;
    }

    private enum OpenSpan
    {
        Code,
        SubCall,
        Tool,
    }

    /// <summary>Returns null where nobody listens.</summary>
    public static RunTelemetry? For(ModelEndpoint model, bool isChild, bool hasContent, TimeProvider timeProvider) =>
        Instruments.HasListeners ? new RunTelemetry(model, isChild, hasContent, timeProvider) : null;

    /// <summary>Starts what an update says has started.</summary>
    public void Begin(RunUpdate update)
    {
        switch (update)
        {
            case RunStartedUpdate started:
                BeginRun(started);
                break;
            case CodeStartedUpdate code:
                _codeStarted = _timeProvider.GetTimestamp();
                BeginTool(OpenSpan.Code, code.Turn, 0, CodeTool)?.SetTag(ToolArguments, _hasContent ? ContentAttributes.Code(code.Code) : null);
                break;
            case SubCallStartedUpdate call:
                BeginTool(OpenSpan.SubCall, call.Turn, call.Index, call.Function)?.SetTag(ToolArguments, _hasContent ? call.PromptPreview : null);
                break;
            case ToolCallStartedUpdate call:
                BeginTool(OpenSpan.Tool, call.Turn, call.Index, call.Name)?.SetTag(ToolArguments, _hasContent ? call.ArgumentsPreview : null);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends what an update says has ended.</summary>
    public void End(RunUpdate update)
    {
        switch (update)
        {
            case ModelRepliedUpdate { Model: { } model }:
                _run?.SetTag(ResponseModel, model);
                break;
            case CodeFinishedUpdate code:
                EndCode(code);
                break;
            case SubCallFinishedUpdate { Record: var record } call:
                Interlocked.Increment(ref _subCalls);
                EndSubCall(call.Turn, call.Index, record);
                break;
            case ToolCallFinishedUpdate { Record: var record } call:
                EndTool((OpenSpan.Tool, call.Turn, call.Index), record.Name, record.Duration, record.ResultPreview, ErrorOf(record.Error), record.Error);
                break;
            case TurnFinishedUpdate { Step.Turn: var turn }:
                _turns++;
                Abandon(turn);
                break;
            case RunFinishedUpdate { Prediction: var prediction }:
                _run?.SetTag(OutputMessages, _hasContent ? ContentAttributes.Outputs(prediction.Outputs) : null);
                EndRun(prediction.StopReason, prediction.Duration, prediction.UsageByModel, error: null);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends a run that threw, and what was going on in it.</summary>
    public void Failed(Exception exception, TimeSpan duration, IReadOnlyDictionary<string, UsageDetails> usageByModel)
    {
        if (_signature is null)
        {
            return;
        }

        Abandon(turn: null);
        var reason = exception switch
        {
            LimitReachedException limit => limit.StopReason,
            ExtractionException limit => limit.StopReason,
            _ => (StopReason?)null,
        };
        EndRun(reason, duration, usageByModel, exception);
    }

    private void BeginRun(RunStartedUpdate started)
    {
        _signature = started.Signature.Name;
        _run = Instruments.Source.StartActivity($"{InvokeAgent} {_signature}", ActivityKind.Internal, parentContext: default, RunTags());
        if (_hasContent && _run is { IsAllDataRequested: true } run)
        {
            run.SetTag(SystemInstructions, started.Signature.Instructions.Length > 0 ? ContentAttributes.Instructions(started.Signature.Instructions) : null);
            run.SetTag(InputMessages, ContentAttributes.Inputs(started.Inputs));
        }
    }

    private TagList RunTags()
    {
        var tags = new TagList { { OperationName, InvokeAgent }, { AgentName, _signature } };
        if (_model.Provider is { } provider)
        {
            tags.Add(ProviderName, provider);
        }

        if (_model.Model is not ModelEndpoint.UnknownModel and var model)
        {
            tags.Add(RequestModel, model);
        }

        return tags;
    }

    private static TagList ToolTags(string name) => new() { { OperationName, ExecuteTool }, { ToolName, name }, { ToolType, FunctionTool } };

    private Activity? BeginTool(OpenSpan kind, int turn, int index, string name)
    {
        if (Instruments.Source.StartActivity($"{ExecuteTool} {name}", ActivityKind.Internal, parentContext: default, ToolTags(name)) is not { } activity)
        {
            return null;
        }

        _open[(kind, turn, index)] = activity;
        activity.SetTag(Turn, turn);
        return kind is OpenSpan.Code ? activity : activity.SetTag(CallIndex, index);
    }

    private void EndCode(CodeFinishedUpdate code)
    {
        var duration = _timeProvider.GetElapsedTime(_codeStarted);
        EndTool((OpenSpan.Code, code.Turn, 0), CodeTool, duration, code.Result.Output, ErrorTypes.Of(code.Result), code.Result.Error?.Message);
    }

    private void EndSubCall(int turn, int index, SubCallRecord record)
    {
        if (_open.TryGetValue((OpenSpan.SubCall, turn, index), out var activity) && record.Trajectory is null)
        {
            activity.SetTag(ResponseModel, record.Model);
            SetUsage(activity, record.Usage);
        }

        EndTool((OpenSpan.SubCall, turn, index), record.Function, record.Duration, record.ResponsePreview, ErrorOf(record.Error), record.Error);
    }

    private void EndTool((OpenSpan Kind, int Turn, int Index) key, string name, TimeSpan duration, string result, string? errorType, string? error)
    {
        if (Instruments.OperationDuration.Enabled)
        {
            var tags = ToolTags(name);
            AddError(ref tags, errorType);
            Instruments.OperationDuration.Record(duration.TotalSeconds, tags);
        }

        if (_open.TryRemove(key, out var activity))
        {
            activity.SetTag(ToolResult, _hasContent ? ContentAttributes.Text(result) : null);
            Stop(activity, errorType, error);
        }
    }

    /// <summary>Ends what did not end by itself: the code of an interpreter that failed, a call that ignores its cancellation.</summary>
    private void Abandon(int? turn)
    {
        foreach (var key in _open.Keys.Where(key => turn is null || key.Turn == turn))
        {
            if (_open.TryRemove(key, out var activity))
            {
                Stop(activity, ErrorTypes.Other, "It did not end with its turn.");
            }
        }
    }

    private void EndRun(StopReason? reason, TimeSpan duration, IReadOnlyDictionary<string, UsageDetails> usageByModel, Exception? error)
    {
        var errorType = error is null ? null : ErrorTypes.Of(error);
        var stopReason = reason?.ToString();
        RecordRun(stopReason, duration, usageByModel, errorType);
        if (_run is not { } run)
        {
            return;
        }

        _run = null;
        run.SetTag(RunStopReason, stopReason).SetTag(RunTurns, _turns).SetTag(RunSubCalls, _subCalls);
        var total = new UsageDetails();
        foreach (var usage in usageByModel.Values)
        {
            total.Add(usage);
        }

        SetUsage(run, total);
        Stop(run, errorType, error?.Message);
    }

    private void RecordRun(string? stopReason, TimeSpan duration, IReadOnlyDictionary<string, UsageDetails> usageByModel, string? errorType)
    {
        var tags = RunTags();
        AddError(ref tags, errorType);
        Instruments.OperationDuration.Record(duration.TotalSeconds, tags);

        var runTags = new TagList { { AgentName, _signature } };
        if (stopReason is not null)
        {
            runTags.Add(RunStopReason, stopReason);
        }

        AddError(ref runTags, errorType);
        Instruments.Turns.Record(_turns, runTags);
        Instruments.SubCalls.Record(_subCalls, runTags);

        // What children use is in the usage of the first run.
        if (!_isChild && Instruments.TokenUsage.Enabled)
        {
            foreach (var (model, usage) in usageByModel)
            {
                RecordTokens(model, "input", usage.InputTokenCount);
                RecordTokens(model, "output", usage.OutputTokenCount);
            }
        }
    }

    private void RecordTokens(string model, string type, long? count)
    {
        if (count is { } tokens)
        {
            var tags = RunTags();
            tags.Add(ResponseModel, model);
            tags.Add(TokenType, type);
            Instruments.TokenUsage.Record(tokens, tags);
        }
    }

    private static void AddError(ref TagList tags, string? errorType)
    {
        if (errorType is not null)
        {
            tags.Add(ErrorType, errorType);
        }
    }

    private static string? ErrorOf(string? error) => error is null ? null : ErrorTypes.Other;

    private static void SetUsage(Activity activity, UsageDetails? usage) =>
        activity.SetTag(InputTokens, usage?.InputTokenCount).SetTag(OutputTokens, usage?.OutputTokenCount);

    private void Stop(Activity activity, string? errorType, string? error)
    {
        if (errorType is not null)
        {
            activity.SetTag(ErrorType, errorType).SetStatus(ActivityStatusCode.Error, _hasContent ? error : null);
        }

        activity.Stop();
    }
}
