using Microsoft.Extensions.AI;
using Rlm.Budgets;
using Rlm.Diagnostics;
using Rlm.Interpreters;
using Rlm.Prompts;
using Rlm.Replies;

namespace Rlm.Running;

/// <summary>What happens when a limit is reached: one more call answers the outputs from the transcript.</summary>
internal sealed partial class Run
{
    private const int MostLiveVariables = 20;
    private const int LiveVariablePreviewLength = 1_000;

    /// <summary>How long the extraction may take after the time of the run is over, at most.</summary>
    private static readonly TimeSpan LongestExtraction = TimeSpan.FromSeconds(60);

    private async Task<Prediction> EndByLimitAsync(Conversation conversation, TurnReport report, StopReason limit)
    {
        // A budget of the tree that a child used up is for the first run to end by: children may not overdraw it one by one.
        if (_settings.ThrowOnLimit || (IsChild && limit is not (StopReason.MaxIterations or StopReason.MaxConsecutiveErrors)))
        {
            throw new LimitReachedException(
                $"{Reached(limit)}. Raise {LimitDescription.Option(limit)}, or turn {nameof(RecursiveModuleOptions.ThrowOnLimit)} off to have the outputs extracted from the transcript.",
                TrajectorySoFar(null),
                limit);
        }

        using var extraction = CancellationTokenSource.CreateLinkedTokenSource(_callerToken);
        using var timeout = ExtractionTimeout();
        using var registration = timeout?.Token.Register(extraction.Cancel);
        _token = extraction.Token;
        await _events.PublishAsync(new ExtractionStartedUpdate(limit)).ConfigureAwait(false);
        conversation.AddUser(_settings.Prompts.Extract(report, await LiveVariablesAsync().ConfigureAwait(false), limit));
        var outputs = await ExtractAsync(conversation, limit).ConfigureAwait(false);
        return await FinishAsync(outputs, _settings.Prompts.ExtractedReasoning(limit), limit).ConfigureAwait(false);
    }

    /// <summary>With a limited run the extraction may take as long again as the run, but no longer than a minute.</summary>
    private CancellationTokenSource? ExtractionTimeout() => _tree.MaxDuration is { } duration && !IsChild
        ? new CancellationTokenSource(duration < LongestExtraction ? duration : LongestExtraction, _settings.TimeProvider)
        : null;

    private string Reached(StopReason limit) => $"The run {_settings.Prompts.LimitText(limit)} without a valid SUBMIT";

    private async Task<BoundOutputs> ExtractAsync(Conversation conversation, StopReason limit)
    {
        var started = _settings.TimeProvider.GetTimestamp();
        ChatResponse response;
        try
        {
            var send = IsChild ? _calls.SendReservedAsync : (SendCall)_calls.SendAsync;
            response = await send(_settings.Model, conversation.Snapshot(), null, _token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_callerToken.IsCancellationRequested)
        {
            _extraction = new ExtractionRecord { Error = exception.Message, Duration = _settings.TimeProvider.GetElapsedTime(started) };
            throw new ExtractionException(Failure(limit, $"the language model failed: {exception.Message}"), TrajectorySoFar(null), limit, exception);
        }

        var outputs = Read(response.Text, out var problems);
        _extraction = new ExtractionRecord
        {
            Reply = response.Text,
            Error = outputs is null ? string.Join("; ", problems) : null,
            Duration = _settings.TimeProvider.GetElapsedTime(started),
            Usage = response.Usage ?? new UsageDetails(),
        };
        return outputs ?? throw new ExtractionException(Failure(limit, $"the answer from the transcript is not valid: {string.Join("; ", problems)}"), TrajectorySoFar(null), limit);
    }

    private string Failure(StopReason limit, string what) =>
        $"{Reached(limit)}, and {what}. Raise {LimitDescription.Option(limit)}, or use a more capable model.";

    private BoundOutputs? Read(string reply, out IReadOnlyList<string> problems)
    {
        var text = ThinkTags.Split(reply).Reply;
        if (FirstJsonValue.In(text) is { } value)
        {
            return Bind([value], out problems);
        }

        problems = ["there is no JSON in the reply"];
        return null;
    }

    /// <summary>Prints the variables that the code made. Values that cannot be printed within the limits are left out.</summary>
    private async Task<List<(string Name, string Preview)>> LiveVariablesAsync()
    {
        var previews = new List<(string, string)>();
        foreach (var variable in _interpreter!.Variables.TakeLast(MostLiveVariables))
        {
            try
            {
                var result = await _interpreter.ExecuteAsync($"print({variable.Name})", _token).ConfigureAwait(false);
                if (result is { Error: null, Stop: ExecutionStop.None })
                {
                    previews.Add((variable.Name, TextCut.Middle(result.Output.TrimEnd('\n'), LiveVariablePreviewLength)));
                }
            }
            catch (Exception exception) when (!_callerToken.IsCancellationRequested)
            {
                // An interpreter that broke in the last turn leaves only the transcript.
                Log.LiveVariablesFailed(_settings.Logger, exception);
                break;
            }
        }

        return previews;
    }
}
