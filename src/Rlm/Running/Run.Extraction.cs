using Microsoft.Extensions.AI;
using Rlm.Diagnostics;
using Rlm.Interpreters;
using Rlm.Prompts;
using Rlm.SubCalls;

namespace Rlm.Running;

/// <summary>What happens when a limit is reached: one more call answers the outputs from the transcript.</summary>
internal sealed partial class Run
{
    private const int MostLiveVariables = 20;
    private const int LiveVariablePreviewLength = 1_000;

    private async Task<Prediction> EndByLimitAsync(Conversation conversation, TurnReport report, StopReason stopReason)
    {
        if (_settings.ThrowOnLimit)
        {
            throw new LimitReachedException(
                $"The run used its {_settings.Limits.MaxIterations} turns without a valid SUBMIT. Raise {nameof(RecursiveModuleOptions.MaxIterations)}, or turn {nameof(RecursiveModuleOptions.ThrowOnLimit)} off to have the outputs extracted from the transcript.",
                TrajectorySoFar(null),
                stopReason);
        }

        Log.ExtractionStarted(_settings.Logger, stopReason);
        await EmitAsync(new ExtractionStartedUpdate(stopReason)).ConfigureAwait(false);
        conversation.AddUser(_settings.Prompts.Extract(report, await LiveVariablesAsync().ConfigureAwait(false)));
        var outputs = await ExtractAsync(conversation, stopReason).ConfigureAwait(false);
        return await FinishAsync(outputs, _settings.Prompts.ExtractedReasoning(), stopReason).ConfigureAwait(false);
    }

    private async Task<BoundOutputs> ExtractAsync(Conversation conversation, StopReason stopReason)
    {
        var started = _settings.TimeProvider.GetTimestamp();
        ChatResponse response;
        try
        {
            response = await _settings.Client.GetResponseAsync(conversation.Snapshot(), _settings.ChatOptions?.Clone(), _cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The chat client gave no response.");
        }
        catch (Exception exception) when (!_cancellationToken.IsCancellationRequested)
        {
            _extraction = new ExtractionRecord { Error = exception.Message, Duration = _settings.TimeProvider.GetElapsedTime(started) };
            throw new ExtractionException(Failure($"the language model failed: {exception.Message}"), TrajectorySoFar(null), stopReason, exception);
        }

        _usage.Add(ModelNames.Of(response, _settings.Client) ?? ModelNames.Unknown, response.Usage);
        var outputs = Read(response.Text, out var problems);
        _extraction = new ExtractionRecord
        {
            Reply = response.Text,
            Error = outputs is null ? string.Join("; ", problems) : null,
            Duration = _settings.TimeProvider.GetElapsedTime(started),
            Usage = response.Usage ?? new UsageDetails(),
        };
        return outputs ?? throw new ExtractionException(Failure($"the answer from the transcript is not valid: {string.Join("; ", problems)}"), TrajectorySoFar(null), stopReason);
    }

    private string Failure(string what) =>
        $"The run used its {_settings.Limits.MaxIterations} turns without a valid SUBMIT, and {what}. Raise {nameof(RecursiveModuleOptions.MaxIterations)}, or use a more capable model.";

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
        foreach (var name in _liveVariables.Keys.TakeLast(MostLiveVariables))
        {
            var result = await RunCodeAsync(_settings.Limits.MaxIterations, $"print({name})").ConfigureAwait(false);
            if (result is { Error: null, Stop: ExecutionStop.None })
            {
                previews.Add((name, TextCut.Middle(result.Output.TrimEnd('\n'), LiveVariablePreviewLength)));
            }
        }

        return previews;
    }
}
